"""Who plays which part in a verb: of the things a clause mentions, which is the target, which the object.

Weighs what verbs ask of their participants (`model.verbs`) and says why when nobody fits. Knows nothing of words except
the prepositions that lead to a mention.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from director.understanding.arrivals import DRIVEN
from model.seats import can_be_ridden, is_vehicle
from model.stage import Entity
from model.verbs import VERBS, Verb

# Verbs made of several: what each step does with the clause's target and object is in `director.understanding`.
COMPOSITES: dict[str, str] = {"bring": "give", "carry": "walk", "lift_off_with": "take", "strike_down": "attack"}
EVENTS = frozenset({"blast", "quake", "black_out", "burn"})  # what happens without anybody's doing
# Deeds that come to nothing without the thing they are done with: 把信交给他.
HANDED = frozenset({"give", "bring", "throw", "put_on", "put_in", "take", "carry", "drop", "eat", "lift_off_with"})
_TOWARD = frozenset(
    """
    to at into onto toward towards in on for with against over after 向 对 朝 给 往 到 跟 和 与 进 为 冲 在
    """.split()
)
_AWAY = frozenset({"from", "off", "of", "out of", "从", "离"})
_UPON = frozenset({"on", "onto", "in", "into", "upon", "atop", "over", "to", "到", "在", "进", "上", "里"})
TOOL = frozenset({"with", "using", "用", "拿", "by"})
_WANTED: dict[str, tuple[str, str]] = {  # the most telling first
    "opens": ("be opened or closed", "打开或关上"),
    "lights": ("be lit", "点亮"),
    "container": ("hold anything", "装东西"),
    "holdable": ("be picked up", "拿起来"),
    "climbable": ("be climbed", "爬上去"),
    "seat": ("be sat on", "坐"),
    "surface": ("be stood on", "站上去"),
}


@dataclass(frozen=True, slots=True)
class Arg:
    """A mention besides the subject: whom it means and the preposition before it ("" when there is none)."""

    ids: tuple[str, ...]
    preposition: str = ""


Said = tuple[str, str]  # the same in English and in Chinese, without a full stop
UNSAID: Said = ("", "")


@dataclass(frozen=True, slots=True)
class Parts:
    """How a clause's participants fill a verb. `goal` is where the target is taken, `cost` what the filling lacks, in
    nats; `why` says so to the author."""

    targets: tuple[str, ...] = ()
    object: str | None = None
    tool: str | None = None
    cost: float = 0.0
    why: Said = UNSAID
    goal: str | None = None


@dataclass(frozen=True, slots=True)
class Scene:
    """What filling needs to know: the cast by id, what each one holds, and who of them is there."""

    cast: Mapping[str, Entity]
    holding: Mapping[str, Sequence[str]]
    present: Collection[str]

    def others(self, *but: str | None) -> list[Entity]:
        """Everybody and everything there but these."""
        return [e for e in self.cast.values() if e.id in self.present and e.id not in but]

    def name(self, entity_id: str) -> str:
        return self.cast[entity_id].name


def fill(verb: str, actor: str, args: Sequence[Arg], scene: Scene) -> Parts:
    """The best filling of `verb` (also one of `COMPOSITES`) by the actor and the clause's other mentions."""
    args = [Arg(tuple(i for i in a.ids if i != actor), a.preposition) for a in args]
    args = [a for a in args if a.ids]
    parts = _FILLINGS.get(verb, _plain)(verb, actor, args, scene)
    spec = VERBS[COMPOSITES.get(verb, verb)]
    if spec.needs and not spec.needs <= scene.cast[actor].traits:
        able = [e.name for e in scene.cast.values() if spec.needs <= e.traits]
        name = scene.name(actor)
        why = (f"{name} cannot fly" + (f"; {' and '.join(able[:3])} can" if able else ""),
               f"{name}不会飞" + (f"；会飞的有{'、'.join(able[:3])}" if able else ""))
        return replace(parts, cost=parts.cost + 4.0, why=why)
    parts = replace(parts, cost=parts.cost + _oddity(verb, actor, args, parts, scene))
    drives = is_vehicle(scene.cast[actor]) and verb in DRIVEN
    if scene.cast[actor].kind == "prop" and not drives and verb not in ("fall", "push", "topple", "none"):
        return replace(parts, cost=parts.cost + 3.0, why=_of(actor, scene, "does not act by itself", "自己不会动"))
    return parts


