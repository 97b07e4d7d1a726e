"""A camera as a plain value: where it is, what it looks at, and the words that chose it.

Knows nothing of composition: `director.filming.camera` places it; the renderer looks through it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

SHOT_SIZES = ("Wide", "Medium", "Close-up")
CAMERA_TYPES = (
    "Static", "Tracking", "Pan Left", "Pan Right", "Tilt Up", "Tilt Down", "Push-in", "Pull-out",
    "POV Forward", "POV Look Down", "POV Look Up", "POV Turn Left", "POV Turn Right",
)  # fmt: skip
CUTS = ("long-take", "hard-cut", "cut-in", "cut-out", "cutaway", "cutback", "camera movement transition")
ASPECTS = {"16:9": 16 / 9, "9:16": 9 / 16, "1:1": 1.0}


@dataclass(frozen=True, slots=True)
class Camera:
    """Position and target in metres, vertical field of view in degrees; `subject` is an entity id or None."""

    position: tuple[float, float, float] = (0.0, 2.2, 9.0)
    target: tuple[float, float, float] = (0.0, 1.0, 0.0)
    fov_deg: float = 38.0
    aspect: str = "16:9"
    shot_size: str = "Wide"
    camera_type: str = "Static"
    subject: str | None = None

    def to_json(self) -> dict[str, Any]:
        return {**asdict(self), "position": list(self.position), "target": list(self.target)}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Camera:
        px, py, pz = (float(v) for v in data["position"])
        tx, ty, tz = (float(v) for v in data["target"])
        rest = {k: data[k] for k in ("fov_deg", "aspect", "shot_size", "camera_type", "subject")}
        return cls(position=(px, py, pz), target=(tx, ty, tz), **rest)
