"""Clips: frames in, an H.264 MP4 out, and back again. The one module that knows PyAV.

A clip lands whole or not at all: it is written beside its place and renamed when finished. Knows nothing of worlds,
takes or of where clips are kept. Equal frames need not give equal bytes (x264's fast paths do not promise it).
"""

from __future__ import annotations

import errno
import os
import uuid
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import av
import numpy as np
import numpy.typing as npt
from av.video.reformatter import Colorspace
from av.video.stream import VideoStream

from director.progress import Progress
from storygraph.errors import StoryError

Frame = npt.NDArray[np.uint8]  # (H, W, 3) RGB

CRF = 19
_BT709 = 1  # the number of BT.709 in ITU-T H.273, for primaries, transfer and matrix alike
_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


def write_clip(
    frames: Iterable[Frame],
    path: Path,
    *,
    size: tuple[int, int],
    fps: int = 24,
    count: int | None = None,
    progress: Progress | None = None,
) -> None:
    """Encode frames as `clip` does. `count`, when known, is how many come, so that `progress` can tell the fraction."""
    with clip(path, size=size, fps=fps) as add:
        for written, picture in enumerate(frames, start=1):
            add(picture)
            if progress is not None:
                progress(min(1.0, written / count) if count else 0.0, "Rendering")


@contextmanager
def clip(
    path: Path, *, size: tuple[int, int], fps: int = 24, lossless: bool = False
) -> Iterator[Callable[[Frame], None]]:
    """A clip to which frames are added one by one, each `uint8 (H, W, 3)` RGB of `size` (width, height), both even:
    yuv420p MP4 with its index in front. `lossless` keeps every bit of them, in RGB, which few browsers play.

    Raises StoryError when the disk is full, ValueError for a frame of another size or for no frame at all. Whatever is
    raised meanwhile, nothing half-written stays behind.
    """
    width, height = size
    if width % 2 or height % 2:
        raise ValueError(f"a clip's width and height must be even, not {width}x{height}")
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(f".{path.stem}.{uuid.uuid4().hex}.partial.mp4")
    try:
        with _encoder(partial, size, fps, lossless) as add:
            yield add
        os.replace(partial, path)
    except OSError as error:
        if error.errno in _NO_ROOM:
            raise StoryError(
                f"There is no room left on the disk for a clip in {path.parent}; free some space and render it again, "
                "nothing else was lost."
            ) from error
        raise
    finally:
        partial.unlink(missing_ok=True)


@contextmanager
def _encoder(path: Path, size: tuple[int, int], fps: int, lossless: bool) -> Iterator[Callable[[Frame], None]]:
    written = 0
    with av.open(str(path), "w", format="mp4", options={"movflags": "+faststart"}) as container:
        stream = container.add_stream("libx264rgb" if lossless else "libx264", rate=fps)
        (_keep_all if lossless else _keep_what_is_seen)(stream, size)

        def add(picture: Frame) -> None:
            nonlocal written
            if picture.shape != (size[1], size[0], 3):
                raise ValueError(f"a frame is {picture.shape}, the clip is {(size[1], size[0], 3)}")
            frame = av.VideoFrame.from_ndarray(picture, format="rgb24")
            if not lossless:
                frame = frame.reformat(format="yuv420p", dst_colorspace=Colorspace.ITU709)
            container.mux(stream.encode(frame))
            written += 1

        yield add
        if not written:
            raise ValueError("a clip needs at least one frame")
        container.mux(stream.encode(None))


def _keep_what_is_seen(stream: VideoStream, size: tuple[int, int]) -> None:
    stream.width, stream.height = size
    stream.pix_fmt = "yuv420p"
    stream.options = {"crf": str(CRF), "preset": "veryfast", "threads": "2"}
    context = stream.codec_context
    context.color_primaries = context.color_trc = context.colorspace = _BT709


def _keep_all(stream: VideoStream, size: tuple[int, int]) -> None:
    stream.width, stream.height = size
    stream.pix_fmt = "rgb24"
    stream.options = {"qp": "0", "preset": "ultrafast", "threads": "2"}


def read_frames(path: Path) -> Iterator[Frame]:
    """The frames of a clip in order, `uint8 (H, W, 3)` RGB. Raises StoryError when the file is not a video."""
    try:
        with av.open(str(path)) as container:
            for frame in container.decode(video=0):
                yield np.asarray(frame.to_ndarray(format="rgb24"), np.uint8)
    except av.error.InvalidDataError as error:
        raise StoryError(f"{path.name} is not a video that can be read; render the beat again.") from error