def _oddity(verb: str, actor: str, args: Sequence[Arg], parts: Parts, scene: Scene) -> float:
    """What speaks against a verb in how the clause is built, and in who would do that to what, in nats."""
    prepositions = {a.preposition for a in args if set(a.ids) & set(parts.targets)}
    odd = 0.0
    if verb in _HANDLED and prepositions & _AT_A_PLACE:
        odd += 0.7  # "perches on the tower" does nothing to the tower
    if verb not in _HANDLED and any(a.preposition in ("把", "将") for a in args):
        odd += 1.5  # 把 leads to what is handled
    targets = [scene.cast[i] for i in parts.targets]
    if verb in ("attack", "flee", "back_off", "dodge") and any(t.kind == "prop" for t in targets):
        odd += 1.0 if any("holdable" in t.traits for t in targets) else 0.5
    if verb == "talk" and scene.cast[actor].kind == "creature":
        odd += 0.5
    return odd


_HANDLED = frozenset(
    """
    take eat open close light put_out hug kick push drag attack lead help_up topple drop give bring carry put_on put_in
    throw strike_down lift_off_with shield burn examine point
    """.split()
)
_AT_A_PLACE = frozenset({"on", "onto", "in", "into", "under", "behind", "在", "到"})


def suits(verb: str, preposition: str, entity: Entity) -> bool:
    """Whether a thing may be what "it" means in a clause of this verb: what "opens it" is said of can be opened."""
    if verb not in VERBS and verb not in COMPOSITES:
        return True
    spec = VERBS[COMPOSITES.get(verb, verb)]
    if spec.object and verb != "shield" and preposition not in _TOWARD:
        return "holdable" in entity.traits
    return _meets(spec, entity)


def _meets(spec: Verb, entity: Entity) -> bool:
    """Whether something is what a verb is done to."""
    rides = spec.name == "jump_onto" and can_be_ridden(entity)
    return entity.kind in spec.target and (not spec.target_needs or rides or bool(spec.target_needs & entity.traits))


# ---- verbs with a target at most --------------------------------------------------------------------------------


def _plain(verb: str, actor: str, args: Sequence[Arg], scene: Scene) -> Parts:
    spec = VERBS[COMPOSITES.get(verb, verb)]
    aimed = verb == "point" and any(a.preposition in _TOWARD for a in args)  # "points it at him": not it is pointed at
    led = TOOL | ({"", "把", "将"} if aimed else set())
    if verb == "face":  # who watches from behind a tree watches no tree
        args = [a for a in args if a.preposition not in _FROM_WHERE]
    if verb in _BESIDE:  # nobody is sat on: to sit next to Ben is to sit
        args = [a for a in args if scene.cast[a.ids[0]].kind == "prop" or a.preposition == "on"]
    armed = (a for a in args if (a.preposition in led or verb == "enter") and _holdable(a, scene))
    tool = next(armed, None) if verb in _ARMED else None
    rest = [a for a in args if a is not tool]
    pool = [a for a in rest if _fits(spec, a, scene)]
    best = min(pool, key=lambda a: _distance(verb, a), default=None)
    held = tool.ids[0] if tool else None
    if best is not None:
        return Parts(best.ids, None, held, 0.0)
    if not rest:
        needed = bool(spec.target) and not spec.target_optional
        why = (f"say whom or what to {verb.replace('_', ' ')}", "请说明是对谁、对什么做的")
        return Parts((), None, held, 2.0 if needed else 0.0, why if needed else UNSAID)
    if not spec.target:
        return Parts((), None, held, 0.7)
    return Parts((), None, held, 1.6 if spec.target_optional else 3.2, _misfit(spec, rest[0], scene))


