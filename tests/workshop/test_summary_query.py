"""The summary tells what was grouped, voted and decided, and keeps what is withheld, refused or still open."""

from __future__ import annotations

import pickle
from typing import TYPE_CHECKING

import pytest

from facilitator.domain.errors import NothingToPrint
from facilitator.workshop.queries.summary_query import summary_values
from tests.workshop.organising import Made

if TYPE_CHECKING:
    from facilitator.workshop.queries.organiser_values import SummaryValues
    from facilitator.workshop.workshop import Workshop


@pytest.fixture
def made(workshop: Workshop) -> Made:
    return Made(workshop)


def read(made: Made) -> SummaryValues:
    return made.workshop.read(lambda reader: summary_values(reader, "2027-02-11"))


def test_groups_come_with_their_size_and_one_note_that_may_be_repeated(made: Made) -> None:
    board = made.add("board", question="What gets in the way?")
    theme = made.add("theme", board_id=board, name="Finding out")
    made.person("Leanne")
    made.consent("Leanne", "notes", "no")
    notes = (
        {"text": "Dave never comes", "withheld": True},
        {"text": "Only Leanne says so", "participant_id": made.ids["Leanne"]},
        {"text": "Could it mention bins?", "parked": True},
        {"text": "لم يخبرنا أحد", "language": "ar", "translation": "Nobody told us"},
    )
    for position, note in enumerate(notes):
        made.add("note", board_id=board, theme_id=theme, position=float(position), **note)
    made.add("note", board_id=board, text="In no group")
    values = read(made)

    (found,) = values.themes
    assert (found.name, found.notes, found.example, found.translation) == (
        "Finding out",
        2,
        "لم يخبرنا أحد",
        "Nobody told us",
    )
    assert values.notes == 3
    assert "Leanne" not in repr(values)
    assert pickle.loads(pickle.dumps(values)) == values


def test_only_closed_votes_tell_what_came_first(made: Made) -> None:
    for name, state in (("one", "closed"), ("other", "open")):
        poll = made.poll(name, state=state, answered_by="Ruth", answer_date="2027-01-22")
        for number in range(1, 6):
            ballot = made.add("ballot", poll_id=poll, number=number, state="counted")
            for option in ("wall", "sack"):
                made.add("mark", ballot_id=ballot, option_id=made.ids[f"{name}: {option}"], value=3)
    values = read(made)

    assert [(vote.question, vote.first, vote.score) for vote in values.votes] == [
        ("Which one?", ("One shared wall",), 15.0)
    ]
    assert [(answer.about, answer.who) for answer in values.answers] == [
        ("Which one?", "Ruth"),
        ("Which other?", "Ruth"),
    ]


def test_what_fewer_than_five_chose_is_not_told(made: Made) -> None:
    poll = made.poll(state="closed")
    for number in range(1, 5):
        ballot = made.add("ballot", poll_id=poll, number=number, state="counted")
        made.add("mark", ballot_id=ballot, option_id=made.ids["vote: wall"], value=3)
    made.add("decision", what="Try it")

    assert read(made).votes == ()


def test_decisions_are_promises_or_refusals_and_answers_come_by_day(made: Made) -> None:
    for outcome, day in (("keep", "2027-03-01"), ("change", ""), ("refuse", "2027-02-20"), ("drop", "2027-03-12")):
        made.add("decision", what=f"We {outcome}", outcome=outcome, reason="Because", who="Ruth", by_when=day)
    values = read(made)

    assert {one.what for one in values.will} == {"We keep", "We change"}
    assert {one.what for one in values.cannot} == {"We refuse", "We drop"}
    assert [answer.about for answer in values.answers] == ["We refuse", "We keep", "We drop", "We change"]


def test_people_are_counted_by_who_came(made: Made) -> None:
    made.session()
    made.add("decision", what="Try it")
    for name, arrived in (("Amina", True), ("Dave", False)):
        made.add("attendance", session_id=made.ids["meeting"], participant_id=made.person(name), arrived=arrived)

    assert read(made).people == 1


def test_with_nothing_to_say_it_says_what_is_missing(made: Made) -> None:
    made.add("note", board_id=made.add("board", question="What?"), text="Loose")
    with pytest.raises(NothingToPrint, match="name a group of notes, close a vote, or write down what was decided"):
        read(made)
