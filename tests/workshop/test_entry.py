"""Ballots are counted in once, by number, and what is out, back and spoilt adds up."""

from __future__ import annotations

import pickle
import uuid
from typing import TYPE_CHECKING

import pytest

from facilitator.domain.ballot_entry import begin, enter, press_all, said_before
from facilitator.domain.errors import AlreadyBack, BadChange
from facilitator.domain.gestures.counting import reopen_poll
from facilitator.domain.gestures.poll_terms import edit_poll
from facilitator.domain.gestures.voting import Choice, add_ballot, add_poll, close_poll, issue_ballots, open_poll
from facilitator.domain.tally import PollResult, ties
from facilitator.workshop.queries.entry import (
    BallotBox,
    assisted,
    ballot_box,
    corrected,
    counted_in,
    looked_up,
    show_of_hands,
    spoilt,
    tokens,
)
from facilitator.workshop.queries.options import letters_named, removed, renamed
from facilitator.workshop.queries.voting import poll_result, room_result

if TYPE_CHECKING:
    from facilitator.workshop.workshop import Workshop

POLL, AGREE = uuid.uuid4(), uuid.uuid4()
NAMES = ("One shared wall", "People, not leaflets", "Saturday drop-in", "One number", "Parents first")


@pytest.fixture
def vote(workshop: Workshop) -> Workshop:
    """An open vote by three dots with five options, and ten ballots given out."""
    workshop.apply(
        add_poll(
            "Which first?",
            [Choice(name) for name in NAMES],
            method="dots",
            dots=3,
            consequence="We try it.",
            answered_by="The council",
            answer_date="2027-02-18",
            poll_id=POLL,
        )
    )
    workshop.apply(issue_ballots(POLL, range(1, 11)))
    workshop.apply(open_poll(POLL))
    return workshop


@pytest.fixture
def statements(workshop: Workshop) -> Workshop:
    """An open vote on two statements, five ballots given out."""
    workshop.apply(add_poll("What do you think?", [Choice("Benches"), Choice("Shade")], poll_id=AGREE))
    workshop.apply(issue_ballots(AGREE, range(1, 6)))
    workshop.apply(open_poll(AGREE))
    return workshop


def box(workshop: Workshop, poll_id: uuid.UUID = POLL) -> BallotBox:
    found = workshop.read(lambda reader: ballot_box(reader, poll_id))
    assert found is not None
    return found


def result(workshop: Workshop, poll_id: uuid.UUID = POLL) -> PollResult:
    found = workshop.read(lambda reader: poll_result(reader, poll_id))
    assert found is not None
    return found


def room(workshop: Workshop, poll_id: uuid.UUID = POLL) -> PollResult:
    found = workshop.read(lambda reader: room_result(reader, poll_id))
    assert found is not None
    return found


def typed(workshop: Workshop, keys: str, poll_id: uuid.UUID = POLL) -> tuple[int, dict[uuid.UUID, int]]:
    """A ballot typed in at the table."""
    there = box(workshop, poll_id)
    entry = enter(press_all(begin(there.method, there.lines, there.dots, there.next_number), keys))
    assert entry.refusal == ""
    return entry.number, entry.values()


def count(workshop: Workshop, keys: str, poll_id: uuid.UUID = POLL) -> None:
    number, values = typed(workshop, keys, poll_id)
    workshop.apply(workshop.read(lambda reader: counted_in(reader, poll_id, number, values)))


def spoil(workshop: Workshop, number: int) -> None:
    workshop.apply(workshop.read(lambda reader: spoilt(reader, POLL, number)))


def correct(workshop: Workshop, number: int, values: dict[uuid.UUID, int] | None) -> None:
    workshop.apply(workshop.read(lambda reader: corrected(reader, POLL, number, values)))


def dots(workshop: Workshop) -> dict[str, int]:
    return {option.letter: option.counts["dots"] for option in result(workshop).options if option.counts["dots"]}


def test_ballots_are_typed_in_one_after_another_and_it_adds_up(vote: Workshop) -> None:
    count(vote, "AAC")
    count(vote, "AB")
    spoil(vote, 3)
    count(vote, "9C")
    there = box(vote)
    assert (there.given_out, there.counted, there.spoilt, there.still_out) == (10, 3, 1, 6)
    assert there.given_out == there.counted + there.spoilt + there.still_out
    assert there.next_number == 4
    assert dots(vote) == {"A": 3, "C": 2, "B": 1}


def test_what_is_said_before_the_vote_stands_where_it_is_counted(vote: Workshop) -> None:
    there = box(vote)
    assert (there.consequence, there.answered_by, there.answer_date) == ("We try it.", "The council", "2027-02-18")
    assert pickle.loads(pickle.dumps(there)) == there


