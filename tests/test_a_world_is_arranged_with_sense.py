"""Where everybody stands when a world begins."""

from itertools import product

import numpy as np
import pytest

from director.filming.camera import compose
from model.geometry import box_gap
from model.layout import Relation, first_moment
from model.moment import Moment
from model.settings import SETTINGS
from model.stage import Stage
from tests.scenes import ruled
from tests.stages import stage_of

CASTS = (("adult",), ("adult", "child"), ("adult",) * 3, ("adult", "adult", "child", "dog"), ("adult",) * 5)


def _furnished(setting: str, company: tuple[str, ...]) -> Stage:
    """A company in a setting with the setting's own furniture."""
    names = (*company, *SETTINGS[setting].furniture)
    return stage_of(*((f"{name} {k}", name) for k, name in enumerate(names)), setting=setting,
                    indoor=SETTINGS[setting].indoor)  # fmt: skip


def _moment(stage: Stage, *relations: Relation, seed: int = 3) -> Moment:
    return first_moment(stage, relations, seed=seed, hour=12.0, weather="clear")


def test_the_same_seed_arranges_the_same_and_another_seed_does_not() -> None:
    stage = stage_of(("a", "adult"), ("b", "adult"), ("w", "well"))
    assert np.array_equal(_moment(stage).position, _moment(stage).position)
    assert not np.array_equal(_moment(stage).position, _moment(stage, seed=4).position)


@pytest.mark.parametrize("seed", range(6))
def test_nobody_begins_inside_somebody_else(seed: int) -> None:
    stage = stage_of(
        *((f"p{k}", a) for k, a in enumerate(("adult", "adult", "child", "dog", "well", "bench", "bell_tower")))
    )
    moment = _moment(stage, seed=seed)
    e = stage.entities
    for i in range(len(e)):
        for j in range(i):
            assert box_gap(moment.position[i], e[i].size, moment.position[j], e[j].size) > 0.0


def _gaps(stage: Stage, moment: Moment) -> list[float]:
    """Between every two people."""
    people = [i for i, e in enumerate(stage.entities) if e.kind == "person"]
    return [box_gap(moment.position[i], stage.entities[i].size, moment.position[j], stage.entities[j].size)
            for i in people for j in people if j < i]  # fmt: skip


@pytest.mark.parametrize("middle", ["campfire", "adult", "coffin", "throne"])
def test_a_crowd_around_something_has_room(middle: str) -> None:
    stage = stage_of(*((f"p{k}", "adult") for k in range(8)), ("middle", middle))
    for seed in range(3):
        moment = _moment(stage, *(Relation("near", f"e{k}", "e8") for k in range(8)), seed=seed)
        assert min(_gaps(stage, moment)) > 0.05
        for k in range(8):
            gap = box_gap(moment.position[k], stage.entities[k].size, moment.position[8], stage.entities[8].size)
            assert 0.05 < gap < 2.5


def test_people_on_a_bench_sit_side_by_side_and_the_others_stand_by_it() -> None:
    stage = stage_of(*((f"p{k}", "adult") for k in range(5)), ("bench", "bench"))
    moment = _moment(stage, *(Relation("sits", f"e{k}", "e5") for k in range(5)))
    assert [moment.pose_name(k) for k in range(5)] == ["sit", "sit", "stand", "stand", "stand"]
    assert min(_gaps(stage, moment)) > 0.05


def test_one_alone_sits_in_the_middle_of_a_bench() -> None:
    stage = stage_of(("a", "adult"), ("bench", "bench"))
    moment = _moment(stage, Relation("sits", "e0", "e1"))
    assert moment.position[0, [0, 2]] == pytest.approx(moment.position[1, [0, 2]])


def test_a_lamp_goes_on_the_table_when_there_is_one() -> None:
    moment = _moment(stage_of(("lamp", "lamp"), ("table", "table")))
    assert moment.supported_by[0] == 1
    assert moment.position[0, 1] == pytest.approx(0.75)
    assert _moment(stage_of(("lamp", "lamp"), ("a", "adult"))).position[0, 1] == 0.0


def test_relations_are_kept() -> None:
    stage = stage_of(("cat", "cat"), ("table", "table"), ("smith", "adult"), ("hammer", "hammer"), ("dragon", "dragon"))
    moment = _moment(stage, Relation("on", "e0", "e1"), Relation("holds", "e2", "e3"), Relation("flies", "e4"))
    assert moment.supported_by[0] == 1
    assert moment.held_by[3] == 2
    assert moment.position[4, 1] > 3.0 and moment.pose_name(4) == "fly"


