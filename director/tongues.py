"""Languages that Nacre does not read, told by their letters, or by their smallest words.

So that an author who writes one is told, and not half understood. Names may be in any. Knows nothing of meaning.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from director.understanding.clauses import unquote, without_quotes
from storygraph.errors import StoryError

_LETTERS = {
    "Japanese": re.compile(r"[\u3041-\u309f]"),
    "Korean": re.compile(r"[\u1100-\u11ff\uac00-\ud7a3]"),
    "Arabic": re.compile(r"[\u0600-\u06ff\u0750-\u077f]"),
    "Russian": re.compile(r"[\u0400-\u04ff]"),
    "Greek": re.compile(r"[\u0370-\u03ff]"),
    "Hebrew": re.compile(r"[\u0590-\u05ff]"),
    "Hindi": re.compile(r"[\u0900-\u097f]"),
    "Thai": re.compile(r"[\u0e00-\u0e7f]"),
}
_LEAST = {"Japanese": 0.25}  # share of the letters; Japanese has Chinese ones, and others for names, besides
_HALF = 0.5
_SMALL = {
    "Spanish": "el la los las un una unos unas del al y con hacia por para que él ella se su sus está en de sobre",
    "German": "der das den dem des ein eine einen einem einer und zu zum zur geht ist nicht mit von auf im er sie ihm "
    "ihr ihn sich dann nach",
    "French": "le la les un une des du au aux et avec vers il elle dans est sur se son sa ses qui",
    "Portuguese": "os as um uma com para ele ela do da dos das no na em seu sua que",
    "Italian": "il lo la gli un una con verso lui lei nel nella del della di che suo sua",
}
_SMALL_WORDS = {language: frozenset(words.split()) for language, words in _SMALL.items()}
_ENGLISH = frozenset(
    "the an and to of with is are his her he she it they at on in into from by says runs walks there".split()
)
_WORD = re.compile(r"[^\W\d_]+")


def check_language(text: str, names: Collection[str] = ()) -> None:
    """Raises StoryError when what is not spoken in quotes is in a language that Nacre does not read. `names` are those
    who may be called as they like."""
    language = language_of(text, names)
    if language is not None:
        raise StoryError(
            f"This looks like {language}, which Nacre does not read: write it in English or Chinese; names and what is "
            "said in quotes may stay as they are."
        )


def language_of(text: str, names: Collection[str] = ()) -> str | None:
    """The language the text is in, when it is neither English nor Chinese and can be told."""
    plain = without_quotes(unquote(text)[0])
    for name in sorted(names, key=len, reverse=True):
        plain = plain.replace(name, " ")
    words = [word.lower() for word in _WORD.findall(plain)]
    letters = "".join(words)
    for language, pattern in _LETTERS.items():
        if letters and len(pattern.findall(letters)) / len(letters) > _LEAST.get(language, _HALF):
            return language
    found = {language: sum(word in small for word in words) for language, small in _SMALL_WORDS.items()}
    language = max(found, key=lambda name: found[name])
    count, english = found[language], sum(word in _ENGLISH for word in words)
    few = 2 <= len(words) <= 3 and count >= 1 and count / len(words) >= _HALF
    many = count >= 3 and count / len(words) >= 0.3
    return language if count > english and (few or many) else None
