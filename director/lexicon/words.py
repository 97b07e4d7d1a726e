# ruff: noqa: E501  (tables of words read best a row a line)

"""Small words: colours, numbers, hours, weathers, garments, hair, sizes, and the words that only hold a sentence together.

Colours are chosen so that each is nearest to the CSS basic colour it is named by. Knows nothing of sentences.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

COLORS: dict[str, str] = {
    "red": "#c9232b", "crimson": "#b51c2e", "scarlet": "#d42a1e", "maroon": "#a3162a",
    "green": "#2f8f3f", "emerald": "#1f8f4a", "olive": "#4f7f3a", "jade": "#2f9a5f",
    "blue": "#2f55c8", "navy": "#24409a", "azure": "#3f70e0", "indigo": "#3a3fb8",
    "yellow": "#ecc93a", "golden": "#e3bf3a", "gold": "#e3bf3a",
    "orange": "#ec8a26", "purple": "#7d2f93", "violet": "#8a3fa3", "lilac": "#9a4fb0", "pink": "#f096b4",
    "brown": "#774a28", "tan": "#8a5a34", "beige": "#f0e8d6",
    "black": "#1d1c22", "white": "#f3f0ea", "cream": "#f3ead6",
    "gray": "#7f8288", "grey": "#7f8288", "silver": "#9599a0",
    "红": "#c9232b", "绿": "#2f8f3f", "蓝": "#2f55c8", "黄": "#ecc93a", "橙": "#ec8a26", "橘": "#ec8a26",
    "紫": "#7d2f93", "粉": "#f096b4", "棕": "#774a28", "褐": "#774a28", "咖啡色": "#774a28", "黑": "#1d1c22",
    "白": "#f3f0ea", "灰": "#7f8288", "银": "#9599a0", "金": "#e3bf3a", "青": "#2f8f3f", "粉红": "#f096b4",
}  # fmt: skip
HAIR_COLORS: dict[str, str] = {
    **COLORS, "red": "#b3321e", "ginger": "#c96a24", "auburn": "#8a3a1e", "blond": "#e2c052", "blonde": "#e2c052",
    "fair": "#e2c052", "dark": "#2a211e", "brunette": "#5f3c22", "black": "#1a1718", "white": "#eceae6",
    "gray": "#8a8c90", "grey": "#8a8c90", "silver": "#9599a0", "金": "#e2c052", "黑": "#1a1718", "白": "#eceae6",
    "红": "#b3321e", "灰": "#8a8c90", "棕": "#6a4223",
}  # fmt: skip

NUMBERS: dict[str, int] = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fifteen": 15, "twenty": 20, "thirty": 30, "fifty": 50, "a hundred": 99, "a thousand": 99, "a million": 99, "a pair of": 2, "a couple of": 2, "both": 2, "several": 3, "some": 2, "a few": 3,
    "many": 4, "a group of": 4, "a crowd of": 5, "a dozen": 12, "a team of": 3, "a flock of": 4, "a herd of": 4,
    "a pack of": 3, "twin": 2, "half a dozen": 6, "a band of": 3, "a horde of": 5, "hordes of": 5, "a swarm of": 5, "an army of": 6, "armies of": 6, "a squad of": 4, "a row of": 4,
    "a line of": 4, "dozens of": 6, "hundreds of": 6, "a handful of": 4, "a family of": 4, "a circle of": 5, "a mob of": 5, "a company of": 5,
    "a class of": 5, "a troop of": 5, "a litter of": 4, "lots of": 4, "numerous": 4, "various": 3, "a host of": 5, "a cluster of": 4, "a pile of": 1,
    "a bunch of": 1, "a party of": 4, "a posse of": 4, "a gaggle of": 4, "an entourage of": 3, "a council of": 4, "a gang of": 3, "a trio of": 3,
    "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10, "俩": 2, "仨": 3,
    "几": 3, "数十": 6, "无数": 6, "众": 4, "多": 3, "一伙": 4, "一帮": 4, "一排": 4, "一班": 4, "一行": 4, "一众": 4, "一家": 4, "两对": 4, "一束": 1, "一串": 1, "一窝": 4, "一支": 1, "一群": 4, "一对": 2, "一些": 2, "许多": 4, "一队": 4, "一双": 2, "数": 3, "半": 1,
}  # fmt: skip
CLASSIFIERS = "盒堆幢撮簇份桶团捧挂箱包车排柄尊具株卷册挺樽屉笼炷枝套碗筒袋沓叠摞捆篮筐窝丛缕抹粒碟锅壶坛罐个位名只条匹头张把口座棵朵盏扇本封支辆艘架台间栋块根件顶群对双队些杯瓶盘串束面幅副枚颗滴片场道股阵伙"

# word -> hour; the longest word that is found wins
HOURS: dict[str, float] = {
    "closing time": 22.0, "after hours": 22.0, "lights out": 22.5, "打烊": 22.0, "收摊": 21.5, "熄灯": 22.5,
    "dawn": 6.5, "daybreak": 6.5, "sunrise": 6.5, "early morning": 6.5, "first light": 6.5, "crack of dawn": 6.5,
    "morning": 9.0, "noon": 12.0, "midday": 12.0, "daytime": 12.0, "afternoon": 15.0, "sunny day": 12.0, "daylight": 12.0,
    "dusk": 18.5, "sunset": 18.5, "evening": 18.5, "twilight": 18.5, "sundown": 18.5, "golden hour": 18.0,
    "late afternoon": 17.5, "night": 23.0, "midnight": 0.0, "nighttime": 23.0, "moonlight": 23.0, "moonlit": 23.0,
    "starry": 23.0, "christmas eve": 21.0, "new year's eve": 23.0, "fireworks": 22.0, "firework": 22.0, "tonight": 22.0, "after dark": 22.0,
    "candlelit": 21.0, "candlelight": 21.0, "halloween": 21.0, "midday sun": 13.0, "high noon": 12.0, "at first light": 6.5, "sunlit": 12.0, "blazing sun": 13.0,
    "early in the morning": 6.5, "before dawn": 5.0, "before sunrise": 5.0, "after sunset": 19.5, "late at night": 23.0, "mid-morning": 10.0, "lunchtime": 12.5,
    "in the dark of night": 0.0, "neon-lit night": 23.0, "night shift": 23.0, "overnight": 23.0, "bedtime": 21.0, "all night": 23.0, "past midnight": 0.5, "晚自习": 21.0, "晚宴": 21.0, "晚会": 21.0, "晚餐": 19.5, "晚饭": 19.0, "今晚": 21.0, "昨晚": 21.0, "那晚": 21.0, "晚间": 21.0, "末班": 23.0, "夏夜": 21.5, "冬夜": 22.0, "秋夜": 22.0, "春夜": 22.0, "雨夜": 23.0, "雪夜": 23.0, "寒夜": 23.0, "长夜": 23.0, "鬼市": 23.0, "三更半": 0.0, "at first cockcrow": 6.0, "suppertime": 18.5,
    "dead of night": 0.0, "small hours": 3.0, "witching hour": 0.0, "setting sun": 18.5, "rising sun": 6.5, "sunrise sky": 6.5, "under the stars": 23.0, "full moon": 23.0, "nightfall": 21.0, "moon": 23.0, "late-night": 23.0,
    "天蒙蒙亮": 6.5, "天色微明": 6.5, "鸡鸣": 6.0, "华灯初上": 19.0, "夜色": 23.0, "夜半": 0.0, "掌灯时分": 19.5, "日上三竿": 10.0, "斜阳": 18.0, "夕照": 18.3,
    "万家灯火": 21.0, "霓虹": 22.0, "星光": 23.0, "灯火通明": 21.0, "天黑": 21.0, "夜里": 23.0, "五更": 4.0, "子时": 0.0, "午时": 12.0, "酉时": 18.3, "卯时": 6.3, "亥时": 22.0,
    "七夕": 21.0, "平安夜": 22.0, "跨年夜": 23.0, "大年三十": 22.0, "暮春": 14.0, "夕": 18.5, "月上柳梢": 21.0, "星夜": 23.0, "盛夏傍晚": 18.5, "春光": 12.0,
    "黎明": 6.5, "清晨": 6.5, "拂晓": 6.5, "日出": 6.5, "破晓": 6.5, "凌晨": 4.0, "早晨": 9.0, "早上": 9.0, "上午": 10.0,
    "中午": 12.0, "正午": 12.0, "白天": 12.0, "下午": 15.0, "午后": 15.0, "黄昏": 18.5, "傍晚": 18.5, "日落": 18.5,
    "夕阳": 18.5, "暮色": 18.5, "夜": 23.0, "夜晚": 23.0, "晚上": 23.0, "深夜": 23.5, "午夜": 0.0, "月光": 23.0,
    "月夜": 23.0, "半夜": 0.0, "太阳快下山": 18.5, "太阳下山": 18.5, "太阳落山": 18.5, "日暮": 18.5, "晚霞": 18.5, "残阳": 18.5, "落日": 18.5, "烟花": 22.0,
    "月色": 23.0, "明月": 23.0, "圆月": 23.0, "月圆": 23.0, "月亮": 23.0, "繁星": 23.0, "三更": 0.0, "今夜": 22.0, "当晚": 22.0, "入夜": 21.0, "天刚亮": 6.5, "天亮": 6.5,
    "朝阳": 6.5, "旭日": 6.5, "太阳升起": 6.5, "晌午": 12.0, "大白天": 12.0, "晨曦": 6.5, "早晚": 12.0, "烛光": 21.0, "夜幕": 21.0, "元宵": 21.0, "中秋": 22.0, "星空": 23.0, "月下": 23.0, "子夜": 0.0, "除夕": 22.0, "晨光": 7.0, "烈日": 13.0, "阳光": 12.0,
}  # fmt: skip
WEATHERS: dict[str, str] = {
    "rain": "rain", "rainy": "rain", "raining": "rain", "drizzle": "rain", "downpour": "rain", "rains": "rain",
    "rain-soaked": "rain", "shower": "rain", "drizzling": "rain", "pouring": "rain", "rainstorm": "storm",
    "snow": "snow", "snowy": "snow", "snowing": "snow", "blizzard": "snow", "snowfall": "snow", "snow-covered": "snow",
    "snowstorm": "snow", "snowflakes": "snow", "fog": "fog", "foggy": "fog", "mist": "fog", "misty": "fog", "haze": "fog",
    "hazy": "fog", "smog": "fog", "storm": "storm", "stormy": "storm", "thunder": "storm", "thunderstorm": "storm",
    "lightning": "storm", "tempest": "storm", "hurricane": "storm", "typhoon": "storm", "sunny": "clear",
    "clear sky": "clear", "cloudless": "clear", "snows": "snow", "sleet": "snow", "hail": "storm", "thunders": "storm", "gale": "storm", "sandstorm": "dust", "dust storm": "dust", "sand storm": "dust", "storm of sand": "dust", "storm of dust": "dust", "duststorm": "dust",
    "torrential": "rain", "wind howls": "storm", "blue sky": "clear", "sunshine": "clear", "blazing sun": "clear", "clear": "clear", "sunlit": "clear",
    "雨": "rain", "细雨": "rain", "大雨": "rain", "雪": "snow", "大雪": "snow", "风雪": "snow", "飘雪": "snow", "雾": "fog",
    "薄雾": "fog", "浓雾": "fog", "雾气": "fog", "暴风雨": "storm", "雷雨": "storm", "风暴": "storm", "雷电": "storm",
    "电闪雷鸣": "storm", "沙暴": "dust", "沙尘暴": "dust", "风沙": "dust", "沙尘": "dust", "飞沙": "dust", "黄沙漫天": "dust", "漫天黄沙": "dust", "狂风": "storm", "雷鸣": "storm", "惊雷": "storm", "闪电": "storm", "飓风": "storm", "龙卷风": "storm",
    "飞雪": "snow", "云雾": "fog", "迷雾": "fog", "大雾": "fog", "雾霾": "fog", "烟雨": "rain", "暴雨": "rain", "雷暴": "storm", "烈日": "clear", "艳阳": "clear", "万里无云": "clear", "打雷": "storm", "狂风暴雨": "storm", "台风": "storm", "晴": "clear", "暴风雪": "snow",
    "snowbound": "snow", "snowed in": "snow", "fogbound": "fog", "windswept": "storm", "monsoon": "rain", "雷声": "storm", "阳光明媚": "clear", "雨后": "clear",
}  # fmt: skip
# Words that hold a weather's word and mean something else.
NOT_WEATHER = ("raincoat", "rainbow", "snow white", "snow field", "snowman", "snowball", "brainstorm", "雨衣", "雨伞",
               "雪人", "雪白", "油纸伞", "雨靴", "storms in", "storms out", "storms off", "storm off", "白雪公主", "雪地",
               "storm out", "storm in", "雪球", "snow queen", "rainforest", "snowboard", "snow globe", "雪女", "白雪", "雪莲", "雪橇", "雪鸮", "雪狼", "雪白的",
               "brainstorming", "barnstorm", "clear the", "clearing", "bow and", "rain boots", "血雨腥风", "胜雪", "如雪", "似雪", "雪肤", "雪亮", "雪茄", "雨后春笋", "雷霆", "风雨无阻", "挥汗如雨", "泪如雨下", "枪林弹雨", "雪耻", "雪恨", "雷厉风行",
               "暴跳如雷", "晴天霹雳", "storm of", "rain of", "snow-white", "snow white", "lightning-fast", "eye of the storm", "clear voice", "clear view",
               "clear that", "storms through", "storms into", "雷打不动", "雾里看花", "掌声雷动", "鼾声如雷", "雷声大", "冰雪女王", "hailing", "hails")  # fmt: skip

# garment -> (outfit, part it colours); the part is what "a red ..." paints
GARMENTS: dict[str, tuple[str, str]] = {
    "raincoat": ("raincoat", "top"), "coat": ("coat", "top"), "overcoat": ("coat", "top"), "jacket": ("coat", "top"),
    "trench coat": ("coat", "top"), "cloak": ("robe", "top"), "cape": ("robe", "top"), "robe": ("robe", "top"),
    "robes": ("robe", "top"), "suit": ("suit", "top"), "blazer": ("suit", "top"), "tuxedo": ("tuxedo", "top"),
    "dress": ("dress", "top"), "gown": ("gown", "top"), "wedding dress": ("wedding_dress", "top"),
    "skirt": ("dress", "bottom"), "hoodie": ("hoodie", "top"), "sweater": ("casual", "top"), "shirt": ("casual", "top"),
    "t-shirt": ("casual", "top"), "tunic": ("tunic", "top"), "vest": ("casual", "top"), "leather vest": ("frontier", "top"), "cowboy outfit": ("frontier", "top"), "chaps": ("frontier", "bottom"), "牛仔服": ("frontier", "top"), "blouse": ("casual", "top"),
    "armor": ("armor", "top"), "armour": ("armor", "top"), "uniform": ("soldier", "top"), "apron": ("apron", "top"),
    "pyjamas": ("pyjamas", "top"), "pajamas": ("pyjamas", "top"), "nightgown": ("pyjamas", "top"),
    "spacesuit": ("spacesuit", "top"), "space suit": ("spacesuit", "top"), "kimono": ("hanfu", "top"),
    "hanfu": ("hanfu", "top"), "qipao": ("hanfu", "top"), "rags": ("rags", "top"), "scrubs": ("scrubs", "top"),
    "lab coat": ("scrubs", "top"), "school uniform": ("school", "top"), "scarf": ("coat", "top"),
    "jeans": ("casual", "bottom"), "trousers": ("casual", "bottom"), "pants": ("casual", "bottom"),
    "shorts": ("casual", "bottom"), "clothes": ("", "top"), "outfit": ("", "top"), "leather jacket": ("coat", "top"),
    "jersey": ("hoodie", "top"), "tracksuit": ("hoodie", "top"), "hospital gown": ("pyjamas", "top"), "nightdress": ("pyjamas", "top"),
    "police uniform": ("police", "top"), "military uniform": ("soldier", "top"), "toga": ("robe", "top"), "sari": ("gown", "top"),
    "evening gown": ("gown", "top"), "ball gown": ("gown", "top"), "evening dress": ("gown", "top"), "wedding gown": ("wedding_dress", "top"),
    "tattered clothes": ("rags", "top"), "torn clothes": ("rags", "top"), "ragged clothes": ("rags", "top"), "parka": ("coat", "top"),
    "trenchcoat": ("coat", "top"), "leather coat": ("coat", "top"), "fur coat": ("coat", "top"), "waistcoat": ("suit", "top"),
    "pinstripe suit": ("suit", "top"), "business suit": ("suit", "top"), "overalls": ("casual", "top"), "poncho": ("robe", "top"),
    "chef's hat": ("chef", "top"), "white coat": ("scrubs", "top"), "doctor's coat": ("scrubs", "top"), "spacesuits": ("spacesuit", "top"),
    "suits": ("suit", "top"), "coats": ("coat", "top"), "uniforms": ("soldier", "top"), "dresses": ("dress", "top"), "cloaks": ("robe", "top"),
    "jackets": ("coat", "top"), "raincoats": ("raincoat", "top"), "gowns": ("gown", "top"), "shirts": ("casual", "top"), "kimonos": ("hanfu", "top"),
    "球衣": ("hoodie", "top"), "运动服": ("hoodie", "top"), "病号服": ("pyjamas", "top"), "病服": ("pyjamas", "top"), "军装": ("soldier", "top"),
    "警服": ("police", "top"), "中山装": ("suit", "top"), "皮衣": ("coat", "top"), "太空服": ("spacesuit", "top"), "衣衫褴褛": ("rags", "top"), "西装革履": ("suit", "top"), "西装笔挺": ("suit", "top"),
    "破衣": ("rags", "top"), "破烂": ("rags", "top"), "僧袍": ("robe", "top"), "袈裟": ("robe", "top"), "龙袍": ("imperial", "top"), "dragon robe": ("imperial", "top"), "dragon robes": ("imperial", "top"), "官服": ("robe", "top"),
    "凤冠霞帔": ("hanfu", "top"), "喜服": ("hanfu", "top"), "战甲": ("armor", "top"), "皮夹克": ("coat", "top"), "工作服": ("apron", "top"),
    "晚礼服": ("gown", "top"), "黑袍": ("robe", "top"), "劲装": ("wuxia", "top"), "夜行衣": ("wuxia", "top"), "白大衣": ("scrubs", "top"),
    "中式长衫": ("robe", "top"), "短裤": ("casual", "bottom"), "长裤": ("casual", "bottom"), "羽绒服": ("coat", "top"), "校裙": ("school", "bottom"),
    "雨衣": ("raincoat", "top"), "外套": ("coat", "top"), "大衣": ("coat", "top"), "风衣": ("coat", "top"),
    "夹克": ("coat", "top"), "斗篷": ("robe", "top"), "披风": ("robe", "top"), "长袍": ("robe", "top"), "袍": ("robe", "top"),
    "西装": ("suit", "top"), "西服": ("suit", "top"), "礼服": ("tuxedo", "top"), "裙子": ("dress", "top"),
    "连衣裙": ("dress", "top"), "长裙": ("gown", "top"), "裙": ("dress", "top"), "婚纱": ("wedding_dress", "top"),
    "卫衣": ("hoodie", "top"), "毛衣": ("casual", "top"), "衬衫": ("casual", "top"), "T恤": ("casual", "top"),
    "盔甲": ("armor", "top"), "铠甲": ("armor", "top"), "制服": ("soldier", "top"), "围裙": ("apron", "top"),
    "睡衣": ("pyjamas", "top"), "宇航服": ("spacesuit", "top"), "汉服": ("hanfu", "top"), "旗袍": ("hanfu", "top"),
    "古装": ("hanfu", "top"), "白大褂": ("scrubs", "top"), "校服": ("school", "top"), "裤子": ("casual", "bottom"),
    "牛仔裤": ("casual", "bottom"), "衣服": ("", "top"), "衣": ("", "top"), "嫁衣": ("hanfu", "top"), "长衫": ("robe", "top"),
    "道袍": ("robe", "top"), "孝服": ("robe", "top"), "丧服": ("robe", "top"), "衣裳": ("", "top"), "红妆": ("hanfu", "top"),
}  # fmt: skip
# outfit | the part its colour paints | English | Chinese: more of them
_MORE_GARMENTS = """
coat | top | anorak, bomber jacket, denim jacket, frock coat, peacoat, puffer jacket, tweed jacket, windbreaker, duffel coat, rain jacket, ski jacket, down jacket, sheepskin coat, mink coat, fur, duster, dust coat, winter coat, wool coat, puffer coat, tweed coat, pea coat, santa suit, shawl, fur stole, stole, fur-trimmed coat, ski suit, buckskin, barbour, blazer coat, varsity jacket, motorcycle jacket, biker jacket, letterman jacket | 飞行夹克, 大氅, 狐裘, 貂皮大衣, 貂皮, 皮草, 毛呢大衣, 呢子大衣, 军大衣, 棉袄, 花棉袄, 棉大衣, 牛仔外套, 冲锋衣, 皮袄, 羊皮袄, 牛仔夹克, 牛仔服, 机车服, 机车皮衣, 西部牛仔装, 斗篷大衣, 貂裘, 披肩, 围巾, 圣诞服, 滑雪服, 皮草大衣, 毛领大衣, 呢大衣, 棉衣, 旧棉袄, 棉服, 中长款大衣
casual | top | cardigan, pullover, jumper, polo shirt, tank top, turtleneck, undershirt, hawaiian shirt, flannel shirt, crop top, camisole, leotard, swimsuit, bikini, dungarees, jumpsuit, work clothes, knitwear, denim shirt, dress shirt, plaid shirt, checked shirt, sweater vest, sports bra, dirndl, hi-vis vest, high-vis vest, high-visibility vest, flight suit, lingerie, mechanic's overalls, boiler suit, orange vest, undershirts, life vest, coveralls, work shirt, aran jumper, halter top, rugby shirt, football kit | 衬衣, 开衫, 针织衫, 马甲, 背心, 花衬衫, 格子衬衫, 高领毛衣, 吊带, 泳衣, 比基尼, 背带裤, 连体裤, 健身服, 瑜伽服, 快递服, 外卖服, 黄马甲, 红马甲, 救生衣, 环卫服, 工装裤, 格子衫, 白汗衫, 汗衫, 老头衫, 吊带衫, 紧身衣, 健身衣, 瑜伽裤
casual | bottom | leggings, kilt, chinos, slacks, sweatpants, cargo pants, loincloth, swim trunks, boxers, chaps, leather pants, yoga pants, tights, stockings, fishnet stockings, running shorts, blue jeans, boxer shorts, breeches, cargo shorts, corduroys | 泳裤, 西裤, 阔腿裤, 打底裤, 运动裤, 皮裤, 灯笼裤, 花裤衩, 裤衩
hoodie | top | sweatshirt, basketball jersey, football jersey, football shirt, hooded sweatshirt, jogging suit, track suit, gym clothes, gym suit, team jersey, hockey jersey, soccer jersey, football uniform, baseball uniform, sports uniform | 连帽衫, 篮球服, 足球服, 队服, 帽衫, 运动衣, 运动套装, 战队服, 足球衣, 校队球衣
suit | top | three-piece suit, double-breasted suit, pantsuit, linen suit, tailcoat, bow tie, tweed suit, cravat, white suit, pin-striped suit, dress uniform suit, chauffeur's uniform, bellhop uniform | 西装外套, 唐装, 三件套, 西装裙, 套装, 职业装, 领结, 西装马甲, 高定西装, 定制西装, 职业套装, 司机制服
tuxedo | top | dinner jacket | 燕尾服
dress | top | sundress, pinafore, velvet dress, flapper dress, tutu, summer dress, cocktail dress, smock, corset, minidress, floral dress, sequined dress, sequinned dress, silk dress, slip dress, prom dress, house dress, house coat, petticoat, bustier, bodice, maid's dress, bunny costume, sequin gown | 碎花裙, 吊带裙, 公主裙, 蓬蓬裙, 百褶裙, 纱裙, 芭蕾舞裙, 红裙, 白裙, 黑裙, 蓝裙, 绿裙, 粉裙, 紫裙, 花裙子, 小洋装, 洋装, 洋裙, 小礼裙, 白裙子, 红裙子, 碎花连衣裙, 吊带长裙, 布裙, 舞裙, 芭蕾裙, 花布裙, 棉布裙, 蛋糕裙
dress | bottom | miniskirt, pencil skirt, pleated skirt, mini skirt, grass skirt, poodle skirt | 短裙, 超短裙, 包臀裙, 半身裙, 迷你裙, 皮裙
gown | top | sequin dress, sequinned gown, velvet gown, bridesmaid dress, bridesmaid gown, mermaid gown | 鱼尾裙, 礼服裙, 小礼服, 曳地长裙, 拖地长裙, 宫装, 伴娘服, 高定礼服, 纱裙礼服, 露背礼服, 拖尾礼服, 宴会礼服, 小礼服
wedding_dress | top | bridal gown | 白纱, 婚纱裙
pyjamas | top | bathrobe, dressing gown, nightshirt, nightie, straitjacket, negligee, silk pyjamas, long johns, onesie, dinosaur costume, clown costume, bear costume, animal costume, chicken suit, mascot costume | 浴袍, 睡袍, 睡裙, 浴衣, 肚兜, 真丝睡衣, 真丝睡裙, 玩偶服, 恐龙服, 小丑服, 连体睡衣, 病号衣
robe | top | cassock, habit, vestments, cowl, kaftan, druid robe, graduation gown, monk's habit, academic gown, choir robe, nun's habit, priest's robe, hooded robe, mourning clothes, mourning dress, black robe, prayer shawl, surplice | 戏服, 戏袍, 蟒袍, 朝服, 僧衣, 青衫, 白衫, 马褂, 长袍马褂, 海青, 法袍, 飞鱼服, 袖袍, 学士服, 尼姑袍, 太监服, 锦袍, 白袍, 红袍, 紫袍, 青袍, 布袍, 道服, 素衣, 缟素, 素服, 圣袍, 法师袍, 巫师袍, 祭袍
imperial | top | phoenix robe | 凤袍, 皇袍, 黄袍, 明黄龙袍
hanfu | top | cheongsam, yukata, silk robe, silk robes, chinese wedding dress | 婚服, 襦裙, 罗裙, 罗衫, 和服, 宫裙, 霓裳, 纱衣, 罗衣, 华服, 锦衣, 凤冠嫁衣, 大红嫁衣, 红嫁衣, 喜袍, 新娘服, 古装裙, 白衣长裙, 舞衣, 纱裙汉服, 马面裙, 齐胸襦裙, 对襟褂子, 秀禾服, 宫女服, 秀禾
rags | top | ragged, raggedy, tattered, prison clothes, prison jumpsuit, prison uniform, orange jumpsuit, torn dress, torn shirt, striped prison uniform | 囚服, 囚衣, 破衣烂衫, 破棉袄, 麻衣, 破衣服, 烂衣裳, 破烂衣服, 补丁衣服, 补丁衣裳, 破旧衣服, 破袄, 破长衫
peasant | top | homespun, doublet, jerkin, linen tunic | 粗布衣, 粗布衣裳, 布衣, 蓑衣, 短褂, 布衫, 粗布衣服, 粗麻衣, 对襟布衫, 蓝布衫, 花布衫, 农家布衣
soldier | top | fatigues, camouflage, camo, army uniform, army jacket, dress blues, navy uniform, camo jacket, flak jacket | 军服, 迷彩服, 作训服, 戎装, 旧军装, 绿军装, 红军军装, 海军服, 飞行服, 作战服
scrubs | top | surgical gown, nurse uniform, nurse's uniform, hazmat suit, hospital scrubs, surgical scrubs, protective suit, nurse's dress, doctor's scrubs | 护士服, 手术服, 防护服, 护士制服, 隔离服, 无菌服, 实验服, 医生袍
school | top | sailor uniform, sailor suit, school blazer | 水手服, 学生装
apron | top | leather apron, maid uniform, maid's uniform, waitress uniform, denim apron | 工装, 工服, 皮围裙, 女仆装, 围兜, 服务员制服
armor | top | chainmail, chain mail, breastplate, plate armor, chain mail armor, silver armor, samurai armor | 银甲, 铁甲, 金甲, 战袍, 软甲, 甲胄, 重甲, 侍卫服, 银铠, 黑甲, 鱼鳞甲, 护甲, 明光铠, 软猬甲
wuxia | top | karate gi, judo gi, gi, ninja outfit, ninja suit | 胡服, 骑装, 短打, 练功服, 武服, 夜行服, 黑色劲装, 道场服, 空手道服, 跆拳道服, 柔道服
spacesuit | top | wetsuit, diving suit, pressure suit, space armor | 潜水服, 太空衣
royal | top | ermine, royal robes, coronation robe, velvet cape | 龙衮, 皇袍, 凤袍龙袍, 王袍
tunic | top | | 兽皮, 皮甲
raincoat | top | oilskins, rain poncho, fisherman's jacket, turnout gear, firefighter's jacket, rain slicker, slicker, yellow slicker | 雨披, 消防服, 救援服, 渔夫装, 连体雨衣
 | shoes | boots, sneakers, high heels, heels, slippers, sandals, stilettos, loafers, cowboy boots, rain boots, ballet shoes, brogues, combat boots, rubber boots, snow boots, socks, spats, riding boots, wellies, wellingtons, flip-flops, trainers, running shoes, dancing shoes, wooden clogs, clogs | 靴子, 皮靴, 长靴, 高跟鞋, 运动鞋, 帆布鞋, 草鞋, 绣花鞋, 布鞋, 球鞋, 皮鞋, 雨靴, 拖鞋, 人字拖, 棉鞋, 棉拖鞋, 解放鞋, 雨鞋, 马靴, 军靴, 小白鞋, 舞鞋, 绣鞋, 木屐, 袜子
 | accent | belt, sash, tie, necktie, gloves, bandana, headband, suspenders, bow tie, braces, mittens, cufflinks, silk scarf, pearls, neckerchief | 腰带, 领带, 手套, 头巾, 背带, 红领巾, 丝巾, 皮带, 红绸带, 腰封
