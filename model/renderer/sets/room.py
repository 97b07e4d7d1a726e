"""A room in the making: shell, floor and ceiling, and things stood against or hung on its walls.

Knows nothing of particular settings. The back wall stands just behind the stage in the middle, where doors, windows and
pictures of the play hang before it, and steps back at both ends into alcoves that have room for furniture. The wall
towards +z is one-sided: a camera behind it looks through, a camera that looks back sees it.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from model.renderer.mesh import Mesh, merge
from model.renderer.pieces.furnishings import stone_blocks
from model.renderer.scenery import Box, PointLight, Scenery
from model.renderer.shapes import Color, Rng, block, graded, plate, shade, tile, varied

HALF_WIDTH, HALF_DEPTH = 8.0, 7.0
FRONT = 9.5  # z of the wall behind the camera
BREAST = 4.6  # half width of the part of the back wall that stands forward
MARGIN = 0.1  # m from the stage to that part
# m between tiles, and between boards. Wider than a pixel of a small picture, most often, and little darker than what is
# beside them: thin dark lines would break into dashes that flicker as the camera moves.
_JOINT, _CRACK = 0.08, 0.03
_TALL, _THICK, _LONG = 1.0, 0.3, 6.0  # m: what is lower, thinner or longer than that is in no camera's way


@dataclass
class Room:
    rng: Rng
    extent: float
    height: float = 4.6
    meshes: list[Mesh] = field(default_factory=list)
    lights: list[PointLight] = field(default_factory=list)
    obstacles: list[Box] = field(default_factory=list)

    @property
    def breast(self) -> float:
        """z of the middle of the back wall."""
        return -(self.extent + MARGIN)

    def add(self, mesh: Mesh, at: tuple[float, float, float] = (0.0, 0.0, 0.0), turn: float = 0.0) -> None:
        """Puts a piece in its place; what stands out from walls and is tall, or hangs from the ceiling, is an obstacle
        to a camera. Walls, floors and what lies flat on them are not."""
        placed = mesh.turned(y=turn).moved(at)
        self.meshes.append(placed)
        (x0, y0, z0), (x1, y1, z1) = ((float(v) for v in corner) for corner in placed.bounds())
        if y1 > _TALL and min(x1 - x0, z1 - z0) > _THICK and max(x1 - x0, z1 - z0) < _LONG:
            self.obstacles.append(((x0, y0, z0), (x1, y1, z1)))

    def back(self, mesh: Mesh, x: float, y: float = 0.0) -> None:
        """On the back wall, in the middle or in an alcove."""
        self.add(mesh, (x, y, self.breast if abs(x) < BREAST else -HALF_DEPTH))

    def left(self, mesh: Mesh, z: float, y: float = 0.0) -> None:
        self.add(mesh, (-HALF_WIDTH, y, z), 90.0)

    def right(self, mesh: Mesh, z: float, y: float = 0.0) -> None:
        self.add(mesh, (HALF_WIDTH, y, z), -90.0)

    def front(self, mesh: Mesh, x: float, y: float = 0.0) -> None:
        self.add(mesh, (x, y, FRONT), 180.0)

    def lamp(
        self,
        at: tuple[float, float, float],
        color: str = "#ffcf8a",
        power: float = 1.2,
        radius: float = 8.0,
        when: str = "dark",
    ) -> None:
        self.lights.append(PointLight(at, color, power, radius, when))

    def scenery(self) -> Scenery:
        behind = ((-BREAST, 0.0, -HALF_DEPTH), (BREAST, self.height, self.breast))  # what the back wall hides
        return Scenery(
            merge(self.meshes), tuple(self.lights), sky=False, room=(HALF_WIDTH, self.height, HALF_DEPTH), haze=400.0,
            obstacles=(*self.obstacles, behind),
        )  # fmt: skip

    def _walls(self) -> tuple[tuple[float, tuple[float, float], float], ...]:
        """(width, middle of its foot, turn) of every piece of wall."""
        deep = HALF_DEPTH + self.breast
        side = HALF_WIDTH - BREAST
        long = FRONT + HALF_DEPTH
        middle = (FRONT - HALF_DEPTH) / 2
        return (
            (2 * BREAST, (0.0, self.breast), 0.0),
            *((side, (s * (BREAST + side / 2), -HALF_DEPTH), 0.0) for s in (-1, 1)),
            *((deep, (s * BREAST, -HALF_DEPTH + deep / 2), s * 90.0) for s in (-1, 1)),
            (long, (-HALF_WIDTH, middle), 90.0),
            (long, (HALF_WIDTH, middle), -90.0),
            (2 * HALF_WIDTH, (0.0, FRONT), 180.0),
        )

    def walls(self, color: Color, second: Color | None = None, dado: float = 0.0, trim: Color = "#efe6d4") -> None:
        """Paint from floor to ceiling, `second` below `dado` metres; skirting, a rail between, a cornice."""
        low = second if second is not None else shade(color, 0.8)
        for width, (x, z), turn in self._walls():
            parts = [graded(plate((width, self.height), color, gloss=0.08), 0.86, 1.03), self._cornice(width, trim)]
            if dado > 0:
                parts += [*_panelling(width, dado, low), plate((width, 0.09), trim, (0, dado, 0.03))]
            parts.append(plate((width, 0.2), trim, (0, 0, 0.035)))
            self.add(merge(parts), (x, 0.0, z), turn)

    def _cornice(self, width: float, color: Color) -> Mesh:
        """A slanting strip between wall and ceiling: an edge as thin as a pixel would flicker."""
        return plate((width, 0.28), color).turned(x=38).moved((0, self.height - 0.22, 0.01))

    def stripes(self, color: Color, pitch: float = 0.5, low: float = 0.2) -> None:
        """Wallpaper stripes on what `walls` has painted."""
        for width, (x, z), turn in self._walls():
            n = max(1, round(width / pitch))
            bars = [
                graded(
                    plate(
                        (width / n * 0.42, self.height - low - 0.16),
                        color,
                        (-width / 2 + width / n * (k + 0.5), low, 0.008),
                    ),
                    0.86,
                    1.03,
                )
                for k in range(n)
            ]
            self.add(merge(bars), (x, 0.0, z), turn)

    def masonry(self, color: Color, stones_a_metre: float = 2.2) -> None:
        """Stones standing out of plain walls."""
        for width, (x, z), turn in self._walls():
            self.add(
                stone_blocks(self.rng, width - 0.8, self.height, color, round(width * stones_a_metre)),
                (x, 0.0, z),
                turn,
            )

    def planks(self, color: Color, pitch: float = 0.62) -> None:
        """Floor boards towards the camera, each of its own tone, with joints; board meets board end to end."""
        n = round(2 * HALF_WIDTH / pitch)
        each, long = 2 * HALF_WIDTH / n, FRONT + HALF_DEPTH
        for k in range(n):
            x = -HALF_WIDTH + each * (k + 0.5)
            cut = float(self.rng.uniform(0.25, 0.75)) * long
            for length, z in ((cut, -HALF_DEPTH + cut / 2), (long - cut, FRONT - (long - cut) / 2)):
                self.add(tile((each - _CRACK, length), varied(color, self.rng, 0.09), (x, 0.0, z), gloss=0.45))
        self.add(tile((2 * HALF_WIDTH, long), shade(color, 0.74), (0, -0.003, (FRONT - HALF_DEPTH) / 2)))

    def tiles(self, color: Color, second: Color, pitch: float = 1.0, gloss: float = 0.5) -> None:
        """A chequered floor with joints."""
        nx, nz = round(2 * HALF_WIDTH / pitch), round((FRONT + HALF_DEPTH) / pitch)
        wx, wz = 2 * HALF_WIDTH / nx, (FRONT + HALF_DEPTH) / nz
        joint = shade(second, 0.86)
        cells = [
            tile(
                (wx - _JOINT, wz - _JOINT),
                varied((color, second)[(i + j) % 2], self.rng, 0.04),
                (-HALF_WIDTH + wx * (i + 0.5), 0.0, -HALF_DEPTH + wz * (j + 0.5)),
                gloss=gloss,
            )
            for i in range(nx)
            for j in range(nz)
        ]
        self.add(
            merge(
                (
                    *cells,
                    tile(
                        (2 * HALF_WIDTH, FRONT + HALF_DEPTH), joint, (0, -0.003, (FRONT - HALF_DEPTH) / 2), gloss=gloss
                    ),
                )
            )
        )

    def ceiling(self, color: Color, beams: Color | None = None, count: int = 5) -> None:
        middle = (FRONT - HALF_DEPTH) / 2
        self.add(tile((2 * HALF_WIDTH, FRONT + HALF_DEPTH), color).turned(x=180).moved((0, self.height, middle)))
        if beams is not None:
            for z in np.linspace(-HALF_DEPTH + 1.2, FRONT - 1.2, count):
                self.add(
                    block(
                        (2 * HALF_WIDTH, 0.26, 0.32), varied(beams, self.rng, 0.05), (0, self.height - 0.26, float(z))
                    )
                )


def _panelling(width: float, height: float, color: Color) -> list[Mesh]:
    """The lower part of a wall, with raised panels."""
    n = max(1, round(width / 1.15))
    panel = (max(0.2, width / n - 0.22), height - 0.42)
    middles = [-width / 2 + width / n * (k + 0.5) for k in range(n)]
    return [
        plate((width, height), color, (0, 0, 0.015)),
        *(plate(panel, shade(color, 1.1), (x, 0.28, 0.024)) for x in middles),
    ]
