"""Continuity: what a story's saved states and takes say that cannot be so on one way through it, and its mending."""