def test_an_unknown_id_is_named() -> None:
    with pytest.raises(ValueError, match="e9"):
        _moment(stage_of(("a", "adult")), Relation("on", "e9", "e0"))


@pytest.mark.parametrize("company", CASTS, ids=len)
@pytest.mark.parametrize("setting", list(SETTINGS))
def test_everybody_stands_on_free_floor(setting: str, company: tuple[str, ...]) -> None:
    stage = _furnished(setting, company)
    for seed in range(4):
        moment = _moment(stage, seed=seed)
        for i in range(len(company)):
            assert moment.position[i, 1] == 0.0
            for j, other in enumerate(stage.entities):
                if j != i and moment.supported_by[j] < 0:
                    mine = stage.entities[i].size
                    assert box_gap(moment.position[i], mine, moment.position[j], other.size) > 0.05, (seed, other.name)


def _common(a: tuple[float, float, float, float], b: tuple[float, float, float, float]) -> float:
    """The share of the smaller box that the other covers."""
    width, height = (max(0.0, min(a[k + 2], b[k + 2]) - max(a[k], b[k])) for k in (0, 1))
    return width * height / min((x[2] - x[0]) * (x[3] - x[1]) for x in (a, b))


def test_every_face_is_seen_in_the_first_picture() -> None:
    renderer, hidden = ruled(), [[False] for _ in CASTS]
    for k, (setting, (which, company)) in enumerate(product(SETTINGS, enumerate(CASTS))):
        seed = 3 + k % 2
        stage = _furnished(setting, company)
        moment = _moment(stage, seed=seed)
        camera = compose(stage, moment, shot_size="Wide", camera_type="Static", subject=None, aspect="16:9",
                         seed=seed, previous=None)
        boxes = renderer.boxes(stage, moment, camera)
        faces = [boxes[f"e{k}"][1] for k in range(len(company))]
        hidden[which] += [a is None or b is None or _common(a, b) > 0.3 for j, a in enumerate(faces) for b in faces[:j]]
    assert max(np.mean(faces) for faces in hidden) < 0.01


@pytest.mark.parametrize("setting", [s for s in SETTINGS if len(SETTINGS[s].furniture) > 1])
def test_the_first_picture_has_depth(setting: str) -> None:
    stage = _furnished(setting, ("adult", "adult"))
    for seed in range(4):
        z = _moment(stage, seed=seed).position[:, 2]
        assert z[2:].min() < z[:2].min() - 0.8  # something stands well behind the people
        assert (np.abs(z[:2]) < 2.0).all()


def test_a_low_thing_stands_in_the_foreground_beside_the_people() -> None:
    for seed in range(6):
        moment = _moment(_furnished("park", ("adult", "adult")), seed=seed)
        people, bench = moment.position[:2], moment.position[2]
        assert bench[2] > people[:, 2].max() and abs(bench[0]) > 1.2


def test_chairs_are_drawn_up_to_tables() -> None:
    stage = stage_of(("chair", "chair"), ("chair 2", "chair"), ("table", "table"), ("desk", "desk"), ("a", "adult"),
                     setting="cafe", indoor=True)
    moment = _moment(stage)
    for chair in (0, 1):
        tables = [box_gap(moment.position[chair], (0.5, 0.9, 0.5), moment.position[t], stage.entities[t].size)
                  for t in (2, 3)]
        assert 0.0 < min(tables) < 0.2
        table = moment.position[2 + int(np.argmin(tables))]
        to_table = np.arctan2(*(table - moment.position[chair])[[0, 2]])
        assert abs(np.angle(np.exp(1j * (to_table - moment.heading[chair])))) < np.radians(20)


def test_a_company_meets_before_its_conference_table() -> None:
    for seed in range(6):
        stage = _furnished("boardroom", ("adult", "adult"))
        moment = _moment(stage, seed=seed)
        people, table, chair = moment.position[:2], moment.position[2], moment.position[3]
        assert abs(table[0]) < 0.5 and table[2] < people[:, 2].min() - 0.8
        assert chair[2] < table[2] and abs(chair[0] - table[0]) < 0.1  # drawn up behind it


def test_the_bedroom_lamp_stands_on_a_table() -> None:
    stage = _furnished("bedroom", ("adult",))
    lamp = next(k for k, e in enumerate(stage.entities) if e.archetype == "lamp")
    assert _moment(stage).position[lamp, 1] == pytest.approx(0.75)


