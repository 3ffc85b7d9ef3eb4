"""How a session begins: five fields at most, and only the first of them is needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from facilitator.ui.look import tokens
from facilitator.ui.parts.form_side import Line
from facilitator.ui.parts.said import ClockLine, DayLine, Said
from facilitator.ui.parts.widgets import button, column, label, row

if TYPE_CHECKING:
    from facilitator.workshop.queries.plan import Plan

WIDTH = 520


class PlanStart(QWidget):
    """`begun` carries the cells of a new session, `left` that it is not wanted after all, `unread` what to say of words
    that are no time or day.
    """

    begun = Signal(object)
    left = Signal()
    unread = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._head = label("", "title", wrap=True)
        self._about = label("", "muted", wrap=True)
        self.title = Line(self.tr("What is it called?"), self.tr("From ideas to something we can try"))
        self.date = DayLine(self.tr("Which day?"), self.tr("14 Jan"))
        self.starts = ClockLine(self.tr("When does it begin?"), self.tr("10:00"))
        self.ends = ClockLine(self.tr("When must the room be empty?"), self.tr("12:30"))
        self.place = Line(self.tr("Where?"), self.tr("Community hall"))
        self.fields = (self.title, self.date, self.starts, self.ends, self.place)
        self.begin = button(self.tr("Plan this session"), self.send, main=True)
        self.leave = button(self.tr("Not now"), self.left.emit)
        self._make()

    def invite(self, like: Plan | None, number: int) -> None:
        """Ask for session `number`, with what it is likely to have in common with the one before."""
        first = like is None
        self._head.setText(
            self.tr("Plan the first session") if first else self.tr("Plan session {number}").format(number=number)
        )
        self._about.setText(
            self.tr("A name is enough. What you do not know yet can be filled in later. Then come the timed blocks.")
        )
        self.leave.setVisible(not first)
        for field in self.fields:
            field.show_value("")
            field.put("")
        if like:
            self.starts.put(like.starts_at)
            self.ends.put(like.ends_at)
            self.place.put(like.place)

    def arrive(self) -> None:
        """Put the focus where one begins."""
        self.title.setFocus()

    def send(self) -> None:
        """Ask for the session, where everything can be read."""
        for field in self.fields:
            if isinstance(field, Said) and not field.is_read():
                self.unread.emit(field.sentence())
                field.setFocus()
                return
        if not self.title.value():
            self.unread.emit(self.tr("Give the session a name first."))
            self.title.setFocus()
            return
        names = ("title", "date", "starts_at", "ends_at", "place")
        self.begun.emit({name: field.value() for name, field in zip(names, self.fields, strict=True)})

    def _make(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(10)
        for turn, field in enumerate(self.fields):
            field.setMaximumWidth(WIDTH - 180 if turn else WIDTH)
            named = label(field.accessibleName(), "muted", wrap=True)
            named.setBuddy(field)
            grid.addWidget(named, turn, 0)
            grid.addWidget(field, turn, 1)
            field.returnPressed.connect(lambda turn=turn: self._go_on(turn))
        grid.setColumnStretch(1, 1000)
        grid.setColumnStretch(2, 1)
        self.starts.kept.connect(self._near)
        box = column(self._head, self._about, 12, grid, 12, row(self.begin, self.leave, None), None)
        box.setContentsMargins(tokens.PAGE_MARGIN, 28, tokens.PAGE_MARGIN, 20)
        self.setLayout(box)

    def _go_on(self, turn: int) -> None:
        """Enter goes from field to field and begins at the last."""
        if turn + 1 < len(self.fields):
            self.fields[turn + 1].setFocus()
            self.fields[turn + 1].selectAll()
        else:
            self.send()

    def _near(self, clock: str) -> None:
        self.ends.near = clock
