"""Bytes of a state are read back whole, or refused with the reason."""

import zlib
from dataclasses import replace

import numpy as np
import pytest

from model.state import WorldState
from tests.stages import begin, square


def test_damaged_bytes_are_refused() -> None:
    _, state = begin(square())
    data = state.to_bytes()
    for bad in (b"", b"hello", data[:-20], data[:40] + b"\x00\x00" + data[42:]):
        with pytest.raises(ValueError):
            WorldState.from_bytes(bad)


def test_a_newer_format_is_refused_by_number() -> None:
    _, state = begin(square())
    magic, body = state.to_bytes()[:11], zlib.decompress(state.to_bytes()[11:])
    newer = magic + zlib.compress(body.replace(b'"format": 2', b'"format": 9'))
    with pytest.raises(ValueError, match="format 9"):
        WorldState.from_bytes(newer)


def test_everything_comes_back() -> None:
    _, state = begin(square())
    back = WorldState.from_bytes(state.to_bytes())
    assert back.stage == state.stage
    assert back.camera == state.camera
    assert back.to_bytes() == state.to_bytes()


def test_a_state_from_before_there_were_more_gestures_is_read() -> None:
    world, state = begin(square())
    old = replace(state, moment=replace(state.moment, gesture=state.moment.gesture[:, :10]))
    magic, body = old.to_bytes()[:11], zlib.decompress(old.to_bytes()[11:])
    back = WorldState.from_bytes(magic + zlib.compress(body.replace(b'"format": 2', b'"format": 1')))
    assert np.array_equal(back.moment.gesture, state.moment.gesture)
    assert world.step(back).to_bytes() == world.step(state).to_bytes()
