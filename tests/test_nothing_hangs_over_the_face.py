"""Hair and hats leave eyes, nose and mouth free."""

from __future__ import annotations

import numpy as np
import pytest

from model.renderer.figures import person_puppet
from model.renderer.mesh import F32, Mesh
from model.stage import HAIRS, HATS
from tests.acting import person


def front_colors(mesh: Mesh, vertices: F32, spots: F32) -> F32:
    """Colour of what is seen first at each (x, y) spot when looking along -z."""
    corners = vertices[mesh.triangles]
    a, b, c = corners[:, 0], corners[:, 1], corners[:, 2]
    area = (b[:, 0] - a[:, 0]) * (c[:, 1] - a[:, 1]) - (c[:, 0] - a[:, 0]) * (b[:, 1] - a[:, 1])
    area = np.where(np.abs(area) < 1e-12, np.nan, area)
    seen = []
    for x, y in spots:
        u = ((b[:, 0] - x) * (c[:, 1] - y) - (c[:, 0] - x) * (b[:, 1] - y)) / area
        v = ((c[:, 0] - x) * (a[:, 1] - y) - (a[:, 0] - x) * (c[:, 1] - y)) / area
        hit = (u >= 0) & (v >= 0) & (u + v <= 1)
        z = np.where(hit, u * a[:, 2] + v * b[:, 2] + (1 - u - v) * c[:, 2], -np.inf)
        seen.append(mesh.color[mesh.triangles[int(z.argmax()), 0]])
    return np.array(seen)


@pytest.mark.parametrize("look", [*({"hair": hair} for hair in HAIRS), *({"hat": hat, "hair": "long"} for hat in HATS)])
@pytest.mark.parametrize("gender", ["f", "m"])
def test_the_face_is_free(look: dict[str, str], gender: str) -> None:
    green = {"hair": "#00ff00", "accent": "#00ff00"}
    puppet = person_puppet(person({**look, "gender": gender, "outfit": "suit"}, colors=green))
    form = puppet.plan.face.form
    (ex, ey), (rx, ry, _), (mx, my), w = form.eye, form.eye_radii, form.mouth, form.mouth_width
    around = [(dx * rx, dy * ry) for dx in (-0.7, 0.0, 0.7) for dy in (-0.6, 0.5)]
    spots = [(s * ex + dx, ey + dy) for s in (1, -1) for dx, dy in around]
    spots += [(mx + dx, my) for dx in (-w, -0.5 * w, 0.0, 0.5 * w, w)] + [(0.0, 0.5 * (my + ey))]
    colors = front_colors(puppet.mesh, puppet.mesh.vertices, np.array(spots))
    covered = (colors[:, 1] > 0.6) & (colors[:, 0] < 0.3)
    assert not covered.any()
