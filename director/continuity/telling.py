"""A contradiction in one sentence for the author: what is wrong, where, and how to mend it.

English and Chinese. Knows stories and facts; knows nothing of how contradictions are found.
"""

from __future__ import annotations

from collections.abc import Callable

from director.continuity.reconciling import joint
from director.continuity.wording import Wording
from director.speech.recounting import quoted
from storygraph.continuity import Contradiction
from storygraph.facts import Facts
from storygraph.graph import StoryGraph

_NOBODY = Facts("", 12.0, "clear")

_PROBLEMS = {
    "drift": ("{who} {here} before beat {n} of “{scene}” and {there} after it, and nothing in it does that",
              "“{scene}”第{n}拍之前{who}{here}，之后却{there}，这一拍里没有任何动作造成这一点"),
    "absent": ("{who} does something in beat {n} of “{scene}” and is not there",
               "{who}在“{scene}”第{n}拍里有动作或台词，人却不在场"),
    "gone": ("{who} {lost} in beat {m} of “{then}” and is back in beat {n} of “{scene}”",
             "{who}在“{then}”第{m}拍里{lost}，到了“{scene}”第{n}拍却又出现了"),
    "returns": ("{who} {lost} in beat {m} of “{then}” and is back at the start of “{scene}”",
                "{who}在“{then}”第{m}拍里{lost}，到了“{scene}”开头却又出现了"),
    "unsupported": ("{who} is on {seat} {when}, and {seat} is not there", "{when}{who}在{seat}上，可是{seat}不在场"),
    "unknown": ("In beat {n} of “{scene}” {who} speaks of something that has not happened on this way: {words}",
                "“{scene}”第{n}拍里{who}提到了这条路线上没有发生过的事：{words}"),
}  # fmt: skip
_LOST = {True: ("dies", "死了"), False: ("is destroyed", "毁了")}
_MENDS = {
    "bridge": ("direct “{bridge}” at the end of “{before}”, or lead to a scene of its own",
               "可以在“{before}”结尾先演“{bridge}”，或者另开一场"),
    "jump": ("lead to a scene of its own that is forked from “{before}”, or keep it as it is",
             "可以从“{before}”另分出一场，或者保留原样"),
    "stale": ("act beat {next} again", "可以重演第{next}拍"),
    "drift": ("direct what does it, or take the beat again", "可以把造成这一点的动作写出来，或者重拍这一拍"),
    "absent": ("let {who} come in first, or give it to somebody who is there", "可以先让{who}进场，或者换成在场的人"),
    "gone": ("let somebody else do it, or choose a take of beat {m} of “{then}” in which it does not happen",
             "可以换一个人来做，或者改掉“{then}”第{m}拍"),
    "destroyed": ("do it with something else, or choose a take of beat {m} of “{then}” in which it does not happen",
                  "可以换一样东西，或者改掉“{then}”第{m}拍"),
    "unsupported": ("direct “{bridge}” first, or take the beat again", "可以先演“{bridge}”，或者重拍这一拍"),
    "unknown": ("let it happen on this way, too, or fork the scene for those who know",
                "可以让这条路线上也发生这件事，或者为知情者另分一场"),
}  # fmt: skip


def told(graph: StoryGraph, found: Contradiction, facts: Callable[[str], Facts | None], language: str) -> str:
    """The contradiction and its mending in one sentence."""
    return _Telling(graph, found, facts, language).sentence()


class _Telling:
    """One contradiction and all that bears on its words."""

    def __init__(
        self, graph: StoryGraph, found: Contradiction, facts: Callable[[str], Facts | None], language: str
    ) -> None:
        self._graph, self._found, self._chinese = graph, found, language == "zh"
        self._scene = graph.scene(found.scene)
        self._then = graph.scene(found.since[0]) if found.since else self._scene
        here, there = (facts(checkpoint) or _NOBODY for checkpoint in (found.before, found.after))
        self._wording = Wording(here, there, language)

    def sentence(self) -> str:
        problem = self._problem()
        colon, stop = ("：", "。") if self._chinese else (": ", ".")
        return f"{problem[:1].upper()}{problem[1:]}{colon}{self._pick(self._mend()).format(**self._names())}{stop}"

    def _problem(self) -> str:
        found, names = self._found, self._names()
        if found.difference is not None and found.kind in ("jump", "stale"):
            return self._wording.sentence(found.difference, *self._moments())
        if found.difference is not None and found.kind == "drift":
            here, there = self._wording.sides(found.difference)
            names |= {"here": here, "there": there}
        kind = "returns" if found.kind == "gone" and not found.beat else found.kind
        return self._pick(_PROBLEMS[kind]).format(**names)

    def _moments(self) -> tuple[str, str]:
        """The two moments of a jump, or of a beat that was acted from elsewhere."""
        found = self._found
        if found.kind == "jump":
            played = found.since[1] if found.since else 0
            return joint(self._then, played, self._scene, self._wording.language)
        if self._chinese:
            return f"在“{self._scene.title}”第{found.beat + 1}拍之前", "在这一拍开头"
        return f"before beat {found.beat + 1} of “{self._scene.title}”", "where it begins"

    def _mend(self) -> tuple[str, str]:
        found = self._found
        if found.kind == "jump" and self._bridge():
            return _MENDS["bridge"]
        if found.kind == "gone" and not self._lives():
            return _MENDS["destroyed"]
        return _MENDS[found.kind]

    def _names(self) -> dict[str, object]:
        found = self._found
        who = self._wording.subject(found.difference) if found.difference else self._wording.name(found.subject)
        return {
            "who": who, "scene": self._scene.title, "n": found.beat, "next": found.beat + 1, "then": self._then.title,
            "before": self._graph.scene(found.path[-2][0]).title if len(found.path) > 1 else self._scene.title,
            "m": found.since[1] if found.since else 0, "lost": self._pick(_LOST[self._lives()]),
            "words": quoted(found.words), "bridge": self._bridge(), "seat": self._seat(), "when": self._when(),
        }  # fmt: skip

    def _bridge(self) -> str:
        if self._found.kind == "unsupported":
            return (f"{self._wording.name(self._found.subject)}站起来。" if self._chinese
                    else f"{self._wording.name(self._found.subject)} stands up.")  # fmt: skip
        return (self._wording.bridge(self._found.difference) if self._found.difference else None) or ""

    def _seat(self) -> str:
        thing = self._wording.there.things.get(self._found.subject)
        return self._wording.name(thing.place[1]) if thing else ""

    def _when(self) -> str:
        n, title = self._found.beat, self._scene.title
        if self._chinese:
            return f"“{title}”第{n}拍结尾" if n else f"“{title}”开头"
        return f"after beat {n} of “{title}”" if n else f"at the start of “{title}”"

    def _lives(self) -> bool:
        sides = (self._wording.here.things, self._wording.there.things)
        thing = next((side[self._found.subject] for side in sides if self._found.subject in side), None)
        return thing is None or thing.lives

    def _pick(self, pair: tuple[str, str]) -> str:
        return pair[1 if self._chinese else 0]
