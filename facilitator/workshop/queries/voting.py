"""What a vote came to: its ballots counted, its options in rank order, hidden ones marked."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import sqlalchemy as sa

from facilitator.domain.board import Note
from facilitator.domain.letters import place_of
from facilitator.domain.schema import table_of
from facilitator.domain.tally import Candidate, PollResult, Vote, tally
from facilitator.domain.voting import Ballot, Mark, Option, Poll
from facilitator.workshop.queries.consent import KEPT_BACK, consents
from facilitator.workshop.queries.happened import times_done
from facilitator.workshop.queries.naming import called

if TYPE_CHECKING:
    import uuid

    from facilitator.workshop.reader import Reader


_poll, _option, _ballot, _mark, _note = (table_of(model) for model in (Poll, Option, Ballot, Mark, Note))

PILES = ("hands", "passing", "tokens")
"""The channels whose ballots are not one voter's but a count, with totals for marks."""


@dataclass(frozen=True, slots=True)
class PollItem:
    """A vote in a list."""

    id: uuid.UUID
    question: str
    method: str
    state: str


def polls(reader: Reader) -> list[PollItem]:
    """Every vote, in order."""
    query = sa.select(_poll.c.id, _poll.c.question, _poll.c.method, _poll.c.state)
    return [PollItem(*row) for row in reader.rows(query.order_by(_poll.c.position, _poll.c.question, _poll.c.id))]


def next_poll_position(reader: Reader) -> float:
    """Where a new vote stands: after all others."""
    last = reader.rows(sa.select(sa.func.max(_poll.c.position)))[0][0]
    return float(last or 0.0) + 1.0


def chosen_polls(reader: Reader, name: str | None) -> list[PollItem]:
    """Every vote, or those called by this name. Raises NotFound, listing what there is."""
    every = polls(reader)
    return every if name is None else called(every, name, "votes")


def poll_result(reader: Reader, poll_id: uuid.UUID) -> PollResult | None:
    """A vote counted, whatever its state, or None when there is no such vote. For the room, show closed ones only."""
    return reader.once(("poll_result", poll_id), lambda: _poll_result(reader, poll_id))


def _poll_result(reader: Reader, poll_id: uuid.UUID) -> PollResult | None:
    poll = reader.get(Poll, poll_id)
    if poll is None:
        return None
    of_this = _ballot.c.poll_id == poll_id

    def counted(*channels: str) -> int:
        return reader.count(Ballot, of_this, _ballot.c.state == "counted", _ballot.c.channel.in_(channels))

    return PollResult(
        id=poll.id,
        question=poll.question,
        method=poll.method,
        state=poll.state,
        issued=reader.count(Ballot, of_this, _ballot.c.channel == "paper"),
        ballots=reader.count(Ballot, of_this, _ballot.c.state == "counted"),
        spoilt=reader.count(Ballot, of_this, _ballot.c.state == "spoilt"),
        options=tally(poll.method, candidates(reader, poll_id), _votes(reader, poll_id)),
        source=poll.source,
        still_out=reader.count(Ballot, of_this, _ballot.c.state == "issued"),
        hands=pile_total(reader, poll_id, "hands", "passing"),
        tokens=pile_total(reader, poll_id, "tokens"),
        piles=counted(*PILES),
        corrected=times_done(reader, "ballot-correct", poll_id),
        reopened=times_done(reader, "poll-reopen", poll_id),
        assisted=counted("assisted"),
        screen=counted("screen"),
        dots=poll.dots,
        most_on_one=poll.most_on_one,
    )


def room_result(reader: Reader, poll_id: uuid.UUID) -> PollResult | None:
    """A vote as the room may see it: until it is closed its options stand in the order of the ballot, without counts,
    and so do those of a show of hands. Hidden options are left out.
    """
    result = poll_result(reader, poll_id)
    if result is None:
        return None
    shown = tuple(option for option in result.options if not option.hidden)
    if result.state == "closed":
        return replace(result, options=shown)
    listed = sorted(shown, key=lambda option: place_of(option.letter))
    options = tuple(replace(option, rank=None, score=0.0, counts={}) for option in listed)
    return replace(result, options=options, hands=0, tokens=0)


