"""Draws a little of everything, so that what the renderer is made of is compiled before the tests begin: at once in all
of their processes, each would compile all of it.

    PYTHONPATH=. python tests/compiling.py
"""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import numpy as np

from model.moment import WEATHERS
from model.renderer.brush import PAINTED
from model.renderer.illustrator import Illustrator
from model.renderer.painter import Painter
from model.renderer.renderer import Renderer
from tests.scenes import FRONT, placed
from tests.stages import square, stage_of

SIZE = (160, 90)


def main() -> None:
    ruled, painted = Renderer(), Renderer(Painter.load(), Illustrator.load())
    room = stage_of(("Anna", "adult"), ("lamp", "lamp"), setting="living room", indoor=True)
    for renderer, stage in product((ruled, painted), (square(), room)):
        for weather in WEATHERS:
            renderer.draw(stage, placed(stage, {}, hour=18.0, weather=weather), FRONT, SIZE)
        still = placed(stage, {})
        renderer.draw(stage, replace(still, lit=np.ones_like(still.lit)), FRONT, SIZE, quality=2)
        renderer.draw(stage, still, FRONT, SIZE, backdrop=np.full((90, 160, 3), 120, np.uint8))
        list(renderer.film(stage, [(still, FRONT)], SIZE))
        renderer.passes(stage, still, FRONT, SIZE)
        renderer.boxes(stage, still, FRONT)
    for style in PAINTED:
        painted.draw(replace(square(), style=style), placed(square(), {}), FRONT, SIZE)


if __name__ == "__main__":
    main()