_FROM_WHERE = frozenset({"behind", "from", "beside", "near", "从"})
_BESIDE = frozenset({"sit", "lie"})
_ARMED = frozenset({"attack", "strike_down", "point", "topple", "push", "open", "enter"})


def _distance(verb: str, arg: Arg) -> int:
    """How far an argument stands from the target's usual place: a direct object is nearest."""
    if verb in ("flee", "back_off", "get_down"):
        return 0 if arg.preposition in _AWAY else 1
    if verb in ("walk", "run", "fly", "talk", "face", "wave", "point", "climb", "sit", "lie", "land", "jump_onto"):
        return 0 if not arg.preposition or arg.preposition in _TOWARD else 2
    return 0 if not arg.preposition else 1 if arg.preposition in _TOWARD else 2


def _fits(spec: Verb, arg: Arg, scene: Scene) -> bool:
    return _meets(spec, scene.cast[arg.ids[0]])


def _of(who: str, scene: Scene, en: str, zh: str) -> Said:
    """What is said of somebody or something."""
    return f"{scene.name(who)} {en}", f"{scene.name(who)}{zh}"


def _misfit(spec: Verb, arg: Arg, scene: Scene) -> Said:
    name, entity = scene.name(arg.ids[0]), scene.cast[arg.ids[0]]
    if spec.target_needs and not spec.target_needs & entity.traits:
        wanted = next((w for w in _WANTED if w in spec.target_needs), "")
        en, zh = _WANTED.get(wanted, ("be used like that", "这样用"))
        return f"{name} cannot {en}", f"{name}不能{zh}"
    return f"one cannot {spec.name.replace('_', ' ')} {name}", f"不能对{name}这样做"


def _holdable(arg: Arg, scene: Scene) -> bool:
    return scene.cast[arg.ids[0]].kind == "prop" and "holdable" in scene.cast[arg.ids[0]].traits


# ---- verbs with an object ---------------------------------------------------------------------------------------


def _give(verb: str, actor: str, args: Sequence[Arg], scene: Scene) -> Parts:
    held = [a for a in args if a.ids[0] in scene.holding.get(actor, ()) and a.preposition not in _TOWARD]
    props = [a for a in args if scene.cast[a.ids[0]].kind == "prop"]
    things = held or [a for a in props if "holdable" in scene.cast[a.ids[0]].traits]
    things = things or [a for a in props if a.preposition not in _PLACES]
    takers = [a for a in args if scene.cast[a.ids[0]].kind != "prop" and a not in held]
    things += [a for a in takers[:-1] if "holdable" in scene.cast[a.ids[0]].traits and len(takers) > 1]
    thing = things[0].ids[0] if things else next(iter(scene.holding.get(actor, ())), None)
    takers = [a for a in takers if thing not in a.ids]
    if thing is None:
        return Parts(takers[0].ids if takers else (), None, None, 3.0,
                     _of(actor, scene, "holds nothing to give", "手里没有东西可给"))  # fmt: skip
    if not takers:
        given, it = scene.name(actor), scene.name(thing)
        return Parts((), thing, None, 2.2, (f"say to whom {given} gives {it}", f"请说明{given}把{it}给谁"))
    return Parts(takers[0].ids[:1], thing)


