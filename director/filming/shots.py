"""Which shot a beat is filmed in: what the author ordered, or else what keeps those who act in the picture.

The beat has been acted before its shot is chosen, so the choice knows where everybody goes. Knows the words of the
camera and how to look at a frame's boxes; how a camera is placed is `camera`'s business. Draws nothing.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from director.directive import CameraOrder, Directive
from director.filming.camera import compose
from director.filming.clearance import solids
from director.filming.framing import figure, legs_act
from director.filming.moves import clamped, move
from director.filming.talk import Talk, talk_in
from director.statejson import Box, Boxes
from model.camera import SHOT_SIZES, Camera
from model.moment import Moment
from model.stage import Stage

Look = Callable[[Stage, Moment, Camera], Boxes]

GLIDE_S = 1.4  # how long a camera takes to travel from the last shot into this one
_CUTS_THAT_GLIDE = ("long-take", "camera movement transition")
_NEAR = frozenset(
    "talk feel hug give take face wave point sit kneel light put_out open close drop put_on stand nod shake_head bow "
    "clap cheer salute pray cry eat shake_hands examine attack push kick help_up shield".split()
)  # what is lost in a picture of the whole place
_LARGE, _SMALL = 0.3, 0.17  # least height in the frame of who acts, for such deeds and for others
_SPEAKING = 0.42  # and of who speaks, so that one reads in the face what is meant
_WHOLE = 0.85  # of a body's width is in the frame, for it to count as seen
_FAR_M = 2.5  # who goes farther is followed
_STEEP = math.radians(22.0)  # how far a camera that is held may look down or up at somebody's breast
_BACK = math.radians(105.0)  # how far off somebody's heading a camera may be to see their face
_READ = math.radians(66.0)  # and to read it, as one must that of somebody who speaks
_BREAST = 1.0  # m above their feet
_RISES = (0.0, 0.6, 1.2, 1.8, 2.6, 3.5)  # m by which a gliding camera may pass over things
_CLEAR = 0.25  # m between it and them
_ALL, _PATIENT = 0.999, 0.6  # share of what should be seen for which a shot is chosen, and kept where cuts are few
_CUT_SHARE, _SHORTEST_PART_S = 0.45, 1.0  # where in a beat a fast layout cuts, and what must be left on both sides


@dataclass(frozen=True, slots=True)
class Shot:
    """`camera` as it is composed, the camera it comes gliding from, if it does, over what stands between, and the one
    it cuts to within the beat, if it does."""

    camera: Camera
    glides_from: Camera | None = None
    glides_over: float = 0.0  # m that it rises on its way
    legs: frozenset[int] = frozenset()  # rows of those whose legs must be seen
    cuts_to: Camera | None = None
    cuts_at: float = 0.0  # s into the beat

    def at(self, stage: Stage, moment: Moment, *, t: float, duration: float) -> Camera:
        """The camera `t` seconds into a beat of `duration` seconds."""
        if self.cuts_to is not None and t >= self.cuts_at:
            return move(self.cuts_to, stage, moment, t=t, duration=duration)
        there = move(self.camera, stage, moment, t=t, duration=duration, legs=self.legs)
        if self.glides_from is None or t >= GLIDE_S:
            return there
        share = t / GLIDE_S
        return _between(self.glides_from, there, share * share * (3.0 - 2.0 * share), self.glides_over)


def choose_shot(directive: Directive, stage: Stage, moments: Sequence[Moment], previous: Camera, *, seed: int,
                look: Look) -> Shot:
    """The shot for a beat with these `moments`, after a beat that ended with the camera `previous`; `look` tells what
    a camera sees."""
    layout, directive = directive.layout, directive.asked
    order = directive.camera
    if order is not None and order != CameraOrder():
        return _ordered(order, directive, stage, moments, previous, seed)
    involved = _involved(directive, stage)
    if not involved:
        return _held(previous, previous.subject)
    talk = talk_in(directive, stage, moments)
    dialogue = None if talk is None else _dialogue(talk, stage, moments, previous, seed, look)
    if dialogue is not None:
        return dialogue if layout != "Stable" else replace(dialogue, cuts_to=None)
    candidates = _candidates(directive, involved, stage, moments, previous, seed)
    if layout == "Fast":
        candidates = _moved_on(candidates, previous)
    best = _best(candidates, directive, involved, stage, moments, look, _PATIENT if layout == "Stable" else _ALL)
    if layout == "Stable":
        return _glided(best, previous, stage, moments)
    return best if layout == "Calm" else _quickened(best, directive, involved, stage, moments, seed, look)


def cut_back(directive: Directive, left: Camera | None) -> Directive:
    """The directive of a cutback, with whom and how large the shot showed that was left by a cutaway, where its words
    say nothing of that. `left` is None when nothing was cut away from: then it is a plain cut, and said so."""
    order = directive.camera or CameraOrder()
    if left is None:
        note = "There was no cutaway to cut back from: this is a plain cut."
        return replace(directive, readings=(*directive.readings, note))
    subject = order.subject or (None if _main(directive) else left.subject)
    return replace(directive, camera=replace(order, subject=subject, shot_size=order.shot_size or left.shot_size))


# What was ordered.


def _ordered(
    order: CameraOrder, directive: Directive, stage: Stage, moments: Sequence[Moment], previous: Camera, seed: int
) -> Shot:
    subject = order.subject or _subject_of_cut(order.cut, directive, stage, previous) or _main(directive)
    subject = subject or previous.subject
    size, kind = order.shot_size or _size_of_cut(order.cut, previous.shot_size), order.camera_type or "Static"
    together = size != "Close-up" and not _goes_along(kind)
    company = [who for who in order.company if _known(stage, who)] if together else []
    subject = None if company else _known(stage, subject)
    glides = order.cut in _CUTS_THAT_GLIDE
    cuts = order.cut is not None and not glides
    camera = _composed(stage, moments, size, kind, subject, previous, seed, company, cuts=cuts)
    over = _clear_height(previous, camera, stage, moments[0]) if glides else 0.0
    return Shot(camera, previous if glides else None, over, legs_act(moments))


def _clear_height(start: Camera, end: Camera, stage: Stage, moment: Moment) -> float:
    """How far a camera on its way from one place to another must rise to pass over what stands between."""
    shares = np.linspace(0.1, 0.9, 17)
    there = solids(stage, (moment,))

    def meets(rise: float) -> int:
        ways = [clamped(np.asarray(_between(start, end, float(share), rise).position), stage) for share in shares]
        return sum(bool(there.holding(place[None], _CLEAR).any()) for place in ways)

    return min(_RISES, key=lambda rise: (meets(rise), rise))


def _composed(stage: Stage, moments: Sequence[Moment], size: str, kind: str, subject: str | None,
              previous: Camera | None, seed: int, company: Sequence[str] = (), partner: str | None = None, *,
              cuts: bool = False) -> Camera:
    """The camera for a beat of these moments. One that stays suits the middle of the beat, when those who turn to
    somebody have turned; one that goes along begins with them."""
    moment = moments[0] if _goes_along(kind) else moments[len(moments) // 2]
    return compose(stage, moment, shot_size=size, camera_type=kind, subject=subject, aspect=stage.aspect, seed=seed,
                   previous=previous, beat=moments, company=company, partner=partner, cuts=cuts)  # fmt: skip


def _goes_along(kind: str) -> bool:
    return kind == "Tracking" or kind.startswith("POV")


def _size_of_cut(cut: str | None, size: str) -> str:
    step = {"cut-in": 1, "cut-out": -1}.get(cut or "", 0)
    if cut == "cutaway":
        return "Close-up"
    return SHOT_SIZES[min(max(SHOT_SIZES.index(size) + step, 0), len(SHOT_SIZES) - 1)]


def _subject_of_cut(cut: str | None, directive: Directive, stage: Stage, previous: Camera) -> str | None:
    """A cutaway shows something off the main line: what its words speak of, things first, or what nobody speaks of;
    not what the last shot showed."""
    if cut != "cutaway":
        return None
    kinds = {entity.id: entity.kind for entity in stage.entities}
    spoken_of = sorted(_involved(directive, stage), key=lambda who: kinds[who] != "prop")
    others = [e.id for e in stage.entities if e.id not in spoken_of and "fixed" not in e.traits]
    return next((who for who in (*spoken_of, *others) if who != previous.subject), None)


# What nobody ordered.


def _held(previous: Camera, subject: str | None, legs: frozenset[int] = frozenset()) -> Shot:
    """The last shot goes on; when its camera has to turn to somebody else, it turns, it does not jump."""
    return Shot(replace(previous, camera_type="Static", subject=subject), previous, legs=legs)


def _is_level(camera: Camera, moments: Sequence[Moment], row: int) -> bool:
    """Whether a camera neither looks far down nor far up at somebody all through a beat, unless they fly: one that was
    up on a tower is no place to film the square from."""
    for moment in (moments[0], moments[-1]):
        x, y, z = (float(v) for v in np.asarray(camera.position) - moment.position[row])
        flies = moment.pose_name(row) == "fly"
        if not flies and abs(math.atan2(y - _BREAST, math.hypot(x, z))) > _STEEP:
            return False
    return True


def _candidates(
    directive: Directive, involved: Sequence[str], stage: Stage, moments: Sequence[Moment], previous: Camera, seed: int
) -> Iterator[Shot]:
    """Shots from the best on: hold the last one, then those that suit what happens."""
    main = _main(directive) or involved[0]
    row, legs = stage.index(main), legs_act(moments)
    if (previous.shot_size != "Close-up" or previous.subject == main) and _is_level(previous, moments, row):
        yield _held(previous, main, legs)
    goes_far = max(float(np.linalg.norm(m.position[row] - moments[0].position[row])) for m in moments) > _FAR_M
    medium = [("Medium", "Static", main), ("Medium", "Static", None)]
    wide = [("Wide", "Static", main), ("Wide", "Tracking", main), ("Wide", "Static", None)]
    players = [who for who in involved if stage.entities[stage.index(who)].kind != "prop"]
    if goes_far:
        wide = [("Wide", "Tracking", main), ("Wide", "Static", None)]
    for size, kind, subject in medium + wide if _is_near(directive) and not goes_far else wide:
        together = players if size == "Medium" and len(players) > 1 else ()
        yield Shot(_composed(stage, moments, size, kind, subject, previous, seed, together), legs=legs)


def _glided(shot: Shot, previous: Camera, stage: Stage, moments: Sequence[Moment]) -> Shot:
    """The shot, come to without a cut."""
    if shot.glides_from is not None or _goes_along(shot.camera.camera_type):
        return shot
    return replace(shot, glides_from=previous, glides_over=_clear_height(previous, shot.camera, stage, moments[0]))


def _moved_on(candidates: Iterator[Shot], previous: Camera) -> Iterator[Shot]:
    """The same shots, those of another size than the last one first, and none in which that one goes on."""
    rest = [shot for shot in candidates if shot.glides_from is None]
    yield from sorted(rest, key=lambda shot: shot.camera.shot_size == previous.shot_size)


def _quickened(shot: Shot, directive: Directive, involved: Sequence[str], stage: Stage, moments: Sequence[Moment],
               seed: int, look: Look) -> Shot:
    """The shot with a cut in it to the face of somebody it is about, where that can be seen and there is time."""
    at = round(_CUT_SHARE * (len(moments) - 1))
    after = moments[at:]
    times = [float(m.time_s - moments[0].time_s) for m in (after[0], moments[-1])]
    if times[0] < _SHORTEST_PART_S or times[1] - times[0] < _SHORTEST_PART_S:
        return shot
    main = _main(directive)
    for who in sorted(involved, key=lambda who: who == main):  # first whom it is done to
        if stage.entities[stage.index(who)].kind != "person" or shot.camera.shot_size == "Close-up":
            continue
        closer = _composed(stage, after, "Close-up", "Static", who, shot.camera, seed)
        if _shows_face(Shot(closer), who, stage, after, look):
            return replace(shot, cuts_to=closer, cuts_at=times[0])
    return shot


def _dialogue(talk: Talk, stage: Stage, moments: Sequence[Moment], previous: Camera, seed: int,
              look: Look) -> Shot | None:
    """Opens on who speaks and cuts to the face of who listens, from the same side of the line between them; stays where
    that cannot be seen. None where who speaks cannot be seen."""
    if talk.step is None:
        openings = _openings(talk, stage, moments, previous, seed)
        return next((shot for shot in openings if _shows_face(shot, talk.speaker, stage, moments, look)), None)
    before, after = moments[: talk.step + 1], moments[talk.step :]
    pair = after[0].position[[stage.index(talk.speaker), stage.index(talk.listener)]]
    uncut = None
    for opening in _openings(talk, stage, before, previous, seed):
        if not _shows_face(opening, talk.speaker, stage, before, look):
            continue
        if uncut is None and _shows_face(opening, talk.speaker, stage, moments, look):
            uncut = opening
        listens = _composed(stage, after, "Close-up", "Static", talk.listener, opening.camera, seed, (), talk.speaker)
        if _same_side(opening.camera, listens, pair) and _shows_face(Shot(listens), talk.listener, stage, after, look):
            return replace(opening, cuts_to=listens, cuts_at=float(after[0].time_s - moments[0].time_s))
    return uncut


def _openings(talk: Talk, stage: Stage, moments: Sequence[Moment], previous: Camera, seed: int) -> Iterator[Shot]:
    """Shots of who speaks: the last one, where it is one, then one from its side, and from wherever is best."""
    if previous.subject == talk.speaker and previous.shot_size != "Wide":
        yield _held(previous, talk.speaker)
    for side in (previous, None):
        yield Shot(_composed(stage, moments, "Medium", "Static", talk.speaker, side, seed, (), talk.listener))


def _shows_face(shot: Shot, who: str, stage: Stage, moments: Sequence[Moment], look: Look) -> bool:
    """Whether a face can be seen, whole and free, through these moments."""
    row, duration = stage.index(who), float(moments[-1].time_s - moments[0].time_s)
    for moment in (moments[0], moments[len(moments) // 2], moments[-1]):
        camera = shot.at(stage, moment, t=float(moment.time_s - moments[0].time_s), duration=duration)
        boxes, seen = look(stage, moment, camera), figure(stage, moment, row)
        face = boxes[who][1]
        if face is None or face[0] < 0.0 or face[1] < 0.0 or face[2] > 1.0 or face[3] > 1.0 or seen.skull is None:
            return False
        eyes = (seen.skull[0] + seen.skull[1]) / 2
        eyes[1] = seen.eyes
        hidden = solids(stage, (moment,), (row,)).hiding(np.asarray(camera.position)[None], eyes[None, None])
        if hidden.any() or _is_behind(camera, moment, row) or _is_hidden(who, boxes, stage, moment, camera):
            return False
    return True


def _same_side(one: Camera, other: Camera, pair: npt.NDArray[np.float32]) -> bool:
    """Whether two cameras are on the same side of the line between two places."""
    (x, _, z), (dx, _, dz) = pair[0], pair[1] - pair[0]
    hands = [dz * (camera.position[0] - x) - dx * (camera.position[2] - z) for camera in (one, other)]
    return bool(hands[0] * hands[1] > 0.0)


def _best(candidates: Iterator[Shot], directive: Directive, involved: Sequence[str], stage: Stage,
          moments: Sequence[Moment], look: Look, enough: float) -> Shot:
    """The first shot that shows `enough` of what should be seen; else the one that shows the most."""
    main = _main(directive) or involved[0]
    shows = _is_near(directive) or stage.index(main) in legs_act(moments)
    least = _SPEAKING if directive.lines else _LARGE if shows else _SMALL
    best, most = None, -1.0
    for shot in candidates:
        seen = _seen(shot, involved, main, shows, least, stage, moments, look)
        if seen > most:
            best, most = shot, seen
        if most > enough:
            break
    assert best is not None  # there is always a wide shot
    return best


def _seen(shot: Shot, involved: Sequence[str], main: str, shows: bool, least: float, stage: Stage,
          moments: Sequence[Moment], look: Look) -> float:
    """Share of the beat at which those who act can be seen, whom it is about counting for most; times when somebody
    is off stage do not count, and how it ends counts twice. One who `shows` something is seen well when at least so
    large and not from behind."""
    seen, asked = 0.0, 0.0
    for step in sorted({0, len(moments) // 2, len(moments) - 1}):
        moment, t = moments[step], float(moments[step].time_s - moments[0].time_s)
        camera = shot.at(stage, moment, t=t, duration=float(moments[-1].time_s - moments[0].time_s))
        boxes = look(stage, moment, camera)
        for who in involved:
            if moment.present[stage.index(who)] > 0.5:
                weight = (3.0 if who == main else 1.0) * (2.0 if step == len(moments) - 1 else 1.0)
                well = _is_well_in(boxes[who][0], least if who == main else 0.03)
                if stage.index(who) in shot.legs:
                    well = well and _shows_feet(boxes[who][0])
                if who == main:
                    well = well and not _is_hidden(who, boxes, stage, moment, camera)
                asked += weight
                behind = shows and who == main and _is_behind(camera, moment, stage.index(who))
                seen += weight * well * (0.6 if behind else 1.0)
    return seen / asked if asked else 1.0


def _is_behind(camera: Camera, moment: Moment, row: int) -> bool:
    """Whether a camera looks at somebody's back, or at one who speaks from where the face cannot be read."""
    x, _, z = (float(v) for v in np.asarray(camera.position) - moment.position[row])
    most = _READ if moment.speaking[row] > 0.5 else _BACK
    return abs(math.remainder(math.atan2(x, z) - float(moment.heading[row]), math.tau)) > most


