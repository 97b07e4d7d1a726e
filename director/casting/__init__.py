"""From a prompt, a picture or a description to a world: who and what is there, how it looks, and what is going on.

Knows nothing of directions, of the store or of drawing.
"""

from director.casting.worlds import LONGEST_PROMPT, Casting, cast

__all__ = ["LONGEST_PROMPT", "Casting", "cast"]
