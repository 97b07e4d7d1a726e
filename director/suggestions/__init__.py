"""Next directions that fit the moment, each with what it is expected to come to.

From who is there, what they hold and feel, what was just done and said and what the story has not done yet. Every one
is read and acted out before it is offered. Knows nothing of episodes or of the studio.
"""

from director.suggestions.choosing import MOST, Read, Suggestion, Wanted, suggest

__all__ = ["MOST", "Read", "Suggestion", "Wanted", "suggest"]
