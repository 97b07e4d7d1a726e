"""A picture as a prompt: checked, decoded safely, and read for its light and its place.

Knows nothing of casting or drawing: it hands over pixels, an hour and a sentence. The guesses look at colours only.
"""

from __future__ import annotations

import io
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageOps, UnidentifiedImageError

from model.moment import HOURS
from storygraph.errors import StoryError

Pixels = npt.NDArray[np.uint8]  # (H, W, 3) RGB

FORMATS = ("JPEG", "PNG", "WEBP")
MAX_BYTES = 20_000_000
MAX_PIXELS = 40_000_000
MIN_SIDE = 64
KEPT_SIDE = 1920  # pixels of the longer side that are kept: more than any clip shows

_NOT_A_PICTURE = "That file is not a JPEG, PNG or WebP picture: drop in one of those."


@dataclass(frozen=True, slots=True)
class Light:
    """What a picture says of its time and place: the hour, and a short phrase that casting understands."""

    hour: float
    place: str


def prepare(data: bytes) -> bytes:
    """The picture upright, in RGB, small enough to keep and rid of everything that is not picture (where it was
    taken, with what), as JPEG bytes. The size is judged by the header, before anything is decoded.

    Raises StoryError for what is not a whole JPEG, PNG or WebP, and for pictures that are too big or too small.
    """
    if len(data) > MAX_BYTES:
        raise StoryError(f"The picture is {len(data) / 1e6:.0f} MB: use one of at most {MAX_BYTES / 1e6:.0f} MB.")
    try:
        with Image.open(io.BytesIO(data), formats=FORMATS) as header:
            _check_size(*header.size)
            header.verify()
        with Image.open(io.BytesIO(data), formats=FORMATS) as image:
            upright = ImageOps.exif_transpose(image).convert("RGB")
    except UnidentifiedImageError as error:
        raise StoryError(_NOT_A_PICTURE) from error
    except Image.DecompressionBombError as error:
        raise StoryError(_too_large()) from error
    except (OSError, SyntaxError, ValueError) as error:  # what Pillow raises for truncated and damaged files
        raise StoryError("That picture is damaged: save it again from another program and drop it in.") from error
    upright.thumbnail((KEPT_SIDE, KEPT_SIDE), Image.Resampling.LANCZOS)
    kept = io.BytesIO()
    upright.save(kept, "JPEG", quality=92, subsampling=0)
    return kept.getvalue()


def _check_size(width: int, height: int) -> None:
    if width * height > MAX_PIXELS:
        raise StoryError(_too_large(f" {width} x {height}"))
    if min(width, height) < MIN_SIDE:
        raise StoryError(
            f"The picture is {width} x {height}: use one with at least {MIN_SIDE} pixels on its shorter side."
        )


def _too_large(size: str = "") -> str:
    return f"The picture is too large{size and ','}{size}: use one of at most {MAX_PIXELS // 1_000_000} megapixels."


def pixels(prepared: bytes) -> Pixels:
    """The pixels of a prepared picture, (H, W, 3) RGB."""
    with Image.open(io.BytesIO(prepared), formats=("JPEG",)) as image:
        return np.asarray(image.convert("RGB"), np.uint8)


def light(picture: Pixels) -> Light:
    """The hour from how bright and how warm it is, the place from sky, green and sand."""
    small = np.asarray(Image.fromarray(picture).resize((48, 27), Image.Resampling.BOX), np.float32) / 255.0
    brightness = float((small @ np.array([0.2126, 0.7152, 0.0722], np.float32)).mean())
    red, _, blue = (float(v) for v in small.mean(axis=(0, 1)))
    if brightness < 0.22:
        hour = HOURS["night"]
    elif brightness < 0.55 and red > 1.25 * blue:
        hour = HOURS["dusk"]
    else:
        hour = HOURS["day"]
    return Light(hour, _place(small))


def _place(small: npt.NDArray[np.float32]) -> str:
    """A phrase for the place in a (27, 48, 3) picture with values 0..1."""
    top, bottom = small[:9].mean(axis=(0, 1)), small[18:].mean(axis=(0, 1))
    sky = top[2] > 1.08 * top[0] and top[2] > 0.3
    if bottom[1] > 1.1 * bottom[0] and bottom[1] > 1.1 * bottom[2]:
        return "a park"
    if sky and bottom[0] > 1.15 * bottom[2] and bottom.mean() > 0.45:
        return "a beach"
    if sky or top.mean() > 1.3 * bottom.mean():
        return "a street"
    return "a living room"
