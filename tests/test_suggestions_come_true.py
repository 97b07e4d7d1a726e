"""With the shipped model: a suggestion that is clicked is done, and a scene is written beat by beat to its end."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from texts import TEXT

from db.store import EpisodeStore
from director.crew import Crew
from director.director import Director
from director.evaluate_suggestions import clicks, figures
from director.receipts import is_done
from director.suggestions.density import Density
from model.renderer.renderer import Renderer
from model.world import WorldModel
from storygraph.story import Cursor

CAFE = "Anna and Ben in a cafe at night. There is a letter on the table."
OFFICE = "办公室里，林峰和苏晴，桌上有一份合同。"


class Enough(Exception):
    """The author has seen enough."""


@pytest.fixture(scope="module")
def director(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Director]:
    folder = tmp_path_factory.mktemp("episodes")
    director = Director(EpisodeStore.open(folder), Crew(WorldModel.load(), TEXT, Renderer(threads=1)), folder)
    yield director
    director.close()


def test_what_is_clicked_is_done_as_it_says(director: Director) -> None:
    found = [*clicks(director, CAFE, 1, seed=3), *clicks(director, OFFICE, 1, seed=4)]
    assert figures(found)["rate"] == figures(found)["outcomes_came_true"] == 1.0 and len(found) == 2


def test_a_scene_is_written_after_the_cursor_as_one_of_its_own(director: Director) -> None:
    start = director.begin(OFFICE, seed=2, density=Density("Calm"))
    told: list[float] = []
    end = director.write_scene(start, progress=lambda fraction, text: told.append(fraction))
    graph = director.story(start.episode)
    scene = graph.scene_at(end)
    assert 4 <= len(scene.beats) == end.beat <= 8
    assert scene.origin == (start.scene, 0) and [c.to for c in graph.root.choices] == [scene.id]
    assert all(is_done(beat.take.receipt) for beat in scene.beats)
    assert len({beat.direction for beat in scene.beats}) == len(scene.beats)
    assert told and told == sorted(told) and told[-1] <= 1.0


def test_what_was_acted_before_a_cancel_is_kept(director: Director) -> None:
    start = director.begin(CAFE, seed=2, density=Density("Calm"))

    def progress(fraction: float, text: str) -> None:
        if fraction > 0.3:  # in the second of at most five beats
            raise Enough

    with pytest.raises(Enough):
        director.write_scene(start, progress=progress)
    graph = director.story(start.episode)
    (scene,) = [scene for scene in graph.scenes.values() if scene.id != start.scene]
    assert len(scene.beats) == 1 and director.state(Cursor(start.episode, scene.id, 1))

