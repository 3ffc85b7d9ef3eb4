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


def test_what_fewer_than_five_voted_is_reported_without_counts_or_places(workshop: Workshop, poll: uuid.UUID) -> None:
    option = workshop.read(lambda reader: report_values(reader, "2026-01-14")).polls[0].result.options[1].id

    def told_after(number: int) -> tuple[bool, list[tuple[str, int | None, int]]]:
        ballot = add(workshop, "ballot", poll_id=poll, number=number, state="counted")
        add(workshop, "mark", ballot_id=ballot, option_id=option, value=3)
        told = workshop.read(lambda reader: report_values(reader, "2026-01-14")).polls[0]
        options = [one for one in told.result.options if not one.hidden]
        return told.few, [(one.letter, one.rank, one.counts["dots"]) for one in options]

    for number in range(1, 5):
        assert told_after(number) == (True, [("A", None, 0), ("B", None, 0)])
    assert told_after(5) == (False, [("B", 1, 15), ("A", 2, 0)])


def test_those_who_came_are_counted_by_group_unless_they_are_few(workshop: Workshop) -> None:
    session = add(workshop, "session", title="Meet", date="2027-01-14")
    other = add(workshop, "session", title="Meet again", date="2027-02-14", position=1.0)
    groups = {"resident": 9, "public-service": 6, "community-organisation": 5, "elected-member": 1}
    for group, size in groups.items():
        for _ in range(size):
            person = add(workshop, "participant", stakeholder_group=group)
            for met in (session, other):
                add(workshop, "attendance", session_id=met, participant_id=person)
    add(workshop, "participant", stakeholder_group="elected-member")
    more = workshop.read(lambda reader: report_values(reader, "2026-01-14")).more

    assert more is not None
    assert more.came is not None
    assert dict(more.came.counts) == {
        "resident": 9,
        "public-service": 6,
        "community-organisation": None,
        "elected-member": None,
    }
    assert [(one.title, one.came) for one in more.sessions] == [("Meet", 21), ("Meet again", 21)]


def test_what_was_tried_is_reported_without_what_is_withheld(workshop: Workshop) -> None:
    idea = add(workshop, "idea", name="Gate Wall")
    prototype = add(workshop, "prototype", idea_id=idea, version=1, name="sketch")
    add(workshop, "trial", prototype_id=prototype, used_by=6, delivered_by=2)
    for text, withheld in (("I drew a bus", False), ("Sack Dave", True)):
        add(workshop, "feedback", prototype_id=prototype, kind="worked", text=text, withheld=withheld)
    for rating in (1, 2, 3, 4):
        add(workshop, "feedback", prototype_id=prototype, kind="rating", rating=rating)
    add(workshop, "decision", what="Lower it", prototype_id=prototype, who="Ruth")
    values = workshop.read(lambda reader: report_values(reader, "2026-01-14")).needs_something()

    assert values.more is not None
    (version,) = values.more.ideas[0].versions
    assert (version.tried, version.faces) == (8, ())
    assert [said.text for said in dict(version.piles)["worked"]] == ["I drew a bus"]
    assert [one.what for one in values.more.decisions] == ["Lower it"]
    assert pickle.loads(pickle.dumps(values)) == values
    add(workshop, "feedback", prototype_id=prototype, kind="rating", rating=4)
    again = workshop.read(lambda reader: report_values(reader, "2026-01-14")).more
    assert again is not None
    assert again.ideas[0].versions[0].faces == (1, 1, 1, 2)
