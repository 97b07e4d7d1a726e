"""WorldModel: state in, state out. The learned stage that everything in Nacre moves on.

`state = world.step(state, actions)` hides nothing in the module: step one state with A, with B and with A again, and
both A results are equal to the bit. Knows no words beyond `model.verbs`, no pictures and no stories.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Sequence
from dataclasses import fields, replace
from functools import lru_cache
from os import PathLike
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from safetensors.torch import load_file, save_file
from torch import Tensor
from transformers import PreTrainedModel

from model.attire import CARRIES, changed
from model.camera import Camera
from model.config import VERSION, WorldConfig
from model.constraints import WINGS, project
from model.decoder import Chance, Prediction, StateDecoder
from model.dynamics import Dynamics, Memory
from model.encoder import ActionEncoder, StateEncoder
from model.flow import MOTION
from model.geometry import DT
from model.layers import one_thread
from model.moment import EMOTIONS, GESTURES, POSES, Moment
from model.renderer.gait import STRIDES
from model.seats import driven, is_vehicle
from model.stage import Entity, Stage
from model.state import Action, Task, WorldState
from model.tensors import Cast, Scene, Tasks, cast_of, pair_features, placed_features, scene_of, tasks_of
from model.text import TextEncoder
from model.verbs import VERBS

WEIGHTS = Path(__file__).parent / "weights"
# Ground covered by two steps, walking and running, in body heights: what the rigs' cycles are drawn for.
_STRIDE = {True: STRIDES["person"], False: STRIDES["creature"]}  # by whether it is a person
_FILE = "model.safetensors"
GLANCE = 3  # steps before a task can be done: without a past to look at, "just begun" and "over" look alike
_BEAT = 1.4  # wing beats and dance steps a second


class WorldModel(PreTrainedModel):  # type: ignore[no-untyped-call]
    config_class = WorldConfig
    main_input_name = "scene"

    def __init__(self, config: WorldConfig) -> None:
        super().__init__(config)
        self.state_encoder = StateEncoder(config)
        self.action_encoder = ActionEncoder(config)
        self.dynamics = Dynamics(config)
        self.memory = Memory(config)
        self.decoder = StateDecoder(config)
        self.weights_sha256 = ""
        self.text = TextEncoder()
        self._rows = {name: k for k, name in enumerate(config.verbs)}
        self.post_init()  # type: ignore[no-untyped-call]

    def _init_weights(self, module: torch.nn.Module) -> None:
        """torch's own initialisation is kept."""

    # -- making ------------------------------------------------------------------------------------------------
    @classmethod
    def load(cls, name: str | Path = "base") -> WorldModel:
        """The shipped weights of this name, or those in a folder (its absolute path). Raises ValueError when they are
        missing, damaged, or made for another version."""
        return cls.from_pretrained(WEIGHTS / name)

    @classmethod
    def from_pretrained(
        cls, pretrained_model_name_or_path: str | PathLike[str] | None, *_: Any, **__: Any
    ) -> WorldModel:
        """The model that `save_pretrained` left in a folder. Raises ValueError, with a sentence that says what to do,
        when it is not whole or not for this version of Nacre. Nothing is ever fetched."""
        folder = Path(pretrained_model_name_or_path or WEIGHTS / "base")
        file = folder / _FILE
        if not file.is_file():
            raise ValueError(f"no weights at {folder}: train them with `python -m model.train` or reinstall Nacre")
        digest = hashlib.sha256(file.read_bytes()).hexdigest()
        recorded = (folder / "SHA256").read_text("ascii").split()[0] if (folder / "SHA256").is_file() else digest
        if digest != recorded:
            raise ValueError(f"{file.name} in {folder} is damaged or of another version: reinstall Nacre")
        config = WorldConfig.from_pretrained(folder)
        _suits(config, folder)
        world = cls(config)
        weights, own = load_file(file), world.state_dict()
        wrong = sorted(k for k in own.keys() | weights.keys() if k not in own or k not in weights
                       or own[k].shape != weights[k].shape)  # fmt: skip
        if wrong:
            raise ValueError(f"weights in {folder} do not fit their config.json ({wrong[0]}): reinstall Nacre")
        # Copied, not mapped: where in memory a matrix starts can change how its products are rounded, and a restart
        # must replay to the same bits.
        world.load_state_dict(weights)
        world.eval()  # type: ignore[no-untyped-call]
        world.weights_sha256 = digest
        return world

    def save_pretrained(self, save_directory: str | PathLike[str], *_: Any, **__: Any) -> None:
        """Config, weights and their hash as a folder that `from_pretrained` takes."""
        folder = Path(save_directory)
        self.config.save_pretrained(folder)
        save_file({name: weight.contiguous() for name, weight in self.state_dict().items()}, folder / _FILE)
        digest = hashlib.sha256((folder / _FILE).read_bytes()).hexdigest()
        (folder / "SHA256").write_text(f"{digest}  model.safetensors\n", "ascii")

    @classmethod
    def tiny(cls, seed: int = 0) -> WorldModel:
        """A small untrained model of the real architecture, for tests. It takes for done whatever it may, so that its
        beats are short. Leaves the global generator as it was."""
        with torch.random.fork_rng(devices=[]):
            torch.manual_seed(seed)
            world = cls(WorldConfig(width=32, layers=1, heads=2))
        *_, bias = world.decoder.done.parameters()
        torch.nn.init.constant_(bias, 10.0)
        world.eval()  # type: ignore[no-untyped-call]
        world.weights_sha256 = hashlib.sha256(f"tiny {seed}".encode()).hexdigest()
        return world

    # -- one step of tensors ---------------------------------------------------------------------------------------
    def predict(
        self,
        scene: Scene,
        cast: Cast,
        tasks: Tasks,
        past: Tensor,
        known: Tensor,
        memory: Tensor,
        chance: Chance | None = None,
    ) -> tuple[Prediction, Tensor, Tensor]:
        """Prediction, this step's latents (B, N + 1, D) and the memory after it (B, N + 1, M).

        `past` (B, K, N + 1, D) are the K latents before, newest last, `known` (B, K, N + 1) which of them exist. A
        model with `flow` draws motion from `chance`."""
        pairs = self.pairs(scene, cast)
        latent, roles = self.encode(scene, cast, tasks, pairs)
        prediction = self.foresee(latent, roles, scene, cast, tasks, pairs, past, known, memory, chance)
        return prediction, latent, self.memory(memory, latent)

    def pairs(self, scene: Scene, cast: Cast) -> Tensor:
        """(B, N, N, PAIR): how everything stands to everything else."""
        return pair_features(scene, cast) if self.config.relative else placed_features(scene)

    def encode(self, scene: Scene, cast: Cast, tasks: Tasks, pairs: Tensor) -> tuple[Tensor, Tensor]:
        roles, asked = self.action_encoder(scene, cast, tasks, pairs)
        return self.state_encoder(scene, cast) + asked, roles

    def foresee(
        self,
        latent: Tensor,
        roles: Tensor,
        scene: Scene,
        cast: Cast,
        tasks: Tasks,
        pairs: Tensor,
        past: Tensor,
        known: Tensor,
        memory: Tensor,
        chance: Chance | None = None,
    ) -> Prediction:
        n = scene.position.shape[1]
        there = torch.nn.functional.pad(cast.mask, (0, 1), value=True)
        x = self.dynamics(latent, past, known, memory, pairs, there)
        actors = torch.where(tasks.roles[..., 0] < 0, n, tasks.roles[..., 0])
        prediction: Prediction = self.decoder(x, roles, actors, pairs, scene, cast, chance)
        return prediction

    # -- states ----------------------------------------------------------------------------------------------------
    def begin(self, stage: Stage, moment: Moment, *, seed: int, camera: Camera | None = None) -> WorldState:
        """The first state of a world: nothing remembered, nothing under way."""
        n, c = len(stage.entities), self.config
        return WorldState(
            stage=stage, moment=moment, camera=camera or Camera(aspect=stage.aspect), seed=seed, step=0,
            model_id=str(c.model_type), weights_sha256=self.weights_sha256,
            history=np.zeros((0, n + 1, c.width), np.float16), memory=np.zeros((n + 1, c.memory), np.float16),
        )  # fmt: skip

    def admit(self, state: WorldState, entity: Entity, *, on_stage: bool = False) -> WorldState:
        """The state with one more entity, waiting in the wings (or in the middle, `on_stage`). Its row is the last."""
        m, n = state.moment, len(state.stage.entities)
        side = 1.0 if temper_of(state.seed, n)[1] >= 0 else -1.0
        place = (0.0, 0.0, 0.0) if on_stage else (side * (state.stage.half_extent + 0.5), 0.0, 0.0)
        flying = "flies" in entity.traits and not on_stage
        new = {
            "position": (place[0], 3.6 if flying else 0.0, place[2]), "velocity": (0.0, 0.0, 0.0),
            "heading": 0.0 if on_stage else -side * math.pi / 2, "present": float(on_stage),
            "pose": np.eye(len(POSES))[POSES.index("fly" if flying else "stand")], "gesture": np.eye(len(GESTURES))[0],
            "emotion": np.eye(len(EMOTIONS))[0], "held_by": -1, "supported_by": -1, "inside": -1,
        }  # fmt: skip
        grown: dict[str, Any] = {
            f.name: np.concatenate([old, np.asarray(new.get(f.name, 0.0), old.dtype)[None]])
            for f in fields(Moment) if isinstance(old := getattr(m, f.name), np.ndarray) and f.name != "weather"
        }  # fmt: skip
        row = n  # before the environment's
        return replace(
            state, stage=state.stage.with_entity(entity), moment=replace(m, **grown),
            history=np.insert(state.history, row, 0, axis=1), memory=np.insert(state.memory, row, 0, axis=0),
        )  # fmt: skip

    def step(self, state: WorldState, actions: Sequence[Action] = ()) -> WorldState:
        """The world a twelfth of a second later. New `actions` join what is under way; a new one of an actor's body
        ends that actor's earlier one. Raises ValueError for an action about somebody who is not on stage."""
        return self.step_measured(state, actions)[0]

    def step_measured(self, state: WorldState, actions: Sequence[Action] = ()) -> tuple[WorldState, float]:
        """`step`, and by how many metres the hard constraints had to move what they moved most."""
        return self.step_many([state], [actions])[0]

    @torch.no_grad()
    def step_many(
        self, states: Sequence[WorldState], actions: Sequence[Sequence[Action]]
    ) -> list[tuple[WorldState, float]]:
        """`step_measured` for several states with equally many entities at once: futures of one world, acted side by
        side. Each comes out as it would alone, to the bit."""
        tasks = [_started(_joined(s, asked), s.step) for s, asked in zip(states, actions, strict=True)]
        running = [_as_taught([(t.action, t.started) for t in own if t.running and t.started is not None], s)
                   for s, own in zip(states, tasks, strict=True)]  # fmt: skip
        scene, cast = scene_of([s.moment for s in states]), _casts(states, tasks)
        past, known = self._past(states)
        memory = torch.from_numpy(np.stack([s.memory for s in states]).astype(np.float32))
        batch = tasks_of(running, [s.stage for s in states], [s.step for s in states], self._rows, self._meaning)
        with one_thread():
            chance = self._chance(states)
            prediction, latent, memory = self.predict(scene, cast, batch, past, known, memory, chance)
            after, moved = project(settle(prediction, scene), scene, cast, batch)
        done = (prediction.done > 0.0).numpy()
        stepped = []
        for k, (state, own) in enumerate(zip(states, tasks, strict=True)):
            history = np.concatenate([state.history, latent[k : k + 1].numpy().astype(np.float16)])
            moment = _without_the_gone(_moment(after, k, state.moment, state.stage), own, state.stage)
            new = replace(
                state, moment=moment, step=state.step + 1,
                history=history[-self.config.context :], memory=memory[k].numpy().astype(np.float16),
                tasks=_finished(own, done[k], state.step + 1),
            )  # fmt: skip
            stepped.append((_dressed(new), float(moved[k].max())))
        return stepped

    def _chance(self, states: Sequence[WorldState]) -> Tensor | None:
        """What a model with `flow` draws motion from; the chance of others is in the tempers."""
        if not self.config.flow:
            return None
        rows = [chance_of(s.seed, s.step, len(s.stage.entities)) for s in states]
        return torch.from_numpy(np.stack(rows))

    def _meaning(self, words: str) -> npt.NDArray[np.float32]:
        row: npt.NDArray[np.float32] = self.text.encode([words])[0]
        return row

    def _past(self, states: Sequence[WorldState]) -> tuple[Tensor, Tensor]:
        """The K latents before this step and which of them exist: rows of zeros do not."""
        k, (_, n, d) = self.config.context, states[0].history.shape
        past = np.zeros((len(states), k, n, d), np.float32)
        for row, state in zip(past, states, strict=True):
            row[k - len(state.history) :] = state.history
        known = np.abs(past).sum(-1) > 0
        return torch.from_numpy(past), torch.from_numpy(known)


