"""Stories for tests: small, always the same, their blobs at hand."""

from __future__ import annotations

import hashlib
import itertools
from dataclasses import dataclass, field, replace

from storygraph.expressions import literal_text
from storygraph.graph import StoryGraph
from storygraph.story import Beat, Caption, Choice, Cursor, Episode, Scene, Take, Variable
from storygraph.variables import with_variable

OWNER = "author"

HOSTILE = (
    ":: StoryData [script]",
    "[[Run->Nowhere]]",
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "“quotes” 'single' \"double\" `back`",
    "emoji 🐉👩‍👩‍👧 ok",
    "龙的交易：快跑！",
    '${7*7} {{TITLE}} {braces} (go-to: "x") $var _tmp %s \\n back\\slash',
    "a -> b <- c | d :: e",
    "''bold'' //it// ~~no~~ *star* # head",
    "line one\n:: line two\n\n- three",
    "\u2028\u2029 &amp; &#60;b&#62;",
)


@dataclass
class Kit:
    """Makes the parts of a story, with ids that count up and blobs it remembers."""

    blobs: dict[str, bytes] = field(default_factory=dict)
    numbers: itertools.count[int] = field(default_factory=lambda: itertools.count(1))

    def blob(self, data: bytes) -> str:
        """The SHA-256 of data that tests can ask for again."""
        digest = hashlib.sha256(data).hexdigest()
        self.blobs[digest] = data
        return digest

    def state(self) -> str:
        """A checkpoint like no other."""
        return self.blob(f"state {next(self.numbers)}".encode())

    def take(self, *, clip: bool = True, seconds: float = 4.0, lines: tuple[str, ...] = ()) -> Take:
        number = next(self.numbers)
        return Take(
            id=f"take{number}",
            seed=number,
            checkpoint=self.state(),
            clip=self.blob(f"clip {number}".encode()) if clip else None,
            receipt=({"action": "walk", "status": "done", "facts": ["near(smith, tower)"], "end_s": 3.5},),
            captions=tuple(Caption("Smith", line, at + 0.5, at + 1.25) for at, line in enumerate(lines)),
            duration_s=seconds,
            created="2026-11-22T12:00:00.000Z",
            directive={"actions": [{"verb": "walk"}]},
        )

    def beat(self, words: str, **about: object) -> Beat:
        take = self.take(**about)  # type: ignore[arg-type]
        return Beat(f"beat{next(self.numbers)}", words, (take,), take.id)

    def choice(self, to: str, label: str, **about: object) -> Choice:
        return Choice(f"choice{next(self.numbers)}", label, to, **about)  # type: ignore[arg-type]

    def begin(self, title: str = "The Dragon's Bargain", scene: str = "The Square") -> StoryGraph:
        """A story with an empty first scene, `square`."""
        episode = Episode("dragon", OWNER, title, "A village with a dragon.", "16:9", "vinyl", 7, "square")
        return StoryGraph(episode, {"square": Scene("square", scene, self.state())})

    def directed(self, graph: StoryGraph, scene: str, *directions: str, **about: object) -> StoryGraph:
        """The story with beats more at the end of a scene."""
        for words in directions:
            graph = graph.with_beat(graph.cursor_end(scene), self.beat(words, **about))
        return graph

    def forked(self, graph: StoryGraph, scene: str, beat: int, to: str, label: str, **about: object) -> StoryGraph:
        """The story with a new, empty scene `to`, forked from the scene after that many beats, and the choice of it."""
        at = Cursor(graph.episode.id, scene, beat)
        graph = graph.with_scene(Scene(to, f"The {to.title()}", graph.checkpoint_at(at), (scene, beat)))
        return graph.with_choice(scene, self.choice(to, label, after=beat, **about))


