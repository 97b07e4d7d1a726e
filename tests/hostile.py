"""What nobody should type, by families, and what comes of it at every door an author's text comes in by.

    PYTHONPATH=. python tests/hostile.py [--count 1000] [--seed 1] [--reading]

Prints what crashed, said nothing, or changed the episode though nothing was done; the last line is JSON. `--reading`
reads directions without acting them out, for the quick. Needs no trained world model: the tiny one acts.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import tempfile
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from directing import PROMPT, crew, open_director

from director.director import Director
from director.scripts.playing import run_script
from director.scripts.script import read_script
from director.scripts.scriptlist import read_scriptlist
from director.scripts.transcript import write_script
from storygraph.errors import StoryError
from storygraph.story import Cursor

Chance = random.Random
Family = Callable[[Chance], str]

KNIGHT = ("The knight walks to the well.", "The blacksmith waves.", "骑士走向井。", "铁匠挥手。", 'She says: "Run!"')
OTHER_LANGUAGES = {
    "Japanese": (
        "騎士は井戸へ歩いていく。",
        "騎士と井戸のある村、夜。",
        "鍛冶屋が手を振って笑う。",
        "「逃げろ！」と彼は叫んだ。",
    ),
    "Korean": (
        "기사가 우물로 걸어간다.",
        "기사와 우물이 있는 마을.",
        "대장장이가 손을 흔든다.",
        "그는 “도망쳐!”라고 외쳤다.",
    ),
    "Arabic": ("يمشي الفارس إلى البئر.", "قرية فيها فارس وبئر.", "يلوح الحداد بيده.", "صرخ: «اهربوا!»"),
    "Russian": (
        "Рыцарь идёт к колодцу.",
        "Деревня с рыцарем и колодцем.",
        "Кузнец машет рукой.",
        "Он кричит: «Бегите!»",
    ),
    "Spanish": (
        "El caballero camina hacia el pozo.",
        "Un pueblo con un caballero y un pozo.",
        "El herrero saluda con la mano.",
        "Él grita: «¡Corred!»",
    ),
    "German": (
        "Der Ritter geht zum Brunnen.",
        "Ein Dorf mit einem Ritter und einem Brunnen.",
        "Der Schmied winkt ihm zu.",
        "Er ruft: „Lauft!“",
    ),
}


def controls(rng: Chance) -> str:
    """A plain direction with controls and unseen signs sown into it."""
    signs = [
        chr(c) for c in (*range(32), 127, 133, 0x200B, 0x200D, 0x200F, 0x202E, 0x2066, 0x2069, 0x2028, 0xFEFF, 0xFFFE)
    ]
    return "".join(c + (rng.choice(signs) if rng.random() < 0.3 else "") for c in rng.choice(KNIGHT))


def surrogates(rng: Chance) -> str:
    text = rng.choice(KNIGHT)
    at = rng.randrange(len(text))
    return text[:at] + chr(rng.randrange(0xD800, 0xE000)) + text[at:]


def emoji(rng: Chance) -> str:
    return "".join(rng.choice("🐉😀👩‍👩‍👧🏳️‍🌈🔥👍🏽🇨🇳") for _ in range(rng.choice((1, 7, 300, 2_000))))


def markup(rng: Chance) -> str:
    return rng.choice(
        (
            "<script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            "</textarea><svg onload=alert(1)>",
            "<b>The knight</b> waves.",
            "<!-- The knight waves. -->",
            "<![CDATA[The knight waves.]]>",
            "[[Run->Nowhere]]",
            ":: StoryData [script]",
            "&lt;b&gt; &#60;",
        )
    ) + rng.choice(("", " The knight waves."))


def templates(rng: Chance) -> str:
    return rng.choice(
        (
            "${7*7}",
            "{{7*7}}",
            "{{constructor.constructor('alert(1)')()}}",
            "{% for x in y %}{% endfor %}",
            "#{7*7}",
            "<%= 7 %>",
            "%s %n %x {0} {name!r}",
            "$(rm -rf ~)",
            "`id`",
            "{__import__('os').system('id')}",
        )
    ) + rng.choice(("", " The knight waves.", " 骑士挥手。"))


def sql(rng: Chance) -> str:
    return rng.choice(
        ("'; DROP TABLE episodes;--", '" OR 1=1 --', "Robert'); DELETE FROM beats; --", "1 UNION SELECT * FROM takes")
    )


def paths(rng: Chance) -> str:
    return rng.choice(
        (
            "../../etc/passwd",
            "..\\..\\windows\\system32",
            "/dev/null",
            "file:///etc/shadow",
            "%2e%2e%2f",
            "CON",
            "a/b\0c",
        )
    )


def languages(rng: Chance) -> str:
    return rng.choice(OTHER_LANGUAGES[rng.choice(sorted(OTHER_LANGUAGES))])


def contradictions(rng: Chance) -> str:
    return rng.choice(
        (
            "The knight stands and sits at once.",
            "He stands and sits at the same time.",
            "The knight walks to the well and stays where he is.",
            "The knight enters and leaves and was never here.",
            "Nobody waves and everybody waves.",
            "The well hugs the knight.",
            "The knight kills himself before he comes in.",
            "骑士同时站着和坐着。",
            "骑士走向井，却一动不动。",
            "It is day and night.",
            "The knight gives the sword to the sword.",
            "The knight climbs himself.",
            "The knight does not wave while he waves.",
        )
    )


def punctuation(rng: Chance) -> str:
    return "".join(
        rng.choice(" .,;:!?-–—…'\"“”‘’「」『』()[]{}<>/\\|@#$%^&*_+=~`。，；：！？、·¿¡")
        for _ in range(rng.choice((1, 5, 60, 2_000)))
    )


def numbers(rng: Chance) -> str:
    return rng.choice(
        (
            "A village with a million knights.",
            "a million knights attack",
            "The knight walks 1e309 metres.",
            f"{'9' * 400} hours later.",
            "-1 knights wave.",
            "0 knights wave.",
            "The 3.5 knights wave.",
            "A village with 99999999999999999999 wells.",
            "一亿个骑士进来。",
            "∞ hours later",
            "NaN",
            "0x7fffffff",
            "1/0",
            "十万八千年之后。",
            "Half a knight waves.",
            "²³ knights wave.",
        )
    )


def run_on(rng: Chance) -> str:
    """A sentence that has no end: up to 2,000 characters of it, and one character more."""
    piece = rng.choice(
        (
            "the knight walks to the well and ",
            "then the blacksmith waves, ",
            "knight ",
            "骑士走向井然后",
            "骑士",
            "and ",
            ", ",
            "the guard in red with ",
            "he says: ",
            "“a”",
            "a-",
            "the ",
            "x",
            "一",
            "1 ",
            "knight's ",
            "Anna: ",
            "Wide, ",
            "because ",
            "of the ",
            "not ",
            "very very ",
            "的",
            "“",
        )
    )
    return (piece * 2_001)[: rng.choice((1_500, 2_000, 2_000, 2_001))]


def quotes(rng: Chance) -> str:
    """Speech in speech in speech."""
    depth, pair = rng.choice((3, 40, 200)), rng.choice(("“”", "''", '""', "「」", "«»", "()", "„“"))
    return (
        ("the knight says " + pair[0]) * min(depth, 80) + "run" + pair[1] * min(depth, 80)
        if rng.random() < 0.7
        else (pair[0] * depth + "The knight waves." + pair[1] * rng.choice((depth, depth - 1, 0)))
    )


def nonsense(rng: Chance) -> str:
    """Letters of all the world's alphabets, by chance."""
    ranges = (
        (33, 126),
        (0xA1, 0x24F),
        (0x370, 0x5FF),
        (0x600, 0x6FF),
        (0x900, 0xE7F),
        (0x3041, 0x30FF),
        (0x4E00, 0x9FFF),
        (0xAC00, 0xD7A3),
        (0x1F300, 0x1FAFF),
        (0xE000, 0xF8FF),
        (0xE0000, 0xE007F),
    )
    return "".join(
        chr(rng.randint(*rng.choice(ranges))) + " " * (rng.random() < 0.2) for _ in range(rng.choice((3, 30, 400)))
    )


