"""The entries of the past that are shown, found by what was typed. The lines of two thousand entries take longer to put
together than a key may take, so that is done a little at a time beforehand, and kept for the next reading.
"""

from __future__ import annotations

import re
from datetime import datetime
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QSize, Qt, QTimer
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyledItemDelegate

from facilitator.domain.find import folded
from facilitator.ui.parts.widgets import calm_scrolling

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtWidgets import QStyleOptionViewItem

    from facilitator.domain.change import GroupId
    from facilitator.domain.past import HistoryEntry
    from facilitator.ui.together.past_words import PastWords
    from facilitator.workshop.queries.touched import Touched

Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()
SLICE = 0.006  # seconds of putting lines together, before what else there is to do gets its turn
_A_TIME = re.compile(r"\s*(?P<day>.*?)\s*(?<!\d)(?P<hour>[01]?\d|2[0-3])[:.](?P<minute>[0-5]\d)\s*")
TALLEST = 4 / 3
"""A line of Arabic letters beside one of Latin ones."""


class PastModel(QAbstractListModel):
    """Shows all at once; what was typed is looked for once every line is known."""

    def __init__(self, words: PastWords) -> None:
        super().__init__(words)
        self._words = words
        self._every: Sequence[HistoryEntry] = ()
        self._entries: Sequence[HistoryEntry] = ()
        self._about: Mapping[GroupId, Touched] = {}
        self._typed = self._wanted = ""
        self._said: list[str] = []
        self._known: dict[GroupId, tuple[HistoryEntry, Touched | None, str]] = {}
        self._next_slice = QTimer(self, interval=0, singleShot=True)
        self._next_slice.timeout.connect(self._go_on)

    def show_entries(self, entries: Sequence[HistoryEntry], about: Mapping[GroupId, Touched], typed: str) -> None:
        """Show those of these whose line has what was typed, and what each was about."""
        self._every, self._about, self._said = entries, about, []
        self._typed, self._wanted = typed, folded(typed)
        if not self._wanted:
            self._show(entries)
        self._go_on()

    def narrow(self, typed: str) -> None:
        """Show only those whose line has what was typed, such as words of a note or a time. Where nothing happened in
        that minute, it is what had happened last by then on each day, so that the boards can be seen as they stood.
        """
        self._typed, self._wanted = typed, folded(typed)
        if not self._wanted:
            self._show(self._every)
        elif self._is_known():
            self._show_found()

    @property
    def shown(self) -> Sequence[HistoryEntry]:
        """The entries in their order."""
        return self._entries

    def line(self, entry: HistoryEntry) -> str:
        """An entry in words."""
        return self._words.line(entry, self._about.get(entry.group))

    def entry(self, index: Index) -> HistoryEntry | None:
        """The entry of a row."""
        return self._entries[index.row()] if index.isValid() else None

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self.line(self._entries[index.row()])
        return None

    def _is_known(self) -> bool:
        return len(self._said) == len(self._every)

    def _go_on(self) -> None:
        """Put the next lines together; once all are known, show what is wanted."""
        until = perf_counter() + SLICE
        while not self._is_known() and perf_counter() < until:
            self._said.append(self._folded(self._every[len(self._said)]))
        if not self._is_known():
            self._next_slice.start()
            return
        self._known = {one.group: self._known[one.group] for one in self._every}
        if self._wanted:
            self._show_found()

    def _folded(self, entry: HistoryEntry) -> str:
        """An entry's line as it is searched; one that says what it said before is not put together again."""
        about = self._about.get(entry.group)
        before = self._known.get(entry.group)
        if before is not None and before[:2] == (entry, about):
            return before[2]
        said = folded(self.line(entry))
        self._known[entry.group] = entry, about, said
        return said

    def _show_found(self) -> None:
        found = [one for one, said in zip(self._every, self._said, strict=True) if self._wanted in said]
        self._show(found or self._last_by_then())

    def _last_by_then(self) -> list[HistoryEntry]:
        """The last step of each day up to a time of the day that was typed, perhaps with the day before it."""
        typed = _A_TIME.fullmatch(self._typed)
        if typed is None:
            return []
        day, by_then = folded(typed["day"]), f"{int(typed['hour']):02}:{typed['minute']}"
        last: dict[str, HistoryEntry] = {}
        for one, said in zip(self._every, self._said, strict=True):
            if "T" in one.at and day in said:  # when a ballot was counted is kept to the day only
                date, _, clock = datetime.fromisoformat(one.at).astimezone().isoformat().partition("T")
                if clock[:5] <= by_then:
                    last.setdefault(date, one)
        return list(last.values())

    def _show(self, entries: Sequence[HistoryEntry]) -> None:
        self.beginResetModel()
        self._entries = entries
        self.endResetModel()


class PastList(QListView):
    """The entries, a line each."""

    def __init__(self, entries: PastModel) -> None:
        super().__init__()
        self.setObjectName("past")
        self.setModel(entries)
        self.setItemDelegate(_OneLine(self))
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setSpacing(1)
        calm_scrolling(self)


class _OneLine(QStyledItemDelegate):
    """Every line as tall as the tallest may be: so only one has to be measured, and not two thousand at each letter."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        size = super().sizeHint(option, index)
        return QSize(size.width(), round(option.fontMetrics.height() * TALLEST))
