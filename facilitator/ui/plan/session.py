"""Beside the plan while no block is chosen: the session itself, what to bring to it, and what to do with all of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from facilitator.ui.parts.form_side import FormSide, Line, Lines, tall
from facilitator.ui.parts.said import ClockLine, DayLine
from facilitator.ui.parts.widgets import button, label

if TYPE_CHECKING:
    import uuid
    from collections.abc import Mapping, Sequence

    from facilitator.domain.change import Value
    from facilitator.workshop.queries.plan import Plan

PURPOSE_LINES = 4


class SessionPanel(FormSide):
    """`edited` carries a session and the cells that are new; `removed` and `repeated` a session; `to_print` asks to see
    what to print, `unread` what to say of words that are no time or day.
    """

    edited = Signal(object, object)
    removed = Signal(object)
    repeated = Signal(object)
    to_print = Signal()
    unread = Signal(str)

    def __init__(self) -> None:
        super().__init__("")
        self.setAccessibleName(self.tr("The session"))
        self._id: uuid.UUID | None = None
        self.title = Line(self.tr("Title"), self.tr("Title"))
        self.date = DayLine(self.tr("Day"), self.tr("14 Jan"))
        self.starts = ClockLine(self.tr("Begins"), self.tr("10:00"))
        self.ends = ClockLine(self.tr("Empty by"), self.tr("When all must be out"))
        self.doors = ClockLine(self.tr("Doors open"), self.tr("9:40"))
        self.place = Line(self.tr("Place"))
        self.purpose = Lines(self.tr("What for"), self.tr("What should be different at the end"))
        self.kit = label("", wrap=True)
        self.print = button(self.tr("What to print"), self.to_print.emit)
        self.again = button(
            self.tr("Same again"),
            lambda: self.repeated.emit(self._id),
            about=self.tr("Plan a session like this one a week later, with the same blocks"),
        )
        self.remove = button(
            self.tr("Remove the session"),
            lambda: self.removed.emit(self._id),
            about=self.tr("With its blocks and who came; Undo brings them back"),
        )
        self._make()
        self._connect()

    def show_session(self, plan: Plan, kit: Sequence[str], *, may_edit: bool) -> None:
        """Show the session, and every thing named in the kit of its blocks."""
        if plan.session_id != self._id:
            self.keep()
            for field in (self.date, self.starts, self.ends, self.doors):
                if not field.is_read():
                    field.forget()
        self._id = plan.session_id
        for field in (self.title, self.date, self.starts, self.ends, self.doors, self.place, self.purpose):
            field.setEnabled(may_edit)
        for one in (self.again, self.remove):
            one.setEnabled(may_edit)
        for field in (self.ends, self.doors):
            field.near = plan.starts_at
        self.title.show_value(plan.title)
        self.date.show_value(plan.date)
        self.starts.show_value(plan.starts_at)
        self.ends.show_value(plan.ends_at)
        self.doors.show_value(plan.doors_at)
        self.place.show_value(plan.place)
        self.purpose.show_value(plan.purpose)
        self.kit.setText("\n".join(kit))
        for part in (self._bring, self.kit):
            part.setVisible(bool(kit))

    def go_title(self) -> None:
        """Begin to change the title."""
        self.title.setFocus()
        self.title.selectAll()

    def _make(self) -> None:
        self.head(self.tr("Session"))
        tall(self.purpose, PURPOSE_LINES)
        self.form.addRow(self.title)
        for field in (self.date, self.starts, self.ends, self.doors, self.place):
            self.add(field.accessibleName(), field)
        self.above(self.purpose)
        self.form.addRow(self.again, self.print)
        self.form.addRow(self.remove)
        self._bring = self.head(self.tr("Bring"))
        self.form.addRow(self.kit)
        self.fill()

    def _connect(self) -> None:
        self.title.kept.connect(lambda words: self._edit({"title": words}))
        self.date.kept.connect(lambda day: self._edit({"date": day}))
        self.starts.kept.connect(lambda clock: self._edit({"starts_at": clock}))
        self.ends.kept.connect(lambda clock: self._edit({"ends_at": clock}))
        self.doors.kept.connect(lambda clock: self._edit({"doors_at": clock}))
        self.place.kept.connect(lambda words: self._edit({"place": words}))
        self.purpose.kept.connect(lambda words: self._edit({"purpose": words}))
        for field in (self.date, self.starts, self.ends, self.doors):
            field.unread.connect(self.unread)

    def _edit(self, values: Mapping[str, Value]) -> None:
        if self._id:
            self.edited.emit(self._id, values)
