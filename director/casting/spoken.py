"""What is said in a prompt: who is only spoken of in a line of dialogue need not be there.

English and Chinese. Knows nothing of who speaks.
"""

from __future__ import annotations

import re

_SAYS = (
    r"(?:say|ask|whisper|shout|yell|scream|mutter|murmur|announce|declare|repl[yi]|answer|hiss|growl|beg|snap|demand|sa[iy]d)"
    r"(?:s|es|ed|ing)?"
)
_SPOKEN = (
    re.compile(r"“[^“”]*[.,!?…。，！？]”|\"[^\"]*[.,!?…。，！？]\"|「[^「」]*」"),
    re.compile(rf"(?:\b{_SAYS}(?: [\w']+){{0,3}}[,:]|[说道问喊叫吼骂答语喝唤][^，。：:！？]{{0,6}}[：:])\s*"
               r"[“\"'‘][^“”\"‘’]*[”\"'’]", re.I),
    re.compile(rf"\b{_SAYS}(?: [\w']+){{0,3}}:[^\"“'‘.!?]+[.!?]"
               r"|[说道问喊叫吼骂答语喝唤][^，。：:！？]{0,6}[：:][^“\"「。！？]+[。！？]", re.I),
)  # fmt: skip


def unspoken(prompt: str) -> str:
    """The prompt with blanks for the words of its dialogue, as long as it was."""
    for pattern in _SPOKEN:
        prompt = pattern.sub(_hushed, prompt)
    return prompt


def _hushed(spoken: re.Match[str]) -> str:
    opens = re.search(r"[“\"「'‘：:](?=[^“\"「'‘：:]*$)|[“\"「]", spoken[0])
    at = opens.end() if opens else 0
    return spoken[0][:at] + re.sub(r"\w", " ", spoken[0][at:])
