"""The one error an author can mend.

A `StoryError` is raised wherever an author can put things right; its message is one sentence that
says what happened and what to do about it, ready to be shown as it is. Everything else is a bug and
surfaces as the exception it is. This module does not know who shows the message, or in what language
the interface is.
"""

__all__ = ["StoryConflict", "StoryError"]


class StoryError(Exception):
    """Something the author can put right: the message is one sentence that says how."""


class StoryConflict(StoryError):
    """Somebody else changed the episode first: load it again and repeat the change."""
