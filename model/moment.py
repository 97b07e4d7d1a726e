"""A moment: the decoded world at one instant. What the renderer draws and receipts are judged on.

Knows nothing of how it came about (see `model.dynamics`) and nothing of names: rows follow `Stage.entities`.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import Any

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float32]
Index = npt.NDArray[np.int64]

POSES = ("stand", "walk", "run", "sit", "kneel", "lie", "climb", "fly", "fallen", "dance", "jump", "swim")
EMOTIONS = ("calm", "happy", "sad", "angry", "afraid", "surprised", "disgusted", "in love")
GESTURES = (
    "rest", "reach", "carry", "hug", "strike", "throw", "wave", "point", "talk", "push",
    "bow", "nod", "shake", "clap", "cheer", "salute", "pray", "cover", "consume", "kick", "sneak", "limp",
)  # fmt: skip
MANNERS = ("sneak", "limp")  # ways of going about, each shown as the gesture of its name
TIMES = ("dawn", "day", "dusk", "night")
WEATHERS = ("clear", "rain", "snow", "fog", "storm")
HOURS = {"dawn": 6.5, "day": 12.0, "dusk": 18.5, "night": 23.0}


@dataclass(frozen=True, slots=True)
class Moment:
    """N entities at one instant; every array's first axis is N, in the order of `Stage.entities`.

    Angles in radians here, degrees in everything people see. `held_by`, `supported_by` and `inside` hold an
    entity's row, or -1 for nobody / the ground / nothing.
    """

    time_s: float
    position: Array  # (N, 3) m, middle of the base
    velocity: Array  # (N, 3) m/s
    heading: Array  # (N,) rad, 0 looks along +z, +pi/2 along +x
    pose: Array  # (N, 12) weights of POSES, each row sums to 1
    gesture: Array  # (N, 22) weights of GESTURES, each row sums to 1
    emotion: Array  # (N, 8) weights of EMOTIONS, each row sums to 1
    phase: Array  # (N,) rad, gait and wing-beat phase
    opened: Array  # (N,) 0 shut .. 1 open
    lit: Array  # (N,) 0 dark .. 1 lit
    tilt: Array  # (N,) 0 upright .. 1 lying on its side, toppled towards its heading
    speaking: Array  # (N,) 0 silent .. 1 speaking
    present: Array  # (N,) 0 off stage .. 1 on stage
    held_by: Index  # (N,)
    supported_by: Index  # (N,)
    inside: Index  # (N,)
    hour: float  # 0..24
    weather: Array  # (5,) weights of WEATHERS, sums to 1

    def pose_name(self, i: int) -> str:
        return POSES[int(self.pose[i].argmax())]

    def emotion_name(self, i: int) -> str:
        return EMOTIONS[int(self.emotion[i].argmax())]

    def gesture_name(self, i: int) -> str:
        return GESTURES[int(self.gesture[i].argmax())]

    def weather_name(self) -> str:
        return WEATHERS[int(self.weather.argmax())]

    def time_of_day(self) -> str:
        return time_of_day(self.hour)

    def down(self, i: int) -> bool:
        """Knocked over or fallen."""
        return bool(self.tilt[i] > 0.5) or self.pose_name(i) == "fallen"


def time_of_day(hour: float) -> str:
    """Word for the hour: night before 5 and from 20.5, dawn before 8, dusk from 17."""
    hour %= 24.0
    if hour < 5.0 or hour >= 20.5:
        return "night"
    return "dawn" if hour < 8.0 else "dusk" if hour >= 17.0 else "day"


def blend(a: Moment, b: Moment, t: float) -> Moment:
    """The moment a fraction `t` of the way from a to b (0 gives a), for drawing between two steps.

    Positions follow the cubic through both positions and velocities, so a ballistic arc stays one; angles take
    the short way; attachments switch at b.
    """
    if t <= 0.0:
        return a
    if t >= 1.0:
        return b
    dt = b.time_s - a.time_s
    t2, t3 = t * t, t * t * t
    h = (2 * t3 - 3 * t2 + 1, t3 - 2 * t2 + t, -2 * t3 + 3 * t2, t3 - t2)
    cubic = h[0] * a.position + h[1] * dt * a.velocity + h[2] * b.position + h[3] * dt * b.velocity
    # What turned up in two distant places (an entrance) must not sweep across the picture.
    jumped = np.linalg.norm(b.position - a.position, axis=1, keepdims=True) > 12.0 * max(dt, 1e-6) + 0.5
    linear = (1 - t) * a.position + t * b.position
    stopped = np.linalg.norm(b.position - a.position, axis=1, keepdims=True) < 1e-4
    position = np.where(jumped, a.position, np.where(stopped, linear, cubic)).astype(np.float32)

    def mix(x: Array, y: Array) -> Array:
        mixed: Array = ((1 - t) * x + t * y).astype(np.float32)
        return mixed

    def turn(x: Array, y: Array) -> Array:
        turned: Array = (x + t * np.arctan2(np.sin(y - x), np.cos(y - x))).astype(np.float32)
        return turned

    skip = {"time_s", "position", "heading", "phase", "held_by", "supported_by", "inside", "hour"}
    names = [f.name for f in fields(a) if f.name not in skip]
    mixed: dict[str, Any] = {name: mix(getattr(a, name), getattr(b, name)) for name in names}
    hours = (b.hour - a.hour + 12.0) % 24.0 - 12.0
    return replace(
        a,
        time_s=a.time_s + t * dt,
        position=position,
        heading=turn(a.heading, b.heading),
        phase=turn(a.phase, b.phase),
        hour=(a.hour + t * hours) % 24.0,
        **mixed,
    )
