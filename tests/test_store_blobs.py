"""Blobs: kept once by their SHA-256, whole or not at all, checked whenever they are read."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from stories import OWNER, Kit

from db.store import EpisodeStore
from storygraph.errors import StoryError
from storygraph.graph import StoryGraph

CLIP = b"a clip" * 10_000
DIGEST = hashlib.sha256(CLIP).hexdigest()


@pytest.fixture(autouse=True)
def owned(keep: Callable[[StoryGraph], StoryGraph], kit: Kit) -> None:
    """An episode refers to the clip: nobody can read what nothing of his refers to."""
    graph = kit.begin()
    keep(replace(graph, episode=replace(graph.episode, picture=kit.blob(CLIP))))


def test_bytes_come_back_by_their_sha256(store: EpisodeStore) -> None:
    assert store.put_blob(CLIP, "video/mp4") == DIGEST
    assert store.get_blob(DIGEST, OWNER) == CLIP
    assert store.blob_path(DIGEST, OWNER).read_bytes() == CLIP
    assert store.blob_path(DIGEST, OWNER).parts[-3:] == ("sha256", DIGEST[:2], DIGEST)


def test_equal_bytes_are_kept_once(store: EpisodeStore) -> None:
    store.put_blob(CLIP)
    written = store.blob_path(DIGEST, OWNER).stat()
    assert store.put_blob(CLIP) == DIGEST
    again = store.blob_path(DIGEST, OWNER).stat()
    assert (again.st_ino, again.st_mtime_ns) == (written.st_ino, written.st_mtime_ns)


@pytest.mark.parametrize("damage", [CLIP[:-1], b"", CLIP[:-1] + b"!"])
def test_a_damaged_blob_is_never_handed_out(store: EpisodeStore, damage: bytes, tmp_path: Path) -> None:
    store.put_blob(CLIP)
    store.blob_path(DIGEST, OWNER).write_bytes(damage)
    for read in (store.get_blob, store.blob_path):
        with pytest.raises(StoryError, match=rf"is damaged \(sha256/{DIGEST[:2]}/{DIGEST}\): put that file back"):
            read(DIGEST, OWNER)
    assert (tmp_path / "episodes" / "blobs" / "quarantine" / DIGEST).read_bytes() == damage


def test_a_missing_blob_is_told(store: EpisodeStore) -> None:
    store.put_blob(CLIP)
    store.blob_path(DIGEST, OWNER).unlink()
    for read in (store.get_blob, store.blob_path):
        with pytest.raises(StoryError, match="is missing"):
            read(DIGEST, OWNER)


def test_keeping_the_same_bytes_again_mends_a_damaged_blob(store: EpisodeStore) -> None:
    store.put_blob(CLIP)
    file = store.blob_path(DIGEST, OWNER)
    for mend_at_once in (True, False):
        file.write_bytes(b"damaged")
        if not mend_at_once:
            with pytest.raises(StoryError, match="damaged"):
                store.get_blob(DIGEST, OWNER)
        store.put_blob(CLIP)
        assert store.get_blob(DIGEST, OWNER) == CLIP


@pytest.mark.parametrize("name", ["../../etc/passwd", "", "A" * 64, "0" * 63, "0" * 63 + "/"])
def test_a_name_that_is_no_sha256_never_becomes_a_path(store: EpisodeStore, name: str) -> None:
    with pytest.raises(ValueError, match="not a SHA-256"):
        store.get_blob(name, OWNER)


# A file may grow to 1 MiB only, as on a disk with that little left; what fits was kept before and must stay.
FULL_DISK = """
import resource, signal, sys
from pathlib import Path
from db.store import EpisodeStore
from storygraph.errors import StoryError

store = EpisodeStore.open(Path(sys.argv[1]))
kept = store.put_blob(b"small")
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 20, 1 << 20))
try:
    store.put_blob(bytes(3 << 20))
except StoryError as error:
    print(error)
assert store.known([kept]) == {kept}
"""


def test_a_full_disk_leaves_nothing_half_written(tmp_path: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-c", FULL_DISK, str(tmp_path)],
        cwd=Path(__file__).parent.parent,
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stdout.startswith("The disk is full, so")
    assert run.stdout.endswith("free some space and do that again.\n")
    files = [file for file in (tmp_path / "blobs").rglob("*") if file.is_file()]
    assert [file.name for file in files] == [hashlib.sha256(b"small").hexdigest()]
