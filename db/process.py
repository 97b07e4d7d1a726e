"""Who is at work: the identity of a process, which no other process on any machine has, and whether it is still alive.

A process id alone is given to somebody else after a while; with the moment the process started it is not. Machines are
told apart by name, by when they were booted and by their space of process ids (containers have their own). Knows
nothing of what the process does.
"""

from __future__ import annotations

import os
import socket
from pathlib import Path

__all__ = ["is_alive", "this_process"]

_PROC = Path("/proc")
_DEAD = {"Z", "X", "x"}  # a zombie has been killed; only its parent has not looked yet


def this_process() -> str:
    """This process: `machine/pid/started`."""
    pid = os.getpid()
    return f"{_machine()}/{pid}/{_started(pid)}"


def is_alive(process: str) -> bool | None:
    """Whether the process of that identity still runs; None when it is on another machine, so nobody here can know."""
    machine, pid, started = process.rsplit("/", 2)
    if machine != _machine():
        return None
    return _started(int(pid)) == started


def _machine() -> str:
    """This machine since it was booted, and within it what shares its process ids."""
    try:
        boot = (_PROC / "sys/kernel/random/boot_id").read_text().strip()
        space = os.readlink(_PROC / "self/ns/pid")
    except OSError:  # no such thing here
        boot, space = "", ""
    return f"{socket.gethostname()}/{boot}/{space}"


def _started(pid: int) -> str:
    """When a process started, in clock ticks since boot, or only that it is there where nobody tells; "" when it is
    not running."""
    try:
        # after the name, which may hold anything: state, parent, ... and as the 20th the start (man 5 proc)
        fields = (_PROC / str(pid) / "stat").read_text().rpartition(")")[2].split()
        return "" if fields[0] in _DEAD else fields[19]
    except OSError:
        pass
    if _PROC.joinpath("self").exists():
        return ""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return ""
    except PermissionError:
        pass
    return "running"
