"""What may be printed leaves the workshop; what is withheld or hidden does not."""

from __future__ import annotations

import pickle
import uuid
from typing import TYPE_CHECKING

import pytest

from facilitator.domain.board import Note
from facilitator.domain.change import Change, Insert, Set, Value
from facilitator.domain.errors import NotFound
from facilitator.domain.gestures.voting import close_poll, open_poll
from facilitator.workshop.queries.print_queries import ballot_values, feedback_form_values, report_values

if TYPE_CHECKING:
    from facilitator.workshop.workshop import Workshop

KEY = b"secret"


def add(workshop: Workshop, table: str, **values: Value) -> uuid.UUID:
    row = uuid.uuid4()
    workshop.apply(Change("test-add", (Insert(table, row, values),)))
    return row


@pytest.fixture
def poll(workshop: Workshop) -> uuid.UUID:
    """A vote of three options: one of them hidden, one of them a note's words."""
    board = add(workshop, "board", question="What gets in the way?", source="Asked at the gate")
    note = add(workshop, "note", board_id=board, text="People, not leaflets")
    add(workshop, "note", board_id=board, text="Free tea")
    add(workshop, "note", board_id=board, text="Dave never comes", withheld=True)
    poll = add(
        workshop, "poll", board_id=board, question="Which first?", method="dots", dots=3, consequence="We try it"
    )
    add(workshop, "option", poll_id=poll, place=1, text="One shared wall")
    add(workshop, "option", poll_id=poll, place=2, text="People, not leaflets", note_id=note)
    add(workshop, "option", poll_id=poll, place=3, text="Sack them all", hidden=True)
    return poll


def test_a_ballot_has_the_visible_options_with_the_places_they_had(workshop: Workshop, poll: uuid.UUID) -> None:
    values = workshop.read(lambda reader: ballot_values(reader, poll, KEY, (4, 5)))

    assert [(option.place, option.text) for option in values.options] == [
        (1, "One shared wall"),
        (2, "People, not leaflets"),
    ]
    assert (values.programme, values.question, values.method, values.dots) == ("Millbrook", "Which first?", "dots", 3)
    assert (values.consequence, values.numbers, values.key) == ("We try it", (4, 5), KEY)


def test_an_option_goes_with_the_note_that_is_withheld(workshop: Workshop, poll: uuid.UUID) -> None:
    values = workshop.read(lambda reader: report_values(reader, "2026-01-14"))
    voted = next(o for o in values.polls[0].result.options if o.text == "People, not leaflets")
    assert not voted.hidden
    note = workshop.read(lambda reader: reader.find(Note, Note.text == "People, not leaflets"))[0].id

    workshop.apply(Change("note-withhold", (Set("note", note, {"withheld": True}),)))

    ballots = workshop.read(lambda reader: ballot_values(reader, poll, KEY))
    assert [option.text for option in ballots.options] == ["One shared wall"]


def test_the_report_has_no_withheld_note_and_no_note_twice(workshop: Workshop, poll: uuid.UUID) -> None:
    values = workshop.read(lambda reader: report_values(reader, "2026-01-14"))

    (board,) = values.boards
    assert [note.text for theme in board.themes for note in theme.notes] == ["Free tea"]
    assert (board.voted, board.source) == (1, "Asked at the gate")
    assert values.polls[0].result.id == poll
    assert values.polls[0].consequence == "We try it"
    assert pickle.loads(pickle.dumps(values)) == values


def test_a_vote_that_is_going_on_is_not_in_the_report_and_its_notes_are(workshop: Workshop, poll: uuid.UUID) -> None:
    workshop.apply(open_poll(poll))
    values = workshop.read(lambda reader: report_values(reader, "2026-01-14"))
    assert values.polls == ()
    assert {note.text for theme in values.boards[0].themes for note in theme.notes} == {
        "Free tea",
        "People, not leaflets",
    }
    workshop.apply(close_poll(poll))
    values = workshop.read(lambda reader: report_values(reader, "2026-01-14"))
    assert [one.result.question for one in values.polls] == ["Which first?"]


def test_people_are_counted_by_who_came(workshop: Workshop) -> None:
    session = add(workshop, "session")
    for arrived in (True, True, False):
        person = add(workshop, "participant", display_name="Ruth")
        add(workshop, "attendance", session_id=session, participant_id=person, arrived=arrived)

    assert workshop.read(lambda reader: report_values(reader, "2026-01-14")).people == 2


def test_feedback_forms_name_every_prototype(workshop: Workshop) -> None:
    idea = add(workshop, "idea", name="Gate Wall")
    add(workshop, "prototype", idea_id=idea, version=1)
    add(workshop, "prototype", idea_id=idea, version=2, name="Gate Wall on wheels", to_learn="Where?\n\n Who? ")

    forms = workshop.read(lambda reader: feedback_form_values(reader, (1, 2), KEY))

    assert [(form.name, form.version, form.to_learn) for form in forms] == [
        ("Gate Wall", 1, ()),
        ("Gate Wall on wheels", 2, ("Where?", "Who?")),
    ]


def test_without_a_prototype_there_is_one_form_without_a_name(workshop: Workshop) -> None:
    (form,) = workshop.read(lambda reader: feedback_form_values(reader, (1,), KEY))

    assert (form.name, form.form_id, form.numbers) == ("", workshop.file_id, (1,))


def test_a_vote_that_is_gone_is_said(workshop: Workshop) -> None:
    with pytest.raises(NotFound, match="not in this workshop any more"):
        workshop.read(lambda reader: ballot_values(reader, uuid.uuid4(), KEY))
