"""What is done about a choice: one version kept, both, or a third."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from collections.abc import Callable

    from facilitator.domain.change import Change
    from facilitator.ui.store_thread import StoreThread
    from facilitator.workshop.queries.twice import LooksTheSame
    from facilitator.workshop.reader import Reader


class Choosing(QObject):
    """Each is one Change, which undo takes back."""

    def __init__(self, store: StoreThread, parent: QObject) -> None:
        super().__init__(parent)
        self._store = store

    def keep(self, conflict_id: str, number: int) -> None:
        """Keep one version, from 1."""
        from facilitator.workshop.queries.choosing import keep_version

        self._choose(lambda reader: keep_version(reader, conflict_id, number))

    def keep_both(self, conflict_id: str) -> None:
        """Keep both, as two notes."""
        from facilitator.workshop.queries.choosing import keep_both

        self._choose(lambda reader: keep_both(reader, conflict_id))

    def write(self, conflict_id: str, words: str) -> None:
        """Keep words of one's own instead."""
        from facilitator.workshop.queries.choosing import write_version

        self._choose(lambda reader: write_version(reader, conflict_id, words))

    def join(self, pair: LooksTheSame) -> None:
        """Make one of what was typed twice."""
        from facilitator.workshop.queries.twice import join_rows

        self._choose(lambda reader: join_rows(reader, pair))

    def _choose(self, make: Callable[[Reader], Change]) -> None:
        self._store.change(lambda workshop: workshop.apply(workshop.read(make)))