def nothing(rng: Chance) -> str:
    return rng.choice(
        ("", " ", "\n\n", "\t", "\u3000\u3000", "\u200b", "\ufeff", "\x00", "null", "None", "undefined", "true")
    )


def yaml_bombs(rng: Chance) -> str:
    """Scripts that are none, or far too much."""
    head = "title: A\nworld: {prompt: A village with a knight and a well.}\n"
    return rng.choice(
        (
            "a: &a [x, x]\nb: &b [*a, *a, *a]\nc: &c [*b, *b, *b]\ntitle: *c\n" + head[9:],
            "&a [*a]",
            "a: &a {<<: *a}",
            "[" * 50_000,
            "{" * 5_000,
            "- " * 20_000,
            "? " * 9_000,
            "a: " * 9_000,
            "!!python/object/apply:os.system [id]",
            "!!int ''",
            "!!timestamp x",
            "!!binary '*'",
            "2001-99-99: x",
            f"title: {'9' * 9_000}",
            "%YAML 9.9\n---\na",
            "--- a\n--- b",
            "\ttitle: A",
            'title: "\\ud800"',
            'title: "\\0"',
            "title: A\ntitle: B",
            head + "scenes: *nowhere",
            head + "scenes: 7",
            head + "scenes: [7]",
            head + "scenes: [[[]]]",
            head + "scenes: [{id: a, beats: {b: c, d: e}}]",
            head + "scenes: [{id: a, beats: [[x]]}]",
            head + "scenes: [{id: a, beats: [{direction: [x]}]}]",
            head + "scenes: [{id: [a], beats: []}]",
            head + "scenes: [{id: a, beats: [The knight waves.], choices: {label: x}}]",
            head + "scenes: [{id: a, beats: [{direction: The knight waves., takes: 1000000}]}]",
            head + "scenes: [{id: a, beats: [{direction: The knight waves., takes: 2, canonical: 3}]}]",
            head + "scenes: [{id: a, choices: [{label: x, to: b, seconds: .nan}]}, {id: b}]",
            head + "scenes: [{id: a, choices: [{label: x, to: b, seconds: 0}]}, {id: b}]",
            head + "scenes: [{id: a, choices: [{label: x, to: b, after: 99999999999999999999}]}, {id: b}]",
            head + "scenes: [{id: a, choices: [{label: x, to: a}]}]",
            head + "scenes: [{id: a, choices: [{label: x, to: b}]}, {id: b, choices: [{label: y, to: a}]}]",
            head + "scenes: [{id: a, ending: true, choices: [{label: x, to: b}]}, {id: b}]",
            head + "scenes: [{id: a}, {id: b, from: 'a@-1'}]",
            head + f"scenes: [{{id: a}}, {{id: b, from: 'a@{'9' * 5_000}'}}]",
            head + "scenes: [{id: '@', beats: []}, {id: b, from: '@'}]",
            head.replace("village", "x" * 3_000) + "scenes: [{id: a}]",
            head.replace("well.}", "well., picture: ../../etc/passwd}") + "scenes: [{id: a}]",
            head.replace("well.}", "well., seed: 1e9}") + "scenes: [{id: a}]",
            head.replace("well.}", "well., aspect: [1, 2]}") + "scenes: [{id: a}]",
            head.replace("A\n", "x" * 300 + "\n") + "scenes: [{id: a}]",
            head
            + "scenes:\n"
            + "".join(f"  - {{id: s{k}, from: s{k - 1}}}\n" if k else "  - {id: s0}\n" for k in range(1_000))
            + "  - {id: s7}\n",
        )
    )


