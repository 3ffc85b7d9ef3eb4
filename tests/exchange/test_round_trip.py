"""What our CSV export writes, our import reads back letter for letter."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st

from facilitator.domain.change import Change
from facilitator.domain.gestures.board import add_board, add_note
from facilitator.domain.typed_words import UNSTORABLE
from facilitator.exchange.csv_export import csv_bytes
from facilitator.exchange.filing import bring_in_notes
from facilitator.workshop.places import Places
from facilitator.workshop.queries.board import boards, outline
from facilitator.workshop.reader import Reader
from facilitator.workshop.workshop import Workshop

awkward = st.text(alphabet="'=+-@\t\r\n,;\"|\ufeff\x85\u2028é😀 a", max_size=6)
storable = (st.text(max_size=30) | awkward).filter(lambda text: bool(text.strip()) and not UNSTORABLE.search(text))


def texts_on_boards(reader: Reader) -> list[str]:
    outlines = [outline(reader, board.id) for board in boards(reader)]
    return [note.text for board in outlines if board for theme in board.themes for note in theme.notes]


def fill(workshop: Workshop, texts: Sequence[str]) -> None:
    board = add_board("Round trip?")
    notes = [add_note(board.edits[0].id, text, position=place) for place, text in enumerate(texts)]
    workshop.apply(Change("notes-import", (*board.edits, *(edit for note in notes for edit in note.edits))))


@settings(max_examples=12)
@given(st.lists(storable, min_size=1, max_size=40))
@example(["'=1", "''=1", "=1", "a\rb", "\r\n", '"', "',", "\ufefftext", "a;b\tc"])
def test_every_text_survives_export_and_import(texts: list[str]) -> None:
    wanted = [text for text in texts if text.strip()]
    with tempfile.TemporaryDirectory() as folder:
        home, out = Path(folder), Path(folder) / "notes.csv"
        places = Places.under(home / "state")
        with Workshop.new(home / "one.workshop", "One", places) as one:
            fill(one, wanted)
            out.write_bytes(one.read(csv_bytes))
        with Workshop.new(home / "two.workshop", "Two", places) as two:
            incoming = two.read(lambda reader: bring_in_notes(reader, out, None))
            two.apply(incoming.change)
            assert two.read(texts_on_boards) == wanted
            assert incoming.skipped == 0
