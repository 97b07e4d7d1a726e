# ruff: noqa: E501  (tables of words read best a row a line)
"""What suits a place or a time: whose company, which era, where a thing usually stands.

Knows nothing of prompts beyond the words that tell an era.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

ANCIENT_ERA = re.compile(r"古代|古装|medieval|ancient|中世纪|once upon a time|从前|很久以前|long ago|fairy tale|童话|centuries ago|穿越到古代"
                         r"|victorian|renaissance|century", re.I)  # fmt: skip
CHINESE_ERA = re.compile(r"古代|古装|宫(?!保)|侠|江湖|皇|朝廷|妃|侍卫|将军(?!.{0,6}(?:坦克|导弹))|客栈|书生|王爷|丫鬟|掌柜|仙(?!人[掌球]|女棒)|唐朝|宋朝|明朝|清朝|汉朝|秦朝|dynasty|wuxia|imperial china"
                         r"|ancient china|samurai|kung fu|hanfu|xianxia|剑客|刺客|刀客|县令|县衙|衙役|公堂|王府|侯府|太医|少主|妖(?![娆艳])|师尊|师父|修炼|三国|战国时期|大观园|门派|道长"
                         r"|竹林|捕快|知府|丞相|太监|公公捧|大侠|女侠|少侠|(?<!上)帝(?!国大厦)|奴婢|圣旨|古琴|盖头|凤冠霞帔|拜堂|青楼|镖局|蒙面人|义父|夫子|秀才|状元|郡主|世子|龙王|哪吒|孙悟空|唐僧|菩萨"
                         r"|诸葛|司马懿|林黛玉|贾宝玉|甄嬛|嫦娥|花木兰|白素贞|geisha|ronin|ninja|shogun|forbidden city|mulan|sect leader|shaolin"
                         r"|太后|御花园|王母|衙门|官差|差役|捕头|知县|县官|县太爷|钦差|御史|锦衣卫|刽子手|更夫|货郎|花轿|轿[子夫]|囚车|酒肆|茶肆|镖师|武林|丐帮|花魁|老鸨|绣球(?!花)|[王李张赵钱陈刘周吴沈孙朱]员外|赶考"
                         r"|红盖头|秤杆|喜娘|凤冠霞帔|大唐|盛唐|大宋|大清(?![早晨洗])|jianghu|eunuch|yamen|chang'?an\b|imperial (?:capital|guard|consort|concubine|examination)|sedan chair"
                         r"|(?:old|ancient|feudal) chin(?:a|ese)\b|(?:emperor|empress|court) of china\b|chinese (?:emperor|empress|general|princess|prince|swords\w+)", re.I)  # fmt: skip
# Who is of old China unless something else says otherwise: a princess in Chinese.
CHINESE_RANKS = re.compile(r"公主(?![裙病抱床])|太子|公子(?!哥)|侍女|婢女|乞儿|军师|谋士|刺史|节度使|城主|说书|郎中|油纸伞|长衫|马褂|青石板|\bswords(?:man|men|woman|women)\b", re.I)
MEDIEVAL_ERA = re.compile(
    r"\b(?:medieval|knight|castle|kingdom|king\b|queen\b|blacksmith|dragons?\b|wizard|peasant|viking|throne"
    r"|tavern|roman\b|rome\b|gladiator|caesar|centurion|senator|emperor|pharaoh|pyramid|sparta"
    r"|goblin|elf\b|elves|trolls?\b|sorcer|witch|unicorn|fairy|fairies|prince\b|princess|dwarf|dwarves"
    r"|monks?\b|abbey|pirate|galleon|minstrel|bard\b|milkmaid|enchanted|robin hood|merlin|orc\b|orcs\b"
    r"|mage\b|squire)"
    r"|中世纪|骑士|城堡|国王|巫师|女巫|精灵|矮人|魔法|王子|角斗士|罗马|法老|古埃及",
    re.I,
)
# What the East has had as well.
OF_BOTH = re.compile(r"kingdom|dragon|peasant|throne|tavern|emperor|prince(?:ss)?|monk|blacksmith", re.I)
MODERN_ERA = re.compile(
    r"modern|office|phone|tourist|selfie|\bcar\b|taxi|police|hospital|detective|skyscraper|neon|subway|airport|\btv\b|television|laptop|computer|classroom|high school"
    r"|starship|spaceship|spacesuit|astronaut|robot|motorbike|truck|rifle|pistol|\bgun\b|nurse|ceo|cop\b|sheriff|cowboy|outlaw|saloon|zombie|apartment"
    r"|现代|办公|手机|游客|导游|拍照|自拍|公司|总裁|医院|都市|警察|汽车|民国|军阀|校园|教室|高中|大学|飞船|机器人|电视|电脑|(?<![长横银缨铁木挺持])枪(?!法|尖|立马)|轿车|地铁|火车|外卖|快递|酒吧|咖啡|护士|抗战|八路|豪门|离婚|公寓"
    r"|律师|探视|狱警|同学|[男女]生(?!下|孩|命|辰)|便利店|超市|机场|卧底|毒枭|赘婿|直播|明星|沙发|冰箱|同事|老板娘|舞厅|自行车|单车|摩托|电动车|电瓶车|卡车|公交|高铁|微信|短信",
    re.I,
)

OLD_WEST = re.compile(
    r"\b(?:cowboys?|cowgirls?|saloons?|gunslingers?|gunfighters?|outlaws?|stagecoach|(?:wild|old) west|frontier town)\b"
    r"|牛仔(?![裤衣服帽布外装])|西部(?:小镇|世界|片)", re.I
)
# No lamp that hangs on a wire shines.
POWER_CUT = re.compile(
    r"\bblack-?outs?\b|\bpower (?:cut|outage|failure)s?\b|\b(?:power|electricity) (?:is|goes|went|has gone) out\b"
    r"|\blights (?:have )?(?:gone|go|went) out\b|停了?电|断了?电|没了?电|跳了?闸", re.I
)
# What was drawn or borne before there were cars.
HORSE_DRAWN = re.compile(r"马车|囚车|镖车|轿[子夫]?$|[花官小大]轿|[龙凤]辇|战车|carriage|stagecoach|chariot|sedan chair", re.I)
# Archetypes that only our days have.
OF_TODAY = frozenset(
    "car phone laptop television gun microphone bicycle motorbike briefcase drip machine office_chair robot".split()
)


@dataclass(frozen=True, slots=True)
class Occasion:
    """What is going on, with who takes part: `principals` are what makes it one, of `extras` come as many as chance
    likes; all are roles. `place` is where it is held unless the author says where."""

    name: str
    words: re.Pattern[str]
    place: str
    principals: tuple[str, ...]
    extras: tuple[str, ...]
    things: tuple[str, ...]

    @property
    def intimate(self) -> bool:
        """Whether those who are named are all who take part."""
        return self.name in _INTIMATE

    @property
    def needs_principals(self) -> bool:
        """Whether it is none without them, however many others are told."""
        return self.name in ("wedding", "trial", "coronation", "surgery", "execution")

    @property
    def mood(self) -> str | None:
        """How those feel of whom nothing else is told, where nobody is told to feel anything."""
        return _MOODS.get(self.name)


_MOODS = {
    "wedding": "happy", "birthday": "happy", "christmas": "happy", "graduation": "happy", "party": "happy",
    "class reunion": "happy", "picnic": "happy", "proposal": "in love", "funeral": "sad",
}  # fmt: skip
_INTIMATE = frozenset(
    "christmas,picnic,first date,proposal,duel,seance,job interview,market day,temple fair,family dinner,wedding night".split(",")
)


def _occasion(line: str) -> Occasion:
    name, words, place, principals, extras, things = (part.strip() for part in line.split("|"))
    listed = (tuple(w.strip() for w in part.split(",") if w.strip()) for part in (principals, extras))
    alternatives = "|".join(re.escape(w) if not w.isascii() else rf"\b{re.escape(w)}\b" for w in words.split(", "))
    first, more = listed
    return Occasion(name, re.compile(alternatives, re.I), place, first, more, tuple(things.split()))


# name | words | place | principals | extras | things
OCCASIONS: tuple[Occasion, ...] = tuple(map(_occasion, """
wedding night  | wedding night, 洞房花烛, 洞房之夜, 新婚之夜, 大婚之夜, 新婚夜, 大婚当夜, 大婚当晚, 新婚当晚 | bedroom | bride, groom | guest | candle bed
wedding        | wedding, getting married, nuptials, 婚礼, 大婚, 拜堂, 成亲, 喜宴, 婚宴 | wedding hall | bride, groom | guest, guest, guest, bridesmaid | flower
funeral        | funeral, burial, wake for, 葬礼, 灵堂, 出殡, 下葬, 追悼会 | cemetery | widow, monk | widower, guest, guest | coffin gravestone flower
trial          | trial, courtroom, court case, tribunal, 法庭, 庭审, 开庭, 审判, 公堂, 公审 | courtroom | judge, prisoner, lawyer | guard, guest, guest | desk chair
birthday       | birthday, 生日, 寿宴 | living room | child, mother | friend, friend, father | cake table box
family dinner  | family dinner, thanksgiving, christmas dinner, new year's eve dinner, 年夜饭, 除夕, 团圆饭, 家宴 | living room | father, mother, child | old woman, old man | table plate chair
ballet class   | ballet class, dance class, ballet lesson, dance lesson, 舞蹈课, 芭蕾课 | theatre | teacher, dancer, dancer | dancer, dancer | mirror
lesson         | lesson, math class, history class, science class, art class, english class, lecture, school day, exam, 上课, 课堂, 数学课, 语文课, 考试, 讲课, 公开课 | classroom | teacher, student, student | student, student | desk chair sign
ball           | masquerade, royal ball, masked ball, costume ball, 假面舞会, 面具舞会, 化装舞会, 宫廷舞会 | ballroom | prince, princess | guest, guest, musician | candle
dance          | ballroom, at the ball, charity ball, debutante ball, prom, dance floor, dance hall, 舞会, 舞池 | ballroom | young man, young woman | guest, guest, musician, guest, prince, princess | wine_glass
coronation     | coronation, 登基, 加冕 | throne room | king, minister | guard, guard, knight | throne crown
concert        | concert, recital, 演唱会, 音乐会 | theatre | musician, musician | musician, guest, guest | microphone guitar
annual gala    | annual gala, annual party, gala night, 年会 | ballroom | boss, secretary | friend, guest, guest | table microphone trophy wine_glass
company party  | company party, office party | office | boss, secretary | friend, guest, journalist | microphone trophy wine_glass
banquet        | banquet, feast, gala, dinner party, cocktail party, reception hall, 晚宴, 宴会, 宴席, 酒会, 庆功宴, 国宴 | ballroom | guest, guest, waiter | guest, guest, musician | table wine_glass
auction        | auction, 拍卖 | boardroom | merchant, guest, guest | guest, guest | painting
press conference | press conference, 记者会, 新闻发布会 | boardroom | minister, journalist, journalist | journalist, journalist | microphone
board meeting  | board meeting, business meeting, shareholders' meeting, 董事会, 股东大会, 商业谈判 | boardroom | boss, secretary | boss, lawyer | contract laptop
job interview  | job interview, 面试 | office | boss, young man | secretary | contract desk chair
surgery        | surgery, operating room, operating theatre, operation, 手术, 急救 | hospital | doctor, nurse, patient | nurse | bed drip
temple fair    | temple fair, lantern festival, 庙会, 灯会, 元宵灯节 | old street | merchant, young woman | child, young man, guest | cart lantern
market day     | market, bazaar, 集市, 市场, 夜市, 早市 | street | merchant, woman | farmer, guest, child | cart apple
bank robbery   | bank robbery, heist, hold-up, stick-up, 抢劫 | office | thief, thief, secretary | guest, guard | gun bag
battle         | battle, battlefield, trenches, 战场, 打仗, 大战, 两军 | desert | soldier, soldier, soldier, soldier | soldier, soldier | 
duel           | duel, showdown, 决斗, 对决, 比武 | courtyard | swordsman, rival | guest | sword
boxing match   | boxing match, prize fight, title fight, 拳击赛, 拳赛 | theatre | athlete, athlete | guest, guest | bell
football match | football match, soccer match, football game, basketball game, 足球赛, 篮球赛, 球赛 | park | athlete, athlete, athlete | athlete, guest | ball
picnic         | picnic, 野餐 | park | young man, young woman | child | plate bag apple
first date     | first date, blind date, romantic dinner, candlelit dinner, 约会, 相亲, 烛光晚餐 | cafe | young man, young woman | waiter | table chair wine_glass candle
proposal       | marriage proposal, proposes, 求婚 | park | young man, young woman | | ring_box flower
christmas      | christmas, 圣诞 | living room | father, mother, child | old woman | tree box fireplace
graduation     | graduation, 毕业典礼 | theatre | student, student, teacher | student, mother | contract
execution      | execution, hanging, 行刑, 处斩 | village | prisoner, butcher | guard, guest | 
seance         | séance, seance, exorcism, 通灵, 驱魔 | living room | witch, woman | man | candle table
job at sea     | voyage, 航海 | ship deck | sailor, sailor | sailor | 
play           | audition, rehearsal, school play, 排练, 试镜 | theatre | actor, dancer | artist, actor | microphone
party          | party, 派对, 聚会, 聚餐 | living room | friend, young woman, young man | friend, friend, musician | table cake bottle
class reunion  | class reunion, reunion, 同学会 | cafe | friend, woman, man | friend | table wine_glass
""".strip().splitlines()))  # fmt: skip

# role -> where such people are at home, when the prompt names no place
PLACES_OF_ROLES = {
    "doctor": "hospital", "nurse": "hospital", "patient": "hospital", "teacher": "classroom", "student": "classroom",
    "chef": "kitchen", "king": "throne room", "queen": "throne room", "prince": "palace", "princess": "palace",
    "pilot": "spaceship", "pirate": "ship deck", "sailor": "ship deck", "farmer": "farm", "cowboy": "frontier town", "sheriff": "frontier town",
    "bride": "wedding hall", "groom": "wedding hall", "monk": "temple", "boss": "office", "secretary": "office",
    "lawyer": "office", "blacksmith": "shop", "merchant": "shop", "waiter": "cafe", "waitress": "cafe", "innkeeper": "cafe",
    "prisoner": "dungeon", "knight": "castle hall", "wizard": "castle hall", "witch": "forest", "swordsman": "courtyard", "detective": "alley",
    "thief": "alley", "police": "street", "soldier": "desert", "judge": "courtroom", "actor": "theatre", "dancer": "theatre",
    "musician": "theatre", "scientist": "study", "writer": "study", "artist": "study", "athlete": "park", "driver": "street",
    "hunter": "forest", "shepherd": "farm", "fisherman": "beach", "fairy": "forest", "dwarf": "forest", "zombie": "street",
    "vampire": "castle hall", "minister": "palace", "journalist": "street", "firefighter": "street", "superhero": "rooftop",
    "wife": "living room", "husband": "living room", "mother": "living room", "father": "living room",
    "brother": "living room", "sister": "living room",
}  # fmt: skip

# setting -> roles that may be there when nobody is named
COMPANY = {
    "village": "blacksmith farmer milkmaid", "forest": "hunter stranger", "mountain": "hero monk", "beach": "sailor woman",
    "desert": "stranger", "frontier town": "sheriff cowboy", "snow field": "hunter hero", "farm": "farmer girl", "street": "man woman",
    "park": "old man girl", "courtyard": "swordsman monk", "rooftop": "detective stranger", "temple": "monk swordsman",
    "castle hall": "king knight", "palace": "prince princess guard", "dungeon": "prisoner guard", "office": "boss secretary",
    "study": "writer scientist", "living room": "wife husband", "bedroom": "young woman mother", "kitchen": "chef waiter",
    "cafe": "waitress young man", "hospital": "doctor patient nurse", "classroom": "teacher student",
    "wedding hall": "bride groom guest", "shop": "merchant guest", "corner shop": "merchant guest", "corridor": "detective stranger",
    "station": "guest driver", "spaceship": "pilot scientist", "theatre": "actor dancer",
    "ship deck": "sailor pirate", "alley": "detective stranger", "throne room": "king queen knight",
    "boardroom": "boss secretary", "old street": "merchant swordsman young woman", "bamboo grove": "swordsman swordswoman",
    "courtyard garden": "princess prince maid", "old inn": "waiter swordsman", "old chamber": "princess maid",
    "lake": "fisherman young woman", "ruins": "soldier stranger", "city wall": "soldier swordsman",
    "garage": "detective stranger", "train carriage": "young woman stranger", "courtroom": "judge lawyer prisoner",
    "old study": "writer maid", "cave": "hunter stranger", "ballroom": "young man young woman guest waiter", "moon": "pilot scientist", "red planet": "pilot scientist", "bar": "innkeeper young woman stranger",
    "cemetery": "widow widower",
}  # fmt: skip

# archetype -> the setting it makes one think of
USUAL_PLACES = {
    "locker": "corridor", "exam": "classroom", "exams": "classroom", "report card": "classroom", "试卷": "classroom", "考卷": "classroom",
    "astronaut": "spaceship", "cosmonaut": "spaceship", "宇航员": "spaceship", "太空人": "spaceship", "magician": "theatre", "魔术师": "theatre",
    **dict.fromkeys(("swan", "天鹅", "鸳鸯"), "lake"),
    "console": "spaceship", "airlock": "spaceship", "helmsman": "ship deck", "茶几": "living room", "coffee table": "living room", "fridge": "kitchen", "冰箱": "kitchen", "refrigerator": "kitchen",
    "gladiator": "theatre", "boxer": "theatre", "boxing coach": "theatre", "拳击手": "theatre", "拳手": "theatre", "角斗士": "theatre", "lighthouse keeper": "beach", "mermaid": "beach", "灯塔看守人": "beach", "librarian": "study", "图书管理员": "study", "hospital bed": "hospital", "病床": "hospital", "blackboard": "classroom", "黑板": "classroom", "chalkboard": "classroom",
    "bridge": "village", "wooden bridge": "forest", "palm": "beach", "net": "beach", "pot": "kitchen", "cleaver": "kitchen", "mop": "kitchen",
    "school desk": "classroom", "课桌": "classroom", "operating table": "hospital", "圆桌": "living room", "stove": "kitchen",
    "灶台": "kitchen", "锅": "kitchen", "bar": "bar", "吧台": "bar", "cash register": "corner shop", "柜台": "shop", "telescope": "study",
    "armchair": "living room", "christmas tree": "living room",
    "bed": "bedroom", "desk": "office", "throne": "throne room", "sofa": "living room", "well": "village",
    "campfire": "forest", "boat": "lake", "car": "street", "tent": "forest", "gravestone": "cemetery", "forge": "shop",
    "anvil": "shop", "piano": "living room", "laptop": "office", "contract": "office",
    "conference_table": "boardroom", "helm": "ship deck", "drip": "hospital", "wheelchair": "hospital", "bicycle": "street",
    "motorbike": "street", "microphone": "theatre", "street_lamp": "street", "lighthouse": "beach",
    "bookshelf": "study", "fireplace": "living room", "machine": "spaceship", "cage": "dungeon",
    "cart": "farm", "cow": "farm", "sheep": "farm", "pig": "farm", "chicken": "farm", "wolf": "forest", "bear": "forest",
    "fish": "beach", "shark": "beach", "bell_tower": "village", "coffin": "dungeon", "tree": "forest", "house": "village", "dragon": "mountain",
    **dict.fromkeys(("爷爷", "奶奶", "外婆", "外公", "姥姥", "姥爷", "grandma", "grandpa", "grandmother", "grandfather"), "living room"),
    "barber": "shop", "hairdresser": "shop", "理发师": "shop", "fountain": "park", "pond": "park", "baker": "corner shop", "喷泉": "park", "pigeon": "park", "鸽子": "park", "gramophone": "living room", "clock": "living room", "bathtub": "bedroom", "浴缸": "bedroom", "浴桶": "bedroom",
    **dict.fromkeys("tailor seamstress dressmaker shopkeeper jeweler butcher pawnbroker clockmaker watchmaker cobbler toymaker locksmith 裁缝 掌柜 钟表匠 修表匠 鞋匠 锁匠".split(), "shop"),
    **dict.fromkeys("cashier florist pharmacist 收银员 店员 药剂师".split(), "corner shop"),
    **dict.fromkeys("waiter waitress barista 服务员 店小二 咖啡师".split(), "cafe"),
    **dict.fromkeys("bartender barmaid barman 酒保 调酒师".split(), "bar"),
    **dict.fromkeys("flight attendant|stewardess|conductor of a train|空姐|列车员|乘务员".split("|"), "train carriage"),
}  # fmt: skip
# And where one would think first of what there is in many places.
LIKELY_PLACES = {
    "television": "living room", "bench": "park",
    "cake": "living room", "candle": "living room", "table": "living room", "chair": "living room", "plate": "kitchen",
    "cup": "cafe", "wine_glass": "cafe", "book": "study", "letter": "living room", "suitcase": "station", "medicine": "hospital",
    "ring_box": "cafe", "sword": "courtyard", "gun": "alley", "money": "office", "briefcase": "office", "phone": "living room",
    "mirror": "bedroom", "window": "living room", "door": "corridor", "umbrella": "street", "lamp": "living room",
    "pillow": "bedroom", "lantern": "village", "vase": "living room", "painting": "living room", "trophy": "office",
}  # fmt: skip
