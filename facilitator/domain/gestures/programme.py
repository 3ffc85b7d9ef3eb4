"""Gestures of planning: what the programme is, its sessions, the timed blocks of each, and the tables of the room."""

from __future__ import annotations

import uuid

from facilitator.domain.change import Change, Insert, Set


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
    place: str = "",
    purpose: str = "",
    position: float = 0.0,
    session_id: uuid.UUID | None = None,
) -> Change:
    """Add a dated meeting: the day as YYYY-MM-DD, the time as HH:MM."""
    values = {
        "title": title,
        "date": date,
        "starts_at": starts_at,
        "place": place,
        "purpose": purpose,
        "position": position,
    }
    return Change("session-add", (Insert("session", session_id or uuid.uuid4(), values),))


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


def use_poll(activity_id: uuid.UUID, poll_id: uuid.UUID | None) -> Change:
    """Attach a vote to a timed block, or none."""
    return Change("activity-poll", (Set("activity", activity_id, {"poll_id": poll_id}),))


def add_table(name: str, *, position: float = 0.0, table_id: uuid.UUID | None = None) -> Change:
    """Put a table in the room, so that notes can be said by it."""
    return Change("table-add", (Insert("room_table", table_id or uuid.uuid4(), {"name": name, "position": position}),))
