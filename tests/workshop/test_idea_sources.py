"""An idea keeps the thread to what people said: the notes it grew from, their theme, or an option of a vote."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

import pytest

from facilitator.domain.errors import BadChange, NotFound
from facilitator.domain.gestures.board import add_board, add_note, add_theme, withhold_notes
from facilitator.domain.gestures.prototypes import add_idea
from facilitator.domain.gestures.voting import Choice, add_poll
from facilitator.domain.prototypes import Idea, IdeaNote
from facilitator.exchange.millbrook.build import build_millbrook
from facilitator.workshop.queries.idea_sources import idea_from_notes, rooted, sources
from facilitator.workshop.queries.prototypes import ideas
from facilitator.workshop.workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from facilitator.workshop.places import Places

BOARD, THEME, ONE, OTHER, IDEA, FIRST = (uuid.uuid4() for _ in range(6))


@pytest.fixture
def hall(tmp_path: Path, places: Places) -> Iterator[Workshop]:
    with Workshop.new(tmp_path / "hall.workshop", "Millbrook", places) as workshop:
        workshop.apply(add_board("How might we hear each other?", board_id=BOARD))
        workshop.apply(add_theme(BOARD, "One shared wall", theme_id=THEME))
        workshop.apply(add_note(BOARD, "A wall at the gate", theme_id=THEME, note_id=ONE))
        workshop.apply(add_note(BOARD, "حائط", theme_id=THEME, note_id=OTHER))
        yield workshop


def begin(hall: Workshop, *notes: uuid.UUID) -> Idea:
    hall.apply(hall.read(lambda reader: idea_from_notes(reader, notes, idea_id=IDEA, prototype_id=FIRST)))
    found = hall.read(lambda reader: reader.get(Idea, IDEA))
    assert found
    return found


def test_an_idea_begun_from_notes_has_their_words_their_theme_and_a_first_version(hall: Workshop) -> None:
    made = begin(hall, ONE, OTHER)
    assert (made.name, made.theme_id, made.board_id) == ("A wall at the gate", THEME, BOARD)
    assert {tie.note_id for tie in hall.read(lambda reader: reader.find(IdeaNote))} == {ONE, OTHER}
    item = hall.read(ideas)[0]
    assert (item.source_id, item.notes, [one.version for one in item.versions]) == (THEME, 2, [1])
    hall.undo()
    assert hall.read(ideas) == ()


def test_words_that_are_withheld_begin_no_idea(hall: Workshop) -> None:
    hall.apply(withhold_notes([ONE], on=True))
    with pytest.raises(BadChange, match="hidden"):
        begin(hall, ONE)
    assert begin(hall, ONE, OTHER).name == "حائط"


def test_an_option_whose_note_is_withheld_is_nothing_to_grow_from(hall: Workshop) -> None:
    hall.apply(add_poll("Which first?", [Choice("A wall at the gate", note_id=ONE)]))
    hall.apply(withhold_notes([ONE], on=True))
    assert [source.kind for source in hall.read(sources)] == ["theme"]


def test_a_note_that_is_gone_begins_no_idea(hall: Workshop) -> None:
    with pytest.raises(NotFound):
        begin(hall, uuid.uuid4())


def test_what_an_idea_grew_from_is_chosen_and_taken_back(hall: Workshop) -> None:
    hall.apply(add_idea("Knock-Knock", idea_id=IDEA))
    theme = hall.read(sources)[0]
    assert (theme.kind, theme.words, theme.question) == ("theme", "One shared wall", "How might we hear each other?")
    hall.apply(hall.read(lambda reader: rooted(reader, IDEA, theme)))
    found = hall.read(lambda reader: reader.get(Idea, IDEA))
    assert found
    assert (found.theme_id, found.board_id) == (THEME, BOARD)
    hall.apply(hall.read(lambda reader: rooted(reader, IDEA, None)))
    assert hall.read(ideas)[0].source_id is None


def test_every_idea_of_the_example_says_what_it_grew_from(tmp_path: Path, places: Places) -> None:
    with build_millbrook(tmp_path / "millbrook.workshop", places) as workshop:
        offered = {one.id for one in workshop.read(sources)}
        assert all(idea.source_id in offered for idea in workshop.read(ideas))
