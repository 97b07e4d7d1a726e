"""What an author can do: begin a world, direct it, take a beat again, fork, rewind, render, export.

`Director` is the face of all that and says what each does; the parts behind it do it: `beginning`, `shooting`,
`proposing`, `footage`, `publishing`, and, for what needs no world model, `Choosing` and `Shaping`. Knows no interface
and no tables; every method takes and gives ids, plain values, bytes and frames. What belongs to another owner is as
unknown as what never was.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from db.jobs import Job
from db.store import EpisodeStore
from director import beginning
from director.backlog import Backlog
from director.casting.recasting import Part, parts
from director.choosing import Choosing, offer, worded
from director.continuity.checking import continuity_findings
from director.continuity.reconciling import Mismatch, Reconciliation, reconciled
from director.crew import Crew, Frame, crew_with, language_in
from director.footage import Footage
from director.interpreting import Interpreter
from director.joining import mismatches, refuse_leading_back
from director.progress import Progress, part
from director.proposing import Proposals
from director.publishing import Publishing
from director.shaping import AUTHOR as AUTHOR
from director.shaping import language_of
from director.shooting import Shooting
from director.speech.recounting import Voice, memories_json
from director.speech.spoken import spoken_at
from director.states import States
from director.suggestions import Suggestion
from director.suggestions.density import NORMAL, Density
from director.texts import one_line
from model.renderer.illustrator import Illustrator
from model.renderer.painter import Painter
from model.renderer.renderer import Renderer
from model.state import WorldState
from model.text import TextEncoder
from model.world import WorldModel
from storygraph.errors import StoryError
from storygraph.facts import Facts
from storygraph.findings import Finding
from storygraph.graph import StoryGraph
from storygraph.reshaping import begun_otherwise
from storygraph.story import Cursor, Episode, Outline

_OPEN = 4  # stories that are held in memory


class Director(Choosing):
    """An author's work in one folder. Safe to share between threads."""

    def __init__(self, store: EpisodeStore, crew: Crew, folder: Path) -> None:
        self.folder = folder
        self._store = store
        self._crew = crew
        self._backlog = Backlog(store.jobs)
        self._states = States(store, crew)
        self._interpreter = Interpreter(crew, self._states)
        self._footage = Footage(store, crew, self._states, folder)
        self._shooting = Shooting(store, crew, self._states, self._footage, self._interpreter)
        self._proposals = Proposals(store, crew, self._states, self._interpreter)
        self._publishing = Publishing(store, self._backlog, self._footage)

    @classmethod
    def open(
        cls,
        folder: Path,
        *,
        database_url: str | None = None,
        weights: str = "base",
        language_model: Path | None = None,
        plans: bool = False,
    ) -> Director:
        """The director of the episodes in `folder` (made when it is missing), with the shipped weights of that name.

        `language_model` is a folder with a causal language model, which then writes lines that directions ask for and
        do not give, and with `plans` reads directions, too. Raises StoryError when the folder, its database or the
        language model cannot be used, ValueError when the weights are unsound."""
        if plans and language_model is None:
            raise StoryError("Directions can be planned by a language model only: name its folder, too.")
        talker = None if language_model is None else language_in(language_model)
        store = EpisodeStore.open(folder, database_url, recall=_OPEN)
        renderer = Renderer(Painter.load(), Illustrator.load())
        return cls(store, crew_with(WorldModel.load(weights), TextEncoder(), renderer, talker, plans=plans), folder)

    def close(self) -> None:
        """Call off what is not done yet and let go of the database."""
        self._backlog.close()
        self._store.close()

    # Beginning

    def begin(
        self,
        prompt: str,
        *,
        picture: bytes | None = None,
        seed: int | None = None,
        aspect: str = "16:9",
        style: str | None = None,
        title: str | None = None,
        density: Density = NORMAL,
        owner: str = AUTHOR,
    ) -> Cursor:
        """A new episode whose world comes from a sentence, a picture (JPEG, PNG or WebP bytes), or both. Without a
        `seed` chance decides, and without a `style` the sentence. Raises StoryError for an aspect or a style that Nacre
        does not have, and for a prompt or picture that nothing can be made of."""
        return beginning.begun(self._store, self._crew, self._states, prompt, picture=picture, seed=seed, aspect=aspect,
                               style=style, title=title, density=density, owner=owner)  # fmt: skip

    def casting_notes(self, cursor: Cursor, *, owner: str = AUTHOR) -> tuple[str, ...]:
        """What was decided when this world was cast: whom the prompt leaves out, what stands in for what. It follows
        from prompt and seed, so it is worked out again; empty for a world that would not be cast like that now."""
        graph = self.story(cursor.episode, owner)
        return beginning.notes_of(self._crew, graph.episode, self._states.at(graph.root.start, owner))

    def cast(self, episode_id: str, *, owner: str = AUTHOR) -> tuple[Part, ...]:
        """Who and what is there when the story starts: who they are, how they look and where they stand."""
        graph = self.story(episode_id, owner)
        start = self._states.at(graph.root.start, owner)
        return parts(start.stage, start.moment, language_of(graph))

    def change_cast(
        self,
        episode_id: str,
        wanted: Sequence[Part],
        *,
        time: str | None = None,
        weather: str | None = None,
        owner: str = AUTHOR,
    ) -> Cursor:
        """Have the story start with some of its cast otherwise (see `director.casting.recasting`), perhaps at another
        `time` of day or in other `weather`; returns its start. What was acted before is kept and stale: `act_again`.

        Raises StoryError for what nobody can be or wear.
        """
        graph = self.story(episode_id, owner)
        start = beginning.recast_start(self._crew, self._states, graph, wanted, time, weather)
        return self._store.save(begun_otherwise(graph, start), graph).cursor_start()

    def import_bundle(self, path: Path, *, owner: str = AUTHOR, progress: Progress | None = None) -> Cursor:
        """A new episode from a bundle, whoever made it, now of this owner; returns its start. It keeps its id unless
        that is taken. Nothing is kept of a bundle that is damaged, of a newer version, or none at all: StoryError."""
        return beginning.brought(self._store, path, owner=owner, progress=progress)

    # Directing

    def direct(
        self,
        cursor: Cursor,
        direction: str,
        *,
        takes: int = 1,
        until_s: float | None = None,
        scene: str | None = None,
        progress: Progress | None = None,
        owner: str = AUTHOR,
    ) -> Cursor:
        """Act a beat out from the cursor, keep it, and return the cursor after it. Of several takes the one that did
        most of what was asked counts; of each only the first `until_s` seconds are kept, or all. Where the scene
        already goes on, a fork is made first; with a title `scene` the beat begins a scene of its own in any case.

        Raises StoryError when the direction cannot be understood or done; then nothing is kept.
        """
        return self._shooting.direct(cursor, direction, owner, progress, takes=takes, until_s=until_s, scene=scene)

    def retake(self, cursor: Cursor, *, progress: Progress | None = None, owner: str = AUTHOR) -> Cursor:
        """Act the beat before the cursor once more, with other chance; the new take counts, the others stay."""
        self._shooting.retake(cursor, owner, progress)
        return cursor

    def edit(self, cursor: Cursor, direction: str, *, progress: Progress | None = None, owner: str = AUTHOR) -> Cursor:
        """Other words for the beat before the cursor, acted out from where it starts. The new take counts, the others
        stay; what follows was acted from another past and is stale until it is acted again (`act_again`)."""
        self._do("edit", cursor, partial(self._shooting.edit, cursor, direction, owner), owner, progress)
        return cursor

    def act_again(self, cursor: Cursor, *, progress: Progress | None = None, owner: str = AUTHOR) -> Cursor:
        """Act again, in order, all that is stale after the cursor, in its scene and in those that grew from it: as new
        takes, of the words that are there, read anew. A take that was acted from the very state that is there now
        counts instead of another. What was finished before a cancel or an error is kept.

        Raises StoryError when nothing is stale, and for a beat that can no longer be acted.
        """
        self._do("act again", cursor, partial(self._shooting.act_again, cursor, owner), owner, progress)
        return cursor

    def suggestions(
        self, cursor: Cursor, *, count: int = 4, turn: int = 0, progress: Progress | None = None, owner: str = AUTHOR
    ) -> list[Suggestion]:
        """Three to five directions that fit the moment at the cursor, each understood and acted out beforehand:
        directed there, it is done. Another `turn` gives others; the same arguments give the same."""
        return self._proposals.at(cursor, count, turn, owner, progress)

    def write_scene(self, cursor: Cursor, *, progress: Progress | None = None, owner: str = AUTHOR) -> Cursor:
        """A whole scene after the cursor, from its hook to its turn, acted beat by beat and kept as a scene of its own;
        returns its end. Each beat is an ordinary direction. Another scene from the same place is another one.

        What was acted before a cancel is kept. Raises StoryError where nothing could happen next.
        """

        def direct(at: Cursor, direction: str, title: str | None, told: Progress | None) -> Cursor:
            return self._shooting.direct(at, direction, owner, told, scene=title)

        return self._proposals.write_scene(cursor, direct, owner, progress)

    # The story's shape

    def fork_inside(
        self,
        cursor: Cursor,
        at_s: float,
        *,
        label: str | None = None,
        title: str | None = None,
        default: bool = False,
        seconds: float | None = None,
        progress: Progress | None = None,
        owner: str = AUTHOR,
    ) -> Cursor:
        """A fork from the frame `at_s` seconds into the canonical take of the beat before the cursor. The new scene
        begins with that beat as far as the frame, to the bit, and the cursor returned stands there; a choice leads to
        it from where the beat starts. The world steps less often than there are frames: of two frames that show one
        step it is the first. Before the first step and after the last it is a fork like any other.

        Raises StoryError for a take that this world model cannot act again.
        """
        choice = offer(label or "", default=default, seconds=seconds)
        return self._shooting.fork_inside(cursor, at_s, choice, one_line(title or "", "The title"), owner, progress)

    def reconcile(self, cursor: Cursor, to: str, *, owner: str = AUTHOR) -> tuple[Mismatch, ...]:
        """What differs between the cursor and the start of the scene `to`, in the author's language, each with a
        direction that would bring about what is there, for `director.continuity.reconciling.reconciled` to pick from.
        Raises StoryError when a state of either cannot be read."""
        return mismatches(self._states.seen(self.story(cursor.episode, owner)), cursor, to)

    def rejoin(
        self,
        cursor: Cursor,
        label: str,
        to: str,
        *,
        picks: Mapping[str, str] | None = None,
        default: bool = False,
        seconds: float | None = None,
        condition: str = "",
        effects: Sequence[str] = (),
        choice: str | None = None,
        progress: Progress | None = None,
        owner: str = AUTHOR,
    ) -> Cursor:
        """A choice that leads from the cursor to a scene that exists already, reconciled as picked: `picks` says for
        the key of a `Mismatch` of `reconcile` whether to `BRIDGE` or `KEEP` it. Bridges are directed first, each as a
        beat; returns where the choice is offered then. With the id of a `choice` of the cursor's scene that one leads
        there from now on, from where it is offered.

        Raises StoryError when the choice would lead back, or a bridge cannot be acted; those before it are kept.
        """
        offered = worded(label, to, default=default, seconds=seconds, condition=condition, effects=effects)
        scene, graph = cursor.scene, self.story(cursor.episode, owner)
        refuse_leading_back(graph, scene, offered)
        if choice is not None:
            cursor = graph.leaves(scene, choice)
        picked = reconciled(self.reconcile(cursor, to, owner=owner), picks) if picks else Reconciliation()
        for k, direction in enumerate(picked.directions):
            cursor = self.direct(cursor, direction, progress=part(progress, k, len(picked.directions)), owner=owner)
        offered = replace(offered, kept=picked.kept)
        if choice is None:
            self._offer(cursor, offered, owner)
        else:
            self._lead(scene, choice, cursor, offered, owner)
        return cursor

    # Seeing

    def render(self, cursor: Cursor, *, progress: Progress | None = None, owner: str = AUTHOR) -> Path:
        """The clip (H.264 MP4, 24 frames a second) of the canonical take of the beat before the cursor. Rendered once
        and kept; rendered again when its file is damaged. Raises StoryError when it cannot be, or the disk is full."""
        return self._publishing.clip(cursor, owner, progress)

    def passes(
        self, cursor: Cursor, folder: Path, *, progress: Progress | None = None, owner: str = AUTHOR
    ) -> tuple[Path, ...]:
        """Write the control passes of the canonical take of the beat before the cursor into `folder`, as clips that
        lose nothing, beside its frames and a `passes.json` that says what they mean."""
        return self._footage.passes(self.story(cursor.episode, owner), cursor, folder, progress)

    def still(
        self, cursor: Cursor, size: tuple[int, int] | None = None, *, take: str | None = None, owner: str = AUTHOR
    ) -> Frame:
        """The frame at the cursor, `uint8 (H, W, 3)`, or at the end of another `take` of the beat before it; by default
        as large as those of clips."""
        return self._footage.still(self.story(cursor.episode, owner), cursor, size, take)

    def state(self, cursor: Cursor, *, owner: str = AUTHOR) -> dict[str, Any]:
        """The state at the cursor as JSON values, with the lines of the beat that ended there."""
        graph = self.story(cursor.episode, owner)
        state = self._states.at(graph.checkpoint_at(cursor), owner)
        return self._crew.describe(state, spoken_at(graph, cursor, state))

    def memories(
        self, cursor: Cursor, *, latest: int | None = None, owner: str = AUTHOR
    ) -> list[dict[str, Any]]:
        """What everybody who has been on stage remembers at the cursor, as JSON values: of this branch and no other. Of
        a long story perhaps only what is from the `latest` so many beats."""
        graph = self.story(cursor.episode, owner)
        stage = self._states.at(graph.checkpoint_at(cursor), owner).stage
        return memories_json(self._interpreter.known(graph, cursor, latest), Voice(stage, language=language_of(graph)))

    def checkpoint(self, cursor: Cursor, *, owner: str = AUTHOR) -> WorldState:
        """The state at the cursor as a value, to step, draw or compare; nothing done with it changes the episode."""
        return self._states.at(self.story(cursor.episode, owner).checkpoint_at(cursor), owner)

    def story(self, episode_id: str, owner: str = AUTHOR) -> StoryGraph:
        """The episode as last saved. Raises StoryError when this owner has none of that id."""
        return self._store.load(episode_id, owner)

    def continuity(self, episode_id: str, *, owner: str = AUTHOR) -> tuple[Finding, ...]:
        """What contradicts itself on some way through the episode, told in the author's language."""
        graph = self.story(episode_id, owner)
        return continuity_findings(self._states.seen(graph), language_of(graph))

    def episodes(self, owner: str = AUTHOR) -> list[Episode]:
        """This owner's episodes, the last changed first."""
        return self._store.episodes(owner)

    def outlines(self, owner: str = AUTHOR) -> list[Outline]:
        """This owner's episodes with their sizes, the last changed first; no story is read for it."""
        return self._store.outlines(owner)

    # Long work

    def export(
        self, episode_id: str, format: str, out: Path, *, owner: str = AUTHOR, progress: Progress | None = None
    ) -> Path:
        """Write the episode to `out` in a format of `scripts.formats` and return the file to open. Clips that are
        not there yet are rendered first where the format shows them."""
        return self._publishing.export(episode_id, format, out, owner, progress)

    def start_export(
        self,
        episode_id: str,
        format: str,
        out: Path,
        *,
        finish: Callable[[Path], object] | None = None,
        owner: str = AUTHOR,
    ) -> Job:
        """Export as soon as what was started before is done, while the author goes on; returns at once. `finish` is
        given `out` when all is written, as the last part of the job."""
        return self._publishing.start_export(episode_id, format, out, owner, finish)

    def follow(self, job_id: str, progress: Progress, *, owner: str = AUTHOR) -> Path:
        """Wait for a job that was started here and return what it made, telling how far it is. Raises what it raised;
        when `progress` raises, the job is called off."""
        made: Path = self._backlog.follow(self._store.jobs.get(job_id, owner), progress)
        return made

    def jobs(self, owner: str = AUTHOR) -> list[Job]:
        """This owner's renderings, exports, edits and what was acted again, the newest first, with what became of them:
        whose process died before it was done is `lost`."""
        return self._store.jobs.of(owner)

    def job(self, job_id: str, *, owner: str = AUTHOR) -> Job:
        """What has become of a job so far. Raises StoryError when this owner has no such job."""
        return self._store.jobs.get(job_id, owner)

    def cancel_job(self, job_id: str, *, owner: str = AUTHOR) -> None:
        """Call a job off, whatever process does it; what was finished of it stays. Raises StoryError when this owner
        has no such job."""
        self._backlog.cancel(job_id, owner)

    # Inside

    def _do(
        self, kind: str, cursor: Cursor, work: Callable[[Progress], object], owner: str, progress: Progress | None
    ) -> None:
        """Work at a place of a story as a job, waited for."""
        self.story(cursor.episode, owner).scene_at(cursor)
        about = {"scene": cursor.scene, "beat": cursor.beat}
        self._backlog.now(kind, cursor.episode, about, work, owner=owner, progress=progress)

    def _facts_in(self, graph: StoryGraph) -> Callable[[str], Facts | None]:
        return self._states.seen(graph).facts
