"""Identity: whoever has been through an hour of story and the store looks the same to the pixel.

200 people: PYTHONPATH=. python tests/likeness.py
"""

from __future__ import annotations

from pathlib import Path

import pytest
from likeness import likenesses


@pytest.mark.slow
def test_people_look_the_same_after_an_hour_and_the_store(tmp_path: Path) -> None:
    assert all(likenesses(12, tmp_path))
