"""The sentences of a check sheet as a list, with what has been checked, and narrowed to what one looks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from facilitator.domain.find import folded
from facilitator.ui.parts import direction

if TYPE_CHECKING:
    from collections.abc import Sequence

    from facilitator.workshop.queries.check_sheet import CheckLine

Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()


class CheckLines(QAbstractListModel):
    """A row a sentence, with its number on the sheet."""

    def __init__(self) -> None:
        super().__init__()
        self._every: Sequence[CheckLine] = ()
        self._numbers: list[int] = []

    def show_lines(self, lines: Sequence[CheckLine], typed: str, *, open_only: bool) -> None:
        """Show those of these that have what was typed, or all but what is checked."""
        self.beginResetModel()
        self._every = lines
        self._numbers = _found(lines, typed, open_only=open_only)
        self.endResetModel()

    def refresh(self, lines: Sequence[CheckLine]) -> None:
        """The same sentences say something else now; the rows stay, so that nothing jumps under the hands."""
        self._every = lines
        if self._numbers:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._numbers) - 1, 0))

    def number(self, index: Index) -> int | None:
        """The number on the sheet, from 1, of a row."""
        return self._numbers[index.row()] if index.isValid() and index.row() < len(self._numbers) else None

    def place(self, number: int) -> QModelIndex:
        """The row of a number on the sheet."""
        return self.index(self._numbers.index(number), 0) if number in self._numbers else QModelIndex()

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._numbers)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return None
        number = self._numbers[index.row()]
        line = self._every[number - 1]
        said = " / ".join(dict.fromkeys(line.forms)) or self.tr("No words yet")
        return f"{number} · {line.english[0]}\n{direction.isolated(said)} · {self._state(line)}"

    def _state(self, line: CheckLine) -> str:
        if not line.checked:
            return self.tr("draft")
        return self.tr("checked by {name}").format(name=direction.isolated(line.by)) if line.by else self.tr("checked")


def _found(lines: Sequence[CheckLine], typed: str, *, open_only: bool) -> list[int]:
    """The numbers of those to show."""
    wanted = folded(typed)
    return [
        number
        for number, line in enumerate(lines, 1)
        if not (open_only and line.checked) and (not wanted or wanted in folded(" ".join((*line.english, *line.forms))))
    ]
