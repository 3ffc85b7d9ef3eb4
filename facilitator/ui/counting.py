"""The counts on the rail of stations where nobody has been yet. A station that has a page counts for itself."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from facilitator.domain.change import Effects
    from facilitator.ui.shell import Window
    from facilitator.workshop.queries.rail_counts import RailCounts


class Counting(QObject):
    """Reads them when a workshop opens, and again when Effects say that they came out different."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window

    def read(self) -> None:
        """Read every count."""
        from facilitator.workshop.queries.rail_counts import rail_counts

        today = date.today().isoformat()
        self._window.store.submit(lambda workshop: workshop.read(lambda reader: rail_counts(reader, today)), self._show)

    def follow(self, effects: Effects) -> None:
        """Read them again when some of them may be others now."""
        from facilitator.workshop.queries.rail_counts import TABLES

        if effects.tables() & TABLES:
            self.read()

    def _show(self, counts: RailCounts) -> None:
        from facilitator.ui.plan.words import BlockWords

        said = {
            "plan": BlockWords(self).length(counts.minutes) if counts.minutes else "",
            "people": counts.people,
            "boards": counts.boards,
            "votes": counts.polls,
            "prototypes": counts.versions,
        }
        for station, count in said.items():
            if station not in self._window.pages:
                self._window.rail.show_count(station, count)
