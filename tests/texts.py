"""The text encoder that all tests share: one takes a second and a hundred megabytes, and what it has read once is
read for all."""

from __future__ import annotations

from model.text import TextEncoder

TEXT = TextEncoder()
