"""What is compiled and kept on disk is made anew when any source of the renderer changes, not only its own."""

import os
import time
from pathlib import Path

from model.renderer.compiled import folder_for


def package(folder: Path) -> Path:
    for name in ("loop.py", "inner.py"):
        (folder / name).write_text("def f(x): return x\n")
    return folder


def test_the_same_sources_are_compiled_once(tmp_path: Path) -> None:
    assert folder_for(package(tmp_path)) == folder_for(package(tmp_path))


def test_a_change_in_another_file_is_a_change(tmp_path: Path) -> None:
    before = folder_for(package(tmp_path))
    (tmp_path / "inner.py").write_text("def f(x): return 2 * x\n")
    assert folder_for(tmp_path) != before


def test_what_nobody_has_used_for_long_is_thrown_away_and_nothing_else(tmp_path: Path) -> None:
    now = folder_for(package(tmp_path))
    old, new, other = (now.parent / name for name in ("compiled-old", "compiled-new", "loop.pyc"))
    for folder in (old, new, now):
        folder.mkdir(parents=True)
    other.write_text("")
    month = time.time() - 30 * 24 * 3600
    for path in (old, other, now):
        os.utime(path, (month, month))
    folder_for(tmp_path)
    assert not old.exists()
    assert new.exists() and other.exists() and now.exists()
