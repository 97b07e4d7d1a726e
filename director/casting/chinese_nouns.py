"""The nouns and names of a Chinese text, which does not part its words, with what counts and describes them.

Knows nothing of the stage, or of what is made of its finds; what a name is made of says `naming`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from director.casting.hits import HAN, Hit
from director.casting.naming import begins_deed, chinese_name, chinese_words, is_whole, name_ends
from director.lexicon.names import SURNAMES
from director.lexicon.nouns import Sense, senses, somebody
from director.lexicon.people import KIN, roles
from director.lexicon.places import places
from director.lexicon.words import CLASSIFIERS, GARMENTS, NUMBERS, alternatives

_LONGEST = 7  # characters
# A single Chinese character is taken for a noun only between such neighbours; inside a longer word it is not one.
_BEFORE_CHAR = set(CLASSIFIERS) | set(
    "，。、；：！？ 和与跟同有的在是把被对向到拿着握骑及或从给让递送端举提抱牵喝吃撑打敲弹吹偷抢扔捡开关下"
    "推踹撞砸进倚靠,.;:!?\n"
)
_AFTER_CHAR = set(
    '，。、；：！？ 和与跟同在的从向对上里外口旁边下前后指射刺砍打抵架挥扔递交追逃掉正站坐睡躺飞盘是把被'
    '都也跑走落停及或中内底顶进出而蹲趴卧跳扑咬叫吼盯看望舔吃喝围闯冲从钻爬游立守蜷缩睁竖摇拍敲砸踹擂等浇摔丢撕藏塞拿放摆挂捡抢夺推踢碰包治喂,.;:!?\n'
)
_TAKEN_OUT = frozenset("拔出 抽出 掏出 取出 拿出 亮出 端出 捧出 搬出 举起 端起 拿起 捡起 抱起 抓起 捧起 拎起".split())
_COUNT = re.compile(rf"([一二两三四五六七八九十几数俩\d]+)\s*([{CLASSIFIERS}])?")

_END = "\n" * 8  # so that the two characters after one are never the last one alone


def chinese_nouns(text: str) -> Iterator[Hit]:
    """All of them, in the order of the text; names are known wherever they are spoken of again."""
    text += _END
    found = list(_chinese_hits(text, {}))
    named = {h.word: h for h in found if h.given and HAN.match(h.word)}
    return _chinese_hits(text, named) if any(text.count(name) > 1 for name in named) else iter(found)


def _chinese_hits(text: str, named: dict[str, Hit]) -> Iterator[Hit]:
    i, last = 0, 0
    while i < len(text):
        if not HAN.match(text[i]):
            i += 1
            continue
        hit = _chinese_name(text, i) or _chinese_noun(text, i) or _chinese_kind(text, i) or _chinese_compound(text, i)
        hit = hit or _liquid(text, i)
        again = next((h for name, h in named.items() if text.startswith(name, i) and _is_that(text, i, name)), None)
        if again is not None and (hit is None or (hit.sense is None and hit.setting is None)):
            hit = Hit(i, i + len(again.word), again.word, again.sense, given=True)
        if hit is None:
            i += 1
            continue
        hit = _in_its_vessel(text, hit)
        hit = replace(hit, before=tuple(filter(None, (_own_words(text, word, last, hit) for word in hit.before))))
        if hit.given and not hit.before and text[i - 1 : i] == "的":
            hit = replace(hit, before=_chinese_described(text, i)[1])  # 五岁的糖糖
        yield hit
        i = hit.end
        last = hit.end if hit.sense is not None and hit.sense.kind != "prop" else last


def _is_that(text: str, i: int, name: str) -> bool:
    """Whether a name that was told stands there, and not one character of another word."""
    return len(name) > 1 or ((i == 0 or text[i - 1] in _BEFORE_CHAR) and name_ends(text, i + 1))


def _own_words(text: str, word: str, last: int, hit: Hit) -> str:
    """Of the words that describe a noun those behind whoever was spoken of last: 扛着昏倒的 of 新郎扛着昏倒的新娘 only
    昏倒的."""
    begin = text.rfind(word, 0, hit.end)
    if not (len(word) > 2 and 0 <= begin < last <= begin + len(word)):
        return word
    rest = word[last - begin :]
    return re.split(r"[着了过给把被向对在从将让]", rest.removesuffix("的"))[-1] + "的" if rest.endswith("的") else rest


def _chinese_noun(text: str, i: int, *, behind: bool = False) -> Hit | None:
    """The noun that begins at `i`. `behind` another that it may be the trade of, it is looked for by itself."""
    if named := _called(text, i):
        return named
    for n in range(min(_LONGEST, len(text) - i), 0, -1):
        word = text[i : i + n]
        coloured = n == 2 and word[0] in _ATTRIBUTES and word[1] in chinese_words() and (
            _stands_alone(text, i, 2) or (text[i - 1 : i] in ("小", "大", "老") and _stands_alone(text, i - 1, 3))
        )
        coloured = coloured and text[i + 1 : i + 3] not in chinese_words()
        if not coloured and (word not in chinese_words() or (n == 1 and not _stands_alone(text, i))):
            continue
        if (clothes := _CLOTHES.match(text, i)) and clothes.end() > i + n and senses().get(word, _NOBODY).role:
            return None  # 牛仔裤
        if word == "襁褓" and text[i + n : i + n + 2] in ("里的", "中的"):
            return None  # 襁褓里的婴儿 is one
        if n > 1 and i and text[i] in CLASSIFIERS and text[i - 1] in "一两三四五六七八九十几":
            return None  # 一名侦探
        within = word in places() and word not in senses() and word[-1] in "上里中下"
        if within and word[:-1] in _visible_places() and places()[word] == places()[word[:-1]]:
            continue  # 擂台上: it is there to be seen, too
        if within and word[:-1] in _STOOD_ON:
            continue  # 桥上
        if word[-1] == "站" and word in places() and text[i + n : i + n + 1] in ("在", "着") and word[:-1] in senses():
            continue  # 护士站在门口
        if n > 1 and text[i] in "女男老小" and any(text[i + 1 : i + 1 + m] in chinese_words() for m in range(n, 5)):
            continue  # 女工程师 is no 女工
        if n > 1 and word[-1] in "女男" and text[i + n : i + n + 1] in set("子人孩生士性"):
            continue  # 西装男子
        if n > 1 and text[i] in _HANDLING and _reaches_out(text, i + 1, i + n):
            return None
        count, before, plural = _chinese_described(text, i)
        end = i + n
        if text[end : end + 1] == "们":
            plural, end = True, end + 1
        plural = plural or word[-1] == "们"
        sense = senses().get(word) or (senses().get(word[1]) if coloured else None)
        before = (*before, word[0]) if coloured else before
        if sense and sense.role and word[0] == "老" and _is_aged(word, sense.role.name):
            before = (*before, "老")
        twins = _BORN_TOGETHER.get(word, 0)
        child = _chinese_noun(text, end, behind=True) if twins else None
        if child and child.sense and child.sense.role is not None and not child.given:
            return replace(child, start=i, count=twins, plural=True, before=(*before, *child.before))
        if sense is not None and sense.kind != "prop" and count == 1 and (coded := _CODE_NAME.match(text, end)):
            return Hit(i, coded.end(), coded.group(), sense, None, 1, given=True, before=before, title=word)
        if sense is not None and sense.kind != "prop" and count == 1 and not plural:
            # 秘书林晓, 机器人小七: a trade and then the name.
            looks = _BY_LOOKS.match(text, end)
            own = _chinese_name(text, looks.end() if looks else end, titled=True) or _nickname(text, end, sense)
            before = (*before, looks[0]) if looks and own else before
            if own is not None and is_whole(own.word) and not sense.members:
                if i and text[i - 1] in "女男老":
                    before = (*before, text[i - 1])
                return Hit(i, own.end, own.word, sense, None, 1, given=True, before=before, title=word)
        head = text[end : end + 1]
        carved = _chinese_noun(text, end, behind=True) if sense and sense.kind != "prop" and not behind else None
        of_it = carved is not None and (word in _CARVED or carved.word in _LIKENESSES)  # 龙椅, 企鹅玩偶
        if carved and carved.sense and carved.sense.kind == "prop" and of_it:
            return replace(carved, start=i, word=text[i : carved.end], count=count, plural=plural, before=before)
        if word in places() and text[end : end + 1] == "长" and (own := _chinese_name(text, end + 1, titled=True)):
            return replace(own, start=i, before=before, title=text[i : end + 1])  # 宿舍长何苗
        made_of = sense is not None and sense.kind == "prop" and head in _THINGS_MADE
        if made_of and text[end : end + 2] not in chinese_words():
            made = senses().get(head) or senses()[head + "子"]
            return Hit(i, end + 1, text[i : end + 1], made, None, count, plural, before=before)  # 珊瑚椅
        if sense is not None and sense.archetype == "ball" and not behind:
            sporty = _chinese_noun(text, end, behind=True)
            if sporty and sporty.sense and sporty.sense.role and sporty.sense.role.name in _SPORTY:
                return replace(sporty, start=i, before=(*before, *sporty.before))  # 篮球冠军程野
        if sense is not None and sense.kind == "creature" and (dish := _DISH.match(text, end)):
            return Hit(i, dish.end(), word + dish[0], senses()["盘子"], None, count, plural, before=before)  # 一盘羊肉
        if sense is not None and sense.kind == "creature" and not behind:
            trade = _chinese_noun(text, end, behind=True)
            role = trade.sense.role if trade and trade.sense else None
            told = role is not None and (not role.generic or (trade and trade.word in _MRS_FOX | _IN_HUMAN_FORM))
            if trade and trade.sense and told and not trade.sense.members and trade.count == 1:
                # 大象裁判, 仿生人医生米娅: one being, the animal
                both = trade.word if trade.given else text[i : trade.end]
                if trade.word in _IN_HUMAN_FORM or _HANDLES_BEASTS.search(trade.title or trade.word):
                    return replace(trade, start=i, word=both, count=count, plural=plural, before=before)  # 驼队商人
                return replace(trade, start=i, word=both, sense=sense, count=count, plural=plural, before=before)
        if sense is not None and sense.role is not None:
            trade = None if behind else _chinese_noun(text, end, behind=True)
            if trade and _is_trade_of(sense, trade):
                return _joined_trade(trade, sense, text[i : trade.end], i, (*before, word))
            if i and text[i - 1] in "老小女男" and word[0] not in "老小女男":
                count, before, several = _chinese_described(text, i - 1)
                if i == 1 or count > 1 or text[i - 2] in _BEFORE_CHAR:
                    return Hit(i - 1, end, text[i - 1 : end], sense, None, count, plural or several,
                               before=(*before, text[i - 1]))  # 老和尚, 四名女运动员  # fmt: skip
        setting = places().get(text[i : end + 1] if word in _STOOD_ON else word)  # 船上
        return Hit(i, end, word, sense, setting, count, plural, before=before)
    return None


def _nickname(text: str, i: int, trade: Sense) -> Hit | None:
    """What somebody is called by an animal or a thing, right behind his trade: 军人大熊, 司机老猫."""
    for n in (3, 2):  # 养女小铃铛
        word = text[i : i + n]
        own = senses().get(word) or senses().get(word[1:])
        if len(word) == n and trade.role and word[0] in "大小老阿" and own and not own.role and name_ends(text, i + n):
            return Hit(i, i + n, word, trade, given=True)
    return None


def _is_aged(word: str, role: str) -> bool:
    """老师傅 is an old 师傅; a 老同学 need not be old."""
    own = senses().get(word[1:])
    return own is not None and own.role is not None and role not in ("friend", "lover", "husband", "wife", "boss")


@cache
def _visible_places() -> frozenset[str]:
    """Words for places that are things on stage as well: 擂台."""
    return frozenset(places().keys() & senses().keys())


_STOOD_ON = frozenset("桥 船 渔船 木船".split())  # of which 桥上 tells the place, and that they are there
# What a thing is made of, or in the shape of: 骷髅王座.
_CARVED = frozenset("骷髅 龙 虎 老虎 狮子 凤凰 麒麟 牡丹 玫瑰 鸳鸯 蝴蝶 熊 狐狸 狼 鲸 蛇 鹿 羊 牛 马 兔子 猫".split())
_THINGS_MADE = frozenset("椅床桌凳杯瓶船柜箱")
_SPORTY = frozenset({"athlete", "teacher", "actor", "guest"})
# 兔子太太
_MRS_FOX = frozenset("宝宝 宝贝 太太 先生 小姐 夫人 爷爷 奶奶 大叔 大婶 阿姨 老爷爷 老奶奶 姑娘 大爷 大妈 公子".split())
_IN_HUMAN_FORM = frozenset("女子 男子 少女 少年 女人 男人".split())  # 白狐女子
_CLOTHES = re.compile(alternatives((w for w in GARMENTS if len(w) > 1), han=True))
_NOBODY = Sense("letter")
_BY_LOOKS = re.compile(r"光头|独眼|独臂|瘸腿|大胡子|刀疤脸?|胖子")  # 老板光头强哥
_BORN_TOGETHER = {"双胞胎": 2, "孪生": 2, "龙凤胎": 2, "三胞胎": 3}
_DISH = re.compile(r"肉[片丸串汤卷饼]?|汤|排(?!队|着|成|练|列)|翅膀?(?=，|。|$)|杂汤")
_HANDLES_BEASTS = re.compile(r"[商贩]|驯|饲养|猎人|骑手|车夫|牧人")
_CODE_NAME = re.compile(r"[A-Za-z]{1,4}-?\d{1,4}(?![\w])|\d{1,4}号|[A-Z](?![A-Za-z])")


def _joined_trade(trade: Hit, sense: Sense, whole: str, start: int, before: tuple[str, ...]) -> Hit:
    """卧底警察, 店员小哥: one being, of the trade that tells more."""
    joined = replace(trade, start=start, before=(*trade.before, *before))
    named = trade.sense.role.name if trade.sense and trade.sense.role else ""
    if sense.role and (sense.role.name, named) == ("soldier", "student"):
        joined = replace(joined, sense=sense)  # 炮兵班长 goes to no school
    if trade.given or trade.sense is None or trade.sense.role is None:
        return joined
    told = sense if trade.sense.role.generic else trade.sense
    return replace(joined, word=whole, sense=told, title=trade.word)


_ATTRIBUTES = frozenset("母公小大老幼雌雄黑白红黄灰花青金银橘紫绿蓝野疯肥胖瘦死病恶怪巨女男")


def _is_trade_of(sense: Sense, following: Hit) -> bool:
    """卧底警察, 当铺老板钱伯: the first word says what kind of person the second names; 爸爸妈妈 are two."""
    own, other = sense.role, following.sense.role if following.sense else None
    return own is not None and other is not None and following.count == 1 and not {own.name, other.name} <= KIN


_HANDLING = frozenset("提拿打端看骑开吹弹拉推抱举撑戴穿读写喝吃")


def _reaches_out(text: str, i: int, end: int) -> bool:
    """Whether a longer noun begins within a word: 提灯笼 is to carry a 灯笼, no 提灯."""
    return any(text[i : end + more] in chinese_words() for more in (1, 2))


# What the last character of a word that we do not know says of whom it names: 佣兵, 刺客, 丽嫔.
_KINDS = {"兵": "soldier", "侠": "swordsman", "匪": "thief", "贼": "thief", "僧": "monk", "婆": "old woman",
          "妇": "woman", "汉": "man", "翁": "old man", "姬": "princess", "嫔": "princess", "妃": "princess",
          "仆": "waiter", "婢": "milkmaid", "丐": "beggar", "警": "police", "贩": "merchant"}  # fmt: skip


def _chinese_kind(text: str, i: int) -> Hit | None:
    """A word for somebody that we do not know, told by its last character; a name may follow it."""
    lead = _LOOKS.sub("", text[:i])
    told_of = re.search(rf"[{CLASSIFIERS}的]$|[身背门窗屋][后前边旁外]$|[后前两]面$|远处$|四周$|对面$", lead)
    if lead and lead[-1] not in _BEFORE_CHAR and told_of is None:
        return None
    if text[i] in "女男" and (trade := _chinese_noun(text, i + 1)) and trade.sense and trade.sense.role:
        return None  # 女工程师
    for n in (4, 3, 2):
        word, end = text[i : i + n], i + n
        if len(word) < n or not all(map(HAN.match, word)) or (n == 4 and word[0] not in "女男老小"):
            continue
        if text[end - 1 : end + 1] in chinese_words() or text[end - 1 : end + 1] in _GO_ON:
            continue  # 修车师傅, 警报灯: the word goes on
        role = "prince" if n == 2 and word[1] == "王" and word[0] in _PRINCES else _KINDS.get(word[-1])
        titled = role is None and word[-1] in _TITLED and not begins_deed(word)
        own = _chinese_name(text, end, titled=True) if titled else None
        if own is not None and len(own.word) > 1 and (own.word[0] in SURNAMES or own.word[0] in "阿大小老"):
            before = _chinese_described(text, i)[1]
            return Hit(i, own.end, own.word, own.sense, None, 1, given=True, before=before, title=word)
        if role is None or any(word[k:] in chinese_words() for k in range(1, n - 1)) or begins_deed(word):
            continue
        count, before, plural = _chinese_described(text, i)
        own = _chinese_name(text, end, titled=True) if count == 1 else None
        if own is not None and len(own.word) > 1:
            return Hit(i, own.end, own.word, _person(role), None, 1, given=True, before=before, title=word)
        if name_ends(text, end):
            return Hit(i, end, word, _person(role), None, count, plural, before=before)
    return None


_GO_ON = frozenset(
    "警报 警笛 警铃 警告 警惕 警觉 警戒 警钟 警醒 兵器 兵力 侠义 僧袍 妇科 汉服 汉堡 汉字 丐帮 仆人".split()
)  # as what these go on, rather than to end a word
_PRINCES = frozenset("靖宁燕恒瑞秦晋楚齐赵韩魏代康安睿肃端庄淳礼恭怡诚敬宸璟煜裕景昭惠定襄梁湘岭镇翊祁珩")  # 靖王
_TITLED = frozenset("女卿尊令使监霸神帝主师员手长星草花模红客总将官魔仙妖鬼君医探匠农工商贵佬头魁痞少爷姐哥妹弟")
# What the last character says of a thing that we do not know: 擀面杖, 提词板.
_HEADS = {
    character: Sense(archetype)
    for archetype, characters in (
        ("staff", "杖棒竿"), ("sign", "板牌旗"), ("machine", "器机"), ("bag", "袋篓篮筐"), ("bottle", "瓶壶罐"),
        ("cup", "杯盏"), ("plate", "碟糕饼面粥"), ("hammer", "锤斧锹"), ("book", "册簿本卷"), ("hat", "帽盔"),
        ("letter", "纸单证卡票函报帖笺"), ("chair", "凳"), ("table", "台案"), ("bookshelf", "柜架"),
        ("ring", "链镯坠佩符"),
        ("fan", "扇"), ("pillow", "布巾毯被枕"), ("vase", "缸盆"), ("ladder", "梯"), ("apple", "果瓜"),
        ("microphone", "针"),
    )
    for character in characters
}  # fmt: skip
_LETTER = Sense("letter")  # 一封战书
# 一瓶水: what it is in is what one sees.
_VESSELS = {"瓶": "瓶子", "杯": "杯子", "碗": "碗", "壶": "水壶", "桶": "水桶", "盆": "水盆", "罐": "罐子"}
_LIQUID = re.compile(rf"(?<=[一两三几半])([{''.join(_VESSELS)}])([\u3400-\u9fff]{{0,2}}[水血汁油露浆])")


def _liquid(text: str, i: int) -> Hit | None:
    """A liquid by the vessel that it is in: 一杯热水 is a 热水杯."""
    told = _LIQUID.match(text, i)
    return told and Hit(i, told.end(), told[2] + told[1], senses()[_VESSELS[told[1]]])


_HOLDS = {"杯": "杯子", "瓶": "瓶子", "袋": "袋子", "箱": "箱子", "篮": "篮子", "筐": "篮子", "桶": "桶"}
_COUNTED_IN = re.compile(rf"[一两三几半满整][大小]?([{''.join(_HOLDS)}])子?$")
_POURED = frozenset("bottle cup plate".split())


def _in_its_vessel(text: str, hit: Hit) -> Hit:
    """A thing by what it is counted in, if that is another: 一杯酒 is no bottle, 一袋金子 a bag."""
    told = _COUNTED_IN.search(text[: hit.start])
    if told is None or hit.sense is None or hit.sense.kind != "prop":
        return hit
    vessel, holds = told[1], senses()[_HOLDS[told[1]]]
    fits = hit.sense.archetype in _POURED or vessel not in "杯瓶"
    if holds.archetype == hit.sense.archetype or not fits:
        return hit
    return replace(hit, word=hit.word + vessel, sense=holds)


_NO_COMPOUND = re.compile(r"^[子腿手脚头脸眼腰嘴]|[的和与在着了是有一二两三四五六七八九十几]")
_IN_HAND = re.compile(rf"(?:[着了把将]|[一两三四五六七八九十][{CLASSIFIERS}])$")


def _chinese_compound(text: str, i: int) -> Hit | None:
    """A word for a thing that we do not know, in a hand or counted, told by its end: 举着发令枪."""
    if not _IN_HAND.search(text[:i]):
        return None
    for n in (4, 3, 2):
        word, end = text[i : i + n], i + n
        if text.startswith("的", end) and (_chinese_noun(text, end + 1) or _chinese_noun(text, end + 2)):
            continue  # 一辆抛锚的汽车
        known = (senses().get(word[-2:]) if n > 2 else None) or senses().get(word[-1])
        verbs = range(int(text[i - 1] == "封"), n - 1 if known or n != 3 else 1)  # within 擀面杖 none begins
        if len(word) < n or not all(map(HAN.match, word)) or "给" in word or not name_ends(text, end) or any(
            begins_deed(word[k:]) for k in verbs
        ):
            continue
        sense = known or _HEADS.get(word[-1]) or (_LETTER if n == 2 and text[i - 1] == "封" else None)
        if sense is not None and sense.kind == "prop" and not (_NO_COMPOUND.search(word) or _LOOKS.fullmatch(word)):
            count, before, plural = _chinese_described(text, i)
            return Hit(i, end, word, sense, None, count, plural, before=before)
    return None


_CALLED = re.compile(r"(?:名叫|名为|叫做|叫作|唤作|人称|名唤|叫)([\u3400-\u9fff]{1,4})的")


# Things that are made to look like somebody or something.
_LIKENESSES = frozenset("玩偶 布偶 玩具 雕像 雕塑 石像 面具 头套 风筝 灯笼 木雕 画像 蛋糕 饼干 抱枕".split())


def _called(text: str, i: int) -> Hit | None:
    """名叫小明的男孩, 叫旺财的黄狗: the noun with the name that goes before it."""
    told = _CALLED.match(text, i)
    noun = _chinese_noun(text, told.end()) if told else None
    if told is None or noun is None or noun.sense is None or noun.sense.kind == "prop":
        return None
    before = (*_chinese_described(text, i)[1], *noun.before)
    return replace(noun, start=i, word=told[1], count=1, plural=False, given=True, before=before, title=noun.word)


_STRUCK = frozenset("刺砍劈斩挑挥指打射封抵架横穿捅割剁切拍砸敲扎")


def _stands_alone(text: str, i: int, n: int = 1) -> bool:
    before = text[i - 1] if i else "，"
    after = text[i + n] if i + n < len(text) else "。"
    counted = bool(re.search(rf"[一二两三四五六七八九十几数\d][{CLASSIFIERS}]$", text[:i]))
    armed = text[i] in "刀剑枪弓矛戟棍鞭伞灯斧琴箫笛" and n == 1
    in_hand = armed and before in "举拔持提挥握拿用舞抽执仗佩擦磨拭抚横负抱背弹吹撑打"
    if n == 1 and _LAID_OUT.match(text, i + 1):
        return True  # 发现床上躺着
    if n == 1 and before == "卖" and after == "的":
        return True  # 卖花的小姑娘
    if n == 1 and before in "切剁杀剖宰炖煮炸煎烤蒸" and text[i] in "鱼鸡鸭鹅肉虾蟹":
        return True  # 正在切鱼
    if n == 1 and before in "喂养赶遛" and text[i] in "鸡鸭鹅猪牛羊马狗猫鱼鸟兔驴":
        return True  # 在院子里喂鸡
    if n == 1 and before in "写读看寄送拆递撕烧" and text[i] == "信" and after not in "号息任心念仰":
        return True  # 一个写信的男人
    if n == 1 and before == "骑" and text[i] in "马牛驴骡龙虎鹿象鹤狼熊":
        return True  # 骑马赶来
    if n == 1 and before == "一" and text[i] in "剑刀枪箭棍鞭斧锤" and after in _STRUCK:
        return True  # 一剑刺穿
    if n == 1 and before == "用" and text[i] in "笔刀剑枪伞棍锤斧鞭绳碗杯瓶扇书球":
        return True  # 用笔戳他
    if n == 1 and re.search(r"[抱背牵骑赶拎抓喂追搂哄逗]着$", text[:i]):
        return True  # 背着娃炒菜
    if in_hand and not any(text[i : i + k] in chinese_words() for k in (2, 3)):
        return True  # 举枪逼近
    taken_out = text[max(i - 2, 0) : i] in _TAKEN_OUT
    return counted or ((before in _BEFORE_CHAR or taken_out) and after in _AFTER_CHAR)


_ON_BOTH_SIDES = re.compile(r"两[旁侧边](?:分别|各|都)?[站坐立跪排守列](?:着|立)(?:[^，。一两三四]{0,8}的)?$")
_FULL = re.compile(r"[站坐跪挤围躺排堆]满了?(?:[^，。满]{0,6}的)?$")
_LAID_OUT = re.compile(r"[上里下中旁](?:[躺坐站放摆有挂趴蹲跪停睡插堆]着?)")
_LOOKS = re.compile(
    r"(?:双马尾|马尾辫?|丸子头|麻花辫|羊角辫|大胡子|络腮胡|寸头|刀疤脸|[白黑红蓝绿青紫黄灰金银粉素][衣袍发裙甲]|[长短卷]发|光头|秃头|秃顶|谢顶|独眼|独臂|独腿|蒙面|年轻|年迈|中年|年老|幼小|老年|\d+岁|[一二三四五六七八九十]{1,3}岁"
    rf"|{alternatives((w for w in GARMENTS if len(w) > 1), han=True)}"
    r"|[大小瘦胖高矮美丑]|外国|混血|陌生|神秘|英俊|帅气|漂亮|可爱|乡下|富家)+$"
)


# 穿补丁宇航服的地球小男孩
_CLAD_OF_A_KIND = re.compile(
    r"([穿戴披扎留梳][^，。的]{1,10}的|(?:白发|银发|满头)[^，。的]{0,3}的)[\u3400-\u9fff]{1,4}$"
)


def _chinese_described(text: str, i: int) -> tuple[int, tuple[str, ...], bool]:
    """(count, [what describes the noun], plural) from the text before it, back to the last break."""
    start = max(text.rfind(mark, 0, i) for mark in "，。；！？：\n") + 1
    prefix = text[start:i]
    if not (prefix.endswith("的") and re.search(r"[穿戴留披]", prefix.split("、")[0])):
        prefix = prefix.rsplit("、", 1)[-1]
    found = next((m for m in reversed(list(_COUNT.finditer(prefix))) if not _counts_heads(prefix, m)), None)
    if _FULL.search(prefix):
        return 4, (), True  # 跪满了弟子
    if _ON_BOTH_SIDES.search(prefix):
        return 2, (), True  # 两旁站着衙役
    if re.search(r"(?:满|一)(?:屋子?|院子?)的?$|满(?:场|车|堂|朝|教室|街)的?$", prefix):
        return 4, (), True  # 满屋子高管
    if found is not None and re.search(r"(?:最[后前]|第|倒数|(?:^|[，的])[前后])$", prefix[: found.start()]):
        found = None  # 最后一排的男孩
    model = found is not None and re.fullmatch(r"[一二三四五六七八九]{2}", found.group(1)) and not found.group(2)
    if found is None or model or (found.group(2) is None and found.end() != len(prefix)):  # 二八自行车
        worn = _LOOKS.search(prefix)
        rest = prefix[: worn.start()] if worn else prefix
        clad = _CLAD_OF_A_KIND.search(rest)
        looks = (rest if rest.endswith("的") else clad.group(1) if clad else "", worn.group() if worn else "")
        return 1, tuple(filter(None, looks)), False
    digits, classifier = found.groups()  # which may count what was spoken of before
    worn_too = tuple(worn.group() for worn in (_LOOKS.search(prefix),) if worn)
    described = prefix[found.end() :]
    if any(prefix[: found.end()][-n:] in senses() for n in (5, 4, 3)):
        return 1, worn_too, False  # 一家三口围着热腾腾的火锅
    if re.match(r"[手眼腿脚头尾耳角翅]", described) and "的" in described:
        return 1, worn_too, False  # 八只手的外星人
    if re.search(r"[着了过]", described) and any(described[:n] in senses() for n in (2, 3, 4)):
        return 1, worn_too, False  # 两名侍卫押着哭喊的小皇子: two guards
    doers = next((described[n:] for n in (4, 3, 2) if (of := senses().get(described[:n])) and of.kind != "prop"), "")
    if doers and not doers.endswith("的"):
        return 1, worn_too, False  # 两个老汉下象棋: one game
    told = _LOOKS.sub("", described)
    deed = len(told) > 3 or set(told) & set("在和与跟有着了过围")
    if told and not told.endswith("的") and deed:
        return 1, worn_too, False
    count = int(digits) if digits.isdigit() else NUMBERS.get(digits + (classifier or ""), chinese_number(digits))
    return max(1, min(count, 99)), ((described,) if described else ()), count > 1


def _counts_heads(prefix: str, count: re.Match[str]) -> bool:
    """Whether what is counted belongs to one of them: 一只三头怪蛇."""
    one = re.search(rf"[一两][{CLASSIFIERS}]$", prefix[: count.start()])
    return count.group(2) in ("头", "尾") and one is not None


def chinese_number(digits: str) -> int:
    """十二 -> 12, 三 -> 3."""
    if "十" in digits:
        tens, _, ones = digits.partition("十")
        return NUMBERS.get(tens, 1) * 10 + NUMBERS.get(ones, 0)
    return NUMBERS.get(digits[-1], 1)


def _chinese_name(text: str, i: int, *, titled: bool = False) -> Hit | None:
    found = chinese_name(text, i, titled=titled) if i < len(text) and HAN.match(text[i]) else None
    if found is None:
        return None
    end, role = found
    return Hit(i, end, text[i:end], _person(role), given=True)


def _person(role: str) -> Sense:
    return somebody(roles()[role])
