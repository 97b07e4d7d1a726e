"""Forms of English verbs. Knows no meanings."""

from __future__ import annotations

_IRREGULAR = {
    "goes": ("go", "going", "went"), "is": ("be", "being", "was"), "has": ("have", "having", "had"),
    "takes": ("take", "taking", "took"), "gets": ("get", "getting", "got"), "runs": ("run", "running", "ran"),
    "sits": ("sit", "sitting", "sat"), "gives": ("give", "giving", "gave"), "puts": ("put", "putting", "put"),
    "falls": ("fall", "falling", "fell"), "flies": ("fly", "flying", "flew"), "throws": ("throw", "throwing", "threw"),
    "comes": ("come", "coming", "came"), "stands": ("stand", "standing", "stood"), "says": ("say", "saying", "said"),
    "lies": ("lie", "lying", "lay"), "leaves": ("leave", "leaving", "left"), "hits": ("hit", "hitting", "hit"),
    "rises": ("rise", "rising", "rose"), "tells": ("tell", "telling", "told"), "draws": ("draw", "drawing", "drew"),
}  # fmt: skip


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
