"""The camera: what a beat is filmed in, where the camera stands and moves, whether it did, and clips.

Knows nothing of how words are read, beyond those of the slate.
"""
