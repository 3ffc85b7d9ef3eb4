"""What a column holds when nothing is said of it is a part of the format: the log does not write it down."""

from __future__ import annotations

from facilitator.domain.schema import shapes

SAID_BY_NOTHING = {
    "activity.kind": "other",
    "activity.minutes": 10,
    "activity.group_format": "whole-room",
    "attendance.arrived": True,
    "ballot.number": 1,
    "ballot.channel": "paper",
    "ballot.state": "issued",
    "connection.kind": "knows",
    "connection.round": 1,
    "consent.use": "notes",
    "consent.answer": "no",
    "decision.outcome": "change",
    "feedback.kind": "worked",
    "note.colour": 1,
    "option.place": 1,
    "participant.kind": "participant",
    "poll.method": "agree",
    "poll.dots": 5,
    "poll.secrecy": "secret",
    "poll.state": "draft",
    "prototype.version": 1,
    "prototype.form": "paper-mock-up",
}


def test_the_defaults_are_those_that_files_were_written_with() -> None:
    """A column that is new may be added here; one that is here may never change, or every older row would say
    something else than it did, and two versions would replay one log to different tables.
    """
    found = {
        f"{shape.name}.{column.name}": column.default
        for shape in shapes().values()
        for column in shape.columns.values()
        if column.default not in ("", 0, None)
    }
    assert found == SAID_BY_NOTHING