def test_who_looks_at_something_stands_beside_it_more_than_before_it() -> None:
    stage = stage_of(("a", "adult"), ("b", "adult"), ("chicken", "chicken"), ("sofa", "sofa"))
    relations = (Relation("on", "e2", "e3"), Relation("faces", "e0", "e2"), Relation("faces", "e1", "e2"))
    turned = [abs(float(np.cos(_moment(stage, *relations, seed=seed).heading[i]))) for seed in range(6) for i in (0, 1)]
    assert np.mean(turned) < 0.6


def test_what_people_are_on_or_by_stands_among_them() -> None:
    stage = stage_of(("a", "adult"), ("b", "adult"), ("bed", "bed"))
    used = [_moment(stage, Relation("lies", "e0", "e2"), Relation("near", "e1", "e2"), seed=s) for s in range(4)]
    idle = [_moment(stage, seed=s) for s in range(4)]
    assert max(-m.position[2, 2] for m in used) < min(-m.position[2, 2] for m in idle)


def test_people_keep_closer_in_fog_than_in_clear_weather() -> None:
    stage = stage_of(*((f"p{k}", "adult") for k in range(4)))
    spread = {
        weather: np.mean([np.ptp(first_moment(stage, (), seed=s, hour=12.0, weather=weather).position[:, 0])
                          for s in range(6)])
        for weather in ("clear", "fog")
    }  # fmt: skip
    assert spread["fog"] < spread["clear"]


def test_five_around_a_table_all_show_their_faces() -> None:
    names = [*((f"p{k}", "adult") for k in range(5)), ("table", "table"), *((f"c{k}", "chair") for k in range(5))]
    relations = [Relation("near", f"e{6 + k}", "e5") for k in range(5)] + [
        Relation("sits", f"e{k}", f"e{6 + k}") for k in range(5)
    ]
    moment = _moment(stage_of(*names), *relations)
    assert np.cos(moment.heading[:5]).min() > 0.0


@pytest.mark.parametrize("seed", range(6))
def test_two_who_look_at_each_other_stand_half_open_to_the_lens(seed: int) -> None:
    stage = stage_of(("a", "adult"), ("b", "adult"))
    moment = _moment(stage, Relation("faces", "e0", "e1"), Relation("faces", "e1", "e0"), seed=seed)
    for i, j in ((0, 1), (1, 0)):
        x, _, z = moment.position[j] - moment.position[i]
        off = np.angle(np.exp(1j * (np.arctan2(x, z) - moment.heading[i])))
        assert abs(off) < np.radians(30.0)
        assert abs(np.angle(np.exp(1j * moment.heading[i]))) < np.radians(80.0)


def test_who_lies_on_the_ground_is_seen_from_the_feet_and_a_little_from_the_side() -> None:
    stage = stage_of(("a", "adult"), ("b", "adult"))
    for seed in range(4):
        moment = _moment(stage, Relation("lies", "e0", None), seed=seed)
        assert moment.pose_name(0) == "lie"
        assert 10.0 < abs(np.degrees(moment.heading[0])) < 40.0


def test_who_lies_on_a_table_lies_along_it_and_not_beyond_it() -> None:
    stage = stage_of(("a", "adult"), ("table", "table"))
    moment = _moment(stage, Relation("lies", "e0", None), Relation("on", "e0", "e1"))
    assert moment.supported_by[0] == 1 and moment.pose_name(0) == "lie"
    assert moment.position[0, [0, 2]] == pytest.approx(moment.position[1, [0, 2]])


def test_who_is_by_a_house_is_seen_before_it() -> None:
    stage = stage_of(("a", "adult"), ("house", "house"))
    for seed in range(6):
        moment = _moment(stage, Relation("near", "e0", "e1"), seed=seed)
        assert moment.position[0, 2] > moment.position[1, 2] + 1.6


@pytest.mark.parametrize("seed", range(6))
def test_what_is_too_small_for_two_carries_one_and_the_other_stands_by(seed: int) -> None:
    stage = stage_of(("a", "adult"), ("b", "adult"), ("rock", "rock"))
    moment = _moment(stage, Relation("on", "e0", "e2"), Relation("on", "e1", "e2"), seed=seed)
    assert list(moment.supported_by[:2]) == [2, -1]
    assert box_gap(moment.position[0], stage.entities[0].size, moment.position[1], stage.entities[1].size) > 0.0
