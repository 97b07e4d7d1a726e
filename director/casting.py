"""From a prompt to a world: the setting, hour and weather, who and what is there, how it looks and where it stands.

Names stay in the author's language and spelling. What the stage does not have is staged as what is nearest, and the
notes say so; what the prompt leaves out is chosen by the seed. Knows nothing of directions, of the store or of drawing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from director.lexicon.custom import CHINESE_ERA, COMPANY, MEDIEVAL_ERA, MODERN_ERA, USUAL_PLACES
from director.lexicon.nouns import Sense
from director.lexicon.people import Role, roles
from director.lexicon.words import HOURS, NOT_WEATHER, WEATHERS
from director.placing import Placing, emotion_words, find_placings
from director.spotting import Hit, described_length, find_nouns, is_chinese
from director.strangers import Stranger, find_strangers
from director.styles import style_in
from director.wardrobe import Description, dress
from model.catalog import CATALOG
from model.layout import Relation
from model.settings import SETTINGS, Setting
from model.stage import STYLES, Entity, Stage
from model.state import Action
from model.text import TextEncoder
from storygraph.errors import StoryError

LONGEST_PROMPT = 2_000
MOST_ENTITIES = 16
_UNDERSTOOD = 0.5  # cosine to a setting below which a prompt that names nothing means nothing to us
_OPENINGS = frozenset({"circle", "dance", "kneel", "chase", "follow", "fall", "hug", "feel"})


@dataclass(frozen=True, slots=True)
class Casting:
    """A world as understood. `relations` say where things stand; `emotions` maps entity ids to how they feel at the
    start; `actions` are what is already going on (a dragon circling); `notes` tell the author what was decided."""

    stage: Stage
    hour: float
    weather: str
    relations: tuple[Relation, ...]
    notes: tuple[str, ...]
    title: str
    emotions: dict[str, str] = field(default_factory=dict)
    actions: tuple[Action, ...] = ()


def cast(prompt: str, *, seed: int, text: TextEncoder, aspect: str = "16:9", style: str | None = None) -> Casting:
    """The world that the prompt describes; the same prompt and seed give the same world. Without a `style` it is drawn
    in the one that the prompt asks for.

    Raises StoryError when the prompt is empty, longer than 2,000 characters, or speaks of nothing the stage knows.
    """
    asked, prompt = style_in(_clean(prompt))
    prompt = _clean(prompt)
    hits = find_nouns(prompt)
    strangers = find_strangers(prompt, hits, text)
    place, place_known = _setting(prompt, hits, text)
    hour, weather = _hour(prompt), _weather(prompt)
    worn = [(h.end, h.end + described_length(prompt[h.end :])) for h in hits if h.sense and h.sense.kind == "person"]
    named = [h for h in hits if h.sense is not None and not _is_place_only(h, place, hits, prompt)
             and not any(a <= h.start < b for a, b in worn) and not _is_worn(prompt, h)]  # fmt: skip
    if not (place_known or named or strangers or hour is not None or weather is not None):
        raise StoryError(
            "Nothing in this prompt is known to the stage; name a place and who is there, "
            'for example "A rainy street at night with a detective and a cat".'
        )
    rng = np.random.default_rng([seed, 5])
    named = _introduced(prompt, named)
    company = _Company(prompt, place, _era(prompt, place), rng)
    for hit in sorted([*named, *_as_hits(strangers)], key=lambda h: h.start):
        company.add(hit)
    company.notes += [s.note for s in strangers if s.note]
    if not place_known:
        company.notes.append(f"The place is not named; it plays in a {place.name}.")
    if not any(e.kind != "prop" for e in company.entities):
        company.invite(_role_names(COMPANY[place.name]))
    company.furnish()
    entities = company.entities
    relations, actions, emotions = _arranged(prompt, company, text)
    style = style or asked or STYLES[0]
    stage = Stage(place.name, seed, tuple(entities), indoor=place.indoor, style=style, aspect=aspect)
    hour = float(rng.choice((10.0, 12.0, 14.0))) if hour is None else hour
    return Casting(stage, hour, weather or "clear", relations, tuple(company.notes), _title(prompt), emotions, actions)


def _clean(prompt: str) -> str:
    if len(prompt) > LONGEST_PROMPT:
        raise StoryError(f"The prompt has {len(prompt):,} characters; please keep it to {LONGEST_PROMPT:,}.")
    prompt = re.sub(r"[\x00-\x09\x0b-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]", " ", prompt)
    prompt = re.sub(r"[ \u3000]+", " ", prompt).strip()
    if not prompt:
        raise StoryError(
            'The prompt is empty; say where it plays and who is there, for example "An office with Anna and Ben".'
        )
    return prompt


# ---- place, time, weather ---------------------------------------------------------------------------------------


def _setting(prompt: str, hits: Sequence[Hit], text: TextEncoder) -> tuple[Setting, bool]:
    """(the setting, whether the author named it)."""
    places = [h for h in hits if h.setting is not None]
    if places:
        best = max(places, key=lambda h: _place_score(prompt, h))
        assert best.setting is not None
        if best.sense is None or _place_score(prompt, best) >= 1.0 or not any(h.sense for h in hits if h is not best):
            return SETTINGS[best.setting], True
    for hit in hits:
        if hit.sense is not None and (usual := _usual_place(hit.sense.archetype)):
            return SETTINGS[usual], False
    names = [(s, alias) for s in SETTINGS.values() for alias in (s.en[0], s.zh[0])]
    vectors = text.encode([alias for _, alias in names])
    asked = text.encode([prompt, *(part for part in re.split(r"[,.;，。；]", prompt)[:4] if part.strip())])
    likeness = (vectors @ asked.T).max(axis=1)
    best_row = int(likeness.argmax())
    return names[best_row][0], bool(likeness[best_row] >= _UNDERSTOOD)


def _usual_place(archetype: str) -> str | None:
    """Where a thing usually stands, when the prompt names things and no place."""
    return USUAL_PLACES.get(archetype)


def _place_score(prompt: str, hit: Hit) -> float:
    before, after = prompt[: hit.start].lower(), prompt[hit.end :].lower()
    score = 0.02 * len(hit.word) - 0.001 * hit.start
    if re.search(r"\b(?:in|at|inside|into|within|on|outside|across|through)\s+(?:[\w-]+\s+){0,4}$", before):
        score += 2.0
    if re.search(r"\b(?:near|next to|by|of|beside|behind)\s+(?:[\w-]+\s+){0,3}$", before):
        score -= 1.0
    if (
        not re.search(r"[.。;；]\s*\S", before)
        and re.fullmatch(r"\s*(?:[\w'-]+\s+){0,6}", before)
        and not re.search(r"\b(?:and|with|in|on|at)\s", before)
    ):
        score += 1.5
    if re.match(r"\s*(?:里|中|上|内|外|大厅|的|，|,|。|$)", after) and re.search(r"[\u3400-\u9fff]", hit.word):
        score += 1.2 if before.strip() else 2.0
    if hit.sense is not None:
        score -= 0.6
    return score


def _is_place_only(hit: Hit, place: Setting, hits: Sequence[Hit], prompt: str) -> bool:
    """A word that names the chosen setting is no prop as well, unless it stands outdoors and can be gone to; who is on
    the deck of a ship is aboard already."""
    if hit.setting != place.name or hit.sense is None:
        return False
    chosen = max((h for h in hits if h.setting == place.name), key=lambda h: _place_score(prompt, h))
    return hit is chosen and (place.indoor or place.name == "ship deck")


def _introduced(prompt: str, hits: Sequence[Hit]) -> list[Hit]:
    """Names joined with the trade that follows them: "Lin, a young detective, ..." is one person."""
    joined: list[Hit] = []
    for hit in sorted(hits, key=lambda h: h.start):
        last = joined[-1] if joined else None
        between = prompt[last.end : hit.start] if last else ""
        listed = re.search(r"\bwith [^.;]*$", prompt[: last.start]) if last else None
        goes_on = re.match(r"\s*(?:$|[.;。；)）]|,(?! and (?:an?|two|three|the)\b)|who\b)", prompt[hit.end :])
        if (last and last.given and hit.sense and hit.sense.role and not hit.given and goes_on
                and re.fullmatch(r",? (?:is )?(?:an?|the) (?:[\w-]+ ){0,3}|（|是一?[个名位]?", between)
                and (not listed or re.match(r",\s+(?:in|on|at|who|is|are|\w+s)\b", prompt[hit.end :]))):  # fmt: skip
            joined[-1] = replace(last, sense=hit.sense, before=(*last.before, *hit.before))
        else:
            joined.append(hit)
    return joined


def _is_worn(prompt: str, hit: Hit) -> bool:
    """戴草帽的老人: the hat is on a head, no prop."""
    return bool(
        re.search(r"[穿戴披留][^，。；、的]{0,4}$", prompt[: hit.start])
        and re.match(r"[^，。；、]{0,2}的", prompt[hit.end :])
    )


def _hour(prompt: str) -> float | None:
    found = _words_in(prompt, HOURS)
    if "夜" in prompt and not found:
        return HOURS["夜"]
    return HOURS[max(found, key=len)] if found else None


def _weather(prompt: str) -> str | None:
    low = prompt.lower()
    for phrase in NOT_WEATHER:
        low = low.replace(phrase, " ")
    found = _words_in(low, WEATHERS)
    return WEATHERS[max(found, key=len)] if found else None


def _words_in(prompt: str, table: Iterable[str]) -> list[str]:
    low = prompt.lower()
    return [w for w in table if (re.search(rf"(?<![\w-]){re.escape(w)}(?![\w-])", low) if w.isascii() else w in low)]


def _era(prompt: str, place: Setting) -> str:
    if MODERN_ERA.search(prompt) and not re.search(r"古代|medieval|ancient|中世纪", prompt, re.I):
        return "modern"
    if CHINESE_ERA.search(prompt):
        return "chinese"
    chinese = is_chinese(prompt)
    if MEDIEVAL_ERA.search(prompt):
        return "medieval"
    if place.name in ("palace", "temple", "courtyard"):
        return "chinese" if chinese else "medieval"
    if place.name in ("village", "castle hall", "throne room", "dungeon"):
        return "chinese" if chinese else "medieval"
    return "modern"


def _title(prompt: str) -> str:
    first = re.split(r"[.。!！?？;；\n]", prompt, maxsplit=1)[0].strip(" ,，\"'“”")
    first = re.sub(r"^(?:an?|the)\s+", "", first, flags=re.I)
    if len(first) > 60:
        first = first[:60].rsplit(" ", 1)[0].rstrip(" ,，") + "…"
    return first[:1].upper() + first[1:] or "Untitled"


# ---- the company ------------------------------------------------------------------------------------------------


def _as_hits(strangers: Sequence[Stranger]) -> list[Hit]:
    return [s.hit for s in strangers]


def _role_names(line: str) -> list[str]:
    """The roles a line lists; some are two words ("old man")."""
    words, names = line.split(), []
    while words:
        n = 2 if " ".join(words[:2]) in roles() else 1
        names.append(" ".join(words[:n]))
        words = words[n:]
    return names


class _Company:
    """Entities as they are cast, one hit after the other."""

    def __init__(self, prompt: str, place: Setting, era: str, rng: np.random.Generator) -> None:
        self.prompt, self.place, self.era, self.rng = prompt, place, era, rng
        self.entities: list[Entity] = []
        self.notes: list[str] = []
        self.of_hit: dict[int, list[str]] = {}  # start of a hit -> ids
        self._words: dict[str, list[str]] = {}  # what it was called -> ids
        self._left_out = 0

    def add(self, hit: Hit) -> None:
        """Cast what the hit speaks of, or find that it is already here."""
        sense = hit.sense
        assert sense is not None
        if known := self._known(hit, sense):
            self.of_hit[hit.start] = known
            return
        if hit.possessive and not hit.given:
            return
        count = (
            hit.count
            if hit.count > 1
            else self._carried(hit)
            if hit.plural and sense.kind == "prop"
            else 2
            if hit.plural
            else 1
        )
        said = describe(self.prompt, hit)
        base = self._base_name(hit, said)
        names = [base] if count == 1 else [self._numbered(base, i + 1) for i in range(count)]
        ids = [i for i in (self._enter(name, sense, said) for name in names) if i is not None]
        self.of_hit[hit.start] = ids
        self._words.setdefault(hit.word.lower(), []).extend(ids)
        if sense.stands_in and ids:
            self.notes.append(f"{hit.word} is staged as {CATALOG[sense.archetype].en[0]}.")

    def invite(self, names: Sequence[str]) -> None:
        """People who suit the place, when the prompt names nobody."""
        chinese = is_chinese(self.prompt)
        chosen = self.rng.permutation(len(names))[: self.rng.integers(1, len(names) + 1)]
        for name in (names[i] for i in sorted(chosen)):
            role = roles()[name]
            self._enter(role.zh[0] if chinese else role.en[0], _sense(role), Description())
        who = ", ".join(e.name for e in self.entities if e.kind == "person")
        self.notes.append(f"The prompt names nobody; {who} were chosen to suit the place.")

    def furnish(self) -> None:
        """What belongs to the setting, unless it is there already."""
        chinese = is_chinese(self.prompt)
        here = {e.archetype for e in self.entities}
        for archetype in self.place.furniture:
            if archetype not in here and len(self.entities) < MOST_ENTITIES:
                kind = CATALOG[archetype]
                self._enter(kind.zh[0] if chinese else kind.en[0], Sense(archetype), Description())
        if self._left_out:
            self.notes.append(f"The stage holds {MOST_ENTITIES}; {self._left_out} more were left out.")

    def _enter(self, name: str, sense: Sense, said: Description) -> str | None:
        if len(self.entities) >= MOST_ENTITIES:
            self._left_out += 1
            return None
        entity_id = f"e{len(self.entities) + 1}"
        taken = {e.name.lower() for e in self.entities}
        unique, n = name, 2
        while unique.lower() in taken:
            unique, n = self._numbered(name, n), n + 1
        self.entities.append(dress(entity_id, unique, sense.archetype, sense.role, said, era=self.era, rng=self.rng))
        return entity_id

    def _known(self, hit: Hit, sense: Sense) -> list[str]:
        """Ids of those already cast whom the hit speaks of again."""
        new = re.search(r"(?:\b(?:an?|another|one|more)\s+(?:(?!the\b|to\b|of\b|in\b|on\b|and\b)[\w-]+\s+){0,4}"
                        r"|另一?[\u3400-\u9fff]|又一[\u3400-\u9fff])$",
                        self.prompt[: hit.start], re.I)  # fmt: skip
        modal = re.search(r"\b(?:player|you|audience|玩家|你)\b[^.。]*$|玩家[^。]*$", self.prompt[: hit.start], re.I)
        if hit.count > 1 or (new and not modal):
            return []
        if same := self._words.get(hit.word.lower()):
            return same
        if hit.definite and sense.role is None:
            same_kind = [
                e.id
                for e in self.entities
                if e.archetype == sense.archetype and e.name.lower().endswith(hit.word.lower())
            ]
            if same_kind:
                return same_kind[-1:]
        if hit.definite and sense.role is not None and sense.role.generic:
            fits = [e.id for e in self.entities if e.kind == "person" and _fits(e, sense.role)]
            return fits[-1:]
        return []

    def _carried(self, hit: Hit) -> int:
        """ "Three robbers with guns" have three."""
        bearers = next((ids for start, ids in sorted(self.of_hit.items(), reverse=True) if start < hit.start), [])
        together = re.search(r"\b(?:with|holding|carrying)\s+(?:\w+\s+)?$", self.prompt[: hit.start])
        return min(len(bearers), 4) if together and bearers else 1

    def _base_name(self, hit: Hit, said: Description) -> str:
        if hit.given:
            return hit.word
        taken = {e.name.lower() for e in self.entities}
        telling = [w for w in said.words if w in _TELLING]
        name = " ".join([*telling, hit.word]) if telling and hit.word.isascii() else hit.word
        if name.lower() in taken and said.words:
            name = (
                f"{said.words[0]} {hit.word}" if hit.word.isascii() else f"{said.words[0].removesuffix('的')}{hit.word}"
            )
        return name

    def _numbered(self, name: str, n: int) -> str:
        return f"{name} {n}" if name.isascii() else f"{name}{n}"


_TELLING = frozenset({"old", "young", "little"})


def _sense(role: Role) -> Sense:
    return Sense("child" if role.age == "child" else "adult", role)


def _fits(entity: Entity, role: Role) -> bool:
    same_sex = not role.gender or entity.look.get("gender") == role.gender
    return same_sex and (role.age in ("", "adult") or entity.look.get("age") == role.age)


def describe(prompt: str, hit: Hit) -> Description:
    """What the prompt says of the hit's looks: the words before it and the phrases right after it."""
    after = prompt[hit.end :]
    taken = after[: described_length(after)]
    before = tuple(w.lower() for w in hit.before)
    lead = re.search(r"[\u3400-\u9fff]*$", prompt[: hit.start])
    prefix = "".join(hit.before) if hit.before and not hit.before[0].isascii() else ""
    own = hit.word if lead and not hit.word.isascii() else ""
    return Description(f"{' '.join(before)} {prefix}{own} {taken}".strip(), before)


