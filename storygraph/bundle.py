"""A whole episode as one file, `.nacre`: a zip of its story, its states, and those clips that have been rendered.

    manifest.json    {"format", "version", "nacre", "entries": [{"name", "size", "sha256"}, ...]}
    story.json       the story (`storygraph.serial`)
    blobs/<sha256>   every state, clip and picture the story refers to

Equal episodes make equal bytes. A bundle comes from anywhere, so nothing in it is believed: `opened` reads it all once
before it hands anything over, by names it knows and within bounds, and no name in it ever becomes a path. This module
does not know what a state or a clip holds, or where they are kept; and undo stays at home.
"""

from __future__ import annotations

import hashlib
import json
import math
import re
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import IO, Any

from storygraph.errors import StoryError
from storygraph.files import writing_whole
from storygraph.graph import StoryGraph
from storygraph.progress import Progress
from storygraph.serial import from_json, to_json

__all__ = ["Bundle", "blobs_of", "export", "opened"]

FORMAT = "nacre-bundle"
VERSION = 1
MOST_ENTRIES = 1_000_000
LARGEST_TEXT = 1 << 30  # bytes of manifest and story
LARGEST_BLOB = 1 << 30
LARGEST_WHOLE = 1 << 40
MOST_SQUEEZED = 200  # bytes that one byte of the file may become
_CHUNK = 1 << 20
_STATE, _CLIP, _PICTURE = "application/x-nacre-state", "video/mp4", "image/jpeg"
_NAME = re.compile(r"manifest\.json|story\.json|blobs/[0-9a-f]{64}")
_ID = re.compile(r"[\w.:-]{1,64}")
_EPOCH = (1980, 1, 1, 0, 0, 0)  # when a zip's time begins
_LINK = 0o120000


def blobs_of(graph: StoryGraph) -> dict[str, str]:
    """The SHA-256 of everything a story refers to, each with its media type, in the order of the story."""
    found: dict[str, str] = {}
    if graph.episode.picture is not None:
        found[graph.episode.picture] = _PICTURE
    for scene in (*graph.scenes.values(), *graph.trashed.values()):
        found.setdefault(scene.start, _STATE)
        for beat in scene.beats:
            for take in beat.takes:
                found.setdefault(take.checkpoint, _STATE)
                if take.start is not None:
                    found.setdefault(take.start, _STATE)
                if take.clip is not None:
                    found.setdefault(take.clip, _CLIP)
    return found


# Out


def export(graph: StoryGraph, blobs: Callable[[str], bytes], out: Path, progress: Progress | None = None) -> Path:
    """Write the bundle to the file `out` and return it. A clip that is missing or damaged is left out: whoever opens
    the bundle can render it again. Raises StoryError when a state is."""
    wanted = blobs_of(graph)
    entries: list[dict[str, Any]] = []
    lost: set[str] = set()
    with writing_whole(out) as file, zipfile.ZipFile(file, "w") as archive:
        for number, (digest, media_type) in enumerate(wanted.items()):
            if progress is not None:
                progress(number / len(wanted), f"{number + 1} of {len(wanted)}")
            try:
                data = blobs(digest)
            except StoryError:
                if media_type != _CLIP:
                    raise
                lost.add(digest)
                continue
            _add(archive, entries, f"blobs/{digest}", data, zipfile.ZIP_STORED)
        _add(archive, entries, "story.json", _text(_without_clips(to_json(graph), lost)), zipfile.ZIP_DEFLATED)
        manifest = {"format": FORMAT, "version": VERSION, "nacre": _nacre(), "entries": entries}
        _add(archive, [], "manifest.json", _text(manifest), zipfile.ZIP_DEFLATED)
    if progress is not None:
        progress(1.0, "Bundle written")
    return out


def _add(archive: zipfile.ZipFile, entries: list[dict[str, Any]], name: str, data: bytes, method: int) -> None:
    info = zipfile.ZipInfo(name, _EPOCH)
    info.compress_type, info.create_system, info.external_attr = method, 3, 0o644 << 16
    archive.writestr(info, data)
    entries.append({"name": name, "size": len(data), "sha256": hashlib.sha256(data).hexdigest()})


