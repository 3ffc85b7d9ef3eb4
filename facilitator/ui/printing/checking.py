"""What a colleague wrote on a check sheet is typed in here: her name, each sentence as it is right, and undo.

It is kept on this laptop for every workshop, and never in the workshop's own file.
"""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QFrame, QLineEdit, QListView, QScrollArea, QWidget

from facilitator.domain.languages import language_name
from facilitator.ui.parts.caret import calm
from facilitator.ui.parts.combo import Combo
from facilitator.ui.parts.escape import asks_for_escape
from facilitator.ui.parts.toggle import Toggle
from facilitator.ui.parts.widgets import button, calm_scrolling, column, frame, label, row
from facilitator.ui.printing.check_fields import ENTER, CheckFields
from facilitator.ui.printing.check_lines import CheckLines

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from facilitator.ui.store_thread import StoreThread
    from facilitator.workshop.queries.check_sheet import CheckLine
    from facilitator.workshop.translations.by_hand import Before

    _Step = tuple[str, Before, int]

_SOON = 150  # milliseconds without a further key before the list is narrowed
_DIGITS = 6  # no sheet has so many sentences
_EDITOR = 150  # logical pixels that the words of a sentence have at the least


class Checking(QWidget):
    """`left` says that the person goes back to the pages; `corrected` that papers may say something else now."""

    left = Signal()
    corrected = Signal()

    def __init__(self, store: StoreThread) -> None:
        super().__init__()
        self._store = store
        self._lines: Sequence[CheckLine] = ()
        self._typed: dict[tuple[str, str], tuple[str, ...]] = {}
        self._here: tuple[str, CheckLine] | None = None  # whose words stand in the fields: the language, and the line
        self._checkers: dict[str, str] = {}
        self._checked = ""  # the language that the name is typed for
        self._steps: list[_Step] = []
        self._number: int | None = None
        self.lines = CheckLines()
        self._make()
        self._lay_out()
        self._connect()

    def open(self, language: str) -> None:
        """Show the sentences of a language, or of the one shown last where none is named."""
        if not self.language.count():
            from facilitator.workshop.translations.shelf import ENGLISH, Shelf

            for code in Shelf.of_this_laptop().languages():
                if code != ENGLISH:
                    self.language.addItem(language_name(code), code)
        at = self.language.findData(language)
        if at >= 0:
            self.language.setCurrentIndex(at)
        self._begin()
        (self.wanted if self.who.text() else self.who).setFocus()

    def is_idle(self) -> bool:
        """Whether everything that was found right is kept."""
        return self._store.is_idle() and not self._soon.isActive()

    def right(self) -> None:
        """The sentence is right as it stands in the fields: go on to the next at once, and keep it meanwhile."""
        line = self._line()
        if line is None:
            self._say(self.tr("Choose a sentence first."))
        elif self._here == (self._code(), line):  # else the fields are about to say something else
            words, number = self.fields.words(), self._number or 1
            self._turn(1)
            self._keep({line.english[0]: words}, number)

    def rest_right(self) -> None:
        """She read all of the sheet: every sentence that has words is right."""
        self._hold()
        said = {line.english[0]: self._words_of(line) for line in self._lines if not line.checked}
        said = {sentence: forms for sentence, forms in said.items() if all(forms) and forms}
        if said:
            self._keep(said, self._number or 1)
        else:
            self._say(self.tr("Every sentence that has words is checked already."))

    def as_it_came(self) -> None:
        """The sentence as it came with the program, and a draft again where it was one."""
        from facilitator.workshop.translations.by_hand import as_they_came
        from facilitator.workshop.translations.shelf import Shelf

        line, language, number = self._line(), self._code(), self._number or 1
        if line is None:
            return
        sentence = line.english[0]

        def came() -> None:
            self._hold()
            self._here = None
            self._typed.pop((language, sentence), None)

        self._do(lambda: as_they_came(Shelf.of_this_laptop(), language, [sentence]), language, number, came)

    def undo(self) -> None:
        """Take back what was kept last here, once all that was said before is kept."""
        self._store.aside(lambda: None, lambda _nothing: self._take_back())

    def _take_back(self) -> None:
        from facilitator.workshop.translations.correcting import keep
        from facilitator.workshop.translations.shelf import Shelf

        if not self._steps:
            return
        step = language, before, number = self._steps.pop()

        def done(_kept: object) -> None:
            self._hold()
            self._here, self._number = None, number
            self.language.setCurrentIndex(self.language.findData(language))
            self._ask_who()
            self.corrected.emit()
            self._read()

        def refused(error: Exception) -> None:
            self._steps.append(step)
            self._refuse(error)

        self._store.aside(lambda: keep(Shelf.of_this_laptop(), language, before), done, refused)

    def event(self, event: QEvent) -> bool:
        """Escape and undo are for this page, not for the window; Ctrl+Enter, which would print, is Enter here."""
        asked = event if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) else None
        if asks_for_escape(event) or (asked and (_is_undo(asked) or asked.key() in ENTER)):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif _is_undo(event):
            self.undo()
        else:
            super().keyPressEvent(event)

    def _make(self) -> None:
        self._back = button(self.tr("All pages"), self.left.emit, about=self.tr("Esc"))
        self.language = Combo()
        self.language.setAccessibleName(self.tr("Language"))
        self.who = QLineEdit()
        self.who.setAccessibleName(self.tr("Checked by"))
        self.who.setPlaceholderText(self.tr("Who checked it"))
        self.wanted = QLineEdit()
        self.wanted.setAccessibleName(self.tr("Number on the sheet, or words"))
        self.wanted.setPlaceholderText(self.tr("Number, or words"))
        self.wanted.setClearButtonEnabled(False)
        calm(self.who)
        calm(self.wanted)
        self.open_only = Toggle(self.tr("Drafts only"), self._narrow)
        self.open_only.setAutoDefault(True)  # Enter presses it, as Space does
        self.list = QListView()
        self.list.setAccessibleName(self.tr("Sentences"))
        self.list.setModel(self.lines)
        self.list.setUniformItemSizes(True)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setMinimumHeight(90)
        calm_scrolling(self.list)
        self._english = label("", "strong", wrap=True)
        self.fields = CheckFields()
        self.right_button = button(self.tr("It is right"), self.right, main=True, about=self.tr("Enter"))
        self.came_button = button(
            self.tr("As it came"), self.as_it_came, about=self.tr("The words that came with Facilitator")
        )
        self.rest_button = button(
            self.tr("All the rest"), self.rest_right, about=self.tr("She read all of it, and the rest is right")
        )
        self.undo_button = button(self.tr("Take back"), self.undo, about=self.tr("Ctrl+Z"))
        self._said = label("", "muted", wrap=True)
        self._soon = QTimer(self, interval=_SOON, singleShot=True)

    def _lay_out(self) -> None:
        title = label(self.tr("What a colleague put right"), "strong")
        head = row(self._back, title, None, self._said, gap=8)
        head.setStretch(3, 1)
        tools = row(self.language, self.who, self.wanted, self.open_only, gap=8)
        for at in range(3):
            tools.setStretch(at, 1)
        inside = QWidget()
        inside.setLayout(column(self._english, self.fields, None, gap=6))
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(inside)
        scroll.setMinimumHeight(_EDITOR)
        inside.setAutoFillBackground(False)
        foot = row(self.right_button, self.came_button, None, self.rest_button, self.undo_button, gap=8)
        whole = column(tools, self.list, scroll, foot, gap=10)
        whole.setStretch(1, 3)
        whole.setStretch(2, 2)
        ground = frame("captureBar", whole, margins=(14, 12, 14, 12), gap=10)
        both = column(head, ground, gap=10)
        both.setStretch(1, 1)
        self.setLayout(both)
        self._order_tabs()

    def _order_tabs(self) -> None:
        """From the sentence to its words, and from these to what is said of them. What is new would come last."""
        said = (self.right_button, self.came_button, self.rest_button, self.undo_button)
        tools = (self.language, self.who, self.wanted, self.open_only, self.list)
        for before, after in pairwise((self._back, *tools, *self.fields.fields(), *said)):
            QWidget.setTabOrder(before, after)

    def _connect(self) -> None:
        self.language.activated.connect(lambda _at: self._begin())
        self.who.returnPressed.connect(self.wanted.setFocus)
        self.wanted.textChanged.connect(lambda _typed: self._soon.start())
        self.wanted.returnPressed.connect(self._found)
        self._soon.timeout.connect(self._narrow)
        self.list.selectionModel().currentChanged.connect(lambda now, _before: self._choose(now))
        self.list.activated.connect(lambda _index: self.fields.begin())
        self.fields.entered.connect(self.right)
        self.fields.turned.connect(self._turn)

    def _code(self) -> str:
        return str(self.language.currentData())

    def _line(self) -> CheckLine | None:
        return self._lines[self._number - 1] if self._number and self._number <= len(self._lines) else None

    def _words_of(self, line: CheckLine) -> tuple[str, ...]:
        """What was typed for a sentence, though not kept yet, or what it says."""
        return self._typed.get((self._code(), line.english[0]), line.forms)

    def _begin(self) -> None:
        """Another language: what was typed in the one before waits there."""
        self._hold()
        self._here = self._number = None
        self._ask_who()
        self._read()

    def _ask_who(self) -> None:
        """Another language is checked by somebody else: no name stands for what she never read."""
        before, self._checked = self._checked, self._code()
        if before not in ("", self._checked):
            self._checkers[before] = self.who.text()
            self.who.setText(self._checkers.get(self._checked, ""))

    def _read(self) -> None:
        code = self._code()
        self._store.aside(lambda: _lines_of(code), lambda lines: self._show(code, lines), self._refuse)

    def _show(self, code: str, lines: Sequence[CheckLine]) -> None:
        if code != self._code():
            return
        new = len(lines) != len(self._lines) or self._number is None
        self._lines = lines
        if not self.who.text():
            self.who.setText(next((line.by for line in lines if line.by), ""))
        if new or self.lines.place(self._number or 0) == QModelIndex():
            self._narrow()
        else:
            self.lines.refresh(lines)
            if self._here != (code, self._line()):  # else somebody is typing there
                self._choose(self.lines.place(self._number or 0))
        checked = sum(line.checked for line in lines)
        self._say(self.tr("{checked} of {all} checked").format(checked=f"{checked:,}", all=f"{len(lines):,}"))
        self.undo_button.setEnabled(bool(self._steps))

    def _narrow(self) -> None:
        """Show what is looked for; a number is that on the sheet, and the others stay round it."""
        self._soon.stop()
        typed = self.wanted.text().strip()
        number = int(typed) if typed.isdecimal() and len(typed) < _DIGITS else None
        with QSignalBlocker(self.list.selectionModel()):
            if number is None:
                self.lines.show_lines(self._lines, typed, open_only=self.open_only.isChecked())
            else:
                self.lines.show_lines(self._lines, "", open_only=False)
        there = self.lines.place((self._number or 0) if number is None else number)
        self._choose(there if there.isValid() or number is not None else self.lines.index(0, 0))

    def _found(self) -> None:
        """What was looked for is to be put right."""
        self._narrow()
        self.fields.begin()

    def _hold(self) -> None:
        """Keep what is typed and not said to be right yet, for when the person comes back to that sentence."""
        if self._here:
            language, line = self._here
            words = self.fields.words()
            self._typed.pop((language, line.english[0]), None)
            if words != (line.forms or ("",) * len(words)):
                self._typed[language, line.english[0]] = words

    def _choose(self, index: QModelIndex) -> None:
        self._hold()
        self._number = self.lines.number(index)
        if index.isValid() and self.list.currentIndex() != index:
            with QSignalBlocker(self.list.selectionModel()):
                self.list.setCurrentIndex(index)
            self.list.scrollTo(index)
            self.list.viewport().update()
        self._show_line()

    def _show_line(self) -> None:
        line = self._line()
        for one in (self.right_button, self.came_button):
            one.setEnabled(line is not None)
        had_focus = any(field.hasFocus() for field in self.fields.fields())
        self._here = (self._code(), line) if line else None
        if line is None:
            self.fields.clear()
            self._english.setText(self.tr("There is no such sentence.") if self._lines else "")
            return
        self._english.setText(f"{self._number} · {' / '.join(line.english)}")
        self.fields.show_line(line, self._typed.get((self._code(), line.english[0]), ()))
        self._order_tabs()
        if had_focus:
            self.fields.begin()

    def _turn(self, by: int) -> None:
        """Go on to another sentence that is shown; after the last one, stay."""
        here = self.lines.place(self._number or 0)
        there = self.lines.index(here.row() + by, 0) if here.isValid() else QModelIndex()
        if there.isValid():
            self._choose(there)

    def _keep(self, said: dict[str, tuple[str, ...]], number: int) -> None:
        from facilitator.workshop.translations.by_hand import check_off
        from facilitator.workshop.translations.shelf import Shelf

        language, who, day = self._code(), self.who.text(), date.today().isoformat()

        def kept() -> None:
            for sentence, words in said.items():
                if self._typed.get((language, sentence)) == words:
                    del self._typed[language, sentence]
            if self._here and self._here[0] == language and said.get(self._here[1].english[0]) == self.fields.words():
                self._here = None

        self._do(lambda: check_off(Shelf.of_this_laptop(), language, said, who, day), language, number, kept)

    def _do(self, job: Callable[[], Before], language: str, number: int, then: Callable[[], object]) -> None:
        """Keep something on the store thread, remember what undoes it, and show what there is now."""

        def done(before: Before) -> None:
            self._steps.append((language, before, number))
            self.corrected.emit()
            then()
            self._read()

        def refused(error: Exception) -> None:
            """Back to the first that was not kept."""
            back = self.lines.place(number)
            if language == self._code() and back.isValid() and back.row() < self.list.currentIndex().row():
                self._choose(back)
            self._refuse(error)

        self._store.aside(job, done, refused)

    def _refuse(self, error: Exception) -> None:
        """The window says why; a name that is missing is asked for where it is typed."""
        if not self.who.text().strip():
            self.who.setFocus()
        self._say(str(error))

    def _say(self, words: str) -> None:
        self._said.setText(words)


def _is_undo(event: QKeyEvent) -> bool:
    return event.matches(QKeySequence.StandardKey.Undo)


def _lines_of(language: str) -> Sequence[CheckLine]:
    from facilitator.workshop.queries.check_sheet import check_lines
    from facilitator.workshop.translations.shelf import Shelf

    return check_lines(Shelf.of_this_laptop().catalogue(language))
