"""The station of the plan: the sessions, and the timed blocks of one of them."""

from __future__ import annotations

import datetime
import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QApplication, QComboBox, QStackedWidget, QWidget

from facilitator.ui.look import tokens
from facilitator.ui.parts import direction
from facilitator.ui.parts.combo import Combo
from facilitator.ui.parts.draft import Draft
from facilitator.ui.parts.form_side import WIDTH
from facilitator.ui.parts.page import Page
from facilitator.ui.parts.widgets import button, column, label, row
from facilitator.ui.plan.capture import PlanCapture
from facilitator.ui.plan.deeds import PlanDeeds
from facilitator.ui.plan.delegate import CARD
from facilitator.ui.plan.list import PlanView
from facilitator.ui.plan.model import PlanModel
from facilitator.ui.plan.panel import BlockPanel
from facilitator.ui.plan.session import SessionPanel
from facilitator.ui.plan.start import PlanStart
from facilitator.ui.plan.words import SessionWords

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from facilitator.domain.block_entry import BlockEntry
    from facilitator.domain.change import Effects
    from facilitator.ui.notice import Notice
    from facilitator.ui.store_thread import Opened, StoreThread
    from facilitator.workshop.queries.plan import Plan, Usable
    from facilitator.workshop.queries.sessions import SessionItem
    from facilitator.workshop.reader import Reader

TABLES = {"session", "activity", "board", "poll"}
LEAST_LIST = 120  # logical pixels


@dataclass(frozen=True, slots=True)
class Seen:
    """What the station shows: every session, the plan of one of them, its kit, and what a block can use."""

    sessions: list[SessionItem]
    plan: Plan | None
    kit: tuple[str, ...]
    use: Usable