def _suits(config: WorldConfig, folder: Path) -> None:
    """Raises ValueError when weights of this config are not for this version."""
    if config.version != VERSION:
        raise ValueError(
            f"weights in {folder} are of version {config.version}, this Nacre takes {VERSION}: "
            "train them again with `python -m model.train`"
        )
    unknown = set(config.verbs) ^ set(VERBS)
    if unknown:
        words = ", ".join(sorted(unknown))
        raise ValueError(f"weights in {folder} were trained on other verbs ({words}): train again")


# -- tasks -------------------------------------------------------------------------------------------------------------
def _joined(state: WorldState, actions: Sequence[Action]) -> tuple[Task, ...]:
    """Tasks with new actions added; what is over is forgotten when new ones come."""
    if not actions:
        return state.tasks
    ids = {e.id for e in state.stage.entities}
    for action in actions:
        for who in (action.actor, action.target, action.object):
            if who is not None and who not in ids:
                raise ValueError(f"no entity {who!r} on stage")
    busy = {a.actor for a in actions if not VERBS[a.verb].light and a.actor is not None}
    kept = [t for t in state.tasks if t.running and (t.action.actor not in busy or VERBS[t.action.verb].light)]
    offset = len(kept)
    added = [Task(a, after=None if a.after is None else a.after + offset) for a in actions]
    return (*kept, *added)


