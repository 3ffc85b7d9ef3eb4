"""A vote is prepared until its letters are on paper; from then on each letter stands for one thing to the end."""

from __future__ import annotations

import pickle
import uuid
from typing import TYPE_CHECKING

import pytest

from facilitator.domain.errors import BadChange
from facilitator.domain.gestures.board import add_board, add_note, add_theme, withhold_notes
from facilitator.domain.gestures.voting import Choice, add_poll, close_poll, open_poll
from facilitator.workshop.giving_out import more_ballots
from facilitator.workshop.queries.entry import assisted
from facilitator.workshop.queries.options import (
    added,
    choices_from,
    edited,
    letters_named,
    moved,
    opened,
    removed,
    renamed,
)
from facilitator.workshop.queries.poll_draft import PollDraft, poll_draft

if TYPE_CHECKING:
    from collections.abc import Callable

    from facilitator.domain.change import Change
    from facilitator.workshop.reader import Reader
    from facilitator.workshop.workshop import Workshop

POLL = uuid.uuid4()


@pytest.fixture
def vote(workshop: Workshop) -> Workshop:
    """A vote by dots that is being prepared: three options."""
    names = [Choice("Wall"), Choice("Phone"), Choice("Bus")]
    workshop.apply(add_poll("Which first?", names, method="dots", poll_id=POLL))
    return workshop


def draft(workshop: Workshop) -> PollDraft:
    found = workshop.read(lambda reader: poll_draft(reader, POLL))
    assert found
    return found


def letters(workshop: Workshop) -> dict[str, str]:
    return {line.letter: line.text for line in draft(workshop).lines}


def do(workshop: Workshop, make: Callable[[Reader], Change]) -> None:
    workshop.apply(workshop.read(make))


def option(workshop: Workshop, text: str) -> uuid.UUID:
    found = next(line.option_id for line in draft(workshop).lines if line.text == text)
    assert found
    return found


def give_out(workshop: Workshop, many: int = 5) -> None:
    do(workshop, lambda reader: more_ballots(reader, POLL, many))


def test_options_are_put_in_order_and_taken_off_and_the_letters_follow(vote: Workshop) -> None:
    bus = option(vote, "Bus")
    do(vote, lambda reader: moved(reader, bus, -2))
    assert letters(vote) == {"A": "Bus", "B": "Wall", "C": "Phone"}
    wall = option(vote, "Wall")
    do(vote, lambda reader: removed(reader, wall))
    assert letters(vote) == {"A": "Bus", "B": "Phone"}
    vote.undo()
    assert letters(vote) == {"A": "Bus", "B": "Wall", "C": "Phone"}
    do(vote, lambda reader: moved(reader, bus, 9))
    do(vote, lambda reader: added(reader, POLL, [Choice("Shed")]))
    assert letters(vote) == {"A": "Wall", "B": "Phone", "C": "Bus", "D": "Shed"}


def test_once_ballots_are_out_no_letter_moves_and_the_dots_stay(vote: Workshop) -> None:
    give_out(vote)
    bus = option(vote, "Bus")
    for refused in (
        lambda reader: moved(reader, bus, -1),
        lambda reader: edited(reader, POLL, {"dots": 3}),
        lambda reader: edited(reader, POLL, {"blank_letters": 9}),
        lambda reader: added(reader, POLL, [Choice("Late")]),
    ):
        with pytest.raises(BadChange, match="given out"):
            vote.read(refused)
    do(vote, lambda reader: edited(reader, POLL, {"consequence": "We try it."}))
    wall = option(vote, "Wall")
    do(vote, lambda reader: removed(reader, wall))
    assert letters(vote) == {"B": "Phone", "C": "Bus"}


