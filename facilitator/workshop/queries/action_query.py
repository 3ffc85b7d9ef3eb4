"""Reads who does what by when: everything that was decided with a name or a day, and the answers owed on votes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.domain.errors import NothingToPrint
from facilitator.domain.programme import Programme
from facilitator.domain.prototypes import Decision
from facilitator.domain.schema import table_of
from facilitator.domain.voting import Poll
from facilitator.workshop.queries.after_values import ActionRow, ActionsValues

if TYPE_CHECKING:
    from facilitator.workshop.reader import Reader

_decision, _poll = table_of(Decision), table_of(Poll)
_LAST = "9999-99-99"


def actions_values(reader: Reader, printed: str) -> ActionsValues:
    """Every action, the soonest first. Raises NothingToPrint when nobody has been asked to do anything."""
    decided = reader.find(Decision, order_by=(_decision.c.position, _decision.c.by_when))
    asked = reader.find(Poll, order_by=(_poll.c.position, _poll.c.question))
    rows = [
        ActionRow(one.by_when, one.who, one.what, one.reason, one.outcome)
        for one in decided
        if one.what.strip() and (one.who.strip() or one.by_when)
    ]
    rows += [
        ActionRow(poll.answer_date, poll.answered_by, poll.question, poll.consequence, "answer")
        for poll in asked
        if poll.question.strip() and (poll.answered_by.strip() or poll.answer_date)
    ]
    if not rows:
        raise NothingToPrint(
            "There is no list of actions yet: write down who does something, or by when, beside what was decided."
        )
    programme = reader.find(Programme)[0]
    rows.sort(key=lambda row: row.by_when or _LAST)
    return ActionsValues(programme.title, programme.place, tuple(rows), printed)
