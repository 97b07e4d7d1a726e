"""A picture prompt is checked before it is decoded, and a bad one is refused with a sentence that helps."""

from __future__ import annotations

import io
import struct
import tracemalloc
import zlib

import numpy as np
import pytest
from PIL import Image

from director.casting.picture import KEPT_SIDE, light, pixels, prepare
from storygraph.errors import StoryError


def encoded(image: Image.Image, kind: str = "PNG", **options: object) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def flat(color: tuple[int, int, int], size: tuple[int, int] = (320, 180)) -> Image.Image:
    return Image.new("RGB", size, color)


def png_that_claims(width: int, height: int) -> bytes:
    """A valid PNG of one colour: tiny as a file, huge once decoded."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress(b"\0" * (width + 1) * 100)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_pictures_of_the_three_kinds_are_taken(kind: str) -> None:
    kept = pixels(prepare(encoded(flat((200, 120, 40)), kind)))
    assert kept.shape == (180, 320, 3)
    assert np.abs(kept.astype(int) - (200, 120, 40)).max() <= 4


@pytest.mark.parametrize("image", [Image.new("L", (80, 80), 9), Image.new("RGBA", (80, 80)), Image.new("P", (80, 80))])
def test_grey_transparent_and_palette_pictures_become_rgb(image: Image.Image) -> None:
    assert pixels(prepare(encoded(image))).shape == (80, 80, 3)


@pytest.mark.parametrize(
    ("data", "hint"),
    [
        (b"", "JPEG, PNG or WebP"),
        (b"Just a text file that somebody named .png\n", "JPEG, PNG or WebP"),
        (encoded(flat((1, 2, 3)), "GIF"), "JPEG, PNG or WebP"),
        (encoded(flat((9, 9, 9)))[:-400], "damaged"),
        (encoded(Image.effect_noise((640, 360), 90).convert("RGB"), "JPEG")[:9000], "damaged"),
        (png_that_claims(10_000, 10_000), "at most 40 megapixels"),
        (png_that_claims(100_000, 100_000), "at most 40 megapixels"),
        (encoded(flat((1, 2, 3), (400, 20))), "at least 64 pixels"),
        (encoded(flat((1, 2, 3))) + b"\0" * 20_000_000, "at most 20 MB"),
    ],
    ids=["empty", "text", "gif", "cut png", "cut jpeg", "100 megapixels", "bomb", "thin", "heavy"],
)
def test_bad_pictures_are_refused_with_a_sentence(data: bytes, hint: str) -> None:
    with pytest.raises(StoryError, match=hint) as refusal:
        prepare(data)
    assert str(refusal.value).endswith(".")


def test_a_huge_picture_is_refused_without_decoding_it() -> None:
    data = png_that_claims(10_000, 10_000)
    tracemalloc.start()
    with pytest.raises(StoryError):
        prepare(data)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 10_000_000


def test_what_is_kept_is_small_upright_and_says_nothing_of_where_it_was_taken() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # turn by 90 degrees
    exif[0x8825] = {1: "N", 2: (48.0, 51.0, 29.0)}
    kept = prepare(encoded(flat((90, 90, 200), (4000, 2000)), "JPEG", exif=exif))
    assert pixels(kept).shape == (KEPT_SIDE, KEPT_SIDE // 2, 3)
    assert not Image.open(io.BytesIO(kept)).getexif()


def test_the_light_of_the_picture_gives_the_hour() -> None:
    assert light(np.asarray(flat((12, 16, 40)))).hour > 20.5
    assert light(np.asarray(flat((200, 215, 235)))).hour == 12.0
    assert 17.0 <= light(np.asarray(flat((170, 90, 50)))).hour < 20.5


def test_green_ground_under_a_sky_is_a_park_and_a_brown_room_is_not() -> None:
    outdoors = flat((120, 170, 235))
    outdoors.paste((60, 140, 50), (0, 90, 320, 180))
    assert light(np.asarray(outdoors)).place == "a park"
    assert light(np.asarray(flat((120, 85, 60)))).place == "a living room"
