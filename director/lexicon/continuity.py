# ruff: noqa: E501  (tables of words read best a row a line)
"""How the ledger speaks of what is so, and of what would bring it about: English and Chinese. Data only.

Clauses follow their subject ("the sword" + "is in the knight's hands"); {0} is a name, {a} who does it, {o} the thing.
Directions are in words that Nacre reads.
"""

from __future__ import annotations

Words = tuple[str, str]  # English, Chinese

PLACES: dict[str, Words] = {
    "held": ("is in {0}'s hands", "在{0}手里"),
    "in": ("is in {0}", "在{0}里"),
    "on": ("is on {0}", "在{0}上"),
    "ground": ("lies on the ground", "在地上"),
    "beside": ("lies beside {0}", "在{0}旁边"),
}
SEATS: dict[str, Words] = {
    "held": ("is in {0}'s arms", "在{0}怀里"),
    "in": ("is in {0}", "在{0}里"),
    "on": ("is on {0}", "在{0}上"),
    "ground": ("is on the ground", "在地上"),
}
STANDS: Words = ("stands beside {0}", "站在{0}旁边")
STANDS_ALONE: Words = ("stands elsewhere", "站在别处")
POSES: dict[str, Words] = {
    "stand": ("is upright", "站着"), "sit": ("sits", "坐着"), "kneel": ("kneels", "跪着"), "lie": ("lies down", "躺着"),
    "fallen": ("lies on the ground", "倒在地上"),
}  # fmt: skip
TRUTHS: dict[str, tuple[Words, Words]] = {  # when so, when not
    "fate": (("is alive", "还活着"), ("is dead", "已经死了")),
    "presence": (("is there", "在场"), ("is not there", "不在场")),
    "open": (("is open", "开着"), ("is shut", "关着")),
    "lit": (("is lit", "亮着"), ("is dark", "没有亮")),
}
WHOLE: tuple[Words, Words] = (("is whole", "完好"), ("is destroyed", "已经毁了"))
BURNING: tuple[Words, Words] = (("is on fire", "着着火"), ("is not on fire", "没有着火"))
OVERTURNED: tuple[Words, Words] = (("is overturned", "翻倒了"), ("stands as it should", "好好立着"))
IT: Words = ("it", "")
SETTING: Words = ("is set in the {0}", "场景是{0}")
CALLED: Words = ("is called {0}", "叫{0}")
TIMES: dict[str, Words] = {
    "dawn": ("is dawn", "是清晨"), "day": ("is day", "是白天"), "dusk": ("is dusk", "是黄昏"), "night": ("is night", "是夜里"),
}  # fmt: skip
CLOCK: Words = ("is {0} o'clock", "是{0}点")
SKIES: dict[str, Words] = {
    "clear": ("is clear", "天晴"), "rain": ("rains", "在下雨"), "snow": ("snows", "在下雪"), "fog": ("is foggy", "有雾"),
    "storm": ("storms", "有风暴"),
}  # fmt: skip
LOOKS: dict[str, Words] = {
    "look outfit": ("wears the {0} outfit", "穿着{0}"), "look hair": ("wears {0} hair", "发型是{0}"),
    "look hat": ("wears {0} on the head", "头戴{0}"), "look beard": ("has {0} for a beard", "胡子是{0}"),
    "look glasses": ("wears glasses: {0}", "戴眼镜：{0}"), "look mask": ("wears a mask: {0}", "戴面具：{0}"),
    "look age": ("is of another age ({0})", "年龄是{0}"),
    "look gender": ("is of another sex ({0})", "性别是{0}"), "look build": ("is {0}", "体形是{0}"),
    "colour top": ("wears a {0} top", "上衣是{0}"), "colour bottom": ("wears {0} below", "下装是{0}"),
    "colour hair": ("has {0} hair", "头发是{0}"), "colour skin": ("has {0} skin", "肤色是{0}"),
    "colour shoes": ("wears {0} shoes", "鞋是{0}"), "colour body": ("is {0}", "是{0}"),
    "colour mask": ("wears a {0} mask", "面具是{0}"), "colour accent": ("has {0} trimmings", "点缀是{0}"),
}  # fmt: skip
COLOURS_ZH = {
    "black": "黑色", "white": "白色", "red": "红色", "green": "绿色", "blue": "蓝色", "yellow": "黄色", "orange": "橙色",
    "purple": "紫色", "pink": "粉色", "brown": "棕色", "gray": "灰色",
}  # fmt: skip

# What brings it about.
GOES_OUT: Words = ("{a} leaves.", "{a}离开。")
COMES_IN: Words = ("{a} comes in.", "{a}走进来。")
BRINGS_OUT: Words = ("{a} pulls out {o}.", "{a}掏出{o}。")
GIVES: Words = ("{a} gives {o} to {0}.", "{a}把{o}交给{0}。")
TAKES: Words = ("{a} picks up {o}.", "{a}拿起{o}。")
PUTS: dict[str, Words] = {
    "on": ("{a} puts {o} on {0}.", "{a}把{o}放在{0}上。"),
    "in": ("{a} puts {o} in {0}.", "{a}把{o}放进{0}里。"),
    "ground": ("{a} drops {o}.", "{a}放下{o}。"),
}
SETS: dict[str, tuple[Words, Words]] = {  # when it is to be so, when not
    "open": (("{a} opens {o}.", "{a}打开{o}。"), ("{a} closes {o}.", "{a}关上{o}。")),
    "lit": (("{a} lights {o}.", "{a}点亮{o}。"), ("{a} puts out {o}.", "{a}熄灭{o}。")),
}
SITS: Words = ("{a} sits down on {0}.", "{a}坐到{0}上。")
LIES: Words = ("{a} lies down on {0}.", "{a}躺到{0}上。")
CLIMBS: Words = ("{a} climbs {0}.", "{a}爬上{0}。")
GETS_DOWN: Words = ("{a} gets down from {0}.", "{a}从{0}上下来。")
TAKES_POSE: dict[str, Words] = {
    "stand": ("{a} stands up.", "{a}站起来。"), "sit": ("{a} sits down.", "{a}坐下。"),
    "kneel": ("{a} kneels down.", "{a}跪下。"), "lie": ("{a} lies down.", "{a}躺下。"),
    "fallen": ("{a} falls down.", "{a}倒下。"),
}  # fmt: skip
KNOCKED_OVER: Words = ("{a} knocks over {o}.", "{a}把{o}打翻。")
WALKS: Words = ("{a} walks to {0}.", "{a}走到{0}旁边。")
BECOMES: dict[str, Words] = {
    "dawn": ("Dawn breaks.", "天亮了。"), "day": ("It becomes day.", "到了白天。"), "dusk": ("Dusk falls.", "到了黄昏。"),
    "night": ("Night falls.", "夜幕降临。"),
}  # fmt: skip
TURNS: dict[str, Words] = {
    "clear": ("The sky clears.", "天放晴了。"), "rain": ("It starts to rain.", "开始下雨。"), "snow": ("It starts to snow.", "开始下雪。"),
    "fog": ("Fog rolls in.", "起雾了。"), "storm": ("A storm breaks out.", "风暴来了。"),
}  # fmt: skip
