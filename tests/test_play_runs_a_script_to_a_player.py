"""`nacre play` acts a script with the shipped weights, films every beat and hands over what others can open."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from director.cli import main
from director.scripts.script import read_script
from storygraph.export.json_tree import schema

Nacre = Callable[..., tuple[int, str, str]]

SCRIPT = """
title: The well
world: {prompt: "A village with a knight, a blacksmith and a well.", seed: 5, aspect: "1:1"}
scenes:
  - id: square
    beats: ["Close-up. The blacksmith says: 'It is coming.'"]
    choices:
      - {label: Stay, to: stay}
      - {label: Run, to: run, default: true, seconds: 8}
  - {id: stay, from: square, beats: [The knight waves.], ending: true}
  - {id: run, from: square, beats: [The knight runs away from the well.], ending: true}
"""


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, str]:
    """Where episodes live, where the play was handed over to, and the episode's id."""
    folder = tmp_path_factory.mktemp("play")
    (folder / "well.yaml").write_text(SCRIPT, encoding="utf-8")
    command = [sys.executable, "-m", "director.cli", "play", folder / "well.yaml", "--out", folder / "out"]
    result = subprocess.run(command, capture_output=True, text=True, check=False, cwd=Path(__file__).parent.parent,
                            env={**os.environ, "NACRE_HOME": str(folder / "home")})  # fmt: skip
    assert result.returncode == 0, result.stderr
    return folder / "home", folder / "out", json.loads(result.stdout.splitlines()[-1])["episode"]


def test_every_clip_of_the_player_is_a_video(played: tuple[Path, Path, str]) -> None:
    _, out, _ = played
    clips = list((out / "player" / "clips").glob("*.mp4"))
    assert len(clips) == 3
    assert "The well" in (out / "player" / "index.html").read_text("utf-8")
    for clip in clips:
        command = ["ffprobe", "-v", "error", "-show_entries", "stream=codec_name,width,height", "-of", "csv=p=0", clip]
        probed = subprocess.run(command, capture_output=True, text=True, check=True)
        assert (probed.stdout.strip(), probed.stderr) == ("h264,480,480", "")


def test_the_json_follows_its_schema_and_names_every_clip(played: tuple[Path, Path, str]) -> None:
    _, out, _ = played
    data = json.loads((out / "story.json").read_text("utf-8"))
    Draft202012Validator(schema()).validate(data)
    assert json.dumps(data).count('"clip": null') == 0


def test_the_twee_and_the_script_are_there(played: tuple[Path, Path, str]) -> None:
    _, out, _ = played
    assert (out / "story.twee").read_text("utf-8").count("\n:: ") >= 4
    again, first = read_script((out / "script.yaml").read_text("utf-8")), read_script(SCRIPT)
    assert [scene.beats for scene in again.scenes] == [scene.beats for scene in first.scenes]


@pytest.fixture
def nacre(played: tuple[Path, Path, str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Nacre:
    """The command in this process: its exit status, what it prints and what it says on the error stream."""

    def run(*words: str) -> tuple[int, str, str]:
        monkeypatch.setenv("NACRE_HOME", str(played[0]))
        status = main(words)
        return status, *capsys.readouterr()

    return run


def test_states_of_the_episode_can_be_asked_for(played: tuple[Path, Path, str], nacre: Nacre) -> None:
    places = ("", ":square:0", ":run", ":run:1")
    states = {at: json.loads(nacre("state", f"{played[2][:12]}{at}")[1]) for at in places}
    assert states[""]["spoken"][0]["text"] == "It is coming."
    assert states[":square:0"]["time_s"] < states[""]["time_s"] < states[":run"]["time_s"]
    assert states[":run"] == states[":run:1"]


def test_the_episode_is_exported_again(played: tuple[Path, Path, str], nacre: Nacre) -> None:
    _, out, episode = played
    status, printed, _ = nacre("export", episode, "-f", "twee", "-o", str(out / "again.twee"))
    assert (status, printed.strip()) == (0, str(out / "again.twee"))
    assert (out / "again.twee").read_bytes() == (out / "story.twee").read_bytes()


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (("state", "nothing"), "No episode is called “nothing”"),
        (("state", "The well:nowhere"), "No one scene is called “nowhere”"),
        (("state", "The well:run:9"), "no place after beat 9"),
        (("play", "missing.yaml", "--out", "out"), "missing.yaml"),
        (("eval", "missing.jsonl"), "missing.jsonl"),
    ],
)
def test_what_the_author_can_mend_is_said_in_one_line(nacre: Nacre, words: tuple[str, ...], hint: str) -> None:
    status, printed, said = nacre(*words)
    assert (status, printed) == (1, "")
    assert hint in said
    assert "Traceback" not in said
