"""What is given back, from the command line: of one board, or of all, and a plain refusal where there is nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitator.domain.gestures.board import add_board, add_note
from facilitator.workshop.places import Places
from facilitator.workshop.workshop import Workshop
from tests.cli.conftest import Run
from tests.reading import words_of


@pytest.fixture
def walls(park: Path) -> Path:
    """A workshop with two boards of a note each."""
    with Workshop.open(park, Places.of_this_laptop()) as workshop:
        for question, note in (("What would you plant?", "More oaks"), ("Who waters them?", "The school")):
            board = add_board(question)
            workshop.apply(board)
            workshop.apply(add_note(board.edits[0].id, note))
    return park


@pytest.mark.parametrize("document", ["boards", "poster"])
def test_a_board_can_be_named(walls: Path, run: Run, tmp_path: Path, document: str) -> None:
    out = tmp_path / "out.pdf"
    assert run("print", walls, document, "--board", "waters", "--out", out).code == 0
    assert "The school" in words_of(out)
    assert "More oaks" not in words_of(out)
    assert "What would you plant?" in run("print", walls, document, "--board", "dance", "--out", out).refusal


def test_a_poster_can_be_of_the_question_alone(walls: Path, run: Run, tmp_path: Path) -> None:
    out = tmp_path / "out.pdf"
    assert run("print", walls, "poster", "--board", "waters", "--question-only", "--out", out).code == 0
    assert "Who waters them?" in words_of(out)
    assert "The school" not in words_of(out)


@pytest.mark.parametrize(
    ("document", "missing"),
    [("thread", "no thread yet"), ("relationships", "no map of who knows whom"), ("actions", "no list of actions")],
)
def test_what_is_missing_is_said_in_a_line(walls: Path, run: Run, tmp_path: Path, document: str, missing: str) -> None:
    out = tmp_path / "out.pdf"
    assert missing in run("print", walls, document, "--out", out).refusal
    assert not out.exists()
