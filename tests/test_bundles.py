"""Bundles: an episode as one file, the same film wherever it is opened; what is none is refused and leaves nothing."""

from __future__ import annotations

import hashlib
import json
import random
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from directing import PROMPT, SAY, WALK, open_director
from stories import OWNER, Kit, branching, hostile

from director.cli import main
from director.director import Director
from storygraph import bundle
from storygraph.bundle import blobs_of, opened
from storygraph.errors import StoryError
from storygraph.story import Cursor
from storygraph.trash import put_away, restored

Parts = dict[str, bytes]


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Director]:
    director = open_director(tmp_path / "here")
    yield director
    director.close()


@pytest.fixture
def there(tmp_path: Path) -> Iterator[Director]:
    director = open_director(tmp_path / "there")
    yield director
    director.close()


@pytest.fixture
def told(kit: Kit, tmp_path: Path) -> Path:
    """The bundle of a branching story."""
    return bundle.export(branching(kit), kit.blobs.__getitem__, tmp_path / "story.nacre")


def parts(file: Path) -> Parts:
    with zipfile.ZipFile(file) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(file: Path, contents: Parts, *, relist: bool = True) -> Path:
    """A bundle of these parts, its manifest true to them unless `relist` is False."""
    if relist:
        manifest = json.loads(contents["manifest.json"])
        manifest["entries"] = [
            {"name": name, "size": len(data), "sha256": hashlib.sha256(data).hexdigest()}
            for name, data in contents.items() if name != "manifest.json"
        ]  # fmt: skip
        contents = {**contents, "manifest.json": json.dumps(manifest).encode()}
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in contents.items():
            archive.writestr(name, data)
    return file


def test_the_same_film_on_another_machine(here: Director, there: Director, tmp_path: Path) -> None:
    start = here.begin(PROMPT, seed=7, aspect="1:1")
    walked = here.direct(start, WALK)
    graph = here.story(start.episode)
    clip = here._store.put_blob(b"as if it had been filmed", "video/mp4")
    here._store.save(graph.with_clip(start.scene, 0, graph.root.beats[0].take.id, clip), graph)
    said = here.direct(here.fork(walked, label="Warn him"), SAY)
    file = here.export(start.episode, "bundle", tmp_path / "film.nacre")

    begun = there.import_bundle(file, owner="somebody else")
    mine, theirs = here.story(start.episode), there.story(begun.episode, "somebody else")
    assert begun == start and theirs.scenes == mine.scenes and theirs.episode.owner == "somebody else"
    for cursor in (walked, said):
        assert np.array_equal(there.still(cursor, (96, 96), owner="somebody else"), here.still(cursor, (96, 96)))
    assert there.render(walked, owner="somebody else").read_bytes() == b"as if it had been filmed"
    with pytest.raises(StoryError, match="no such episode"):
        there.story(begun.episode)
    again = there.import_bundle(file)
    assert again.episode != start.episode, "the id is taken there, if by somebody else"
    assert there.story(again.episode).scenes == mine.scenes
    on = there.fork(Cursor(again.episode, said.scene, 1))
    assert there.state(on) == here.state(said), "and it can be gone on with"


def test_equal_episodes_make_equal_bytes(kit: Kit, told: Path, tmp_path: Path) -> None:
    again = bundle.export(branching(Kit()), kit.blobs.__getitem__, tmp_path / "again.nacre")
    assert again.read_bytes() == told.read_bytes()


def test_hostile_text_travels_letter_by_letter(kit: Kit, tmp_path: Path) -> None:
    graph = hostile(kit)
    file = bundle.export(graph, kit.blobs.__getitem__, tmp_path / "hostile.nacre")
    with opened(file, owner=OWNER) as bundled:
        assert bundled.graph == graph
        assert {digest: bundled.read(digest) for digest in bundled.blobs} == {d: kit.blobs[d] for d in blobs_of(graph)}


