"""Votes are counted as the room would count them, and ballots are given out once."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

import pytest

from facilitator.domain.change import Change, Insert
from facilitator.domain.errors import NothingToPrint
from facilitator.domain.gestures import board as board_gestures
from facilitator.domain.gestures.voting import (
    Choice,
    add_ballot,
    add_poll,
    close_poll,
    count_ballot,
    issue_ballots,
    spoil_ballot,
)
from facilitator.domain.voting import Ballot, Option
from facilitator.workshop.giving_out import enough, give_out, polls_to_print
from facilitator.workshop.queries.voting import poll_result, polls

if TYPE_CHECKING:
    from facilitator.domain.tally import PollResult
    from facilitator.workshop.workshop import Workshop

POLL = uuid.uuid4()


@pytest.fixture
def vote(workshop: Workshop) -> Workshop:
    """A vote with two options."""
    workshop.apply(add_poll("Which first?", [Choice("Shade"), Choice("Bench")], poll_id=POLL))
    return workshop


def result(workshop: Workshop) -> PollResult:
    found = workshop.read(lambda reader: poll_result(reader, POLL))
    assert found is not None
    return found


def option(workshop: Workshop, text: str) -> uuid.UUID:
    return next(one.id for one in workshop.read(lambda reader: reader.find(Option)) if one.text == text)


def ballot(workshop: Workshop, number: int) -> uuid.UUID:
    return next(one.id for one in workshop.read(lambda reader: reader.find(Ballot)) if one.number == number)


def test_only_ballots_that_were_counted_count(vote: Workshop) -> None:
    bench = option(vote, "Bench")
    vote.apply(issue_ballots(POLL, [1, 2, 3]))
    vote.apply(count_ballot(ballot(vote, 1), {bench: 1}))
    vote.apply(count_ballot(ballot(vote, 2), {bench: 1}))
    vote.apply(spoil_ballot(ballot(vote, 2)))
    vote.apply(add_ballot(POLL, 4, "hands", {bench: -1}))
    counted = result(vote)
    assert (counted.issued, counted.ballots, counted.spoilt) == (3, 2, 1)
    assert counted.options[0].text == "Bench"
    assert counted.options[0].counts == {"agree": 1, "disagree": 1, "pass": 0}


def test_the_option_of_a_withheld_note_is_hidden(workshop: Workshop) -> None:
    board, note = uuid.uuid4(), uuid.uuid4()
    workshop.apply(board_gestures.add_board("What?", board_id=board))
    workshop.apply(board_gestures.add_note(board, "An insult", note_id=note))
    workshop.apply(add_poll("Which?", [Choice("An insult", note_id=note), Choice("Bench")], poll_id=POLL))
    assert [one.hidden for one in result(workshop).options] == [False, False]
    workshop.apply(board_gestures.withhold_notes([note], on=True))
    assert [(one.text, one.hidden, one.rank) for one in result(workshop).options] == [
        ("Bench", False, 1),
        ("An insult", True, None),
    ]


def test_there_is_no_result_of_a_vote_that_is_not_there(workshop: Workshop) -> None:
    assert workshop.read(lambda reader: poll_result(reader, POLL)) is None
    assert workshop.read(polls) == []


def test_ballots_are_given_out_once_and_more_only_when_asked_for(vote: Workshop) -> None:
    assert give_out(vote, POLL, 3) == (1, 2, 3)
    assert give_out(vote, POLL) == (1, 2, 3)
    assert give_out(vote, POLL, 2) == (1, 2)
    assert give_out(vote, POLL, 4) == (1, 2, 3, 4)
    assert result(vote).issued == 4


def test_numbers_go_on_after_those_of_every_other_channel(vote: Workshop) -> None:
    vote.apply(add_ballot(POLL, 7, "screen", {}))
    assert give_out(vote, POLL, 2) == (8, 9)


def test_a_ballot_that_is_back_is_not_printed_again(vote: Workshop) -> None:
    give_out(vote, POLL, 3)
    vote.apply(count_ballot(ballot(vote, 2), {}))
    assert give_out(vote, POLL) == (1, 3)


def test_enough_is_fifteen_in_a_hundred_more_than_the_people_expected(workshop: Workshop) -> None:
    assert workshop.read(enough) == 30
    people = [Insert("participant", uuid.uuid4(), {"display_name": f"P{n}"}) for n in range(20)]
    helper = Insert("participant", uuid.uuid4(), {"display_name": "H", "kind": "supporter"})
    workshop.apply(Change("people-add", (*people, helper)))
    assert workshop.read(enough) == 23


def test_a_vote_with_nothing_to_choose_from_gives_out_nothing(workshop: Workshop) -> None:
    workshop.apply(add_poll("Which?", [Choice("hidden", hidden=True)], poll_id=POLL))
    with pytest.raises(NothingToPrint, match="nothing to choose from"):
        give_out(workshop, POLL)
    assert result(workshop).issued == 0


def test_a_vote_may_be_printed_before_its_options_have_names(workshop: Workshop) -> None:
    workshop.apply(add_poll("Which?", blank_letters=8, poll_id=POLL))
    assert give_out(workshop, POLL, 1) == (1,)


def test_ballots_are_printed_for_the_votes_that_are_still_to_come(vote: Workshop) -> None:
    other = uuid.uuid4()
    vote.apply(add_poll("And then?", [Choice("Tea")], poll_id=other))
    vote.apply(close_poll(other))
    assert vote.read(polls_to_print) == [POLL]
    vote.apply(close_poll(POLL))
    assert set(vote.read(polls_to_print)) == {POLL, other}


def test_without_a_vote_there_are_no_ballots(workshop: Workshop) -> None:
    with pytest.raises(NothingToPrint, match="no vote"):
        workshop.read(polls_to_print)