def json_bombs(rng: Chance) -> str:
    """Scriptlists with what does not belong there."""
    data: dict[str, Any] = {
        "synopsis": "A village with a knight and a well.",
        "subjects": [{"name": "knight"}],
        "acts": [{"content": "[character_1] waves."}],
    }
    wrong: Any = rng.choice(
        (None, True, 7, -1, 1e308, "", "x" * 3_000, [], [[]], {}, {"a": {}}, ["x"], "\ud800", "\x00", float("nan"))
    )
    path = rng.choice(
        (
            ["synopsis"],
            ["videoTitle"],
            ["subjects"],
            ["subjects", 0],
            ["subjects", 0, "name"],
            ["subjects", 0, "label"],
            ["subjects", 0, "type"],
            ["acts"],
            ["acts", 0],
            ["acts", 0, "content"],
            ["acts", 0, "turn"],
            ["acts", 0, "cut"],
            ["acts", 0, "cameraType"],
            ["videoTags"],
            ["language"],
            ["firstFrameImage"],
            ["style"],
            ["setting"],
        )
    )
    here: Any = data
    for key in path[:-1]:
        here = here[key]
    here[path[-1]] = wrong
    return rng.choice(
        (
            *[json.dumps(data)] * 12,
            json.dumps(data, ensure_ascii=False),
            json.dumps(data)[:-1],
            "[" * 100_000,
            '{"a":' * 50_000,
            '{"synopsis": ' + "9" * 5_000 + "}",
            '{"acts": 1, "acts": 2}',
            "NaN",
            "\ufeff{}",
            '{"scriptList": null}',
            "'" + json.dumps(data) + "'",
        )
    )


