"""Words that say that somebody dies or comes back to life, or that something is destroyed: English, Chinese. Data only.

They are looked for in the phrases of deeds that may mean it ("kills someone", 打碎某物), never in what is spoken.
"""

from __future__ import annotations

import re

_NOT_DEAD = (
    r"play(?:s|ing)? dead|(?:pretend|feign|fak)\w* .*|(?:almost|nearly) \w+|dead tired|to death (?:with|of) laughter"
    r"|装死|假死|诈死|佯死|差点\w*|险些\w*|几乎\w*|半死|死心|笑死|爱死|吓死|累死"
)
NOT_MEANT = re.compile(_NOT_DEAD, re.I)
DIES = re.compile(
    r"\b(?:dies|died|dying|die|dead|death|lifeless|perish\w*|expires?|flatlines?|succumbs?|decease\w*|bleeds out"
    r"|kill\w*|slain|slays?|murder\w*|slaughter\w*|butchers?|massacres?|execut\w*|behead\w*|decapitat\w*|assassinat\w*"
    r"|poison(?:s|ed)|guillotin\w*|lynch\w*|eviscerat\w*|disembowel\w*|passe?s away"
    r"|breathes? (?:his|her|its|their) last|gives? up the ghost|bites? the dust|stops breathing"
    r"|finish(?:es)? .* off|(?:cuts?|slits?) .*throat"
    r"|(?:breaks|snaps) .*neck|(?:through|pierces) .*heart|(?:killing|death|final) blow|mortal wound|is no more)\b"
    r"|死|亡|毙|丧命|丧生|断气|断了气|咽气|没了气息|停止呼吸|气绝|牺牲|去世|逝世|离世|过世|病逝|驾崩|圆寂|捐躯|就义|殉"
    r"|杀|斩首|砍下.*头|取.*(?:性命|首级)|要了.*命|一命呜呼|撒手人寰|归西|处决|枪决|灭口|了结|干掉|弄死|手刃",
    re.I,
)
REVIVES = re.compile(
    r"\b(?:back to life|from the dead|reviv\w*|resurrect\w*|alive again|reborn|(?:is|was) not dead)\b"
    r"|复活|死而复生|活过来|活了过来|起死回生|还魂|重生|苏醒|救活",
    re.I,
)
DESTROYS = re.compile(
    r"\b(?:destroy\w*|smash\w*|shatter\w*|(?:breaks|broken|break)(?! (?:down|into|in|open|off|out|free))"
    r"|(?:tears?|rips?|torn|ripped) .*(?:up|apart|to (?:pieces|shreds)|in (?:half|two))|(?:tears?|rips?) up|shreds?"
    r"|crush\w*|demolish\w*|wrecks?|burns? (?:up|down|to ashes)|to (?:pieces|ashes|bits|shreds)|snaps .*in (?:two|half)"
    r"|devours?|swallows?|eats? .*up|melts?)\b"
    r"|打碎|砸碎|摔碎|粉碎|捏碎|敲碎|撕碎|撕毁|撕烂|撕成|毁|砸烂|砸坏|打破|摔破|折断|烧掉|烧成|烧光|碎了|吃光|吃掉|吞下|熔化|融化",
    re.I,
)
