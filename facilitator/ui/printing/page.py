"""The station of print: what the room needs on paper and what it gets back, seen as it will be printed."""

from __future__ import annotations

from datetime import datetime
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QSize, QTimer, Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from facilitator.ui.parts.page import Page
from facilitator.ui.parts.widgets import button, column, explain, frame, row
from facilitator.ui.printing import words as print_words
from facilitator.ui.printing.child import Drew, NotDrawn, Pictured
from facilitator.ui.printing.choice import Choice
from facilitator.ui.printing.desk import PrintDesk
from facilitator.ui.printing.details import Details
from facilitator.ui.printing.easel import Easel
from facilitator.ui.printing.editions import both_sides
from facilitator.ui.printing.list import DocumentList
from facilitator.ui.printing.pages import Pages
from facilitator.ui.printing.paper import PaperChoice, SessionBox
from facilitator.ui.printing.side import side
from facilitator.ui.printing.ticked import Ticked
from facilitator.ui.printing.total import ShortLine
from facilitator.ui.printing.wanted import checked_language
from facilitator.ui.printing.work import PrintWork
from facilitator.workshop.documents import Document

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent

    from facilitator.domain.change import Effects
    from facilitator.ui.preferences import Preferences
    from facilitator.ui.printing.editions import Edition, Told
    from facilitator.ui.printing.how import How
    from facilitator.ui.printing.wanted import Look, Wanted
    from facilitator.ui.store_thread import Opened, StoreThread

SOON = 120  # milliseconds in which further changes are looked at together
LIST_WIDTH, NARROW_LIST, NARROW = 392, 362, 900
STACKED, STACKED_HIGH, LEAST = 740, 300, QSize(440, 240)  # logical pixels: below, the pages come under the list
QWIDGETSIZE_MAX = (1 << 24) - 1  # what Qt takes for no limit


