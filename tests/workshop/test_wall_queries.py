"""The wall as the file knows it: laying notes somewhere moves only those, and dots wait for the end of the vote."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

import pytest

from facilitator.domain.arrange import NOTE_HEIGHT, NOTE_WIDTH, NOWHERE, Place, frame_around
from facilitator.domain.board import Note
from facilitator.domain.change import Change, Insert
from facilitator.domain.gestures import board as gestures
from facilitator.domain.gestures import voting
from facilitator.domain.gestures.notes import say_by_person
from facilitator.domain.gestures.people import add_person, answer_consent
from facilitator.domain.voting import Option
from facilitator.exchange.writing import export
from facilitator.workshop.queries.board import NoteLine, outline
from facilitator.workshop.queries.voting import dots_on_notes
from facilitator.workshop.queries.wall import (
    MOST_SETTLED,
    arranging,
    duplicating,
    free_place,
    laying,
    place_after,
    places_on,
)

if TYPE_CHECKING:
    from pathlib import Path

    from facilitator.workshop.workshop import Workshop

BOARD, THEME = uuid.UUID(int=1), uuid.UUID(int=2)
NOTES = [uuid.UUID(int=10 + at) for at in range(6)]


@pytest.fixture
def hung(workshop: Workshop) -> Workshop:
    """A board with six notes, the first three in a theme; nobody has laid anything anywhere."""
    workshop.apply(gestures.add_board("What would help?", board_id=BOARD))
    workshop.apply(gestures.add_theme(BOARD, "Buses", theme_id=THEME))
    for at, note in enumerate(NOTES):
        theme = THEME if at < 3 else None
        workshop.apply(
            gestures.add_note(BOARD, f"Note {at}", theme_id=theme, position=float(at), note_id=note, colour=1 + at % 2)
        )
    return workshop


def seen(workshop: Workshop) -> dict[uuid.UUID, Place]:
    """Where each note is seen."""
    found = workshop.read(lambda reader: outline(reader, BOARD))
    assert found is not None
    return places_on(found)


def lines(workshop: Workshop) -> list[NoteLine]:
    found = workshop.read(lambda reader: outline(reader, BOARD))
    assert found is not None
    return [note for theme in found.themes for note in theme.notes]


def test_moving_one_note_moves_no_other(hung: Workshop) -> None:
    before = seen(hung)
    hung.apply(hung.read(lambda reader: laying(reader, BOARD, {NOTES[0]: (900.0, 40.0)}, {})))
    assert seen(hung) == {**before, NOTES[0]: (900.0, 40.0)}


def test_taking_a_note_out_of_its_theme_moves_no_other(hung: Workshop) -> None:
    before = seen(hung)
    hung.apply(hung.read(lambda reader: laying(reader, BOARD, {NOTES[0]: (900.0, 900.0)}, {NOTES[0]: None})))
    assert seen(hung) == {**before, NOTES[0]: (900.0, 900.0)}
    assert [note.theme_id for note in lines(hung) if note.id == NOTES[0]] == [None]


def test_a_moved_note_goes_back_by_one_undo(hung: Workshop) -> None:
    before = seen(hung)
    hung.apply(hung.read(lambda reader: laying(reader, BOARD, {NOTES[4]: (900.0, 40.0)}, {NOTES[4]: THEME})))
    hung.undo()
    assert seen(hung) == before


@pytest.mark.parametrize("how", ["grid", "theme", "colour", "votes"])
def test_arranging_gives_every_note_a_place_of_its_own(hung: Workshop, how: str) -> None:
    hung.apply(hung.read(lambda reader: arranging(reader, BOARD, how)))
    stored = [hung.read(lambda reader, one=one: reader.get(Note, one)) for one in NOTES]
    places = {(note.x, note.y) for note in stored if note}
    assert len(places) == len(NOTES)
    assert NOWHERE not in places


def test_a_stack_lies_where_its_first_note_lay(hung: Workshop) -> None:
    before = seen(hung)
    hung.apply(hung.read(lambda reader: arranging(reader, BOARD, "stack", NOTES[3:5])))
    after = seen(hung)
    assert after[NOTES[3]] == before[NOTES[3]]
    assert 0 < after[NOTES[4]][0] - after[NOTES[3]][0] < 30
    assert {one: after[one] for one in NOTES[:3]} == {one: before[one] for one in NOTES[:3]}


def test_a_copy_says_the_same_and_lies_beside(hung: Workshop) -> None:
    hung.apply(hung.read(lambda reader: arranging(reader, BOARD, "theme")))
    hung.apply(hung.read(lambda reader: duplicating(reader, BOARD, [NOTES[1]])))
    copies = [note for note in lines(hung) if note.text == "Note 1"]
    assert len(copies) == 2
    assert len({seen(hung)[note.id] for note in copies}) == 2
    assert {note.theme_id for note in copies} == {THEME}


def framed(workshop: Workshop, place: Place) -> bool:
    """Whether a note at a place would be seen in the frame of the theme."""
    x, y, width, height = frame_around(seen(workshop)[note] for note in NOTES[:3])
    return x < place[0] + NOTE_WIDTH and place[0] < x + width and y < place[1] + NOTE_HEIGHT and place[1] < y + height


def test_a_copy_falls_in_no_frame_but_that_of_its_theme(hung: Workshop) -> None:
    apart = {note: (24.0 + at % 3 * 600.0, 100.0 if at < 3 else 300.0) for at, note in enumerate(NOTES)}
    hung.apply(hung.read(lambda reader: laying(reader, BOARD, apart, {})))
    hung.apply(hung.read(lambda reader: duplicating(reader, BOARD, [*[NOTES[4]] * 12, NOTES[0]])))
    copies = {note.id: note for note in lines(hung) if note.id not in NOTES}
    assert len(copies) == 13
    at = seen(hung)
    assert [framed(hung, at[one]) for one, note in copies.items() if note.theme_id is None] == [False] * 12
    assert len(set(at.values())) == 19


def test_a_new_note_falls_in_no_frame_even_where_the_last_one_lies_in_it(hung: Workshop) -> None:
    hung.apply(hung.read(lambda reader: arranging(reader, BOARD, "theme")))
    inside = seen(hung)[NOTES[2]]
    assert not framed(hung, hung.read(lambda reader: free_place(reader, BOARD, inside)))


def test_a_copy_of_what_may_not_be_shown_is_not_shown_either(hung: Workshop, tmp_path: Path) -> None:
    person = uuid.uuid4()
    hung.apply(add_person("Rosa", participant_id=person))
    hung.apply(answer_consent(person, "notes", "yes", asked_on="2026-11-01"))
    hung.apply(say_by_person([NOTES[1]], person))
    hung.apply(hung.read(lambda reader: duplicating(reader, BOARD, [NOTES[1]])))
    hung.apply(answer_consent(person, "notes", "no", asked_on="2026-11-02"))
    assert [note.refused for note in lines(hung) if note.text == "Note 1"] == [True, True]
    export(hung, tmp_path / "notes.csv")
    assert "Note 1" not in (tmp_path / "notes.csv").read_text("utf-8")


def test_a_new_note_lies_nowhere_in_particular_until_somebody_arranged_the_board(hung: Workshop) -> None:
    assert hung.read(lambda reader: free_place(reader, BOARD, (100.0, 100.0))) == NOWHERE
    hung.apply(hung.read(lambda reader: arranging(reader, BOARD, "grid")))
    taken = set(seen(hung).values())
    assert hung.read(lambda reader: free_place(reader, BOARD, (24.0, 24.0))) not in {*taken, NOWHERE}


def test_dots_are_counted_only_once_the_vote_is_closed(hung: Workshop) -> None:
    poll = uuid.uuid4()
    choices = [voting.Choice("Note 0", note_id=NOTES[0]), voting.Choice("Note 4", note_id=NOTES[4])]
    hung.apply(voting.add_poll("Which first?", choices, method="dots", poll_id=poll, board_id=BOARD))
    options = {option.note_id: option.id for option in hung.read(lambda reader: reader.find(Option))}
    hung.apply(voting.open_poll(poll))
    hung.apply(voting.add_ballot(poll, 1, "screen", {options[NOTES[0]]: 3, options[NOTES[4]]: 2}))
    hung.apply(voting.add_ballot(poll, 2, "screen", {options[NOTES[0]]: 5}))
    assert hung.read(lambda reader: dots_on_notes(reader, BOARD)) == {}
    hung.apply(voting.close_poll(poll))
    assert hung.read(lambda reader: dots_on_notes(reader, BOARD)) == {NOTES[0]: 8, NOTES[4]: 2}


def test_dots_on_what_the_room_does_not_see_are_told_nowhere(hung: Workshop, tmp_path: Path) -> None:
    poll = uuid.uuid4()
    choices = [voting.Choice("Note 0", note_id=NOTES[0]), voting.Choice("Note 4", note_id=NOTES[4])]
    hung.apply(voting.add_poll("Which first?", choices, method="dots", poll_id=poll, board_id=BOARD))
    options = {option.note_id: option.id for option in hung.read(lambda reader: reader.find(Option))}
    hung.apply(voting.open_poll(poll))
    hung.apply(voting.add_ballot(poll, 1, "screen", {options[NOTES[0]]: 41, options[NOTES[4]]: 2}))
    hung.apply(voting.close_poll(poll))
    hung.apply(voting.hide_options([options[NOTES[0]]], on=True))
    assert hung.read(lambda reader: dots_on_notes(reader, BOARD)) == {NOTES[4]: 2}
    export(hung, tmp_path / "notes.csv")
    assert ",41" not in (tmp_path / "notes.csv").read_text("utf-8")


def test_a_captured_note_does_not_wait_until_a_thousand_others_are_stored_with_places(hung: Workshop) -> None:
    _place, settled = hung.read(lambda reader: place_after(reader, BOARD, (24.0, 24.0)))
    assert set(settled) == set(NOTES)
    many = [Insert("note", uuid.uuid4(), {"board_id": BOARD, "text": "One of many"}) for _ in range(MOST_SETTLED)]
    hung.apply(Change("notes-import", tuple(many), {"notes": len(many)}))
    assert hung.read(lambda reader: place_after(reader, BOARD, (24.0, 24.0))) == (NOWHERE, {})


@pytest.mark.parametrize("far", [1e300, -1e300, 2_000_000.0])
def test_a_place_that_nobody_could_have_laid_a_note_at_is_none(hung: Workshop, far: float) -> None:
    hung.apply(hung.read(lambda reader: arranging(reader, BOARD, "grid")))
    lost = uuid.uuid4()
    values = {"board_id": BOARD, "text": "Far away", "x": far, "y": 10.0, "position": 99.0}
    hung.apply(Change("notes-import", (Insert("note", lost, values),), {"notes": 1}))
    assert max(abs(x) + abs(y) for x, y in seen(hung).values()) < 10_000
    place, settled = hung.read(lambda reader: place_after(reader, BOARD, (24.0, 24.0)))
    assert set(settled) == {lost}
    assert max(map(abs, (*place, *settled[lost]))) < 10_000
