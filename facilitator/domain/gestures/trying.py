"""Gestures around a try-out: where an idea comes from, who tried it, what they said, and what was decided."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from facilitator.domain.change import Change, Delete, Insert, Set, Value

if TYPE_CHECKING:
    from collections.abc import Iterable


def root_idea(
    idea_id: uuid.UUID,
    *,
    board_id: uuid.UUID | None = None,
    theme_id: uuid.UUID | None = None,
    option_id: uuid.UUID | None = None,
    note_ids: Iterable[uuid.UUID] = (),
) -> Change:
    """Say what an idea grew from: a board, a theme on it, an option of a vote, notes."""
    ties = tuple(Insert("idea_note", uuid.uuid4(), {"idea_id": idea_id, "note_id": note_id}) for note_id in note_ids)
    values = {"board_id": board_id, "theme_id": theme_id, "option_id": option_id}
    return Change("idea-root", (Set("idea", idea_id, values), *ties), {"notes": len(ties)})


def add_trial(
    prototype_id: uuid.UUID,
    *,
    session_id: uuid.UUID | None = None,
    place: str = "",
    date: str = "",
    used_by: int = 0,
    delivered_by: int = 0,
    trial_id: uuid.UUID | None = None,
) -> Change:
    """Note a try-out: the day (YYYY-MM-DD), how many who would use it, and how many who would help run it."""
    values = {
        "prototype_id": prototype_id,
        "session_id": session_id,
        "place": place,
        "date": date,
        "used_by": used_by,
        "delivered_by": delivered_by,
    }
    return Change("trial-add", (Insert("trial", trial_id or uuid.uuid4(), values),))


def edit_trial(trial_id: uuid.UUID, **values: Value) -> Change:
    """Put other numbers or words on a try-out, by the names `add_trial` has for them."""
    return Change("trial-edit", (Set("trial", trial_id, values),))


def add_feedback(
    prototype_id: uuid.UUID,
    kind: str,
    text: str = "",
    *,
    trial_id: uuid.UUID | None = None,
    language: str = "",
    translation: str = "",
    rating: int = 0,
    perspective: str = "",
    position: float = 0.0,
    feedback_id: uuid.UUID | None = None,
) -> Change:
    """Keep one thing somebody said of a prototype, or a rating from 1 (sad) to 4 (glad)."""
    values = {
        "prototype_id": prototype_id,
        "kind": kind,
        "text": text,
        "trial_id": trial_id,
        "language": language,
        "translation": translation,
        "rating": rating,
        "perspective": perspective,
        "position": position,
    }
    return Change("feedback-add", (Insert("feedback", feedback_id or uuid.uuid4(), values),))


def add_several(
    prototype_id: uuid.UUID, kind: str, lines: Iterable[str], *, perspective: str = "", position: float = 0.0
) -> Change:
    """Keep many things that were said on one pile, in this order."""
    edits = (
        add_feedback(prototype_id, kind, text, perspective=perspective, position=position + place).edits
        for place, text in enumerate(lines)
    )
    return Change("feedback-add", tuple(edit for some in edits for edit in some))


def edit_feedback(feedback_id: uuid.UUID, **values: Value) -> Change:
    """Put other words on a piece of feedback, or put it on another pile, by the names `add_feedback` has for them."""
    return Change("feedback-edit", (Set("feedback", feedback_id, values),))


def withhold_feedback(feedback_ids: Iterable[uuid.UUID], *, on: bool) -> Change:
    """Keep feedback off the wall, print and export, or let it be seen again."""
    edits = tuple(Set("feedback", feedback_id, {"withheld": on}) for feedback_id in feedback_ids)
    return Change("feedback-withhold" if on else "feedback-show", edits, {"feedback": len(edits)})


def remove_feedback(feedback_id: uuid.UUID) -> Change:
    """Take a piece of feedback away; it can be undone."""
    return Change("feedback-remove", (Delete("feedback", feedback_id),))


def decide(
    what: str,
    outcome: str,
    *,
    reason: str = "",
    who: str = "",
    by_when: str = "",
    idea_id: uuid.UUID | None = None,
    prototype_id: uuid.UUID | None = None,
    position: float = 0.0,
    decision_id: uuid.UUID | None = None,
) -> Change:
    """Keep, change, drop or refuse, with the reason, and who does what by which day (YYYY-MM-DD)."""
    values = {
        "what": what,
        "outcome": outcome,
        "reason": reason,
        "who": who,
        "by_when": by_when,
        "idea_id": idea_id,
        "prototype_id": prototype_id,
        "position": position,
    }
    return Change("decision-add", (Insert("decision", decision_id or uuid.uuid4(), values),))


def edit_decision(decision_id: uuid.UUID, **values: Value) -> Change:
    """Decide otherwise, or put it in other words, by the names `decide` has for them."""
    return Change("decision-edit", (Set("decision", decision_id, values),))
