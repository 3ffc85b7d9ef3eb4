"""Where a vote is prepared: what is asked and how, what the result will do, who answers for it, and what there is to
choose from. Every field is kept when one goes on, so nothing has to be saved by hand.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QLabel, QWidget

from facilitator.ui.parts.form_side import Choice, Kept, Line, Number
from facilitator.ui.parts.said import DayLine
from facilitator.ui.parts.widgets import button, column, label, row
from facilitator.ui.votes.poll_options import PollOptions
from facilitator.ui.votes.poll_words import PollWords

if TYPE_CHECKING:
    import uuid
    from collections.abc import Sequence

    from facilitator.workshop.queries.board import BoardItem
    from facilitator.workshop.queries.poll_draft import PollDraft

MOST_DOTS, MOST_LETTERS, NUMBER = 20, 26, 96


class PollForm(QWidget):
    """`edited` carries the cells that are new; `told` a sentence about why something cannot be done; `left` that the
    letters are named and counting goes on; `removed` that the draft is thrown away. What is chosen from is in
    `options`.
    """

    edited = Signal(object)
    told = Signal(str)
    left = Signal()
    removed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.words = PollWords(self)
        self.options = PollOptions()
        self._poll_id: uuid.UUID | None = None
        self.question = Line(self.tr("Question"), self.tr("What do you ask the room?"))
        methods = [(code, method.name) for code, method in self.words.methods().items()]
        self.method = Choice(self.tr("How people vote"), methods)
        self.dots = Number(self.tr("Dots each"), 1, MOST_DOTS)
        self.most = Number(self.tr("Most on one"), 0, MOST_DOTS)
        self.most.setSpecialValueText(self.tr("all"))
        self.consequence = Line(self.tr("What the result will do"), self.tr("Say it before people vote"))
        self.answered_by = Line(self.tr("Who answers for it"), self.tr("A person or a council"))
        self.answer_date = DayLine(self.tr("By when"), self.tr("18 February 2027"))
        self.secrecy = Choice(self.tr("How secret it is"), self.words.secrecies().items())
        self.blank = Number(self.tr("Letters printed blank"), 0, MOST_LETTERS)
        self.blank.setSpecialValueText(self.tr("none"))
        self._stays = label("", "muted", wrap=True)
        self._back = button(self.tr("Back to the ballots"), self.left.emit, main=True)
        self._away = button(
            self.tr("Throw this draft away"), self.removed.emit, about=self.tr("Undo at the top brings it back")
        )
        self._make()
        self._connect()

    def poll_id(self) -> uuid.UUID | None:
        """Which vote is shown."""
        return self._poll_id

    def show_draft(self, draft: PollDraft, boards: Sequence[BoardItem]) -> None:
        """Show a vote; what somebody is typing just now stays."""
        self._poll_id = draft.poll_id
        for field, value in (
            (self.question, draft.question),
            (self.method, draft.method),
            (self.dots, draft.dots),
            (self.most, draft.most_on_one),
            (self.consequence, draft.consequence),
            (self.answered_by, draft.answered_by),
            (self.answer_date, draft.answer_date),
            (self.secrecy, draft.secrecy),
            (self.blank, draft.blank_letters),
        ):
            field.show_value(value)
        for field in (self.question, self.consequence, self.answered_by, self.answer_date, self.secrecy):
            field.setEnabled(not draft.terms_stay)
        for field in (self.method, self.dots, self.most):
            field.setEnabled(not draft.method_stays)
        self.blank.setEnabled(not draft.letters_stay)
        with_dots = self.words.methods()[draft.method].dots
        for part in (self._dots_word, self.dots, self._most_word, self.most):
            part.setVisible(with_dots)
        drafting = draft.state == "draft"
        for part in (self._terms, self._blank_word, self.blank):
            part.setVisible(drafting)
        self._back.setVisible(not drafting)
        self._away.setVisible(drafting and not draft.letters_stay)
        self._stays.setText(draft.method_stays if drafting else draft.letters_stay)
        self._stays.setVisible(bool(self._stays.text()))
        self.options.show_draft(draft, boards)

    def begin(self) -> None:
        """A vote was just made: its question stands to be typed over."""
        self.question.setFocus()
        self.question.selectAll()

    def keep(self) -> None:
        """Keep what is half changed, as when the vote is opened or the window closes."""
        for field in self.findChildren(QWidget):
            if isinstance(field, Kept) and field.isEnabled():
                field.keep()

    def not_kept(self) -> None:
        """Something could not be stored: its words stay in their field, to be tried again on going on."""
        for field in self.findChildren(QWidget):
            if isinstance(field, Kept):
                field.not_kept()

    def _make(self) -> None:
        self._dots_word, self._most_word = label(self.tr("Dots each"), "muted"), label(self.tr("Most on one"), "muted")
        form = QFormLayout()
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(8)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        how = row(self.method, self._dots_word, self.dots, self._most_word, self.most, gap=10)
        how.setStretch(0, 1)
        who = row(self.answered_by, label(self.tr("By when"), "muted"), self.answer_date, gap=10)
        who.setStretch(0, 3)
        who.setStretch(2, 2)
        self._blank_word = label(self.tr("Letters printed blank"), "muted")
        for at, part in enumerate((self._blank_word, self.blank)):
            self.options.head.insertWidget(2 + at, part)
        for part in (self._away, self._back):
            self.options.deeds.addWidget(part)
        for part in (self.dots, self.most, self.blank):
            part.setFixedWidth(NUMBER)
            part.setAlignment(Qt.AlignmentFlag.AlignCenter)
        form.addRow(self._called(self.question), self.question)
        form.addRow(self._called(self.method), how)
        form.addRow(self._called(self.consequence), self.consequence)
        form.addRow(self._called(self.answered_by), who)
        form.addRow(self._called(self.secrecy), self.secrecy)
        self._terms = QWidget()
        self._terms.setLayout(form)
        whole = column(self._terms, self._stays, self.options, 12, gap=12)
        whole.setStretch(2, 1)
        self.setLayout(whole)

    def _called(self, field: QWidget) -> QLabel:
        return label(field.accessibleName(), "muted")

    def _connect(self) -> None:
        self.question.kept.connect(self._ask)
        self.question.returnPressed.connect(self.options.field.setFocus)
        self.method.kept.connect(lambda code: self.edited.emit({"method": code}))
        self.dots.kept.connect(lambda count: self.edited.emit({"dots": count}))
        self.most.kept.connect(lambda count: self.edited.emit({"most_on_one": count}))
        self.consequence.kept.connect(lambda words: self.edited.emit({"consequence": words}))
        self.answered_by.kept.connect(lambda words: self.edited.emit({"answered_by": words}))
        self.answer_date.kept.connect(lambda day: self.edited.emit({"answer_date": day}))
        self.answer_date.unread.connect(self.told)
        self.secrecy.kept.connect(lambda code: self.edited.emit({"secrecy": code}))
        self.blank.kept.connect(lambda count: self.edited.emit({"blank_letters": count}))
        self.options.told.connect(self.told)

    def _ask(self, words: str) -> None:
        if words:
            self.edited.emit({"question": words})
        else:
            self.question.forget()
