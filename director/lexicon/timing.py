"""Words that say that time has passed: on a choice or as the title of a scene. English and Chinese. Data only."""

from __future__ import annotations

import re

LATER = re.compile(
    r"\b(?:later|after(?:wards| a while)|eventually|(?:the )?(?:next|following) "
    r"(?:day|morning|night|evening|week|month|year|spring|summer|autumn|winter)|that (?:night|evening|same day)"
    r"|(?:until|till|by) (?:dawn|dusk|nightfall|night|morning|evening|noon|midnight|sunrise|sunset|tomorrow)"
    r"|tomorrow|overnight|(?:an?|one|two|three|four|five|six|ten|twenty|many|some|\d+) "
    r"(?:minutes?|hours?|days?|weeks?|months?|years?) (?:on|pass(?:es)?|go(?:es)? by)|time passes)\b"
    r"|后来|以后|之后|过后|[天日周年月时钟晨]后|第二天|次日|翌日|隔天|隔日|明天|当晚|当夜|那天晚上|第[二三四五六七八九十]天"
    r"|等到?.{0,4}(?:天亮|天黑|清晨|早上|中午|晚上|夜里|黄昏)|转眼|不久|许久|良久|时光|多年",
    re.I,
)
