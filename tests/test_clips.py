"""A clip is an H.264 MP4 that every player takes, and it lands whole or not at all."""

from __future__ import annotations

import json
import resource
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from director.filming.video import Frame, read_frames, write_clip
from storygraph.errors import StoryError

SIZE = (160, 90)


def sliding_square(count: int) -> Iterator[Frame]:
    for i in range(count):
        frame = np.full((SIZE[1], SIZE[0], 3), (200, 40, 60), np.uint8)
        frame[30:60, 4 * i : 4 * i + 30] = (30, 200, 50)
        yield frame


def test_ffprobe_accepts_a_clip(tmp_path: Path) -> None:
    path = tmp_path / "clip.mp4"
    write_clip(sliding_square(24), path, size=SIZE)
    command = ["ffprobe", "-v", "error", "-show_streams", "-count_frames", "-of", "json", str(path)]
    result = subprocess.run(command, capture_output=True, text=True, check=True)
    (stream,) = json.loads(result.stdout)["streams"]
    assert result.stderr == ""
    assert (stream["codec_name"], stream["pix_fmt"], stream["color_space"]) == ("h264", "yuv420p", "bt709")
    assert (stream["width"], stream["height"], stream["nb_read_frames"]) == (*SIZE, "24")
    assert stream["r_frame_rate"] == "24/1"


def test_the_index_comes_before_the_frames(tmp_path: Path) -> None:
    path = tmp_path / "clip.mp4"
    write_clip(sliding_square(12), path, size=SIZE)
    data = path.read_bytes()
    assert 0 < data.index(b"moov") < data.index(b"mdat")


def test_frames_come_back_as_they_went_in(tmp_path: Path) -> None:
    path = tmp_path / "clip.mp4"
    write_clip(sliding_square(24), path, size=SIZE)
    back = list(read_frames(path))
    assert len(back) == 24
    for went, came in zip(sliding_square(24), back, strict=True):
        assert np.abs(went.astype(int) - came).mean() < 6


def test_a_cancelled_clip_leaves_nothing_behind(tmp_path: Path) -> None:
    class Cancelled(Exception):
        pass

    def stop_halfway(fraction: float, _: str) -> None:
        if fraction > 0.5:
            raise Cancelled

    with pytest.raises(Cancelled):
        write_clip(sliding_square(24), tmp_path / "clip.mp4", size=SIZE, count=24, progress=stop_halfway)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("frames", "size"),
    [([], SIZE), ([np.zeros((90, 158, 3), np.uint8)], SIZE), ([np.zeros((91, 160, 3), np.uint8)], (160, 91))],
    ids=["no frame", "another size", "odd height"],
)
def test_what_cannot_be_a_clip_is_a_value_error(frames: list[Frame], size: tuple[int, int], tmp_path: Path) -> None:
    with pytest.raises(ValueError):
        write_clip(frames, tmp_path / "clip.mp4", size=size)
    assert list(tmp_path.iterdir()) == []


def test_a_text_file_is_not_a_clip(tmp_path: Path) -> None:
    (tmp_path / "clip.mp4").write_text("not a video")
    with pytest.raises(StoryError, match=r"clip\.mp4"):
        list(read_frames(tmp_path / "clip.mp4"))


def noise_on_a_full_disk(folder: Path) -> None:
    """Run in a process of its own: the system refuses to let any file grow past 50 kB, as a full disk would."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))
    chance = np.random.default_rng(0)
    noise = (chance.integers(0, 255, (SIZE[1], SIZE[0], 3), dtype=np.uint8) for _ in range(48))
    write_clip(noise, folder / "clip.mp4", size=SIZE)


def test_a_full_disk_is_said_in_a_sentence_and_leaves_nothing_behind(tmp_path: Path) -> None:
    code = f"from pathlib import Path; from {__name__} import *; noise_on_a_full_disk(Path({str(tmp_path)!r}))"
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=Path(__file__).parent, check=False
    )
    assert result.returncode == 1
    assert "StoryError: There is no room left on the disk" in result.stderr
    assert list(tmp_path.iterdir()) == []
