"""Where the words of one sentence are typed: a field, or one for each form its numbers need."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QGridLayout, QPlainTextEdit, QWidget

from facilitator.ui.parts.caret import calm
from facilitator.ui.parts.script_side import follow_script
from facilitator.ui.parts.widgets import label

if TYPE_CHECKING:
    from facilitator.workshop.queries.check_sheet import CheckLine

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_TURN = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
_SIDE_BY_SIDE = 2
_LINES, _ROUND = 2, 26  # lines of words in sight, and pixels above and below them


class _Field(QPlainTextEdit):
    """Enter says that the words are right; Page Up and Page Down go to the sentence before or after."""

    entered = Signal()
    turned = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        calm(self)
        self.ensurePolished()  # the look has its own letters
        follow_script(self)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * _LINES + _ROUND)

    def event(self, event: QEvent) -> bool:
        """Keep Ctrl+Enter from the station, which would print; leave undo to the page where nothing was typed here."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if event.key() in ENTER:
                event.accept()
                return True
            if self._is_idle_undo(event):
                event.ignore()
                return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            if not event.isAutoRepeat():
                self.entered.emit()
        elif event.key() in _TURN:
            self.turned.emit(_TURN[Qt.Key(event.key())])
        elif self._is_idle_undo(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _is_idle_undo(self, event: QKeyEvent) -> bool:
        return event.matches(QKeySequence.StandardKey.Undo) and not self.document().isUndoAvailable()


class CheckFields(QWidget):
    """`entered` says that what stands here is right, `turned` which way to go from here."""

    entered = Signal()
    turned = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._fields: list[_Field] = []
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(6)
        self.setLayout(self._grid)

    def show_line(self, line: CheckLine, typed: tuple[str, ...]) -> None:
        """Show a field for each form of a sentence, with these words in them, or its own."""
        self.clear()
        words = typed or line.forms or ("",) * max(1, len(line.numbers))
        for at, form in enumerate(words):
            name = self.tr("Its words")
            if len(words) > 1:
                name = self.tr("Its words for {number}").format(number=line.numbers[at])
            self._add(at, name, form, named=len(words) > 1)
        for field in self._fields:  # Enter goes from one to the next: that is what tells them apart to who cannot see
            field.setAccessibleDescription(" / ".join(line.english))
        self.setAccessibleName(line.english[0])

    def clear(self) -> None:
        """Show none."""
        while item := self._grid.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self._fields = []

    def words(self) -> tuple[str, ...]:
        """What stands in the fields."""
        return tuple(field.toPlainText() for field in self._fields)

    def fields(self) -> list[QPlainTextEdit]:
        """The fields, in order."""
        return [*self._fields]

    def begin(self) -> None:
        """Put the focus in the first one, behind its words."""
        if self._fields:
            self._fields[0].setFocus()
            self._fields[0].moveCursor(self._fields[0].textCursor().MoveOperation.End)

    def _add(self, at: int, name: str, form: str, *, named: bool) -> None:
        field = _Field()
        field.setAccessibleName(name)
        field.setPlainText(form)
        field.entered.connect(self.entered)
        field.turned.connect(self.turned)
        down, across = divmod(at, _SIDE_BY_SIDE) if named else (0, 0)
        if named:
            said = label(name, "small")
            said.setBuddy(field)
            self._grid.addWidget(said, 2 * down, across)
        self._grid.addWidget(field, 2 * down + 1, across)
        field.show()  # at once: a layout would do it later, and the next keys would go elsewhere
        self._fields.append(field)
