"""What an author is told beside what the panels show: a sentence, as a value like no other, so that it shows again.

Knows no panels.
"""

from __future__ import annotations

import uuid
from typing import Any

from storygraph.errors import StoryConflict, StoryError

__all__ = ["anew", "notice", "sentence"]


def anew(view: dict[str, Any]) -> dict[str, Any]:
    """What is shown, as a value like no other: the same asked for again shows again."""
    return {**view, "id": uuid.uuid4().hex}


def notice(kind: str, **words: Any) -> dict[str, Any]:
    """A message: `text` as it is, or the `key` of words that the page knows in both languages."""
    return anew({"kind": kind, **words})


def sentence(error: StoryError) -> dict[str, Any]:
    """The message of an error the author can mend."""
    if isinstance(error, StoryConflict):
        return notice("story", key="notice.changed", reload=True)
    return notice("story", text=str(error))
