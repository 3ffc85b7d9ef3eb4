"""What happened, the newest first: on which laptop, what kind of thing, and what the boards looked like after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from facilitator.ui.look import tokens
from facilitator.ui.parts.caret import calm
from facilitator.ui.parts.combo import Combo
from facilitator.ui.parts.widgets import button, column, label, row
from facilitator.ui.together.past_model import PastList, PastModel
from facilitator.ui.together.past_words import TABLES, PastWords

if TYPE_CHECKING:
    from collections.abc import Mapping

    from facilitator.domain.change import GroupId
    from facilitator.domain.past import HistoryEntry
    from facilitator.ui.notice import Notice
    from facilitator.ui.store_thread import StoreThread
    from facilitator.workshop.queries.past import PastBoard
    from facilitator.workshop.queries.touched import Touched
    from facilitator.workshop.workshop import Workshop

    _Found = tuple[list[HistoryEntry], Mapping[GroupId, Touched], list[str]]

MOST = 2_000
"""Entries shown; what lies further back is on the command line."""


class Past(QWidget):
    """The list, what it is narrowed to, and beside it the boards as they stood."""

    def __init__(self, store: StoreThread, notice: Notice) -> None:
        super().__init__()
        self._store, self._notice = store, notice
        self._words = PastWords(self)
        self.entries = PastModel(self._words)
        self._before: HistoryEntry | None = None
        self._read_only = False
        self._make()

    def show_workshop(self, read_only: bool) -> None:
        """Another workshop is open."""
        self._read_only = read_only
        self.take_back_button.setEnabled(not read_only)
        self.typed.clear()
        self.stood.setPlainText("")

    def reread(self) -> None:
        """Read the past again, narrowed to what is chosen."""
        device, kind = str(self.device.currentData() or ""), str(self.kind.currentData() or "")

        def read(workshop: Workshop) -> _Found:
            from facilitator.domain.past import Wanted
            from facilitator.workshop.queries.touched import touched

            wanted = Wanted(device=device, tables=frozenset(TABLES.get(kind, ())))
            entries = workshop.history(MOST, wanted)
            about = workshop.read(lambda reader: touched(reader, [entry.group for entry in entries]))
            return entries, about, workshop.devices()

        self._store.submit(read, self._show)

    def arrive(self) -> None:
        """Put the focus on the list."""
        self.list.setFocus()

    def take_back(self) -> None:
        """Take back the chosen step alone, if nothing later was built on it."""
        entry = self.entries.entry(self.list.currentIndex())
        if entry is not None and not self._read_only:
            self._notice.hide()
            self._store.change(lambda workshop: workshop.take_back(entry.group))

    def show_boards(self) -> None:
        """Show the boards as the chosen step left them."""
        entry = self.entries.entry(self.list.currentIndex())
        if entry is None:
            return

        def read(workshop: Workshop) -> tuple[PastBoard, ...]:
            from facilitator.workshop.queries.past import boards_at

            return workshop.read(lambda reader: boards_at(reader, entry.group))

        self._store.submit(read, lambda boards: self._show_boards(entry, boards))

    def _show_boards(self, entry: HistoryEntry, boards: tuple[PastBoard, ...]) -> None:
        self.stood.setPlainText(self._words.boards(boards))
        self._when.setText(self.tr("The boards after: {line}").format(line=self.entries.line(entry)))

    def _show(self, found: _Found) -> None:
        entries, about, devices = found
        self.entries.show_entries(entries, about, self.typed.text())
        chosen = self.device.currentData()
        with QSignalBlocker(self.device):
            self.device.clear()
            self.device.addItem(self.tr("Every laptop"), "")
            for name in devices:
                self.device.addItem(name, name)
            self.device.setCurrentIndex(max(0, self.device.findData(chosen)))

    def _remember(self) -> None:
        self._before = self.entries.entry(self.list.currentIndex())

    def _choose(self) -> None:
        """The step that was chosen before, where it is still there."""
        before, groups = self._before, [one.group for one in self.entries.shown]
        at = groups.index(before.group) if before and before.group in groups else 0
        self.list.setCurrentIndex(self.entries.index(at))

    def _make(self) -> None:
        self.device, self.kind = Combo(), Combo()
        self.device.setAccessibleName(self.tr("Which laptop"))
        self.kind.setAccessibleName(self.tr("What kind of thing"))
        for code, words in self._words.kinds().items():
            self.kind.addItem(words, code)
        for combo in (self.device, self.kind):
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            combo.setMinimumContentsLength(18)
            combo.activated.connect(lambda _at: self.reread())
        self.typed = QLineEdit()
        self.typed.setAccessibleName(self.tr("Find in what happened"))
        self.typed.setPlaceholderText(self.tr("Find: words of a note, or a time such as 11:20"))
        self.typed.setClearButtonEnabled(True)
        self.typed.textChanged.connect(self.entries.narrow)
        self.typed.returnPressed.connect(self.arrive)
        self.entries.modelAboutToBeReset.connect(self._remember)
        self.list = PastList(self.entries)
        self.entries.modelReset.connect(self._choose)
        self.list.setAccessibleName(self.tr("What happened"))
        self.list.activated.connect(lambda _index: self.show_boards())
        self.take_back_button = button(
            self.tr("Take this back"), self.take_back, about=self.tr("Only this step, if nothing later was built on it")
        )
        self.board_button = button(
            self.tr("Boards as they stood then"), self.show_boards, about=self.tr("Enter, to look and not to change")
        )
        self._when = label("", "muted", wrap=True)
        self.stood = QPlainTextEdit()
        self.stood.setReadOnly(True)
        self.stood.setTabChangesFocus(True)
        self.stood.setAccessibleName(self.tr("The boards as they stood"))
        calm(self.stood)
        narrowed = row(self.device, self.kind, None, gap=tokens.GAP)
        left = column(
            label(self.tr("What happened"), "title"),
            narrowed,
            self.typed,
            4,
            self.list,
            row(self.board_button, self.take_back_button, None, gap=tokens.GAP),
            gap=8,
        )
        left.setStretch(4, 1)
        right = column(self._when, self.stood, gap=8)
        right.setStretch(1, 1)
        whole = row(left, right, gap=tokens.GAP * 2)
        whole.setStretch(0, 1)
        whole.setStretch(1, 1)
        whole.setContentsMargins(tokens.PAGE_MARGIN, 20, tokens.PAGE_MARGIN, 16)
        self.setLayout(whole)
