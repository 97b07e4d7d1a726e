"""Big values as files, each named by the SHA-256 of its bytes: `sha256/ab/<digest>`.

Equal bytes are kept once. A file lands whole or not at all and is checked whenever it is read. This module does not
know what the bytes mean or who refers to them.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from storygraph.errors import StoryError
from storygraph.files import write_whole

__all__ = ["BlobFolder"]


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
            raise StoryError(_mend("missing", digest)) from None
        if hashlib.sha256(data).hexdigest() != digest:
            raise StoryError(_mend("damaged", digest))
        return data

    def path(self, digest: str) -> Path:
        """The file with those bytes, checked. Raises StoryError when it is missing or damaged."""
        file = self._file(digest)
        if not file.is_file():
            raise StoryError(_mend("missing", digest))
        if not self._is_whole(digest):
            raise StoryError(_mend("damaged", digest))
        return file

    def _is_whole(self, digest: str) -> bool:
        try:
            with self._file(digest).open("rb") as file:
                return hashlib.file_digest(file, "sha256").hexdigest() == digest
        except FileNotFoundError:
            return False

    def _file(self, digest: str) -> Path:
        if len(digest) != 64 or not set(digest) <= set("0123456789abcdef"):
            raise ValueError(f"not a SHA-256: {digest!r}")
        return self._folder / "sha256" / digest[:2] / digest


def _mend(what: str, digest: str) -> str:
    return (
        f"A saved part of this episode is {what} (sha256/{digest[:2]}/{digest}): "
        "put that file back from a backup, or direct its beat again."
    )