def _is_hidden(who: str, boxes: Boxes, stage: Stage, moment: Moment, camera: Camera) -> bool:
    """Whether something nearer to the camera covers more than half of an entity's box."""
    mine = boxes[who][0]
    if mine is None:
        return True
    away = np.linalg.norm(moment.position - np.array(camera.position, np.float32), axis=1)
    mine_away = away[stage.index(who)]
    others = [boxes[e.id][0] for row, e in enumerate(stage.entities) if e.id != who and away[row] < mine_away - 0.3]
    area = (mine[2] - mine[0]) * (mine[3] - mine[1])
    return any(_overlap(mine, other) > 0.5 * area for other in others if other is not None)


def _overlap(a: Box, b: Box) -> float:
    return max(0.0, min(a[2], b[2]) - max(a[0], b[0])) * max(0.0, min(a[3], b[3]) - max(a[1], b[1]))


def _is_well_in(box: Box | None, least: float) -> bool:
    if box is None:
        return False
    y, seen = (box[1] + box[3]) / 2, min(box[2], 1.0) - max(box[0], 0.0)
    return seen >= _WHOLE * (box[2] - box[0]) and -0.1 <= y <= 1.1 and box[3] - box[1] >= least


def _shows_feet(box: Box | None) -> bool:
    return box is not None and box[3] < 1.01


