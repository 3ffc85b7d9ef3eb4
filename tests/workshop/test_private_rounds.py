"""A private round: what people write for themselves is seen by nobody until all of it is shown at once."""

from __future__ import annotations

import contextlib
import uuid
from typing import TYPE_CHECKING

import pytest

from facilitator.domain.change import Change, Insert, Set
from facilitator.domain.errors import NothingToPrint
from facilitator.domain.gestures import board as gestures
from facilitator.domain.gestures.rounds import begin_round
from facilitator.exchange.writing import export
from facilitator.workshop.documents import AFTER, Document, read
from facilitator.workshop.queries.board import NoteLine, outline
from facilitator.workshop.queries.home import home_card
from facilitator.workshop.queries.notes import merged
from facilitator.workshop.queries.options import choices_from_notes
from facilitator.workshop.queries.rounds import face_down, is_private, revealing

if TYPE_CHECKING:
    from pathlib import Path

    from facilitator.workshop.workshop import Workshop

BOARD = uuid.UUID(int=1)
WORDS = [f"idea {at}" for at in range(12)]


@pytest.fixture
def silent(workshop: Workshop) -> Workshop:
    """A board with one note from before, and twelve written in a private round."""
    workshop.apply(gestures.add_board("What would help?", board_id=BOARD))
    workshop.apply(gestures.add_note(BOARD, "from before", position=0.0))
    workshop.apply(begin_round(BOARD))
    for at, words in enumerate(WORDS, 1):
        workshop.apply(gestures.add_note(BOARD, words, position=float(at), face_down=True))
    return workshop


def lines(workshop: Workshop) -> list[NoteLine]:
    found = workshop.read(lambda reader: outline(reader, BOARD))
    assert found is not None
    return [note for theme in found.themes for note in theme.notes]


def reveal(workshop: Workshop) -> None:
    workshop.apply(workshop.read(lambda reader: revealing(reader, BOARD)))


def test_until_they_are_shown_the_notes_leave_the_laptop_nowhere(silent: Workshop, tmp_path: Path) -> None:
    export(silent, tmp_path / "notes.csv")
    told = (tmp_path / "notes.csv").read_text(encoding="utf-8")
    assert "from before" in told
    assert "idea" not in told
    reveal(silent)
    export(silent, tmp_path / "after.csv")
    assert (tmp_path / "after.csv").read_text(encoding="utf-8").count("idea") == 12


def test_all_are_shown_at_once_and_in_another_order(silent: Workshop) -> None:
    assert silent.read(lambda reader: (is_private(reader, BOARD), face_down(reader, BOARD))) == (True, 12)
    reveal(silent)
    assert silent.read(lambda reader: (is_private(reader, BOARD), face_down(reader, BOARD))) == (False, 0)
    shown = [note.text for note in lines(silent)]
    assert shown[0] == "from before"
    assert sorted(shown[1:]) == sorted(WORDS)
    assert shown[1:] != WORDS  # one time in 479,001,600 they come as they were written


def test_showing_them_is_undone_in_one_step(silent: Workshop) -> None:
    before = lines(silent)
    reveal(silent)
    silent.undo()
    assert lines(silent) == before


def test_what_was_withheld_in_the_round_stays_so_when_the_round_ends(silent: Workshop) -> None:
    insult = next(note for note in lines(silent) if note.text == "idea 3")
    silent.apply(gestures.withhold_notes([insult.id], on=True))
    reveal(silent)
    assert [note.text for note in lines(silent) if note.withheld] == ["idea 3"]


def test_one_note_may_be_shown_before_the_others(silent: Workshop) -> None:
    first = next(note for note in lines(silent) if note.text == "idea 0")
    silent.apply(gestures.withhold_notes([first.id], on=False))
    assert [note.text for note in lines(silent) if not note.withheld] == ["from before", "idea 0"]
    assert silent.read(lambda reader: face_down(reader, BOARD)) == 11


