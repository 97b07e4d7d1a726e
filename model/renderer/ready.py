"""Nets made ready for frames: in the layout and the precision in which this processor is fastest, as a single call.

Knows nothing of what a net says.
"""

from __future__ import annotations

import copy
import warnings
from typing import Any, TypeVar

import torch
from torch import Tensor, nn

N = TypeVar("N", bound=nn.Module)


def precision() -> torch.dtype:
    """Half precision is off by less than a hundredth, and twice as fast where there are instructions for it."""
    return torch.bfloat16 if torch.cpu._is_avx512_bf16_supported() else torch.float32


def made_ready(net: N) -> N:
    """A copy that learns nothing more, in this processor's `precision`."""
    ready = copy.deepcopy(net).eval().requires_grad_(False)
    ready.to(dtype=precision(), memory_format=torch.channels_last)  # type: ignore[call-overload]
    return ready


def traced(net: nn.Module, *example: Tensor) -> Any:
    """The net as one call, during which Python draws the next frame. (Nothing that needs no compiler on the author's
    machine has taken the place of this yet, whatever its warnings say.)"""
    with torch.inference_mode(), warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        return torch.jit.freeze(torch.jit.trace(net.eval(), example, check_trace=False))  # type: ignore[no-untyped-call]
