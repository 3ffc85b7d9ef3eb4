"""The people of the list for Qt's views, narrowed to those whom the letters typed at the door may mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from facilitator.ui.people.words import PeopleWords

if TYPE_CHECKING:
    import uuid
    from collections.abc import Sequence

    from facilitator.workshop.queries.people import PersonLine

Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()


class PeopleModel(QAbstractListModel):
    """Everybody, or those found. `ticked` carries a person and whether they are here: the tick itself follows once it
    is stored.
    """

    ticked = Signal(object, bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.words = PeopleWords(self)
        self.typed = ""
        self.may_tick = True
        self._every: tuple[PersonLine, ...] = ()
        self._shown: tuple[PersonLine, ...] = ()

    def show_people(self, lines: Sequence[PersonLine]) -> None:
        """Show these people; where nobody came or went, only what changed is touched."""
        self._every = tuple(lines)
        self._become(self._found())

    def find(self, typed: str) -> None:
        """Narrow the list to whom these letters may mean; nothing shows all."""
        self.typed = typed.strip()
        self._become(self._found())

    def row_of(self, person_id: uuid.UUID | None) -> int | None:
        """Where a person stands, or None when they are not shown."""
        return next((row for row, line in enumerate(self._shown) if line.id == person_id), None)

    def line_at(self, index: Index) -> PersonLine | None:
        """The person of a row."""
        return self._shown[index.row()] if index.isValid() else None

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self._shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return line.display_name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (line.display_name, self.words.about(line), self.not_asked(line)) if part)
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if line.arrived else Qt.CheckState.Unchecked
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        line = self.line_at(index)
        if role != Qt.ItemDataRole.CheckStateRole or line is None or not self.may_tick:
            return False
        self.ticked.emit(line, not line.arrived)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        return Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable

    def not_asked(self, line: PersonLine) -> str:
        """How much a person who takes part is still to be asked."""
        open_questions = sum(said == "not-asked" for said in line.consents.values())
        if line.kind != "participant" or not open_questions:
            return ""
        return self.tr("not asked yet: {count}").format(count=open_questions)

    def _found(self) -> tuple[PersonLine, ...]:
        from facilitator.workshop.queries.people import found

        return found(self.typed, self._every) if self.typed else self._every

    def _become(self, lines: tuple[PersonLine, ...]) -> None:
        before = self._shown
        if [line.id for line in before] != [line.id for line in lines]:
            self.beginResetModel()
            self._shown = lines
            self.endResetModel()
            return
        self._shown = lines
        for row, line in enumerate(lines):
            if line != before[row]:
                self.dataChanged.emit(self.index(row), self.index(row))