def _text(data: Any) -> bytes:
    return json.dumps(data, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode()


def _without_clips(story: dict[str, Any], lost: set[str]) -> dict[str, Any]:
    scenes = [*story["scenes"], *(scene for removal in story.get("trash", ()) for scene in removal["scenes"])]
    for take in (take for scene in scenes for beat in scene["beats"] for take in beat["takes"]):
        if take["clip"] in lost:
            take["clip"] = None
    return story


def _nacre() -> str:
    try:
        return version("nacre")
    except PackageNotFoundError:  # run from its folder
        return "unknown"


# In


@dataclass(frozen=True)
class Bundle:
    """A bundle that has been read through and is whole: its story, and the media type of each of its blobs."""

    graph: StoryGraph
    blobs: Mapping[str, str]
    _archive: zipfile.ZipFile

    def read(self, digest: str) -> bytes:
        """The bytes of that SHA-256. Raises StoryError when the file has changed since it was read through."""
        with _explained():
            data = self._archive.read(f"blobs/{digest}")
        if hashlib.sha256(data).hexdigest() != digest:
            raise _damaged(f"“blobs/{digest[:8]}…” is not what its name says")
        return data


@contextmanager
def opened(path: Path, *, owner: str, progress: Progress | None = None) -> Iterator[Bundle]:
    """A bundle to read from, its story now belonging to `owner`; it holds exactly what its story needs.

    Raises StoryError when it is no bundle, is damaged or cut off, comes from a newer Nacre, or would be more than it
    seems (names outside, links, twice the same name, more than it may unpack to).
    """
    try:
        file = path.open("rb")
    except OSError as error:
        raise StoryError(f"“{path}” cannot be read ({error.strerror}): name a bundle that is there.") from error
    with file:
        _refuse_long_directory(file)
        with _explained():
            archive = zipfile.ZipFile(file)
        with archive:
            infos = _known(archive, path.stat().st_size)
            with _explained():
                listed = _listed(_json(_whole(archive, infos, "manifest.json")), infos)
                story = _whole(archive, infos, "story.json")
                if hashlib.sha256(story).hexdigest() != listed["story.json"]:
                    raise _damaged("“story.json” is not what its manifest says")
                graph = _story(story, owner)
                blobs = blobs_of(graph)
                _refuse_other_blobs(blobs, listed)
                for number, digest in enumerate(blobs):
                    if progress is not None:
                        progress(number / len(blobs), f"Checking {number + 1} of {len(blobs)}")
                    _check(archive, f"blobs/{digest}", digest)
            yield Bundle(graph, blobs, archive)


def _refuse_long_directory(file: IO[bytes]) -> None:
    """A zip's list of entries is read into memory as a whole: see first how long its end says that it is."""
    file.seek(0, 2)
    size = file.tell()
    file.seek(max(0, size - 98))  # the end, and before it where an entry or its count is large
    tail = file.read()
    if len(tail) < 22 or tail[-22:-18] != b"PK\5\6":
        raise StoryError("This is not a bundle of Nacre, or only a part of one: choose a whole .nacre file.")
    entries, length = struct.unpack("<HI", tail[-12:-6])
    if tail[-42:-38] == b"PK\6\7" and tail[-98:-94] == b"PK\6\6":
        entries, length = struct.unpack("<QQ", tail[-66:-50])
    if entries > MOST_ENTRIES or length > MOST_ENTRIES * 200:
        raise StoryError(f"This file has more than {MOST_ENTRIES:,} parts, which no episode has: it was not opened.")
    file.seek(0)


def _known(archive: zipfile.ZipFile, size: int) -> dict[str, zipfile.ZipInfo]:
    """The entries by name. Raises StoryError for names no bundle has, and for more than such a file can hold."""
    infos: dict[str, zipfile.ZipInfo] = {}
    for info in archive.infolist():
        name = info.orig_filename
        strange = not _NAME.fullmatch(name) or name != info.filename or (info.external_attr >> 16) & _LINK == _LINK
        if strange or info.flag_bits & 1 or info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise StoryError(f"This file holds “{_shown(name)}”, which no bundle of Nacre has: it was not opened.")
        if name in infos:
            raise StoryError(f"This file holds “{_shown(name)}” twice, which no bundle does: it was not opened.")
        largest = LARGEST_BLOB if name.startswith("blobs/") else LARGEST_TEXT
        if info.file_size > min(largest, MOST_SQUEEZED * max(info.compress_size, 1)):
            raise _too_much()
        infos[name] = info
    if sum(info.file_size for info in infos.values()) > min(LARGEST_WHOLE, MOST_SQUEEZED * size):
        raise _too_much()
    return infos


def _listed(manifest: Any, infos: Mapping[str, zipfile.ZipInfo]) -> dict[str, str]:
    """The SHA-256 of each entry, by name, as the manifest has it."""
    if not isinstance(manifest, dict) or manifest.get("format") != FORMAT:
        raise StoryError("This is not a bundle of Nacre: choose a .nacre file.")
    made_by = manifest.get("version")
    if not isinstance(made_by, int) or made_by > VERSION:
        raise StoryError("This bundle was made by a newer version of Nacre: update Nacre to open it.")
    entries = manifest.get("entries")
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise _damaged("its manifest has no entries")
    listed = {str(entry.get("name")): str(entry.get("sha256")) for entry in entries}
    if len(listed) < len(entries) or listed.keys() | {"manifest.json"} != infos.keys():
        raise _damaged("it does not hold what its manifest lists")
    for entry in entries:
        if entry.get("size") != infos[entry["name"]].file_size:
            raise _damaged(f"“{_shown(entry['name'])}” is not as long as its manifest says")
    return listed


def _story(text: bytes, owner: str) -> StoryGraph:
    data = _json(text)
    _refuse_unwritable(data)
    graph = from_json(data, owner=owner)
    ids = [graph.episode.id, *graph.scenes, *graph.trashed, *(removal.id for removal in graph.trash)]
    for scene in (*graph.scenes.values(), *graph.trashed.values()):
        ids += [choice.id for choice in scene.choices]
        ids += [beat.id for beat in scene.beats]
        ids += [take.id for beat in scene.beats for take in beat.takes]
    for found in ids:
        if not _ID.fullmatch(found):
            raise _damaged(f"“{_shown(found)}” is no id")
    return graph


def _refuse_other_blobs(blobs: Mapping[str, str], listed: Mapping[str, str]) -> None:
    names = {f"blobs/{digest}": digest for digest in blobs}
    if names.keys() | {"story.json"} != listed.keys():
        raise _damaged("it does not hold what its story needs, or more")
    if any(listed[name] != digest for name, digest in names.items()):
        raise _damaged("its manifest and its names say different things")


def _check(archive: zipfile.ZipFile, name: str, digest: str) -> None:
    """Read an entry through, piece by piece. Raises StoryError when its bytes are not those of the SHA-256."""
    found = hashlib.sha256()
    with archive.open(name) as entry:
        while piece := entry.read(_CHUNK):
            found.update(piece)
    if found.hexdigest() != digest:
        raise _damaged(f"“{name[:14]}…” is not what its manifest says")


def _whole(archive: zipfile.ZipFile, infos: Mapping[str, zipfile.ZipInfo], name: str) -> bytes:
    if name not in infos:
        raise StoryError(f"This file has no {name}, so it is no bundle of Nacre: choose a .nacre file.")
    with archive.open(name) as entry:
        return entry.read(infos[name].file_size)


def _json(text: bytes) -> Any:
    """JSON as it may come from anywhere: no numbers that are none, none that no database holds."""

    def number(digits: str) -> float:
        if not math.isfinite(value := float(digits)):
            raise ValueError(digits)
        return value

    def whole(digits: str) -> int:
        if len(digits) > 20 or not -(2**63) <= (value := int(digits)) < 2**63:
            raise ValueError(digits)
        return value

    try:
        return json.loads(text.decode(), parse_float=number, parse_int=whole, parse_constant=number)
    except (ValueError, RecursionError) as error:
        raise _damaged("its JSON cannot be read") from error


def _refuse_unwritable(data: Any) -> None:
    """Raises StoryError for text that no file or database can hold: NUL, and half characters."""
    ahead = [data]
    while ahead:
        value = ahead.pop()
        if isinstance(value, dict):
            ahead += value.keys()
            ahead += value.values()
        elif isinstance(value, list):
            ahead += value
        elif isinstance(value, str) and re.search("[\0\ud800-\udfff]", value):
            raise _damaged(f"“{_shown(value)}” holds half a character, or none")


@contextmanager
def _explained() -> Iterator[None]:
    """Turns what a broken zip makes Python raise into a StoryError."""
    try:
        yield
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, struct.error) as error:
        raise _damaged("it cannot be unpacked") from error


def _shown(name: str) -> str:
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in name[:60])


def _damaged(what: str) -> StoryError:
    return StoryError(f"This bundle is damaged, {what}: copy or export it again.")


def _too_much() -> StoryError:
    return StoryError("This file would unpack to far more than it is, as no bundle does: it was not opened.")
