"""Keeps up with who can have said a note, and with the languages in use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from facilitator.domain.change import Effects
    from facilitator.ui.store_thread import StoreThread
    from facilitator.workshop.queries.spoken import Speaker
    from facilitator.workshop.reader import Reader

ROOM = {"room_table", "participant", "consent", "programme"}
LANGUAGES = {"language", "spoken_language"}


class Spoken(QObject):
    """`read_anew` carries the languages in use, as codes, and the tables and people who may be named."""

    read_anew = Signal(list, list)

    def __init__(self, store: StoreThread, parent: QObject) -> None:
        super().__init__(parent)
        self._store = store

    def follow(self, effects: Effects) -> None:
        """Read again when somebody came, or a note was said to be in another language."""
        marked = any(cell.table == "note" and cell.column in LANGUAGES for cell in effects.changed)
        if marked or effects.tables() & ROOM:
            self.read()

    def read(self) -> None:
        """Read who there is and what they speak."""
        from facilitator.workshop.queries.spoken import languages_here, speakers

        def read(reader: Reader) -> tuple[list[str], list[Speaker]]:
            return languages_here(reader), speakers(reader)

        self._store.submit(lambda workshop: workshop.read(read), lambda found: self.read_anew.emit(*found))