def dots_on_notes(reader: Reader, board_id: uuid.UUID | None = None) -> dict[uuid.UUID, int]:
    """How many dots each note of a board, or of all, got over the dot votes that are closed. Options that the room does
    not see are left out.
    """
    asked = sa.select(_option.c.poll_id, _option.c.id, _option.c.note_id).join(_note, _note.c.id == _option.c.note_id)
    asked = asked.join(_poll, _poll.c.id == _option.c.poll_id).where(
        _poll.c.method == "dots", _poll.c.state == "closed", *([_note.c.board_id == board_id] if board_id else ())
    )
    notes: dict[uuid.UUID, dict[uuid.UUID, uuid.UUID]] = {}
    for poll_id, option_id, note_id in reader.rows(asked):
        notes.setdefault(poll_id, {})[option_id] = note_id
    found: dict[uuid.UUID, int] = {}
    for poll_id, of_options in notes.items():
        for option in tally("dots", candidates(reader, poll_id), _votes(reader, poll_id)):
            if option.id in of_options and not option.hidden:
                note_id = of_options[option.id]
                found[note_id] = found.get(note_id, 0) + option.counts["dots"]
    return found


def pile_total(reader: Reader, poll_id: uuid.UUID, *channels: str) -> int:
    """How many hands were raised, or tokens laid, over all options of a vote."""
    query = (
        sa.select(sa.func.coalesce(sa.func.sum(sa.func.abs(_mark.c.value)), 0))
        .join(_ballot, _ballot.c.id == _mark.c.ballot_id)
        .where(_ballot.c.poll_id == poll_id, _ballot.c.state == "counted", _ballot.c.channel.in_(channels))
    )
    return reader.rows(query)[0][0]


def candidates(reader: Reader, poll_id: uuid.UUID) -> list[Candidate]:
    """The options of a vote in the order of the ballot. One is hidden when its note may not be shown, too.

    An option without words was removed for good while something still pointed to it: it is no option any more.
    """
    withheld = sa.func.coalesce(KEPT_BACK, sa.false())
    query = (
        sa.select(_option.c.id, _option.c.place, _option.c.text, _option.c.hidden, _note.c.participant_id, withheld)
        .select_from(_option.outerjoin(_note, _note.c.id == _option.c.note_id))
        .where(_option.c.poll_id == poll_id, _option.c.text != "")
        .order_by(_option.c.place, _option.c.id)
    )
    asked = consents(reader)
    return [
        Candidate(
            row_id, place, text, hidden or not asked.note_may_be_shown(person_id, "wall", withheld=bool(withheld_note))
        )
        for row_id, place, text, hidden, person_id, withheld_note in reader.rows(query)
    ]


def _votes(reader: Reader, poll_id: uuid.UUID) -> list[Vote]:
    query = (
        sa.select(_mark.c.ballot_id, _mark.c.option_id, _mark.c.value, _ballot.c.channel, _poll.c.method)
        .join(_ballot, _ballot.c.id == _mark.c.ballot_id)
        .join(_poll, _poll.c.id == _ballot.c.poll_id)
        .where(_ballot.c.poll_id == poll_id, _ballot.c.state == "counted")
    )
    return [
        Vote(ballot_id, option_id, *_said(value, channel, method))
        for ballot_id, option_id, value, channel, method in reader.rows(query)
    ]


def _said(value: int, channel: str, method: str) -> tuple[int, int]:
    """What a mark says and how many say it. On a pile of dots it is so many dots, whoever laid them."""
    if method != "agree" or channel not in PILES:
        return value, 1
    if channel == "passing":
        return 0, abs(value)
    return (1 if value > 0 else -1), abs(value)
