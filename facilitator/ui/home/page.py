"""Home: begin a workshop, open one, or go on with one that was open here; and whether all is ready for the day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QMargins, QSize, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QStackedWidget, QWidget

from facilitator.ui.home.cards import Card, RecentCard
from facilitator.ui.home.flow import Flow
from facilitator.ui.home.words import day, ready_for, said_of_laptop, said_of_workshop, sentence
from facilitator.ui.look import fonts
from facilitator.ui.menu import AT_HOME, menu_button
from facilitator.ui.parts.widgets import button, column, label, row

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from PySide6.QtGui import QResizeEvent

    from facilitator.exchange.templates import Template
    from facilitator.ui.actions import Actions, Doer
    from facilitator.ui.home.reading import Laptop
    from facilitator.ui.home.recents import Recent
    from facilitator.ui.home.words import Said
    from facilitator.ui.office.page import OfficePage

WIDE = 900  # logical pixels; below, there is less air around


class StartPage(QStackedWidget):
    """Home itself, and the two steps from it: what a new workshop starts from, and everything that was checked."""

    opened = Signal(object)
    removed = Signal(object)
    begun = Signal(str, str)
    left = Signal()
    wants_templates = Signal()
    wants_office = Signal()
    unlocked = Signal(object, str)

    def __init__(self, doer: Doer, actions: Actions) -> None:
        super().__init__()
        self._said: list[Said] = []
        self._question = ""
        self._latest: Recent | None = None
        self.new = Card(
            self.tr("New workshop"),
            self.tr("Start from a template: a programme in four sessions, a single brainstorm, a test day."),
            "Ctrl+N",
            doer.new_file,
            main=True,
        )
        self.open = Card(
            self.tr("Open"),
            self.tr("A workshop file from this laptop, or one brought back on a stick."),
            "Ctrl+O",
            doer.open_file,
        )
        self.example = Card(
            self.tr("Try the example"),
            self.tr("A made-up programme with stories, notes, votes and prototypes. Nothing you do can break it."),
            "Ctrl+E",
            doer.try_example,
        )
        self.polis = button(
            self.tr("Bring in a Polis folder"),
            doer.bring_in_polis,
            about=self.tr("Ctrl+I: statements and votes gathered with Polis become a board and a counted vote."),
        )
        self.office = button(
            self.tr("Office archive"),
            self.wants_office.emit,
            about=self.tr("Where the workshops that come back are kept together"),
        )
        self.menu = menu_button(actions, AT_HOME)
        self._recent_title = label(self.tr("Recent"), "head")
        self._recents = Flow(200, 4, gap=16)
        self._ready: QWidget | None = None
        self._home = QWidget()
        self._fill_home()
        self.addWidget(self._home)
        self._steps: dict[str, QWidget] = {}

    def minimumSizeHint(self) -> QSize:
        shown = self.currentWidget()
        return shown.minimumSizeHint() if shown else QSize()

    def arrive(self) -> None:
        """Home has come up: the last workshop is one key away, a first one too."""
        self.setCurrentWidget(self._home)
        (self._recents.parts or [self.new])[0].setFocus()

    def is_home(self) -> bool:
        """Whether Home itself is shown and not a step from it."""
        return self.currentWidget() is self._home

    def show_recents(self, recents: Sequence[Recent]) -> None:
        """Show the workshops that were open here, as they stood."""
        today = date.today()
        self._latest = recents[0] if recents else None
        self._recents.put(*(self._card(one, sentence(one.state, today)) for one in recents))
        for part in (self._recent_title, self._recents):
            part.setVisible(bool(recents))

    def show_here(self, here: dict[Path, bool]) -> None:
        """Say of those whose file is not where it was when they were last seen."""
        for card in self.recent_cards():
            if not here.get(card.recent.file, True):
                seen = self.tr("Last seen {day}").format(day=day(card.recent.seen))
                card.say(seen, self.tr("not here now"))

    def recent_cards(self) -> list[RecentCard]:
        """The cards of what was open here, newest first."""
        return [one for one in self._recents.parts if isinstance(one, RecentCard)]

    def show_laptop(self, laptop: Laptop) -> None:
        """Show what was seen on this laptop, beside what the latest workshop still needs."""
        if self._latest is None:
            return
        today = date.today()
        whole = set(fonts.FAMILIES) <= set(QFontDatabase.families())
        self._question = ready_for(self._latest.state, today)
        self._said = [*said_of_laptop(laptop, fonts=whole, today=today), *said_of_workshop(self._latest)]
        self._show_ready()

    def said(self) -> list[str]:
        """What the line about being ready rests on, in words."""
        return [one.words for one in self._said]

    def show_new(self) -> None:
        """Ask what a new workshop starts from."""
        from facilitator.ui.home.templates import NewWorkshop

        step = self._steps.get("new")
        if not isinstance(step, NewWorkshop):
            step = NewWorkshop()
            step.chosen.connect(self.begun)
            self._add_step("new", step)
            self.wants_templates.emit()
        self._show_step(step)
        step.arrive()

    def show_templates(self, templates: Sequence[Template]) -> None:
        """Offer these to a new workshop."""
        from facilitator.ui.home.templates import NewWorkshop

        step = self._steps.get("new")
        if isinstance(step, NewWorkshop):
            step.show_templates(templates)

    def show_locked(self, path: Path) -> None:
        """Ask for the passphrase of an encrypted workshop."""
        from facilitator.ui.home.locked import Locked

        step = self._steps.get("locked")
        if not isinstance(step, Locked):
            step = Locked()
            step.said.connect(self.unlocked)
            self._add_step("locked", step)
        step.ask(path)
        self._show_step(step)
        step.arrive()

    def show_office(self, make: Callable[[], OfficePage]) -> None:
        """Show the office's archive; its page is made the first time."""
        from facilitator.ui.office.page import OfficePage

        step = self._steps.get("office")
        if not isinstance(step, OfficePage):
            step = make()
            self._add_step("office", step)
        self._show_step(step)
        step.arrive()

    def show_checks(self) -> None:
        """Say of each thing that was looked at what to do about it."""
        from facilitator.ui.home.ready import Checks

        step = self._steps.get("checks")
        if not isinstance(step, Checks):
            step = Checks()
            self._add_step("checks", step)
        title = self._latest.title if self._latest else ""
        about = self.tr("{title}, and this laptop. What the workshop needs is as it was when it was last open.")
        step.show_said(self._question, about.format(title=title), self._said)
        self._show_step(step)
        step.arrive()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave less air around in a small window."""
        super().resizeEvent(event)
        self._air()
        if self._ready and self._said:
            self._show_ready()

    def _show_step(self, step: QWidget) -> None:
        if around := step.parentWidget():
            self.setCurrentWidget(around)

    def _add_step(self, name: str, step: QWidget) -> None:
        around = QWidget()
        around.setLayout(column(step))
        step.left.connect(self.left)  # type: ignore[attr-defined]
        self._steps[name] = step
        self.addWidget(around)
        self._air()

    def _fill_home(self) -> None:
        doors = Flow(220, 3)
        doors.put(self.new, self.open, self.example)
        self._ready_place = row()
        box = column(
            row(label(self.tr("Facilitator"), "huge"), None, self.office, self.polis, self.menu),
            label(self.tr("Everything stays on this laptop. No network needed."), "muted", wrap=True),
            14,
            doors,
            18,
            self._recent_title,
            self._recents,
            12,
            self._ready_place,
            None,
            gap=8,
        )
        self._home.setLayout(box)

    def _air(self) -> None:
        wide = self.width() >= WIDE
        for at in range(self.count()):
            page = self.widget(at)
            layout = page.layout() if page else None
            if layout:
                layout.setContentsMargins(*((60, 40, 60, 24) if wide else (20, 14, 20, 14)))

    def _card(self, recent: Recent, words: str) -> RecentCard:
        card = RecentCard(recent, words)
        card.clicked.connect(lambda: self.opened.emit(recent.file))
        card.removed.connect(lambda: self.removed.emit(recent.file))
        return card

    def _show_ready(self) -> None:
        from facilitator.ui.home.ready import ReadyLine

        if not isinstance(self._ready, ReadyLine):
            self._ready = ReadyLine()
            self._ready.wanted.connect(self.show_checks)
            self._ready_place.addWidget(self._ready)
        layout = self._home.layout()
        around = layout.contentsMargins() if layout else QMargins()
        self._ready.show_said(self._question, self._said, self.width() - around.left() - around.right())
