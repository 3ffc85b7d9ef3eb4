"""The bar that captures: what is said in the room goes in here, one note at a time, with both eyes on the room."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QImage, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QFrame, QLineEdit

from facilitator.domain.gestures.capture import lines_of
from facilitator.domain.typed_words import as_typed
from facilitator.ui.boards.colour_button import ColourButton
from facilitator.ui.boards.language_button import LanguageButton
from facilitator.ui.boards.table_button import TableButton
from facilitator.ui.look import tokens
from facilitator.ui.parts import direction
from facilitator.ui.parts.caret import calm
from facilitator.ui.parts.widgets import label, row

if TYPE_CHECKING:
    import uuid
    from collections.abc import Iterable

KEY = QKeySequence.StandardKey
KEYS_FOR_LIST = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
LONGEST = 1_000_000  # letters: more than a note holds, so that what is too long is said and not cut off unseen
ROOM_FOR_HINT, ROOM_FOR_ONE_LINE, NARROWEST = 1_400, 900, 430  # logical pixels


class CaptureField(QLineEdit):
    """Where the note is typed. Keys it has no use for go to the list above, so that the hands stay where they are."""

    list_key = Signal(QKeyEvent)
    many = Signal(str)
    picture = Signal(QImage)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("capture")
        self.setMaxLength(LONGEST)
        calm(self)

    def event(self, event: QEvent) -> bool:
        """Leave undo, redo and removing a note to the workshop while nothing is typed, and always what in Linux empties
        a field: here that key takes a note out of its theme.
        """
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            of_empty = (KEY.Undo, KEY.Redo, KEY.DeleteEndOfWord) if not self.text() else ()
            if any(event.matches(one) for one in (KEY.DeleteCompleteLine, *of_empty)):
                event.ignore()
                return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up, down and a page at a time move through the notes."""
        if event.matches(KEY.Paste):
            self.take_copied()
        elif event.key() in KEYS_FOR_LIST:
            self.list_key.emit(event)
        else:
            super().keyPressEvent(event)

    def take_copied(self) -> None:
        """Take what was copied elsewhere: a picture is a note, many lines are many notes, a line is typed."""
        clipboard = QGuiApplication.clipboard()
        data = clipboard.mimeData()
        if data and data.hasImage() and not data.hasText():
            self.picture.emit(clipboard.image())
        elif len(lines_of(clipboard.text())) > 1:
            self.many.emit(clipboard.text())
        else:
            self.paste()


@dataclass(frozen=True, slots=True, eq=False)
class Said:
    """What is captured: the letters as they stand in the field, and what was marked when Enter was pressed."""

    typed: str
    colour: int
    table_id: uuid.UUID | None
    language: str

    @property
    def words(self) -> str:
        """The words of the note, or a line for each of many."""
        return as_typed(self.typed).strip()


