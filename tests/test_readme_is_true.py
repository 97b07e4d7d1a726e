"""What the README says of folders and commands is so."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from director.cli import main
from director.home import home_folder

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")
MADE_HERE = {"gallery", "build", "out", "node_modules", "__pycache__"}


def test_the_folder_tree_is_the_real_one() -> None:
    tree = re.search(r"^app\.py .*?(?=^```)", README, re.M | re.S)
    assert tree is not None
    named = {line.split()[0].rstrip("/") for line in tree[0].splitlines() if not line.startswith(" ")}
    real = {
        path.name
        for path in ROOT.iterdir()
        if path.is_dir() and path.name[0] != "." and path.name not in MADE_HERE and path.suffix != ".egg-info"
    }
    assert named == real | {"app.py"}


def test_every_command_it_names_is_there(capsys: pytest.CaptureFixture[str]) -> None:
    commands = set(re.findall(r"^nacre (\w+)", README, re.M))
    assert commands >= {"play", "state", "export", "eval", "bench"}
    for command in commands:
        with pytest.raises(SystemExit) as done:
            main([command, "--help"])
        assert done.value.code == 0
        assert command in capsys.readouterr().out


def test_every_make_target_it_names_is_there() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.M))
    assert set(re.findall(r"make ([a-z-]+)", README)) <= targets


def test_episodes_live_where_it_says() -> None:
    assert home_folder({"NACRE_HOME": "/somewhere"}) == Path("/somewhere")
    assert home_folder({}) == Path.home() / ".local" / "share" / "nacre"
