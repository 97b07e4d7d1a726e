"""What characters say and remember: memories of a branch, and lines made of them.

Knows nothing of cameras or of where takes are kept.
"""
