"""The words casting and understanding share: people, things, colours, numbers, times and weathers, English and Chinese.

Data with the few functions that look things up in it. Knows nothing of sentences.
"""