def _started(tasks: tuple[Task, ...], step: int) -> tuple[Task, ...]:
    """Whoever need not wait any longer begins."""
    over = [t.done is not None for t in tasks]
    return tuple(
        replace(t, started=step) if t.started is None and (t.after is None or over[t.after]) else t for t in tasks
    )


def _as_taught(asked: list[tuple[Action, int]], state: WorldState) -> list[tuple[Action, int]]:
    """What the network is asked for. Of lights that change by themselves it was taught how all go out and how one comes
    on: so one that goes out is asked for as all of them, while those that are to stay lit come on."""
    asked = [(_as_gesture(action, state), began) for action, began in asked]
    out = {action.target: began for action, began in asked if action.verb == "put_out" and action.actor is None}
    if not out:
        return asked
    dark = [(replace(a, verb="black_out", target=None) if a.verb == "put_out" and a.actor is None else a, began)
            for a, began in asked]  # fmt: skip
    others = [e for e, lit in zip(state.stage.entities, state.moment.lit, strict=True) if lit > 0.5 and e.id not in out]
    return dark + [(Action("light", None, e.id, words="lights up"), max(out.values())) for e in others]


def _as_gesture(action: Action, state: WorldState) -> Action:
    """What the network is asked for who comes in on a mount, dresses, lifts somebody, or takes what is in hand."""
    if action.object is not None and action.verb == "enter":
        return replace(action, actor=action.object, object=None)
    if action.wear is not None:
        return replace(action, verb="hug" if action.wear[0] == CARRIES else action.verb, object=None)
    actor, target = state.stage.find(action.actor), state.stage.find(action.target)
    has = action.verb == "take" and target is not None and state.moment.held_by[target] == actor
    return replace(action, verb="stop", target=None, words="") if has else action


