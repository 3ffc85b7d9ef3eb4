"""Reads what the one-page summary says: what people said, what was decided, what was refused, and who answers when."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from facilitator.domain.errors import NothingToPrint
from facilitator.domain.people import Attendance
from facilitator.domain.programme import Programme
from facilitator.domain.prototypes import Decision
from facilitator.domain.schema import table_of
from facilitator.domain.voting import Poll
from facilitator.workshop.queries.board import boards, outline
from facilitator.workshop.queries.organiser_values import Answer, Decided, SaidTheme, SaidVote, SummaryValues
from facilitator.workshop.queries.report_query import enough_voted
from facilitator.workshop.queries.rounds import unseen
from facilitator.workshop.queries.voting import poll_result, polls
from facilitator.workshop.queries.wall_print import may_leave

if TYPE_CHECKING:
    import uuid
    from collections.abc import Sequence

    from facilitator.workshop.queries.board import NoteLine, ThemeGroup
    from facilitator.workshop.reader import Reader

_attendance, _decision, _poll = map(table_of, (Attendance, Decision, Poll))
_WILL, _CANNOT = ("keep", "change"), ("refuse", "drop")
_LATEST = "9999-99-99"


def summary_values(reader: Reader, day: str, printed: str = "") -> SummaryValues:
    """The summary as of a day (YYYY-MM-DD), printed at a moment (ISO 8601). Raises NothingToPrint when nothing was
    grouped, voted or decided.
    """
    groups = [(theme, _shown(reader, theme)) for board in boards(reader) for theme in _themes(reader, board.id)]
    themes = [_theme(theme.name, notes) for theme, notes in groups if theme.id and any(note.text for note in notes)]
    votes = [vote for item in polls(reader) if item.state == "closed" and (vote := _vote(reader, item.id))]
    decisions = [
        one for one in reader.find(Decision, order_by=(_decision.c.position, _decision.c.by_when)) if one.what.strip()
    ]
    if not themes and not votes and not decisions:
        raise NothingToPrint(
            "There is nothing to sum up yet: name a group of notes, close a vote, or write down what was decided."
        )
    programme = reader.find(Programme)[0]
    came = sa.select(sa.func.count(sa.distinct(_attendance.c.participant_id))).where(_attendance.c.arrived)
    return SummaryValues(
        programme=programme.title,
        place=programme.place,
        day=day,
        people=reader.rows(came)[0][0],
        notes=sum(len(notes) for _, notes in groups),
        themes=tuple(sorted(themes, key=lambda theme: -theme.notes)),
        votes=tuple(votes),
        will=tuple(_decided(one) for one in decisions if one.outcome in _WILL),
        cannot=tuple(_decided(one) for one in decisions if one.outcome in _CANNOT),
        answers=_answers(reader, decisions),
        printed=printed,
        face_down=sum(unseen(reader, board.id) for board in boards(reader)),
    )


def _themes(reader: Reader, board_id: uuid.UUID) -> tuple[ThemeGroup, ...]:
    found = outline(reader, board_id)
    return found.themes if found else ()


def _shown(reader: Reader, theme: ThemeGroup) -> list[NoteLine]:
    """The notes that may leave the facilitator's screen; those that are only photographs yet were said, too."""
    return [note for note in theme.notes if may_leave(reader, note)]


def _theme(name: str, notes: Sequence[NoteLine]) -> SaidTheme:
    typed = [note for note in notes if note.text]
    example = next((note for note in typed if not note.parked), typed[0])
    return SaidTheme(name, len(notes), example.text, example.language, example.translation)


def _vote(reader: Reader, poll_id: uuid.UUID) -> SaidVote | None:
    result = poll_result(reader, poll_id)
    if result is None or not enough_voted(result):
        return None
    first = [option for option in result.options if option.rank == 1 and option.score > 0]
    if not first:
        return None
    return SaidVote(result.question, result.method, tuple(option.text for option in first), first[0].score)


def _decided(decision: Decision) -> Decided:
    return Decided(decision.what, decision.reason, decision.who, decision.by_when)


def _answers(reader: Reader, decisions: list[Decision]) -> tuple[Answer, ...]:
    """Everybody who owes an answer, the soonest first."""
    owed = [Answer(one.what, one.who, one.by_when) for one in decisions if one.who.strip() or one.by_when]
    asked = reader.find(Poll, order_by=(_poll.c.position, _poll.c.question))
    owed += [Answer(one.question, one.answered_by, one.answer_date) for one in asked if one.answered_by.strip()]
    return tuple(sorted(owed, key=lambda answer: answer.by_when or _LATEST))
