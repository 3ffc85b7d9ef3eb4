"""What is given back on paper: boards as they stood, who does what, and who knows whom, of those who agreed."""

from __future__ import annotations

import pickle
from typing import TYPE_CHECKING

import pytest

from facilitator.domain.attachment import Attachment
from facilitator.domain.board import Note
from facilitator.domain.change import Change, Set
from facilitator.domain.errors import NothingToPrint
from facilitator.domain.gestures.capture import add_photos
from facilitator.workshop.queries.action_query import actions_values
from facilitator.workshop.queries.print_queries import report_values
from facilitator.workshop.queries.relationship_query import relationship_values
from facilitator.workshop.queries.wall_print import poster_values, wall_values
from tests.workshop.organising import NOW, Made

if TYPE_CHECKING:
    from facilitator.workshop.queries.after_values import ActionsValues, RelationshipValues, WallValues
    from facilitator.workshop.workshop import Workshop

SEEN, UNSEEN = (Attachment("image/jpeg", b"\xff\xd8\xff" + name) for name in (b"seen", b"unseen"))


@pytest.fixture
def made(workshop: Workshop) -> Made:
    return Made(workshop)


def walls(made: Made) -> list[WallValues]:
    return made.workshop.read(lambda reader: wall_values(reader, NOW))


def network(made: Made) -> RelationshipValues:
    return made.workshop.read(lambda reader: relationship_values(reader, NOW))


def actions(made: Made) -> ActionsValues:
    return made.workshop.read(lambda reader: actions_values(reader, NOW))


def board(made: Made) -> None:
    board = made.add("board", "board", question="What gets in the way?", meaning_1="idea", meaning_2="worry")
    theme = made.add("theme", board_id=board, name="Being told")
    made.add("note", board_id=board, theme_id=theme, text="They moved it", x=300.0, y=200.0, colour=1)
    made.add("note", board_id=board, theme_id=theme, text="Dave never comes", withheld=True, x=900.0, y=900.0)
    made.add("note", board_id=board, text="Loose", x=40.0, y=60.0, colour=1, parked=True)
    made.add("board", "empty", question="Who do you ask?", position=1.0)


def test_a_board_is_printed_as_it_stood_without_what_is_withheld(made: Made) -> None:
    board(made)
    (wall,) = walls(made)
    assert [(note.words.text, note.place, note.theme) for note in wall.notes] == [
        ("They moved it", (300.0, 200.0), 0),
        ("Loose", (40.0, 60.0), -1),
    ]
    assert [frame.name for frame in wall.frames] == ["Being told"]
    assert wall.frames[0].rect[2] < 300
    assert wall.meanings[:2] == ("idea", "")
    assert pickle.loads(pickle.dumps(wall)) == wall


def test_a_note_that_is_only_a_photograph_yet_is_printed_unless_it_is_withheld(made: Made) -> None:
    board(made)
    for picture in (SEEN, UNSEEN):
        made.workshop.apply(add_photos(made.ids["board"], [picture], position=5.0))
    (note,) = made.workshop.read(lambda reader: reader.find(Note, Note.photo == UNSEEN.hash))
    made.workshop.apply(Change("note-withhold", (Set("note", note.id, {"withheld": True}),)))

    (wall,) = walls(made)
    assert [note.picture for note in wall.notes if not note.words.text] == [SEEN.data]
    (reported, _) = made.workshop.read(lambda reader: report_values(reader, NOW[:10])).boards
    printed = [note.picture for theme in reported.themes for note in theme.notes if note.picture]
    assert printed == [SEEN.data]


def test_a_poster_is_of_the_fullest_board_or_of_a_question_alone(made: Made) -> None:
    board(made)
    (poster,) = made.workshop.read(lambda reader: poster_values(reader, NOW))
    assert len(poster.wall.notes) == 2
    (bare,) = made.workshop.read(lambda reader: poster_values(reader, NOW, [made.ids["empty"]]))
    assert (bare.wall.question, bare.wall.notes) == ("Who do you ask?", ())
    (question,) = made.workshop.read(lambda reader: poster_values(reader, NOW, question_only=True))
    assert (question.wall.question, question.wall.notes) == ("What gets in the way?", ())


def people_on_the_map(made: Made) -> None:
    for name, group, answer in (
        ("Amina", "resident", "yes"),
        ("Dave", "resident", "yes"),
        ("Ruth", "public-service", "yes"),
        ("Noelia", "resident", "no"),
        ("Gone", "resident", "yes"),
    ):
        made.person(name, stakeholder_group=group)
        taken_back = "2027-01-10" if name == "Gone" else ""
        made.consent(name, "relationship-map", answer, asked_on="2027-01-01", withdrawn_on=taken_back)
    made.person("Unasked")
    for one, other, number in (
        ("Amina", "Dave", 1),
        ("Amina", "Noelia", 1),
        ("Dave", "Gone", 1),
        ("Unasked", "Ruth", 1),
        ("Dave", "Amina", 2),
        ("Dave", "Ruth", 2),
    ):
        made.add("connection", from_id=made.ids[one], to_id=made.ids[other], round=number)


def test_only_those_who_agreed_are_on_the_map_whoever_named_them(made: Made) -> None:
    people_on_the_map(made)
    found = network(made)
    assert [person.name for person in found.people] == ["Amina", "Dave", "Ruth"]
    assert (found.before.figures.links, found.before.figures.alone, found.before.figures.groups_apart) == (1, 1, 0)
    assert found.after is not None
    assert (found.after.figures.links, found.after.figures.alone, found.after.figures.groups_apart) == (2, 0, 1)
    assert found.before.links < found.after.links
    assert pickle.loads(pickle.dumps(found)) == found


def test_with_one_round_there_is_no_after(made: Made) -> None:
    for name in ("Amina", "Dave"):
        made.person(name)
        made.consent(name, "relationship-map", "yes")
    made.add("connection", from_id=made.ids["Amina"], to_id=made.ids["Dave"], round=1)
    assert network(made).after is None


def test_actions_come_by_day_with_the_answers_owed_on_votes(made: Made) -> None:
    made.add("decision", what="Ask the library", who="Ruth", by_when="2027-02-26", outcome="keep", position=1.0)
    made.add("decision", what="Lower it", who="Three parents", by_when="2027-01-25", position=2.0)
    made.add("decision", what="Nobody does this", position=3.0)
    made.add("decision", what="Some day", who="Jo", outcome="keep", position=4.0)
    made.poll(answered_by="Canalside Library", answer_date="2027-01-22")
    rows = actions(made).rows
    assert [(row.what, row.outcome) for row in rows] == [
        ("Which vote?", "answer"),
        ("Lower it", "change"),
        ("Ask the library", "keep"),
        ("Some day", "keep"),
    ]


def test_each_says_in_one_sentence_what_is_missing(made: Made) -> None:
    made.add("board", question="Who?", position=1.0)
    for read, missing in (
        (walls, "no board with notes"),
        (network, "no map of who knows whom"),
        (actions, "no list of"),
    ):
        with pytest.raises(NothingToPrint, match=missing):
            read(made)
