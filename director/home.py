"""Where episodes live when nobody says otherwise. Reads only what it is given."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path


def home_folder(environment: Mapping[str, str]) -> Path:
    """`$NACRE_HOME`, else `~/.local/share/nacre` (XDG base directories: `$XDG_DATA_HOME/nacre`)."""
    if named := environment.get("NACRE_HOME"):
        return Path(named).expanduser()
    data = environment.get("XDG_DATA_HOME")
    return (Path(data) if data else Path.home() / ".local" / "share") / "nacre"
