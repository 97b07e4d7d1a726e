"""The world as a value: what is asked of it, how far that has come, and everything a checkpoint must hold.

Knows how to become bytes and back; knows nothing of how the next state is found (see `model.world`).
"""

from __future__ import annotations

import json
import struct
import zlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from typing import Any

import numpy as np
import numpy.typing as npt

from model.camera import Camera
from model.moment import EMOTIONS, GESTURES, MANNERS, WEATHERS, Moment
from model.stage import Stage
from model.verbs import VERBS

FORMAT = 2
_MAGIC = b"NACRE-STATE"


@dataclass(frozen=True, slots=True)
class Action:
    """One thing asked of the model. Roles are entity ids; an action of the world itself (`weather`, `time`) has no
    actor. Raises ValueError for a word the model does not know."""

    verb: str
    actor: str | None
    target: str | None = None
    object: str | None = None  # what is given, thrown or put somewhere
    speed: float = 1.0  # 0.5 slowly .. 1 .. 2 as fast as can be
    direction: tuple[float, float] | None = None  # unit (x, z) on the ground when there is no target
    emotion: str | None = None
    weather: str | None = None
    hour: float | None = None
    seconds: float | None = None  # how long, for talk and what lasts
    after: int | None = None  # index, among the actions given together, of the one to wait for
    manner: str | None = None  # of MANNERS
    wear: tuple[str, str] | None = None  # what of a look changes once it is done, and to what ("hat", "none")
    words: str = ""  # the phrase it was asked in, with "someone" or "something" for what it names: "strolls to someone"

    def __post_init__(self) -> None:
        if self.verb not in VERBS:
            raise ValueError(f"unknown verb {self.verb!r}")
        if self.emotion is not None and self.emotion not in EMOTIONS:
            raise ValueError(f"unknown emotion {self.emotion!r}")
        if self.weather is not None and self.weather not in WEATHERS:
            raise ValueError(f"unknown weather {self.weather!r}")
        if self.manner is not None and self.manner not in MANNERS:
            raise ValueError(f"unknown manner {self.manner!r}")

    def to_json(self) -> dict[str, Any]:
        return {k: v for k, v in asdict(self).items() if v is not None and v != ""}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Action:
        words = dict(data)
        if words.get("direction") is not None:
            x, z = words["direction"]
            words["direction"] = (float(x), float(z))
        if words.get("wear") is not None:
            part, value = words["wear"]
            words["wear"] = (str(part), str(value))
        return cls(**{"actor": None, **words})


@dataclass(frozen=True, slots=True)
class Task:
    """An action under way. `started` and `done` are world steps, None when not yet; `after` is a row of
    `WorldState.tasks` that must be done first."""

    action: Action
    started: int | None = None
    done: int | None = None
    after: int | None = None

    @property
    def running(self) -> bool:
        return self.started is not None and self.done is None


@dataclass(frozen=True)
class WorldState:
    """Everything needed to go on from here: a checkpoint. `history` holds the latents of recent steps and `memory`
    what outlives them, both float16 and rounded while live too, so that saving changes no bit."""

    stage: Stage
    moment: Moment
    camera: Camera
    seed: int
    step: int
    model_id: str
    weights_sha256: str
    history: npt.NDArray[np.float16]  # (K, N + 1, D), newest last, the environment's token at row N
    memory: npt.NDArray[np.float16]  # (N + 1, M)
    tasks: tuple[Task, ...] = field(default=())

    def to_bytes(self) -> bytes:
        """The checkpoint as bytes: the same state gives the same bytes."""
        arrays: dict[str, npt.NDArray[Any]] = {"history": self.history, "memory": self.memory}
        scalars: dict[str, float] = {}
        for f in fields(Moment):
            value = getattr(self.moment, f.name)
            if isinstance(value, np.ndarray):
                arrays[f.name] = value
            else:
                scalars[f.name] = float(value)
        head = {
            "format": FORMAT,
            "stage": self.stage.to_json(),
            "camera": self.camera.to_json(),
            "tasks": [{"action": t.action.to_json(), "started": t.started, "done": t.done, "after": t.after}
                      for t in self.tasks],
            "seed": self.seed, "step": self.step,
            "model_id": self.model_id, "weights_sha256": self.weights_sha256,
            "scalars": scalars,
            "arrays": [[k, v.dtype.str, list(v.shape)] for k, v in arrays.items()],
        }  # fmt: skip
        text = json.dumps(head, ensure_ascii=False, sort_keys=True).encode()
        body = (
            struct.pack("<I", len(text)) + text + b"".join(np.ascontiguousarray(v).tobytes() for v in arrays.values())
        )
        return _MAGIC + zlib.compress(body, 6)

    @classmethod
    def from_bytes(cls, data: bytes) -> WorldState:
        """Raises ValueError when the bytes are not a whole state of a format this version reads."""
        if not data.startswith(_MAGIC):
            raise ValueError("these bytes are not a Nacre state")
        try:
            body = zlib.decompress(data[len(_MAGIC) :])
            (length,) = struct.unpack_from("<I", body)
            head = json.loads(body[4 : 4 + length])
        except (zlib.error, struct.error, UnicodeDecodeError, json.JSONDecodeError) as error:
            raise ValueError(f"damaged state: {error}") from error
        if head["format"] not in (1, FORMAT):
            raise ValueError(f"state format {head['format']}, this version reads 1 to {FORMAT}")
        arrays: dict[str, Any] = {}
        at = 4 + length
        for name, dtype, shape in head["arrays"]:
            count = int(np.prod(shape))
            arrays[name] = np.frombuffer(body, np.dtype(dtype), count, at).reshape(shape).copy()
            at += count * np.dtype(dtype).itemsize
        if at != len(body):
            raise ValueError(f"damaged state: {len(body)} bytes where {at} belong")
        if head["format"] == 1:  # before there were more than ten gestures
            arrays["gesture"] = np.pad(arrays["gesture"], ((0, 0), (0, len(GESTURES) - arrays["gesture"].shape[1])))
        history, memory = arrays.pop("history"), arrays.pop("memory")
        tasks = tuple(Task(Action.from_json(t["action"]), t["started"], t["done"], t["after"]) for t in head["tasks"])
        return cls(
            stage=Stage.from_json(head["stage"]), moment=Moment(**arrays, **head["scalars"]),
            camera=Camera.from_json(head["camera"]), seed=head["seed"], step=head["step"],
            model_id=head["model_id"], weights_sha256=head["weights_sha256"], history=history, memory=memory,
            tasks=tasks,
        )  # fmt: skip

    def with_camera(self, camera: Camera) -> WorldState:
        return replace(self, camera=camera)
