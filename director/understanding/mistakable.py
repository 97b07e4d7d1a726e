"""Deeds that the learned heads take for others: told by their words, with what is taken and what is meant.

Applies to deeds whose participants are masked ("grabs someone's wrist"). Knows nothing of who they are.
"""

from __future__ import annotations

import re

_BY_THE_HAND = re.compile(
    r"\b(?:grabs?|seizes?|catch(?:es)?|takes?|holds?|clasps?|grips?) (?:hold of )?someone(?:['’]s)? (?:by the )?"
    r"(?:wrist|arm|hand|sleeve|elbow)s?"
    r"|[抓握拉攥拽扣捏牵][住起着]?某人的?[小双]?(?:手腕|手臂|胳膊|手|袖子|衣袖)$", re.I,
)  # fmt: skip
_ABOUT_ONESELF = re.compile(  # "hides it behind her back"
    r"\bhid(?:es?|ing) some\w+ (?:behind|in|under|inside) (?:someone|his|her|their) "
    r"(?:back|coat|sleeve|pocket|jacket|dress|cloak|shirt)"
    r"|某物[^，]{0,2}[藏塞揣](?:[在进到入]了?)?(?:身后|背后|怀里|怀中|袖|口袋|衣)", re.I,
)  # fmt: skip
REALISES = re.compile(r"\breali[sz](?:es?|ing)\b|恍然大悟|意识到|明白过来", re.I)
# (words, the verb that they are taken for, the verb that is meant). Who refuses says so, unless it is with the head;
# who hears somebody looks up.
RATHER: tuple[tuple[re.Pattern[str], str, str], ...] = (
    (re.compile(r"^(?!.*(?:\bhead|silent|mute|wordless|[头首]|无声|默默)).*"
                r"(?:\b(?:refus|declin)(?:es|ed|ing|e)\b(?! to\b)|拒绝|回绝|推辞)", re.I), "shake_head", "talk"),
    (re.compile(r"\b(?:push|shov|forc|throw|wrestl|drag)\w* someone (?:down )?(?:to|on|onto) (?:his|her|their) knees"
                r"|[按压逼推][^，]{0,4}某人[^，]{0,2}跪|把某人[^，]{0,2}[按压推]跪", re.I), "kneel", "push"),
    (re.compile(r"\b(?:ti(?:es?|ed)|tether\w*|hitch\w*|fasten\w*) some|[拴系]|[把将]某[人物][^，]{0,2}绑", re.I),
     "attack", "examine"),
    (re.compile(r"背[对朝向]|\bback (?:turned )?to some", re.I), "face", "turn_around"),
    (re.compile(r"^(?:hears?|heard|一?听[见到]了?)(?: some|某)", re.I), "talk", "face"),
    (re.compile(r"\b(?:wip|dry|brush|kiss)\w* (?:away )?(?:the )?(?:tears? (?:from|off)"
                r"|someone['’]s? (?:tears|eyes))|[擦拭抹吻][^，]{0,3}某人[^，]{0,4}泪"
                r"|[给替帮为]某人[^，]{0,2}[擦拭抹][^，]{0,3}泪", re.I), "cry", "hug"),
    *((_BY_THE_HAND, taken_for, "shake_hands") for taken_for in ("attack", "hug", "take", "wave")),
    *((_ABOUT_ONESELF, taken_for, "take") for taken_for in ("hide", "put_in")),
    (re.compile(r"^(?:yawns? and )?stretch(?:es|ing)?(?: (?:his|her|their) arms)?$", re.I), "lie", "cheer"),
    (re.compile(r"伸了?个?懒腰"), "wave", "cheer"),
    (re.compile(r"^(?:his |her |their )?(?:hands?|arms?|eyes) (?:behind|in|on|at|crossed|folded)\b", re.I),
     "turn_around", "none"),
    (re.compile(r"^(?:at|around|by) something (?:stands?|gets?) up\b", re.I), "climb", "stand"),
    (re.compile(r"举行|举办"), "exit", "none"),
    (re.compile(r"拦[住下]了?某人|挡住了?某人的?(?:去路|路)"), "shield", "walk"),
    (REALISES, "none", "feel"),
    (re.compile(r"\b(?:opens?|closes?|shuts?|blinks?) (?:his|her|their|its) eyes", re.I), "feel", "none"),
    (re.compile(r"(?:松开|放开)了?某人|\b(?:lets? go of|releases?|lets? loose) someone", re.I), "drop", "back_off"),
    (re.compile(r"^(?:shoot|fire|loose)s? some\w+ at some", re.I), "throw", "attack"),
    (re.compile(r"脚下?一?滑|\bslips?(?: and falls?)?$"), "get_down", "fall"),
    (re.compile(r"一[刀剑枪棍斧拳掌脚][^，]{0,2}[砍刺劈斩捅打踢击]"), "dodge", "attack"),
    (re.compile(r"^(?:throw|toss|fling|chuck|lob)\w* someone something", re.I), "push", "throw"),
    (re.compile(r"拍了?[下张几]?.{0,4}[照相]片?|自拍|\btakes? (?:an?|some) (?:photo|picture|selfie)", re.I),
     "give", "point"),
    (re.compile(r"^(?:pour|fill)\w* something$|^(?:倒|斟|盛)[^，]{0,3}某物$", re.I), "give", "take"),
    (re.compile(r"(?<!打)(?<!按)跪倒(?![一片]*死)|扑通.{0,2}跪"), "fall", "kneel"),
    (re.compile(r"\b(?:tear|rip|tore|shred)\w* (?:something )?(?:up|apart|(?:in)?to (?:pieces|shreds)|in (?:half|two))",
                re.I), "cry", "topple"),
    (re.compile(r"\b(?:div|plung|leap|jump)\w* into the|[跳跃扎][进入]", re.I), "enter", "jump"),
    (re.compile(r"某物[^，]{0,3}[摔砸掷][在到向][^，]{0,2}地"), "topple", "throw"),
    (re.compile(r"\b(?:is|stays?|remains?) (?:left )?(?:all )?(?:alone|behind)\b|独自留下|留在原地", re.I),
     "exit", "stop"),
    *((re.compile(r"^(?:cut|slic|carv|chop)\w* something|[切割]开?[^，]{0,2}某物|某物[^，]{0,2}[切割]开"), taken,
       "attack") for taken in ("throw", "take", "put_on", "give")),
    *((re.compile(r"^\w+ in (?:with|carrying|holding|bearing) some"), taken, "enter")
      for taken in ("give", "bring", "carry", "take", "run", "walk")),
    *((re.compile(r"不敢(?:正眼)?(?:抬头)?[看直]|低[下着]了?头"), taken, "nod") for taken in ("face", "turn_around")),
    (re.compile(r"追了?(?:出去|出门|出来)"), "chase", "exit"),
)  # fmt: skip
