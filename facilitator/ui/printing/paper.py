"""For which session, in which words and for whom, and on what paper: size, sides, colour, and in how many files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from facilitator.domain.reading import Reading
from facilitator.ui.parts.combo import Combo
from facilitator.ui.parts.widgets import column, label, row
from facilitator.ui.printing import words as print_words
from facilitator.ui.printing.choice import PAPERS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from facilitator.ui.printing.choice import Choice
    from facilitator.workshop.queries.sessions import SessionItem

LETTERS = 8
"""Of a choice that are in sight at the least: the list below it has them all."""


class SessionBox(Combo):
    """The sessions by their turn. `changed` says that the choice is another one now."""

    changed = Signal()

    def __init__(self, choice: Choice) -> None:
        super().__init__()
        self._choice = choice
        self._sessions: list[SessionItem] = []
        self.setAccessibleName(self.tr("Session"))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.activated.connect(self._keep)

    def show_sessions(self, sessions: Sequence[SessionItem], here: SessionItem | None) -> None:
        """Show what there is, and which one is meant."""
        self.setVisible(bool(sessions))
        if list(sessions) != self._sessions:
            self._sessions = list(sessions)
            with QSignalBlocker(self):
                self.clear()
                self.addItems([self._words(one) for one in sessions])
        if here in self._sessions:
            self.setCurrentIndex(self._sessions.index(here))

    def _words(self, session: SessionItem) -> str:
        turn = self.tr("Session {number} of {of}").format(number=session.number, of=session.of)
        return f"{turn} · {session.title}" if session.title else turn

    def _keep(self, at: int) -> None:
        self._choice.session = self._sessions[at].id
        self._choice.polls = self._choice.versions = self._choice.again = None
        self.changed.emit()


class PaperChoice(QWidget):
    """`changed` says that the choice is another one now. `readers` stands apart, at the top: who reads it is chosen
    for each pack, the paper once.
    """

    changed = Signal()

    def __init__(self, choice: Choice) -> None:
        super().__init__()
        self._choice = choice
        self.readers = QWidget()
        self.paper = self._box(self.tr("Paper"), [print_words.paper_name(paper) for paper in PAPERS])
        self.words = self._box(self.tr("Words in"), [print_words.spoken(one) for one in self._languages()])
        self.reading = self._box(
            self.tr("Set for"), [self.tr("Everybody"), self.tr("Large print"), self.tr("Easy read")]
        )
        self.sides = self._box(self.tr("Sides"), [self.tr("One side"), self.tr("Both sides")])
        self.colour = self._box(self.tr("Colour"), [self.tr("Black and white"), self.tr("Colour")])
        self.files = self._box(self.tr("Files"), [self.tr("One PDF"), self.tr("A PDF each")])
        self.paper.setCurrentIndex(PAPERS.index(choice.paper))
        self.words.setCurrentIndex(self._languages().index(choice.languages))
        self.reading.setCurrentIndex(list(Reading).index(choice.reading))
        self.sides.setCurrentIndex(int(choice.two_sided))
        self.colour.setCurrentIndex(int(not choice.grey))
        self.files.setCurrentIndex(int(not choice.one_file))
        about = label(self.tr("Forms, cards and posters are always on one side."), "small", wrap=True)
        pair = row(self.paper, self.sides, gap=8)
        pair.setStretch(0, 1)
        pair.setStretch(1, 1)
        set_for = row(self.words, self.reading, gap=8)
        set_for.setStretch(0, 1)
        set_for.setStretch(1, 1)
        self.readers.setLayout(set_for)
        head = label(self.tr("Paper"), "head")
        self.setLayout(column(head, 4, pair, self.colour, self.files, about, gap=8))

    def boxes(self) -> tuple[QComboBox, ...]:
        """What can be chosen of the paper, in order."""
        return self.paper, self.sides, self.colour, self.files

    def _languages(self) -> list[tuple[str, ...]]:
        """Each language beside English, which is what unchecked words need, and then alone."""
        from facilitator.workshop.translations.shelf import Shelf

        others = [code for code in Shelf.of_this_laptop().languages() if code != "en"]
        every = [("en",), *(("en", code) for code in others), *((code,) for code in others)]
        chosen = self._choice.languages
        return every if chosen in every else [*every, chosen]

    def _box(self, name: str, items: list[str]) -> QComboBox:
        made = Combo()
        made.setAccessibleName(name)
        made.addItems(items)
        made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        made.setMinimumContentsLength(LETTERS)
        made.activated.connect(lambda _at: self._keep())
        return made

    def _keep(self) -> None:
        choice = self._choice
        choice.paper = PAPERS[self.paper.currentIndex()]
        choice.languages = self._languages()[self.words.currentIndex()]
        choice.reading = list(Reading)[self.reading.currentIndex()]
        choice.two_sided = self.sides.currentIndex() == 1
        choice.grey = self.colour.currentIndex() == 0
        choice.one_file = self.files.currentIndex() == 0
        self.changed.emit()
