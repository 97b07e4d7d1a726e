# ruff: noqa: E501  (tables of words read best a row a line)
"""Lines for those who are asked to speak and given no words, by what they do with words and by mood. Data only.

A wording is used only where everything it names is there: {you} is who is spoken to, {what} what it is about, and
{Memory} what the speaker remembers, as a sentence. None says more of the story than that: what nobody remembers has not
happened. Moods are those of `model.moment`; "" suits every mood.
"""

from __future__ import annotations

Wordings = dict[str, tuple[str, ...]]  # mood -> wordings

LINES: dict[str, dict[str, Wordings]] = {
    "tell": {
        "en": {
            "": ("{Memory}", "Listen, {you}. {Memory}", "You should know this. {Memory}", "This is how it was. {Memory}",
                 "There is not much I can tell you, {you}.", "There is not much I can say.", "You know as much as I do, {you}.", "It is about {what}, {you}.", "I wanted to speak to you about {what}."),
            "afraid": ("I still tremble. {Memory}", "Please, not so loud. {Memory}"),
            "sad": ("It is hard to say. {Memory}",), "angry": ("Listen to me! {Memory}",), "happy": ("You will like this. {Memory}",),
        },
        "zh": {
            "": ("{Memory}", "{you}，听我说。{Memory}", "有件事你该知道。{Memory}", "事情是这样的。{Memory}",
                 "{you}，我没什么可说的。", "我没什么可说的。", "{you}，你知道的和我一样多。", "{you}，我想说的是{what}的事。", "我正要跟你说说{what}。"),
            "afraid": ("我现在还在发抖。{Memory}", "小声点。{Memory}"),
            "sad": ("说起来真难受。{Memory}",), "angry": ("你给我听好了！{Memory}",), "happy": ("告诉你一件好事。{Memory}",),
        },
    },
    "answer": {  # of what is no question
        "en": {
            "": ("I hear you, {you}.", "I understand.", "So that is how it is.", "I will think about it, {you}.", "Very well, {you}."),
            "angry": ("Do not talk to me like that!", "Enough, {you}!"), "sad": ("I wish it were otherwise, {you}.", "What can I say."),
            "afraid": ("Please, {you}, not so loud.", "I do not like this."), "happy": ("That is good to hear, {you}.", "I am glad to hear it."),
            "surprised": ("Is that so, {you}?", "I did not expect that."), "disgusted": ("Spare me that.",), "in love": ("When you speak, I forget the rest.",),
        },
        "zh": {
            "": ("我听到了，{you}。", "我明白了。", "原来是这样。", "让我想一想，{you}。", "好吧，{you}。"),
            "angry": ("别这样跟我说话！", "够了，{you}！"), "sad": ("但愿不是这样，{you}。", "我还能说什么呢。"),
            "afraid": ("{you}，小声一点。", "我心里发慌。"), "happy": ("听你这么说真好，{you}。", "那太好了。"),
            "surprised": ("真的吗，{you}？", "我没想到。"), "disgusted": ("别跟我说这个。",), "in love": ("你一开口，我什么都忘了。",),
        },
    },
    "answer a question": {
        "en": {
            "": ("{Memory}", "What I know is this. {Memory}", "I can tell you that. {Memory}", "I do not know, {you}.", "I wish I knew.", "I cannot tell you, {you}."),
            "angry": ("How should I know!", "You want to know? {Memory}"), "afraid": ("I do not know. Please do not ask me.", "I hardly dare to say it. {Memory}"),
            "sad": ("I do not know. I am sorry.", "It is hard to say it. {Memory}"),
        },
        "zh": {
            "": ("{Memory}", "我知道的是这样。{Memory}", "这个我可以告诉你。{Memory}", "我不知道，{you}。", "我要是知道就好了。", "我说不上来，{you}。"),
            "angry": ("我怎么知道！", "你想知道？{Memory}"), "afraid": ("我不知道，别问我了。", "我简直不敢说。{Memory}"),
            "sad": ("我不知道，对不起。", "说起来真难受。{Memory}"),
        },
    },
    "answer nobody": {
        "en": {"": ("Yes?", "I am here.", "Yes, {you}?"), "angry": ("What is it!",), "afraid": ("Who is there?",)},
        "zh": {"": ("嗯？", "我在。", "{you}，什么事？"), "angry": ("干什么！",), "afraid": ("谁在那儿？",)},
    },
    "answer thanks": {
        "en": {"": ("You are welcome, {you}.", "It was nothing.", "Do not mention it.")},
        "zh": {"": ("不客气，{you}。", "没什么。", "别放在心上。")},
    },
    "answer an apology": {
        "en": {"": ("Let us forget it, {you}.", "I know you are sorry.", "We will see, {you}."), "angry": ("Sorry is not enough!", "Too late for that, {you}."), "happy": ("All is forgiven, {you}.",)},
        "zh": {"": ("算了，{you}。", "我知道你难过。", "{you}，以后再说吧。"), "angry": ("一句对不起就够了吗！", "{you}，太晚了。"), "happy": ("{you}，都过去了。",)},
    },
    "defy": {
        "en": {"": ("Say what you like, {you}.", "You do not frighten me.", "Mind your words, {you}."), "afraid": ("Please, {you}, leave me be.",), "sad": ("That hurts, {you}.",), "angry": ("Take that back, {you}!",)},
        "zh": {"": ("{you}，随你怎么说。", "你吓不倒我。", "{you}，说话小心点。"), "afraid": ("{you}，求你放过我。",), "sad": ("{you}，你这话太伤人了。",), "angry": ("{you}，把话收回去！",)},
    },
    "ask": {
        "en": {
            "": ("What do you know about {what}, {you}?", "Tell me about {what}.", "What about {what}?", "May I ask you something, {you}?", "What is going on here?", "What do you think, {you}?"),
            "angry": ("What about {what}? Speak!", "What is the meaning of this, {you}?"), "afraid": ("{you}, what about {what}? Quickly.", "What is that? Did you hear it?"),
            "sad": ("Please tell me about {what}.", "What am I to do now?"),
        },
        "zh": {
            "": ("{you}，{what}的事你知道多少？", "说说{what}吧。", "{what}是怎么回事？", "{you}，能问你一件事吗？", "这里是怎么了？", "{you}，你怎么看？"),
            "angry": ("{what}到底是怎么回事？快说！", "{you}，你这是什么意思？"), "afraid": ("{you}，{what}怎么了？快告诉我。", "什么声音？你听到了吗？"),
            "sad": ("求你说说{what}吧。", "我现在该怎么办？"),
        },
    },
    "apologise": {
        "en": {"": ("I am sorry, {you}. {Memory} I should not have done that.", "Forgive me. {Memory} It was wrong of me.", "I am sorry, {you}.", "Please forgive me.", "I am sorry about {what}."),
               "sad": ("I am so sorry. {Memory} I wish I could undo it.", "I am so sorry, {you}.")},
        "zh": {"": ("对不起，{you}。{Memory}我不该那样做。", "请原谅我。{Memory}是我的错。", "对不起，{you}。", "请原谅我。", "{what}的事，对不起。"),
               "sad": ("真的对不起。{Memory}我真希望能重来。", "真的对不起，{you}。")},
    },
    "thank": {
        "en": {"": ("Thank you, {you}. {Memory} I will not forget it.", "{Memory} Thank you.", "Thank you, {you}.", "I am grateful to you.", "Thank you for {what}.")},
        "zh": {"": ("谢谢你，{you}。{Memory}我不会忘记的。", "{Memory}谢谢你。", "谢谢你，{you}。", "太感谢了。", "谢谢你的{what}。")},
    },
    "greet": {
        "en": {"": ("Hello, {you}.", "Good day.", "Greetings, {you}."), "happy": ("There you are, {you}!", "Welcome!")},
        "zh": {"": ("你好，{you}。", "你好。", "{you}，见到你真好。"), "happy": ("{you}，你来啦！", "欢迎！")},
    },
    "farewell": {
        "en": {"": ("Goodbye, {you}.", "Farewell.", "Take care of yourself, {you}."), "sad": ("I will miss you, {you}.", "So this is goodbye.")},
        "zh": {"": ("再见，{you}。", "后会有期。", "{you}，多保重。"), "sad": ("我会想你的，{you}。", "那么，就此别过。")},
    },
    "warn": {
        "en": {"": ("Be careful, {you}! {Memory}", "Watch out. {Memory}", "Be careful with {what}, {you}.", "Beware of {what}.", "Be careful, {you}.", "Watch out!")},
        "zh": {"": ("{you}，小心！{Memory}", "当心点。{Memory}", "{you}，小心{what}。", "当心{what}。", "{you}，小心一点。", "当心！")},
    },
    "threaten": {
        "en": {"": ("{Memory} You will answer for that, {you}.", "{Memory} I will not forget it.", "You will be sorry, {you}.", "Do not try my patience.", "One more word, {you}, and you will see.")},
        "zh": {"": ("{Memory}{you}，这笔账我记下了。", "{Memory}我不会善罢甘休。", "{you}，你会后悔的。", "别逼我。", "{you}，你再说一句试试。")},
    },
    "order": {
        "en": {"": ("Do as I say, {you}.", "That is an order.", "Now, {you}. Do it."), "angry": ("Do it now, {you}!", "I will not say it twice!")},
        "zh": {"": ("照我说的做，{you}。", "这是命令。", "{you}，现在就去。"), "angry": ("{you}，马上去！", "别让我说第二遍！")},
    },
    "beg": {
        "en": {"": ("Please help me, {you}.", "I beg you, {you}.", "Please. I need you now.", "Please, let us speak of {what}.")},
        "zh": {"": ("求你帮帮我，{you}。", "我求你了，{you}。", "求求你，我需要你。", "求你了，把{what}的事说清楚。")},
    },
    "argue": {
        "en": {"": ("{Memory} Do you call that right, {you}?", "{Memory} And now you want me to be quiet?", "You see {what} all wrong, {you}.", "Let us not fight about {what} like children.", "I do not agree with you, {you}.", "No. You are wrong about this.", "We will never agree on this, {you}."),
               "angry": ("{Memory} How dare you, {you}!", "Enough about {what}!", "I will not listen to this, {you}!")},
        "zh": {"": ("{Memory}{you}，你觉得这样对吗？", "{Memory}现在你还要我闭嘴？", "{what}的事你全想错了，{you}。", "别为了{what}像小孩一样吵。", "我不同意，{you}。", "不，这件事你错了。", "{you}，我们说不到一块儿去。"),
               "angry": ("{Memory}{you}，你怎么敢！", "别再提{what}了！", "我不想听，{you}！")},
    },
    "comfort": {
        "en": {"": ("I know, {you}. {Memory} But I am here.", "I am with you, {you}.", "It will be all right.", "Do not lose heart, {you}.")},
        "zh": {"": ("我知道，{you}。{Memory}可是有我在。", "有我在，{you}。", "会好起来的。", "{you}，别灰心。")},
    },
    "praise": {
        "en": {"": ("{Memory} That was well done, {you}.", "I have not forgotten it, {you}. {Memory}", "Well done, {you}.", "I admire you, {you}.", "There is nobody like you.")},
        "zh": {"": ("{Memory}做得好，{you}。", "{you}，我都记着。{Memory}", "做得好，{you}。", "{you}，我佩服你。", "没有谁比得上你。")},
    },
    "insult": {
        "en": {"": ("{Memory} Shame on you, {you}!", "{Memory} Who does such a thing?", "Shame on you, {you}!", "I have no words for you.", "You should be ashamed, {you}.")},
        "zh": {"": ("{Memory}{you}，你还要脸吗！", "{Memory}亏你做得出来！", "{you}，你真不要脸！", "我都懒得说你。", "{you}，你该感到羞耻。")},
    },
    "confess": {
        "en": {"": ("I must tell you the truth, {you}. {Memory}", "I cannot hide it any longer. {Memory}", "I have carried this too long, {you}. I am not as strong as I seem.", "I have something on my heart.")},
        "zh": {"": ("我得跟你说实话，{you}。{Memory}", "我瞒不下去了。{Memory}", "{you}，这话憋了太久，我没有看起来那么坚强。", "我心里有话要说。")},
    },
    "lie": {  # evasions: who would say what is not so contradicts the story
        "en": {"": ("It is nothing, {you}.", "There is nothing you need to know.", "Let us talk about something else, {you}.", "You worry too much about {what}.")},
        "zh": {"": ("没什么，{you}。", "没什么你需要知道的。", "{you}，说点别的吧。", "{what}的事，你想太多了。")},
    },
    "promise": {
        "en": {"": ("I promise, {you}.", "You have my word.", "You can count on me, {you}.")},
        "zh": {"": ("我答应你，{you}。", "我向你保证。", "{you}，包在我身上。")},
    },
    "agree": {
        "en": {"": ("Yes, {you}. So be it.", "I agree.", "You are right, {you}."), "sad": ("If it must be, {you}.",)},
        "zh": {"": ("好，{you}，就这么办。", "我同意。", "{you}，你说得对。"), "sad": ("如果一定要这样，{you}。",)},
    },
    "refuse": {
        "en": {"": ("No, {you}.", "I cannot do that.", "I will not, {you}."), "angry": ("Never!", "Not in a hundred years, {you}!"), "afraid": ("No, please. I cannot, {you}.",)},
        "zh": {"": ("不，{you}。", "我做不到。", "{you}，我不会答应的。"), "angry": ("绝不！", "{you}，想都别想！"), "afraid": ("不要，求你了，{you}，我不行。",)},
    },
    "introduce": {
        "en": {"": ("I am {me}.", "My name is {me}. Who are you?", "They call me {me}.")},
        "zh": {"": ("我是{me}。", "我叫{me}，你呢？", "大家叫我{me}。")},
    },
    "love": {
        "en": {"": ("I love you, {you}.", "There is nobody but you, {you}.", "My heart is yours.")},
        "zh": {"": ("我爱你，{you}。", "{you}，我心里只有你。", "我的心是你的。")},
    },
    "joke": {
        "en": {"": ("Somebody has to laugh here, {you}.", "Cheer up, I have not started singing yet.", "If faces could kill, {you}, we would need a doctor.")},
        "zh": {"": ("{you}，总得有人先笑一个吧。", "开心点，我还没开始唱歌呢。", "{you}，你这表情能吓跑一群羊。")},
    },
    "help": {
        "en": {"": ("Help! Somebody help me!", "Help!", "{you}, help me!")},
        "zh": {"": ("救命！快来人啊！", "救命！", "{you}，救我！")},
    },
    "talk": {
        "en": {"": ("I keep thinking of it. {Memory}", "{Memory} I cannot get it out of my head.", "You know what, {you}? {Memory}", "Let us talk about {what}, {you}.", "Well, {you}, here we are.", "What a time we live in.", "Come, {you}, let us talk."),
               "angry": ("I have had enough of this!", "Listen to me, {you}!"), "sad": ("Nothing is as it was, {you}.",), "afraid": ("Stay close to me, {you}.",), "happy": ("What a day, {you}!",), "surprised": ("I can hardly believe it.",)},
        "zh": {"": ("我一直在想那件事。{Memory}", "{Memory}我怎么也忘不了。", "{you}，你知道吗？{Memory}", "{you}，说说{what}吧。", "{you}，总算能说说话了。", "这日子啊。", "来，{you}，我们谈谈。"),
               "angry": ("我受够了！", "{you}，你听我说！"), "sad": ("{you}，一切都变了。",), "afraid": ("{you}，别离开我。",), "happy": ("{you}，今天真好！",), "surprised": ("简直不敢相信。",)},
    },
}  # fmt: skip
# What an answer is worded as, by what was said: thanks are answered by a welcome, a greeting by another.
REPLIES = {
    "thank": "answer thanks", "apologise": "answer an apology", "greet": "greet", "farewell": "farewell", "praise": "thank",
    "comfort": "thank", "threaten": "defy", "insult": "defy", "argue": "argue", "introduce": "introduce",
}  # fmt: skip
SPEAKING_CREATURES = frozenset({"dragon", "ghost", "robot", "giant"})  # the others have voices and no words