def _finished(tasks: tuple[Task, ...], done: npt.NDArray[np.bool_], step: int) -> tuple[Task, ...]:
    out, k = [], 0
    for task in tasks:
        if task.running and task.started is not None:
            age, length = step - task.started, task.action.seconds
            over = bool(done[k] and age > GLANCE) or (length is not None and age * DT >= length)
            task, k = (replace(task, done=step) if over else task), k + 1
        out.append(task)
    return tuple(out)


def _dressed(state: WorldState) -> WorldState:
    """The state in which those who have just put something on or taken it off look so."""
    for task in state.tasks:
        if task.done == state.step and task.action.wear is not None:
            stage, moment = changed(state.stage, state.moment, task.action)
            state = replace(state, stage=stage, moment=moment)
    return state


def _casts(states: Sequence[WorldState], tasks: Sequence[Sequence[Task]]) -> Cast:
    casts = []
    for s, own in zip(states, tasks, strict=True):
        temper = np.stack([temper_of(s.seed, i) for i in range(len(s.stage.entities))])
        casts.append(cast_of(_with_driven(s.stage, own), temper))
    return Cast(**{f.name: torch.cat([getattr(c, f.name) for c in casts]) for f in fields(Cast)})


def _with_driven(stage: Stage, tasks: Sequence[Task]) -> Stage:
    """The stage on which vehicles that are asked to go somewhere, or that somebody is to get astride of, are mounts;
    when that is over they still are, and keep who is on them."""
    astride = {t.action.target for t in tasks if t.action.verb == "jump_onto"}
    going = {t.action.actor for t in tasks} | {t.action.object for t in tasks if t.action.verb == "enter"}
    going |= {e.id for e in stage.entities if e.id in astride and "container" not in e.traits}
    if not any(is_vehicle(e) and e.id in going for e in stage.entities):
        return stage
    return replace(stage, entities=tuple(driven(e) if is_vehicle(e) and e.id in going else e for e in stage.entities))


