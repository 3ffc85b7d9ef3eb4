"""Notes from elsewhere find their board, theme and table, and make those that are missing once."""

from __future__ import annotations

import uuid

import pytest

from facilitator.domain.change import Insert, Value
from facilitator.domain.errors import Expected
from facilitator.domain.validate import validate
from facilitator.exchange.filing import Standing, file_notes
from facilitator.exchange.incoming import Incoming
from facilitator.exchange.notes import NotesFile, WrittenNote
from facilitator.workshop.queries.board import BoardItem

BENCHES = uuid.UUID(int=1)


def rows(incoming: Incoming, table: str) -> list[dict[str, Value]]:
    validate(incoming.change)
    return [dict(edit.values) for edit in incoming.change.edits if isinstance(edit, Insert) and edit.table == table]


def test_a_board_is_made_once_and_named_after_the_file_when_nothing_names_it() -> None:
    incoming = file_notes(NotesFile((WrittenNote("a"), WrittenNote("b")), 0), Standing(), None, unnamed="ideas")
    assert [board["question"] for board in rows(incoming, "board")] == ["ideas"]
    assert incoming.added == {"boards": 1, "notes": 2}


def test_a_named_board_is_used_again_whatever_its_capitals() -> None:
    there = Standing((BoardItem(BENCHES, "Benches?", 4),), last={BENCHES: 4.0})
    incoming = file_notes(NotesFile((WrittenNote("a"),), 0), there, "BENCHES?", unnamed="x")
    assert rows(incoming, "board") == []
    assert [(note["board_id"], note["position"]) for note in rows(incoming, "note")] == [(BENCHES, 5.0)]


def test_the_only_board_takes_notes_that_name_none() -> None:
    incoming = file_notes(
        NotesFile((WrittenNote("a"),), 0), Standing((BoardItem(BENCHES, "Benches?", 4),)), None, unnamed="x"
    )
    assert incoming.added == {"boards": 0, "notes": 1}


def test_with_several_boards_one_must_be_named() -> None:
    there = Standing((BoardItem(BENCHES, "Benches?", 0), BoardItem(uuid.UUID(int=2), "Trees?", 0)))
    with pytest.raises(Expected, match='--board: "Benches\\?", "Trees\\?"'):
        file_notes(NotesFile((WrittenNote("a"),), 0), there, None, unnamed="x")


def test_themes_and_tables_are_made_once_and_used_again() -> None:
    theme = uuid.UUID(int=3)
    there = Standing((BoardItem(BENCHES, "Benches?", 4),), {(BENCHES, "Sitting"): theme})
    written = [WrittenNote("a", theme="sitting"), WrittenNote("b", theme="Standing", said_by="Table 2")]
    written.append(WrittenNote("c", theme=" standing ", said_by="table 2"))
    incoming = file_notes(NotesFile(tuple(written), 0), there, None, unnamed="x")
    assert incoming.added == {"boards": 0, "themes": 1, "tables": 1, "notes": 3}
    assert rows(incoming, "note")[0]["theme_id"] == theme
    assert len({note["theme_id"] for note in rows(incoming, "note")}) == 2