def _put(verb: str, actor: str, args: Sequence[Arg], scene: Scene) -> Parts:
    inside = verb == "put_in"
    wanted = {"container"} if inside else {"surface", "seat"}
    places = [a for a in args if wanted & scene.cast[a.ids[0]].traits]
    place = next((a for a in reversed(places) if a.preposition in _UPON), places[-1] if places else None)
    things = [a for a in args if a is not place and "holdable" in scene.cast[a.ids[0]].traits]
    thing = things[0].ids[0] if things else next(iter(scene.holding.get(actor, ())), None)
    if place is None:
        other = next((a for a in args if thing not in a.ids), None)
        side, where = ("in", "里") if inside else ("on", "上")
        if other is None:
            return Parts((), thing, None, 2.5, (f"say {side} what it is put", f"请说明放在什么{where}"))
        name = scene.name(other.ids[0])
        return Parts((), thing, None, 2.5, (f"nothing can be put {side} {name}", f"{name}{where}放不了东西"))
    if thing is None:
        return Parts(place.ids[:1], None, None, 3.0,
                     _of(actor, scene, "holds nothing to put down", "手里没有东西可放"))  # fmt: skip
    return Parts(place.ids[:1], thing)


def _throw(verb: str, actor: str, args: Sequence[Arg], scene: Scene) -> Parts:
    goals = [a for a in args if a.preposition in _TOWARD]
    things = [a for a in args if a not in goals and "holdable" in scene.cast[a.ids[0]].traits]
    if not things and len(args) == 1 and goals and _holdable(goals[0], scene) and not scene.holding.get(actor):
        things, goals = goals, []
    thing = things[0].ids[0] if things else next(iter(scene.holding.get(actor, ())), None)
    if not goals:
        goals = [a for a in args if thing not in a.ids]
    if thing is None:
        return Parts(goals[0].ids if goals else (), None, None, 2.5,
                     _of(actor, scene, "holds nothing to throw", "手里没有东西可扔"))  # fmt: skip
    return Parts(goals[0].ids[:1] if goals else (), thing)


def _drop(verb: str, actor: str, args: Sequence[Arg], scene: Scene) -> Parts:
    held = scene.holding.get(actor, ())
    named = [i for a in args for i in a.ids if i in held]
    if named:
        return Parts((named[0],))
    if args and "holdable" in scene.cast[args[0].ids[0]].traits:
        thing = scene.name(args[0].ids[0])
        why = _of(actor, scene, f"does not hold {thing}", f"手里没有{thing}")
        return Parts(args[0].ids[:1], None, None, 1.2, why)
    if held and not args:
        return Parts((held[0],))
    return Parts((), None, None, 3.0, _of(actor, scene, "holds nothing to drop", "手里没有东西可丢"))


_TOO_BIG = ("is too big to be carried", "太大，搬不动")


def _take(verb: str, actor: str, args: Sequence[Arg], scene: Scene) -> Parts:
    """What is taken is named without "from"; who or what it is taken from only says where it is."""
    wanted = [a for a in args if a.preposition not in _AWAY and a.preposition not in ("on", "in", "在")] or list(args)
    if not wanted:
        lacking = 4.0 if verb == "lift_off_with" else 2.0  # "takes off" is no taking
        return Parts((), None, None, lacking, ("say what is taken", "请说明拿什么"))
    best = min(wanted, key=lambda a: ("holdable" not in scene.cast[a.ids[0]].traits, wanted.index(a)))
    heavy = "holdable" not in scene.cast[best.ids[0]].traits
    return Parts(
        best.ids,
        None,
        None,
        0.0 if not heavy else 3.0 if scene.cast[best.ids[0]].kind == "prop" else 1.8,
        _of(best.ids[0], scene, *_TOO_BIG) if heavy else UNSAID,
    )


def _carry(verb: str, actor: str, args: Sequence[Arg], scene: Scene) -> Parts:
    things = [
        a
        for a in args
        if "holdable" in scene.cast[a.ids[0]].traits and a.preposition not in ("to", "toward", "到", "向")
    ]
    thing = things[0].ids[0] if things else next(iter(scene.holding.get(actor, ())), None)
    goals = [a for a in args if thing not in a.ids]
    cost = 0.0 if thing else 2.5
    lacks = _of(args[0].ids[0], scene, *_TOO_BIG) if args else ("say what is carried", "请说明搬什么")
    why = UNSAID if thing else lacks
    return Parts(goals[0].ids[:1] if goals else (), thing, None, cost, why)


