"""Beside the piles: what we want to learn, how it felt, what is decided, and what the version and its idea are."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from facilitator.domain.said_times import read_day
from facilitator.ui.parts.form_side import Choice, FormSide, Line, Lines, Number
from facilitator.ui.parts.toggle import Toggle
from facilitator.ui.parts.widgets import explain, label, row
from facilitator.ui.plan.words import day_in_words
from facilitator.ui.prototypes.faces import FaceRow
from facilitator.ui.prototypes.feedback_words import FeedbackWords

if TYPE_CHECKING:
    from collections.abc import Sequence

    from facilitator.workshop.queries.idea_sources import Source
    from facilitator.workshop.queries.prototypes import IdeaItem, PrototypeBoard

LOW, HIGH = 72, 108


class FeedbackSide(FormSide):
    """`rated` gives a face from 1 (sad) to 4 (glad); `decided` an outcome, its reason, who does it and by when; `tried`
    how many of each kind have tried it; `versioned` and `reworded` the cells of the version or the idea that are new;
    `rooted` what the idea grew from.
    """

    rated = Signal(int)
    decided = Signal(str, str, str, str)
    versioned = Signal(object)
    tried = Signal(int, int)
    reworded = Signal(object)
    rooted = Signal(object)
    left = Signal()
    typed = Signal(str)
    not_a_day = Signal()

    def __init__(self) -> None:
        super().__init__("")
        self.setAccessibleName(self.tr("This version"))
        self.words = FeedbackWords(self)
        self._shown: object = None
        self._outcome = ""
        self.learn = _low(Lines(self.tr("What we want to learn"), self.tr("A question on each line")))
        self.faces = FaceRow()
        self._felt = label("", "small", wrap=True)
        self.outcomes = self._outcomes()
        self.reason = _low(Lines(self.tr("Why"), self.tr("Say why")))
        self.who = Line(self.tr("Who does it"))
        self.by_when = Line(self.tr("By when"), self.tr("1 March"))
        self.name = Line(self.tr("Version"))
        self.tried_as = Choice(self.tr("How"), self.words.forms().items())
        self.used_by = Number(self.tr("Who would use it"), 0, 9_999)
        self.delivered_by = Number(self.tr("Who would run it"), 0, 9_999)
        self.description = _low(Lines(self.tr("What it is")))
        self.idea = Line(self.tr("Idea"))
        self.who_for = _low(Lines(self.tr("Who for")))
        self.need = _low(Lines(self.tr("What need")))
        self.who_delivers = _low(Lines(self.tr("Who runs it")))
        self.source = Choice(self.tr("Grew from"), [(None, self.tr("Not said"))])
        self._of_version = self._make_version()
        self._make_idea()
        self._connect()

    def show_idea(self, idea: IdeaItem | None, sources: Sequence[Source]) -> None:
        """Show the idea whose versions these are, and what it may have grown from."""
        self.inside.setVisible(idea is not None)
        if idea is None:
            return
        self.source.offer(
            [(None, self.tr("Not said")), *((one.id, f"{one.words} · {one.question}") for one in sources)]
        )
        self.idea.show_value(idea.name)
        self.who_for.show_value(idea.who_for)
        self.need.show_value(idea.need)
        self.who_delivers.show_value(idea.who_delivers)
        self.source.show_value(idea.source_id)
        explain(self.source, self.source.currentText())

    def show_board(self, board: PrototypeBoard | None) -> None:
        """Show one version, or nothing of one where the idea has none yet."""
        for at in range(self._of_version):
            self.form.setRowVisible(at, board is not None)
        if board is None:
            self._shown = None
            return
        self.learn.show_value("\n".join(board.to_learn))
        self.faces.show_counts(board.faces)
        self._felt.setText(self.words.felt(board))
        self.name.show_value(board.name)
        self.tried_as.show_value(board.form)
        self.description.show_value(board.description)
        self.used_by.show_value(board.used_by)
        self.delivered_by.show_value(board.delivered_by)
        made = board.decision
        if (board.id, made) != self._shown:
            self._shown = (board.id, made)
            self._show_outcome(made.outcome if made else "")
            for field, words in (
                (self.reason, made.reason if made else ""),
                (self.who, made.who if made else ""),
                (self.by_when, day_in_words(made.by_when) if made else ""),
            ):
                field.show_value(words)

    def enter_decision(self) -> None:
        """Somebody wants to decide: the reason comes first."""
        self.reason.setFocus()
        self.reason.moveCursor(QTextCursor.MoveOperation.End)  # what is said next goes behind what stands there

    def undecided(self) -> None:
        """What was pressed could not be decided: show again what is."""
        self._show_outcome(self._outcome)
        self.not_kept()

    def _make_version(self) -> int:
        """The rows of one version; gives how many there are."""
        outcomes = QWidget()
        outcomes.setLayout(row(*self.outcomes.values(), None, gap=6))
        for words, parts in (
            (self.tr("What we want to learn"), (self.learn,)),
            (self.tr("How did it feel?"), (self.faces, self._felt)),
            (self.tr("Decision"), (outcomes,)),
        ):
            self.head(words)
            for part in parts:
                self.form.addRow(part)
        for field in (self.reason, self.who, self.by_when):
            self._put(field)
        self.head(self.tr("This version"))
        for field in (self.name, self.tried_as, self.used_by, self.delivered_by, self.description):
            self._put(field)
        return self.form.rowCount()

    def _make_idea(self) -> None:
        self.head(self.tr("The idea"))
        for field in (self.idea, self.who_for, self.need, self.who_delivers, self.source):
            self._put(field)
        self.fill()

    def _put(self, field: QWidget) -> None:
        """Whole sentences have the width of the panel; what is short stands beside its name."""
        if isinstance(field, Lines) or field is self.who:
            self.above(field)
        else:
            self.add(field.accessibleName(), field)

    def _connect(self) -> None:
        self.faces.rated.connect(self.rated)
        self.faces.left.connect(self.left)
        self.faces.typed.connect(self.typed)
        for field in (self.reason, self.who, self.by_when):
            field.kept.connect(lambda _words: self._decide(self._outcome) if self._outcome else None)
        for field, cell in ((self.learn, "to_learn"), (self.tried_as, "form"), (self.description, "description")):
            field.kept.connect(lambda words, cell=cell: self.versioned.emit({cell: words}))
        self.name.kept.connect(lambda words: self.versioned.emit({"name": words}))
        self.idea.kept.connect(lambda words: self.reworded.emit({"name": words}) if words else self.idea.forget())
        for field, cell in ((self.who_for, "who_for"), (self.need, "need"), (self.who_delivers, "who_delivers")):
            field.kept.connect(lambda words, cell=cell: self.reworded.emit({cell: words}))
        self.source.kept.connect(self.rooted)
        for number in (self.used_by, self.delivered_by):
            number.kept.connect(lambda _many: self.tried.emit(self.used_by.value(), self.delivered_by.value()))

    def _outcomes(self) -> dict[str, QPushButton]:
        group = QButtonGroup(self)
        group.setExclusive(False)
        made: dict[str, QPushButton] = {}
        for outcome, words in self.words.outcomes().items():
            made[outcome] = one = Toggle(words, lambda outcome=outcome: self._decide(outcome))
            one.setProperty("tight", True)
            group.addButton(one)
        return made

    def _decide(self, outcome: str) -> None:
        self._show_outcome(self._outcome)
        by_when = read_day(self.by_when.value(), datetime.date.today().isoformat())
        if by_when is None:
            self.by_when.forget()
            self.not_a_day.emit()
        else:
            self.decided.emit(outcome, self.reason.value(), self.who.value(), by_when)

    def _show_outcome(self, outcome: str) -> None:
        self._outcome = outcome
        for one, made in self.outcomes.items():
            made.setChecked(one == outcome)


def _low(field: Lines) -> Lines:
    field.setMinimumHeight(LOW)
    field.setMaximumHeight(HIGH)
    field.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
    return field
