"""Keeping an author's folder small and sound: what nothing reaches any more is freed, what is damaged is named.

Beside the store there are things made from blobs (clips under a name that players know, stills); they go when the blob
they were made from has gone. Knows nothing of who owns what, nor of what any blob says; no model is needed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from db.store import EpisodeStore

__all__ = ["Freed", "free"]

_MADE_FROM = re.compile(r"([0-9a-f]{64})\.(?:mp4|jpg)")  # a blob, as a clip or a still
_UNFINISHED = re.compile(r"\.[^/]*\.(?:mp4|jpg)")


@dataclass(frozen=True, slots=True)
class Freed:
    """What was freed, or would be: how many blobs, how many files made from them or never finished, and all bytes."""

    blobs: int
    files: int
    size: int


def free(store: EpisodeStore, folder: Path, *, age: timedelta, dry_run: bool = False) -> Freed:
    """Free what nothing in the store reaches and nobody has touched for `age`, in the store and beside it."""
    found = store.collect(age=age, dry_run=dry_run)
    before = datetime.now(UTC) - age
    files = list(_without_blob(store, folder / "media", frozenset(found.blobs) if dry_run else frozenset(), before))
    size = found.size
    for file in files:
        # a clip is often the blob itself under another name: its bytes are counted once
        size += 0 if file.stat().st_nlink > 1 else file.stat().st_size
        if not dry_run:
            file.unlink(missing_ok=True)
    return Freed(len(found.blobs), len(files) + found.unfinished, size)


def _without_blob(store: EpisodeStore, media: Path, going: frozenset[str], before: datetime) -> Iterator[Path]:
    """The files whose blob is not known any more, or is going, and unfinished ones that are old."""
    made = [(file, match[1]) for file in media.glob("*/*") if (match := _MADE_FROM.fullmatch(file.name))]
    known = store.known(digest for _, digest in made) - going
    yield from (file for file, digest in made if digest not in known)
    for file in (*media.glob(".*"), *media.glob("*/.*")):
        if _UNFINISHED.fullmatch(file.name) and file.stat().st_mtime < before.timestamp():
            yield file