# ---- where they stand and what goes on --------------------------------------------------------------------------


def _arranged(
    prompt: str, company: _Company, text: TextEncoder
) -> tuple[tuple[Relation, ...], tuple[Action, ...], dict[str, str]]:
    by_id = {e.id: e for e in company.entities}
    relations: list[Relation] = []
    actions: list[Action] = []
    emotions: dict[str, str] = {}
    for placing in find_placings(prompt, text):
        others = company.of_hit.get(placing.other_start or -1, [])
        for who in company.of_hit.get(placing.start, []):
            own = company.of_hit[placing.start].index(who)
            paired = others[own : own + 1] if len(others) == len(company.of_hit[placing.start]) else []
            other = next((o for o in (*paired, *others) if o != who), None)
            if placing.other_start is not None and other is None:
                continue
            _place(placing, by_id[who], by_id.get(other or ""), relations, actions)
    for start, ids in company.of_hit.items():
        if (emotion := emotion_words(prompt, start)) is not None:
            emotions |= {i: emotion for i in ids if by_id[i].kind != "prop"}
    return tuple(dict.fromkeys(relations)), tuple(actions), emotions


def _place(
    placing: Placing, who: Entity, other: Entity | None, relations: list[Relation], actions: list[Action]
) -> None:
    kind = placing.kind
    holder = next((r.subject for r in relations if r.kind == "holds" and r.other == who.id), None)
    if holder is not None and kind == "near" and other is not None:
        # "Holding a hammer next to an anvil": it is the holder who stands there.
        relations.append(Relation("near", holder, other.id))
        return
    if kind == "inside" and other is not None and not {"container", "opens"} & other.traits:
        kind = "near"
    if kind == "sits" and other is not None and "seat" not in other.traits and who.kind != "person":
        kind = "on"
    if kind in ("on", "sits", "lies") and other is not None and not {"surface", "seat", "climbable"} & other.traits:
        kind = "near"
    if kind == "holds" and (other is None or "holdable" not in other.traits or who.kind == "prop"):
        kind = "near"
    if kind == "flies":
        if "flies" not in who.traits:
            return
        actions.append(Action("circle", who.id))
    if kind == "act":
        if placing.verb in _OPENINGS and (other is not None or placing.verb in ("dance", "kneel", "fall")):
            actions.append(Action(placing.verb, who.id, None if other is None else other.id))
        return
    if who.kind == "prop" and kind in ("sits", "lies"):
        kind = "on"
    if kind == "near" and other is None:
        return
    if kind == "near" and other is not None and other.kind == "prop" and _small(other):
        # The small thing is put beside the big one, or beside what lies on it, not the other way round.
        upon = [r.subject for r in relations if r.other == who.id and r.kind in ("on", "lies")]
        relations.append(Relation("near", other.id, upon[0] if upon else who.id))
        return
    relations.append(Relation(kind, who.id, None if other is None else other.id))


def _small(entity: Entity) -> bool:
    return max(entity.size) < 0.7
