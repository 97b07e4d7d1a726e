"""Dynamics: the causal transformer from recent latents, memory and action tokens to what happens next.

First each entity looks back at its own recent latents and its memory, then the tokens of the step look at each
other, with attention bent by where they stand to one another. Knows nothing of what the tokens mean.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn.functional import scaled_dot_product_attention

from model.config import WorldConfig
from model.layers import Linear, mlp, sigmoid
from model.tensors import PAIR


class Memory(nn.Module):
    """What outlives the context: M numbers a token, moved a little by every latent.

    m' = m + g(h) (c(h) - m) with a gate that starts nearly shut, so that what was once written stays for hours.
    """

    def __init__(self, config: WorldConfig) -> None:
        super().__init__()
        self.gate = Linear(config.width, config.memory)
        self.content = Linear(config.width, config.memory)
        nn.init.constant_(self.gate.bias, -4.0)

    def forward(self, memory: Tensor, latent: Tensor) -> Tensor:
        kept: Tensor = memory + sigmoid(self.gate(latent)) * (torch.tanh(self.content(latent)) - memory)
        return kept


class LookBack(nn.Module):
    """Each token attends to its own K past latents and to its memory slot."""

    def __init__(self, config: WorldConfig) -> None:
        super().__init__()
        d = config.width
        self.heads = config.heads
        self.query, self.key, self.value = Linear(d, d), Linear(d, d), Linear(d, d)
        self.out = Linear(d, d)
        self.age = nn.Parameter(torch.zeros(config.context, d))
        self.remember = Linear(config.memory, d)
        self.norm = nn.LayerNorm(d)

    def forward(self, x: Tensor, past: Tensor, known: Tensor, memory: Tensor) -> Tensor:
        """x (B, N, D); past (B, K, N, D), newest last; known (B, K, N) bool; memory (B, N, M)."""
        b, n, d = x.shape
        h = self.heads
        slots = torch.cat([past + self.age[:, None], self.remember(memory)[:, None]], 1)  # (B, K + 1, N, D)
        seen = torch.cat([known, torch.ones_like(known[:, :1])], 1)
        slots = self.norm(slots)
        q = self.query(self.norm(x)).view(b, n, h, d // h)
        k = self.key(slots).view(b, -1, n, h, d // h)
        v = self.value(slots).view(b, -1, n, h, d // h)
        score = torch.einsum("bnhe,bknhe->bnhk", q, k) / (d // h) ** 0.5
        score = score.masked_fill(~seen.permute(0, 2, 1)[:, :, None], -1e9)
        mixed = torch.einsum("bnhk,bknhe->bnhe", score.softmax(-1), v).reshape(b, n, d)
        back: Tensor = x + self.out(mixed)
        return back


class Layer(nn.Module):
    """Attention among a step's tokens, biased by relative geometry, then a token-wise network."""

    def __init__(self, config: WorldConfig) -> None:
        super().__init__()
        d = config.width
        self.heads = config.heads
        self.norm, self.norm2 = nn.LayerNorm(d), nn.LayerNorm(d)
        self.qkv, self.out = Linear(d, 3 * d), Linear(d, d)
        self.bias = mlp(PAIR, 24, config.heads)
        self.feed = mlp(d, 2 * d, d)

    def forward(self, x: Tensor, pairs: Tensor, there: Tensor) -> Tensor:
        """x (B, N + 1, D) with the environment last; pairs (B, N, N, PAIR); there (B, N + 1) bool."""
        b, n, d = x.shape
        h = self.heads
        q, k, v = self.qkv(self.norm(x)).view(b, n, 3, h, d // h).permute(2, 0, 3, 1, 4)
        bias = torch.nn.functional.pad(self.bias(pairs).permute(0, 3, 1, 2), (0, 1, 0, 1))
        bias = bias.masked_fill(~there[:, None, None], -1e9).to(q.dtype)
        mixed = scaled_dot_product_attention(q, k, v, attn_mask=bias)
        x = x + self.out(mixed.transpose(1, 2).reshape(b, n, d))
        fed: Tensor = x + self.feed(self.norm2(x))
        return fed


class Dynamics(nn.Module):
    def __init__(self, config: WorldConfig) -> None:
        super().__init__()
        self.look_back = LookBack(config)
        self.layers = nn.ModuleList(Layer(config) for _ in range(config.layers))
        self.norm = nn.LayerNorm(config.width)

    def forward(self, x: Tensor, past: Tensor, known: Tensor, memory: Tensor, pairs: Tensor, there: Tensor) -> Tensor:
        """Next latents (B, N + 1, D) from this step's tokens and what came before."""
        x = self.look_back(x, past, known, memory)
        for layer in self.layers:
            x = layer(x, pairs, there)
        ahead: Tensor = self.norm(x)
        return ahead