def test_what_is_in_the_trash_travels_too(kit: Kit, tmp_path: Path) -> None:
    graph = put_away(branching(kit), "bell", removal="r", at="2026-11-22T12:00:00Z")
    file = bundle.export(graph, kit.blobs.__getitem__, tmp_path / "story.nacre")
    with opened(file, owner=OWNER) as bundled:
        assert restored(bundled.graph, "r").graph.scenes.keys() == branching(Kit()).scenes.keys()
        assert bundled.blobs.keys() == blobs_of(branching(Kit())).keys()


def test_a_clip_that_is_lost_is_left_out_and_a_state_is_not(kit: Kit, tmp_path: Path) -> None:
    graph = branching(kit)
    take = graph.root.beats[0].take

    def without(lost: str | None) -> Callable[[str], bytes]:
        def blobs(digest: str) -> bytes:
            if digest == lost:
                raise StoryError("That part is damaged: put it back.")
            return kit.blobs[digest]

        return blobs

    file = bundle.export(graph, without(take.clip), tmp_path / "story.nacre")
    with opened(file, owner=OWNER) as bundled:
        assert bundled.graph.root.beats[0].take == replace(take, clip=None)
        assert bundled.graph.root.beats[1] == graph.root.beats[1]
    before = file.read_bytes()
    with pytest.raises(StoryError, match="put it back"):
        bundle.export(graph, without(take.checkpoint), file)
    assert file.read_bytes() == before and list(tmp_path.glob("*")) == [file], "and nothing half written is left"


def changed(told: Path, **parts_changed: Any) -> Parts:
    """The parts of a bundle with its manifest or story changed."""
    contents = parts(told)
    for name, change in parts_changed.items():
        data = json.loads(contents[f"{name}.json"])
        change(data)
        contents[f"{name}.json"] = json.dumps(data).encode()
    return contents


def newer(data: dict[str, Any]) -> None:
    data["version"] = 99


def endless(data: dict[str, Any]) -> None:
    data["scenes"][0]["beats"][0]["takes"][0]["duration_s"] = 1e999


def refused(there: Director, file: Path, words: str) -> None:
    folder = there.folder
    before = sorted(path for path in folder.rglob("*") if path.suffix not in (".db-wal", ".db-shm"))
    with pytest.raises(StoryError, match=words) as caught:
        there.import_bundle(file)
    assert str(caught.value).count("\n") == 0 and str(caught.value).endswith(".")
    assert there.episodes() == []
    assert sorted(path for path in folder.rglob("*") if path.suffix not in (".db-wal", ".db-shm")) == before


@pytest.mark.parametrize("name", ["../../evil", "/etc/passwd", "C:\\evil", "blobs/../x", "blobs/"])
def test_names_that_lead_elsewhere_are_refused(there: Director, told: Path, tmp_path: Path, name: str) -> None:
    refused(there, packed(tmp_path / "x.nacre", {**parts(told), name: b"x"}), "which no bundle of Nacre has")
    assert not (tmp_path.parent / "evil").exists()


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_links_and_twice_the_same_name_are_refused(there: Director, told: Path, tmp_path: Path) -> None:
    contents = parts(told)
    link = zipfile.ZipInfo(next(name for name in contents if name.startswith("blobs/")))
    link.external_attr = 0o120777 << 16
    for number, (entry, data, words) in enumerate([(link, b"/etc/passwd", "which no bundle"),
                                                   ("story.json", b"{}", "twice")]):  # fmt: skip
        file = packed(tmp_path / f"{number}.nacre", {} if entry is link else contents, relist=False)
        with zipfile.ZipFile(file, "a") as archive:
            archive.writestr(entry, data)
        refused(there, file, words)


