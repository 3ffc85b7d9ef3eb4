"""The one panel for what is selected: the note in full, its colour, who said it, and what can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QScrollArea, QWidget

from facilitator.ui.boards.colour_button import ColourButton
from facilitator.ui.boards.legend_form import LegendForm
from facilitator.ui.boards.note_origin import NoteOrigin
from facilitator.ui.boards.theme_form import ThemeForm
from facilitator.ui.look import tokens
from facilitator.ui.parts import direction
from facilitator.ui.parts.form_side import Kept
from facilitator.ui.parts.widgets import button, calm_scrolling, column, label, row

if TYPE_CHECKING:
    from facilitator.workshop.queries.board import NoteLine

WIDTH = 316


class NotePanel(QFrame):
    """Shows the selected note, or what the colours of the board mean when none is. Scrolled where the window is low."""

    edit = Signal()
    withhold = Signal()
    remove = Signal()
    park = Signal()
    merge = Signal()
    vote = Signal()
    recolour = Signal(int)
    to_board = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("side")
        self.setFixedWidth(WIDTH)
        self._may_edit = True
        self._head = label("", "strong")
        self.board = button(
            self.tr("Board and colours"),
            self._go_to_board,
            about=self.tr("The question, and what the colours mean. Esc from the notes shows them, too."),
        )
        self._words = label("", wrap=True)
        self._state = label("", "muted", wrap=True)
        self._colour_words = label("", "small", wrap=True)
        self.theme = ThemeForm()
        self.origin = NoteOrigin()
        self.legend = LegendForm()
        self._colours = [ColourButton(number) for number in range(1, len(tokens.TINTS) + 1)]
        for one in self._colours:
            one.clicked.connect(lambda _on=False, colour=one.colour: self.recolour.emit(colour))
        self._row = QWidget()
        self._row.setLayout(row(*self._colours, None, gap=1))
        self._buttons = self._make_buttons()
        self._lay_out()
        self.show_notes([])

    def allow_editing(self, may: bool) -> None:
        """Whether the workshop can be changed."""
        self._may_edit = may
        self.legend.allow_editing(may)
        for part in (*self._colours, self._buttons, self.theme, self.origin):
            part.setEnabled(may)

    def keep(self) -> None:
        """Keep what is half changed, as when the window closes."""
        focus = QApplication.focusWidget()
        if isinstance(focus, Kept) and self.isAncestorOf(focus):
            focus.keep()

    def not_kept(self) -> None:
        """What was typed was not taken: show again what is stored."""
        for field in (self.origin.language, self.origin.tongue):
            field.forget()

    def show_meanings(self, meanings: tuple[str, ...]) -> None:
        """What each colour stands for on this board; empty where nobody has said."""
        self.legend.show_meanings(meanings)
        for one, meaning in zip(self._colours, meanings, strict=False):
            one.say_meaning(meaning)
        said = [f"{number} {meaning}" for number, meaning in enumerate(meanings, 1) if meaning]
        words = self.tr("Colour: {meanings}").format(meanings=", ".join(said)) if said else self.tr("Colour")
        self._colour_words.setText(words)

    def show_notes(self, notes: list[NoteLine]) -> None:
        """Show the selected notes: one in full, several by their number."""
        one = notes[0] if len(notes) == 1 else None
        self._head.setText(self._heading(notes))
        self._say(self._words, one.text if one else ("" if notes else self.tr("Choose a note to see it here.")))
        self._say(self._state, self._states(one) if one else "")
        colours = {note.colour for note in notes}
        for button_ in self._colours:
            button_.setChecked(colours == {button_.colour})
        for part in (self._row, self._colour_words, self._buttons, self.theme, self.origin):
            part.setVisible(bool(notes))
        self.legend.setVisible(not notes)
        self.board.setVisible(bool(notes))
        if notes:
            self.origin.show_notes(notes)
        self.origin.setVisible(bool(notes) and not any(note.face_down for note in notes))
        down = any(note.face_down for note in notes)
        self._change.setVisible(one is not None and not down)
        self._hide.setVisible(not down)
        self._vote.setVisible(not down)
        self._merge.setVisible(len(notes) == 2)
        aside = bool(notes) and all(note.parked for note in notes)
        self._park.setText(self.tr("Take up  Ctrl+Shift+P") if aside else self.tr("Set aside  Ctrl+Shift+P"))
        hidden = bool(notes) and all(note.withheld for note in notes)
        self._hide.setText(self.tr("Show again  F8") if hidden else self.tr("Hide  F8"))

    def _make_buttons(self) -> QWidget:
        self._change = button(self.tr("Change  F2"), self.edit.emit, about=self.tr("Change the words of this note"))
        self._hide = button("", self.withhold.emit, about=self.tr("Hidden notes are not shown, printed or counted"))
        self._remove = button(
            self.tr("Remove  Ctrl+Del"), self.remove.emit, about=self.tr("Remove for good; asks once more")
        )
        self._park = button("", self.park.emit, about=self.tr("Set aside without hiding it: Ctrl+Shift+P"))
        self._merge = button(self.tr("Make one  Ctrl+M"), self.merge.emit, about=self.tr("Make one note of these two"))
        self._vote = button(
            self.tr("Make a vote  Ctrl+Shift+V"), self.vote.emit, about=self.tr("Vote on the selected notes")
        )
        lines = (row(self._change, self._merge, self._hide, None, gap=8), row(self._park, None), row(self._vote, None))
        whole = QWidget()
        whole.setLayout(column(*lines, row(self._remove, None), gap=8))
        return whole

    def _lay_out(self) -> None:
        inside = QWidget()
        box = column(
            row(self._head, None, self.board),
            self._words,
            self._state,
            self.legend,
            self._colour_words,
            self._row,
            self.origin,
            self.theme,
            6,
            self._buttons,
            None,
            gap=8,
        )
        box.setContentsMargins(18, 20, 4, 18)
        inside.setLayout(box)
        area = QScrollArea()
        area.setAccessibleName(self.tr("What is selected"))
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidgetResizable(True)
        area.setWidget(inside)
        for part in (inside, area.viewport()):
            part.setAutoFillBackground(False)
        calm_scrolling(area)
        self.theme.begun.connect(lambda: area.ensureWidgetVisible(self.theme.field))
        self.setLayout(column(area))

    def _heading(self, notes: list[NoteLine]) -> str:
        if len(notes) > 1:
            return self.tr("{count} notes").format(count=len(notes))
        return self.tr("Note") if notes else self.tr("Board")

    def _go_to_board(self) -> None:
        self.to_board.emit()
        self.legend.lines[0].setFocus()

    def _states(self, note: NoteLine) -> str:
        hidden = self.tr("Hidden from the room") if note.withheld else ""
        if note.refused:
            hidden = self.tr("Hidden: the person who said it does not want it used")
        if note.face_down:
            hidden = self.tr("Face down until all are shown at once")
        aside = self.tr("Set aside") if note.parked else ""
        return "\n".join(part for part in (hidden, aside) if part)

    def _say(self, where: QLabel, words: str) -> None:
        where.setText(words)
        where.setVisible(bool(words))
        where.setAlignment(
            direction.alignment(direction.of_text(words, self.layoutDirection())) | Qt.AlignmentFlag.AlignTop
        )