def _conduct(verb: str, actor: str, args: Sequence[Arg], scene: Scene) -> Parts:
    """Who is led or what is dragged, and to what: the one is named first, the other after "to"."""
    goals = [a for a in args if a.preposition in _PLACES]
    rest = [a for a in args if a not in goals]
    if not rest and goals:
        rest, goals = goals[:1], goals[1:]
    if len(rest) > 1 and not goals:
        rest, goals = rest[:1], rest[1:2]
    parts = _plain(verb, actor, rest, scene)
    return replace(parts, targets=parts.targets[:1], goal=goals[0].ids[0] if goals else None)


def _shield(verb: str, actor: str, args: Sequence[Arg], scene: Scene) -> Parts:
    """Whom, and from whom; a threat that is not named is the biggest creature there is, or somebody else."""
    living = [i for a in args for i in a.ids if scene.cast[i].kind != "prop"]
    threats = [i for a in args if a.preposition in _AGAINST for i in a.ids if i in living]
    wards = [i for a in args for i in a.ids if i not in threats]
    if not threats and len(living) > 1:
        # Between two, it is the creature that threatens, else who is named last.
        threats = [max(living, key=lambda i: (scene.cast[i].kind == "creature", living.index(i)))]
        wards = [i for i in wards if i not in threats]
    if not wards:
        return Parts(cost=2.4, why=(f"say whom {scene.name(actor)} protects", f"请说明{scene.name(actor)}保护谁"))
    if not threats:
        others = [e for e in scene.others(actor, *wards) if e.kind != "prop"]
        others.sort(key=lambda e: (e.kind == "creature", e.size[1]), reverse=True)
        threats = [e.id for e in others[:1]]
    if not threats:
        ward = scene.name(wards[0])
        return Parts(tuple(wards[:1]), None, None, 2.4, (f"say from whom {ward} is protected", f"请说明防谁伤害{ward}"))
    return Parts(tuple(wards[:1]), threats[0])


def _hide(verb: str, actor: str, args: Sequence[Arg], scene: Scene) -> Parts:
    """Behind what is named; whom one hides from is no shelter. Without any, behind the biggest thing there is."""
    shelters = [a for a in args if a.preposition not in _AGAINST]
    if shelters:
        return Parts(shelters[0].ids[:1])
    things = [e for e in scene.others(actor) if e.kind == "prop" and "holdable" not in e.traits]
    biggest = max(things, key=lambda e: e.size[0] * e.size[1], default=None)
    nowhere = ("there is nothing to hide behind", "台上没有可以藏身的东西")
    return Parts((biggest.id,)) if biggest else Parts(cost=2.4, why=nowhere)


def _eat(verb: str, actor: str, args: Sequence[Arg], scene: Scene) -> Parts:
    """What is named, else what is in hand."""
    held = [i for i in scene.holding.get(actor, ()) if scene.cast[i].kind == "prop"]
    return Parts((held[-1],)) if held and not args else _plain(verb, actor, args, scene)


def _event(verb: str, actor: str, args: Sequence[Arg], scene: Scene) -> Parts:
    """Somebody brings about what mostly happens by itself."""
    parts = _plain(verb, actor, args, scene)
    return replace(parts, targets=parts.targets[:1], cost=parts.cost + (1.0 if parts.targets else 2.0))


_PLACES = frozenset({"to", "into", "toward", "towards", "onto", "向", "到", "往", "进", "朝", "去"})
_AGAINST = frozenset({"from", "against", "从", "被", "受", "遭"})
_FILLINGS: dict[str, Callable[[str, str, Sequence[Arg], Scene], Parts]] = {
    "give": _give, "bring": _give, "put_on": _put, "put_in": _put, "throw": _throw, "drop": _drop, "take": _take,
    "lift_off_with": _take, "carry": _carry, "lead": _conduct, "drag": _conduct, "shield": _shield, "hide": _hide,
    "eat": _eat,
    **dict.fromkeys(EVENTS, _event),
}  # fmt: skip
