"""From a prompt to a world: the setting, hour and weather, who and what is there, how it looks and where it stands.

Names stay in the author's language and spelling. What the stage does not have is staged as what is nearest, and the
notes say so; what the prompt leaves out is chosen by the seed. Knows nothing of directions, of the store or of drawing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from director.casting.apposition import joined_nouns
from director.casting.capitals import with_capitals
from director.casting.company import Company, role_names
from director.casting.english_words import with_article
from director.casting.hits import Hit
from director.casting.mounts import find_riders
from director.casting.occupations import Occupations
from director.casting.openings import find_openings
from director.casting.placing import emotion_words, find_placings
from director.casting.presence import is_of_the_set, present
from director.casting.scene import Scene
from director.casting.screenplay import in_sentences
from director.casting.spoken import unspoken
from director.casting.spotting import find_nouns
from director.casting.strangers import find_strangers
from director.casting.times import era_of, hour_and_weather
from director.casting.unnamed import unnamed
from director.casting.whereabouts import find_bridge, find_setting, is_nearest
from director.lexicon.custom import COMPANY, OCCASIONS, Occasion
from director.lexicon.pursuits import LED_OCCASIONS, OF_OCCASIONS, PURSUITS, pursuit_in
from director.spelling import slips_mended
from director.styles import style_in
from director.texts import as_read, readable
from model.layout import Relation
from model.seats import can_be_ridden, saddled
from model.stage import STYLES, Entity, Stage
from model.state import Action
from model.text import TextEncoder
from storygraph.errors import StoryError

LONGEST_PROMPT = 2_000
_ENOUGH = 3  # people who are told, from which on no guests are asked to come
_EMPTY = re.compile(
    r"\b(?:empty|deserted|abandoned|uninhabited|lifeless|nobody|no one)\b|空荡荡|空无一人|无人|没有人|空旷|荒废", re.I
)


_FULL_HOUSE = re.compile(r"\b(?:packed|full) (?:house|room|hall|ballroom|theat(?:er|re))\b|满座|满堂|座无虚席", re.I)
# What light is spoken of comes from, and what some play on.
_PIANIST = re.compile(r"\bpianists?\b|钢琴家|钢琴师", re.I)
_GUITARIST = re.compile(r"\bguitarists?\b|吉他手", re.I)
_PLAYERS = (
    (_PIANIST, PURSUITS["play the piano"]),
    (_GUITARIST, replace(PURSUITS["music"], hand="guitar")),
    (re.compile(r"\b(?:violinist|fiddler|violist)s?\b|小提琴[手家]", re.I), replace(PURSUITS["music"], hand="violin")),
)
_PLAYS = re.compile(r"\b(?:play|perform|practi[cs]|rehears)\w*|[弹练]|演奏", re.I)
_SPOKEN_OF = (
    (_PIANIST, "piano"),
    (_GUITARIST, "guitar"),
    (re.compile("坟|乱葬岗|墓[前地]"), "gravestone"),  # where they lie in the woods, in old China
    (re.compile(r"\bcandle-?lit\b|\bcandlelight\b|烛光|烛火", re.I), "candle"),
    (re.compile(r"\bfirelight\b|\bfirelit\b|火光映", re.I), "campfire"),
    (re.compile(r"\blamp-?lit\b|\blamplight\b|灯光下|灯影", re.I), "lamp"),
    (re.compile(r"\btorch-?lit\b|\btorchlight\b", re.I), "torch"),
)
_ITS_THING = re.compile(
    r" (?:rings?|bands?|dress|gown|suits?|veil|cakes?|photos?|albums?|video|certificate|invitations?|cards?"
    r"|presents?)\b",
    re.I,
)


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


def _afloat(prompt: str) -> str:
    """Who is at the bow of a boat on a river is on it: 江面上，书生立于船头."""
    return re.sub("船[头尾]", "船上", prompt) if re.search("[湖江河溪岸]", prompt) and "海" not in prompt else prompt


def cast(prompt: str, *, seed: int, text: TextEncoder, aspect: str = "16:9", style: str | None = None) -> Casting:
    """The world that the prompt describes; the same prompt and seed give the same world. Without a `style` it is drawn
    in the one that the prompt asks for.

    Raises StoryError when the prompt is empty, longer than 2,000 characters, or speaks of nothing the stage knows.
    """
    asked, prompt = style_in(_clean(prompt))
    spelled = _clean(prompt)
    read = as_read(spelled)
    prose, title = in_sentences(read)
    title = _shortened(title) if title else _title(spelled if prose == read else prose)
    prompt, slips = slips_mended(_afloat(with_capitals(unspoken(prose))))
    hits = find_nouns(prompt)
    hits = sorted([*hits, *unnamed(prompt, hits)], key=lambda h: h.start)
    strangers = find_strangers(prompt, hits, text)
    occasion = _occasion(prompt)
    place, place_word = find_setting(prompt, hits, text, occasion)
    place_known = place_word is not None
    strangers = [s for s in strangers if not (is_of_the_set(s.hit, place) or s.hit.word in ("bow", "stern"))]
    hour, weather = hour_and_weather(prompt, hits, place)
    named, sums = present(prompt, hits, place)
    busy = pursuit_in(prompt) is not None
    if not (place_known or named or strangers or occasion or busy or hour is not None or weather is not None):
        raise StoryError(
            "Nothing in this prompt is known to the stage; name a place and who is there, "
            'for example "A rainy street at night with a detective and a cat".'
        )
    rng = np.random.default_rng([seed, 5])
    named = joined_nouns(prompt, sorted([*named, *(s.hit for s in strangers)], key=lambda h: h.start))
    company = Company(prompt, place, era_of(prompt, place), rng, named)
    for hit in named:
        company.add(hit)
    for start, told in sums.items():
        company.of_hit[start] = [i for k in told for i in company.of_hit.get(k, [])]
    company.notes += [*slips, *(s.note for s in strangers if s.note)]
    if place_word and is_nearest(place_word):
        the = "The " if place_word.isascii() else ""
        company.notes.append(f"{the}{place_word} is staged as {with_article(place.name)}.")
    if not place_known:
        company.notes.append(f"The place is not named; the set is {with_article(place.name)}.")
    _complete(company, occasion, rng)
    relations, actions, emotions = _arranged(prompt, company, named, occasion, text)
    if occasion is not None and occasion.mood and not emotions:
        emotions = {e.id: occasion.mood for e in company.entities if e.kind == "person"}
    style = style or asked or STYLES[0]
    entities = tuple(_spelled(e, read, spelled) for e in _with_mounts(company.entities, relations))
    stage = Stage(place.name, seed, entities, indoor=place.indoor, style=style, aspect=aspect)
    hour = float(rng.choice((10.0, 12.0, 14.0))) if hour is None else hour
    return Casting(stage, hour, weather or "clear", relations, tuple(company.notes), title, emotions, actions)


def _spelled(entity: Entity, read: str, spelled: str) -> Entity:
    """The entity called as the author wrote it, who may not write the simplified characters that the prompt was `read`
    in."""
    name = entity.name.rstrip("0123456789 ")
    at = read.find(name)
    if read == spelled or at < 0:
        return entity
    return replace(entity, name=spelled[at : at + len(name)] + entity.name[len(name) :])


def _with_mounts(entities: Sequence[Entity], relations: Sequence[Relation]) -> Iterator[Entity]:
    """The entities, those that somebody sits on fit to be ridden."""
    by_id = {entity.id: entity for entity in entities}
    riders = {r.other: by_id[r.subject] for r in relations if r.kind == "sits"}
    for entity in entities:
        yield saddled(entity, riders[entity.id]) if entity.id in riders and can_be_ridden(entity) else entity


def _occasion(prompt: str) -> Occasion | None:
    """What is going on, where that alone tells who takes part: a wedding, a trial, 年夜饭."""
    return next((o for o in OCCASIONS if any(not _ITS_THING.match(prompt, m.end()) for m in o.words.finditer(prompt))),
                None)  # fmt: skip


def _complete(company: Company, occasion: Occasion | None, rng: np.random.Generator) -> None:
    """Who and what the prompt leaves out: those whom the occasion or the place suits, and the furniture."""
    roles = {e.look.get("role", "") for e in company.entities if e.kind == "person"}
    alone = not any(e.kind != "prop" for e in company.entities)
    told = sum(e.kind == "person" for e in company.entities)
    open_to_all = alone or (occasion is not None and not occasion.intimate)
    if occasion is not None and roles <= {*occasion.principals, *occasion.extras} and open_to_all:
        among_themselves = told >= _ENOUGH and (not occasion.needs_principals or bool(roles & set(occasion.principals)))
        absent = [name for name in occasion.principals if name not in roles and not among_themselves]
        crowded = bool(roles & set(occasion.extras)) or told >= _ENOUGH
        crowd = [] if crowded else list(occasion.extras)[: int(rng.integers(2, 5))]
        company.invite([*absent, *crowd], f"the {occasion.name}")
        company.provide(occasion.things)
    elif occasion is not None and roles & {*occasion.principals, *occasion.extras}:
        company.provide(occasion.things)
    if _FULL_HOUSE.search(company.prompt) and "guest" not in roles and told < _ENOUGH:
        company.invite(["guest"] * 3, "the full house")
    if not (any(e.kind != "prop" for e in company.entities) or _EMPTY.search(company.prompt)):
        names = role_names(COMPANY[company.place.name])
        chosen = rng.permutation(len(names))[: rng.integers(1, len(names) + 1)]
        company.invite([names[i] for i in sorted(chosen)], "the place")
    company.provide(thing for words, thing in _SPOKEN_OF if words.search(company.prompt))
    company.furnish()
    company.close()


def _clean(prompt: str) -> str:
    if len(prompt) > LONGEST_PROMPT:
        raise StoryError(f"The prompt has {len(prompt):,} characters; please keep it to {LONGEST_PROMPT:,}.")
    prompt = readable(prompt)
    if not prompt:
        raise StoryError(
            'The prompt is empty; say where it plays and who is there, for example "An office with Anna and Ben".'
        )
    return prompt


def _title(prompt: str) -> str:
    first = re.split(r"[.。!！?？;；\n]", prompt, maxsplit=1)[0].strip(" ,，\"'“”")
    first = re.sub(r"^(?:an?|the)\s+", "", first, flags=re.I)
    return _shortened(first[:1].upper() + first[1:]) or "Untitled"


def _shortened(title: str) -> str:
    return title if len(title) <= 60 else title[:60].rsplit(" ", 1)[0].rstrip(" ,，") + "…"


def _arranged(
    prompt: str, company: Company, hits: Sequence[Hit], occasion: Occasion | None, text: TextEncoder
) -> tuple[tuple[Relation, ...], tuple[Action, ...], dict[str, str]]:
    scene = Scene(company)
    for e in company.entities:
        if e.look.get("role") == "corpse":
            scene.lay_out(e)
    for hit in find_nouns(prompt):
        if hit.start in company.of_hit and (emotion := emotion_words(prompt, hit)) is not None:
            scene.feel(company.of_hit[hit.start], emotion)
    openings = find_openings(prompt, hits, text)
    placings = find_placings(prompt, text)
    occupations = Occupations(scene, placings)
    occupations.expect(openings)
    scene.keep_seats(openings, placings)
    scene.carry(placings)
    for opening in (o for o in openings if not o.loosely):
        scene.open(opening)
    for placing in placings:
        scene.put(placing)
    for opening in (o for o in openings if o.loosely):
        scene.open(opening)
    for start in find_riders(prompt, hits):
        scene.mount(scene.ids(start))
    scene.take_off()
    for opening in openings:
        occupations.occupy(opening)
    if occasion is not None and occasion.name in OF_OCCASIONS:
        occupations.engage(PURSUITS[OF_OCCASIONS[occasion.name]], occupations.everybody(openings))
    if occasion is not None and occasion.name in LED_OCCASIONS:
        pursuit, role = LED_OCCASIONS[occasion.name]
        occupations.lead(PURSUITS[pursuit], role)
    if _PLAYS.search(prompt):
        for players, playing in _PLAYERS:
            ids = [i for h in hits if players.search(h.title or h.word) for i in company.of_hit.get(h.start, ())]
            occupations.engage(playing, ids)
    occupations.fill_the_class()
    occupations.finish()
    scene.set_the_table()
    scene.sit_in_cages()
    scene.kindle()
    if bridge := find_bridge(prompt, hits):
        scene.gather_on(company.of_hit.get(bridge.start, ()))
    scene.join_on_bridges()
    scene.unlock()
    return scene.settled(), tuple(dict.fromkeys(scene.actions)), scene.emotions
