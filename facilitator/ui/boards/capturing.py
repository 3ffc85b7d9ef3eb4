"""What the bar captures becomes notes: beside the last one on the wall, face down in a private round."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from facilitator.domain.gestures.board import add_note
from facilitator.domain.gestures.capture import lines_of, paste_notes

if TYPE_CHECKING:
    import uuid

    from facilitator.domain.change import Effects
    from facilitator.ui.boards.board_views import BoardViews
    from facilitator.ui.boards.capture_bar import CaptureBar
    from facilitator.ui.store_thread import StoreThread
    from facilitator.workshop.workshop import Workshop


class Capturing(QObject):
    """Puts on the shown board what the bar captured. `said` carries a sentence for the strip, `added` the new note."""

    said = Signal(str)
    added = Signal(object)

    def __init__(self, store: StoreThread, views: BoardViews, bar: CaptureBar) -> None:
        super().__init__(views)
        self._store, self._views, self._bar = store, views, bar
        bar.captured.connect(self.add)
        bar.pasted.connect(self.paste)

    def add(self, text: str, colour: int) -> None:
        """Put one note on the board."""
        notes = self._views.notes
        if notes.board is None:
            self._bar.not_stored()
            return
        board_id, near = notes.board.board_id, self._views.near()
        table_id, language = self._bar.table.table_id(), self._bar.language.code()
        double = notes.last_words() == " ".join(text.split()).casefold()

        def add(workshop: Workshop) -> Effects:
            from facilitator.workshop.queries.board import next_position
            from facilitator.workshop.queries.rounds import is_private
            from facilitator.workshop.queries.wall import free_place

            return workshop.apply(
                workshop.read(
                    lambda reader: add_note(
                        board_id,
                        text,
                        colour=colour,
                        table_id=table_id,
                        language=language,
                        position=next_position(reader, board_id),
                        place=free_place(reader, board_id, near),
                        face_down=is_private(reader, board_id),
                    )
                )
            )

        def added(effects: Effects) -> None:
            if double:
                self.said.emit(self.tr("This is the same as the note before. Ctrl+Z takes it back."))
            self._bar.stored()
            self.added.emit(next((ref.id for ref in effects.inserted if ref.table == "note"), None))

        self._store.change(add, added, lambda _error: self._bar.not_stored())

    def paste(self, lines: str, colour: int, table_id: uuid.UUID | None, language: str) -> None:
        """Put a note on the board for each line, all in one step, and say so."""
        board = self._views.notes.board
        if board is None:
            return
        board_id = board.board_id

        def paste(workshop: Workshop) -> Effects:
            from facilitator.workshop.queries.board import next_position
            from facilitator.workshop.queries.rounds import is_private

            return workshop.apply(
                workshop.read(
                    lambda reader: paste_notes(
                        board_id,
                        lines,
                        colour=colour,
                        table_id=table_id,
                        language=language,
                        position=next_position(reader, board_id),
                        face_down=is_private(reader, board_id),
                    )
                )
            )

        count = len(lines_of(lines))
        said = self.tr("{count} lines are {count} notes now. Undo takes them all back in one step.")
        self._store.change(paste, lambda _effects: self.said.emit(said.format(count=count)))
