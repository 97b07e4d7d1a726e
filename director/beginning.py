"""How an episode begins: as a world cast from a sentence or a picture, or with a bundle that somebody brings.

Knows who casts and where episodes are kept; nothing of what is directed in them.
"""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import asdict, replace
from pathlib import Path

from db.store import EpisodeStore
from director.casting import LONGEST_PROMPT
from director.casting.picture import light, pixels, prepare
from director.casting.recasting import Part, recast, under_sky
from director.casting.spotting import is_chinese
from director.casting.times import era_of
from director.crew import Crew
from director.progress import Progress, part
from director.shaping import language_of
from director.states import States
from director.styles import checked_style
from director.suggestions.density import Density, checked_density
from director.texts import brief, checked, one_line
from model.camera import ASPECTS
from model.settings import SETTINGS
from model.state import WorldState
from storygraph.bundle import opened
from storygraph.errors import StoryError
from storygraph.graph import StoryGraph
from storygraph.story import Cursor, Episode, Scene, new_id

__all__ = ["begun", "brought", "notes_of", "recast_start"]


def begun(
    store: EpisodeStore,
    crew: Crew,
    states: States,
    prompt: str,
    *,
    picture: bytes | None,
    seed: int | None,
    aspect: str,
    style: str | None,
    title: str | None,
    density: Density,
    owner: str,
) -> Cursor:
    """A new episode whose world comes from a sentence, a picture, or both; returns its start."""
    if aspect not in ASPECTS:
        raise StoryError(f"“{aspect}” is no aspect Nacre films in: choose one of {', '.join(ASPECTS)}.")
    style = None if style is None else checked_style(style)
    seed = secrets.randbits(31) if seed is None else seed
    prompt = checked(prompt, "The prompt", LONGEST_PROMPT)
    kept, hour = None, None
    if picture is not None:
        prepared = prepare(picture)
        guess = light(pixels(prepared))
        hour, prompt = guess.hour, prompt or f"Two people in {guess.place}."
        kept = store.put_blob(prepared, "image/jpeg")
    casting, state = crew.begin(prompt, seed=seed, aspect=aspect, style=style, hour=hour)
    opening = "开场" if is_chinese(prompt) else "Opening"
    scene, title = Scene(new_id(), opening, states.keep(state)), one_line(title or "", "The title")
    episode = Episode(
        new_id(), owner, title or casting.title, prompt, aspect, casting.stage.style, seed, scene.id, picture=kept,
        **asdict(density),
    )  # fmt: skip
    return store.create(StoryGraph(episode, {scene.id: scene})).cursor_start()


def notes_of(crew: Crew, episode: Episode, start: WorldState) -> tuple[str, ...]:
    """What was decided when the world of an episode was cast, if that is still the cast it starts with, however its
    author has changed them."""
    casting = crew.cast(episode.prompt, seed=episode.seed, aspect=episode.aspect, style=episode.style)
    known = {(entity.id, entity.kind) for entity in casting.stage.entities}
    return casting.notes if {(e.id, e.kind) for e in start.stage.entities} <= known else ()


def recast_start(
    crew: Crew, states: States, graph: StoryGraph, wanted: Sequence[Part], time: str | None, weather: str | None
) -> str:
    """The checkpoint of the state that the story starts with, its cast and sky changed; it is kept."""
    state = states.at(graph.root.start, graph.episode.owner)
    era = era_of(graph.episode.prompt, SETTINGS[state.stage.setting])
    stage, moment = recast(state.stage, state.moment, wanted, language=language_of(graph), era=era)
    return states.keep(crew.restage(state, stage, under_sky(moment, time, weather)))


def brought(store: EpisodeStore, path: Path, *, owner: str, progress: Progress | None) -> Cursor:
    """A new episode from a bundle, now of this owner; returns its start."""
    with opened(path, owner=owner, progress=part(progress, 0, 2)) as bundle:
        graph = _filmable(bundle.graph)
        if store.has(graph.episode.id):
            graph = replace(graph, episode=replace(graph.episode, id=new_id()))
        for number, (digest, media_type) in enumerate(bundle.blobs.items()):
            if progress is not None:
                progress(0.5 + 0.5 * number / len(bundle.blobs), f"{number + 1} of {len(bundle.blobs)}")
            store.put_blob(bundle.read(digest), media_type)
    return store.create(graph).cursor_start()


def _filmable(graph: StoryGraph) -> StoryGraph:
    """The story, if it can be gone on with here. Raises StoryError for words that Nacre does not know."""
    episode = graph.episode
    if episode.aspect not in ASPECTS:
        raise StoryError(f"“{brief(episode.aspect)}” is no aspect Nacre films in: update Nacre to open this episode.")
    checked_style(episode.style)
    checked_density(episode.narrative, episode.event_style, episode.layout)
    return graph
