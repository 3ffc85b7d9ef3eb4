"""Which table said the next notes: one key goes from table to table, so that the hands stay on the words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from facilitator.ui.parts.widgets import explain

if TYPE_CHECKING:
    import uuid

    from facilitator.ui.store_thread import StoreThread
    from facilitator.workshop.queries.board import TableItem


class TableButton(QPushButton):
    """Shows the table of the next notes, and is hidden while the room has none."""

    def __init__(self) -> None:
        super().__init__()
        self._tables: list[TableItem] = []
        self._chosen: uuid.UUID | None = None
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the key does the same
        explain(self, self.tr("Which table says the next notes: Ctrl+T goes to the next one"))
        self.clicked.connect(lambda: self.turn())
        self._show()

    def read(self, store: StoreThread) -> None:
        """Read the tables of the room."""
        from facilitator.workshop.queries.board import tables

        store.submit(lambda workshop: workshop.read(tables), self.show_tables)

    def show_tables(self, tables: list[TableItem]) -> None:
        """Take these tables; the chosen one stays while it is among them."""
        self._tables = tables
        if self._chosen not in [table.id for table in tables]:
            self._chosen = None
        self._show()

    def table_id(self) -> uuid.UUID | None:
        """The table that says the next notes, or None for nobody in particular."""
        return self._chosen

    def turn(self) -> None:
        """Go to the next table; after the last comes none."""
        ids = [None, *(table.id for table in self._tables)]
        self._chosen = ids[(ids.index(self._chosen) + 1) % len(ids)]
        self._show()

    def _show(self) -> None:
        name = next((table.name for table in self._tables if table.id == self._chosen), self.tr("No table"))
        self.setText(f"{name.replace('&', '&&')}  Ctrl+T")
        self.setAccessibleName(self.tr("Said by {table}").format(table=name))
        self.setVisible(bool(self._tables))
