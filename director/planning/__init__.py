"""The seam between words and directives: the reader, or a language model of the author's own.

Knows nothing of how a directive is acted out.
"""
