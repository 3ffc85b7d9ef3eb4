"""A private round: what people write for themselves is seen by nobody until all of it is shown at once."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

import pytest

from facilitator.domain.gestures import board as gestures
from facilitator.domain.gestures.rounds import begin_round
from facilitator.exchange.writing import export
from facilitator.workshop.queries.board import NoteLine, outline
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


def test_a_note_hidden_for_another_reason_stays_hidden(silent: Workshop) -> None:
    kept = lines(silent)[0]
    silent.apply(gestures.withhold_notes([kept.id], on=True))
    reveal(silent)
    assert [note.text for note in lines(silent) if note.withheld] == ["from before"]
