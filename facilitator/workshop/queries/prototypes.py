"""Ideas, the versions built to try them, and what people said of each: four piles, faces, and whose view it was."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import sqlalchemy as sa

from facilitator.domain.errors import BadChange, NotFound
from facilitator.domain.gestures.prototypes import add_prototype
from facilitator.domain.gestures.trying import add_trial, decide, edit_decision, edit_trial
from facilitator.domain.prototypes import Decision, Feedback, Idea, IdeaNote, Prototype, Trial
from facilitator.domain.schema import shapes, table_of

if TYPE_CHECKING:
    import uuid
    from collections.abc import Iterable, Mapping

    from facilitator.domain.change import Change
    from facilitator.workshop.reader import Reader

_idea, _idea_note, _prototype = map(table_of, (Idea, IdeaNote, Prototype))
_trial, _feedback, _decision = map(table_of, (Trial, Feedback, Decision))
PILES = ("worked", "change", "question", "idea")
"""The four piles of the feedback grid."""
FACES = (1, 2, 3, 4)
"""Ratings, from sad to glad."""
PERSPECTIVES = tuple(filter(None, shapes()["feedback"].columns["perspective"].choices or ()))


@dataclass(frozen=True, slots=True)
class VersionItem:
    """A version in a list; `said` counts what people said of it, `outcome` what was decided, if anything."""

    id: uuid.UUID
    version: int
    name: str
    form: str
    said: int
    outcome: str


@dataclass(frozen=True, slots=True)
class IdeaItem:
    """An idea and its versions, the first one first. `outcome` is what was decided of the idea as a whole; `source_id`
    the theme or the option of a vote that it grew from, `notes` how many notes.
    """

    id: uuid.UUID
    name: str
    who_for: str
    need: str
    who_delivers: str
    outcome: str
    versions: tuple[VersionItem, ...]
    source_id: uuid.UUID | None
    notes: int


@dataclass(frozen=True, slots=True)
class FeedbackLine:
    """One thing somebody said. `withheld` ones stay on the facilitator's screen."""

    id: uuid.UUID
    kind: str
    text: str
    language: str
    translation: str
    perspective: str
    withheld: bool
    position: float


@dataclass(frozen=True, slots=True)
class DecisionLine:
    """What was decided, why, and who does what by when (YYYY-MM-DD)."""

    id: uuid.UUID
    what: str
    outcome: str
    reason: str
    who: str
    by_when: str


@dataclass(frozen=True, slots=True)
class PrototypeBoard:
    """A version with what was said of it. `piles` has a pile for each of `PILES`, in the order things were said.

    `faces` counts ratings by face, `faces_by` the same for each perspective; `perspectives` counts everything said by
    each. Withheld feedback stands in its pile but is in no count. `used_by` and `delivered_by` are those who tried it.
    """

    id: uuid.UUID
    idea_id: uuid.UUID
    idea: str
    name: str
    version: int
    form: str
    description: str
    to_learn: tuple[str, ...]
    piles: Mapping[str, tuple[FeedbackLine, ...]]
    faces: Mapping[int, int]
    faces_by: Mapping[str, Mapping[int, int]]
    perspectives: Mapping[str, int]
    used_by: int
    delivered_by: int
    decision: DecisionLine | None
    versions: tuple[VersionItem, ...]

    def said(self, kind: str) -> int:
        """How many things of a pile the room may know of."""
        return sum(not line.withheld for line in self.piles[kind])


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two versions of one idea, the earlier one first."""

    before: PrototypeBoard
    after: PrototypeBoard


def ideas(reader: Reader) -> tuple[IdeaItem, ...]:
    """Every idea with its versions, in order."""
    decided = {one.idea_id: one.outcome for one in _decisions(reader) if one.idea_id and not one.prototype_id}
    return tuple(
        IdeaItem(
            one.id,
            one.name,
            one.who_for,
            one.need,
            one.who_delivers,
            decided.get(one.id, ""),
            _versions(reader, one.id),
            one.theme_id or one.option_id,
            reader.count(IdeaNote, _idea_note.c.idea_id == one.id),
        )
        for one in reader.find(Idea, order_by=(_idea.c.position, _idea.c.name))
    )


def prototype_board(reader: Reader, prototype_id: uuid.UUID) -> PrototypeBoard | None:
    """A version with what was said of it, or None when there is no such version."""
    return reader.once(("prototype", prototype_id), lambda: _prototype_board(reader, prototype_id))


def _prototype_board(reader: Reader, prototype_id: uuid.UUID) -> PrototypeBoard | None:
    prototype = reader.get(Prototype, prototype_id)
    if prototype is None:
        return None
    idea = reader.get(Idea, prototype.idea_id)
    said = reader.find(Feedback, _feedback.c.prototype_id == prototype_id, order_by=(_feedback.c.position,))
    trials = reader.find(Trial, _trial.c.prototype_id == prototype_id)
    heard = [one for one in said if not one.withheld]
    return PrototypeBoard(
        id=prototype.id,
        idea_id=prototype.idea_id,
        idea=idea.name if idea else "",
        name=prototype.name,
        version=prototype.version,
        form=prototype.form,
        description=prototype.description,
        to_learn=tuple(filter(None, map(str.strip, prototype.to_learn.splitlines()))),
        piles={kind: tuple(_line(one) for one in said if one.kind == kind) for kind in PILES},
        faces=_faces(heard),
        faces_by={who: _faces(one for one in heard if one.perspective == who) for who in PERSPECTIVES},
        perspectives={who: sum(one.perspective == who for one in heard) for who in PERSPECTIVES},
        used_by=sum(trial.used_by for trial in trials),
        delivered_by=sum(trial.delivered_by for trial in trials),
        decision=_decision_on(reader, prototype_id),
        versions=_versions(reader, prototype.idea_id),
    )


def compared(reader: Reader, one_id: uuid.UUID, other_id: uuid.UUID) -> Comparison:
    """Two versions side by side. Raises NotFound when one is gone, BadChange when they are not of one idea."""
    boards = [prototype_board(reader, one) for one in (one_id, other_id)]
    found = sorted((board for board in boards if board is not None), key=lambda board: board.version)
    if len(found) < 2:
        raise NotFound("That version is not in this workshop any more.")
    if found[0].idea_id != found[1].idea_id:
        raise BadChange("Two versions of one idea can be compared. Choose another version of the same idea.")
    return Comparison(*found)


def next_version(reader: Reader, idea_id: uuid.UUID, *, prototype_id: uuid.UUID | None = None) -> Change:
    """Begin the next version of an idea: as the latest one was, to be changed; the first has the idea's name."""
    idea = reader.get(Idea, idea_id)
    if idea is None:
        raise NotFound("That idea is not in this workshop any more.")
    built = reader.find(Prototype, _prototype.c.idea_id == idea_id, order_by=(_prototype.c.version,))
    if not built:
        return add_prototype(idea_id, idea.name, prototype_id=prototype_id)
    last = built[-1]
    return add_prototype(
        idea_id,
        last.name,
        version=last.version + 1,
        form=last.form,
        description=last.description,
        to_learn=last.to_learn,
        prototype_id=prototype_id,
    )


