"""Reads from a workshop what each printed document says; see `print_values` for what comes out.

Withheld notes, hidden options and rows without words never get this far.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from facilitator.domain.board import Note
from facilitator.domain.errors import NotFound
from facilitator.domain.people import Attendance
from facilitator.domain.programme import Programme
from facilitator.domain.prototypes import Idea, Prototype
from facilitator.domain.schema import table_of
from facilitator.domain.voting import Option, Poll
from facilitator.workshop.queries.board import NoteLine, boards, outline
from facilitator.workshop.queries.options import both_languages
from facilitator.workshop.queries.print_values import (
    BallotOption,
    BallotValues,
    FeedbackFormValues,
    ReportBoard,
    ReportNote,
    ReportPoll,
    ReportTheme,
    ReportValues,
)
from facilitator.workshop.queries.report_query import enough_voted, report_more, told
from facilitator.workshop.queries.voting import candidates, poll_result, polls
from facilitator.workshop.queries.wall_print import may_leave, picture_of, wall_of

if TYPE_CHECKING:
    import uuid
    from collections.abc import Collection, Sequence

    from facilitator.domain.tally import Candidate
    from facilitator.workshop.reader import Reader

_HOME = "en"
"""What notes are translated into where the programme does not say its languages."""

_option, _attendance, _prototype = (table_of(model) for model in (Option, Attendance, Prototype))


def ballot_values(reader: Reader, poll_id: uuid.UUID, key: bytes, numbers: Sequence[int] = ()) -> BallotValues:
    """The ballots of a poll with these numbers, which `giving_out.give_out` has given out."""
    poll = reader.get(Poll, poll_id)
    if poll is None:
        raise NotFound("That vote is not in this workshop any more.")
    shown = [option for option in candidates(reader, poll_id) if not option.hidden]
    taken = {place for (place,) in reader.rows(sa.select(_option.c.place).where(_option.c.poll_id == poll_id))}
    return BallotValues(
        poll_id=poll.id,
        programme=_programme(reader).title,
        question=poll.question,
        method=poll.method,
        dots=poll.dots,
        consequence=poll.consequence,
        answered_by=poll.answered_by,
        answer_date=poll.answer_date,
        options=tuple(BallotOption(option.place, option.text, _by_language(reader, option)) for option in shown),
        blank_letters=poll.blank_letters,
        numbers=tuple(numbers),
        key=key,
        unnamed=tuple(place for place in range(1, poll.blank_letters + 1) if place not in taken),
        most_on_one=poll.most_on_one,
    )


def feedback_form_values(reader: Reader, numbers: Sequence[int], key: bytes) -> list[FeedbackFormValues]:
    """Forms with these numbers for every prototype; for none at all, forms with a line for the prototype's name."""
    programme = _programme(reader)
    prototypes = reader.find(Prototype, order_by=(_prototype.c.idea_id, _prototype.c.version))
    if not prototypes:
        return [FeedbackFormValues(programme.id, programme.title, "", 1, (), tuple(numbers), key)]
    return [
        FeedbackFormValues(
            form_id=prototype.id,
            programme=programme.title,
            name=prototype.name or _idea_name(reader, prototype),
            version=prototype.version,
            to_learn=tuple(filter(None, map(str.strip, prototype.to_learn.splitlines()))),
            numbers=tuple(numbers),
            key=key,
        )
        for prototype in prototypes
    ]


def report_values(reader: Reader, day: str, printed: str = "") -> ReportValues:
    """Every vote that is not going on, every board, and what was done, tried and decided. `day` is the day the report
    is made (ISO 8601), `printed` the moment.
    """
    programme = _programme(reader)
    came = sa.select(sa.func.count(sa.distinct(_attendance.c.participant_id))).where(_attendance.c.arrived)
    over = [item.id for item in polls(reader) if item.state != "open"]
    put_to_vote = sa.select(_option.c.note_id).where(_option.c.note_id.is_not(None), _option.c.poll_id.in_(over))
    voted = {note for (note,) in reader.rows(put_to_vote)}
    return ReportValues(
        programme=programme.title,
        place=programme.place,
        day=day,
        people=reader.rows(came)[0][0],
        polls=tuple(_report_poll(reader, poll_id) for poll_id in over),
        boards=tuple(_report_board(reader, item.id, voted) for item in boards(reader)),
        more=report_more(reader),
        printed=printed,
    )


def _by_language(reader: Reader, option: Candidate) -> tuple[tuple[str, str], ...]:
    """The note that an option was made of in both its languages, as long as nobody gave the option words of its own."""
    row = reader.get(Option, option.id)
    note = reader.get(Note, row.note_id) if row and row.note_id else None
    if not note or not note.translation or option.text != both_languages(note):
        return ()
    translated = note.translation_language or next(iter(_programme(reader).languages.split()), _HOME)
    return ((note.language, note.text), (translated, note.translation))


def _programme(reader: Reader) -> Programme:
    return reader.find(Programme)[0]


def _idea_name(reader: Reader, prototype: Prototype) -> str:
    idea = reader.get(Idea, prototype.idea_id)
    return idea.name if idea else ""


def _report_poll(reader: Reader, poll_id: uuid.UUID) -> ReportPoll:
    poll, result = reader.get(Poll, poll_id), poll_result(reader, poll_id)
    assert poll is not None
    assert result is not None
    return ReportPoll(
        result=told(result),
        consequence=poll.consequence,
        answered_by=poll.answered_by,
        answer_date=poll.answer_date,
        secret=poll.secrecy == "secret",
        few=bool(result.ballots) and not enough_voted(result),
    )


def _report_board(reader: Reader, board_id: uuid.UUID, voted: Collection[uuid.UUID]) -> ReportBoard:
    board = outline(reader, board_id)
    assert board is not None
    shown = [(theme.name, [note for note in theme.notes if may_leave(reader, note)]) for theme in board.themes]
    kept = [(name, [_report_note(reader, note) for note in notes if note.id not in voted]) for name, notes in shown]
    return ReportBoard(
        question=board.question,
        source=board.source,
        themes=tuple(ReportTheme(name, tuple(notes)) for name, notes in kept if notes),
        voted=sum(note.id in voted for _, notes in shown for note in notes),
        wall=wall_of(reader, board_id),
    )


def _report_note(reader: Reader, note: NoteLine) -> ReportNote:
    return ReportNote(note.text, note.language, note.translation, picture_of(reader, note))
