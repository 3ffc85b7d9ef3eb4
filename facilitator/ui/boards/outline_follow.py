"""Keeps the notes on screen true: reads a board when it is chosen, and then only what Effects name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    import uuid

    from facilitator.domain.change import Effects
    from facilitator.ui.boards.outline_model import OutlineModel
    from facilitator.ui.store_thread import StoreThread
    from facilitator.workshop.queries.board import NoteLine, Outline, ThemeLine
    from facilitator.workshop.reader import Reader

WHOLE_BOARD_FROM = 200  # notes and themes; so many row by row are slower than all at once


Found = tuple["list[NoteLine]", "list[ThemeLine]"]


@dataclass(frozen=True, slots=True)
class Named:
    """What Effects name of boards. `speakers` says that notes may be said by somebody of another name."""

    boards: frozenset[uuid.UUID]
    notes: frozenset[uuid.UUID]
    themes: frozenset[uuid.UUID]
    speakers: bool

    @classmethod
    def by(cls, effects: Effects) -> Named:
        """What these Effects name. A table or person that was only added has said nothing yet."""
        touched = (*effects.changed, *effects.deleted, *effects.revived)
        every = (*effects.inserted, *touched)
        speakers = any(ref.table in {"room_table", "participant"} for ref in touched)
        return cls(
            boards=frozenset(ref.id for ref in every if ref.table == "board"),
            notes=frozenset(ref.id for ref in every if ref.table == "note"),
            themes=frozenset(ref.id for ref in every if ref.table == "theme"),
            speakers=speakers or any(ref.table == "consent" for ref in every),
        )

    def read(self, reader: Reader) -> Found:
        """Read it as it is now."""
        from facilitator.workshop.queries.board import note_lines, theme_lines

        return note_lines(reader, self.notes), theme_lines(reader, self.themes)

    def put(self, model: OutlineModel, found: Found) -> None:
        """Show what was read."""
        notes, themes = found
        model.follow(self.notes, notes, self.themes, themes)


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
        named = Named.by(effects)
        if named.speakers or self.board in named.boards:
            self.read()
        elif len(named.notes) + len(named.themes) > WHOLE_BOARD_FROM:
            self._read_if_named(named)
        elif named.notes or named.themes:
            self._store.submit(lambda workshop: workshop.read(named.read), lambda found: self._put(named, found))

    def _read_if_named(self, named: Named) -> None:
        """Read the whole board if it is this one that much was done to: it may have been another."""
        from facilitator.workshop.queries.board import any_stands_on, outline

        board_id, ids = self.board, named.notes | named.themes
        if board_id is None:
            return
        shown = any(self._notes.note(one) for one in named.notes)
        shown = shown or any(theme.id in named.themes for theme in self._notes.themes())

        def read(reader: Reader) -> Outline | None:
            return outline(reader, board_id) if shown or any_stands_on(reader, board_id, ids) else None

        self._store.submit(lambda workshop: workshop.read(read), self._show)

    def _put(self, named: Named, found: Found) -> None:
        named.put(self._notes, found)
        self.followed.emit()

    def _show(self, outline: Outline | None) -> None:
        if outline and outline.board_id == self.board:
            self._notes.show_outline(outline)
            self.shown.emit()