chef | top | chef's coat, chef's jacket, chef's whites, chef whites, chef's uniform, white chef's jacket | 厨师服, 厨师制服, 白色厨师服, 厨师帽
police | top | cop uniform, sheriff's uniform, security uniform, guard uniform | 警察制服, 保安服, 保安制服, 特警服
"""


def _more_garments() -> dict[str, tuple[str, str]]:
    table: dict[str, tuple[str, str]] = {}
    for line in _MORE_GARMENTS.strip().splitlines():
        outfit, part, *names = (column.strip() for column in line.split("|"))
        table |= {w.strip(): (outfit, part) for column in names for w in column.split(",") if w.strip()}
    return table


GARMENTS |= _more_garments()
WHITE_BY_NATURE = frozenset(
    {"wedding dress", "wedding gown", "bridal gown", "婚纱", "白纱", "lab coat", "白大褂", "white coat", "doctor's coat", "白大衣", "孝服", "丧服"}
)
HATS: dict[str, str] = {
    "crown": "crown", "tiara": "tiara", "helmet": "helmet", "cap": "cap", "hood": "hood", "top hat": "top_hat",
    "straw hat": "straw", "wizard hat": "wizard", "pointed hat": "wizard", "beanie": "beanie", "hat": "cap",
    "王冠": "crown", "皇冠": "crown", "头盔": "helmet", "帽子": "cap", "兜帽": "hood", "草帽": "straw", "斗笠": "straw",
    "baseball cap": "cap", "flat cap": "cap", "hard hat": "helmet", "bowler hat": "top_hat", "bowler": "top_hat", "fedora": "top_hat",
    "cowboy hat": "cowboy", "sombrero": "cowboy", "sun hat": "straw", "beret": "beanie", "wool cap": "beanie", "woolly hat": "beanie",
    "bobble hat": "beanie", "headscarf": "hood", "turban": "hood", "bonnet": "hood", "diadem": "tiara", "witch's hat": "wizard", "wizard's hat": "wizard",
    "牛仔帽": "cowboy", "巫师帽": "wizard", "女巫帽": "wizard", "尖顶帽": "wizard", "贝雷帽": "beanie", "绒线帽": "beanie", "雷锋帽": "beanie", "金冠": "crown", "玉冠": "crown",
    "安全帽": "helmet", "头巾": "hood", "盖头": "hood", "喜帕": "hood", "头纱": "hood", "veil": "hood",
    "space helmet": "space_helmet", "宇航头盔": "space_helmet", "太空头盔": "space_helmet", "宇航员头盔": "space_helmet",
    "礼帽": "top_hat", "毛线帽": "beanie", "帽": "cap", "hooded": "hood", "凤冠": "phoenix", "phoenix crown": "phoenix", "冕旒": "beaded", "冕冠": "beaded",
}  # fmt: skip
BEARDS: dict[str, str] = {
    "beard": "full", "bearded": "full", "moustache": "moustache", "mustache": "moustache", "goatee": "goatee",
    "white-bearded": "full", "grey-bearded": "full", "gray-bearded": "full", "black-bearded": "full", "red-bearded": "full", "whiskers": "full",
    "mustachioed": "moustache", "moustached": "moustache", "mustached": "moustache", "handlebar moustache": "moustache", "handlebar mustache": "moustache",
    "小胡子": "moustache", "两撇胡子": "moustache", "山羊胡子": "goatee", "白须": "full", "长须": "full", "花白胡子": "full",
    "胡子": "full", "胡须": "full", "大胡子": "full", "八字胡": "moustache", "山羊胡": "goatee", "白胡子": "full", "络腮胡": "full",
}  # fmt: skip
# The mask that a word means, and its colour where it is not the usual one of that kind.
MASKS: dict[str, str] = {
    "mask": "half", "masks": "half", "domino mask": "half", "eye mask": "half #2b2530", "carnival mask": "half",
    "venetian mask": "half", "masquerade mask": "half", "面具": "half", "眼罩面具": "half", "假面": "half",
    "fox mask": "fox", "fox masks": "fox", "fox head": "fox", "kitsune mask": "fox #f4f0ea", "狐狸面具": "fox", "狐面": "fox #f4f0ea",
    "狐狸头套": "fox", "cat mask": "fox #3a3a42", "猫面具": "fox #3a3a42", "wolf mask": "fox #7a7f88", "wolf head": "fox #7a7f88",
    "狼面具": "fox #7a7f88", "狼头面具": "fox #7a7f88", "狼头套": "fox #7a7f88", "tiger mask": "fox #e8963c", "老虎面具": "fox #e8963c", "lion mask": "fox #d9a84a",
    "dog mask": "fox #a87848", "dog masks": "fox #a87848",
    "rabbit mask": "rabbit", "rabbit masks": "rabbit", "rabbit head": "rabbit", "rabbit heads": "rabbit", "rabbit's head": "rabbit",
    "bunny mask": "rabbit", "bunny masks": "rabbit", "bunny head": "rabbit", "rabbit costume": "rabbit", "bunny costume": "rabbit", "bunny suit": "rabbit",
    "兔子面具": "rabbit", "兔子头套": "rabbit", "兔头": "rabbit", "兔子头": "rabbit", "兔子装": "rabbit", "玩偶服": "bear",
    "bear mask": "bear", "bear head": "bear", "bear costume": "bear", "mascot costume": "bear", "monkey mask": "bear #7a5230", "mouse mask": "bear #9a98a0",
    "pig mask": "bear #e8a0a8", "pig masks": "bear #e8a0a8", "pig head": "bear #e8a0a8", "panda mask": "bear #f4f0ea", "熊头套": "bear", "熊面具": "bear",
    "小熊头套": "bear", "猪头面具": "bear #e8a0a8", "猪面具": "bear #e8a0a8", "猴子面具": "bear #7a5230", "猴面具": "bear #7a5230", "熊猫头套": "bear #f4f0ea", "animal mask": "fox", "animal masks": "fox",
    "opera mask": "opera", "opera masks": "opera", "theatre mask": "opera", "kabuki mask": "opera", "noh mask": "opera", "clown mask": "opera",
    "clown masks": "opera", "white mask": "opera", "painted mask": "opera", "porcelain mask": "opera", "demon mask": "opera #a82a2a", "devil mask": "opera #a82a2a",
    "oni mask": "opera #a82a2a", "skull mask": "opera", "ghost mask": "opera", "脸谱": "opera", "京剧面具": "opera", "戏曲面具": "opera", "小丑面具": "opera",
    "傩面": "opera #a82a2a", "傩面具": "opera #a82a2a", "鬼面": "opera #a82a2a", "鬼面具": "opera #a82a2a", "白色面具": "opera", "白面具": "opera",
    "plague mask": "plague", "plague doctor": "plague", "plague doctors": "plague", "beaked mask": "plague", "beak mask": "plague", "raven mask": "plague #24242a", "crow mask": "plague #24242a",
    "gas mask": "plague #4a5240", "gas masks": "plague #4a5240", "鸟嘴面具": "plague", "鸟嘴医生": "plague", "瘟疫医生": "plague", "防毒面具": "plague #4a5240",
    "bandana": "cloth #a8323a", "balaclava": "cloth", "balaclavas": "cloth", "ski mask": "cloth", "ski masks": "cloth", "ninja": "cloth", "ninjas": "cloth",
    "over his face": "cloth", "over her face": "cloth", "over their faces": "cloth", "faces covered": "cloth", "face covered": "cloth", "covered face": "cloth",
    "surgical mask": "cloth #dfeef0", "surgical masks": "cloth #dfeef0", "face mask": "cloth #dfeef0", "face masks": "cloth #dfeef0", "medical mask": "cloth #dfeef0",
    "口罩": "cloth #dfeef0", "蒙面": "cloth", "蒙着面": "cloth", "蒙着脸": "cloth", "面巾": "cloth", "面罩": "cloth", "黑巾": "cloth", "面纱": "cloth #efe6ea",
    "头套": "cloth", "忍者": "cloth",
}  # fmt: skip
HAIR_STYLES: dict[str, str] = {
    "short": "short", "curly": "curly", "spiky": "spiky", "bald": "bald", "bob": "bob", "long": "long",
    "ponytail": "ponytail", "bun": "bun", "braids": "braids", "braided": "braids", "pigtails": "braids",
    "topknot": "topknot", "mohawk": "mohawk", "afro": "afro", "bangs": "bangs", "wavy": "wavy", "shaved": "bald",
    "long-haired": "long", "short-haired": "short", "curly-haired": "curly",
    "短发": "short", "卷发": "curly", "光头": "bald", "秃头": "bald", "秃顶": "bald", "长发": "long", "马尾": "ponytail",
    "马尾辫": "ponytail", "辫子": "braids", "双马尾": "braids", "麻花辫": "braids", "刘海": "bangs", "波浪": "wavy",
    "pixie cut": "short", "crew cut": "short", "buzz cut": "short", "cropped": "short", "close-cropped": "short", "dreadlocks": "braids", "plaits": "braids", "cornrows": "braids",
    "tonsured": "bald", "balding": "bald", "shaven-headed": "bald", "curls": "curly", "slicked-back": "side_part", "slicked back": "side_part", "chignon": "bun", "updo": "bun",
    "寸头": "short", "平头": "short", "板寸": "short", "齐耳短发": "bob", "齐耳": "bob", "波波头": "bob", "高马尾": "ponytail", "大波浪": "wavy", "羊角辫": "braids", "脏辫": "braids", "长辫子": "braids",
    "爆炸头": "afro", "莫西干": "mohawk", "背头": "side_part", "大背头": "side_part", "中分": "side_part", "盘发": "bun", "双髻": "bun", "束发": "topknot",
    "发髻": "bun", "丸子头": "bun",
}  # fmt: skip
AGES: dict[str, str] = {
    "old": "old", "elderly": "old", "aged": "old", "ancient": "old", "young": "young", "teenage": "young", "eldest": "young", "younger": "young", "elder": "young", "grown": "adult", "grown-up": "adult", "teenaged": "young", "preteen": "child",
    "little": "child", "middle-aged": "adult", "年迈的": "old", "年老的": "old", "老": "old", "年轻的": "young", "年轻": "young",
    "少年": "young", "少女": "young", "青年": "young", "中年": "adult", "小": "child", "幼小的": "child", "白发": "old",
}  # fmt: skip
SIZES: dict[str, float] = {
    "huge": 1.35, "giant": 1.5, "enormous": 1.5, "big": 1.2, "large": 1.2, "tall": 1.12, "massive": 1.5, "towering": 1.4,
    "gigantic": 1.6, "tiny": 0.65, "small": 0.8, "little": 0.8, "short": 0.92, "miniature": 0.6, "mini": 0.6,
    "巨大的": 1.4, "巨大": 1.4, "巨型": 1.5, "大": 1.15, "高大的": 1.15, "高大": 1.15, "高": 1.1, "小": 0.85, "矮小的": 0.85,
    "迷你": 0.6, "小小的": 0.75, "庞大的": 1.4,
}  # fmt: skip
# Adjectives that say how somebody looks but change nothing the kit can show; they belong to the noun, not to a name.
ADJECTIVES = frozenset("""
bad good great best worst late early last next different real fake true false final whole full hard soft easy first second third big small huge
tiny large sharp blunt fresh raw ripe rotten bloody muddy sweet bitter sour hot loud silent secretive certain usual strange odd weird

