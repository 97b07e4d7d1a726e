"""How a prop is put together and moves: a still body, parts on joints, and the puppet that poses them.

Knows nothing of what any prop looks like. Toys are carpentered at about the catalogue's size, facing +z, and then
fitted exactly to their entity's.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

import numpy as np

from model.renderer.mesh import F32, Mesh, Vec3, merge, rotation
from model.renderer.puppet import Act, toppled


@dataclass(frozen=True)
class Hinge:
    """Turns by `degrees` about one axis as the thing opens."""

    pivot: Vec3
    axis: str
    degrees: float

    def linear(self, act: Act) -> F32:
        return rotation(**{self.axis: self.degrees * float(act.opened)})


@dataclass(frozen=True)
class Lit:
    """There only while the thing is lit. Flames dance; a bulb (`dances` False) is on or off."""

    pivot: Vec3
    dances: bool = False

    def linear(self, act: Act) -> F32:
        size = float(act.lit)
        if not self.dances:
            return np.eye(3, dtype=np.float32) * float(size > 0.05)
        t = act.time_s * 9.0 + act.seed % 97
        tall = size * (1.0 + 0.10 * math.sin(t) + 0.06 * math.sin(2.3 * t + 1.0))
        wide = size * (1.0 - 0.06 * math.sin(t))
        lean = 0.08 * math.sin(0.7 * t) * size
        return np.array([[wide, lean, 0], [0, tall, 0], [0, -0.5 * lean, wide]], np.float32)


@dataclass(frozen=True)
class Dark:
    """There only while the thing is not lit: the same bulb or screen, switched off."""

    pivot: Vec3

    def linear(self, act: Act) -> F32:
        return np.eye(3, dtype=np.float32) * float(act.lit <= 0.05)


@dataclass(frozen=True)
class Roll:
    """Turns about an axis with the phase of its movement."""

    pivot: Vec3
    axis: str

    def linear(self, act: Act) -> F32:
        return rotation(**{self.axis: math.degrees(act.phase)})


# What moves a part: `linear` is a (3, 3) rotation or scaling about a pivot, which is in the toy's rest frame.
Joint = Hinge | Lit | Dark | Roll


@dataclass(frozen=True)
class Toy:
    """Carpentered, not yet fitted: what stays still, what hangs on joints, and what lies about it and is none of its
    size: the stream under a bridge."""

    still: tuple[Mesh, ...]
    moving: tuple[tuple[Mesh, Joint], ...] = ()
    about: tuple[Mesh, ...] = ()


@dataclass(frozen=True)
class Paint:
    """What a builder may use: the entity's colours, the words of its name, and its own chance."""

    body: str
    accent: str
    words: frozenset[str]
    rng: np.random.Generator

    def named(self, *words: str) -> bool:
        """Whether the author called it one of these."""
        return any(w in self.words for w in words)


Builder = Callable[[Paint], Toy]
Builders = Mapping[str, Builder]


HELD_AT = 0.15  # of its height above its base: where a hand holds a thing, as `model.renderer.troupe` puts it there


@dataclass
class PropPuppet:
    """`mesh` part 0 is still, part k moves on joint k - 1, and part `site` is what lies about the thing. All of it
    topples as one. `grip` is where it is meant to be held, as a share of its height: a lantern by its ring."""

    mesh: Mesh
    joints: tuple[Joint, ...]
    size: tuple[float, float, float]
    grip: float = HELD_AT

    @property
    def site(self) -> int:
        return 1 + len(self.joints)

    def pose(self, act: Act) -> F32:
        parts = np.zeros((self.site + 1, 4, 4), np.float32)
        parts[:, range(4), range(4)] = 1.0
        for row, joint in zip(parts[1:-1], self.joints, strict=True):
            pivot = np.asarray(joint.pivot, np.float32)
            row[:3, :3] = joint.linear(act)
            row[:3, 3] = pivot - row[:3, :3] @ pivot
        if act.held:
            parts[:, 1, 3] -= (self.grip - HELD_AT) * self.size[1]
        elif act.tilt > 0:
            parts = (toppled(self.size[1], self.size[2], act.tilt) @ parts).astype(np.float32)
        return parts

    def hand(self, parts: F32) -> F32:
        """Props hold nothing; what they carry stands on their top."""
        top = np.eye(4, dtype=np.float32)
        top[1, 3] = self.size[1]
        placed: F32 = parts[0] @ top
        return placed


def fitted(toy: Toy, size: tuple[float, float, float], lift: float = 0.0, grip: float = HELD_AT) -> PropPuppet:
    """The toy stretched to fill `size` exactly, the middle of its base `lift` metres above the origin."""
    meshes = [m.of_part(0) for m in toy.still] + [m.of_part(k + 1) for k, (m, _) in enumerate(toy.moving)]
    low, high = merge(meshes).bounds()
    mesh = merge([*meshes, *(m.of_part(len(toy.moving) + 1) for m in toy.about)])
    scale = np.asarray(size, np.float32) / np.maximum(high - low, 1e-6)
    base = np.array([(low[0] + high[0]) / 2, low[1], (low[2] + high[2]) / 2], np.float32)
    up = np.array([0.0, lift, 0.0], np.float32)
    joints = tuple(_placed(joint, (np.asarray(joint.pivot, np.float32) - base) * scale + up) for _, joint in toy.moving)
    return PropPuppet(mesh.moved(-base).scaled(tuple(scale)).moved(up), joints, size, grip)


def _placed(joint: Joint, pivot: F32) -> Joint:
    return replace(joint, pivot=tuple(float(x) for x in pivot))