# Who it is about.


def _main(directive: Directive) -> str | None:
    """Whom the beat is about: who speaks, else who acts first."""
    if directive.lines:
        return directive.lines[0].speaker
    return next((a.actor for a in directive.actions if a.actor is not None), None)


def _involved(directive: Directive, stage: Stage) -> list[str]:
    ids = [i for a in directive.actions for i in (a.actor, a.target, a.object)] + [x.speaker for x in directive.lines]
    return [i for i in dict.fromkeys(ids) if i is not None and _known(stage, i)]


def _known(stage: Stage, entity_id: str | None) -> str | None:
    return entity_id if any(e.id == entity_id for e in stage.entities) else None


def _is_near(directive: Directive) -> bool:
    return bool(directive.lines) or all(a.verb in _NEAR for a in directive.actions)


def _between(a: Camera, b: Camera, share: float, rise: float) -> Camera:
    """b, seen from a place a share of the way from a, on an arc that is `rise` metres higher half way. It looks ahead:
    what it comes to is in the picture when it is half way there."""
    def mixed(p: tuple[float, float, float], q: tuple[float, float, float], part: float) -> tuple[float, float, float]:
        x, y, z = ((1 - part) * u + part * v for u, v in zip(p, q, strict=True))
        return x, y, z

    x, y, z = mixed(a.position, b.position, share)
    ahead = 1.0 - (1.0 - share) ** 2
    return replace(b, position=(x, y + rise * math.sin(math.pi * share), z), target=mixed(a.target, b.target, ahead),
                   fov_deg=(1 - share) * a.fov_deg + share * b.fov_deg)  # fmt: skip