def test_what_was_said_before_an_open_vote_stays_said(vote: Workshop) -> None:
    do(vote, lambda reader: opened(reader, POLL))
    bus = option(vote, "Bus")
    with pytest.raises(BadChange, match="The vote is open"):
        vote.read(lambda reader: edited(reader, POLL, {"consequence": "Nothing at all"}))
    with pytest.raises(BadChange, match="keeps its letter"):
        vote.read(lambda reader: moved(reader, bus, -1))
    do(vote, lambda reader: renamed(reader, bus, "Minibus"))
    vote.apply(close_poll(POLL))
    with pytest.raises(BadChange, match="closed"):
        vote.read(lambda reader: renamed(reader, bus, "Fence"))


def test_a_letter_that_was_printed_blank_is_named_while_votes_are_counted(workshop: Workshop) -> None:
    workshop.apply(add_poll("Which?", method="dots", blank_letters=8, poll_id=POLL))
    give_out(workshop)
    assert letters(workshop) == dict.fromkeys("ABCDEFGH", "")
    do(workshop, lambda reader: added(reader, POLL, [Choice("Wall"), Choice("Phone")]))
    do(workshop, lambda reader: opened(reader, POLL))
    wall = option(workshop, "Wall")
    do(workshop, lambda reader: assisted(reader, POLL, {wall: 2}))
    do(workshop, lambda reader: letters_named(reader, POLL, {6: Choice("Late but printed")}))
    assert letters(workshop)["F"] == "Late but printed"
    with pytest.raises(BadChange, match="options stay as they are"):
        workshop.read(lambda reader: letters_named(reader, POLL, {9: Choice("Not printed")}))
    with pytest.raises(BadChange, match="options stay as they are"):
        workshop.read(lambda reader: renamed(reader, wall, "Fence"))
    workshop.apply(close_poll(POLL))
    with pytest.raises(BadChange, match="closed"):
        workshop.read(lambda reader: letters_named(reader, POLL, {7: Choice("Too late")}))


def test_a_vote_on_nothing_is_not_opened(workshop: Workshop) -> None:
    workshop.apply(add_poll("Which?", method="dots", poll_id=POLL))
    with pytest.raises(BadChange, match="nothing to vote on"):
        workshop.read(lambda reader: opened(reader, POLL))


def test_ballots_are_given_out_with_the_next_numbers_until_the_vote_is_closed(vote: Workshop) -> None:
    give_out(vote, 3)
    give_out(vote, 2)
    assert vote.history(1)[0].details == {"ballots": 2}
    vote.apply(open_poll(POLL))
    vote.apply(close_poll(POLL))
    with pytest.raises(BadChange, match="no more ballots"):
        give_out(vote, 1)


def test_themes_and_notes_become_options_but_not_what_is_hidden(workshop: Workshop) -> None:
    board = add_board("What would help?")
    board_id = board.edits[0].id
    theme, seen, unseen = add_theme(board_id, "Shelter"), add_note(board_id, "A bench"), add_note(board_id, "A name")
    for change in (board, theme, seen, unseen):
        workshop.apply(change)
    ids = [change.edits[0].id for change in (seen, unseen)]
    workshop.apply(withhold_notes([ids[1]], on=True))
    choices = workshop.read(lambda reader: choices_from(reader, ids, [theme.edits[0].id]))
    assert [choice.text for choice in choices] == ["Shelter", "A bench"]
    workshop.apply(add_poll("Which?", choices, poll_id=POLL))
    assert [line.source for line in draft(workshop).lines] == ["theme", "note"]
    with pytest.raises(BadChange, match="hidden from the room"):
        workshop.read(lambda reader: choices_from(reader, ids[1:]))


def test_what_stays_is_said_with_the_draft_and_can_be_sent_to_another_process(vote: Workshop) -> None:
    assert (draft(vote).terms_stay, draft(vote).method_stays, draft(vote).letters_stay, draft(vote).words_stay) == (
        "",
        "",
        "",
        "",
    )
    give_out(vote)
    assert "given out" in draft(vote).method_stays
    assert draft(vote).terms_stay == ""
    assert pickle.loads(pickle.dumps(draft(vote))) == draft(vote)
