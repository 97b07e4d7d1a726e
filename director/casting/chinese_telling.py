"""A Chinese sentence of a prompt, parted into phrases: which words tell a deed, whose it is, and to whom it is done.

Knows nothing of what a phrase means.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from director.casting.attire import described_length
from director.casting.descriptions import told_gender
from director.casting.hits import Hit
from director.casting.telling import POSTURES, RESTS_ZH, Opening, Telling, feeling_in, handled_by, is_alive, is_person
from director.lexicon.places import places
from director.lexicon.pursuits import pursuit_in
from director.lexicon.words import CLASSIFIERS
from model.catalog import CATALOG

_LEFT_THERE = re.compile(
    r"(?:旁边|身边|脚边|脚下|地上|一旁|身旁|手边|身后|背后|身前|面前|头顶)(?:还|正)?"
    r"(?:放|摆|搁|散落|堆|扔|掉|丢|倒|插|立|停|竖|挂|飘|燃|点|铺|亮)[着了]?"
)
_LIES_THERE = re.compile(r"[上里中下旁边前后外面](?:有|是|[\u3400-\u9fff]着)|[挂摆放停贴立插亮堆]着")
_RELATIVE = re.compile(rf"[一二两三四五六七八九十几数\d]+[{CLASSIFIERS}][^，。]*的$")
_AMID = re.compile(r"(?:之?[中里间])(?!的)")
_AT_FEET = re.compile(
    r"[趴蹲坐卧站睡躺跪蜷守跟]在[他她]?的?(?:脚边|脚下|身边|身旁|身后|一旁|旁边|怀里|腿上|膝上|膝头|肩上|肩头|背上)$"
)
_THERE_IS = re.compile(
    r"(?:[上里中下旁边前后外面对侧处顶空])(站|坐|躺|趴|蹲|跪|睡|停|立|守|躲|藏|缩|飞|盘旋)?[只还仅就也又正竟]?(?:有|是|着|满了?|剩下?)$"
    r"|^(?:忽然|突然|这时|此时|正好|恰好|又|还|总|好像|似乎|外面|门外|窗外|远处|一旁|旁边)*有$"  # 忽然有人敲门
)
_THERE = re.compile(r"([里上旁后前下外])[面边头]")
_THEY = re.compile(
    r"^(?:他们|她们|它们|两人|二人|三人|众人|他|她|它|大家|双方)?(?:手中|手里|怀里|怀中|双手|身上|嘴里)?[都也正却只]?"
)
# What somebody is said to wear, hold or be at before the word for him; nobody else does it.
_BEARING = re.compile(
    r"[^，。的着]{0,3}[挺长留戴穿系扎拄披端捧举拿提拎叼嚼啃喝唱哼骑蒙裹撑扛攥挎夹打](?:着|了一[\u3400-\u9fff])"
    r"[^，。]{1,10}的[^，。的]{0,3}"
)
_PART = "头|脸|手|眼|面|身|肩|背|胸|胡子|胡须|耳朵|鼻子|辫子|衣|袖|腿|脚|脖|下巴"
_PART_OF = re.compile(rf"的(?:{_PART})")
_PRONOUN = re.compile(rf"(他们|她们|他|她|它|对方|彼此)(?!的(?!{_PART}))(?:的[\u3400-\u9fff])?")
_AND = r"|(?:和|与|跟|同|及|、|以及)(?:[一二两三四五六七八九十几数\d]+[^\s，。]{1,2}?)?(?:[^\s，。]{0,6}的)?"
_DONE_TO = re.compile(r"[着了向对给把被到见住在过往朝为替求]$|(?:看|盯|等|问|追|救|杀|爱)$|有$")
_SIDES = set("上下里中旁边前后面身怀")
_HOLDS = frozenset("拿持端提抱握举捧抢撑打拎扛递擦磨拭摇抚")
# Ways of having something on oneself, and what is done to a thing that is in the hand: 腰悬长剑, 看报纸, 打电话.
_BEARS = re.compile(
    r"(?:一[拍挥举提抖甩]|手握|手持|手执|手提|手捧|手拿|手拎|手举|怀抱|怀揣|背负|身背|背上背|肩扛|腰悬|腰佩|腰挎|腰间别|腰间挂|腰间悬|腰别|口衔|嘴叼|拔出|抽出"
    r"|^.{0,3}[横举拔持提挥握拿用舞抽执仗佩]|掏出|亮出|扬起|挥舞|挥着|攥紧|紧握|紧抱|抓着|抓起|摇着|捧起|啃着|喝着|吸着|抽着|吃着|咬着|把玩|摆弄|擦拭|擦着)了?着?$"
)
_READS = re.compile(r"(?:涂|抹|嚼|嗑|看|读|(?<![打推掀踢撞碰])翻|翻看|翻阅|阅读|写|批阅|打|玩|刷|弹|拉|吹"
                    r"|喝|吃|啃|抽)着?了?$")  # fmt: skip
_GIVES = re.compile(r"(?:[递送塞扔抛端拿还交借倒夹献喂赐留分掰]给|给|奉上|喂)了?$")
_TAKES_AWAY = re.compile(r"(?:一把|当场|趁机)?(?:没收|夺过|夺走|抢过|抢走|接过|偷走?|拿走|收走|摘下|抽走)了?")
# What is done to a thing that is in the hand from then on.
_OPENS = re.compile(
    r"(?:没收|夺过|抢过|接过|抢走|收走|缴获|捡起|拾起|摘下|取下|取出|端起|抓起|拎起|提起|扛起|打开|展开|拆开|撕开|翻开|掀开"
    r"|合上|按下|拧开|点燃|擦燃|晃着|转着|抛着)了?着?$"
)
_IN_HAND = frozenset(
    "book letter phone contract guitar cup bottle wine_glass plate apple cake torch fan money microphone".split()
)
_PAPERS = frozenset("book letter phone contract".split())  # of which 看 says that they are in hand
_WEAPONS = frozenset("sword hammer bow gun staff".split())
_AT = re.compile(r"(?:在|到|从)$")
_SEEN_DOING = re.compile(r"(?:听|看|望|瞧|见|盯|让|叫|命令?|逼迫?|帮|教|催|劝|求|陪|令|请)[着到见]?$")
_OPENS_IT = re.compile(r"[推敲踹撞砸打拉踢拍闯关锁破掀][开上着倒住破]了?$")
_TO_A_DOOR = frozenset("推敲踹撞砸开关倚靠守")
_TOWARD = frozenset("向对朝给跟为替")  # 向未婚妻敬礼
_AROUND_ONE = re.compile(r"[裹披盖][着了上]?$")
_RESTS_AT = re.compile(r"[也都正又]?(?:跪|坐|躺|站|趴|蹲|倒|靠|睡|倚)(?:在|着)")
_WHO_RESTS = re.compile(
    r"(?:跪|坐|躺|趴|蹲|倒|睡|瘫坐|昏倒|昏迷|昏睡)(?:倒|坐)?(?:在|着)[^，。的]{0,6}的[^，。的]{0,3}$"
)
_AND_RESTS = re.compile(rf"(.+?)((?:{RESTS_ZH})在)")
_FEELS_SO = re.compile(r"[吓气惊急笑哭乐羞喜]得")  # 吓得手里的盘子掉了
_RISES = re.compile(
    r"[上里中下后旁边]*[^，。]{0,4}(?:[坐站爬钻探伸跳跃滚][了着]?[起出上下]|苏醒|醒来|现身|升起|冒出|探头)"
)
_FLUNG = re.compile(r"[狠重一猛]{0,2}地?(?:摔|扔|丢|砸|抛|甩|撒|洒|泼|掀|推|踢|撞|打翻|拍)[^，。]*")
_RESTS_SOMEWHERE = re.compile(
    rf"[也都正又]?(?:{RESTS_ZH}|跌坐|缩)(?:倒)?在(?:地(?=[^上板面])|[^，。着了的]{{0,4}}?[上里下中旁边前后角])着?"
    r"(?!的)(?=[\u3400-\u9fff]{2})"
)
_OF_NOBODY = re.compile(
    r"(?:窗外|屋外|门外|外面|天空|远处|远方|头顶|海上|江上|四周)?[^，。他她它人]{0,3}?"
    r"(?:[狂寒冷北海大]风|暴?风[雨雪]|暴?[雷大雨]雨|大?雪|雷声|雷电|闪电|[海巨波]浪|乌云|月光|阳光|夜色|火光|大火|钟声|雨声)"
    r"(?![中里下地夜天衣球人])"
)
_HIS_THINGS = re.compile(r"(?:手[里中上]|怀[里中]|身上|头上|肩上|腰间|脸上|盘[里中])的[^，。的]{0,4}$")
_BREAKS = re.compile(r"[都也突忽然差点]{0,4}(?:倒|掉|碎|洒|撒|落|滑|滚|断|摔|裂|飞|散|砸)")
_IN_WHICH = re.compile(r"[里中内上][躺坐睡蹲趴]着")
_ON_THE_BACK = re.compile(r"背[着负了]?$|身背|背上背")  # while a hand may hold something else
_HANDLES = re.compile(r"[拔揪扯拉拽摸捏掐揉拍抓握牵扶擦梳剪剃捂踩咬舔亲吻]着?了?$")
_SETS_BY = re.compile(
    r"[轻悄默缓]{0,2}地?(?:放|搁|摆|推|端|递|塞|扔|摔|甩)[在到](?:(他|她|它)|[^，。]{1,5}?)的?"
    r"(?:手边|面前|身边|身旁|旁边|枕边|脚边|脚下|桌前|跟前|手里|手中|怀里)"
)
_SERVES = re.compile(r"[给为替帮]")  # 给小伙子剃光头
_SIDE = re.compile(r"[上里下旁边前后外]")
_MET = re.compile(r"(?:发现|找到|看见|看到|捡到|捡起|遇见|遇到|碰到|放下|摆上?|放着?|埋下?|挖出)[了着]?$")
_REACHES = re.compile(
    r"(.*(?:[望看走跑冲扑游飞转面]向|对准|瞄准|指[着向]|挡在|站在|跪在"
    r"|[对盯看望追等抱拉扶牵跟围押守护陪]着|给|见|遇到|看到|发现|抓住|救下了?|推开|抱住|拦住|追上|爱上|嫁给|告诉|质问|安慰))"
    r"([^，]{1,4})"
)
_FOLLOWED = re.compile(r"[身背]后[还正]?[跟站立随][着有]?$")  # 身后跟着两名骑兵
_ITS = re.compile(r"[上里中边旁下前后]?的")  # 躺在床上的男孩
_SET_UPON = re.compile(r"[^，。；]{0,2}[摔放拍扔搁摆砸丢甩][在到][^，。；]{0,6}")
_AT_THE_READY = re.compile(r"[拔举持握提挥亮执端扛佩]着?$")
_COUNTED = re.compile(r"[一两][\u3400-\u9fff]?$")
_HAN_TAIL = re.compile(r"(?:(?!的)[\u3400-\u9fff]){0,4}")
_TAKES = re.compile(
    r"^(?:对准|指[着向]|撕|揉|折|捏|攥|举|递|抵|架|藏|紧|握|抱|捧|扛|夹|揣|[塞交分送献让]给|对着|横|高举)"
)
_MODIFIERS = re.compile(
    rf"(?:[一两三几][{CLASSIFIERS}][^，。]{{1,16}}的$)|"
    rf"(?:(?<![上里中下旁边前后面外对侧处])(?:跪|坐|躺|站|趴|蹲|倒|靠|睡)[在着][^，。]{{0,6}}的)?(?:[一二两三四五六七八九十几数\d]+[{CLASSIFIERS}]?)?(?:[^着了过在把将给向一]{{1,5}}的)?$"
)


# Looks behind 的: 昏迷的金发女孩.
_HAIRED = re.compile(r"的(?:[金白黑红银棕灰蓝]发|[长短卷]发|光头|独眼|独臂|白衣|红衣|黑衣|蒙面|小|老|大)+$")


# 大槐树下，两个老人; 长椅上一对情侣: where those are whom a sentence is about, before anything else.
_WHERE = re.compile(
    r"的?(?P<side>[上前旁边下侧]|旁边|前面|后面|下面|跟前|对面|边上|身旁)(?:$|(?=[，]))"
    r"|(?P<at_once>[上前旁边下侧]|旁边|前面|边上)"
    rf"(?:[一二两三四五六七八九十几数\d]+[{CLASSIFIERS}]?)?(?:[^，。着了过在]{{1,4}}的)?$"
)


class ChineseTelling(Telling):
    """A Chinese sentence under way."""

    where: Opening | None = None  # where its subjects are, unless more is told of it

    def read(self, begin: int, end: int) -> None:
        """Find what is told between these characters of the prompt."""
        self.begin, there = begin, len(self.found)
        self._pieces(begin, end)
        if self.where is not None:
            told = [h for opening in self.found[there:] for h in self.hits if h.start in opening.starts]
            starts = dict.fromkeys(h.start for h in (*told, *self.subject) if is_alive(h))
            self.found += [replace(self.where, starts=(start,)) for start in starts]

    def _pieces(self, begin: int, end: int) -> None:
        for match in re.finditer(r"(?:[^，,：:、]|、(?![^，、]{1,8}[着了][^，、]{0,8}的))+", self.prompt[begin:end]):
            self._piece(begin + match.start(), begin + match.end())

    def _piece(self, a: int, b: int) -> None:
        """What is told between two commas."""
        inside = [h for h in self.hits if a <= h.start < b and h.sense is not None]
        if self._is_where(inside, b):
            return
        if not any(map(is_alive, inside)) and _OF_NOBODY.match(self.prompt, a, b):
            return  # 窗外暴风雨怒吼
        if inside and not is_alive(inside[0]) and _LEFT_THERE.match(self.prompt, a, b):
            if self.subject:  # 旁边放着一封信: it is by whom the text is about
                self.found.append(Opening((inside[0].start,), "stop", self.subject[0].start, beside=True))
            return
        if len(inside) > 1 and self._weapon_at(a, inside[0], inside[1]):
            return
        inside = [h for h, following in zip_longest(inside, inside[1:]) if not self._is_of(h, following)]
        k = next((i for i, h in enumerate(inside) if is_alive(h)), len(inside))
        if inside and k == len(inside) and _LIES_THERE.match(self.prompt[inside[0].end : b]):
            return  # 桌上放着钥匙: nobody does it
        while k + 1 < len(inside) and is_alive(inside[k]) and _AMID.match(self.prompt, inside[k].end, b):
            k += 1  # 人群中他的妻子昏了过去
        while k + 1 < len(inside) and is_alive(inside[k + 1]) and (
            re.fullmatch("的(?:贴身|心腹|私人|首席|得力)?", self._between(inside[k], inside[k + 1]))
        ):
            k += 1  # 男孩的父亲: it is about the father
        before = self.subject = self._he(a)
        start = self._subject(a, inside, k)
        at_feet = _AT_FEET.search(self.prompt[start:b]) if before and before != self.subject else None
        if at_feet and is_alive(before[0]):
            pronoun = next((sign for sign in "他她" if sign in at_feet[0]), "")
            by = before[0] if not pronoun or is_person(before[0]) else self.meant(pronoun, a) or before[0]
            self.found.append(Opening(tuple(h.start for h in self.subject), "stop", by.start, beside=True))
        if start == a:
            k = -1
        start += described_length(self.prompt[start:b])
        self._deeds(start, b, [h for h in inside[k + 1 :] if h.start >= start])

    def _is_where(self, inside: Sequence[Hit], b: int) -> bool:
        """Whether a piece tells nothing but where they are of whom the sentence goes on to tell; note it if it does."""
        first = inside[0] if inside else None
        if first is None or is_alive(first) or any(is_alive(h) for h in self.hits if h.start < first.start):
            return False
        following = next((h for h in inside[1:] if is_alive(h)), None)
        told = _WHERE.match(self.prompt, first.end, b if following is None else following.start)
        if told is None or len(inside) > 1 + (following is not None) or self.prompt[: first.start].endswith("在"):
            return False
        side, traits = told["side"] or told["at_once"], CATALOG[first.sense.archetype].traits if first.sense else set()
        upon = side in ("上", "边上") and bool({"seat", "surface"} & traits) and "holdable" not in traits
        verb = "lie" if upon and first.sense and first.sense.archetype == "bed" else "stop"
        self.where = Opening((), verb, first.start, upon=upon, beside=not upon, loosely=True)
        return following is None

    def _is_of(self, thing: Hit, following: Hit | None) -> bool:
        """Whether a thing is only named for what belongs to it: 摩托车的钥匙."""
        if following is None or is_alive(thing) or is_alive(following):
            return False
        return self._between(thing, following) == "的"

    def _weapon_at(self, a: int, weapon: Hit, somebody: Hit) -> bool:
        """剑指太子: whoever the text is about has it in the hand and points it at him."""
        armed = weapon.sense is not None and weapon.sense.archetype in _WEAPONS and is_alive(somebody)
        if not (armed and self.subject and re.fullmatch(r"[一将把手中持]{0,2}", self.prompt[a : weapon.start])):
            return False
        if not re.fullmatch(r"[直已]?(?:指|抵|架|对准|刺向|劈向|抵住|逼近)[在着向]?", self._between(weapon, somebody)):
            return False
        starts = tuple(h.start for h in self.subject)
        self.found += [Opening(starts, "take", weapon.start), Opening(starts, "face", somebody.start, beside=True)]
        return True

    def _he(self, a: int) -> list[Hit]:
        """Whom the piece that begins at `a` is about: behind 他 or 她 the last who may be meant."""
        sign = {"他": "m", "她": "f"}.get(self.prompt[a], "")
        if not sign or self.prompt[a + 1 : a + 2] in "们的":
            return self.subject
        people = [h for h in self.everybody if h.end <= a and h.sense and h.sense.kind == "person"]
        fits = [h for h in people if told_gender(h) == sign] or [h for h in people if not told_gender(h)]
        return self.subject if not fits or any(h in fits for h in self.subject) else fits[-1:]

    def _between(self, one: Hit, other: Hit) -> str:
        return self.prompt[one.end : other.start]

    def _subject(self, a: int, inside: Sequence[Hit], k: int) -> int:
        """Make the k-th noun of a piece its subject, with who is named along with it, unless something is done to it;
        where what the piece says of them begins, `a` when it goes on about whom the text was about."""
        if k == len(inside):
            return a
        lead = _unmodified(_RELATIVE.sub("", self.prompt[a : inside[k].start]))
        if k > 0 and self._between(inside[k - 1], inside[k]) == "的" and not self._reaches(a, inside[k - 1]):
            lead = ""
        existing = _THERE_IS.search(lead)
        if self.prompt[a - 1 : a] == "、" or _BEARING.fullmatch(self.prompt, a, inside[k].start):
            lead = ""  # 、抱着骨灰盒的妇女, 挺着大肚子的妻子
        first = not (existing or any(is_alive(h) for h in self.hits if h.start < inside[k].start))
        if first and not self.subject and self.prompt[inside[k].start - 1 : inside[k].start] == "的":
            lead = ""  # 断了一臂的剑客
        if _DONE_TO.search(lead) and not existing:
            return a
        self.subject = [inside[k]]
        while k + 1 < len(inside) and self._is_along(inside[k], inside[k + 1]):
            k += 1
            self.subject.append(inside[k])
        there = _THERE.match(lead)
        if existing and there:
            self._is_at_what_was_told(there[1], inside[k].start)
        if existing and existing[1]:
            before = len(self.found)
            where = next((h for h in inside[:k] if _IN_WHICH.match(self.prompt, h.end) and not is_alive(h)), None)
            self.tell(f"{existing[1]}在某物" if where else f"{existing[1]}着", where)  # 石棺里躺着一个人
            within = there is not None and there[1] == "里"  # of what no seat is in
            self.found[before:] = [replace(opening, grounded=within) for opening in self.found[before:]]
        return inside[k].end

    def _is_at_what_was_told(self, side: str, before: int) -> None:
        """翻开一个冰箱，里面坐着一个小女孩: where that is."""
        thing = next((h for h in reversed(self.everybody) if h.end <= before and h.sense and not is_alive(h)), None)
        if thing is not None and not handled_by(thing):
            starts = tuple(h.start for h in self.subject)
            self.found.append(Opening(starts, "stop", thing.start, upon=side == "上", beside=side != "上"))

    def _is_along(self, one: Hit, other: Hit) -> bool:
        """Whether two are named in one breath: 爸爸和妈妈, 爸爸妈妈."""
        between = self._between(one, other)
        return re.fullmatch(_AND, between) is not None and (bool(between) or is_alive(other))

    def _reaches(self, a: int, thing: Hit) -> re.Match[str] | None:
        """Whether a deed reaches over a clause that begins with a thing: 看向 | 骑自行车的学长."""
        return _REACHES.fullmatch(self.prompt[a : thing.start])

    def _deeds(self, start: int, b: int, rest: Sequence[Hit]) -> None:
        """What the subject does up to `b`, with one noun after the other."""
        place: Hit | None = None  # where: 在大树下发现
        from_it, served = False, None
        for i, other in enumerate([*rest, None]):
            following = rest[i + 1] if i + 1 < len(rest) else None
            if other is not None and following is not None and self._over_a_clause(start, other, following):
                start = other.end
                continue
            if other is not None and is_alive(other) and (rests := _WHO_RESTS.search(self.prompt[start : other.start])):
                self._take_posture(other, rests[0])  # 怒斥跪在地上的妃子
            if other is not None and following is not None and self._only_owns(start, other, following):
                continue
            if other is not None and following is not None and self._lies_in(other, following):
                start = following.end
                continue
            stop = other.start if other else b
            start = start if other is None else self._rests_first(start, stop)
            if other is None and self._flung(start, stop, rest[i - 1] if i else None):
                continue
            verb = self._verb(start, stop, other)
            if place is not None and from_it and _RISES.match(self.prompt, place.end, stop):
                self.found.append(Opening(tuple(h.start for h in self.subject), "stop", place.start, beside=True))
                break  # 从石棺里缓缓坐起
            if other is not None and following is not None and self._takes_from(verb, other, following):
                self.found.append(Opening(tuple(h.start for h in self.subject), "take", following.start))
            at = other is not None and not is_alive(other) and _AT.search(verb)
            if at and other is not None and _SIDE.match(self.prompt, other.end, b):
                place, from_it = other, verb.endswith("从")
                if self.prompt[other.end] != "上" and not self._is_within(other):  # on what one stands, a placing tells
                    self._stands_at(other)
            elif place is not None and other is not None and _MET.search(verb):
                upon = self.prompt[place.end] == "上"
                self.found.append(Opening((other.start,), "stop", place.start, upon=upon, beside=not upon))
            if self.subject and (felt := _FEELS_SO.match(self.prompt, start, stop)) and (told := feeling_in(felt[0])):
                self.found.append(Opening(tuple(h.start for h in self.subject), "", feeling=told))
            if verb.endswith("被") and other is not None and is_alive(other) and self.subject:
                self.found.append(Opening((other.start,), "face", self.subject[0].start, beside=True))  # 被御厨揪住
            if other is None and i and self._is_of_what_is_his(rest[i - 1], start, b):
                continue
            before, each = len(self.found), self._has_each(verb, other)
            self._deed(verb, start, other, following.start if following else b)
            self.found[before:] = [replace(opening, each=each) for opening in self.found[before:]]
            served = other if other is not None and is_alive(other) and _SERVES.search(verb) else served
            self._busy(start, stop, other or served)
            if following is not None and other is not None and is_alive(other) and _SEEN_DOING.search(verb):
                self.subject = [other]  # 听水手弹吉他
            start = other.end if other else b

    def _lies_in(self, thing: Hit, somebody: Hit) -> bool:
        """发现石棺里躺着一个人: the text goes on about him."""
        there = _IN_WHICH.match(self.prompt, thing.end) if not is_alive(thing) and is_alive(somebody) else None
        if there is None:
            return False
        self.subject = [somebody]
        self.tell(f"{there[0][1]}在某物", thing)
        return True

    def _rests_first(self, start: int, stop: int) -> int:
        """Tell that somebody kneels or sits who does something there, 跪在地上 | 高举状纸; where the rest begins."""
        rests = _RESTS_SOMEWHERE.match(self.prompt, start, stop)
        if rests is None or not self.subject or any(rests.start() <= h.start < rests.end() for h in self.hits):
            return start
        self.tell(rests[0], None)
        return rests.end()

    def _only_owns(self, start: int, owner: Hit, thing: Hit) -> bool:
        """坐在母亲的病床边: it is the bed that one sits by."""
        owned = is_alive(owner) and not is_alive(thing) and self._between(owner, thing) in ("的", "")
        return owned and not handled_by(thing) and _AT.search(self.prompt, start, owner.start) is not None

    def _is_of_what_is_his(self, thing: Hit, start: int, b: int) -> bool:
        """Whether a thing in somebody's hands falls or breaks, not he: 手里的香槟塔倒了一地."""
        own = _HIS_THINGS.search(self.prompt[: thing.start]) is not None and thing.end == start
        return own and not is_alive(thing) and _BREAKS.match(self.prompt, start, b) is not None

    def _flung(self, start: int, stop: int, thing: Hit | None) -> bool:
        """Whether that is done to the thing before: 把战术板 | 摔在草地上, where he who does it falls nowhere."""
        if thing is None or is_alive(thing) or thing.end != start or not self.subject:
            return False
        flung = self.prompt[thing.start - 1] in "把将" and _FLUNG.match(self.prompt, start, stop)
        if flung and not self._is_held("把", thing, stop):
            self.found.append(Opening((thing.start,), "stop", self.subject[0].start, beside=True))
            if (felt := feeling_in(flung[0])) is not None:
                self.found.append(Opening(tuple(h.start for h in self.subject), "", feeling=felt))
            return True
        return False

    def _verb(self, start: int, stop: int, other: Hit | None) -> str:
        """The words of a deed without those that describe what it is done to."""
        if (named := re.search(r"([\u3400-\u9fff]{2,5})的$", self.prompt[start:stop])) is not None:
            place = next((named[1][k:] for k in range(len(named[1]) - 1) if named[1][k:] in places()), "")
            stop -= len(place) + 1 if place else 0  # 推开教室的门
        stop -= next((n for n in (4, 3, 2) if stop - n > start and self.prompt[stop - n : stop] in places()), 0)
        rests = _RESTS_AT.match(self.prompt, start, stop)
        if rests and other is not None and _SIDE.match(self.prompt, other.end):
            return rests[0]  # 跪在损坏的机器人旁边
        if rests and any(h.end == start for h in self.subject):
            return rests[0] + _unmodified(self.prompt[rests.end() : stop])  # 小梅跪着给受伤的连长包扎
        return _unmodified(self.prompt[start:stop])

    def _over_a_clause(self, start: int, thing: Hit, somebody: Hit) -> bool:
        """Tell a deed that reaches over a clause to whom the clause is about: 看向骑自行车的学长."""
        if is_alive(thing) or not is_alive(somebody) or not _ITS.match(self._between(thing, somebody)):
            return False
        rests = _AND_RESTS.fullmatch(self.prompt[start : thing.start])
        if (reaches := rests or self._reaches(start, thing)) is None:
            return False
        self.tell(_THEY.sub("", reaches[1]) + "某人", somebody)
        if rests:  # 骂 | 跪在门口的士兵
            self._take_posture(somebody, rests[2])
            self.found.append(Opening((somebody.start,), "stop", thing.start, beside=True))
        return True

    def _take_posture(self, who: Hit, words: str) -> None:
        """What is said of somebody in passing."""
        self.found += [Opening((who.start,), posture) for posture, pattern in POSTURES if pattern.search(words)]

    def _takes_from(self, verb: str, whose: Hit, thing: Hit) -> bool:
        """Whether a thing is taken of which it is said first whose it is: 没收了男生的吉他."""
        owned = is_alive(whose) and not is_alive(thing) and self._between(whose, thing) == "的"
        return owned and bool(self.subject) and _TAKES_AWAY.match(verb) is not None

    def _is_within(self, thing: Hit) -> bool:
        """关在笼子里: in what one is, a placing tells, too."""
        holds = thing.sense is not None and {"container", "opens"} & CATALOG[thing.sense.archetype].traits
        return bool(holds) and self.prompt[thing.end] in "里中内"

    def _stands_at(self, thing: Hit) -> None:
        """在大树下, where whoever it is about is."""
        if self.subject:
            self.found.append(Opening(tuple(h.start for h in self.subject), "stop", thing.start, beside=True))

    def _has_each(self, verb: str, thing: Hit | None) -> bool:
        """Whether each of several has one of what is told once: 都端着碗, 拔剑对峙, not 举着一面旗."""
        bare = thing is not None and not _COUNTED.search(self.prompt[: thing.start])
        return re.search(r"[都各]", verb) is not None or (bare and _AT_THE_READY.search(verb) is not None)

    def _deed(self, verb: str, start: int, other: Hit | None, limit: int) -> None:
        """What one verb tells, with what it is done to, if to anything; what belongs to both ends at `limit`."""
        verb = _THEY.sub("", verb)
        verb = "追赶" if verb in ("追", "撵") else verb
        starts = tuple(h.start for h in self.subject)
        if self._sets_by_somebody(verb, other, limit):
            return
        if (table := self._sets_upon(verb, other)) is not None:
            self.found.append(Opening(starts, "stop", table.start, beside=True))
        if other is not None and is_alive(other) and self.subject and _HANDLES.search(verb) and (
            _PART_OF.match(self.prompt, other.end)
        ):
            self.found.append(Opening(starts, "face", other.start, beside=True))  # 揪着弟弟的耳朵
        if other is not None and self.subject and not is_alive(other) and _AROUND_ONE.search(verb):
            self.found.append(Opening((other.start,), "stop", starts[0], beside=True))  # a blanket is in no hand
        elif other is not None and self.subject and is_alive(other) and _FOLLOWED.search(verb):
            self.found.append(Opening((other.start,), "stop", starts[0], beside=True))
        elif pronoun := _PRONOUN.search(verb):
            gives = other is not None and not is_alive(other) and _GIVES.search(verb[: pronoun.start()])
            if gives and other is not None and not _unmodified(verb[pronoun.end() :]):
                self.found.append(Opening(starts, "take", other.start))  # 递给他一个包子
            meant = self.meant(pronoun[1], start)
            if meant is not None and starts and _HANDLES.search(verb[: pronoun.start()]) and (
                _PART_OF.match(verb, pronoun.end(1))
            ):
                self.found.append(Opening(starts, "face", meant.start, beside=True))  # 拔他的胡子
            self.tell(verb[: pronoun.start()] + "某人" + verb[pronoun.end() :][:4], meant)
        elif other is not None and self._is_held(verb, other, limit):
            on_back = not is_alive(other) and _ON_THE_BACK.search(verb) is not None
            self.found.append(Opening(starts, "take", other.start, feeling=feeling_in(verb), loosely=on_back))
            self.found += [Opening(starts, posture) for posture, pattern in POSTURES if pattern.search(verb)]
        elif other is not None and self.subject and not is_alive(other) and verb in ("给", "为", "替", "帮"):
            self.found.append(Opening(starts, "stop", other.start, beside=True))  # 给花浇水
        elif other is not None and (self._at_a_door(verb, other) or self._knocks(verb, other)):
            self.found.append(Opening(starts, "stop", other.start, beside=True))  # 推门
        elif len(verb) > (0 if other is None else 1) or verb in _HOLDS or verb in _TOWARD:
            tail = _HAN_TAIL.match(self.prompt[other.end : limit])[0] if other is not None else ""  # type: ignore[index]
            mask = "" if other is None else "某人" if is_alive(other) else "某物"
            self.tell(verb + mask + (tail if tail[:1] in _SIDES or verb in _TOWARD else ""), other)

    def _sets_upon(self, verb: str, thing: Hit | None) -> Hit | None:
        """把文件摔在桌上: by what it is set upon whoever sets it there is."""
        if thing is None or is_alive(thing) or verb[-1:] not in ("把", "将"):
            return None
        upon = next((h for h in self.hits if h.start >= thing.end), None)
        told = upon is not None and not is_alive(upon) and upon.sense is not None and (
            "surface" in CATALOG[upon.sense.archetype].traits
            and _SET_UPON.fullmatch(self.prompt, thing.end, upon.start)
            and self.prompt.startswith(("上", "面"), upon.end)
        )  # fmt: skip
        return upon if told else None

    def _sets_by_somebody(self, verb: str, thing: Hit | None, limit: int) -> bool:
        """把一瓶水放在她手边: both who sets it there and the thing are by her."""
        if thing is None or is_alive(thing) or verb[-1:] not in ("把", "将"):
            return False
        set_by = _SETS_BY.match(self.prompt, thing.end)
        named = next((h for h in self.hits if h.start > thing.end and h.start < limit), None)
        meant = self.meant(set_by[1], thing.start) if set_by and set_by[1] else None if set_by is None else named
        if meant is None or not is_alive(meant):
            return False
        self.found += [Opening((thing.start,), "stop", meant.start, beside=True),
                       Opening(tuple(h.start for h in self.subject), "stop", meant.start, beside=True)]  # fmt: skip
        return True

    def _at_a_door(self, verb: str, other: Hit) -> bool:
        """推门, 一脚踹开大门, 趴在窗口."""
        if is_alive(other) or other.sense is None:
            return False
        opens = other.sense.archetype in ("door", "window") and _OPENS_IT.search(verb) is not None
        return opens or verb in _TO_A_DOOR

    def _knocks(self, verb: str, other: Hit) -> bool:
        """把门拍得震天响."""
        knocked = self.prompt[other.end : other.end + 1] in set("拍敲砸踹撞推擂")
        return not is_alive(other) and verb[-1:] in ("把", "将") and knocked

    def _busy(self, start: int, stop: int, other: Hit | None) -> None:
        """What the words of a deed tell the subject to be busy with, describing ones and all: 看望生病的女儿."""
        done = "" if other is None else "某人" if is_alive(other) else other.word
        if self.subject and (pursuit := pursuit_in(self.prompt[start:stop] + done)):
            starts = tuple(h.start for h in self.subject)
            self.found.append(Opening(starts, "", other.start if other else None, pursuit=pursuit))

    def _is_held(self, verb: str, other: Hit, end: int) -> bool:
        """Whether the words say that the thing is in a hand: 手握长剑, 看报纸, 把枪对准."""
        if not self.subject or other.sense is None or other.sense.kind != "prop":
            return False
        if self.prompt[other.start - 1] == "一" and other.sense.archetype in _WEAPONS:
            return True  # 一剑刺穿
        if verb.endswith("用") and handled_by(other):
            return True  # 用笔戳他
        if re.search(r"[把将]$", verb):
            return _TAKES.match(self.prompt[other.end : end]) is not None
        if _OPENS.search(_unmodified(verb)) and handled_by(other):
            return True  # 打开录音笔
        read = _PAPERS if re.search(r"[看望]着?了?$", verb) else _IN_HAND
        return bool(_BEARS.search(verb) or (_READS.search(verb) and other.sense.archetype in read))


def _unmodified(text: str) -> str:
    """Without the counting and describing words at its end: 端着一杯 -> 端着."""
    return _MODIFIERS.sub("", _HAIRED.sub("的", text)).strip("、和与 ")
