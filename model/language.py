"""A causal language model of the author's own, from a folder that `transformers` can load. Optional: nothing ships.

Goes on with a text, by chance that is an argument. Knows nothing of lines or of plans, asks the network for nothing and
runs no code that a folder brings.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import torch
from safetensors import SafetensorError
from transformers import AutoModelForCausalLM, AutoTokenizer

_TEMPERATURE, _NUCLEUS = 0.7, 0.9
_HOLDS = 4_096  # tokens, of a model that does not say
_UNFIT = (OSError, ValueError, KeyError, TypeError, AttributeError, ImportError, RuntimeError, SafetensorError)


class LanguageModel:
    """A model and its tokenizer. `name` is what an author is told of where words come from."""

    def __init__(self, name: str, tokenizer: Any, model: Any) -> None:
        self.name = name
        self._tokenizer = tokenizer
        self._model = model.eval()

    @classmethod
    def load(cls, folder: Path) -> LanguageModel:
        """The causal language model in a folder: config.json, a tokenizer and safetensors. Raises ValueError, with what
        is wrong with it, when it is none."""
        if not (folder / "config.json").is_file():
            raise ValueError(f"{folder} holds no language model: there is no config.json in it")
        local = {"local_files_only": True, "trust_remote_code": False}
        try:
            tokenizer = AutoTokenizer.from_pretrained(folder, **local)
            model = AutoModelForCausalLM.from_pretrained(folder, **local, use_safetensors=True, dtype="auto")
        except _UNFIT as error:
            what = (str(error).splitlines() or [type(error).__name__])[0]
            raise ValueError(f"{folder} holds no language model that can be loaded: {what}") from error
        return cls(folder.resolve().name, tokenizer, model)

    @torch.inference_mode()
    def complete(self, system: str, prompt: str, *, seed: int, tokens: int) -> str:
        """What the model says when it is told `system` and asked `prompt`: at most so many tokens and half of what the
        model can hold, sampled with the chance of `seed`. The same arguments give the same text on the same machine."""
        chance = torch.Generator().manual_seed(seed)
        holds = int(getattr(self._model.config, "max_position_embeddings", None) or _HOLDS)
        tokens = min(tokens, holds // 2)
        given = self._given(system, prompt)[:, -(holds - tokens) :]
        past, written = None, list[int]()
        for _ in range(tokens):
            told = self._model(input_ids=given, past_key_values=past, use_cache=True)
            past = told.past_key_values
            token = _drawn(told.logits[0, -1].float(), chance)
            if token in self._ends:
                break
            written.append(token)
            given = torch.tensor([[token]])
        return str(self._tokenizer.decode(written, skip_special_tokens=True))

    def _given(self, system: str, prompt: str) -> torch.Tensor:
        """(1, T) token ids of the prompt as the model wants it."""
        text = f"{system}\n\n{prompt}"
        if self._tokenizer.chat_template:
            turns = [{"role": "user", "content": text}]
            text = self._tokenizer.apply_chat_template(turns, add_generation_prompt=True, tokenize=False)
        ids: list[int] = self._tokenizer.encode(text, add_special_tokens=not self._tokenizer.chat_template)
        return torch.tensor([ids])

    @property
    def _ends(self) -> set[int]:
        """The tokens that end a text."""
        ends = self._model.generation_config.eos_token_id
        listed = ends if isinstance(ends, list) else [ends]
        return {int(end) for end in (*listed, self._tokenizer.eos_token_id) if end is not None}


def _drawn(logits: torch.Tensor, chance: torch.Generator) -> int:
    """A token by chance, of the likeliest that together make up nearly all there is."""
    likely, order = (logits / _TEMPERATURE).softmax(-1).sort(descending=True)
    likely[(likely.cumsum(-1) - likely) >= _NUCLEUS] = 0.0
    return int(order[torch.multinomial(likely, 1, generator=chance)])