class CaptureBar(QFrame):
    """The field and the colours. `captured` carries what a new note is made of; its words stay in the field until
    `stored` says they are safe, and what is typed meanwhile stands behind them. `pasted` carries many lines at once.
    """

    captured = Signal(object)
    pasted = Signal(object)
    pictured = Signal(QImage)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("captureBar")
        self._colours = QButtonGroup(self)
        self._buttons = [ColourButton(number) for number in range(1, len(tokens.TINTS) + 1)]
        for one in self._buttons:
            self._colours.addButton(one, one.colour)
            one.clicked.connect(lambda: self.field.setFocus())
        self._buttons[0].setChecked(True)
        self.field = CaptureField()
        self.field.setAccessibleName(self.tr("New note"))
        self.field.setAccessibleDescription(self.tr("Type what is said and press Enter."))
        self.field.setPlaceholderText(self.tr("Type what is said, in any language"))
        self.field.returnPressed.connect(self._send)
        self.field.picture.connect(self.pictured)
        self.field.many.connect(lambda lines: self._paste(lines))
        self._hint = label(self.tr("Enter adds · Alt+1 to 7 colour"), "small")
        self.table = TableButton()
        self.language = LanguageButton()
        self.field.textChanged.connect(self._look_at)
        self._on_the_way: list[Said] = []
        self._failed: list[Said] = []
        self._again: list[Said] = []
        said = row(self.field, self._hint, self.language, self.table)
        said.setStretch(0, 1)
        self._box = row(row(*self._buttons, None, gap=6), said)
        self._box.setContentsMargins(14, 10, 20, 10)
        self._box.setStretch(1, 1)
        self.setLayout(self._box)

    def choose_colour(self, colour: int) -> None:
        """Make the next notes this colour, 1 to 7."""
        self._colours.button(colour).setChecked(True)

    def colour(self) -> int:
        """The colour of the next note, 1 to 7."""
        return self._colours.checkedId()

    def is_unsent(self) -> bool:
        """Whether there are words that nobody has asked to store."""
        return bool(self._unsent().strip())

    def show_meanings(self, meanings: tuple[str, ...]) -> None:
        """Say on each colour what it stands for on this board."""
        for one, meaning in zip(self._buttons, meanings, strict=False):
            one.say_meaning(meaning)

    def minimumSizeHint(self) -> QSize:
        return QSize(NARROWEST, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the room to the words where the window is narrow."""
        width = event.size().width()
        self._hint.setVisible(width >= ROOM_FOR_HINT)
        ways = QBoxLayout.Direction
        self._box.setDirection(ways.LeftToRight if width >= ROOM_FOR_ONE_LINE else ways.TopToBottom)
        super().resizeEvent(event)

    def stored(self, said: Said) -> None:
        """The note is safe: take its words away, and leave whatever was typed since."""
        if said in self._on_the_way:
            before = _together(self._on_the_way[: self._on_the_way.index(said)])
            typed = self.field.text()
            self._on_the_way.remove(said)
            if typed.startswith(before + said.typed):
                self.field.setText(before + typed.removeprefix(before + said.typed))
        self._settle()

    def not_stored(self, said: Said) -> None:
        """The note could not be stored: its words stay for another try, as a note of its own."""
        self._failed.append(said)
        self._settle()

    def give_up(self) -> str:
        """There is no board to put a note on: hand over what was typed."""
        typed = self.field.text()
        self._on_the_way, self._failed, self._again = [], [], []
        self.field.clear()
        return typed

    def _settle(self) -> None:
        if all(one in self._failed for one in self._on_the_way):
            failed, self._on_the_way, self._failed = self._on_the_way, [], []
            self._set_apart(failed)

    def _set_apart(self, failed: list[Said]) -> None:
        """Keep notes that were not stored apart, and put a space behind each, for the eye."""
        together, typed = _together(failed), self.field.text()
        self._again = []
        if failed and typed.startswith(together):
            self._again = [replace(one, typed=f"{one.typed.rstrip()} ") for one in failed]
            self.field.setText(_together(self._again) + typed.removeprefix(together))

    def _unsent(self) -> str:
        """What stands in the field behind the words that are being stored."""
        return self.field.text().removeprefix(_together(self._on_the_way))

    def _said(self, typed: str) -> Said:
        return Said(typed, self.colour(), self.table.table_id(), self.language.code())

    def _paste(self, lines: str) -> None:
        self.language.look_at(lines)
        self.pasted.emit(self._said(lines))
        self.language.look_at(self.field.text())

    def _look_at(self, words: str) -> None:
        self.language.look_at(words)
        runs = direction.of_text(words, self.layoutDirection())
        self.field.setAlignment(direction.alignment(runs))

    def _send(self) -> None:
        """Ask for what was not stored once more, unless its words were changed since, and for what stands behind."""
        typed = self._unsent()
        again = self._again if typed.startswith(_together(self._again)) else []
        rest = typed.removeprefix(_together(again))
        sending = [*again, self._said(rest)] if rest.strip() else again
        self._again = []
        self._on_the_way += sending
        for one in sending:
            self.captured.emit(one)


def _together(notes: Iterable[Said]) -> str:
    """What stands in the field for these."""
    return "".join(one.typed for one in notes)
