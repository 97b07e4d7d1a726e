"""Whoever kills Nacre at work finds everything again that it had said was saved, at the next start.

200 times: PYTHONPATH=. python tests/killing.py
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent


def test_everything_that_was_told_is_there_after_a_kill() -> None:
    """In a process of its own: children are forked off it, and must not inherit what pytest has running."""
    command = [sys.executable, "tests/killing.py", "--times", "4", "--longest", "2"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "4 kills in" in done.stdout and "; 0 wrong." in done.stdout
