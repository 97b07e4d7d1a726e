"""Forms of English verbs. Knows no meanings."""

from __future__ import annotations

import re

_IRREGULAR = {
    "goes": ("go", "going", "went"), "is": ("be", "being", "was"), "has": ("have", "having", "had"),
    "takes": ("take", "taking", "took"), "gets": ("get", "getting", "got"), "runs": ("run", "running", "ran"),
    "sits": ("sit", "sitting", "sat"), "gives": ("give", "giving", "gave"), "puts": ("put", "putting", "put"),
    "falls": ("fall", "falling", "fell"), "flies": ("fly", "flying", "flew"), "throws": ("throw", "throwing", "threw"),
    "comes": ("come", "coming", "came"), "stands": ("stand", "standing", "stood"), "says": ("say", "saying", "said"),
    "lies": ("lie", "lying", "lay"), "leaves": ("leave", "leaving", "left"), "hits": ("hit", "hitting", "hit"),
    "rises": ("rise", "rising", "rose"), "tells": ("tell", "telling", "told"), "draws": ("draw", "drawing", "drew"),
    "kneels": ("kneel", "kneeling", "knelt"), "holds": ("hold", "holding", "held"),
    "brings": ("bring", "bringing", "brought"), "catches": ("catch", "catching", "caught"),
    "tears": ("tear", "tearing", "tore"), "strikes": ("strike", "striking", "struck"),
    "fights": ("fight", "fighting", "fought"), "bites": ("bite", "biting", "bit"),
    "creeps": ("creep", "creeping", "crept"), "sweeps": ("sweep", "sweeping", "swept"),
    "weeps": ("weep", "weeping", "wept"), "sleeps": ("sleep", "sleeping", "slept"),
    "sees": ("see", "seeing", "saw"), "hears": ("hear", "hearing", "heard"),
    "speaks": ("speak", "speaking", "spoke"), "breaks": ("break", "breaking", "broke"),
    "rides": ("ride", "riding", "rode"), "hides": ("hide", "hiding", "hid"), "shakes": ("shake", "shaking", "shook"),
    "swings": ("swing", "swinging", "swung"), "sinks": ("sink", "sinking", "sank"),
    "drinks": ("drink", "drinking", "drank"), "eats": ("eat", "eating", "ate"), "sings": ("sing", "singing", "sang"),
    "springs": ("spring", "springing", "sprang"), "begins": ("begin", "beginning", "began"),
    "leads": ("lead", "leading", "led"), "feeds": ("feed", "feeding", "fed"), "shoots": ("shoot", "shooting", "shot"),
    "finds": ("find", "finding", "found"),
    "steals": ("steal", "stealing", "stole"), "freezes": ("freeze", "freezing", "froze"),
    "leaps": ("leap", "leaping", "leapt"), "wakes": ("wake", "waking", "woke"), "bends": ("bend", "bending", "bent"),
    "sends": ("send", "sending", "sent"), "keeps": ("keep", "keeping", "kept"), "meets": ("meet", "meeting", "met"),
    "flees": ("flee", "fleeing", "fled"),
}  # fmt: skip
# Words that are the past of a verb and something else besides.
_AMBIGUOUS = frozenset({"left", "lay", "fell", "saw", "put", "hit", "was", "had", "found", "bit", "shot"})
_PERFECT = re.compile(r"^(?:has|have|had|having) (?:just |already |finally )?(?=\w+(?:ed|en|elt|ung|ught)\b)", re.I)
_PRESENT = {past: verb for verb, (_, _, past) in _IRREGULAR.items() if past not in _AMBIGUOUS}


def present(phrase: str) -> str:
    """An English phrase that begins with an irregular past, in the present: "has knelt before someone" kneels."""
    first, space, rest = _PERFECT.sub("", phrase).partition(" ")
    return f"{_PRESENT.get(first.lower(), first)}{space}{rest}"


def inflections(verb: str) -> tuple[str, ...]:
    """Base form, -ing and past of an English verb in the third person ("walks" -> walk, walking, walked)."""
    if verb in _IRREGULAR:
        return _IRREGULAR[verb]
    if verb.endswith("ies"):
        stem = verb[:-3]
        return stem + "y", stem + "ying", stem + "ied"
    if verb.endswith(("shes", "ches", "sses", "xes", "zes")):
        base = verb[:-2]
    elif verb.endswith("s") and not verb.endswith("ss"):
        base = verb[:-1]
    else:
        return ()
    stem = base[:-1] if base.endswith("e") else base
    return base, stem + "ing", stem + "ed"