a an the this that these those my your his her their its our another other same some any every each
beautiful handsome pretty ugly rich poor wounded injured lonely mysterious evil kind brave wise sick tired nervous sad
happy angry cheerful grumpy shy friendly mean scary cute fat thin slim strong weak muscular noble royal magic magical
golden wooden iron stone metal glass old-fashioned broken rusty ancient medieval modern futuristic abandoned haunted
dark bright quiet busy crowded empty cozy cosy luxurious shabby dusty dirty clean sunny cold warm hot frozen lovely
famous retired local new single lone solitary hidden secret sacred cursed enchanted giant fierce wild stray hungry
sleeping crying laughing smiling running dancing flying circling burning glowing shining locked open closed lit
drunk dying dead blind deaf pregnant masked hooded armed armored dressed elegant stern proud ruthless cunning clever
foolish innocent guilty heartbroken furious frightened scared terrified calm tense serious well-dressed homeless
inuit navajo cherokee apache maori zulu maasai aztec inca mongol bedouin gypsy romani jewish muslim swiss dutch greek thai arab czech
turkish irish scottish welsh german polish korean mexican cuban brazilian indian african swedish norwegian
royal imperial american chinese french japanese english italian spanish russian arabian persian viking egyptian
long wide narrow round square flat heavy light open-air outdoor indoor grand deserted snowy rainy foggy misty stormy
starry moonlit gloomy eerie spooky peaceful tranquil neon vintage retro rustic ornate simple plain precious legendary
""".split())
# What may go before a noun and say how it is.
DESCRIBING = frozenset((*ADJECTIVES, *AGES, *COLORS, *HAIR_STYLES, *HATS, *HOURS, *SIZES, *WEATHERS))

STOP_WORDS = frozenset("""
a an the of in on at to from with by for and or but as is are was were be been being has have had do does did not no
into onto over under above below near beside behind between among through around about against before after while when
where who whom whose which that this these those it its he him his she her hers they them their theirs we us our you
your i me my there here then so than very too also just only can could will would shall should may might must
aboard amid amidst atop beyond outside inside underneath alongside toward towards upon within without via per past onto along
up down out off again once all both each every some any few more most other such own same
""".split())


def alternatives(words: Iterable[str], *, han: bool = False) -> str:
    """A pattern of any of the English words, or of the Chinese ones, the longest first."""
    return "|".join(sorted((re.escape(word) for word in words if word.isascii() != han), key=len, reverse=True))