WORDS: dict[str, Family] = {
    family.__name__: family
    for family in (
        controls,
        surrogates,
        emoji,
        markup,
        templates,
        sql,
        paths,
        languages,
        contradictions,
        punctuation,
        numbers,
        run_on,
        quotes,
        nonsense,
        nothing,
    )
}
DOORS = (
    "prompt",
    "direction",
    "direction",
    "name",
    "label",
    "title",
    "beat",
)  # directions twice: they are most of what is typed


@dataclass(frozen=True, slots=True)
class Attack:
    """A hostile text and the door it comes in by: prompt, direction, name, label, title, beat, script or scriptlist."""

    family: str
    door: str
    text: str


def attacks(count: int, seed: int = 1) -> Iterator[Attack]:
    """That many, always the same for a seed, families and doors in turn."""
    rng = Chance(seed)
    families = sorted(WORDS)
    for k in range(count):
        if k % 10 == 8:
            yield Attack("yaml_bombs", "script", yaml_bombs(rng))
        elif k % 10 == 9:
            yield Attack("json_bombs", "scriptlist", json_bombs(rng))
        else:
            family = families[k % len(families)]
            yield Attack(family, rng.choice(DOORS), WORDS[family](rng))


class Fortress:
    """An episode that is attacked. `acting` says whether directions are acted out or only read."""

    def __init__(self, director: Director, *, acting: bool) -> None:
        self.director, self.acting = director, acting
        self.start = director.begin(PROMPT, seed=5)
        self.at: Cursor = director.direct(self.start, "The knight waves.")
        self.elsewhere = director.fork(self.start, label="Go").scene

    def stand(self, attack: Attack) -> tuple[str, str]:
        """(what came of it, the sentence told): "done", "told", "silent" or "changed"."""
        before = self.director.story(self.start.episode)
        try:
            said = getattr(self, attack.door)(attack.text)
        except StoryError as error:
            unchanged = self.director.story(self.start.episode) == before
            return ("told" if is_helpful(str(error)) else "unhelpful") if unchanged else "changed", str(error)
        self.check_whole()
        return "done" if said else "silent", ""

    # The doors: each says whether anything can be seen of what was asked.

    def prompt(self, text: str) -> bool:
        casting, _ = crew().begin(text, seed=5, aspect="16:9")
        return bool(casting.stage.entities)

    def direction(self, text: str) -> bool:
        if not self.acting:
            directive = crew().read(text, self.director.checkpoint(self.at))
            return bool(directive.actions or directive.camera or directive.lines)
        self.director.direct(self.start, text)  # a fork each time, so that nothing grows long
        return bool(next(reversed(self.director.story(self.start.episode).scenes.values())).beats[0].take.receipt)

    def name(self, text: str) -> bool:
        name = " ".join(text.split())[:200]
        casting, state = crew().begin(f"A village with a knight named {name} and a well.", seed=5, aspect="16:9")
        return (
            bool(casting.stage.entities)
            and crew().read("The knight waves." if not name else f"{name} waves.", state) is not None
        )

    def label(self, text: str) -> bool:
        self.director.add_choice(self.start, text, self.elsewhere)
        return True

    def title(self, text: str) -> bool:
        self.director.rename_scene(self.start, text)
        return True

    def beat(self, text: str) -> bool:
        """A direction in a script that is otherwise sound, written so that every sign of it gets through."""
        quoted = json.dumps(text)
        script = read_script(
            f"title: A\nworld: {{prompt: {json.dumps(PROMPT)}}}\nscenes: [{{id: a, beats: [{quoted}]}}]"
        )
        return bool(crew().read(script.scenes[0].beats[0].direction, self.director.checkpoint(self.start)))

    def script(self, text: str) -> bool:
        script = read_script(text)
        return (
            bool(run_script(self.director, script)) if self.acting and len(script.scenes) < 9 else bool(script.scenes)
        )

    def scriptlist(self, text: str) -> bool:
        script = read_scriptlist(text)
        return bool(run_script(self.director, script)) if self.acting else bool(script.scenes)

    def check_whole(self) -> None:
        """What was kept can be written, and read again."""
        graph = self.director.story(self.start.episode)
        assert read_script(write_script(graph)).title == graph.episode.title