class PrintPage(Page):
    """Documents are ticked, and their pages shown as a child process draws them. Nothing looked at gives out a number.
    `broken` carries the places in the code of a fault in a child.
    """

    broken = Signal(str)

    def __init__(self, store: StoreThread, preferences: Preferences) -> None:
        super().__init__(store)
        self._preferences = preferences
        self.choice = Choice.kept(preferences)
        self._look: Look | None = None
        self._now = ""
        self._read_only = self._ticked = False
        self._reading = 0
        self._waiting: Callable[[], None] | None = None
        self._ticks = Ticked(self.choice, preferences)
        self._here = Document.PACK
        self._editions: dict[Edition, Told] = {}
        self._seen: dict[Edition, tuple[object, How]] = {}
        self._turn = 0
        self._stale = True
        self.pages = Pages(self)
        self.list = DocumentList()
        self.details = Details(self.choice)
        self.session = SessionBox(self.choice)
        self.paper = PaperChoice(self.choice)
        self.easel = Easel(self.pages, store)
        self.view, self.large = self.easel.view, self.easel.large
        self.desk = PrintDesk(self)
        self.work = PrintWork(self, store)
        self._total = ShortLine()
        self.save_button = button(self.tr("Save PDF"), self.save, about=self.tr("Ctrl+S"))
        self.print_button = button(self.tr("Print"), self.send, main=True, about=self.tr("Ctrl+Return"))
        self._soon = QTimer(self, interval=SOON, singleShot=True)
        self._lay_out()
        self._order_tabs()
        self._connect()

    def title(self) -> str:
        return self.tr("Print")

    def show_workshop(self, opened: Opened) -> None:
        self._read_only = opened.read_only
        folder = Path(self.choice.folder) if self.choice.folder else opened.path.parent
        self.work.begin_with(opened.path.stem, folder if folder.is_dir() else opened.path.parent)
        self.reread()

    def follow(self, effects: Effects) -> None:
        self._stale = True
        if self.isVisible():
            self._soon.start()

    def reread(self) -> None:
        self._stale = True
        if self.isVisible():
            self._read()

    def arrive(self) -> None:
        here = self.list.rows[self._here].box
        (here if here.isEnabled() else self.save_button).setFocus()

    def do(self, deed: str) -> None:
        {
            "save-pdf": self.save,
            "send": self.send,
            "only-this": lambda: self._again({self._here}),
            "only-changed": lambda: self._again(self._ticks.changed),
            "all-again": lambda: self._again(None),
            "put-right": lambda: self.easel.check(checked_language(self._look, self.choice.languages)),
        }[deed]()

    def end(self) -> None:
        """The window closes: stop what is under way and wait for it."""
        self.desk.end(for_good=True)
        self.work.end()

    def save(self) -> None:
        """Give out the ballots' numbers, read what the documents say in one go, and have them made."""
        self._once_read(lambda: self.work.save(self._wanted(), self.choice))

    def send(self) -> None:
        """Have them made and printed."""
        self._once_read(lambda: self.work.send(self._wanted(), self.choice))

    def is_done(self) -> bool:
        """Whether nothing is being made or printed, or waits to be."""
        return self._waiting is None and self.work.is_done()

    def is_seen(self) -> bool:
        """Whether every page that is ticked and in sight has its picture."""
        return not self._stale and not self._soon.isActive() and self.store.is_idle() and self.desk.is_idle()

    def outcome(self) -> str:
        """What is said of the last documents."""
        return self.work.outcome()

    def sheets(self, document: Document) -> int | None:
        """How many sheets of paper a document takes with all its copies; None while that is not known."""
        both = both_sides(document, two_sided=self.choice.two_sided)
        pages = {edition: self.pages.pages_of(edition) for edition in self._of(document)}
        each = [self._editions[edition].sheets(of, two_sided=both) for edition, of in pages.items() if of is not None]
        known = [sheets for sheets in each if sheets is not None]
        return sum(known) if known and len(known) == len(pages) else None

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._now = ""  # a later look has a later moment printed on it
        if self._stale:
            self._read()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks: the child process goes, and what was drawn is drawn anew when somebody does."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.desk.end()
            self._seen.clear()
            self._stale = True

    def minimumSizeHint(self) -> QSize:
        return QSize(LEAST.width(), 2 * STACKED_HIGH) if self.width() < STACKED else LEAST

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        stacked = self.width() < STACKED
        self._whole.setDirection(QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight)
        list_width = NARROW_LIST if self.width() < NARROW else LIST_WIDTH
        self._left.setMinimumWidth(0 if stacked else list_width)
        self._left.setMaximumWidth(QWIDGETSIZE_MAX if stacked else list_width)
        self._whole.setStretch(0, 1 if stacked else 0)
        for part in (self._left, self._desk):
            part.setMinimumHeight(STACKED_HIGH if stacked else 0)
        self.updateGeometry()

    def _lay_out(self) -> None:
        self._left = side(self.session, self.list, self.paper, self.details)
        self._left.setFixedWidth(LIST_WIDTH)
        desk = column(self.easel, self.work, gap=10)
        desk.setStretch(0, 1)
        self._desk = frame("desk", desk, margins=(14, 14, 14, 14), gap=10)
        self._whole = row(self._left, self._desk, gap=0)
        self._whole.setStretch(1, 1)
        self.setLayout(self._whole)
        tools = self.tools.layout()
        assert tools is not None
        for tool in (self._total, self.save_button, self.print_button):
            tools.addWidget(tool)

    def _order_tabs(self) -> None:
        """From the document one is at to what is said about it, and then on to the paper and the pages."""
        boxes = [one.box for one in self.list.rows.values()]
        readers = (self.paper.words, self.paper.reading)
        parts = [self.session, *readers, *boxes, *self.details.controls(), *self.paper.boxes(), self.view]
        for before, after in pairwise(parts):
            QWidget.setTabOrder(before, after)

    def _connect(self) -> None:
        self.list.changed.connect(self._tick)
        self.list.entered.connect(self._enter)
        for part in (self.details, self.session, self.paper):
            part.changed.connect(self._choose)
        self._soon.timeout.connect(self._read)
        self.pages.wanted.connect(self.desk.picture)
        self.desk.answered.connect(self._take)
        self.easel.reworded.connect(self._draw_again)
        self.details.check_wanted.connect(lambda: self.do("put-right"))
        self.details.again.pressed.connect(self.do)
        self.work.came_out.connect(self._ticks.came_out)
        self.work.came_out.connect(self._count)
        self.work.working.connect(lambda working: self._show_working(working=working))
        self.work.broken.connect(self.broken)
        self.work.moved.connect(self._keep_folder)

    def _wanted(self) -> Wanted:
        self._now = self._now or datetime.now().isoformat(timespec="minutes")
        return self._ticks.wanted(self._now)

    def _again(self, documents: Collection[Document] | None) -> None:
        """For once these and no others; None for what the session needs, as if nobody had ticked anything."""
        if documents is None:
            self._ticks.start_anew()
        elif documents:
            self._ticks.only(documents)
        self._choose()

    def _tick(self) -> None:
        """Keep what is ticked; what cannot be printed here stays chosen for a workshop where it can."""
        here = {document for document, one in self.list.rows.items() if one.box.isEnabled()}
        self._ticks.tick((self._ticks.documents() - here) | self.list.chosen())
        self._ticked = self.list.rows[self._here].box.isChecked()
        self._choose()

    def _once_read(self, deed: Callable[[], None]) -> None:
        """Do it now, or, where a key was quicker than the reading, as soon as it is known what there is to print."""
        self._now = ""  # the moment that stands on the pages is this one
        if self._look is None or self._reading:
            self._waiting = deed
        elif not self._look.shares:
            self.work.say(self.tr("Nothing is ticked yet. Tick what to print first."))
        elif self.work.is_done():  # else what is under way would count as what is ticked by now
            self._ticks.begin(self._look)
            deed()

    def _choose(self) -> None:
        self.choice.keep(self._preferences)
        self._read()

    def _read(self) -> None:
        self._soon.stop()
        self._stale = False
        self._reading += 1
        self.store.submit(self._wanted().look, self._show_look, lambda _error: self._end_reading())

    def _show_look(self, look: Look) -> None:
        first = self._look is None
        self._look = look
        if self._ticks.needs_another(look):
            self._read()
            self._end_reading()
            return
        for document, one in self.list.rows.items():
            missing = document in look.missing
            reason = print_words.why_not(document, look.choices, look.missing[document]) if missing else ""
            if document == Document.BALLOTS and self._read_only:
                reason = reason or self.tr("This file is for reading only, so no ballot can be given out")
            one.show_reason("" if document == Document.PACK and look.choices.session else reason)
        self.list.tick(self._ticks.documents())
        self._here = self.list.go_to(self._here)
        self.session.show_sessions(look.choices.sessions, look.choices.session)
        self._show_details()
        self._draw(look)
        if first and self.isVisible():
            self.arrive()
        self._end_reading()

    def _end_reading(self) -> None:
        """Do now what was asked for before it could be."""
        self._reading -= 1
        waiting = None if self._reading else self._waiting
        if waiting:
            self._waiting = None
            self._once_read(waiting)

    def _draw(self, look: Look) -> None:
        """Draw what says something else than before; the rest stays."""
        if self.pages.grey != self.choice.grey:
            self.pages.grey = self.choice.grey
            self.pages.redraw()
        self._editions = look.editions()
        self.pages.captions = {
            edition: tuple(print_words.caption(edition.document, many) for many in told.copies)
            for edition, told in self._editions.items()
        }
        self.pages.show_editions(self._editions)
        for edition, told in self._editions.items():
            drawn = (told.values, self.choice.how)
            if self._seen.get(edition) != drawn:
                self._seen[edition] = drawn
                self._turn += 1
                self.desk.draw(edition.name, self._turn, *drawn)
        self._count()

    def _of(self, document: Document) -> dict[Edition, Told]:
        """A document as it is looked at, in every edition."""
        return {edition: told for edition, told in self._editions.items() if edition.document == document}

    def _take(self, answer: object) -> None:
        if not isinstance(answer, Drew | Pictured | NotDrawn):
            return
        edition = next((one for one in self._editions if one.name == answer.name), None)
        if edition is None:  # nobody reads so any more
            return
        if isinstance(answer, Pictured):
            self.pages.set_picture(edition, answer)
        elif isinstance(answer, Drew):
            self.pages.set_drawn(edition, answer)
            self._count()
            if self._ticked:  # what was ticked last is what one wants to see
                self._scroll()
                self._ticked = edition.document != self._here
        else:
            self._tell_not_drawn(edition, answer)

    def _tell_not_drawn(self, edition: Edition, answer: NotDrawn) -> None:
        self.pages.forget(edition)
        self.list.rows[edition.document].show_reason(answer.words or self.tr("This could not be drawn"))
        if answer.places:
            # The child may have ended with what it had drawn of the others: they are drawn anew, this one is not.
            self._seen = {one: told for one, told in self._seen.items() if one == edition}
            self._soon.start()
            self.broken.emit(answer.places)

    def _count(self) -> None:
        """Say how many sheets each takes, and all of them."""
        look = self._look
        if look is None:
            return
        self._ticks.compare(look)
        known = {one: self.sheets(one) for one in self.list.rows if one in look.shares}
        for document, one in self.list.rows.items():
            if document not in look.missing:
                shared_out = print_words.shared_out(self._of(document), self.choice.languages)
                changed = document in self._ticks.changed
                one.show_sheets(known.get(document), print_words.below(changed=changed, shared_out=shared_out))
        self._show_again()
        words = print_words.together(known.values(), look, self.choice)
        self._total.say(words if known else self.tr("Nothing is ticked"))
        explain(self.print_button, words)
        self._show_working(working=not self.work.is_done())

    def _show_again(self) -> None:
        alone = self._ticks.documents() == {self._here}
        self.details.again.show_state(alone=alone, changed=bool(self._ticks.changed), usual=self._ticks.is_usual)

    def _enter(self, document: Document) -> None:
        self._here = document
        self._show_details()
        self._scroll()

    def _scroll(self) -> None:
        """Bring the document one is at into sight."""
        self.easel.scroll_to(self.pages.first_of(self._here))

    def _show_details(self) -> None:
        look = self._look
        self.details.show_document(
            self._here, look.copies.get(self._here) if look else None, look.choices if look else None
        )
        self._show_again()

    def enlarge(self, index: QModelIndex) -> None:
        """Show one page large."""
        self.easel.enlarge(index)

    def shrink(self) -> None:
        """Show all pages again."""
        self.easel.shrink()

    def _draw_again(self) -> None:
        """Our own words are others now: what was drawn with them is drawn anew, and the document at hand is shown."""
        self._seen, self._ticked = {}, True
        self._read()

    def _show_working(self, *, working: bool) -> None:
        something = bool(self._look and self._look.shares)
        self.save_button.setEnabled(not working and something)
        self.print_button.setEnabled(not working and something)

    def _keep_folder(self, folder: Path) -> None:
        self.choice.folder = str(folder)
        self.choice.keep(self._preferences)
