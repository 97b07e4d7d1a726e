"""Persons on stage, from their bounding size, outfit, hair, age and colours."""

from model.renderer.figures.person import person_puppet

__all__ = ["person_puppet"]
