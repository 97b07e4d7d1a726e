"""The HTML player and `storygraph.play` play by the same rules: the same random stories, seen stop by stop."""

from __future__ import annotations

import json
import random
import shutil
import subprocess
from pathlib import Path
from typing import Any

from storygraph.export import player
from storygraph.export.player import story_data
from storygraph.graph import StoryGraph
from storygraph.play import Play
from storygraph.story import Beat, Choice, Episode, Scene, Take, Variable

RULES = Path(player.__file__).with_name("player_rules.js")
SCRIPT = Path(__file__).parent / "js" / "play_story.js"
VARIABLES = (
    Variable("trust", 0.0), Variable("gold", 2.5), Variable("brave", False), Variable("late", True),
    Variable("hero", "nobody"), Variable("敌人", "龙 </script>"),
)  # fmt: skip
TEXTS = ("'nobody'", "'龙 </script>'", "'it''s'", '"__proto__"', "''")


def number(chance: random.Random, deep: int = 0) -> str:
    if deep < 2 and chance.random() < 0.5:
        return f"({number(chance, deep + 1)} {chance.choice('+-*')} {number(chance, deep + 1)})"
    return chance.choice(("trust", "gold", "-gold", "0.1", "3", "0.2", "1000000000", "-0.5", "7"))


def text(chance: random.Random) -> str:
    return chance.choice(("hero", "敌人", *TEXTS))


def truth(chance: random.Random, deep: int = 0) -> str:
    if deep < 2 and chance.random() < 0.5:
        first, second, joint = truth(chance, deep + 1), truth(chance, deep + 1), chance.choice(("and", "or", "=="))
        return f"(not ({first} {joint} {second}))" if chance.random() < 0.5 else f"({first} {joint} {second})"
    sign, same = chance.choice(("<", "<=", ">", ">=", "==", "!=")), chance.choice(("==", "!="))
    return chance.choice((
        "brave", "late", "true", f"({number(chance)} {sign} {number(chance)})", f"(0 <= {number(chance)} < 5)",
        f"({text(chance)} {same} {text(chance)})",
    ))  # fmt: skip


def effect(chance: random.Random) -> str:
    return chance.choice((
        f"trust = {number(chance)}", f"gold += {number(chance)}", f"trust -= {number(chance)}",
        f"brave = {truth(chance)}", f"late = {truth(chance)}", f"hero = {text(chance)}", f"敌人 = {text(chance)}",
    ))  # fmt: skip


def story(chance: random.Random, scenes: int = 12) -> StoryGraph:
    """A story of scenes of no beat to three, with choices anywhere in them."""
    take = Take("t", 1, "0" * 64, clip="0" * 64, duration_s=4.0, start="0" * 64)
    made = {}
    for k in range(scenes):
        beats = tuple(Beat(f"b{n}", "x", (take,), "t") for n in range(chance.choice((0, 1, 2, 3))))
        choices = tuple(
            Choice(
                id=f"c{n}",
                label=f"{k} {n}",
                to=f"s{chance.randrange(k + 1, scenes)}",
                after=chance.choice((None, *range(len(beats) + 1))),
                default=chance.random() < 0.3,
                seconds=chance.choice((None, None, 3.0, 5.5)),
                condition=truth(chance) if chance.random() < 0.7 else "",
                effects=tuple(effect(chance) for _ in range(chance.randrange(4))),
            )
            for n in range(chance.choice((0, 2, 3, 4)) if k < scenes - 1 else 0)
        )
        made[f"s{k}"] = Scene(f"s{k}", f"S{k}", "0" * 64, (f"s{k - 1}", 0) if k else None, beats, choices)
    return StoryGraph(Episode("e", "author", "E", "", "16:9", "vinyl", 1, "s0", variables=VARIABLES), made)


def played(graph: StoryGraph, picks: list[int]) -> list[list[Any]]:
    """What is seen at every stop, as play_story.js tells it."""
    play = Play(graph)
    moment, seen = play.begin(), []
    for pick in picks:
        options, clock = play.options(moment), play.clock(moment)
        labels = [option.label for option in options if option is not None]
        time = clock and [clock[0], clock[1].label if clock[1] else None]
        seen.append([moment.scene, moment.beat, list(moment.values), labels, None in options, time])
        if not options:
            break
        moment = play.take(moment, options[pick % len(options)])
    return seen


def test_the_player_sees_what_play_sees() -> None:
    node = shutil.which("node")
    assert node, "node is not installed: run make install-test"
    chance = random.Random(7)
    plays: list[tuple[StoryGraph, list[int]]] = []
    asked: list[dict[str, Any]] = []
    for graph in (story(chance) for _ in range(60)):
        for picks in ([chance.randrange(60) for _ in range(30)] for _ in range(10)):
            plays.append((graph, picks))
        data = story_data(graph)
        asked += [{"story": data, "picks": picks} for _, picks in plays[-10:]]
    run = subprocess.run([node, SCRIPT, RULES], input=json.dumps(asked), capture_output=True, text=True, check=True)
    seen = [played(graph, picks) for graph, picks in plays]
    assert json.loads(run.stdout) == seen
    stops = [stop for stops in seen for stop in stops]
    assert len(stops) > 1_000  # that is, something was compared
    assert {stop[4] for stop in stops} == {True, False}
    assert sum(stop[5] is not None for stop in stops) > 100
    assert len({json.dumps(stop[2]) for stop in stops}) > 100
