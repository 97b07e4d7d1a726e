"""Tiny causal language models, made and saved by tests: real ones, with random weights and a tokenizer of letters."""

from __future__ import annotations

from pathlib import Path

import torch
from tokenizers import Tokenizer, decoders, models, pre_tokenizers
from transformers import LlamaConfig, LlamaForCausalLM, PreTrainedTokenizerFast

_LETTERS = sorted(pre_tokenizers.ByteLevel.alphabet())


def save_talker(folder: Path, *, seed: int = 0, template: str | None = None) -> Path:
    """A folder as an author would name one: config, safetensors, tokenizer."""
    tokenizer = Tokenizer(models.BPE({"<end>": 0, **{letter: k for k, letter in enumerate(_LETTERS, 1)}}, []))
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.decoder = decoders.ByteLevel()
    fast = PreTrainedTokenizerFast(tokenizer_object=tokenizer, eos_token="<end>")
    fast.chat_template = template
    fast.save_pretrained(folder)
    torch.manual_seed(seed)
    config = LlamaConfig(
        vocab_size=len(_LETTERS) + 1, hidden_size=32, intermediate_size=48, num_hidden_layers=2, num_attention_heads=2,
        num_key_value_heads=2, max_position_embeddings=64, bos_token_id=None, eos_token_id=0,
    )  # fmt: skip
    LlamaForCausalLM(config).save_pretrained(folder)
    return folder
