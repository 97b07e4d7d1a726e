"""What the model can act out: each verb, who takes part, and the facts that make it done.

Knows no phrasing (`director` reads words) and no movement (the teacher shows it, the dynamics learns it).
Facts are in the language of the directability cases; `{a}` is the actor, `{t}` the target, `{o}` the object.
"""

from __future__ import annotations

from dataclasses import dataclass

SOMEONE = frozenset({"person", "creature"})
ANYTHING = frozenset({"person", "creature", "prop"})


@dataclass(frozen=True, slots=True)
class Verb:
    """`target` and `object` name the kinds that may fill the role (empty: no such role). `target_optional` says the
    role may stay empty. `needs` are traits of the actor, `target_needs` of the target (any one of them)."""

    name: str
    goals: tuple[str, ...]
    target: frozenset[str] = frozenset()
    target_optional: bool = False
    object: frozenset[str] = frozenset()
    needs: frozenset[str] = frozenset()
    target_needs: frozenset[str] = frozenset()
    lasting: bool = False  # goes on until something else is asked (circling, following)

    @property
    def light(self) -> bool:
        """Whether it leaves the legs to what they are doing: one can talk while one walks."""
        return self.name in ("talk", "feel", "wave", "point", "nod", "shake_head", "clap", "cheer", "salute")


def _verb(
    name: str,
    *goals: str,
    target: frozenset[str] = frozenset(),
    optional: bool = False,
    object: frozenset[str] = frozenset(),
    needs: str = "",
    target_needs: str = "",
    lasting: bool = False,
) -> Verb:
    return Verb(
        name, goals, target, optional, object, frozenset(needs.split()), frozenset(target_needs.split()), lasting
    )


PROP = frozenset({"prop"})

