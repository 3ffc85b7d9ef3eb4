"""What the bar captures becomes notes: beside the last one on the wall, face down in a private round."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from facilitator.domain.gestures.board import add_note
from facilitator.domain.gestures.capture import lines_of, paste_notes

if TYPE_CHECKING:
    from collections.abc import Callable

    from facilitator.domain.change import Change, Effects
    from facilitator.ui.boards.board_views import BoardViews
    from facilitator.ui.boards.capture_bar import CaptureBar, Said
    from facilitator.ui.boards.outline_follow import Following
    from facilitator.ui.store_thread import StoreThread
    from facilitator.workshop.reader import Reader
    from facilitator.workshop.workshop import Workshop


class Capturing(QObject):
    """Puts on the board that is wanted what the bar captured; while that is still being read, it waits. `said` carries
    a sentence for the strip, `added` the new note.
    """

    said = Signal(str)
    added = Signal(object)

    def __init__(self, store: StoreThread, views: BoardViews, bar: CaptureBar, following: Following) -> None:
        super().__init__(views)
        self._store, self._views, self._bar, self._following = store, views, bar, following
        self._waiting: list[Callable[[], None]] = []
        bar.captured.connect(lambda said: self._soon(partial(self._add, said)))
        bar.pasted.connect(lambda said: self._soon(partial(self._paste, said)))
        following.shown.connect(self._go_on)

    def give_up(self) -> tuple[str, bool]:
        """There is no board: hand over what was typed to be its question, and whether Enter was pressed."""
        entered, self._waiting = bool(self._waiting), []
        return self._bar.give_up(), entered

    def _go_on(self) -> None:
        if self._is_there():
            waiting, self._waiting = self._waiting, []
            for add in waiting:
                add()

    def _soon(self, add: Callable[[], None]) -> None:
        self._waiting.append(add)
        self._go_on()

    def _is_there(self) -> bool:
        board = self._views.notes.board
        return board is not None and board.board_id == self._following.board

    def _add(self, said: Said) -> None:
        notes = self._views.notes
        assert notes.board
        board_id, near = notes.board.board_id, self._views.near()
        double = notes.last_words() == " ".join(said.words.split()).casefold()

        def add(workshop: Workshop) -> Effects:
            return workshop.apply(workshop.read(make))

        def make(reader: Reader) -> Change:
            from facilitator.domain.gestures.wall import laying_too
            from facilitator.workshop.queries.board import next_position
            from facilitator.workshop.queries.rounds import is_private
            from facilitator.workshop.queries.wall import free_place, place_after

            place, settled = place_after(reader, board_id, near) if near else (free_place(reader, board_id), {})
            added = add_note(
                board_id,
                said.words,
                colour=said.colour,
                table_id=said.table_id,
                language=said.language,
                position=next_position(reader, board_id),
                place=place,
                face_down=is_private(reader, board_id),
            )
            return laying_too(added, settled)

        def added(effects: Effects) -> None:
            if double:
                self.said.emit(self.tr("This is the same as the note before. Ctrl+Z takes it back."))
            self._bar.stored(said)
            self.added.emit(next((ref.id for ref in effects.inserted if ref.table == "note"), None))

        self._store.change(add, added, lambda _error: self._bar.not_stored(said))

    def _paste(self, pasted: Said) -> None:
        """Put a note on the board for each line, all in one step, and say so."""
        board = self._views.notes.board
        assert board
        board_id, near = board.board_id, self._views.near()
        count = len(lines_of(pasted.typed))

        def paste(workshop: Workshop) -> Effects:
            return workshop.apply(workshop.read(make))

        def make(reader: Reader) -> Change:
            from facilitator.domain.gestures.wall import falling, laying_too
            from facilitator.workshop.queries.board import next_position
            from facilitator.workshop.queries.rounds import is_private
            from facilitator.workshop.queries.wall import places_after

            places, settled = places_after(reader, board_id, near, count)
            added = paste_notes(
                board_id,
                pasted.typed,
                colour=pasted.colour,
                table_id=pasted.table_id,
                language=pasted.language,
                position=next_position(reader, board_id),
                face_down=is_private(reader, board_id),
            )
            return laying_too(falling(added, places), settled)

        said = self.tr("{count} lines are {count} notes now. Undo takes them all back in one step.")
        self._store.change(paste, lambda _effects: self.said.emit(said.format(count=count)))