def is_helpful(sentence: str) -> bool:
    """Whether a sentence may be shown to an author: whole, of one line, not endless, and without the insides."""
    return (
        bool(sentence.strip())
        and sentence.rstrip()[-1] in ".。"
        and "\n" not in sentence
        and len(sentence) < 1_000
        and not any(inside in sentence for inside in ("Traceback", "object at 0x", "Error:", "\\x", "\ud800"))
        and sentence.encode(errors="replace").decode() == sentence
    )


def main() -> int:
    parser = argparse.ArgumentParser(description="Type what nobody should, and see what comes of it.")
    parser.add_argument("--count", type=int, default=1_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--reading", action="store_true", help="read directions without acting them out")
    options = parser.parse_args()
    counted: Counter[str] = Counter()
    with tempfile.TemporaryDirectory(prefix="nacre-hostile-") as folder:
        fortress = Fortress(open_director(Path(folder)), acting=not options.reading)
        for k, attack in enumerate(attacks(options.count, options.seed)):
            if k % 50 == 0:  # an episode of its own, so that none grows long
                fortress = Fortress(fortress.director, acting=not options.reading)
            try:
                what, said = fortress.stand(attack)
            except Exception:
                what, said = "crash", traceback.format_exc(limit=-4)
            counted[what] += 1
            if what not in ("done", "told"):
                print(
                    f"{k} {attack.family} at the {attack.door}: {what}: {attack.text[:90]!r}\n    {said[-900:]}",
                    flush=True,
                )
    print(json.dumps({"inputs": sum(counted.values()), **dict(counted)}))
    return 0 if set(counted) <= {"done", "told"} else 1


if __name__ == "__main__":
    sys.exit(main())
