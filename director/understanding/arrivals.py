"""Vehicles that come in by themselves, and what people come in on: "a car pulls up", "a knight rides in on a horse",
一辆警车停在门口, 骑着马进来.

Knows what carries somebody and the words of riding; knows nothing of who is on stage.
"""

from __future__ import annotations

import re

from director.casting.spotting import Hit
from director.understanding.dissection import Clause
from model.catalog import CATALOG
from model.seats import can_be_ridden, is_vehicle

# What a vehicle does by itself, as far as it goes anywhere.
DRIVEN = frozenset("walk run enter exit follow chase circle flee back_off stop turn_around".split())
# Where it ends up who only comes: "pulls up", 停在门口.
_COMES = re.compile(
    r"\b(?:hurr(?:y|ies)|rush(?:es)?|burst?s?|storms?|walks?|steps?|sneaks?|strides?|staggers?|stumbles?|barges?|bustles?"
    r"|marches|slips?|runs?|sweeps?|comes?|came|ran|walked|crawls?|limps?|wanders?) in\b"
    r"(?! (?:a|the|his|her|their|front|circles?)\b)"
    r"|\b(?:pull|roll|drive|draw|screech|speed|race|come|ride|gallop|cruise|skid|swerve|turn|thunder)(?:s|ed|ing)?"
    r"(?: \w+ly)? (?:up|in|into|over|to a (?:halt|stop))\b|\bdrove (?:up|in)\b|\brode (?:up|in)\b"
    r"|\b(?:arrives?|approach(?:es)?|appears?|parks?|stops?|halts?|screech(?:es)? to)\b"
    r"|[开驶骑冲赶奔跑划停走飞][^，。]{0,4}[来进入到在]|停下|停住|出现|刹住|急刹|抵达|到达|赶到",
    re.I,
)
_ON_IT = re.compile(
    r"\b(?:on|in|by|aboard|riding|driving|steering|atop)(?: (?:an?|the|his|her|their|some))?(?: [\w-]+){0,2}\s*$"
    r"|\b(?:rid|driv|cycl|pedal|row|steer)(?:e|es|ing|s)?(?: (?:an?|the|his|her|their))?(?: [\w-]+){0,2}\s*$"
    r"|\b(?:rode|drove)(?: (?:an?|the|his|her|their))?(?: [\w-]+){0,2}\s*$"
    r"|[骑驾乘坐开划蹬踩][着上了]?(?:一?[匹辆头只条艘台部])?[\u3400-\u9fff]{0,3}$",
    re.I,
)


def goes_by_itself(hit: Hit | None) -> bool:
    """Whether the noun is of a vehicle."""
    return hit is not None and hit.sense is not None and is_vehicle(CATALOG[hit.sense.archetype])


def carries(hit: Hit | None) -> bool:
    """Whether the noun is of what somebody comes in on."""
    return hit is not None and hit.sense is not None and (
        goes_by_itself(hit) or can_be_ridden(CATALOG[hit.sense.archetype])
    )  # fmt: skip


def comes(clause: Clause, label: str) -> bool:
    """Whether the clause tells of coming in or up."""
    return label == "enter" or _COMES.search(clause.bare) is not None


def is_ridden_in(clause: Clause, hit: Hit | None, start: int, label: str) -> bool:
    """Whether somebody comes in on what the noun at `start` of the whole names."""
    lead = clause.text[: start - clause.piece.start]
    return carries(hit) and comes(clause, label) and _ON_IT.search(lead) is not None