def branching(kit: Kit) -> StoryGraph:
    """A whole story: a fork in the middle of a scene, two at its end, a rejoin, three endings.

    square: 2 beats; after 1 of them to `mill` (ending); at the end to `bell` or, when 8 s are over, `field` (ending).
    bell: 1 beat, then to `dawn` (ending), to which `field` cannot go back; `tower` rejoins `dawn`.
    """
    graph = kit.directed(kit.begin(), "square", "The smith walks to the tower.")
    graph = kit.directed(graph, "square", "He says: 'It is coming.'", lines=("It is coming.", "Run!"))
    graph = kit.directed(kit.forked(graph, "square", 1, "mill", "Slip away"), "mill", "She runs to the mill.")
    graph = kit.directed(kit.forked(graph, "square", 2, "bell", "Ring the bell"), "bell", "The smith rings the bell.")
    graph = kit.forked(graph, "square", 2, "field", "Run", default=True, seconds=8.0)
    graph = kit.directed(graph, "field", "They run.", seconds=2.0)
    graph = kit.directed(kit.forked(graph, "bell", 1, "dawn", "Wait"), "dawn", "The sun rises.")
    graph = kit.directed(kit.forked(graph, "bell", 1, "tower", "Climb"), "tower", "He climbs.", "He looks around.")
    graph = graph.with_choice("tower", kit.choice("dawn", "Come down"))
    for ending in ("mill", "field", "dawn"):
        graph = graph.with_scene_changes(ending, ending=True)
    return graph


def remembering(kit: Kit) -> StoryGraph:
    """A story with variables: what is said in the square decides what can be done at the gate.

    square (1 beat): Be kind (trust += 1) or Be rude, both to `gate`; gate (1 beat): Ask for help (trust >= 1, and the
    smith becomes the hero) to `help`, Go alone to `alone`, which is the default after 5 s; both are endings.
    """
    graph = kit.directed(kit.begin(), "square", "The smith waves.")
    for variable in (Variable("trust", 0.0), Variable("met_smith", False), Variable("hero", "nobody")):
        graph = with_variable(graph, variable)
    kind = {"effects": ("trust += 1", "met_smith = true")}
    graph = kit.directed(kit.forked(graph, "square", 1, "gate", "Be kind", **kind), "gate", "They come to the gate.")
    graph = graph.with_choice("square", kit.choice("gate", "Be rude", effects=("met_smith = true",)))
    able = {"condition": "trust >= 1 and met_smith", "effects": ("hero = 'the smith'",)}
    graph = kit.directed(kit.forked(graph, "gate", 1, "help", "Ask for help", **able), "help", "He helps.", seconds=6.0)
    alone = {"default": True, "seconds": 5.0, "condition": "hero == 'nobody'"}
    graph = kit.directed(kit.forked(graph, "gate", 1, "alone", "Go alone", **alone), "alone", "She goes alone.")
    return graph.with_scene_changes("help", ending=True).with_scene_changes("alone", ending=True)


def doubling(kit: Kit, links: int) -> StoryGraph:
    """A chain of scenes of one beat, with two choices from each to the next: 2 to the power of `links` ways through."""
    graph, before = kit.directed(kit.begin(), "square", "x"), "square"
    for number in range(links):
        after = f"s{number}"
        graph = kit.directed(graph.with_scene(Scene(after, after, kit.state())), after, "x")
        graph = graph.with_choice(before, kit.choice(after, "A")).with_choice(before, kit.choice(after, "B"))
        before = after
    return graph


def hostile(kit: Kit) -> StoryGraph:
    """A story whose every text tries to be something else than text."""
    graph = kit.begin(title=HOSTILE[2], scene=HOSTILE[0])
    graph = replace(graph, episode=replace(graph.episode, prompt=HOSTILE[6], style=HOSTILE[7]))
    graph = kit.directed(with_variable(graph, Variable("听过", HOSTILE[11] * 2)), "square", *HOSTILE, lines=HOSTILE)
    for number, text in enumerate(HOSTILE):
        scene = f"scene{number}"
        after = min(number, 2) if number % 2 else len(HOSTILE)
        said = {"condition": f"听过 != {literal_text(text)}", "effects": (f"听过 = {literal_text(text)}",)}
        graph = kit.forked(graph, "square", after, scene, text, **said)
        graph = kit.directed(graph.with_scene_changes(scene, title=text, ending=True), scene, text)
    return graph
