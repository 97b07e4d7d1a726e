"""Writing a file so that it lands whole or not at all.

Knows nothing of stories: bytes go to a temporary file beside the target, which then takes its place in one step.
"""

from __future__ import annotations

import errno
import os
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from storygraph.errors import StoryError

__all__ = ["write_whole", "writing_whole"]

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


def write_whole(path: Path, data: bytes) -> None:
    """Write `data` to `path`, making its folder. Nobody ever sees half of it, even after a crash,
    and once this returns it is on the disk.

    Raises StoryError when the disk is full or the place cannot be written to; what was at `path` before then stays.
    """
    with writing_whole(path) as file:
        file.write(data)


@contextmanager
def writing_whole(path: Path) -> Iterator[BinaryIO]:
    """A file to write what shall be at `path`, for what is too big to be held at once; otherwise like `write_whole`.
    Leaving with an error leaves everything as it was."""
    partial = path.with_name(f".{path.name}.{uuid.uuid4().hex}.partial")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with partial.open("xb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        partial.replace(path)
        _settle(path.parent)
    except OSError as error:
        raise _explained(error, path) from error
    finally:
        with suppress(OSError):  # it is not there when all went well, nor when its folder could not be made
            partial.unlink()


def _settle(folder: Path) -> None:
    """See to it that a new name in a folder outlives a power cut, where the system can: POSIX writes folders apart."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _explained(error: OSError, path: Path) -> Exception:
    if error.errno in _FULL:
        return StoryError(f"The disk is full, so “{path.name}” was not saved: free some space and do that again.")
    if isinstance(error, (PermissionError, FileExistsError, NotADirectoryError, IsADirectoryError)):
        return StoryError(f"“{path}” cannot be written ({error.strerror}): choose another place.")
    return error
