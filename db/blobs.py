"""Big values as files, each named by the SHA-256 of its bytes: `sha256/ab/<digest>`.

Equal bytes are kept once. A file lands whole or not at all and is checked whenever it is read; one that is damaged is
put aside into `quarantine`, where nobody reads it any more and whoever wants to save something of it finds it. This
module does not know what the bytes mean or who refers to them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from storygraph.errors import StoryError
from storygraph.files import write_whole

__all__ = ["BlobFolder"]

_DIGITS = frozenset("0123456789abcdef")


class BlobFolder:
    """A folder of content-addressed files."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def put(self, data: bytes) -> str:
        """Keep `data` and return its SHA-256. Mends the file if it is there but damaged."""
        digest = hashlib.sha256(data).hexdigest()
        if not self._is_whole(digest):
            write_whole(self._file(digest), data)
        return digest

    def get(self, digest: str) -> bytes:
        """The bytes of that SHA-256. Raises StoryError when they are missing or damaged."""
        try:
            data = self._file(digest).read_bytes()
        except FileNotFoundError:
            raise self.unreadable(digest) from None
        if hashlib.sha256(data).hexdigest() != digest:
            self._quarantine(digest)
            raise self.unreadable(digest)
        return data

    def path(self, digest: str) -> Path:
        """The file with those bytes, checked. Raises StoryError when it is missing or damaged."""
        file = self._file(digest)
        if not self._is_whole(digest):
            self._quarantine(digest)
            raise self.unreadable(digest)
        return file

    def has(self, digest: str) -> bool:
        """Whether the file is there, whole or not."""
        return self._file(digest).is_file()

    def size(self, digest: str) -> int:
        """The bytes of a file on the disk; 0 when it is not there."""
        try:
            return self._file(digest).stat().st_size
        except FileNotFoundError:
            return 0

    def discard(self, digest: str) -> None:
        """Delete a file that nobody refers to any more."""
        self._file(digest).unlink(missing_ok=True)

    def digests(self) -> Iterator[str]:
        """The SHA-256 of every file there is, whole or not, in no order."""
        for file in self._folder.glob("sha256/??/*"):
            if len(file.name) == 64 and set(file.name) <= _DIGITS:
                yield file.name

    def leftovers(self) -> Iterator[Path]:
        """What writers left that were killed before they were done."""
        yield from self._folder.glob("sha256/??/.*.partial")

    def modified(self, digest: str) -> float:
        """When a file was written, in seconds since 1970; 0 when it is not there."""
        try:
            return self._file(digest).stat().st_mtime
        except FileNotFoundError:
            return 0.0

    def _is_whole(self, digest: str) -> bool:
        try:
            with self._file(digest).open("rb") as file:
                return hashlib.file_digest(file, "sha256").hexdigest() == digest
        except FileNotFoundError:
            return False

    def _quarantine(self, digest: str) -> None:
        """Put a damaged file aside. Where somebody has mended it meanwhile, the mended one goes back."""
        aside = self._aside(digest)
        aside.parent.mkdir(parents=True, exist_ok=True)
        try:
            self._file(digest).replace(aside)
        except FileNotFoundError:
            return
        if hashlib.sha256(aside.read_bytes()).hexdigest() == digest:
            aside.replace(self._file(digest))

    def unreadable(self, digest: str) -> StoryError:
        """What to tell of a file that is missing or damaged. Raises ValueError for what is no SHA-256."""
        place = f"sha256/{digest[:2]}/{digest}"
        what = "damaged" if self._aside(digest).exists() else "missing"
        kept = f" (what is left of it is in quarantine/{digest})" if what == "damaged" else ""
        return StoryError(
            f"A saved part of this episode is {what} ({place}): "
            f"put that file back from a backup, or direct its beat again{kept}."
        )

    def _aside(self, digest: str) -> Path:
        return self._folder / "quarantine" / _checked(digest)

    def _file(self, digest: str) -> Path:
        return self._folder / "sha256" / digest[:2] / _checked(digest)


def _checked(digest: str) -> str:
    if len(digest) != 64 or not set(digest) <= _DIGITS:
        raise ValueError(f"not a SHA-256: {digest!r}")
    return digest
