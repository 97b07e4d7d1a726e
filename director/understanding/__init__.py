"""From a sentence to a directive: who does what, to whom, in what order; what is said, shot, and what the sky does.

By meaning: mentions are matched with the stage, and what is left of each clause is read by learned heads, weighed with
what its participants can do. English and Chinese, also mixed. Knows nothing of how the world acts it out.
"""

from director.understanding.reading import Reader

__all__ = ["Reader"]
