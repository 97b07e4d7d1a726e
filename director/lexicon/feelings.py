# ruff: noqa: E501  (tables of words read best a row a line)
"""Single words that tell a feeling: "heartbroken", 愤怒. Phrases are read by meaning elsewhere.

Knows nothing of who feels it.
"""

from __future__ import annotations

from functools import cache

from model.lexicon import phrasings

_DEEDS = {"crying": "sad", "weeping": "sad", "sobbing": "sad", "laughing": "happy", "smiling": "happy", "alarmed": "afraid",
          "trembling": "afraid", "frowning": "angry", "gasping": "surprised", "blushing": "in love", "cowering": "afraid",
          "frightened": "afraid", "heartbroken": "sad", "enraged": "angry", "terrified": "afraid",
          "laugh": "happy", "smile": "happy", "giggle": "happy", "celebrate": "happy", "celebrates": "happy", "cheers": "happy", "cheer": "happy",
          "argue": "angry", "argues": "angry", "arguing": "angry", "quarrel": "angry", "quarrels": "angry", "quarreling": "angry",
          "quarrelling": "angry", "bicker": "angry", "bickers": "angry", "bickering": "angry", "fight": "angry", "fights": "angry", "fighting": "angry",
          "brawl": "angry", "shouts": "angry", "shouting": "angry", "yells": "angry", "yelling": "angry", "scolds": "angry", "scolding": "angry",
          "glares": "angry", "glare": "angry", "glaring": "angry", "weep": "sad", "cry": "sad", "sob": "sad", "mourn": "sad", "mourning": "sad",
          "tears": "sad", "shivering": "afraid", "tremble": "afraid", "hiding": "afraid", "cower": "afraid", "flees": "afraid", "bored": "calm",
          "争吵": "angry", "吵架": "angry", "争执": "angry", "对峙": "angry", "打架": "angry", "争论": "angry", "训斥": "angry", "责骂": "angry",
          "骂": "angry", "吵": "angry", "瞪": "angry", "质问": "angry", "斗嘴": "angry", "厮打": "angry", "决斗": "angry", "呵斥": "angry", "吓": "afraid",
          "瑟瑟": "afraid", "惊恐": "afraid", "慌": "afraid", "胆小": "afraid", "求饶": "afraid", "红着脸": "in love", "脸红": "in love", "害羞": "in love",
          "表白": "in love", "含情": "in love", "其乐融融": "happy", "欢笑": "happy", "庆祝": "happy", "欢呼": "happy", "呜咽": "sad", "抽泣": "sad", "哭声": "afraid",
          "哀悼": "sad", "摔在": "angry", "失恋": "sad", "失忆": "calm", "开怀": "happy", "惨叫": "afraid"}  # fmt: skip