VERBS: dict[str, Verb] = {
    v.name: v
    for v in (
        # going places; an Action's `speed` tells a stroll from a sprint, its `direction` where to without a target
        _verb("walk", "near({a},{t})|moved({a},0.5)", "headed({a},{d})", target=ANYTHING, optional=True),
        _verb("run", "near({a},{t})|moved({a},1)", "headed({a},{d})", target=ANYTHING, optional=True),
        _verb("flee", "farther({a},{t})", "moved({a},1)", target=ANYTHING, optional=True),
        _verb("back_off", "farther({a},{t})|moved({a},0.4)", target=ANYTHING, optional=True),
        _verb("chase", "moved({a},1)", "moved({t},1)", target=SOMEONE, lasting=True),
        _verb("follow", "near({a},{t},2.5)", target=SOMEONE, lasting=True),
        _verb("circle", "moved({a},0.5)", target=ANYTHING, optional=True, lasting=True),
        _verb("enter", "exists({a})", "exists({o})", target=ANYTHING, optional=True),  # perhaps on a mount, its object
        _verb("exit", "gone({a})", target=ANYTHING, optional=True),
        _verb("jump", "exists({a})", target=ANYTHING, optional=True),
        _verb("jump_onto", "on({a},{t})", target=ANYTHING, target_needs="surface seat climbable"),
        _verb("climb", "above({a},0.3)", "on({a},{t})", target=PROP, target_needs="climbable surface seat"),
        _verb("get_down", "not above({a},0.3)", target=ANYTHING, optional=True),
        _verb("take_off", "above({a},1.5)", "pose({a},fly)", needs="flies"),
        _verb(
            "fly",
            "pose({a},fly)",
            "near({a},{t},3)|moved({a},1)",
            target=ANYTHING,
            optional=True,
            needs="flies",
        ),
        _verb(
            "land", "not pose({a},fly)", "on({a},{t})|not above({a},0.3)", target=ANYTHING, optional=True, needs="flies"
        ),
        _verb("hover", "pose({a},fly)", needs="flies", lasting=True),
        _verb("hide", "near({a},{t})", "pose({a},kneel)", target=ANYTHING),
        _verb("dodge", "moved({a},0.4)", target=ANYTHING, optional=True),
        _verb("lead", "moved({a},1)", "moved({t},0.8)", target=SOMEONE),
        _verb("drag", "moved({a},0.6)", "moved({t},0.6)", target=ANYTHING),
        # the body
        _verb("stand", "pose({a},stand)"),
        _verb("sit", "pose({a},sit)", target=PROP, optional=True, target_needs="seat surface"),
        _verb("kneel", "pose({a},kneel)", target=ANYTHING, optional=True),
        _verb("lie", "pose({a},lie)", target=PROP, optional=True, target_needs="seat surface"),
        _verb("fall", "down({a})"),
        _verb("dance", "pose({a},dance)", target=SOMEONE, optional=True, lasting=True),
        _verb("stop", "not moved({a},0.5)"),
        _verb("turn_around", "turned({a})"),
        _verb("bow", "showed({a},bow)", target=ANYTHING, optional=True),
        _verb("nod", "showed({a},nod)", target=ANYTHING, optional=True),
        _verb("shake_head", "showed({a},shake)", target=ANYTHING, optional=True),
        _verb("clap", "showed({a},clap)", target=ANYTHING, optional=True),
        _verb("cheer", "showed({a},cheer)", target=ANYTHING, optional=True),
        _verb("salute", "showed({a},salute)", target=ANYTHING, optional=True),
        _verb("pray", "showed({a},pray)", target=ANYTHING, optional=True),
        _verb("cry", "showed({a},cover)", "emotion({a},sad)", target=ANYTHING, optional=True),
        _verb("eat", "showed({a},consume)", "holds({a},{t})", target=PROP, optional=True, target_needs="holdable"),
        # with others
        _verb("face", "facing({a},{t})", target=ANYTHING),
        _verb("hug", "near({a},{t},0.5)", "facing({a},{t})", target=SOMEONE),
        _verb("attack", "near({a},{t},1.2)", target=ANYTHING),
        _verb("push", "near({a},{t},2.5)", "moved({t},0.3)|down({t})", target=ANYTHING),
        _verb("shake_hands", "near({a},{t},1.2)", "facing({a},{t})", "facing({t},{a})", target=SOMEONE),
        _verb("help_up", "near({a},{t})", "pose({t},stand)", target=SOMEONE),
        _verb("shield", "near({a},{t},1.5)", "facing({a},{o})", target=ANYTHING, object=SOMEONE),
        _verb("kick", "near({a},{t},6)", "moved({t},0.3)|down({t})", target=ANYTHING),
        _verb("wave", "showed({a},wave)", target=ANYTHING, optional=True),
        _verb("point", "facing({a},{t})", "showed({a},point)", target=ANYTHING),
        _verb("talk", "facing({a},{t})", target=SOMEONE, optional=True),
        _verb("feel", "emotion({a},{e})", target=ANYTHING, optional=True),
        # with things
        _verb("take", "holds({a},{t})", target=ANYTHING),
        _verb("give", "holds({t},{o})", "not holds({a},{o})", target=SOMEONE, object=PROP),
        _verb("drop", "not holds({a},{t})", target=ANYTHING),
        _verb("put_on", "on({o},{t})", "not holds({a},{o})", target=PROP, object=PROP, target_needs="surface seat"),
        _verb("put_in", "inside({o},{t})", "not holds({a},{o})", target=PROP, object=PROP, target_needs="container"),
        _verb("throw", "not holds({a},{o})", "far({a},{o},1.5)", target=ANYTHING, optional=True, object=ANYTHING),
        _verb("open", "open({t})", "near({a},{t})", target=PROP, target_needs="opens"),
        _verb("close", "not open({t})", "near({a},{t})", target=PROP, target_needs="opens"),
        _verb("light", "lit({t})", "near({a},{t})", target=PROP, target_needs="lights"),
        _verb("put_out", "not lit({t})", "near({a},{t})", target=PROP, target_needs="lights"),
        _verb("topple", "down({t})", target=ANYTHING),
        _verb("knock", "near({a},{t})", "facing({a},{t})", "showed({a},strike)", target=PROP),
        _verb("examine", "near({a},{t})", "facing({a},{t})", "showed({a},reach)", target=ANYTHING),
        # the world itself; these have no actor
        _verb("weather", "weather({w})"),
        _verb("time", "time({h})"),
        _verb("blast", "moved({t},0.3)|down({t})", target=ANYTHING, optional=True),
        _verb("quake"),
        _verb("black_out", "dark()"),
        _verb("burn", "lit({t})", target=PROP),
        # whatever an Action's words say: for those whose verb nobody could name
        _verb("act", target=ANYTHING, optional=True),
    )
}
VERB_NAMES: tuple[str, ...] = tuple(VERBS)
