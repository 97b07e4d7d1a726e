"""Several processes write to one store at once: none fails, and nothing any of them wrote is lost.

1,200 writes by four processes: PYTHONPATH=. python tests/writing.py
"""

from __future__ import annotations

from pathlib import Path

from writing import side_by_side


def test_mixed_writes_of_several_processes_are_all_there(tmp_path: Path, database: str | None) -> None:
    kinds, _, wrong = side_by_side(tmp_path, database, processes=3, writes=24)
    assert wrong == []
    assert kinds.total() >= 24
