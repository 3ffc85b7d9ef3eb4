"""What can be chosen from in a vote that is being prepared: a letter a line, blank ones too, and a field to type in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QMenu, QWidget

from facilitator.domain.typed_words import as_typed
from facilitator.ui.parts.caret import calm
from facilitator.ui.parts.escape import asks_for_escape
from facilitator.ui.parts.widgets import button, calm_scrolling, column, label, row
from facilitator.ui.votes.ballot_paper import BallotDelegate

if TYPE_CHECKING:
    import uuid
    from collections.abc import Sequence

    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from facilitator.workshop.queries.board import BoardItem
    from facilitator.workshop.queries.poll_draft import DraftLine, PollDraft

ALT = Qt.KeyboardModifier.AltModifier


class OptionList(QListWidget):
    """The letters. Alt and an arrow moves one, Delete takes it off, F2 or a double click changes its words."""

    moved = Signal(int)
    removed = Signal()
    renaming = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Options"))
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self._delegate = BallotDelegate(self, circles=0)
        self.setItemDelegate(self._delegate)
        calm_scrolling(self)
        self.itemDoubleClicked.connect(lambda _item: self.renaming.emit())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._delegate.width = self.viewport().width()
        self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if steps and event.modifiers() & ALT:
            self.moved.emit(steps)
        elif event.key() == Qt.Key.Key_Delete:
            self.removed.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.renaming.emit()
        else:
            super().keyPressEvent(event)


class OptionField(QLineEdit):
    """Takes many lines at once when they are pasted; Escape leaves what it was changing."""

    pasted = Signal(object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.busy = False
        calm(self)

    def event(self, event: QEvent) -> bool:
        """Keep Escape here while other words are asked for; the window has another use for it."""
        if asks_for_escape(event) and (self.busy or self.text()):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        lines = QGuiApplication.clipboard().text().splitlines() if event.matches(QKeySequence.StandardKey.Paste) else []
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif len(lines) > 1 and not self.busy:
            self.pasted.emit([" ".join(as_typed(line).split()) for line in lines if as_typed(line).strip()])
        else:
            super().keyPressEvent(event)


class PollOptions(QWidget):
    """`added` carries new words, `named` a place and the name of its blank letter, `renamed` an option and other words,
    `removed` an option, `moved` an option and how far, `board_wanted` a board whose themes become options;
    `notes_wanted` asks for those selected on the board.
    """

    added = Signal(object)
    named = Signal(int, str)
    renamed = Signal(object, str)
    removed = Signal(object)
    moved = Signal(object, int)
    board_wanted = Signal(object)
    notes_wanted = Signal()
    told = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._lines: tuple[DraftLine, ...] = ()
        self._renaming: DraftLine | None = None
        self._following: uuid.UUID | None = None
        self._why_letters = self._why_words = ""
        self.list = OptionList()
        self.field = OptionField()
        self.boards = QMenu(self)
        self._make()
        self._connect()
        self._ask()

    def show_draft(self, draft: PollDraft, boards: Sequence[BoardItem]) -> None:
        """Show the letters; the chosen one stays chosen where it went."""
        chosen, row_before = self._following or self._chosen_id(), self.list.currentRow()
        self._following = None
        self._lines, self._why_letters, self._why_words = draft.lines, draft.letters_stay, draft.words_stay
        self.list.clear()
        for line in draft.lines:
            self.list.addItem(self._item(line))
        there = [at for at, line in enumerate(draft.lines) if chosen and line.option_id == chosen]
        self.list.setCurrentRow(there[0] if there else min(row_before, len(draft.lines) - 1))
        if self._renaming and self._renaming.option_id not in {line.option_id for line in draft.lines}:
            self._stop_renaming()
        self.boards.clear()
        for board in boards:
            words = self.tr("The themes of: {board}").format(board=board.question).replace("&", "&&")
            self.boards.addAction(words, lambda board_id=board.id: self.board_wanted.emit(board_id))
        self.boards.addAction(self.tr("The notes selected on the board"), self.notes_wanted.emit)
        for part in (self._up, self._down):
            part.setEnabled(not draft.letters_stay)
        for part in (self._rename, self._remove):
            part.setEnabled(not draft.words_stay)

    def stored(self) -> None:
        """The words that were typed are safe: make room for the next."""
        self.field.clear()
        self._stop_renaming()

    def _chosen(self) -> DraftLine | None:
        at = self.list.currentRow()
        return self._lines[at] if 0 <= at < len(self._lines) else None

    def _chosen_id(self) -> uuid.UUID | None:
        line = self._chosen()
        return line.option_id if line else None

    def _item(self, line: DraftLine) -> QListWidgetItem:
        words = line.text or self.tr("no name yet")
        if line.hidden:
            words = self.tr("{words} (hidden from the room, so not on the ballot)").format(words=words)
        made = QListWidgetItem(words)
        made.setData(Qt.ItemDataRole.UserRole, line.letter)
        made.setData(Qt.ItemDataRole.AccessibleTextRole, f"{line.letter}, {words}")
        return made

    def _move(self, steps: int) -> None:
        if self._why_letters:
            self.told.emit(self._why_letters)
        elif option_id := self._chosen_id():
            self._following = option_id
            self.moved.emit(option_id, steps)

    def _take_off(self) -> None:
        if option_id := self._chosen_id():
            self.removed.emit(option_id)

    def _begin_renaming(self) -> None:
        line = self._chosen()
        if line is None:
            return
        if line.option_id and self._why_words:
            self.told.emit(self._why_words)
            return
        self._renaming = line
        self.field.setText(line.text)
        self._ask()
        self.field.setFocus()
        self.field.selectAll()

    def _stop_renaming(self) -> None:
        if self._renaming:
            self._renaming = None
            self.field.clear()
            self._ask()

    def _ask(self) -> None:
        line = self._renaming
        words = self.tr("Type an option, then Enter")
        if line:
            words = self.tr("Other words for {letter}") if line.option_id else self.tr("A name for {letter}")
            words = words.format(letter=line.letter)
        self.field.busy = line is not None
        self.field.setPlaceholderText(words)
        self.field.setAccessibleName(words)

    def _done(self) -> None:
        words = " ".join(as_typed(self.field.text()).split())
        line = self._renaming
        if not words:
            self._stop_renaming()
        elif line is None:
            self.added.emit([words])
        elif line.option_id is None:
            self.named.emit(line.place, words)
        else:
            self.renamed.emit(line.option_id, words)

    def _leave(self) -> None:
        self.field.clear()
        self._stop_renaming()

    def _make(self) -> None:
        self._up = button(self.tr("Up"), lambda: self._move(-1), about=self.tr("One letter up: Alt and arrow up"))
        self._down = button(self.tr("Down"), lambda: self._move(1), about=self.tr("One letter down: Alt and arrow"))
        self._rename = button(self.tr("Words"), self._begin_renaming, about=self.tr("Change its words: F2"))
        self._remove = button(self.tr("Take off"), self._take_off, about=self.tr("Take it off the ballot: Delete"))
        self._from = button(
            self.tr("From a board"), lambda: None, about=self.tr("Themes or notes become options: Ctrl+Shift+B")
        )
        self._from.setMenu(self.boards)
        self.deeds = row(self._up, self._down, self._rename, self._remove, None, gap=8)
        self.head = row(label(self.tr("What to choose from"), "head"), None, self._from, gap=10)
        whole = column(self.head, self.field, self.list, self.deeds, gap=8)
        whole.setStretch(2, 1)
        self.setLayout(whole)

    def _connect(self) -> None:
        self.list.moved.connect(self._move)
        self.list.removed.connect(self._take_off)
        self.list.renaming.connect(self._begin_renaming)
        self.field.returnPressed.connect(self._done)
        self.field.left.connect(self._leave)
        self.field.pasted.connect(self.added)

    def offer_boards(self) -> None:
        """Ask which board's themes, or which notes, become options."""
        if self._from.isVisible() and self._from.isEnabled():
            self.boards.popup(self._from.mapToGlobal(self._from.rect().bottomLeft()))
            self.boards.setActiveAction(self.boards.actions()[0])

    def begin_renaming(self) -> None:
        """Ask for other words for the chosen option, or a name for the chosen letter."""
        self._begin_renaming()