@pytest.mark.parametrize(
    ("number", "said"), [(1, "Ballot 1 is already counted"), (2, "already laid aside"), (57, "was not given out")]
)
def test_a_number_is_taken_once_and_only_if_it_was_given_out(vote: Workshop, number: int, said: str) -> None:
    count(vote, "A")
    spoil(vote, 2)
    before = box(vote)
    with pytest.raises(BadChange, match=said):
        count(vote, f"{number}B")
    with pytest.raises(BadChange, match=said):
        spoil(vote, number)
    assert box(vote) == before


def test_a_ballot_says_no_more_than_it_may(vote: Workshop) -> None:
    first = box(vote).lines[0].id
    for values, said in (({first: 4}, "3 dots"), ({first: 0}, "one dot"), ({uuid.uuid4(): 1}, "not on this ballot")):
        with pytest.raises(BadChange, match=said):
            vote.read(lambda reader, values=values: counted_in(reader, POLL, 1, values))


def test_only_an_open_vote_is_counted(vote: Workshop) -> None:
    number, values = typed(vote, "A")
    vote.apply(close_poll(POLL))
    with pytest.raises(BadChange, match="closed"):
        vote.read(lambda reader: counted_in(reader, POLL, number, values))
    draft = uuid.uuid4()
    vote.apply(add_poll("Later?", [Choice("x")], poll_id=draft))
    with pytest.raises(BadChange, match="not open yet"):
        vote.read(lambda reader: assisted(reader, draft, {}))


def test_an_assisted_vote_takes_no_number_of_a_paper_ballot(vote: Workshop) -> None:
    _, values = typed(vote, "AB")
    vote.apply(vote.read(lambda reader: assisted(reader, POLL, values)))
    there = box(vote)
    assert (there.given_out, there.still_out, there.counted, there.assisted) == (10, 10, 0, 1)
    assert dots(vote) == {"A": 1, "B": 1}
    entry = vote.history(1)[0]
    assert (entry.code, dict(entry.details)) == ("ballot-assist", {})


def test_hands_and_tokens_are_counted_in_piles_beside_the_ballots(vote: Workshop) -> None:
    count(vote, "A")
    a, b, *_ = (line.id for line in box(vote).lines)
    vote.apply(vote.read(lambda reader: show_of_hands(reader, POLL, {a: 7, b: 12})))
    vote.apply(vote.read(lambda reader: tokens(reader, POLL, {b: 5, a: 0})))
    there, counted = box(vote), result(vote)
    assert (there.given_out, there.counted, there.still_out, there.hands, there.tokens) == (10, 1, 9, 19, 5)
    assert (counted.ballots - counted.piles, counted.hands, counted.tokens) == (1, 19, 5)
    assert dots(vote) == {"A": 8, "B": 17}
    assert [entry.code for entry in vote.history(2)] == ["tokens-count", "hands-count"]
    with pytest.raises(BadChange, match="Nothing was counted"):
        vote.read(lambda reader: tokens(reader, POLL, {a: 0}))
    with pytest.raises(BadChange, match="agree or disagree"):
        vote.read(lambda reader: show_of_hands(reader, POLL, {a: 1}, {a: 2}))
    with pytest.raises(BadChange, match="agree or disagree"):
        vote.read(lambda reader: show_of_hands(reader, POLL, {a: 1}, None, {a: 2}))


def test_hands_for_and_against_a_statement_are_so_many_voices(statements: Workshop) -> None:
    count(statements, "A-", AGREE)
    benches, shade = (line.id for line in box(statements, AGREE).lines)
    hands = statements.read(lambda reader: show_of_hands(reader, AGREE, {benches: 9, shade: 4}, {shade: 6}))
    statements.apply(hands)
    counts = {option.text: option.counts for option in result(statements, AGREE).options}
    assert counts == {
        "Benches": {"agree": 10, "disagree": 0, "pass": 0},
        "Shade": {"agree": 4, "disagree": 7, "pass": 0},
    }
    assert box(statements, AGREE).hands == 19
    passing = statements.read(lambda reader: show_of_hands(reader, AGREE, {}, None, {shade: 3}))
    statements.apply(passing)
    counts = {option.text: option.counts for option in result(statements, AGREE).options}
    assert counts["Shade"] == {"agree": 4, "disagree": 7, "pass": 3}
    assert (box(statements, AGREE).hands, result(statements, AGREE).hands) == (22, 22)
    assert dict(statements.history(1)[0].details) == {"hands": 3}


def test_a_correction_replaces_what_was_typed_and_shows_on_the_result(vote: Workshop) -> None:
    count(vote, "AAC")
    number, values = 1, typed(vote, "1BBB")[1]
    assert sorted(vote.read(lambda reader: looked_up(reader, POLL, 1)).values.values()) == [1, 2]
    correct(vote, number, values)
    assert dots(vote) == {"B": 3}
    assert (box(vote).corrected, result(vote).corrected, room(vote).corrected) == (1, 1, 1)
    correct(vote, number, None)
    assert (box(vote).spoilt, box(vote).counted, dots(vote)) == (1, 0, {})
    correct(vote, number, values)
    assert (box(vote).spoilt, box(vote).counted, box(vote).corrected) == (0, 1, 3)
    vote.undo()
    assert box(vote).corrected == 2
    vote.redo()
    assert box(vote).corrected == 3
    with pytest.raises(BadChange, match="not been counted yet"):
        correct(vote, 5, values)
    with pytest.raises(BadChange, match="not given out"):
        correct(vote, 57, values)


