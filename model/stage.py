"""What stands on a stage: entities and their fixed properties, as plain values.

Knows nothing of movement (see `model.state`), of drawing, or of words an author may use.
Units: metres, y up, heading 0 along +z.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

KINDS = ("person", "creature", "prop")

TRAITS = (
    "flies",  # can take off, fly, land and circle in the air
    "swims",
    "holdable",  # one hand (or claw) can carry it
    "seat",  # can be sat on
    "surface",  # its top carries things and people
    "climbable",  # can be climbed up to its top
    "opens",  # door, chest, gate, window
    "lights",  # lamp, lantern, fireplace, candle
    "container",  # things can be inside it
    "fixed",  # never moves by itself and cannot be pushed over
    "rolls",  # a ball, a barrel
    "topples",  # falls over when pushed
    "hangs",  # is fixed to a wall or ceiling
    "stepped",  # rises from front to back, to be walked up
)

OUTFITS = (
    "tunic", "apron", "armor", "peasant", "royal", "gown", "rags", "robe", "hanfu", "wuxia",
    "suit", "dress", "casual", "hoodie", "coat", "raincoat", "police", "soldier", "scrubs", "school",
    "wedding_dress", "tuxedo", "pyjamas", "chef", "spacesuit", "imperial", "mermaid", "frontier", "sheriff",
)  # fmt: skip
HAIRS = (
    "short", "side_part", "curly", "spiky", "bald", "bob", "long", "ponytail", "bun", "braids",
    "topknot", "mohawk", "afro", "bangs", "wavy",
)  # fmt: skip
BUILDS = ("slim", "average", "stout")
AGES = ("child", "young", "adult", "old")
HATS = ("none", "crown", "tiara", "helmet", "cap", "hood", "top_hat", "straw", "wizard", "beanie", "beaded",
        "phoenix", "space_helmet", "cowboy")  # fmt: skip
MASKS = ("none", "half", "fox", "rabbit", "bear", "opera", "plague", "cloth")
STYLES = ("vinyl", "noir", "ink wash", "watercolour", "neon", "storybook")
BEARDS = ("none", "full", "moustache", "goatee")


@dataclass(frozen=True, slots=True)
class Entity:
    """One thing on stage, its fixed properties only.

    `size` is (width, height, depth) in metres, upright and at rest. `colors` maps part (`top`, `bottom`,
    `hair`, `skin`, `shoes`, `body`, `accent`) to `#rrggbb`. `look` maps `outfit`, `hair`, `age`, `gender`
    (`f`/`m`), `build`, `hat`, `beard`, `glasses` (`yes`/`no`/`dark`), `mask` to a word of this module, and `likeness`
    to a number that stands for the shape of face and body.
    """

    id: str
    name: str
    kind: str
    archetype: str
    size: tuple[float, float, float]
    colors: Mapping[str, str] = field(default_factory=dict, hash=False)
    look: Mapping[str, str] = field(default_factory=dict, hash=False)
    traits: frozenset[str] = frozenset()

    def to_json(self) -> dict[str, Any]:
        return {
            "id": self.id,
            "name": self.name,
            "kind": self.kind,
            "archetype": self.archetype,
            "size": list(self.size),
            "colors": dict(sorted(self.colors.items())),
            "look": dict(sorted(self.look.items())),
            "traits": sorted(self.traits),
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Entity:
        w, h, d = (float(v) for v in data["size"])
        return cls(
            id=str(data["id"]),
            name=str(data["name"]),
            kind=str(data["kind"]),
            archetype=str(data["archetype"]),
            size=(w, h, d),
            colors=dict(data["colors"]),
            look=dict(data["look"]),
            traits=frozenset(data["traits"]),
        )


@dataclass(frozen=True, slots=True)
class Stage:
    """A setting and who and what is in it. Actors play within `half_extent` metres of the origin on x and z;
    the set's own scenery (houses, walls, trees), grown from `setting` and `seed` by the renderer, stays outside it."""

    setting: str
    seed: int
    entities: tuple[Entity, ...]
    indoor: bool = False
    style: str = "vinyl"
    aspect: str = "16:9"
    half_extent: float = 6.0

    def index(self, entity_id: str) -> int:
        """Position of the entity in every per-entity array. Raises ValueError when it is not on stage."""
        if (row := self.find(entity_id)) is None:
            raise ValueError(f"no entity {entity_id!r} on stage")
        return row

    def find(self, entity_id: str | None) -> int | None:
        """As `index`; None for who is not on stage, as somebody who just comes in is not yet."""
        return next((i for i, entity in enumerate(self.entities) if entity.id == entity_id), None)

    def with_entity(self, entity: Entity) -> Stage:
        return replace(self, entities=(*self.entities, entity))

    def to_json(self) -> dict[str, Any]:
        return {
            "setting": self.setting,
            "seed": self.seed,
            "indoor": self.indoor,
            "style": self.style,
            "aspect": self.aspect,
            "half_extent": self.half_extent,
            "entities": [e.to_json() for e in self.entities],
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Stage:
        return cls(
            setting=str(data["setting"]),
            seed=int(data["seed"]),
            entities=tuple(Entity.from_json(e) for e in data["entities"]),
            indoor=bool(data["indoor"]),
            style=str(data["style"]),
            aspect=str(data["aspect"]),
            half_extent=float(data["half_extent"]),
        )

    def digest_text(self) -> str:
        """Canonical JSON text: equal stages give equal text."""
        return json.dumps(self.to_json(), sort_keys=True, ensure_ascii=False)
