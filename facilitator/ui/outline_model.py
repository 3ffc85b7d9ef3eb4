"""The rows of the outline for Qt's views, changed as little as possible so that the place and the selection stay."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from facilitator.ui.outline_rows import Heading, flatten, key, splice, with_notes

if TYPE_CHECKING:
    import uuid
    from collections.abc import Iterable

    from facilitator.workshop.queries.board import NoteLine, Outline

Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()


class OutlineModel(QAbstractListModel):
    """Headings and notes of one board, narrowed to what is looked for."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.outline: Outline | None = None
        self.needle = ""
        self._rows: list[Heading | NoteLine] = []
        self._place: dict[uuid.UUID, int] | None = None

    def show_outline(self, outline: Outline) -> None:
        """Show this outline; what stayed the same is not touched."""
        other_board = self.outline is None or self.outline.board_id != outline.board_id
        self.outline = outline
        if other_board:
            self.beginResetModel()
            self._rows, self._place = flatten(outline, self.needle), None
            self.endResetModel()
        else:
            self._become(flatten(outline, self.needle))

    def show_notes(self, read: Iterable[NoteLine]) -> None:
        """Show some notes as they are now; each must stand where it stood."""
        if self.outline:
            self.show_outline(with_notes(self.outline, read))

    def find(self, needle: str) -> None:
        """Narrow the rows to the notes that hold these words; nothing shows all."""
        self.needle = needle.strip().casefold()
        if self.outline:
            self.beginResetModel()
            self._rows, self._place = flatten(self.outline, needle), None
            self.endResetModel()

    def row_of(self, note_id: uuid.UUID) -> int | None:
        """Where a note stands, or None when it is not shown."""
        if self._place is None:
            self._place = {row.id: at for at, row in enumerate(self._rows) if not isinstance(row, Heading)}
        return self._place.get(note_id)

    def row_at(self, index: Index) -> Heading | NoteLine:
        """The row at a valid index."""
        return self._rows[index.row()]

    def note_at(self, index: Index) -> NoteLine | None:
        """The note of a row, or None for a heading."""
        row = self._rows[index.row()] if index.isValid() else None
        return None if isinstance(row, Heading) else row

    def notes_shown(self) -> int:
        """How many notes are in the list now."""
        return sum(not isinstance(row, Heading) for row in self._rows)

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self._rows[index.row()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole}:
            return self._heading(row) if isinstance(row, Heading) else row.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._heading(row) if isinstance(row, Heading) else self._spoken(row)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if isinstance(self._rows[index.row()], Heading):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsEditable

    def _become(self, rows: list[Heading | NoteLine]) -> None:
        before = self._rows
        step = splice([key(row) for row in before], [key(row) for row in rows])
        self._place = None
        if step.removed:
            self.beginRemoveRows(NO_PARENT, step.start, step.start + step.removed - 1)
            self._rows = before[: step.start] + before[step.start + step.removed :]
            self.endRemoveRows()
        if step.added:
            self.beginInsertRows(NO_PARENT, step.start, step.start + step.added - 1)
            self._rows = rows
            self.endInsertRows()
        kept = self._rows
        self._rows = rows
        for at, row in enumerate(rows):
            if row is not kept[at] and row != kept[at]:
                self.dataChanged.emit(self.index(at), self.index(at))

    def _heading(self, row: Heading) -> str:
        name = row.name or self.tr("Not grouped yet")
        count = self.tr("1 note") if row.notes == 1 else self.tr("{count} notes").format(count=row.notes)
        return f"{name} · {count}"

    def _spoken(self, note: NoteLine) -> str:
        parts = [self.tr("Note"), note.text, note.translation, self.tr("colour {number}").format(number=note.colour)]
        if note.said_by:
            parts.append(self.tr("said by {table}").format(table=note.said_by))
        if note.withheld:
            parts.append(self.tr("hidden from the room"))
        if note.parked:
            parts.append(self.tr("set aside"))
        return ", ".join(part for part in parts if part)
