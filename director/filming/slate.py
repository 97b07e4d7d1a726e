"""The slate: camera words at the head of a direction, taken at their word. "Close-up, Push-in, cut-in. She waits."

These are the words of `model.camera`, which scriptlists use; freer ways to speak of the camera are read by
`director.understanding`.
"""

from __future__ import annotations

import re

from director.directive import CameraOrder
from director.texts import LONGEST_DIRECTION, checked
from model.camera import CAMERA_TYPES, CUTS, SHOT_SIZES

_HEAD = re.compile(r"\s*([^.。:：;；]+)[.。:：;；]\s*")
_WORDS = {
    word.casefold(): (field, word)
    for field, words in (("shot_size", SHOT_SIZES), ("camera_type", CAMERA_TYPES), ("cut", CUTS))
    for word in words
}


def read_slate(direction: str) -> tuple[CameraOrder | None, str]:
    """The order of the slate and the rest of the direction; (None, all of it) when there is no slate."""
    head = _HEAD.match(direction if direction.rstrip()[-1:] in ".。:：;；" else f"{direction}.")
    if head is None:
        return None, direction
    found = [_WORDS.get(part.strip().casefold()) for part in re.split(r"[,，、/]", head[1])]
    fields = dict(word for word in found if word is not None)
    if None in found or len(fields) < len(found):
        return None, direction
    order = CameraOrder(fields.get("shot_size"), fields.get("camera_type"), cut=fields.get("cut"))
    return order, direction[head.end() :].strip()


def checked_direction(direction: str, what: str = "The direction") -> str:
    """The direction without what nobody can see. `what` names it in a sentence. Raises StoryError when it is too long,
    however short its slate."""
    _, rest = read_slate(direction.strip())
    checked(rest, what, LONGEST_DIRECTION)
    return checked(direction, what, len(direction))
