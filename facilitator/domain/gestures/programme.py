"""Gestures of planning: what the programme is, its sessions, the timed blocks of each, and the tables of the room."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from facilitator.domain.change import Change, Delete, Insert, Set, Value
from facilitator.domain.gestures.hanging import Hanging, take_away

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from facilitator.domain.block_entry import BlockEntry


def describe_programme(
    programme_id: uuid.UUID, *, place: str = "", area: str = "", purpose: str = "", languages: str = ""
) -> Change:
    """Say where the programme is, for whom and in which languages (BCP 47 codes with a space between)."""
    values = {"place": place, "area": area, "purpose": purpose, "languages": languages}
    return Change("programme-describe", (Set("programme", programme_id, values),))


def add_session(
    title: str,
    *,
    date: str = "",
    starts_at: str = "",
    ends_at: str = "",
    doors_at: str = "",
    place: str = "",
    purpose: str = "",
    position: float = 0.0,
    session_id: uuid.UUID | None = None,
) -> Change:
    """Add a dated meeting: the day as YYYY-MM-DD, times as HH:MM."""
    values = {
        "title": title,
        "date": date,
        "starts_at": starts_at,
        "ends_at": ends_at,
        "doors_at": doors_at,
        "place": place,
        "purpose": purpose,
        "position": position,
    }
    return Change("session-add", (Insert("session", session_id or uuid.uuid4(), values),))


def edit_session(session_id: uuid.UUID, **values: Value) -> Change:
    """Put other words, another day or time in some cells of a session, by the names `add_session` has for them."""
    return Change("session-edit", (Set("session", session_id, values),))


def remove_session(session_id: uuid.UUID, hanging: Hanging) -> Change:
    """Take a session off the plan, with its blocks and who came to it."""
    return Change("session-remove", take_away("session", session_id, hanging))


def add_activity(
    session_id: uuid.UUID,
    title: str,
    *,
    kind: str = "other",
    minutes: int = 10,
    prompt: str = "",
    fixed_start: str = "",
    group_format: str = "whole-room",
    lead: str = "",
    kit: str = "",
    board_id: uuid.UUID | None = None,
    poll_id: uuid.UUID | None = None,
    position: float = 0.0,
    activity_id: uuid.UUID | None = None,
) -> Change:
    """Add a timed block to a session. `prompt` is what to say; `fixed_start` (HH:MM) holds it at a time of day."""
    values = {
        "session_id": session_id,
        "title": title,
        "kind": kind,
        "minutes": minutes,
        "prompt": prompt,
        "fixed_start": fixed_start,
        "group_format": group_format,
        "lead": lead,
        "kit": kit,
        "board_id": board_id,
        "poll_id": poll_id,
        "position": position,
    }
    return Change("activity-add", (Insert("activity", activity_id or uuid.uuid4(), values),))


def edit_activity(activity_id: uuid.UUID, **values: Value) -> Change:
    """Put other words, another length or time in some cells of a block, by the names `add_activity` has for them."""
    return Change("activity-edit", (Set("activity", activity_id, values),))


def add_activities(
    session_id: uuid.UUID,
    entries: Iterable[BlockEntry],
    *,
    position: float = 0.0,
    positions: Mapping[uuid.UUID, float] | None = None,
    ids: Iterable[uuid.UUID] = (),
) -> Change:
    """Add blocks as they were typed, in their order: the first at `position`, each other one after it. `positions` are
    those that other blocks move to.
    """
    given = iter(ids)
    edits = tuple(
        Insert(
            "activity",
            next(given, None) or uuid.uuid4(),
            {
                "session_id": session_id,
                "title": entry.title,
                "kind": entry.kind,
                "minutes": entry.length,
                "fixed_start": entry.fixed_start,
                "prompt": entry.prompt,
                "position": position + turn,
            },
        )
        for turn, entry in enumerate(entries)
    )
    return Change("activities-add", (*edits, *_placed(positions or {})), {"blocks": len(edits)})


def carry_promises(
    session_id: uuid.UUID, title: str, words: str, count: int, position: float, block_id: uuid.UUID | None = None
) -> Change:
    """Put what was promised into a session as a block at `position`, or into the block that has it already."""
    details = {"promises": count}
    if block_id is not None:
        return Change("promises-carry", (Set("activity", block_id, {"prompt": words}),), details)
    values: dict[str, Value] = {
        "session_id": session_id,
        "title": title,
        "kind": "purpose",
        "prompt": words,
        "position": position,
    }
    return Change("promises-carry", (Insert("activity", uuid.uuid4(), values),), details)


def copy_activity(
    values: Mapping[str, Value], positions: Mapping[uuid.UUID, float], position: float, activity_id: uuid.UUID
) -> Change:
    """The same block once more at `position`, held at no time of its own; `positions` are those the blocks after it
    move to.
    """
    copied = {**values, "fixed_start": "", "position": position}
    return Change("activity-copy", (Insert("activity", activity_id, copied), *_placed(positions)))


def copy_session(
    values: Mapping[str, Value], activities: Iterable[Mapping[str, Value]], session_id: uuid.UUID
) -> Change:
    """A session like another one, with these cells and the same blocks. What was voted on stays with the first."""
    blocks = tuple(
        Insert("activity", uuid.uuid4(), {**one, "session_id": session_id, "poll_id": None}) for one in activities
    )
    return Change("session-copy", (Insert("session", session_id, values), *blocks), {"blocks": len(blocks)})


def move_activities(positions: Mapping[uuid.UUID, float]) -> Change:
    """Put blocks in another order; `domain.ordering.moved` says which positions to write for one step up or down."""
    return Change("activity-move", _placed(positions))


def remove_activity(activity_id: uuid.UUID) -> Change:
    """Take a block off the plan. The board or vote it used stays."""
    return Change("activity-remove", (Delete("activity", activity_id),))


def use_poll(activity_id: uuid.UUID, poll_id: uuid.UUID | None) -> Change:
    """Attach a vote to a timed block, or none."""
    return Change("activity-poll", (Set("activity", activity_id, {"poll_id": poll_id}),))


def add_table(name: str, *, position: float = 0.0, table_id: uuid.UUID | None = None) -> Change:
    """Put a table in the room, so that notes can be said by it."""
    return Change("table-add", (Insert("room_table", table_id or uuid.uuid4(), {"name": name, "position": position}),))


def _placed(positions: Mapping[uuid.UUID, float]) -> tuple[Set, ...]:
    return tuple(Set("activity", one, {"position": position}) for one, position in positions.items())