def next_feedback_position(reader: Reader, prototype_id: uuid.UUID) -> float:
    """The place for what is said next of a version."""
    last = sa.select(sa.func.max(_feedback.c.position)).where(_feedback.c.prototype_id == prototype_id)
    return (reader.rows(last)[0][0] or 0.0) + 1.0


def decided(
    reader: Reader,
    prototype_id: uuid.UUID,
    outcome: str,
    *,
    reason: str = "",
    who: str | None = None,
    by_when: str | None = None,
) -> Change:
    """Keep, change, drop or refuse a version, with the reason; deciding again takes the place of the first decision,
    but for who does it by when, which stays unless it is given.

    Raises BadChange without a reason when something is dropped or refused: people are owed one.
    """
    board = prototype_board(reader, prototype_id)
    if board is None:
        raise NotFound("That version is not in this workshop any more.")
    if outcome in ("drop", "refuse") and not reason.strip():
        raise BadChange("Say why, so that those who made it can be told.")
    if board.decision:
        given = {name: value for name, value in (("who", who), ("by_when", by_when)) if value is not None}
        return edit_decision(board.decision.id, outcome=outcome, reason=reason, **given)
    last = reader.rows(sa.select(sa.func.max(_decision.c.position)))[0][0] or 0.0
    return decide(
        board.name or board.idea,
        outcome,
        reason=reason,
        who=who or "",
        by_when=by_when or "",
        idea_id=board.idea_id,
        prototype_id=prototype_id,
        position=last + 1.0,
    )


def tried(reader: Reader, prototype_id: uuid.UUID, *, used_by: int, delivered_by: int) -> Change:
    """That so many who would use a version and who would help run it have tried it, all try-outs together: the latest
    one makes up the difference.
    """
    trials = reader.find(Trial, _trial.c.prototype_id == prototype_id, order_by=(_trial.c.date, _trial.c.id))
    if not trials:
        return add_trial(prototype_id, used_by=used_by, delivered_by=delivered_by)
    *before, last = trials
    return edit_trial(
        last.id,
        used_by=max(0, used_by - sum(one.used_by for one in before)),
        delivered_by=max(0, delivered_by - sum(one.delivered_by for one in before)),
    )


def _versions(reader: Reader, idea_id: uuid.UUID) -> tuple[VersionItem, ...]:
    decisions = {one.prototype_id: one.outcome for one in _decisions(reader) if one.prototype_id}
    many = sa.select(_feedback.c.prototype_id, sa.func.count()).where(_feedback.c.kind.in_(PILES))
    said = dict(reader.rows(many.group_by(_feedback.c.prototype_id)))
    built = reader.find(Prototype, _prototype.c.idea_id == idea_id, order_by=(_prototype.c.version,))
    return tuple(
        VersionItem(one.id, one.version, one.name, one.form, said.get(one.id, 0), decisions.get(one.id, ""))
        for one in built
    )


def _decisions(reader: Reader) -> list[Decision]:
    return reader.find(Decision, order_by=(_decision.c.position,))


def _decision_on(reader: Reader, prototype_id: uuid.UUID) -> DecisionLine | None:
    """The latest decision on a version."""
    found = [one for one in _decisions(reader) if one.prototype_id == prototype_id]
    if not found:
        return None
    last = found[-1]
    return DecisionLine(last.id, last.what, last.outcome, last.reason, last.who, last.by_when)


def _faces(said: Iterable[Feedback]) -> dict[int, int]:
    ratings = [one.rating for one in said]
    return {face: ratings.count(face) for face in FACES}


def _line(one: Feedback) -> FeedbackLine:
    return FeedbackLine(
        one.id, one.kind, one.text, one.language, one.translation, one.perspective, one.withheld, one.position
    )
