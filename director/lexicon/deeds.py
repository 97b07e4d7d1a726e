# ruff: noqa: E501  (tables of words read best a row a line)
"""How what has been done is told of, by verb: {a} did it to {t} with {o}. Data only.

Of several wordings, parted by "|", the first is used whose roles somebody plays. `{was}` follows who did it. A number
says how much it is worth telling, 0 to 1; verbs that are not listed are not worth a word.
"""

from __future__ import annotations

DEEDS: dict[str, tuple[float, str, str]] = {  # verb: (worth, English, Chinese)
    "walk": (0.2, "{a} walked over to {t}", "{a}走到了{t}那边"),
    "run": (0.4, "{a} ran to {t}|{a} started running", "{a}跑向了{t}|{a}跑了起来"),
    "flee": (0.7, "{a} ran away from {t}|{a} ran away", "{a}从{t}身边逃走了|{a}逃走了"),
    "back_off": (0.3, "{a} backed away from {t}|{a} backed away", "{a}从{t}面前退开了|{a}往后退了"),
    "chase": (0.8, "{a} chased {t}", "{a}追赶{t}"),
    "follow": (0.5, "{a} followed {t}", "{a}跟着{t}"),
    "circle": (0.5, "{a} circled around {t}|{a} was circling", "{a}绕着{t}打转|{a}在打转"),
    "enter": (0.5, "{a} came in", "{a}进来了"),
    "exit": (0.6, "{a} left", "{a}离开了"),
    "jump": (0.4, "{a} jumped", "{a}跳了起来"),
    "jump_onto": (0.6, "{a} jumped onto {t}", "{a}跳上了{t}"),
    "climb": (0.6, "{a} climbed {t}", "{a}爬上了{t}"),
    "get_down": (0.4, "{a} got down from {t}|{a} got down", "{a}从{t}上下来了|{a}下来了"),
    "take_off": (0.7, "{a} flew off", "{a}飞了起来"),
    "fly": (0.7, "{a} flew to {t}|{a} flew past", "{a}飞向了{t}|{a}飞过去了"),
    "land": (0.7, "{a} landed on {t}|{a} landed", "{a}落在了{t}上|{a}落了下来"),
    "hover": (0.5, "{a} hovered in the air", "{a}悬在半空"),
    "hide": (0.8, "{a} hid behind {t}|{a} hid", "{a}躲到了{t}后面|{a}躲了起来"),
    "dodge": (0.5, "{a} dodged {t}|{a} jumped aside", "{a}躲开了{t}|{a}闪到了一边"),
    "lead": (0.6, "{a} led {t} away", "{a}把{t}带走了"),
    "drag": (0.8, "{a} dragged {t} away", "{a}把{t}拖走了"),
    "sit": (0.2, "{a} sat down on {t}|{a} sat down", "{a}坐到了{t}上|{a}坐下了"),
    "kneel": (0.6, "{a} knelt before {t}|{a} knelt down", "{a}跪在了{t}面前|{a}跪下了"),
    "lie": (0.3, "{a} lay down on {t}|{a} lay down", "{a}躺到了{t}上|{a}躺下了"),
    "fall": (0.8, "{a} fell down", "{a}倒下了"),
    "dance": (0.6, "{a} danced with {t}|{a} danced", "{a}和{t}跳了舞|{a}跳了舞"),
    "bow": (0.4, "{a} bowed to {t}|{a} bowed", "{a}向{t}鞠了躬|{a}鞠了躬"),
    "nod": (0.2, "{a} nodded at {t}|{a} nodded", "{a}向{t}点了头|{a}点了头"),
    "shake_head": (0.2, "{a} shook {own} head", "{a}摇了摇头"),
    "clap": (0.3, "{a} clapped", "{a}鼓了掌"),
    "cheer": (0.4, "{a} cheered", "{a}欢呼了"),
    "salute": (0.4, "{a} saluted {t}|{a} saluted", "{a}向{t}敬了礼|{a}敬了礼"),
    "pray": (0.6, "{a} prayed", "{a}祈祷了"),
    "cry": (0.8, "{a} cried", "{a}哭了"),
    "eat": (0.5, "{a} ate {t}|{a} ate something", "{a}吃了{t}|{a}吃了东西"),
    "hug": (0.8, "{a} hugged {t}", "{a}拥抱了{t}"),
    "attack": (1.0, "{a} attacked {t}", "{a}袭击了{t}"),
    "push": (0.8, "{a} pushed {t}", "{a}推了{t}"),
    "shake_hands": (0.6, "{a} shook hands with {t}", "{a}和{t}握了手"),
    "help_up": (0.7, "{a} helped {t} up", "{a}把{t}扶了起来"),
    "shield": (0.9, "{a} shielded {t} from {o}|{a} shielded {t}", "{a}替{t}挡住了{o}|{a}护住了{t}"),
    "kick": (0.9, "{a} kicked {t}", "{a}踢了{t}"),
    "wave": (0.3, "{a} waved to {t}|{a} waved", "{a}向{t}挥了手|{a}挥了手"),
    "point": (0.4, "{a} pointed at {t}", "{a}指了指{t}"),
    "take": (0.9, "{a} took {t}", "{a}拿走了{t}"),
    "give": (1.0, "{a} gave {o} to {t}", "{a}把{o}给了{t}"),
    "drop": (0.7, "{a} dropped {t}", "{a}丢下了{t}"),
    "put_on": (0.7, "{a} put {o} on {t}", "{a}把{o}放在了{t}上"),
    "put_in": (0.9, "{a} put {o} into {t}", "{a}把{o}放进了{t}里"),
    "throw": (0.9, "{a} threw {o} at {t}|{a} threw {o} away", "{a}把{o}扔向了{t}|{a}把{o}扔了"),
    "open": (0.8, "{a} opened {t}", "{a}打开了{t}"),
    "close": (0.6, "{a} closed {t}", "{a}关上了{t}"),
    "light": (0.6, "{a} lit {t}|{t} lit up", "{a}点亮了{t}|{t}亮了"),
    "put_out": (0.7, "{a} put out {t}|{t} went out", "{a}熄灭了{t}|{t}灭了"),
    "topple": (0.9, "{a} knocked over {t}|{t} fell over", "{a}把{t}打翻了|{t}倒了"),
    "knock": (0.6, "{a} knocked on {t}", "{a}敲了敲{t}"),
    "examine": (0.5, "{a} had a close look at {t}", "{a}仔细看了看{t}"),
    "blast": (1.0, "there was an explosion at {t}|there was an explosion", "{t}那边爆炸了|发生了爆炸"),
    "quake": (1.0, "the earth shook", "大地震动了"),
    "black_out": (0.9, "all the lights went out", "灯全灭了"),
    "burn": (1.0, "{t} caught fire", "{t}着火了"),
}  # fmt: skip
FEELINGS = {  # (English with "was", Chinese)
    "happy": ("happy", "很高兴"), "sad": ("sad", "很难过"), "angry": ("angry", "很生气"), "afraid": ("afraid", "很害怕"),
    "surprised": ("surprised", "很吃惊"), "disgusted": ("disgusted", "很厌恶"), "in love": ("in love", "动了心"),
    "calm": ("calm", "平静下来了"),
}  # fmt: skip
FELT = 0.4  # what a feeling is worth telling
SKY = {
    "clear": ("the sky cleared", "天放晴了"), "rain": ("it began to rain", "下起了雨"), "snow": ("it began to snow", "下起了雪"),
    "fog": ("fog came up", "起了雾"), "storm": ("a storm broke", "来了风暴"),
}  # fmt: skip
SKY_WORTH = 0.4
SAID = ("{a} said: {q}", "{a}说：{q}")
TOLD = ("{a} told {t}: {q}", "{a}告诉{t}：{q}")
ASKED = ("{a} asked {t}: {q}", "{a}问{t}：{q}")
SAID_WORTH = {"author": 0.9, "language model": 0.5, "patterns": 0.3}  # by who wrote the words
IDLE_WORTH = 0.15  # of what says nothing of the story: questions, and words that only do what they do
IDLE = frozenset("ask order beg greet farewell thank apologise insult agree refuse argue joke help".split())
