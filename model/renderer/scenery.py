"""What a set is made of: its still mesh, its lamps, and the free space in it, as values.

Knows nothing of which setting it is (`model.renderer.sets` grows one from a stage) nor of cameras or shading.
"""

from __future__ import annotations

from dataclasses import dataclass

from model.renderer.mesh import Mesh

# What `Mesh.part` says in a set's mesh, where nothing moves: how the surface answers to the hour and the weather.
PLAIN = 0  # painted as it is
LIT_PANE = 1  # a house window seen from outside: dark glass by day, warm light behind it when it is dark
SKY_PANE = 2  # a window seen from inside a room: shows the sky outside and lets its light in
GROUND = 3  # earth, grass, sand, paving: the shader adds fine grain; gets wet and is snowed on
WATER = 4  # mirrors the sky, ripples
LAMP = 5  # the glass of a street lamp, lantern, neon sign: shines in its own colour when it is dark
SCREEN = 6  # a display, a fire, magic: shines in its own colour at any hour

# How bright it is, for each unit of its colour: a lamp when it is quite dark, a screen, what glows in a set and on
# stage; and a lit pane, in red, green and blue.
OF_LAMPS, OF_SCREENS, OF_SET_GLOW, OF_STAGE_GLOW = 3.0, 1.4, 1.2, 2.6
OF_PANES = (2.4, 1.35, 0.48)

Box = tuple[tuple[float, float, float], tuple[float, float, float]]  # its low and its high corner


@dataclass(frozen=True, slots=True)
class PointLight:
    """A small lamp. `power` 1 lights a white wall one metre away about as brightly as the noon sun does; most lamps
    have 0.5 to 3. Its light fades to nothing at `radius` metres. `when` is "always" or "dark" (only when it is dark
    outside; in a room without windows that is always)."""

    position: tuple[float, float, float]
    color: str = "#ffcf8a"
    power: float = 1.0
    radius: float = 6.0
    when: str = "dark"


@dataclass(frozen=True, slots=True)
class Scenery:
    """A set in world coordinates.

    A room is a miniature set: floor, ceiling (may be absent), and three walls; the wall towards +z is left out and the
    camera looks in from there, so it stays at z > 0 unless the shot needs otherwise. `room` is the free interior as
    (half width along x, height, half depth along z), the back wall at z = -half depth; None outdoors. `sky` is False
    for a closed room: no sky dome, no sun but what falls through `SKY_PANE` glass, ambient light from the lamps.
    `haze` is the distance in metres at which outdoor things have faded by two thirds in clear weather.
    `obstacles` are boxes of solid scenery (houses, trunks, cupboards) that a camera must not enter. `sheds` are the
    colours of leaves or petals that fall there all the time. `air` is what another world's makes of daylight, for each
    unit of it in red, green and blue; next to nothing where there is none. None is the sky of the earth. `dust` is the
    colour of what a storm blows about there instead of rain; None where it rains.
    """

    mesh: Mesh
    lights: tuple[PointLight, ...] = ()
    sky: bool = True
    room: tuple[float, float, float] | None = None
    haze: float = 120.0
    obstacles: tuple[Box, ...] = ()
    sheds: tuple[str, ...] = ()
    air: tuple[float, float, float] | None = None
    dust: str | None = None
