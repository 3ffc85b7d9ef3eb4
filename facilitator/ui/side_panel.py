"""The one panel for what is selected: the note in full, its colour, who said it, and what can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QWidget

from facilitator.ui import direction, tokens
from facilitator.ui.capture_bar import ColourButton
from facilitator.ui.caret import calm
from facilitator.ui.theme_form import ThemeForm
from facilitator.ui.widgets import button, column, label, row

if TYPE_CHECKING:
    from facilitator.workshop.queries.board import NoteLine

WIDTH = 296


class NotePanel(QFrame):
    """Shows the selected note, or what the colours of the board mean when none is."""

    edit = Signal()
    withhold = Signal()
    remove = Signal()
    park = Signal()
    merge = Signal()
    translate = Signal(str)
    recolour = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("side")
        self.setFixedWidth(WIDTH)
        self._head = label("", "strong")
        self._words = label("", wrap=True)
        self._translation = label("", "muted", wrap=True)
        self._legend = label("", "small", wrap=True)
        self._said_by = label("", "muted", wrap=True)
        self.theme = ThemeForm()
        self._shown: NoteLine | None = None
        self.meaning = QLineEdit()
        self.meaning.setAccessibleName(self.tr("What it says in English"))
        self.meaning.setPlaceholderText(self.tr("In English: type, then Enter"))
        calm(self.meaning)
        self.meaning.returnPressed.connect(lambda: self.translate.emit(self.meaning.text().strip()))
        self._colours = [ColourButton(number) for number in range(1, len(tokens.TINTS) + 1)]
        for one in self._colours:
            one.clicked.connect(lambda _on=False, colour=one.colour: self.recolour.emit(colour))
        self._row = QWidget()
        self._row.setLayout(row(*self._colours, None, gap=1))
        self._change = button(self.tr("Change  F2"), self.edit.emit, about=self.tr("Change the words of this note"))
        self._hide = button("", self.withhold.emit, about=self.tr("Hidden notes are not shown, printed or counted"))
        self._remove = button(
            self.tr("Remove  Ctrl+Del"), self.remove.emit, about=self.tr("Remove for good; asks once more")
        )
        self._park = button("", self.park.emit, about=self.tr("Set aside without hiding it: Ctrl+Shift+P"))
        self._merge = button(self.tr("Make one  Ctrl+M"), self.merge.emit, about=self.tr("Make one note of these two"))
        buttons = column(
            row(self._change, self._merge, self._hide, None, gap=8),
            row(self._park, None),
            row(self._remove, None),
            gap=8,
        )
        box = column(
            self._head,
            self._words,
            self._translation,
            self.meaning,
            6,
            self._legend,
            self._row,
            self._said_by,
            6,
            self.theme,
            6,
            buttons,
            None,
            gap=8,
        )
        box.setContentsMargins(18, 22, 18, 18)
        self.setLayout(box)
        self._meanings: tuple[str, ...] = ()
        self._may_edit = True
        self.show_notes([])

    def allow_editing(self, may: bool) -> None:
        """Whether the workshop can be changed."""
        self._may_edit = may

    def show_meanings(self, meanings: tuple[str, ...]) -> None:
        """What each colour stands for on this board; empty where nobody has said."""
        self._meanings = meanings
        for one, meaning in zip(self._colours, meanings, strict=False):
            one.say_meaning(meaning)
        said = [f"{number} {meaning}" for number, meaning in enumerate(meanings, 1) if meaning]
        self._legend.setText(
            self.tr("Colour: {meanings}").format(meanings=", ".join(said)) if said else self.tr("Colour")
        )

    def show_notes(self, notes: list[NoteLine]) -> None:
        """Show the selected notes: one in full, several by their number."""
        one = notes[0] if len(notes) == 1 else None
        self._head.setText(self._heading(notes))
        self._say(self._words, one.text if one else ("" if notes else self.tr("Choose a note to see it here.")))
        self._say(self._translation, one.translation if one and not self._may_edit else "")
        self._say(self._said_by, self._origin(one) if one else "")
        colours = {note.colour for note in notes}
        for button_ in self._colours:
            button_.setChecked(colours == {button_.colour})
        for part in (self._row, self._legend, self._hide, self._park, self._remove, self.theme):
            part.setVisible(bool(notes))
        self._change.setVisible(one is not None)
        self.meaning.setVisible(one is not None and one.language != "en")
        if one is None or self._shown is None or (one.id, one.translation) != (self._shown.id, self._shown.translation):
            self.meaning.setText(one.translation if one else "")
            self.meaning.setCursorPosition(0)
        self._shown = one
        self._merge.setVisible(len(notes) == 2)
        aside = bool(notes) and all(note.parked for note in notes)
        self._park.setText(self.tr("Take up  Ctrl+Shift+P") if aside else self.tr("Set aside  Ctrl+Shift+P"))
        hidden = bool(notes) and all(note.withheld for note in notes)
        self._hide.setText(self.tr("Show again  F8") if hidden else self.tr("Hide  F8"))
        for part in (
            *self._colours,
            self._change,
            self._merge,
            self._hide,
            self._park,
            self._remove,
            self.theme,
            self.meaning,
        ):
            part.setEnabled(self._may_edit)

    def _heading(self, notes: list[NoteLine]) -> str:
        if len(notes) > 1:
            return self.tr("{count} notes").format(count=len(notes))
        return self.tr("Note")

    def _origin(self, note: NoteLine) -> str:
        said = self.tr("Said by {table}").format(table=note.said_by) if note.said_by else ""
        hidden = self.tr("Hidden from the room") if note.withheld else ""
        aside = self.tr("Set aside") if note.parked else ""
        return "\n".join(part for part in (said, hidden, aside) if part)

    def _say(self, where: QLabel, words: str) -> None:
        where.setText(words)
        where.setVisible(bool(words))
        where.setAlignment(
            direction.alignment(direction.of_text(words, self.layoutDirection())) | Qt.AlignmentFlag.AlignTop
        )
