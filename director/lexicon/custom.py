# ruff: noqa: E501  (tables of words read best a row a line)
"""What suits a place or a time: whose company, which era, where a thing usually stands.

Knows nothing of prompts beyond the words that tell an era.
"""

from __future__ import annotations

import re

CHINESE_ERA = re.compile(r"古代|古装|宫|侠|江湖|皇|朝廷|妃|侍卫|将军|客栈|书生|王爷|丫鬟|掌柜|仙|唐|宋|明朝|清朝|dynasty|wuxia|imperial china"
                          r"|ancient china|samurai|kung fu|hanfu|xianxia", re.I)  # fmt: skip
MEDIEVAL_ERA = re.compile(r"medieval|knight|castle|kingdom|king\b|queen\b|blacksmith|dragon|wizard|peasant|viking|throne|tavern"
                           r"|中世纪|骑士|城堡|国王|巫师|女巫", re.I)  # fmt: skip
MODERN_ERA = re.compile(
    r"modern|office|phone|car\b|taxi|city|police|hospital|现代|办公|手机|公司|总裁|医院|都市|警察|汽车", re.I
)

# setting -> roles that may be there when nobody is named
COMPANY = {
    "village": "blacksmith farmer milkmaid", "forest": "hunter stranger", "mountain": "hero monk", "beach": "sailor woman",
    "desert": "cowboy stranger", "snow field": "hunter hero", "farm": "farmer girl", "street": "man woman",
    "park": "old man girl", "courtyard": "swordsman monk", "rooftop": "detective stranger", "temple": "monk swordsman",
    "castle hall": "king knight", "palace": "prince princess guard", "dungeon": "prisoner guard", "office": "boss secretary",
    "study": "writer scientist", "living room": "wife husband", "bedroom": "young woman mother", "kitchen": "chef waiter",
    "cafe": "waitress young man", "hospital": "doctor patient nurse", "classroom": "teacher student",
    "wedding hall": "bride groom guest", "shop": "merchant guest", "corridor": "detective stranger",
    "station": "guest driver", "spaceship": "pilot scientist", "theatre": "actor dancer",
    "ship deck": "sailor pirate", "alley": "detective stranger", "throne room": "king queen knight",
    "boardroom": "boss secretary",
}  # fmt: skip

# archetype -> the setting it makes one think of
USUAL_PLACES = {
    "bench": "park", "bed": "bedroom", "desk": "office", "throne": "throne room", "sofa": "living room", "well": "village",
    "campfire": "forest", "boat": "beach", "car": "street", "tent": "forest", "gravestone": "park", "forge": "shop",
    "anvil": "shop", "piano": "living room", "laptop": "office", "contract": "office",
    "conference_table": "boardroom", "helm": "ship deck", "drip": "hospital", "wheelchair": "hospital", "bicycle": "street",
    "motorbike": "street", "microphone": "theatre", "street_lamp": "street", "lighthouse": "beach",
    "bookshelf": "study", "fireplace": "living room", "television": "living room", "machine": "spaceship", "cage": "dungeon",
    "cart": "farm", "cow": "farm", "sheep": "farm", "pig": "farm", "chicken": "farm", "wolf": "forest", "bear": "forest",
    "fish": "beach", "shark": "beach", "bell_tower": "village", "coffin": "dungeon", "tree": "forest", "house": "village", "dragon": "mountain",
}  # fmt: skip