class PlanPage(Page):
    """Shows one session at a time. `counted` carries how long it takes, in words; `unfold` asks for the panel."""

    counted = Signal(str)
    to_print = Signal()
    unfold = Signal()

    def __init__(self, store: StoreThread, notice: Notice) -> None:
        super().__init__(store)
        self._notice = notice
        self._seen: Seen | None = None
        self._session: uuid.UUID | None = None
        self._read_only = self._asking = False
        self._names = SessionWords(self)
        self.blocks = PlanModel(self)
        self.list = PlanView(self.blocks)
        self.deeds = PlanDeeds(store, self.list)
        self.capture = PlanCapture()
        self.panel = BlockPanel()
        self.session = SessionPanel()
        self.start = PlanStart()
        self._draft = Draft(store, self, "plan")
        self._deeds: dict[str, Callable[[], None]] = {
            "plan-edit": self.edit,
            "plan-session": self.edit_session,
            "plan-up": lambda: self.deeds.move_chosen(-1),
            "plan-down": lambda: self.deeds.move_chosen(1),
            "plan-longer": lambda: self._lengthen_chosen(1),
            "plan-shorter": lambda: self._lengthen_chosen(-1),
            "plan-remove": self._remove_chosen,
            "plan-copy": self.deeds.copy_chosen,
            "plan-new": self.begin_session,
            "plan-next": lambda: self._turn(1),
            "plan-before": lambda: self._turn(-1),
        }
        self._make_tools()
        self._make_body()
        self._connect()
        self._align()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LayoutDirectionChange:
            self._align()
        super().changeEvent(event)

    def title(self) -> str:
        return self.tr("Plan")

    def show_workshop(self, opened: Opened) -> None:
        self._session = None
        self._read_only = opened.read_only
        self.list.may_edit = not opened.read_only
        self.capture.setVisible(not opened.read_only)
        self._add.setEnabled(not opened.read_only)
        self.start.setEnabled(not opened.read_only)
        self.reread()
        if not opened.read_only:
            self._draft.begin()

    def follow(self, effects: Effects) -> None:
        if effects.tables() & TABLES:
            self.reread()

    def reread(self) -> None:
        wanted, today = self._session, datetime.date.today().isoformat()
        self.store.submit(lambda workshop: workshop.read(lambda reader: _look(reader, wanted, today)), self._show)

    def do(self, deed: str) -> None:
        self._deeds[deed]()

    def arrive(self) -> None:
        if self._body.currentWidget() is self.start:
            self.start.arrive()
        else:
            (self.list if self._read_only else self.capture.field).setFocus()

    def end(self) -> None:
        self._draft.end()
        self.panel.keep()
        self.session.keep()

    def edit(self) -> None:
        """Go to the title of the chosen block, or of the session where none is chosen."""
        self._unfold()
        (self.panel if self.list.block() else self.session).go_title()

    def edit_session(self) -> None:
        """Go to the title of the session."""
        self.list.choose(None)
        self.edit()

    def _unfold(self) -> None:
        """Who asks for a field wants to see it."""
        if self.aside and self.aside.isHidden():
            self.unfold.emit()

    def begin_session(self) -> None:
        """Ask for a new session."""
        if self._read_only or self._seen is None:
            return
        self._asking = True
        self.start.invite(self._seen.plan, len(self._seen.sessions) + 1)
        self._body.setCurrentWidget(self.start)
        self.start.arrive()

    def _make_tools(self) -> None:
        self.sessions = Combo()
        self.sessions.setAccessibleName(self.tr("Session"))
        self.sessions.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.sessions.setMinimumContentsLength(20)
        self._add = button(self.tr("Add a session"), self.begin_session)
        layout = self.tools.layout()
        assert layout is not None
        layout.addWidget(self.sessions)
        layout.addWidget(self._add)

    def _make_body(self) -> None:
        self._head = label("", "title", wrap=True)
        self._when = label("", "muted", wrap=True)
        self._nothing = label(
            self.tr("No blocks yet. Type the first one below: its name and its minutes, then Enter."),
            "muted",
            wrap=True,
        )
        self._late = label("", "warn", wrap=True)
        self._change = button(self.tr("Change"), self.edit_session, about=self.tr("Change the session itself: F4"))
        head = row(self._head, self._change)
        head.setStretch(0, 1)
        above = column(head, self._when, 6, self._nothing, gap=4)
        above.setContentsMargins(tokens.PAGE_MARGIN, 20, 20, 8)
        late = row(CARD, self._late, gap=0)
        listed = column(self.list, late, None, gap=2)
        listed.setStretch(0, 1000)
        listed.setContentsMargins(tokens.PAGE_MARGIN, 0, 12, 6)
        left = column(above, listed, None, self.capture, gap=0)
        left.setStretch(1, 1000)
        self._side = QStackedWidget()
        self._side.addWidget(self.session)
        self._side.addWidget(self.panel)
        self._side.setFixedWidth(WIDTH)
        whole = row(left, self.foldable(self._side), gap=0)
        whole.setStretch(0, 1)
        main = QWidget()
        main.setLayout(whole)
        self._body = QStackedWidget()
        self._body.addWidget(main)
        self._body.addWidget(self.start)
        self.setLayout(column(self._body))

    def _align(self) -> None:
        """Words of every script begin where the window's lines begin, close to the times."""
        for made in (self._head, self._when, self._nothing, self._late):
            made.setAlignment(direction.alignment(self.layoutDirection()) | Qt.AlignmentFlag.AlignVCenter)

    def _connect(self) -> None:
        self.sessions.activated.connect(self._pick)
        self.list.chosen.connect(self._show_chosen)
        self.list.opened.connect(self.edit)
        self.list.typed.connect(self._type_on)
        self.list.lengthened.connect(self.deeds.lengthen)
        self.list.moved.connect(self.deeds.move)
        self.list.removed.connect(self.deeds.remove_chosen)
        self.capture.captured.connect(self._capture)
        self.capture.field.textChanged.connect(self._draft.keep)
        self._draft.found.connect(self.capture.give_back)
        self.capture.field.list_key.connect(lambda event: QApplication.sendEvent(self.list, event))
        self.blocks.retimed.connect(self._describe)
        self.panel.edited.connect(lambda block, new: self.deeds.edit_block(block, new, self.panel.not_kept))
        self.panel.removed.connect(self.deeds.remove)
        self.panel.copied.connect(self.deeds.copy)
        self.panel.done.connect(self.list.setFocus)
        self.session.edited.connect(lambda one, new: self.deeds.edit_session(one, new, self.session.not_kept))
        self.session.removed.connect(self._remove_session)
        self.session.repeated.connect(self._repeat)
        self.session.to_print.connect(self.to_print)
        self.start.begun.connect(self._begin)
        self.start.left.connect(self._leave_start)
        for part in (self.panel, self.session, self.start):
            part.unread.connect(lambda words: self._notice.say(words, warn=True))

    def _show(self, seen: Seen) -> None:
        self._seen = seen
        changed = self._session != (seen.plan.session_id if seen.plan else None)
        self._session = seen.plan.session_id if seen.plan else None
        if changed:
            self.list.choose(None)
        with QSignalBlocker(self.sessions):
            self.sessions.clear()
            self.sessions.addItems([self._names.name(one) for one in seen.sessions])
            self.sessions.setCurrentIndex(next((one.number - 1 for one in seen.sessions if one.id == self._session), 0))
        self.sessions.setVisible(len(seen.sessions) > 1)
        self._add.setVisible(bool(seen.sessions))
        self.panel.offer(seen.use)
        self.blocks.show_plan(seen.plan)
        self.deeds.chosen()
        self._show_body()
        self._describe()
        self._show_chosen()

    def _show_body(self) -> None:
        """Ask for the first session where there is none; a form that somebody asked for stays."""
        none = self._seen is None or self._seen.plan is None
        if none and self._body.currentWidget() is not self.start:
            at_work = self._has_focus()
            self.start.invite(None, 1)
            self._body.setCurrentWidget(self.start)
            if at_work:
                self.start.arrive()
        elif not none and not self._asking:
            self._body.setCurrentIndex(0)

    def _has_focus(self) -> bool:
        focus = QApplication.focusWidget()
        return self.isVisible() and (focus is None or self.isAncestorOf(focus))

    def _describe(self) -> None:
        plan = self.blocks.plan()
        words = self.blocks.words
        self.counted.emit(words.length(plan.lasts) if plan and plan.blocks else "")
        if plan is None:
            return
        self._head.setText(plan.title or self.tr("Session"))
        self._when.setText(words.when(plan))
        self._when.setVisible(bool(self._when.text()))
        self._nothing.setVisible(not plan.blocks and not self._read_only)
        self._late.setText(words.late(plan))
        self._late.setVisible(bool(plan.late))
        self.list.setVisible(bool(plan.blocks))
        self.capture.near = plan.starts_at
        self._fit_list()

    def _fit_list(self) -> None:
        """The list is as tall as its blocks, so that what is late stands right below the last of them."""
        self.list.setMaximumHeight(max(self.list.contents_height(), LEAST_LIST))

    def _show_chosen(self) -> None:
        block, seen = self.list.block(), self._seen
        if block and seen and seen.plan:
            self.panel.show_block(block, near=seen.plan.starts_at, may_edit=not self._read_only)
            self._side.setCurrentWidget(self.panel)
        elif seen and seen.plan:
            self.session.show_session(seen.plan, seen.kit, may_edit=not self._read_only)
            self._side.setCurrentWidget(self.session)

    def _capture(self, entries: Sequence[BlockEntry], words: str, below: bool) -> None:
        if self._session:
            self.deeds.add(self._session, entries, below=below, failed=lambda _error: self.capture.give_back(words))

    def _begin(self, cells: Mapping[str, str]) -> None:
        new = uuid.uuid4()
        self._go_to(new)
        self.deeds.begin(new, cells, self._leave_start)

    def _leave_start(self) -> None:
        self._asking = False
        self._body.setCurrentIndex(0)
        self.arrive()

    def _remove_session(self, session: uuid.UUID) -> None:
        self.deeds.remove_session(session)
        self.arrive()

    def _repeat(self, session: uuid.UUID) -> None:
        new = uuid.uuid4()
        self._go_to(new)
        said = self.tr("This is the new session. Look at its day and its title.")
        self.deeds.repeat(session, new, lambda: self._notice.say(said))

    def _lengthen_chosen(self, by: int) -> None:
        block = self.list.block()
        if block and self.list.hasFocus():
            self.deeds.lengthen(block.id, by)

    def _remove_chosen(self) -> None:
        """Only while the hands are in the list: in a field the same key takes a letter away."""
        if self.list.hasFocus():
            self.deeds.remove_chosen()

    def _pick(self, at: int) -> None:
        if self._seen:
            self._go_to(self._seen.sessions[at].id)
            self.reread()

    def _go_to(self, session: uuid.UUID) -> None:
        """Another session will be shown from the next reading on."""
        self.end()
        self._session = session
        self.list.choose(None)

    def _turn(self, by: int) -> None:
        ids = [one.id for one in self._seen.sessions] if self._seen else []
        if self._session is not None and self._session in ids and len(ids) > 1:
            self._pick((ids.index(self._session) + by) % len(ids))

    def _type_on(self, letters: str) -> None:
        self.capture.field.setFocus()
        self.capture.field.insert(letters)


def _look(reader: Reader, wanted: uuid.UUID | None, today: str) -> Seen:
    """The sessions, and the plan of the wanted one, else of the next to come."""
    from facilitator.workshop.queries.organiser_queries import kit_of
    from facilitator.workshop.queries.plan import plan, usable
    from facilitator.workshop.queries.sessions import next_up, sessions

    every = sessions(reader)
    shown = next((one for one in every if one.id == wanted), None) or (next_up(every, today) if every else None)
    return Seen(
        every,
        plan(reader, shown.id) if shown else None,
        kit_of(reader, shown) if shown else (),
        usable(reader),
    )
