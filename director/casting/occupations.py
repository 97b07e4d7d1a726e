"""People at what they are busy with: around the table of a meal, by a bed, at a desk, with what it takes.

What is told of where or how somebody is comes first; who is busy only fills in the rest. Knows nothing of text.
"""

from __future__ import annotations

from collections.abc import Sequence

from director.casting.scene import Scene
from director.casting.telling import Opening
from director.lexicon.pursuits import Pursuit
from model.layout import Relation

_SERVING = frozenset({"waiter", "waitress", "guard", "innkeeper"})
_MOST_SET = 4  # who have a plate or a cup of their own


class Occupations:
    """Puts the people of a scene to work."""

    def __init__(self, scene: Scene) -> None:
        self.scene, self.company = scene, scene.company

    def occupy(self, opening: Opening) -> None:
        """What an opening says that people are busy with."""
        if opening.pursuit is not None:
            others = [i for i in self.scene.ids(opening.other) if self.scene.by_id(i).kind == "person"]
            self.engage(opening.pursuit, [i for start in opening.starts for i in self.scene.ids(start)], others)

    def everybody(self) -> list[str]:
        """All people but those who serve."""
        return [e.id for e in self.company.entities if e.kind == "person" and e.look.get("role") not in _SERVING]

    def engage(self, pursuit: Pursuit, who: Sequence[str], others: Sequence[str] = ()) -> None:
        """People at what they are busy with, and those to whom it is done, unless it is told how they are."""
        scene = self.scene
        who, others = ([i for i in some if self._is_free(i)] for some in (who, others))
        at = self._where(pursuit) if who else None
        if at is None:
            return
        place = scene.by_id(at)
        if pursuit.other == "lies":
            for other in others[:1]:
                scene.rest("lies", scene.by_id(other), place, True)
                scene.relations += [Relation("faces", i, other) for i in who]
        faced = [r.other for r in scene.relations if r.kind == "faces" and r.subject in who and r.other is not None]
        with_them = dict.fromkeys([*who, *others, *filter(self._is_free, faced)])
        together = list(with_them) if pursuit.other == "sits" else who
        if pursuit.posture == "sits":  # around it is near enough
            scene.relations = [
                r for r in scene.relations if r.kind != "near" or not {r.subject, r.other} <= {*together}
            ]
        for i in together:
            if pursuit.posture == "sits":
                scene.rest("sits", scene.by_id(i), place, False)
            else:
                scene.relate("near", i, at)
                scene.relations += [] if pursuit.other else [Relation("faces", i, at)]
        for i in together[:_MOST_SET]:
            self._equip(pursuit, i, at)

    def _is_free(self, i: str) -> bool:
        """Whether of a person nothing is told of where or how he is."""
        set_down = any(r.subject == i and r.kind in ("sits", "lies", "kneels", "on", "inside", "flies")
                       for r in self.scene.relations)  # fmt: skip
        acts = any(i in (a.actor, a.target) for a in self.scene.actions)
        return self.scene.by_id(i).kind == "person" and not (set_down or acts or i in self.scene.on_their_feet)

    def _where(self, pursuit: Pursuit) -> str | None:
        """What it is done at; it is brought where people live or if it goes anywhere, but nobody is put to bed for a
        visitor."""
        for archetype in pursuit.at:
            for e in self.company.entities:
                if e.archetype == archetype:
                    return e.id
        fits = pursuit.other != "lies" and (self.company.place.indoor or pursuit.anywhere)
        return self.company.bring(pursuit.at[0]) if fits else None

    def _equip(self, pursuit: Pursuit, who: str, at: str) -> None:
        """What somebody needs for it, in the hand or before him."""
        relations = self.scene.relations
        held = {r.other for r in relations if r.kind == "holds"}
        if any(r.kind == "holds" and r.subject == who for r in relations):
            return
        if needed := pursuit.hand or pursuit.upon:
            placed = {r.subject for r in relations if r.kind == "on"} | held
            free = next((e.id for e in self.company.entities if e.archetype == needed and e.id not in placed), None)
            thing = free or self.company.bring(needed)
            if thing is not None:
                relations.append(Relation("holds", who, thing) if pursuit.hand else Relation("on", thing, at))