def test_two_notes_of_the_round_made_one_are_shown_with_the_others(silent: Workshop) -> None:
    one, other = [note.id for note in lines(silent) if note.text in ("idea 0", "idea 1")]
    silent.apply(silent.read(lambda reader: merged(reader, one, other)))
    assert all(note.withheld for note in lines(silent) if note.text != "from before")
    reveal(silent)
    assert [note.text for note in lines(silent) if note.withheld] == []


def test_notes_that_lie_face_down_are_on_no_ballot_in_no_picture_and_no_number(silent: Workshop) -> None:
    ids = [note.id for note in lines(silent)]
    assert [one.text for one in silent.read(lambda reader: choices_from_notes(reader, ids))] == ["from before"]
    card = silent.read(lambda reader: home_card(reader, "2026-11-09"))
    assert (card.notes, len(card.picture)) == (1, 1)


def test_a_note_hidden_for_another_reason_stays_hidden(silent: Workshop) -> None:
    kept = lines(silent)[0]
    silent.apply(gestures.withhold_notes([kept.id], on=True))
    reveal(silent)
    assert [note.text for note in lines(silent) if note.withheld] == ["from before"]


@pytest.mark.parametrize("document", AFTER)
def test_no_paper_says_what_lies_face_down_until_it_is_shown(document: Document, silent: Workshop) -> None:
    with contextlib.suppress(NothingToPrint):
        assert "idea 1" not in repr(silent.read(lambda reader: read(reader, document)))


@pytest.mark.parametrize("document", [Document.BOARDS, Document.POSTER, Document.REPORT])
def test_papers_have_the_notes_once_they_are_shown(document: Document, silent: Workshop) -> None:
    reveal(silent)
    assert "idea 3" in repr(silent.read(lambda reader: read(reader, document)))


def test_papers_count_what_lies_face_down_and_nothing_that_is_hidden(silent: Workshop) -> None:
    shown, *down = lines(silent)
    silent.apply(gestures.group_under([shown.id], BOARD, "Near home"))
    person = uuid.uuid4()
    silent.apply(Change("test", (Insert("participant", person, {"display_name": "Zofia"}),)))
    refused = {"participant_id": person, "use": "notes", "answer": "no", "asked_on": "2026-11-01"}
    silent.apply(Change("test", (Insert("consent", uuid.uuid4(), refused),)))
    hidden = (Set("note", down[0].id, {"withheld": True}), Set("note", down[1].id, {"participant_id": person}))
    silent.apply(Change("test", hidden))
    papers = (Document.BOARDS, Document.POSTER, Document.REPORT, Document.SUMMARY)
    told = {
        document: repr(silent.read(lambda reader, document=document: read(reader, document))) for document in papers
    }
    assert {document: words.count("face_down=10") for document, words in told.items()} == dict.fromkeys(papers, 1)
    reveal(silent)
    assert "face_down=0" in repr(silent.read(lambda reader: read(reader, Document.BOARDS)))


def test_a_board_that_lies_face_down_is_among_the_boards_that_are_printed(silent: Workshop) -> None:
    other = uuid.UUID(int=2)
    silent.apply(gestures.add_board("And tomorrow?", board_id=other))
    silent.apply(gestures.add_note(other, "hush", face_down=True))
    walls = silent.read(lambda reader: read(reader, Document.BOARDS))
    assert sorted(wall.face_down for wall in walls) == [1, 12]  # type: ignore[union-attr]


@pytest.mark.parametrize("document", [Document.BOARDS, Document.REPORT])
def test_where_all_lies_face_down_the_boards_say_why_nothing_is_printed(silent: Workshop, document: Document) -> None:
    shown = lines(silent)[0]
    silent.apply(gestures.withhold_notes([shown.id], on=True))
    with pytest.raises(NothingToPrint, match="lie face down"):
        silent.read(lambda reader: read(reader, document))
