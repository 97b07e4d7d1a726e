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


@cache
def feelings() -> dict[str, str]:
    """Word to the emotion (of `model.moment.EMOTIONS`) that it tells."""
    return {p.text: p.label for p in phrasings("emotion") if " " not in p.text and p.label != "none"} | _DEEDS
