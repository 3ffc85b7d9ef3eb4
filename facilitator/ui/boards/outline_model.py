"""The rows of the outline for Qt's views, changed as little as possible so that the place and the selection stay."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from facilitator.ui.boards.face_down import veiled
from facilitator.ui.boards.outline_rows import Heading, OutlineRows, Step, becomes, key
from facilitator.ui.boards.outline_wanted import EVERYTHING, Wanted
from facilitator.ui.boards.spoken_note import spoken

if TYPE_CHECKING:
    import uuid
    from collections.abc import Iterable, Mapping

    from facilitator.ui.boards.outline_rows import Group
    from facilitator.workshop.queries.board import NoteLine, Outline, ThemeLine

Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()


class OutlineModel(QAbstractListModel):
    """Headings and notes of one board, narrowed to what is wanted. `changing` and `changed_rows` stand around a change
    of rows, so that a view can hold what is selected, edited and in sight; the first carries the ids of the notes that
    may go elsewhere.
    """

    changing = Signal(object)
    changed_rows = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.board: Outline | None = None
        self._all = OutlineRows()

    @property
    def wanted(self) -> Wanted:
        """What the rows are narrowed to."""
        return self._all.wanted

    @property
    def meanings(self) -> tuple[str, ...]:
        """What each colour stands for on the board, empty where nobody has said."""
        return self.board.meanings if self.board else ()

    @property
    def needle(self) -> str:
        """The case-folded words that are looked for."""
        return self.wanted.words.strip().casefold()

    def show_outline(self, outline: Outline) -> None:
        """Show this outline; what stayed the same is not touched."""
        same_board = self.board is not None and self.board.board_id == outline.board_id
        outline = replace(outline, themes=tuple(replace(one, notes=veiled(one.notes)) for one in outline.themes))
        self.board = outline
        fresh = OutlineRows(self.wanted)
        fresh.read(outline)
        if same_board:
            self._become(fresh)
        else:
            self.beginResetModel()
            self._all = fresh
            self.endResetModel()

    def follow(
        self,
        note_ids: Iterable[uuid.UUID],
        notes: Iterable[NoteLine],
        theme_ids: Iterable[uuid.UUID] = (),
        themes: Iterable[ThemeLine] = (),
    ) -> None:
        """Show some notes and themes as they are now, row by row; those that were not found are gone."""
        if self.board is None:
            return
        asked, board_id = set(note_ids), self.board.board_id
        found = {note.id: note for note in veiled(notes) if note.board_id == board_id}
        here = {theme.id: theme for theme in themes if theme.board_id == board_id}
        asked = {one for one in asked if one in found or self.note(one)}
        named = set(theme_ids) & (here.keys() | {group.id for group in self.themes()})
        if not (asked or named):
            return  # it was on another board
        self.changing.emit(frozenset(asked))
        touched: set[uuid.UUID | None] = set()
        for theme_id in named:
            moved = self._follow_theme(theme_id, here.get(theme_id), touched)
            found |= {note.id: note for note in moved if note.id not in asked}
            asked.update(note.id for note in moved)
        self._follow_notes(asked, found, touched)
        for theme_id in touched:
            row = self._all.recount(theme_id)
            if row is not None:
                self.dataChanged.emit(self.index(row), self.index(row))
        self.changed_rows.emit()

    def narrow(self, wanted: Wanted) -> None:
        """Show only what is wanted; `EVERYTHING` shows all."""
        if wanted == self.wanted:
            return
        self.changing.emit(frozenset())
        self.beginResetModel()
        self._all.narrow(wanted)
        self.endResetModel()
        self.changed_rows.emit()

    def themes(self) -> list[Group]:
        """The themes of the board in order."""
        return self._all.themes()

    def all_notes(self) -> list[NoteLine]:
        """Every note of the board, shown or not, in no order."""
        return list(self._all.notes.values())

    def count(self) -> int:
        """How many notes the board has, shown or not."""
        return len(self._all.notes)

    def last_words(self) -> str:
        """The words of the note that was added last, case-folded, or nothing on an empty board."""
        last = self._all.last
        return " ".join(last.text.split()).casefold() if last else ""

    def note(self, note_id: uuid.UUID) -> NoteLine | None:
        """A note of the board, shown or not."""
        return self._all.notes.get(note_id)

    def row_of(self, note_id: uuid.UUID) -> int | None:
        """Where a note stands, or None when it is not shown."""
        return self._all.row_of(note_id)

    def row_at(self, index: Index) -> Heading | NoteLine:
        """The row at a valid index."""
        return self._all.rows[index.row()]

    def note_at(self, index: Index) -> NoteLine | None:
        """The note of a row, or None for a heading."""
        row = self._all.rows[index.row()] if index.isValid() else None
        return None if isinstance(row, Heading) else row

    def shown_at(self, row: int) -> Heading | NoteLine:
        """What stands in a row."""
        return self._all.rows[row]

    def shown(self) -> tuple[Heading | NoteLine, ...]:
        """All rows from top to bottom."""
        return tuple(self._all.rows)

    def notes_shown(self) -> int:
        """How many notes are in the list now."""
        if self.wanted == EVERYTHING:
            return self.count()
        return sum(not isinstance(row, Heading) for row in self._all.rows)

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._all.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._all.rows[index.row()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole}:
            return self._heading(row) if isinstance(row, Heading) else row.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._heading(row) if isinstance(row, Heading) else spoken(row, self.meanings)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        note = self.note_at(index)
        if note is None:
            return Qt.ItemFlag.NoItemFlags
        usual = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        return usual if note.face_down else usual | Qt.ItemFlag.ItemIsEditable

    def _follow_notes(
        self, asked: set[uuid.UUID], found: Mapping[uuid.UUID, NoteLine], touched: set[uuid.UUID | None]
    ) -> None:
        coming: list[NoteLine] = []
        for note_id in asked | found.keys():
            note = found.get(note_id)
            at = self._all.stays(note) if note else None
            if note and at is not None:
                self._put_in_place(note, at)
                continue
            self._drop(note_id, touched)
            if note:
                coming.append(note)
        for note in sorted(coming, key=lambda note: (note.position, note.id)):
            self._all.notes[note.id] = note
            step = self._all.with_note(note)
            touched.add(self._all.heading_of(note.theme_id))
            if step:
                self._take(step, note.theme_id)

    def _put_in_place(self, note: NoteLine, at: int) -> None:
        if note != self._all.notes[note.id]:
            self._all.notes[note.id] = self._all.rows[at] = note
            self.dataChanged.emit(self.index(at), self.index(at))

    def _drop(self, note_id: uuid.UUID, touched: set[uuid.UUID | None]) -> None:
        before = self._all.notes.get(note_id)
        if before is None:
            return
        touched.add(self._all.heading_of(before.theme_id))
        step = self._all.without(note_id)
        if step:
            self._take(step, before.theme_id)
        del self._all.notes[note_id]

    def _follow_theme(
        self, theme_id: uuid.UUID, line: ThemeLine | None, touched: set[uuid.UUID | None]
    ) -> list[NoteLine]:
        """Gives the notes that must find their place anew, taken out."""
        known = self._all.known_theme(theme_id)
        if known and line and known.order == (line.position, line.name, line.id):
            return []
        moved = self._all.members(theme_id)
        for note in moved:
            self._drop(note.id, touched)
        if known:
            self._take(self._all.without_theme(known), theme_id)
            self._all.groups.remove(known)
        if line:
            _group, step = self._all.with_theme(line)
            self._take(step, theme_id)
        return moved

    def _take(self, step: Step, theme_id: uuid.UUID | None) -> None:
        if step.gone:
            self.beginRemoveRows(NO_PARENT, step.at, step.at + step.gone - 1)
        elif step.come:
            self.beginInsertRows(NO_PARENT, step.at, step.at + len(step.come) - 1)
        self._all.take(step, theme_id)
        if step.gone:
            self.endRemoveRows()
        elif step.come:
            self.endInsertRows()

    def _become(self, fresh: OutlineRows) -> None:
        before, rows = self._all.rows, fresh.rows
        start, gone, come = becomes(map(key, before), map(key, rows))
        self.changing.emit(frozenset())
        if gone:
            self.beginRemoveRows(NO_PARENT, start, start + gone - 1)
            del before[start : start + gone]
            self.endRemoveRows()
        if come:
            self.beginInsertRows(NO_PARENT, start, start + come - 1)
            before[start:start] = rows[start : start + come]
            self.endInsertRows()
        self._all = fresh
        for at, row in enumerate(rows):
            if row is not before[at] and row != before[at]:
                self.dataChanged.emit(self.index(at), self.index(at))
        self.changed_rows.emit()

    def _heading(self, row: Heading) -> str:
        name = row.name or self.tr("Not grouped yet")
        count = self.tr("1 note") if row.notes == 1 else self.tr("{count} notes").format(count=row.notes)
        return f"{name} · {count}"
