"""Rigid bodies by MuJoCo: what becomes of a thing that is thrown, dropped, pushed or knocked over.

Knows nothing of actors; a body gets a first velocity and falls where physics lets it.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import mujoco
import numpy as np
import numpy.typing as npt

from model.geometry import DT, GRAVITY

_SUBSTEPS = 16
_FINE = 64  # the same for what is round: it touches the ground for a hundredth of a second


@dataclass(frozen=True, slots=True)
class Block:
    """An upright obstacle that does not move: base middle, size, heading."""

    position: tuple[float, float, float]
    size: tuple[float, float, float]
    heading: float = 0.0


@dataclass(frozen=True, slots=True)
class Flight:
    """T samples, one a world step, the first one step after the start."""

    position: npt.NDArray[np.float64]  # (T, 3) middle of the base
    velocity: npt.NDArray[np.float64]  # (T, 3)
    tilt: npt.NDArray[np.float64]  # (T,) 0 upright .. 1 on its side


def _model(
    size: Sequence[float], is_round: bool, start: Sequence[float], heading: float, blocks: Sequence[Block]
) -> mujoco.MjModel:
    w, h, d = (max(s, 0.04) / 2 for s in size)
    shape = f'type="sphere" size="{h}"' if is_round else f'type="box" size="{w} {h} {d}"'
    # MuJoCo is used with our axes: y up, so gravity points down y and the ground plane is turned.
    walls = "".join(
        f'<geom type="box" pos="{b.position[0]} {b.position[1] + b.size[1] / 2} {b.position[2]}" '
        f'size="{b.size[0] / 2} {b.size[1] / 2} {b.size[2] / 2}" euler="0 {math.degrees(b.heading)} 0"/>'
        for b in blocks
    )
    bounce = 'solref="-60000 -66"' if is_round else 'solref="0.02 0.9"'
    friction = "0.9 0.02 0.05" if is_round else "0.9 0.02 0.02"
    substeps = _FINE if is_round else _SUBSTEPS
    return mujoco.MjModel.from_xml_string(f"""
<mujoco><option gravity="0 {-GRAVITY} 0" timestep="{DT / substeps}"/><compiler angle="degree"/>
<worldbody><geom type="plane" size="60 60 1" euler="-90 0 0" friction="0.9 0.02 0.01"/>{walls}
<body pos="{start[0]} {start[1] + h} {start[2]}" euler="0 {math.degrees(heading)} 0"><freejoint/>
<geom {shape} density="400" friction="{friction}" condim="6" priority="1" {bounce}/></body></worldbody></mujoco>""")


def tipping_spin(size: Sequence[float], margin: float = 1.5) -> float:
    """Spin in rad/s that carries an upright box over its front edge, with a margin above the least that does."""
    h, d = max(size[1], 0.04), max(size[2], 0.04)
    climb = GRAVITY * (math.hypot(h, d) - h) / 2
    return margin * math.sqrt(2 * climb / ((h * h + d * d) / 3)) + 0.4


def topple(
    size: Sequence[float], start: Sequence[float], heading: float, spin: float, blocks: Sequence[Block] = ()
) -> Flight:
    """Tip a standing body about its front lower edge with `spin` (rad/s) and let it fall."""
    ahead, up = spin * size[1] / 2, spin * size[2] / 2
    return fly(size, False, start, heading, (ahead * math.sin(heading), up, ahead * math.cos(heading)), spin, blocks)


def fly(
    size: Sequence[float],
    is_round: bool,
    start: Sequence[float],
    heading: float,
    velocity: Sequence[float],
    spin: float = 0.0,
    blocks: Sequence[Block] = (),
    seconds: float = 4.0,
    towards: float | None = None,
) -> Flight:
    """Let a body go at `start` (base middle) with `velocity` (m/s) and a `spin` (rad/s) that tips it `towards` a
    bearing, its heading if none is given, until it rests or `seconds` are over. A moment that finds a round body at the
    ground in the midst of a bounce is given the speed with which it leaves: what is pressed together has a rebound that
    neither place nor speed would show."""
    towards = heading if towards is None else towards
    model = _model(size, is_round, start, heading, blocks)
    data = mujoco.MjData(model)
    data.qvel[:3] = velocity
    aside = towards - heading  # MuJoCo wants spin in the body's own axes
    data.qvel[3:6] = (spin * math.cos(aside), 0.0, -spin * math.sin(aside))
    half = max(float(size[1]), 0.04) / 2
    extent = np.array([max(s, 0.04) / 2 for s in size])
    places, tilts, touching = [], [], False
    speeds: list[npt.NDArray[np.float64]] = []
    for _ in range(int(seconds / DT)):
        for _ in range(_FINE if is_round else _SUBSTEPS):
            mujoco.mj_step(model, data)
            if touching and data.ncon == 0:
                speeds[-1], touching = data.qvel[:3].copy(), False
        frame = data.xmat[1].reshape(3, 3)
        tilt = 0.0 if is_round else math.acos(float(np.clip(frame[1, 1], -1.0, 1.0))) / (math.pi / 2)
        low = half if is_round else float(np.abs(frame[1]) @ extent)
        centre = data.xpos[1]
        lean = half * math.sin(min(tilt, 1.0) * math.pi / 2)
        places.append([centre[0] - lean * math.sin(towards), centre[1] - low, centre[2] - lean * math.cos(towards)])
        speeds.append(data.qvel[:3].copy())
        tilts.append(min(tilt, 1.0))
        touching = is_round and data.ncon > 0
        if len(places) > 12 and np.abs(data.qvel).max() < 0.03:
            break
    rest = np.zeros((1, 3))
    return Flight(
        np.array([*places, places[-1]]), np.concatenate([np.array(speeds), rest]), np.array([*tilts, tilts[-1]])
    )