# -- from prediction to moment -----------------------------------------------------------------------------------------
@lru_cache(maxsize=256)
def temper_of(seed: int, row: int) -> npt.NDArray[np.float32]:
    """Temperament of the entity in this row: chance that comes from the state's seed alone. Not to be written to."""
    temper = np.random.default_rng([seed & 0xFFFFFFFF, row]).standard_normal(4).astype(np.float32)
    temper.flags.writeable = False
    return temper


def chance_of(seed: int, step: int, rows: int) -> npt.NDArray[np.float32]:
    """Noise (rows, MOTION) of one step: chance that comes from the state's seed and step alone."""
    return np.random.default_rng([seed & 0xFFFFFFFF, step]).standard_normal((rows, MOTION)).astype(np.float32)


def settle(prediction: Prediction, before: Scene) -> Scene:
    """A scene with hard edges: the likeliest relations, on stage or off, weights that sum to 1."""
    n = before.held_by.shape[1]
    chosen = prediction.relations.argmax(-1)
    held, on, inside = (torch.where(chosen[..., k] == n, -1, chosen[..., k]) for k in range(3))
    s = prediction.scene
    mixed = ("pose", "gesture", "emotion", "weather")
    weights = {w: getattr(s, w) / getattr(s, w).sum(-1, keepdim=True) for w in mixed}
    present = (prediction.present > 0).float()
    return replace(s, **weights, held_by=held, supported_by=on, inside=inside, present=present)


def _moment(scene: Scene, row: int, before: Moment, stage: Stage) -> Moment:
    arrays = {f.name: getattr(scene, f.name)[row].numpy() for f in fields(Scene) if f.name != "hour"}
    moment = replace(before, **arrays, hour=float(scene.hour[row]), time_s=round(before.time_s + DT, 6))
    return replace(moment, phase=_phase(before, moment, stage))


def _without_the_gone(moment: Moment, tasks: Sequence[Task], stage: Stage) -> Moment:
    """The moment in which whoever is to leave and has come to the end of the wings waits there, off stage. The model
    says so itself of those who leave by the sides, as it was taught to; some leave by the others."""
    leaving = [stage.index(t.action.actor) for t in tasks
               if t.action.verb == "exit" and t.action.actor is not None and t.running and t.started is not None]
    gone = [row for row in leaving if np.abs(moment.position[row, [0, 2]]).max() >= WINGS]
    if not gone:
        return moment
    gone += [row for row, on in enumerate(moment.supported_by) if on in gone and stage.entities[row].kind == "person"]
    position, velocity, present = moment.position.copy(), moment.velocity.copy(), moment.present.copy()
    position[gone, 0] = np.copysign(stage.half_extent + 0.5, position[gone, 0])
    position[gone, 2], velocity[gone], present[gone] = 0.0, 0.0, 0.0
    return replace(moment, position=position, velocity=velocity, present=present)


def _phase(before: Moment, after: Moment, stage: Stage) -> npt.NDArray[np.float32]:
    """Gait is kinematics of the rig, not of the model: a leg swings by the ground it has covered, so that no foot
    slides; wings and dancers keep a beat."""
    running = after.pose[:, POSES.index("run")]
    stride = np.array([_STRIDE[e.kind == "person"] for e in stage.entities]).reshape(-1, 2)
    tall = np.array([e.size[1] for e in stage.entities])
    cycle_m = tall * (stride[:, 0] + running * (stride[:, 1] - stride[:, 0]))
    way = np.linalg.norm((after.position - before.position)[:, [0, 2]], axis=1)
    upward = np.abs(after.position[:, 1] - before.position[:, 1]) * after.pose[:, POSES.index("climb")]
    airy = np.minimum(after.pose[:, POSES.index("fly")] + after.pose[:, POSES.index("dance")], 1.0)
    cycles = (way + upward) / cycle_m * (1.0 - airy) + _BEAT * DT * airy
    phase: npt.NDArray[np.float32] = ((before.phase + 2 * math.pi * cycles) % (2 * math.pi)).astype(np.float32)
    return phase