_MORE = """
angry | shout yell scold quarrelled snarl snarls snarling roars fuming fumes berates berate accuses
angry | accuse threatens slams clenches seething 气得 气急败坏 大骂 怒吼 怒喝 怒斥 怒目 咆哮 面红耳赤 掐架 撕破脸 拍桌 咬牙切齿 冷笑 争夺 对骂 怒视
angry | 数落 斥责 责备 埋怨 抱怨 教训 骂骂咧咧 叉着腰 叉腰 怒气冲冲 摔门 摔碗 冷嘲热讽 怒视着 怒拍 怒不可遏 铁青 咬着牙 面红耳赤地 怒发冲冠 逼问 斥 喝斥 气鼓鼓
sad | 委屈 落寞 哭哭啼啼 抹眼泪 红着眼圈 泪如雨下 痛哭流涕 失声 呜呜 垂头丧气 愁眉苦脸 心如死灰 凄凉 苦笑 孤独 思念
afraid | 战栗 缩在 缩成 抱头 六神无主 心惊胆战 毛骨悚然 魂飞魄散 冷汗 忐忑 提心吊胆 惊魂未定 打颤 畏缩 怯生生 怯怯
happy | 喜滋滋 眉开眼笑 咧嘴 咧着嘴 乐得 乐开了花 笑吟吟 笑盈盈 满面春风 欣慰 自豪 幸灾乐祸 偷笑 坏笑 憨笑 傻笑
surprised | 愣 一愣 怔住 怔怔 呆住 惊呼 哗然 傻眼 倒吸一口凉气 张大嘴 张大了嘴 目瞪口呆地
angry | 大吼 吼叫 怒骂 吼 揪着 掐着 训 大发雷霆 瞪眼 拍案 发火 发飙 恼羞成怒 暴怒 愤怒 怒气 火冒三丈 兴师问罪 破口大骂 剑拔弩张
sad | sobs weeps cries grieving grieves tearful tearfully despairs 哭得 痛哭 大哭 哭泣 落泪 流泪 泪水 眼泪 泪流满面 含泪
sad | homesick forlorn dejected crestfallen gloomy miserable brokenhearted broken-hearted grief-stricken teary-eyed teary tear-stained sniffling
sad | inconsolable bereaved bereft mourning downcast disappointed lovelorn jilted lonely wistful sulking sulks whimpers wailing wails lonesome
angry | jealous indignant irate livid outraged fuming bellows bellowing grumpy cranky scowling scowls sneers sneering hostile vengeful irritated annoyed resentful
afraid | nervous anxious fearful wary petrified quaking panicked cringing cringes uneasy jittery spooked startled-looking timid worried
happy | cheerful delighted joyful jolly elated gleeful ecstatic triumphant smug proud thrilled excited merry beaming grinning smirking smirks jubilant giddy contented
surprised | bewildered dumbfounded flabbergasted speechless amazed astounded baffled incredulous thunderstruck agape
in love | infatuated adoring besotted enamoured enamored lovesick
disgusted | revolted nauseated repulsed sickened appalled queasy
sad | 泪眼 眼眶 红了眼 红着眼 伤心 悲痛 悲伤 绝望 心碎 黯然 失落 失魂落魄 沮丧 哽咽 潸然 抹泪 啜泣 泣不成声 忧伤 悲 叹气 哭
afraid | trembles shivers shaking shakes cowers panics panicking screams screaming whimpers
afraid | whimpering flinches dreads 吓得 发抖 颤抖 瑟瑟发抖 战战兢兢 害怕 恐惧 惊慌 慌张 慌乱 惊恐 惶恐 惊慌失措 胆怯 紧张 不安 哆嗦 尖叫 面如土色 脸色惨白
afraid | 脸色煞白 恐慌
happy | laughs grins grinning smiles beams beaming giggles giggling chuckles chuckling cheering
happy | overjoyed 笑得 大笑 哈哈大笑 微笑 笑着 开心 高兴 欢快 得意 喜笑颜开 兴高采烈 欢天喜地 嬉笑 嬉戏 欣喜 兴奋 满脸笑容 笑嘻嘻 笑眯眯 乐呵呵 欢喜 快乐 捂着肚子笑 笑
surprised | gasps gapes gaping stunned astonished shocked startled 震惊 惊讶 惊呆 目瞪口呆 愣住 愣在 大吃一惊 吃惊 难以置信
surprised | 不敢相信 惊愕 错愕 诧异 瞠目结舌
in love | blushes blushing smitten lovestruck 羞涩 红了脸 脸颊绯红 深情 一见钟情 含情脉脉 告白 心动 娇羞
disgusted | disgusted grimaces grimacing retches 嫌弃 恶心 厌恶 鄙夷 反胃 作呕
"""
# Feelings that take more than one word; regular expressions.
PHRASES: dict[str, str] = {
    r"in (?:shock|disbelief|surprise|amazement|astonishment)": "surprised", r"(?:wide-eyed|open-mouthed|jaws? drop\w*)": "surprised",
    r"in (?:tears|grief|despair|mourning)": "sad", r"tears (?:in|on|down|running)": "sad", r"(?:head|face) in (?:his|her|their) hands": "sad",
    r"in (?:fear|terror|fright|panic|horror)": "afraid", r"in (?:anger|rage|fury)": "angry", r"with (?:rage|anger|fury)": "angry",
    r"with (?:joy|delight|laughter)": "happy", r"with (?:fear|fright|terror)": "afraid", r"burst\w* into tears": "sad",
    r"burst\w* (?:out laughing|into laughter)": "happy", r"in (?:disgust|revulsion)": "disgusted", r"holds? (?:his|her|their) nose": "disgusted",
    r"storm\w* (?:in|into|out|off|through|up|over)": "angry", r"shak\w* (?:his|her|their|a) fist": "angry", r"stamps? (?:his|her|their) f[oe]+t": "angry", r"in love": "in love",
}  # fmt: skip


@cache
def feelings() -> dict[str, str]:
    """Word to the emotion (of `model.moment.EMOTIONS`) that it tells."""
    return {p.text: p.label for p in phrasings("emotion") if " " not in p.text and p.label != "none"} | _DEEDS | {
        word: label.strip()
        for label, _, words in (line.partition("|") for line in _MORE.strip().splitlines())
        for word in words.split()
    }
