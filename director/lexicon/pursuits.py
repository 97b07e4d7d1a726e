# ruff: noqa: E501  (a table of words reads best a row a line)
"""What people are busy with, where that alone tells what it takes and how they are seen at it: who has dinner sits at a
table, who visits the sick stands by a bed.

Knows nothing of who is busy with it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pursuit:
    """`place` is the setting in which it is done if nobody says where ("": anywhere). `at` are archetypes; it is done at
    the first of them that is there, and if none is, the first is brought: in the open only if `anywhere`, if `outside`
    where people stay for pleasure, and never if only `there`; who only `watch` are by those who are busy. Without `at` it is done wherever one is. `posture` is how:
    "sits" or "stands" by it, "queues" there, or "faces" the others. What lies on it for each, or once if `shared`, is `upon`, and `hand` is
    held by whoever holds nothing: an archetype, or a kind of one. `other` is how those are to whom it is done, `all` others if nobody is named: "sits"
    at it too, or at one of `other_at`, "lies" on it, "does" the same, or ""."""

    name: str
    words: re.Pattern[str]
    place: str
    at: tuple[str, ...]
    posture: str
    upon: str = ""
    hand: str = ""
    other: str = ""
    other_at: tuple[str, ...] = ()
    flags: frozenset[str] = frozenset()


def pursuit_in(phrase: str) -> Pursuit | None:
    """What a phrase tells somebody to be busy with, if it is anything of the kind."""
    return next((p for p in PURSUITS.values() if p.words.search(phrase)), None)


def begins_pursuit(phrase: str) -> bool:
    """Whether its first word is the verb of one: "cook dumplings"."""
    return any(p.words.match(phrase) for p in PURSUITS.values())


# What is done by all who take part in an occasion, of whom nothing else is told.
OF_OCCASIONS = {"first date": "meal", "family dinner": "meal", "job interview": "talks", "board meeting": "talks"}
# What some role does for all others who take part in one.
LED_OCCASIONS = {"lesson": ("lesson", "teacher")}

_HAVE = "(?:has|have|having) (?:(?:an?|some|another|the|his|her|their|early|late|quiet|quick|last|first|family|hot|iced|morning|afternoon|romantic) ){0,2}"
_MEAL = "(?:breakfast|lunch|dinner|supper|brunch|(?:a|the|their|his|her) (?:\\w+ )?meal|noodles|soup|pizza|hot ?pot|dumplings|cake|dessert)"
_DRINK = "(?:tea|coffee|beers?|wine|whisky|whiskey|cocktails?|sake|espresso|cocoa|(?:a|the|another) (?:\\w+ )?drinks?|drinks)"
_WORK = "(?:homework|exam|essay|report|novel|book|script|letters?|poem|thesis|diary|journal|code|papers|documents|contracts?|bills|accounts)"


def _pursuit(line: str) -> Pursuit:
    name, place, at, posture, upon, hand, other, flags, english, chinese = (part.strip() for part in line.split(";"))
    words = re.compile(rf"\b(?:{english})\b|{chinese}", re.I)
    way, *places = other.split() or [""]
    return Pursuit(name, words, place, tuple(at.split()), posture, upon, hand, way, tuple(places), frozenset(flags.split()))


# name; place; at; posture; upon; hand; other; flags; words in English; in Chinese. The first that fits holds.
PURSUITS = {p.name: p for p in map(_pursuit, rf"""
play the piano ; living room ; piano ; sits ; ; ; ; ; (?:play|practi[cs])\w* (?:\w+ ){{0,3}}piano ; [弹练].{{0,3}}钢琴
chess ; living room ; table box ; sits ; chessboard ; ; sits ; anywhere shared ; play\w* (?:\w+ ){{0,3}}(?:chess|checkers?|draughts|board games?) ; 下.{{0,2}}棋|对弈
board game ; living room ; table box ; sits ; ; ; sits ; anywhere ; play\w* (?:\w+ ){{0,3}}(?:cards?|poker|mah-?jongg?|dominoes) ; 打牌|打麻将|搓麻将|打扑克|斗地主
care ; hospital ; bed ; stands ; ; ; lies ; ; (?:(?:visit|treat|nurs|examin|bandag)\w*|tend\w* to|operat\w* on|check\w* (?:up )?on|look\w* (?:after|in on)|watch\w* over|spoon-?feed\w*|car(?:e|es|ing) (?:for|of)|(?:sit|pray|weep)\w* (?:by|beside|with|over)|read\w* to) (?:\w+ ){{0,2}}(?:someone|patients?) ; (?:喂(?!奶)|照顾|照料|看望|探望|探视|看护|护理|陪护|检查|治疗|抢救|医治|救治|守着|陪着).{{0,6}}(?:某人|病人|患者)|查房
meal ; living room ; table conference_table ; sits ; plate ; ; sits ; outside ; {_HAVE}{_MEAL}|(?:eat|shar|enjoy|finish)\w* (?:\w+ ){{0,3}}{_MEAL}|(?:eats?|eating) (?:together|in silence|alone)|din(?:es?|ing) ; 吃.{{0,2}}饭|吃(?:早餐|午餐|晚餐|火锅|面|饺子|西餐|宵夜|夜宵|烛光晚餐)|用餐|用膳|共进|聚餐
drinks ; cafe ; table ; sits ; cup ; ; sits ; outside ; {_HAVE}{_DRINK}|(?:drink|sip|shar)\w* (?:\w+ ){{0,3}}{_DRINK} ; 喝.{{0,2}}[茶酒]|喝.{{0,2}}咖啡|品茶|对饮|小酌|饮茶|饮酒|喝下午茶
talks ; office ; table conference_table desk ; sits ; ; ; sits ; ; negotiat\w*|interview\w*|interrogat\w*|question(?:s|ing|ed) (?:\w+ ){{0,4}}(?:someone|suspects?|witness|prisoner)|cross-examin\w*|(?:hold|ha[sv]|having|in)\w* (?:\w+ ){{0,2}}(?:meeting|negotiations) ; 开会(?!议室|客厅)|谈判|会谈|面试|审问|审讯|谈生意|盘问
type ; study ; desk table conference_table ; sits ; laptop ; ; ; ; types?|typing|cod(?:e|es|ing)|programs|programming|works? late|working late ; 打字|敲代码|写代码|敲键盘|加班|赶稿
lesson ; classroom ; sign ; stands ; ; ; sits desk table ; there all ; (?:teach\w*|lectur\w*) (?:\w+ ){{0,3}}(?:class|lesson|students|pupils|math|maths|history|physics|english|poetry)|lectures?|(?:explain|writ|draw|solv)\w* (?:\w+ ){{0,5}}(?:on|at) (?:\w+ )?(?:blackboard|chalkboard|whiteboard|board)|(?:giv|hold)\w* (?:\w+ )?(?:lesson|lecture|class) ; 讲课|上.{{0,2}}课|授课|讲题|[在到]?黑板[前上]?.{{0,4}}[写画讲]
desk work ; study ; desk table conference_table ; sits ; book ; ; ; ; (?:writ|draft|grad|sign|correct|fill|do|sketch)\w* (?:\w+ ){{0,3}}{_WORK}|(?:writes?|writing)(?! on| something on)|stud(?:y|ies|ying) ; 写.{{0,3}}(?:字|作业|信|稿|书|小说|剧本|日记|论文|诗|报告)|做(?:作业|功课|题)|刷题|解题|背书(?!包)|温习|复习|伏案|练.{{0,2}}(?:字|书法)|批[改阅]|签.{{0,3}}(?:字|合同|约|协议|文件)
television ; living room ; television ; sits ; ; ; ; ; play\w* (?:\w+ ){{0,2}}(?:video|computer) games?|watch\w* (?:\w+ ){{0,3}}(?:tv|television|movies?|films?|the (?:game|news)|cartoons?) ; 看.{{0,2}}(?:电视|电影|球赛|新闻|动画)|追剧|打.{{0,2}}游戏
reading to ; living room ; sofa chair ; sits ; ; book ; ; ; read\w* (?:\w+ ){{0,4}}to (?:\w+ ){{0,2}}someone|tell\w* (?:\w+ ){{0,3}}stor(?:y|ies) to (?:\w+ ){{0,2}}someone ; [给为]某人.{{0,2}}[讲读念].{{0,3}}(?:故事|书|童话)
looking on ; ; ; stands ; ; ; ; watch ; look(?:s|ing)? on|gather\w* (?:around )?to watch|stands? (?:by )?watching ; 围着看|围观|旁观|[在站]一旁看|看热闹
read ; study ; table desk sofa chair ; sits ; ; book ; ; ; read(?:s|ing)? (?:\w+ ){{0,3}}(?:books?|novels?|newspapers?|magazines?|comics?|stor(?:y|ies)|in silence|quietly) ; [看读].{{0,2}}(?:书|报|小说|杂志|漫画)(?!信)|阅读
kitchen table ; kitchen ; table ; stands ; plate ; ; ; ; (?:chop|cut|slic|peel)\w* (?:\w+ ){{0,2}}(?:vegetables|onions|carrots|meat|potatoes|fruit|bread|garlic)|knead\w*|roll\w* (?:\w+ )?dough|(?:frost|ic|decorat)\w* (?:\w+ ){{0,2}}cakes? ; 切.{{0,2}}[菜肉]|包.{{0,2}}(?:饺子|粽子|包子|馄饨)|揉面|和面|擀面
cook ; kitchen ; fireplace campfire forge ; stands ; plate ; ; ; ; cook\w*|bak(?:e|es|ing)|fr(?:y|ies|ying)|(?:stir|boil|brew|simmer|roast|grill|flip)\w* (?:\w+ ){{0,3}}(?:soup|stew|porridge|pot|cauldron|noodles|rice|eggs?|pancakes?|meat|fish|steaks?|tea|vegetables|chicken|sauce)|(?:mak|prepar)\w* (?:\w+ ){{0,3}}{_MEAL} ; 做.{{0,2}}(?:饭|菜|早餐|午餐|晚餐|蛋糕)|炒菜|炒.{{0,3}}[饭面蛋]|[煮炖熬煲烧].{{0,3}}[面汤饭粥菜]|煎.{{0,2}}[蛋饼鱼药]|下厨|烧饭|烤.{{0,2}}(?:蛋糕|面包|饼|肉|鱼)
tutoring ; study ; desk table ; stands ; ; ; sits desk table ; ; (?:teach|tutor)\w* (?:\w+ ){{0,2}}someone ; 教.{{0,2}}某人|[给为]某人(?:补课|辅导)|辅导.{{0,2}}某人
listen ; cafe ; table ; sits ; ; ; ; ; listen\w* (?:\w+ ){{0,3}}(?:stor(?:y|ies)|tales?|lectures?|sermon|concert|storyteller)|is enthralled|are enthralled ; 听.{{0,3}}(?:入神|入迷|津津有味|故事|说书|评书|讲课|戏)
portrait ; study ; ; stands ; ; ; sits chair ; ; paint\w* (?:\w+ ){{0,4}}(?:portrait|someone)|draw\w* (?:\w+ ){{0,2}}portrait|sketch\w* (?:\w+ ){{0,2}}someone ; 画像|画肖像|画素描|写生|作画
haircut ; shop ; mirror ; stands ; ; ; sits chair ; ; (?:cut|trim|brush|comb|braid|styl|dy)\w* (?:[\w']+ ){{0,3}}(?:hair|beard)|gives? (?:[\w']+ ){{0,3}}haircut|shav(?:es|ing|e) (?:\w+ ){{0,2}}(?:someone|beard|head) ; 理发|剪.{0,3}头?发|剃.{0,3}[头须发]|烫头|刮胡子|梳头|染发|化妆
fitting ; shop ; mirror ; stands ; ; ; ; ; measur\w* (?:\w+ ){{0,3}}(?:someone|bride|customer|groom|waist)|tries on|trying on ; 量尺寸|量身|试穿|试衣
sew ; shop ; table ; sits ; cloth ; ; ; ; (?:sew|stitch|embroider)(?:s|es|ing|ed)? ; 缝(?!隙)|绣花|刺绣|裁衣|补衣
knit ; living room ; sofa chair bench ; sits ; ; cloth ; ; ; knit(?:s|ting)? ; 织.{{0,2}}(?:毛衣|围巾|手套)|打毛线
fishing ; lake ; bench boat ; sits ; ; long stick ; ; anywhere ; ^fish|fish(?:es|ing| from| for| off| by| at)|angl(?:es|ing) ; 钓.{{0,2}}鱼|垂钓
rowing ; lake ; boat ; sits ; ; ; ; anywhere ; row(?:s|ing)? (?:across|along|out|toward|towards|away|down|up|over)|rows? (?:something|(?:an?|the|his|her|their) (?:\w+ ){{0,2}}boat)|rowing|paddl(?:e|es|ing) ; 划.{{0,2}}(?:[船桨舟]|某物)|摇橹|泛舟|荡舟|撑.{{0,2}}船|撑.{{0,2}}[船篙]
netting ; beach ; ; stands ; ; net ; ; ; (?:cast|throw|mend|haul)\w* (?:\w+ ){{0,2}}nets? ; [撒收拉补].{{0,2}}网
lullaby ; bedroom ; bed ; stands ; ; ; lies ; ; rock\w* (?:\w+ ){{0,2}}(?:cradle|baby)|lull\w*|(?:put|sing)\w* (?:\w+ ){{0,4}}to (?:sleep|bed) ; 摇.{{0,2}}摇篮|哄(?:某人|.{{0,6}}(?:睡|入眠))
mourning ; cemetery ; coffin gravestone ; stands ; ; ; ; there ; mourn\w*|pay\w* (?:\w+ ){{0,3}}respects|keeps? vigil|bur(?:y|ies|ying) ; 守灵|吊唁|祭拜|祭奠|上坟|扫墓|默哀
repair ; shop ; car motorbike bicycle machine boat cart ; stands ; ; hammer ; ; there ; (?:repair|mend|fix)\w* ; 修理|维修|修.{{0,3}}(?:车|船|机器|引擎|发动机)
woodcutting ; forest ; tree ; stands ; ; axe ; ; anywhere ; (?:chop|split|cut)\w* (?:\w+ ){{0,2}}(?:wood|logs|firewood|trees?)|fell\w* (?:\w+ ){{0,2}}trees? ; 砍.{{0,2}}[柴树]|劈柴|伐木
trade ; street ; cart table ; stands ; ; ; ; anywhere ; (?:sells|selling|sell) (?:\w+ ){{0,3}}(?:something|flowers?|fruits?|apples?|fish|bread|noodles|vegetables|ice cream|hot dogs|lanterns|meat|food|fish|newspapers?)|hawk\w* ; 卖.{{0,4}}(?:菜|鱼|花|糖|包子|水果|馄饨|烧饼|糖葫芦|灯笼|豆腐|肉|面|粥|茶|饼)|摆摊|叫卖
experiment ; study ; table desk ; stands ; bottle ; ; ; ; experiment(?:s|ing)|(?:mix|brew)\w* (?:\w+ ){{0,3}}(?:chemicals|potions?|poison|medicine|something) ; 做.{{0,2}}实验|炼丹|配药|熬药|调药
cleaning ; ; ; stands ; ; broom ; ; ; (?:sweep|mop|vacuum)(?:s|ing)? ; 扫地|拖地|打扫|清扫
toast ; ; ; stands ; ; wine_glass ; does ; ; (?:propos|mak|drink)\w* (?:a|another) toast|toasts?|clink\w*|rais(?:e|es|ing) (?:\w+ ){{0,2}}glass(?:es)? ; 举杯|干杯|碰杯|敬酒
photograph ; ; ; stands ; ; phone ; ; ; photograph(?:s|ing)|tak(?:e|es|ing) (?:\w+ ){{0,3}}(?:photos?|pictures?|selfies?)|filming|films someone|livestream\w* ; 拍照|自拍|拍.{{0,3}}(?:视频|照片)|录像|录视频|直播(?!间)
call ; ; ; stands ; ; phone ; ; ; (?:talk|speak|argu|shout|whisper)\w* (?:\w+ ){{0,2}}on (?:\w+ )?phone|mak\w* a (?:phone )?call|phones someone ; [打接]着?电话|通电话
serving ; cafe ; ; stands ; ; plate ; sits table desk conference_table ; ; (?:serv|carr|deliver)\w* (?:\w+ ){{0,4}}(?:{_MEAL}|{_DRINK}|food|drinks|dishes|cakes?|tea|trays?)|wait(?:s|ing) tables ; 上菜|端菜|送餐|传菜
music ; theatre ; ; stands ; ; guitar ; ; ; (?:play|perform)\w* (?:(?:in|on) (?:\w+ )?(?:band|stage)|(?:\w+ )?(?:music|jazz|blues|rock|live|concert|song))|busk\w* ; 奏乐|演奏|弹唱|卖唱
queue ; street ; ; queues ; ; ; ; ; queu\w*|(?:stand|wait)\w* in (?:a )?(?:\w+ )?(?:line|queue)|lin(?:es|ing|e) up ; 排.{{0,2}}长?队
duel ; courtyard ; ; faces ; ; sword ; does ; ; (?:duel|fenc)(?:s|es|ing)?|cross(?:es|ing)? swords|sword ?fights? ; 决斗|比剑|斗剑|比武|过招
stand-off ; alley ; ; faces ; ; gun ; does ; ; (?:aim|point|draw|train)\w* (?:\w+ ){{0,3}}(?:guns?|pistols?|rifles?|revolvers?) at each other|stand-?offs? ; 拔枪对|举枪对|持枪对|枪口相对
smithy ; shop ; anvil ; stands ; ; hammer ; ; anywhere ; (?:hammer|forg)(?:s|es|ing) (?:\w+ ){{0,3}}(?:swords?|iron|steel|blades?|metal|horseshoes?|armou?r)|(?:work|hammer)\w* at (?:\w+ )?(?:forge|anvil) ; 打铁|锻造|铸剑|锻剑
""".strip().splitlines())}  # fmt: skip