def test_what_would_unpack_to_far_more_is_refused(
    there: Director, told: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    zeros = bytes(30_000_000)
    bomb = {**parts(told), f"blobs/{hashlib.sha256(zeros).hexdigest()}": zeros}
    refused(there, packed(tmp_path / "bomb.nacre", bomb), "far more than it is")
    large = {**parts(told), "story.json": zeros}
    refused(there, packed(tmp_path / "story.nacre", large), "far more than it is")
    monkeypatch.setattr(bundle, "MOST_ENTRIES", 10)
    refused(there, told, "more than 10 parts")


def test_a_wrong_hash_is_refused(there: Director, told: Path, tmp_path: Path) -> None:
    contents = parts(told)
    name = next(name for name in contents if name.startswith("blobs/"))
    refused(there, packed(tmp_path / "1.nacre", {**contents, name: b"other"}, relist=False), "is not as long as")
    wrong = {**contents, name: bytes(reversed(contents[name]))}
    refused(there, packed(tmp_path / "2.nacre", wrong, relist=False), "not what its manifest says")
    refused(there, packed(tmp_path / "3.nacre", wrong), "say different things")
    fewer = {key: data for key, data in contents.items() if key != name}
    refused(there, packed(tmp_path / "4.nacre", fewer, relist=False), "does not hold what its manifest lists")
    refused(there, packed(tmp_path / "5.nacre", fewer), "does not hold what its story needs")


def test_newer_versions_are_refused(there: Director, told: Path, tmp_path: Path) -> None:
    file = packed(tmp_path / "1.nacre", changed(told, manifest=newer))
    refused(there, file, "newer version of Nacre: update")
    refused(there, packed(tmp_path / "2.nacre", changed(told, story=newer)), "another version of Nacre: update")


@pytest.mark.parametrize(
    "text", [b"{", b"".join(b"[%d," % n for n in range(5_000)), b"\xff", b'{"format": 1' + b"0" * 5_000 + b"}"]
)
def test_json_that_is_none_is_refused(there: Director, told: Path, tmp_path: Path, text: bytes) -> None:
    refused(there, packed(tmp_path / "x.nacre", {**parts(told), "story.json": text}), "JSON cannot be read|not a story")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (endless, "JSON cannot be read"),
        (lambda story: story["episode"].update(seed=2**70), "JSON cannot be read"),
        (lambda story: story["episode"].update(title="half \ud800"), "half a character"),
        (lambda story: story["episode"].update(title="nul \0"), "half a character"),
        (lambda story: story["episode"].update(id="../../evil"), "is no id"),
        (lambda story: story["episode"].update(aspect="5:1"), "no aspect"),
        (lambda story: story["episode"].update(style="crayon"), "no style"),
        (lambda story: story["episode"].update(layout="Wild"), "no layout"),
        (lambda story: story["episode"].update(owner="author"), "not an episode"),
    ],
)
def test_a_story_that_could_not_be_kept_is_refused(
    there: Director, told: Path, tmp_path: Path, change: Callable[[dict[str, Any]], None], words: str
) -> None:
    refused(there, packed(tmp_path / "x.nacre", changed(told, story=change)), words)


def test_files_that_are_none_or_cut_off_are_refused(there: Director, told: Path, tmp_path: Path) -> None:
    whole = told.read_bytes()
    for length in (0, 10, len(whole) // 2, len(whole) - 1):
        told.write_bytes(whole[:length])
        refused(there, told, "only a part of one")
    refused(there, tmp_path / "nowhere.nacre", "cannot be read")
    refused(there, packed(tmp_path / "x.nacre", {"hello.txt": b"hi"}, relist=False), "which no bundle of Nacre has")


def test_damage_anywhere_is_told_and_leaves_nothing(there: Director, told: Path) -> None:
    whole, chance = told.read_bytes(), random.Random(7)
    for _ in range(150):
        broken = bytearray(whole)
        for _ in range(chance.randint(1, 3)):
            broken[chance.randrange(len(broken))] = chance.randrange(256)
        told.write_bytes(broken)
        try:
            with opened(told, owner=OWNER) as found:  # what is not looked at, like a time, may be anything
                assert {digest: found.read(digest) for digest in found.blobs}
        except StoryError:
            pass
    assert there.episodes() == []


def test_the_command_line_brings_an_episode_in(
    told: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("director.cli._director", lambda options: open_director(options.folder))
    assert main(["import", str(told), "--folder", str(tmp_path / "there")]) == 0
    assert json.loads(capsys.readouterr().out) == {"episode": "dragon", "title": "The Dragon's Bargain"}
    told.write_bytes(b"PK")
    assert main(["import", str(told), "--folder", str(tmp_path / "there")]) == 1
    assert "only a part of one" in capsys.readouterr().err
