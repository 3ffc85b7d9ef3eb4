"""Keeps the notes on screen true: reads a board when it is chosen, and then only what Effects name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    import uuid

    from facilitator.domain.change import Effects
    from facilitator.ui.outline_model import OutlineModel
    from facilitator.ui.store_thread import StoreThread
    from facilitator.workshop.queries.board import NoteLine, Outline

WHOLE_OUTLINE_FROM = 200  # notes; reading so many one by one is slower than reading all


class Following(QObject):
    """Reads into the model. `shown` says that a whole board was read, `followed` that some of its notes were."""

    shown = Signal()
    followed = Signal()

    def __init__(self, store: StoreThread, notes: OutlineModel) -> None:
        super().__init__(notes)
        self._store, self._notes = store, notes
        self.board: uuid.UUID | None = None

    def read(self) -> None:
        """Read the whole board."""
        from facilitator.workshop.queries.board import outline

        board_id = self.board
        if board_id:
            self._store.submit(lambda workshop: workshop.read(lambda reader: outline(reader, board_id)), self._show)

    def follow(self, effects: Effects) -> None:
        """Read again what came out different."""
        tables = effects.tables()
        if tables & {"theme", "room_table", "participant"}:
            self.read()
        elif "note" in tables:
            self._follow_notes(effects)

    def _follow_notes(self, effects: Effects) -> None:
        came_or_went = (*effects.inserted, *effects.deleted, *effects.revived)
        ids = {cell.id for cell in effects.changed if cell.table == "note"}
        moved = any(cell.column in {"theme_id", "board_id", "position"} for cell in effects.changed)
        if any(ref.table == "note" for ref in came_or_went) or moved or len(ids) > WHOLE_OUTLINE_FROM:
            self.read()
        else:
            self._read_notes(ids)

    def _read_notes(self, ids: set[uuid.UUID]) -> None:
        from facilitator.workshop.queries.board import note_lines

        def show(lines: list[NoteLine]) -> None:
            self._notes.show_notes(lines)
            self.followed.emit()

        self._store.submit(lambda workshop: workshop.read(lambda reader: note_lines(reader, ids)), show)

    def _show(self, outline: Outline | None) -> None:
        if outline and outline.board_id == self.board:
            self._notes.show_outline(outline)
            self.shown.emit()
