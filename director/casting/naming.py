"""Names of people: whether Chinese characters are one, where it ends, and whether a he or a she bears it.

Chinese does not part its words, so a name is told by its surname, by the characters that given names are made of and
by what goes before and after. Knows nothing of the stage or of what else a text speaks of.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from director.casting.hits import HAN
from director.lexicon.names import (
    FAMOUS,
    FAMOUS_MEN,
    FAMOUS_WOMEN,
    FEMALE_NAMES,
    FEMALE_SIGNS,
    FOREIGN_MEN,
    FOREIGN_WOMEN,
    GIVEN,
    LIKE_SURNAMES,
    LONG_SURNAMES,
    MALE_NAMES,
    MALE_SIGNS,
    SURNAMES,
    TITLES,
)
from director.lexicon.nouns import senses
from director.lexicon.places import TOWNS, places
from director.lexicon.words import CLASSIFIERS, GARMENTS, HOURS, WEATHERS
from model.lexicon import phrasings

# What may stand right before a name, and what begins the words that follow one.
_BEFORE = set(
    '，。、；：！？ 和与跟同对向把被叫给让看在的着了到过见住找爱问救杀娶嫁帮为替等陪扶拉抱吻求骂打说剩有'
    '“"「『（(《\n,.;:!?'
)
_AFTER = set(
    '，。、；：！？ \n,.;:!?“"「『（）)》和与跟同在的从向对是正把被将也都给让为因于以用由地得着了们不没有'
    "又还再才就却已刚要想会能可敢必站坐走跑说看拿抱哭打躺跪冲转躲骑蹲握持端牵推拉扛撑举捧披戴穿扎留逃踢砍"
    "刺杀救吻搂扶背靠倚守等盯瞪听答喊骂唱跳舞爬出去回到上下过起放摔扔丢送递交收买卖吃喝做写读弹吹拍敲指摸"
    "碰拆变使叫身手两偷悄慢轻紧突忽缓害惊伤失各互面浑气脸眼低微狠猛急匆醒睡倒落抬挥点停近离护追捂抓咬擦洗"
    "切炒煮缝织扫查审抢夺拔射飘浮摇挂怒恨恼哀发进来大小独双望笑愤飞"
    "夹挤搀蜷瘫缩吼哄哼摔砸劈挡护蹭喂遛逗扑撞撕掀掏揪拽拖踩蹬俯颤抖晃挣翻闯溜"
    "化捡汇第满自当受病死晕累饿困流掉忍终仍始每经遭遇陷迷疯痛嫁娶休判教练种养演扮骗约请赶带领跟随路穿越搬命赐召罚憋噙抽掷投揭叩叹吐咳喷洒踩踏蹿窜逼僵颓歪弯埋垂遮嚼嗑叼拄攥搓捻蹙皱眯斜按揉捶剪梳"
    "抚拭舀熬挖呆愣怔拎敬遇订诀"
)
_LONGEST_GIVEN = 2


@cache
def chinese_words() -> frozenset[str]:
    """Every Chinese noun and place we know."""
    return frozenset(word for word in (*senses(), *places(), *HOURS, *WEATHERS, *TOWNS) if HAN.match(word))


_FIGHTS = frozenset("决斗 对决 对打 比武 过招 切磋 打架 交手 交锋 厮杀 对峙 搏斗".split())  # 和黑衣人决斗


@cache
def deeds_begin() -> frozenset[str]:
    """The first two characters of every Chinese phrase for a deed or a feeling: 快步, 吓得, 勒马."""
    texts = (p.text for head in ("verb", "emotion") for p in phrasings(head) if p.language == "zh")
    deed = re.compile(r"[\u3400-\u9fff](?![焰火光影])[\u3400-\u9fff](?!.{0,2}[般似])")  # not 云朵般飘着, 赤焰缠上
    return _FIGHTS | {text[:2] for text in texts if deed.match(text)}


def chinese_name(text: str, i: int, *, titled: bool = False) -> tuple[int, str] | None:
    """(where the name that begins at `i` ends, the role it tells) or None: 林黛玉, 陈总, 小明, 阿珍. `titled`: right
    behind a trade or kin, where a name needs no surname: 宫女翠儿, 商人阿里."""
    before = text[i - 1] if i and not titled else "，"
    for name in sorted(FAMOUS_WOMEN | FAMOUS_MEN, key=lambda n: (-len(n), n)):
        if text.startswith(name, i) and (len(name) > 2 or before in _BEFORE):
            return i + len(name), "young woman" if name in FAMOUS_WOMEN else "young man"
    if text[i : i + 1] == text[i + 1 : i + 2] and text[i + 2 : i + 3] == "声":
        return None  # 只剩沙沙声
    if _FALLING.search(text[:i]) and text[i : i + 2].endswith(("雨", "雪")):
        return None  # 下着小雨
    if _ONE.match(text, i) or _OF_A_BODY.match(text, i) or _OF_A_BODY.match(text, i + 1):
        return None  # 胡子, 白尾巴
    if text[i] == "于" and i and text[i - 1] in "关由对至等终属":
        return None  # 关于总裁
    if text[i : i + 2] in _OF_SOMEBODY or text[i + 1 : i + 2] in set("家他她它我你您们"):
        return None  # 男人其实是王爷, 贺家老宅, 往他嘴里
    if address := _addressed(text, i):
        return address
    if before not in _BEFORE or (_known_word(text, i) and not titled):
        return None
    if _set_off(text, i) and (end := _little_thing(text, i)) is not None:
        return end, role_of_name(text[i:end])
    if pet := _pet_name(text, i, titled):
        return pet
    homely = titled and text[i] in SURNAMES and text[i + 1 : i + 2] in ("大", "小")
    if homely and HAN.match(text[i + 2 : i + 3]) and text[i + 2] not in _AFTER - GIVEN and name_ends(text, i + 3):
        return i + 3, role_of_name(text[i : i + 3])  # 哥哥高大壮
    if titled and text[i] in SURNAMES and text[i : i + 2] in WEATHERS and name_ends(text, i + 2):
        return i + 2, role_of_name(text[i : i + 2])  # 士兵雷鸣
    if _known_word(text, i) or text[i : i + 2] in deeds_begin() or _BUSY.match(text, i):
        return None
    end = _with_surname(text, i, titled) or _foreign(text, i, titled)
    if titled:
        end = _with_surname(text, i, titled) or _without_surname(text, i) or _single(text, i) or end
    if end is None:
        return None
    return end, role_of_name(text[i:end])


def role_of_name(name: str) -> str:
    """He, she or, when the name does not tell, whoever casting likes."""
    return {"f": "young woman", "m": "young man"}.get(gender_of_name(name), "person")


def gender_of_name(name: str) -> str:
    """ "f", "m" or, when the name does not tell, ""."""
    if HAN.search(name):
        return _gender_of_chinese(name)
    if told := FAMOUS.get(name.lower()):
        return told
    if address := _ADDRESS.match(name):
        return "f" if address[1] else "m"
    words = [w for w in re.split(r"[\s.]+", plain(name)) if len(w) > 1]
    first = next((w for w in words if w in FEMALE_NAMES | MALE_NAMES), words[-1] if words else "")
    for word in (first, *first.split("-")):
        if word in FEMALE_NAMES:
            return "f"
        if word in MALE_NAMES:
            return "m"
    return _sound(first)


_ADDRESS = re.compile(
    r"(?:(mrs|ms|miss|lady|madam|madame|mademoiselle|aunt|auntie|grandma|granny|mother|sister|queen|princess|nurse)"
    r"|mr|mister|sir|lord|uncle|grandpa|father|brother|king|prince|monsieur)\b",
    re.I,
)
_ADDRESS_ZH = re.compile(
    r"(?:(女士|小姐|太太|夫人|姐|妹|婆|妈|姨|嫂|娘|姑|奶|妃|嫔|贵人)|先生|哥|弟|叔|伯|爷|公子|少爷|爸)$"
)


def plain(name: str) -> str:
    """Small letters without accents: "Zoë" is "zoe"."""
    return "".join(c for c in unicodedata.normalize("NFD", name.lower()) if not unicodedata.combining(c))


def _sound(word: str) -> str:
    """What the ending of a name that nobody knows makes one think of."""
    if re.search(r"(?:a|ia|elle|ette|ine|lyn|leigh|ess|een|iko|ie|anne|issa)$", word) and len(word) > 3:
        return "f"
    return "m" if re.search(r"(?:us|o|ard|bert|ald|son|ton|ric|iel|eus|[bdgkpv])$", word) and len(word) > 3 else ""


def _gender_of_chinese(name: str) -> str:
    if name in FAMOUS_WOMEN | FOREIGN_WOMEN | FAMOUS_MEN | FOREIGN_MEN:
        return "f" if name in FAMOUS_WOMEN | FOREIGN_WOMEN else "m"
    if len(name) > 1 and (address := _ADDRESS_ZH.search(name)):
        return "f" if address[1] else "m"
    for char in reversed(name[1:]):
        if char in FEMALE_SIGNS or (name.count(char) > 1):
            return "f"
        if char in MALE_SIGNS:
            return "m"
    if set(name) <= _SOUNDS:  # 雷诺, 伊莎
        return "f" if name[-1] in "娅娜莎丝莉妮琳黛珍拉希雅" else "m"
    return ""


# ---- the kinds of Chinese names -----------------------------------------------------------------------------------


_REVERED = {
    "真人": "monk", "道长": "monk", "大师": "monk", "法师": "monk", "长老": "monk", "师太": "nun",
    "仙子": "young woman", "上神": "prince", "帝君": "king", "上仙": "prince", "神君": "prince", "仙尊": "prince",
}  # fmt: skip


def _addressed(text: str, i: int) -> tuple[int, str] | None:
    """A surname and a title: 顾总, 王老师; or what the revered are called by: 玄清真人."""
    revered = _REVERED.get(text[i + 2 : i + 4])
    if revered and all(c in GIVEN for c in text[i : i + 2]) and not _known_word(text, i):
        return i + 4, revered
    if text[i] not in SURNAMES:
        return None
    for title in sorted(TITLES, key=len, reverse=True):
        end = i + 1 + len(title)
        if text.startswith(title, i + 1) and text[i:end] not in chinese_words():
            return end, TITLES[title]
    return None


def _pet_name(text: str, i: int, titled: bool) -> tuple[int, str] | None:
    """小明, 老周, 阿珍, 翠儿."""
    pair = text[i : i + 2]
    if len(pair) < 2 or not HAN.match(pair[1]):
        return None
    if ranked := _ranked(text, i):
        return ranked
    if titled and pair[0] in "小阿" and text[i + 2 : i + 3] in ("子", "儿", "头") and name_ends(text, i + 3):
        return (i + 3, "person") if text[i : i + 3] not in chinese_words() else None  # 太监小顺子
    if not name_ends(text, i + 2):
        return None
    if pair[0] in "小老阿" and any(text[i + 1 : i + 1 + n] in chinese_words() for n in (2, 3) if i + n < len(text)):
        return None  # 老胡同
    known = pair in chinese_words()
    if titled and known and (pair in WEATHERS or pair[0] in "小老阿"):
        known = pair in senses() and senses()[pair].role is not None  # 镖头老马 is no horse
    if known or pair in LIKE_SURNAMES or (pair[0] == "小" and pair[1] in _MANNER):
        return None  # 小声回答
    doubled = pair[0] == pair[1] and pair[0] not in _DONE_A_LITTLE
    if doubled and (titled or pair[0] in _SWEET) and not re.match(r"[叫地的着]|(.)\1", text[i + 2 :]):
        return i + 2, "person"  # 小猪嘟嘟
    homely = pair[0] in "小老阿" or (titled and pair[0] == "大" and pair[1] in "牛熊壮山强勇刚力海军龙虎鹏伟宝")
    if homely and (pair[1] in SURNAMES | GIVEN or pair[1] in "小阿强"):
        if pair[0] == "老":
            return i + 2, "old man"
        return i + 2, {"f": "young woman", "m": "young man"}.get(gender_of_name(pair), "person")
    if pair[1] in "哥姐叔爷嫂" and pair[0] in GIVEN and (titled or _set_off(text, i)) and pair[0] not in "大小老":
        return i + 2, "young woman" if pair[1] in "姐嫂" else "man"  # 强哥
    if pair[1] == "儿" and pair[0] in GIVEN:
        return i + 2, "young woman"
    return None


def _ranked(text: str, i: int) -> tuple[int, str] | None:
    """九爷, 三姨夫: the how-manieth in the family."""
    for n in (3, 2):
        rank, end = _RANKS.get(text[i + 1 : i + n]), i + n
        if text[i] in _BORN and rank and text[i:end] not in chinese_words() and name_ends(text, end):
            return end, rank
    return None


_DONE_A_LITTLE = frozenset("摆挥摇点拍摸看笑想说走跑试问听揉擦敲扭动拉推抱亲捏摊耸眨咂哈嘻嘿呵")  # 爸爸摆摆手
_FALLING = re.compile(r"[下飘落](?:着|起了?|过|了)?$")
_SWEET = frozenset("糖果豆甜乐欢朵圆团萌妞宝贝阳星童米丫囡瑶蕊点橙桃柚暖")  # how the small are called: 糖糖
_GOING = frozenset("来去走跑站坐跪躺笑哭喊打开出进回到起拿抱推拉叫骂问答追逃")
_ROMANTIC = frozenset("夜凤墨龙君月云冥玄风雪星青紫沧洛")  # what heroes of legend are called by, behind a title
_MANNER = frozenset("声色然气手眼头身面口心力步意")  # 尖声, 悄然, 随手
_DONE_TO_THINGS = frozenset(
    "问赏采摘钓浇磨擦煮炒切洗买卖修听观品斟烧抚弹吹拉执持捧举端提拿抱握打敲烹煎绣捣摇扫劈砍挑担抬牵骑驾推开关写画读看扎编织补穿戴"
    "剪削喂遛放收捡拾挖埋抢偷藏递送横拔挥策勒按扬抽亮舞"
)
_BORN = frozenset("小大二三四五六七八九十")
_RANKS = {"爷": "man", "叔": "man", "哥": "young man", "郎": "young man", "娘": "woman", "姐": "young woman",
          "姨": "woman", "妹": "young woman", "婶": "woman", "嫂": "woman", "姑": "woman",
          "舅": "man", "伯": "man", "弟": "young man", "姨夫": "man", "姑父": "man", "姨妈": "woman", "舅妈": "woman",
          "姑妈": "woman", "师兄": "young man", "师姐": "young woman", "师弟": "young man", "师妹": "young woman",
          "儿子": "boy", "女儿": "girl"}  # fmt: skip


def _with_surname(text: str, i: int, titled: bool) -> int | None:
    long = next((s for s in LONG_SURNAMES if text.startswith(s, i)), None)
    if long is None and text[i] not in SURNAMES and not (titled and text[i] in _ROMANTIC):
        return None
    start = i + (2 if long else 1)
    for n in range(_LONGEST_GIVEN, 0, -1):
        given = text[start : start + n]
        end = start + n
        if given in _POETIC and (titled or _set_off(text, i)) and name_ends(text, end):
            return end  # 李明月
        if len(given) < n or not all(map(HAN.match, given)) or _is_everyday(text, i, end):
            continue
        if given in GARMENTS or given in _OF_SOMEBODY or (n > 1 and _takes_up(text, start)):
            continue  # 白衬衫, 马旁边
        if not titled and given[-1] in _BUILT:
            continue  # 高架桥
        if _ONE_LIMB.match(text, end - 1) or _HOW.match(text, end - 1):
            continue  # 林晓独自
        if long is None and text[i] in "白黄金蓝花" and given[0] in _NOT_BEHIND_A_COLOUR:
            continue  # 白裙, 黄狗
        # Behind a trade a name is expected: 将军谢无咎勒马.
        whole = titled and n == _LONGEST_GIVEN and not set(given) & (_AFTER - GIVEN)
        if not (whole or name_ends(text, end)):
            continue
        expected = titled and n == 1 and text[end : end + 1] in _POSTURES and text[start:end] not in _POSTURES
        if _is_deed(text, start, end) and not expected:  # 前女友姜离站在门口
            continue
        apart = titled or _set_off(text, i)
        if expected or set(given) <= GIVEN or (apart and not set(given) & _AFTER):
            return end
        begins = given in deeds_begin() and not (set(given) & GIVEN and text[end : end + 2] in chinese_words())
        if titled and not set(given) & (_LITTLE | (_GOING if n == 1 else frozenset())) and not begins:
            return end  # 少侠楚惊鸿拔剑
    alone = text[start : start + 1] in _LISTED and (i == 0 or text[i - 1] in _LISTED) and (start < len(text) or i > 0)
    return start if long or alone else None


def _little_thing(text: str, i: int) -> int | None:
    """Where a surname with a pet name ends that is a word as well: 陈小鱼站在, 林小雨."""
    named = text[i] in SURNAMES and text[i] not in "白黄金蓝花高红大老小" and text[i + 1 : i + 2] == "小"
    does = name_ends(text, i + 3) and text[i + 1 : i + 3] in chinese_words()
    return i + 3 if named and does and text[i : i + 2] not in chinese_words() else None


_HOW = re.compile("独自|双双|正在|连忙|急忙|匆忙|慌忙|赶紧|终于|依旧|突然|忽然|同时|立刻|马上|默默|静静|悄悄|慢慢")
_BUILT = frozenset("桥路街巷楼塔站店馆厂院庙")
_POETIC = frozenset("明月 晨曦 朝阳 晚霞 星辰 黎明 夏天 春晓 月光 阳光 初雪 飞雪 晴雪 思雨 暮雪 长安 江南".split())
_LITTLE = frozenset("和与跟同在的从向对是正把被将也都给让为因于以用由地得着了们不没有又还再才就却已要会能可说看")
_NOT_BEHIND_A_COLOUR = frozenset("衣袍裙衫裳甲帽发鞋裤马猫狗鸟兔狐虎狼犬牛羊墙纸布")
_LISTED = set("和与跟、，。")


def _single(text: str, i: int) -> int | None:
    """What heroes are called by with one character, behind a trade: 驾驶员零跪在, 杀手影."""
    return i + 1 if text[i] in _CALLED_BY and text[i + 1 : i + 2] in _POSTURES else None


_CALLED_BY = frozenset("零影夜雪月星风墨玄凛澈刃蝉鹰狼狐鸦烬渊辰霜岚")
_POSTURES = frozenset("站坐跪躺走跑抱拿端牵举推拉扶哭笑冲捧靠蹲趴握背扛")


def _without_surname(text: str, i: int) -> int | None:
    for n in (3, 2):
        name = text[i : i + n]
        if (
            len(name) == n
            and name[0] not in _AFTER
            and all(c in GIVEN or c in SURNAMES for c in name)
            and name not in LIKE_SURNAMES
            and not set(name) <= _DIGITS
            and name_ends(text, i + n)
            and not _is_deed(text, i + 1, i + n)
        ):
            return i + n
    return None


def _foreign(text: str, i: int, titled: bool) -> int | None:
    """A name told by sound: 卡珊德拉, behind a trade also 诺亚 or 骨刀."""
    for n in (5, 4, 3, 2):
        name = text[i : i + n]
        if len(name) < n or not all(map(HAN.match, name)) or not name_ends(text, i + n) or name[:2] in deeds_begin():
            continue
        if set(name) <= _DIGITS:
            continue  # 爷爷七十大寿
        if name in FOREIGN_WOMEN | FOREIGN_MEN:
            return i + n
        by_sound = all(c in _SOUNDS for c in name) and (n > 2 or titled)
        thing = name[-1] in senses() and name[0] in _DONE_TO_THINGS  # 皇后赏花
        plain_name = titled and n == 2 and not set(name) & (_AFTER - GIVEN) and name not in _OF_SOMEBODY
        plain_name = plain_name and not thing and name[-1] not in _LITTLE | _MANNER and name[0] not in _BEFORE
        if (by_sound or plain_name) and not _is_everyday(text, i - 1, i + n):
            return i + n
    return None


_DIGITS = frozenset("一二三四五六七八九十百千万两")
# Characters that foreign names are written with, and what one says of somebody right behind the word for him.
_SOUNDS = frozenset(
    "卡珊德拉诺亚莉丝艾伦尔斯特克罗索菲娅米琳达安娜杰森库布鲁汤姆彼得保西露伊凡奥托巴尼科维蒂"
    "雷妮凯文塔基里夫萨比伯莫卢加佩姬瑞塞洛可琪波夏佐玛莎格蕾珍妮贝茜弗朗迪恩泰勒"
    "约翰查理吉姆戴乔治威廉哈利赫敏朱丽叶欧阿瓦迈詹梅赛琼黛温蒂希腊雅典"
)
_OF_SOMEBODY = frozenset(
    """
    其实 原来 竟然 居然 果然 似乎 仿佛 终于 突然 忽然 已经 正在 仍然 依然 显然 必须 不是 就是 正是 都是
    神情 神色 脸色 目光 眼神 眼睛 声音 表情 身影 身体 身旁 身后 身边 嘴角 额头 手中 手里 手上 心中 心里 面前 面容
    面色 背后 头发 背影 内心 语气 旁边 对面 左边 右边 前面 后面 门口 一行 一声 二人 三人 腰间 肩上
    背上 怀里 怀中 嘴里 头上 脚下 额上 脸上 眼里 眼中 眉头 眉间 指尖 唇角 腿上 头顶 胸口 耳边 周一
    周二 周三 周四 周五 周六 周日 周末 女扮 男扮 围城 来袭 入侵 爆发 出没 作乱 横行 两人 众人 左右
    身份 面具 家族 本人 全家 一家 身材 长相 衣着 模样 样子 浑身 全身 上下 大赛 比赛 大会 大典 争霸
    诊脉 把脉 看病 请安 行礼 磕头 问安 上药 上香 敬茶 敬酒 更衣 梳妆 研墨 捶背 捶腿 喂药 求情 作证 报信 带路
    正好 刚好 恰好 碰巧 数秒 吹哨 比剑 比武 比试 论剑
    选拔 哇哇 嗷嗷 呜呜 哈哈 嘻嘻 嘿嘿 呵呵 汪汪 喵喵 咯咯 哼哼 嘤嘤 呼呼 嚎啕 号啕 嗖嗖 气喘 满头 满脸
    """.split()
)


def _known_word(text: str, i: int) -> bool:
    """Whether a word that we know begins here."""
    return any(text[i : i + n] in chinese_words() or text[i : i + n] in LIKE_SURNAMES for n in range(2, 6))


def _is_everyday(text: str, i: int, end: int) -> bool:
    """Whether a noun is hidden in the name, or reaches out of it."""
    known = chinese_words()
    spans = ((k, k + n) for k in range(i + 1, end) for n in range(2, 5))
    return any(text[k:to] in known for k, to in spans if to > i + 2 and to >= end)


def _is_deed(text: str, start: int, end: int) -> bool:
    """Whether the last character begins what somebody does: 许三笑着 is 许三, who laughs."""
    last = text[end - 1]
    if _takes_up(text, end - 1):
        return True
    if last == "发" and text[end : end + 1] in set("牌呆抖怒火愣誓现笑话货球问疯狂"):
        return True
    if last in "追撵赶抓捉找见喂养打踢骑牵" and text[end : end + 1] == "一" and text[end + 1 : end + 2] in CLASSIFIERS:
        return True  # 李强追一头小猪
    if last not in GIVEN and text[end - 1 : end + 1] in deeds_begin():
        return True
    return last in _AFTER and (last not in GIVEN or text[end : end + 1] in set("着了过到见向起出在得进来去住"))


def _takes_up(text: str, i: int) -> bool:
    """Whether something is done to a thing there, in two characters: 横枪, 抚琴."""
    return text[i] in _DONE_TO_THINGS and text[i + 1 : i + 2] in set("枪剑刀弓马琴杯伞旗鼓箫笛酒茶花灯水饭菜衣鱼肉")


def _set_off(text: str, i: int) -> bool:
    """Whether the text begins here or a mark or a little word goes before."""
    return i == 0 or text[i - 1] in set('，。、；：！？ 和与跟的叫“"「『\n')


def is_whole(name: str) -> bool:
    """Whether behind a trade somebody may be called just so: 翠儿, 影."""
    return len(name) > 1 or name in _CALLED_BY


def begins_deed(word: str) -> bool:
    """Whether a Chinese word begins like something that is done: 出兵."""
    return word[0] in _AFTER - GIVEN or word[:2] in deeds_begin()


_OF_A_BODY = re.compile(r"尾巴|翅膀|爪子|胡子|胡须|头发|眉毛|眼睛|脸庞|手套|牙齿|嘴唇|羽毛|鳞片|裙摆|衣角|衣袖")
_BUSY = re.compile(  # 女儿正趴在桌上
    r"[正也都却只还就仍已又刚][坐站躺趴跪蹲睡靠倚守哭笑看盯望拿端捧举抱背拉推喝吃写读打修擦洗弹唱跳走跑]"
)
_ONE = re.compile(r"一[袭身脸边把头手个只言路直声脚见听怒剑枪拳刀掌串封束杯碗块张枚朵支本]")


_ONE_LIMB = re.compile(r"[左右双单][臂手腿脚眼肩耳脸膝拳掌目]")  # 林岳左臂受伤


def name_ends(text: str, end: int) -> bool:
    """Whether what stands there begins something else, so that a name may end before it."""
    if _ONE.match(text, end) or _ONE_LIMB.match(text, end):
        return True
    if end >= len(text) or text[end] in _AFTER or not HAN.match(text[end]) or _known_word(text, end):
        return True
    if text[end : end + 2] in _OF_SOMEBODY or text[end : end + 2] in deeds_begin() or _takes_up(text, end):
        return True
    return text[end] == text[end + 1 : end + 2] or text[end + 1 : end + 2] == "着"  # 冷冷地, 赤着膀子