def test_a_ballot_that_is_back_is_looked_at_by_its_number(vote: Workshop) -> None:
    count(vote, "AAC")
    spoil(vote, 2)
    with pytest.raises(AlreadyBack) as refused:
        count(vote, "1B")
    assert refused.value.number == 1
    there = box(vote)
    counted = vote.read(lambda reader: looked_up(reader, POLL, 1))
    assert said_before(begin("dots", there.lines, 3, 1), counted.values).values() == counted.values
    assert vote.read(lambda reader: looked_up(reader, POLL, 2)).spoilt


def test_no_more_dots_on_one_option_than_were_said(vote: Workshop) -> None:
    first, second, *_ = (line.id for line in box(vote).lines)
    vote.apply(edit_poll(POLL, {"most_on_one": 2}))
    with pytest.raises(BadChange, match="2 of a ballot's dots"):
        vote.read(lambda reader: counted_in(reader, POLL, 1, {first: 3}))
    vote.apply(vote.read(lambda reader: counted_in(reader, POLL, 1, {first: 2, second: 1})))
    assert dots(vote) == {"A": 2, "B": 1}


def test_opening_a_vote_again_shows_on_its_result(vote: Workshop) -> None:
    vote.apply(close_poll(POLL))
    assert result(vote).reopened == 0
    vote.apply(reopen_poll(POLL))
    count(vote, "A")
    vote.apply(close_poll(POLL))
    assert (room(vote).reopened, room(vote).state) == (1, "closed")
    other = uuid.uuid4()
    vote.apply(add_poll("Other?", [Choice("x")], poll_id=other))
    assert box(vote, other).reopened == 0


def test_nothing_of_how_it_goes_is_told_before_the_vote_is_closed(vote: Workshop) -> None:
    count(vote, "CCC")
    count(vote, "CB")
    shown = room(vote)
    assert [option.text for option in shown.options] == list(NAMES)
    assert {(option.rank, option.score, tuple(option.counts)) for option in shown.options} == {(None, 0.0, ())}
    assert shown.ballots == 2
    vote.apply(close_poll(POLL))
    assert [option.letter for option in room(vote).options][:2] == ["C", "B"]
    assert room(vote) == result(vote)


def test_a_tie_is_said_to_be_one(vote: Workshop) -> None:
    count(vote, "AB")
    count(vote, "AB")
    tied = ties(result(vote).options)
    assert [[option.letter for option in same] for same in tied] == [["A", "B"], ["C", "D", "E"]]


def test_options_keep_their_words_from_the_first_ballot_on(vote: Workshop) -> None:
    first = box(vote).lines[0].id
    vote.apply(vote.read(lambda reader: renamed(reader, first, "A shared wall")))
    count(vote, "A")
    for refused in (
        lambda reader: renamed(reader, first, "Something else"),
        lambda reader: removed(reader, first),
        lambda reader: letters_named(reader, POLL, {6: Choice("Late")}),
    ):
        with pytest.raises(BadChange, match="options stay as they are"):
            vote.read(refused)
    vote.undo()
    vote.apply(vote.read(lambda reader: removed(reader, first)))
    assert [line.place for line in box(vote).lines] == [2, 3, 4, 5]


def test_blank_letters_are_named_in_the_room(workshop: Workshop) -> None:
    workshop.apply(add_poll("Which?", method="dots", blank_letters=3, poll_id=POLL))
    names = {1: Choice("Wall"), 2: Choice("Phone")}
    workshop.apply(workshop.read(lambda reader: letters_named(reader, POLL, names)))
    assert [(line.place, line.text) for line in box(workshop).lines] == [(1, "Wall"), (2, "Phone")]
    with pytest.raises(BadChange, match="B has a name already"):
        workshop.read(lambda reader: letters_named(reader, POLL, {2: Choice("x"), 3: Choice("y")}))


def test_numbers_given_out_twice_by_two_laptops_are_two_ballots(vote: Workshop) -> None:
    vote.apply(issue_ballots(POLL, [1]))
    count(vote, "1A")
    count(vote, "1B")
    with pytest.raises(BadChange, match="already counted"):
        count(vote, "1C")
    assert (box(vote).given_out, box(vote).counted) == (11, 2)


def test_a_vote_that_came_in_on_a_screen_is_not_a_paper_ballot(vote: Workshop) -> None:
    vote.apply(add_ballot(POLL, 40, "screen", {}))
    assert (box(vote).screen, box(vote).given_out) == (1, 10)
    with pytest.raises(BadChange, match="not given out"):
        spoil(vote, 40)
