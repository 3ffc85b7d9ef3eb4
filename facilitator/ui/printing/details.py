"""More about the document the person is at: how many, and of which vote or version."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from facilitator.domain.languages import language_name
from facilitator.ui.parts.combo import Combo
from facilitator.ui.parts.spin import Spin
from facilitator.ui.parts.widgets import button, column, label, row
from facilitator.ui.printing import words as print_words
from facilitator.ui.printing.again import Again
from facilitator.ui.printing.choice import MOST_COPIES
from facilitator.workshop.documents import Document

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from facilitator.ui.printing.choice import Choice
    from facilitator.workshop.queries.print_choices import PaperOf, PrintChoices

STILL = 250  # milliseconds without a further key before a number counts


class Details(QWidget):
    """`changed` says that the choice is another one now; `check_wanted` that a check sheet came back."""

    changed = Signal()
    check_wanted = Signal()

    def __init__(self, choice: Choice) -> None:
        super().__init__()
        self._choice = choice
        self._document = Document.PACK
        self._of: list[PaperOf] = []
        self._name = label("", "strong", wrap=True)
        self._asked = label(self.tr("How many"), "muted")
        self.copies = Spin()
        self.copies.setRange(1, MOST_COPIES)
        self.copies.setFixedWidth(104)
        self.copies.setAccessibleName(self.tr("How many"))
        self._asked.setBuddy(self.copies)
        self.which = Combo()
        self.which.setAccessibleName(self.tr("Which one"))
        self.which.setVisible(False)
        self.which.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.language = Combo()
        self.language.setAccessibleName(self.tr("Language of the check sheet"))
        self.language.setVisible(False)
        self.check_button = button(
            self.tr("Type in what she put right"), self.check_wanted.emit, about=self.tr("Ctrl+Shift+C")
        )
        self.check_button.setVisible(False)
        self.again = Again()
        parts = (
            self._name,
            row(self._asked, None, self.copies),
            self.which,
            self.language,
            self.check_button,
            self.again,
        )
        self.setLayout(column(*parts, gap=6))
        self._still = QTimer(self, interval=STILL, singleShot=True)
        self._still.timeout.connect(self._keep_copies)
        self.copies.valueChanged.connect(lambda _value: self._still.start())
        self.which.activated.connect(self._keep_which)
        self.language.activated.connect(self._keep_language)

    def controls(self) -> tuple[QWidget, ...]:
        """What can be chosen or pressed, in order."""
        return self.copies, self.which, self.language, self.check_button, *self.again.buttons()

    def show_document(self, document: Document, copies: int | None, choices: PrintChoices | None) -> None:
        """Show how many there are of a document, and of what it is printed."""
        if document != self._document and self._still.isActive():
            self._still.stop()
            self._keep_copies()
        self._document = document
        self._name.setText(print_words.name(document))
        if copies is not None and not self._still.isActive():
            with QSignalBlocker(self.copies):
                self.copies.setValue(copies)
        self.copies.setEnabled(copies is not None)
        self.check_button.setVisible(document == Document.CHECK_SHEET)
        self.language.setVisible(document == Document.CHECK_SHEET)
        if document == Document.CHECK_SHEET and not self.language.count():
            self._offer_languages()
        if choices:
            self._show_which(choices)

    def _show_which(self, choices: PrintChoices) -> None:
        if self._document == Document.BALLOTS:
            chosen = self._choice.polls or choices.session_polls
            self._fill(choices.polls, chosen, self.tr("Vote for the ballots"), self.tr("Every vote"))
        elif self._document == Document.FEEDBACK_FORMS:
            chosen = self._choice.versions or choices.session_versions
            self._fill(choices.versions, chosen, self.tr("Version for the forms"), self.tr("All that are tried out"))
        else:
            self._of = []
        self.which.setVisible(len(self._of) > 0)

    def _offer_languages(self) -> None:
        from facilitator.workshop.translations.shelf import ENGLISH, Shelf

        self.language.addItem(self.tr("In the language spoken here"), "")
        for code in Shelf.of_this_laptop().languages():
            if code != ENGLISH:
                self.language.addItem(language_name(code), code)

    def _keep_language(self, at: int) -> None:
        self._choice.check = str(self.language.itemData(at))
        self.changed.emit()

    def _fill(self, of: Sequence[PaperOf], chosen: Iterable[object], name: str, several: str) -> None:
        """A line for each, and before them one for several where there are."""
        self._of = list(of)
        here = set(chosen)
        at = next((n for n, one in enumerate(of, 1) if here == {one.id}), 0)
        with QSignalBlocker(self.which):
            self.which.clear()
            self.which.addItem(several)
            self.which.addItems([self._words(one) for one in of])
            self.which.setCurrentIndex(at)
        self.which.setAccessibleName(name)

    def _words(self, one: PaperOf) -> str:
        if not one.words:
            return self.tr("No name yet")
        if not one.version:
            return one.words
        return self.tr("{name}, version {version}").format(name=one.words, version=one.version)

    def _keep_copies(self) -> None:
        self._choice.copies[self._document] = self.copies.value()
        self.changed.emit()

    def _keep_which(self, at: int) -> None:
        chosen = [one.id for one in self._of] if at == 0 else [self._of[at - 1].id]
        if self._document == Document.BALLOTS:
            self._choice.polls = tuple(chosen)
        else:
            self._choice.versions = None if at == 0 else frozenset(chosen)
        self.changed.emit()
