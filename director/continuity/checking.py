"""A story checked for continuity: the ledger of its graph, told the facts of its states and takes, and told in words.

Knows graphs, snapshots of states and takes; where they are kept is for the caller to say (`Look`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, partial

from director.continuity.accounts import account_of
from director.continuity.moments import Snapshot
from director.continuity.references import Index, Known, happened, index, may_refer, references
from director.continuity.telling import told
from director.lexicon.timing import LATER
from director.speech.memory import Event, Step, events, steps
from storygraph.continuity import Path, Sources, contradictions, lost_by
from storygraph.facts import NOTHING_DONE, Account, Facts, Reference
from storygraph.findings import Finding, Way
from storygraph.graph import StoryGraph
from storygraph.story import Cursor, Take

Look = Callable[[str], Snapshot | None]  # at a checkpoint of that SHA-256; None when it is damaged


@dataclass(frozen=True)
class SeenStory:
    """A graph whose states can be looked at."""

    graph: StoryGraph
    look: Look

    @cached_property
    def sources(self) -> Sources:
        """Where the ledger gets what it cannot see."""
        return Sources(self.facts, self._account, lambda words: bool(LATER.search(words)))

    def facts(self, checkpoint: str) -> Facts | None:
        seen = self.look(checkpoint)
        return None if seen is None else seen.facts

    def _account(self, scene_id: str, number: int, take: Take) -> Account:
        key = (scene_id, number, take.id)
        if key not in self._accounts:
            self._accounts[key] = self._account_of(scene_id, number, take)
        return self._accounts[key]

    @cached_property
    def _accounts(self) -> dict[tuple[str, int, str], Account]:
        return {}

    def _account_of(self, scene_id: str, number: int, take: Take) -> Account:
        began, ended = self.look(take.start or ""), self.look(take.checkpoint)
        if ended is None:
            return NOTHING_DONE
        things = ended.facts.things
        props = frozenset(thing.id for thing in things.values() if not thing.lives)
        under_way = () if began is None else began.under_way
        referring = tuple(self._references(scene_id, number, take, ended))
        return account_of(take, ended.ids, props, under_way, referring)

    def lost(self, scene_id: str, beat: int) -> frozenset[str]:
        """Who has died and what was destroyed at a place, on the line of checkpoints that leads there."""
        return lost_by(self.graph, self.sources, scene_id, beat)

    # What is spoken of

    def _references(self, scene_id: str, number: int, take: Take, ended: Snapshot) -> Iterator[Reference]:
        here = Cursor(self.graph.episode.id, scene_id, number)
        lines = [
            event
            for event in self._happened_in(Step(here, self.graph.scene(scene_id).title, take))
            if event.text is not None and may_refer(event.text, event.source)
        ]
        if not lines:
            return
        before = [
            Known(event, happened(event, seen.ids))
            for step in steps(self.graph, here)[:-1]
            if (seen := self.look(step.take.checkpoint)) is not None
            for event in self._happened_in(step)
        ]
        for line in lines:
            yield from references(line, before, self._places, ended.stage, ended.ids)

    def _happened_in(self, step: Step) -> list[Event]:
        if step.end not in self._happened:
            self._happened[step.end] = self._events_of(step)
        return self._happened[step.end]

    @cached_property
    def _happened(self) -> dict[Cursor, list[Event]]:
        return {}

    def _events_of(self, step: Step) -> list[Event]:
        seen = self.look(step.take.checkpoint)
        if seen is None or "camera" not in step.take.directive:  # not a directive as Nacre keeps them
            return []
        return events(step, {entity.id: entity.name for entity in seen.stage.entities})

    @cached_property
    def _places(self) -> Index:
        """Where everything happens, in all branches."""
        found: list[tuple[Event, Mapping[str, str]]] = []
        for scene in self.graph.scenes.values():
            for number, beat in enumerate(scene.beats, start=1):
                step = Step(Cursor(self.graph.episode.id, scene.id, number), scene.title, beat.take)
                seen = self.look(beat.take.checkpoint)
                if seen is not None:
                    found += [(event, seen.ids) for event in self._happened_in(step)]
        return index(found)


def continuity_findings(story: SeenStory, language: str = "en") -> tuple[Finding, ...]:
    """Everything that contradicts itself on some way through the story, each with that way and a way to mend it."""
    found = contradictions(story.graph, story.sources)
    return tuple(
        Finding(f"continuity-{c.kind}", told(story.graph, c, story.facts, language), c.scene, c.beat, c.choice,
                way=partial(_way, story.graph.episode.id, c.path))
        for c in found
    )  # fmt: skip


def _way(episode: str, path: Path) -> Way:
    return tuple(Cursor(episode, scene, beat) for scene, beat in path)
