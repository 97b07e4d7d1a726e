"""The small layers that the model's parts are built from, with rounding that a batch cannot change.

Knows nothing of worlds.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import torch
from torch import Tensor, nn


class Linear(nn.Linear):
    """`nn.Linear` over (B, ..., F) whose result for one world never depends, to the bit, on the worlds beside it.

    One large product rounds differently with its number of rows, and a take acted among four others would not replay
    alone; so at run time every world is a product of its own. Training has no use for that and takes the large one.
    """

    def forward(self, x: Tensor) -> Tensor:
        if self.training or x.ndim < 3 or not x.shape[-1]:
            return super().forward(x)
        rows = x.reshape(x.shape[0], -1, x.shape[-1])
        weight = self.weight.t().expand(x.shape[0], -1, -1)
        out = torch.baddbmm(self.bias.expand(x.shape[0], 1, -1), rows, weight)
        return out.reshape(*x.shape[:-1], out.shape[-1])


def mlp(inputs: int, hidden: int, outputs: int) -> nn.Sequential:
    return nn.Sequential(Linear(inputs, hidden), nn.GELU(), Linear(hidden, outputs))


def sigmoid(x: Tensor) -> Tensor:
    """The logistic function by way of tanh, which unlike `torch.sigmoid` rounds alike wherever in memory x lies."""
    return 0.5 + 0.5 * torch.tanh(0.5 * x)


def wrapped(angle: Tensor) -> Tensor:
    """The angle between -pi and pi; like `sigmoid`, without the functions that round by place."""
    return angle - 2 * torch.pi * torch.round(angle / (2 * torch.pi))


@contextmanager
def one_thread() -> Iterator[None]:
    """One thread for torch: how a product is shared out among more changes its rounding, and at this size a second
    one helps nothing."""
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    try:
        yield
    finally:
        torch.set_num_threads(before)
