"""The window: the rail, the top bar, the strip for messages, and one page at a time. It owns the store thread and
passes Effects on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QMainWindow, QWidget

from facilitator.ui import files, trouble
from facilitator.ui.actions import Actions
from facilitator.ui.arriving import Arriving
from facilitator.ui.copying import Copying
from facilitator.ui.counting import Counting
from facilitator.ui.fitting import Fitting
from facilitator.ui.home.home import Home
from facilitator.ui.home.page import StartPage
from facilitator.ui.look.looks import Looks
from facilitator.ui.notice import FAULT, OPENING, STEP, Notice
from facilitator.ui.other_writer import OtherWriter
from facilitator.ui.parts.stage import Stage
from facilitator.ui.parts.widgets import column, row
from facilitator.ui.preferences import Preferences
from facilitator.ui.rail import Rail
from facilitator.ui.saving import Saving
from facilitator.ui.stations import stations
from facilitator.ui.store_thread import Failed, Opened, StoreThread, Then
from facilitator.ui.top_bar import TopBar

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent

    from facilitator.domain.change import Effects
    from facilitator.ui.boards.page import BoardPage
    from facilitator.ui.parts.page import Page
    from facilitator.ui.printing.page import PrintPage
    from facilitator.ui.votes.page import VotesPage
    from facilitator.workshop.workshop import Workshop

FIRST_SIZE = (1280, 800)
LEAST_SIZE = (560, 340)  # what a laptop of 1366 x 768 has left at 200 %


class Window(QMainWindow):
    """The whole window. `painted` is emitted once, when a person sees it for the first time; `leaving` when its file
    is closed and it should begin anew at another size.
    """

    painted = Signal()
    settled = Signal()
    leaving = Signal()

    def __init__(self, preferences: Preferences | None = None) -> None:
        super().__init__()
        self.setWindowTitle(self.tr("Facilitator"))
        self.resize(*FIRST_SIZE)
        self.preferences = preferences or Preferences()
        self.store = StoreThread(self)
        self.trouble = trouble.Trouble(self)
        self._stations = {station.name: station for station in stations()}
        self.looks, self.copying = Looks(self), Copying(self)
        self.actions_ = Actions(self, self, self._stations.values())
        self.pages: dict[str, Page] = {}
        self._opened: Opened | None = None
        self._station = self._wanted_station = ""
        self._closing = self._closed = self._seen = self._warned = self._leaving = False
        self.rail = Rail(self._stations.values())
        self.fitting = Fitting(self)
        self.bar = TopBar(self.actions_)
        self.notice = Notice()
        self.start = StartPage(self, self.actions_)
        self.home = Home(self)
        self._stack = Stage()
        self._stack.put(self.start)
        self.saving = Saving(self.store, self.rail)
        self.counting, self.arriving = Counting(self), Arriving(self)
        self.other_writer = OtherWriter(self)
        self._make()
        self._connect()
        self.looks.put_on()
        self._show_start()

    # What a person can do: see actions.py.

    def open_file(self) -> None:
        """Ask which workshop to open."""
        if path := files.ask_open(self):
            self.open_path(path)

    def new_file(self) -> None:
        """Ask what a new workshop starts from, and then where to keep it."""
        self.actions_.at("")
        self.rail.hide()
        self.bar.hide()
        self._stack.show_page(self.start)
        self.start.show_new()

    def copy_elsewhere(self) -> None:
        """Save a copy in another folder or on a stick."""
        self.copying.begin()

    def bring_in_polis(self) -> None:
        """Ask for a folder, and bring it into the open workshop, or into a new one beside it."""
        folder = files.ask_folder(self)
        if folder is None:
            return
        if self._opened and not self._opened.read_only:
            self.import_polis(folder)
        elif path := files.ask_new(self, folder.name):
            self.make(lambda: files.make(path, path.stem), lambda: self.import_polis(folder))

    def try_example(self) -> None:
        """Open the example, which is made on first use."""
        self.make(files.example)

    def undo(self) -> None:
        """Take back the last Change."""
        self.store.change(lambda workshop: workshop.undo(), self._say_left_alone)

    def redo(self) -> None:
        """Do again what was undone last."""
        self.store.change(lambda workshop: workshop.redo(), self._say_left_alone)

    def find_note(self) -> None:
        """Go to the field that finds a note."""
        self.go_to("boards")
        self.board().go_find()

    def capture(self) -> None:
        """Go to the bar that captures."""
        if self._opened:
            self.go_to("boards")
            self.board().arrive()
        else:
            self._show_start()

    def escape(self) -> None:
        """Back from the keys, or put a message away, or put the focus where the hands want it."""
        shown = self._stack.shown()
        if shown is self.start and self.start.is_home():
            self.notice.put_away()
        elif shown not in self.pages.values():
            self.go_to(self._station) if self._opened else self._show_start()
        elif not self.notice.put_away():
            self.pages[self._station].escape()

    def go_home(self) -> None:
        """Close the workshop, and show the page where one begins."""
        self.home.learn()
        self.arriving.leave()
        self.notice.leave()
        for page in self.pages.values():
            page.end()
        self.store.put_away(self._show_start)  # the pages stay until what they asked is answered

    def begin_again(self) -> None:
        """Close the file and the window; `leaving` then asks for the next one."""
        self._leaving = True
        self.close()

    def do(self, station: str, deed: str) -> None:
        """Do something that belongs to one station, while that station is what is shown."""
        page = self.pages.get(station)
        if page and self._stack.shown() is page:
            page.do(deed)

    def fold(self) -> None:
        """Fold the panel for what is selected away, or bring it back."""
        self.fitting.fold()

    def go_to(self, station: str) -> None:
        """Show a station."""
        if self._opened is None:
            return
        page = self.page(station)
        self._station = station
        self.rail.show()
        self.bar.show()
        self.actions_.at(station)
        self.rail.show_here(station)
        self.bar.show_station(page.title(), page.tools)
        self._stack.show_page(page)
        self.arriving.at(page)

    def station(self) -> str:
        """The station a person is at, or was last."""
        return self._station if self._opened else ""

    def show_keys(self) -> None:
        """List every key."""
        from facilitator.ui.keys import KeysPage

        page = self.findChild(KeysPage)
        if page is None:
            page = KeysPage(self.actions_)
            page.left.connect(self.escape)
            self._stack.put(page)
        self._stack.show_page(page)
        self.actions_.at("")
        self.bar.show_station(self.tr("Keys"), None)
        page.arrive()

    # What the program does.

    def open_path(self, path: Path, station: str = "") -> None:
        """Open a workshop in place of the one that is open, and go to a station of it."""
        from facilitator.workshop.same_file import is_same

        if not (self._opened and not self._opened.read_only and is_same(self._opened.path, path)):
            self._wanted_station = station
            self.home.open(path)

    def import_polis(self, folder: Path) -> None:
        """Bring a Polis export into the open workshop as one Change."""
        from facilitator.ui.importing import Importing

        Importing(self, self.store, self.notice).polis(folder)

    def path(self) -> Path | None:
        """The file that is open."""
        return self._opened.path if self._opened else None

    def is_ready(self) -> bool:
        """Whether what was put off until after the first paint is done."""
        return self.store.is_idle() and self.store.is_warm()

    def state(self) -> str:
        """The words about saving at the foot of the rail."""
        return self.rail.state()

    def make(self, make: Callable[[], Workshop], then: Then = None, failed: Failed | None = None) -> None:
        """Open what `make` makes in place of the workshop that is open, and `then` go on."""
        self._after_open = then
        self.home.learn()
        self.arriving.leave()
        self.store.open(make, failed)

    def _make(self) -> None:
        right = column(self.bar, self.notice, self._stack, gap=0)
        right.setStretch(2, 1)
        whole = row(self.rail, right, gap=0)
        whole.setStretch(1, 1)
        inside = QWidget()
        inside.setLayout(whole)
        self.setCentralWidget(inside)
        self.setMinimumSize(*LEAST_SIZE)

    def _connect(self) -> None:
        self.rail.chosen.connect(self.go_to)
        self.store.opened.connect(self._show_opened)
        self.store.applied.connect(self._follow)
        self.store.refused.connect(self.notice.say_refused)
        self.store.broken.connect(self.trouble.report)
        self.saving.settled.connect(self.settled)
        self.trouble.happened.connect(self._show_trouble)

    def _show_start(self) -> None:
        self._opened = None
        self._end_pages()
        self.saving.end()
        self.other_writer.watch(on=False)
        self.setWindowTitle(self.tr("Facilitator"))
        self.rail.show_programme("")
        self.rail.hide()
        self.bar.hide()
        self.actions_.allow(file_open=False, read_only=False)
        self._stack.show_page(self.start)
        self.home.arrive()
        self.start.arrive()

    def _end_pages(self) -> None:
        for page in self.pages.values():
            page.end()
            self._stack.take_out(page)
            page.tools.deleteLater()
        self.pages.clear()

    def _show_opened(self, opened: Opened) -> None:
        self._opened = opened
        self._end_pages()
        title = opened.title or opened.path.stem
        self.setWindowTitle(f"{title.replace('[*]', '[*][*]')} – Facilitator")
        self.rail.show_programme(title)
        self.rail.show()
        self.bar.show()
        self.actions_.allow(file_open=True, read_only=opened.read_only)
        self.bar.show_steps(opened.undo, opened.redo, read_only=opened.read_only)
        self.notice.clear()
        if opened.notices:
            self.notice.say(" ".join(opened.notices), warn=opened.read_only, topic=OPENING)
        self.other_writer.watch(on=opened.read_only)
        self.saving.begin(read_only=opened.read_only)
        self._show_session()
        self.copying.forget()
        self.go_to(self._wanted_station if self._wanted_station in self._stations else opened.first)
        self._wanted_station = ""
        self.counting.read()
        self.home.remember(opened)
        then, self._after_open = getattr(self, "_after_open", None), None
        if then:
            then()

    def page(self, station: str) -> Page:
        """The page of a station, which is made when it is first asked for."""
        if station not in self.pages:
            self.pages[station] = page = self._stations[station].make(self)
            self._stack.put(page)
            page.fold(folded=self.fitting.is_folded())
            self.bar.add_tools(page.tools)
            if self._opened:
                page.show_workshop(self._opened)
        return self.pages[station]

    def board(self) -> BoardPage:
        """The station of boards."""
        return cast("BoardPage", self.page("boards"))

    def votes(self) -> VotesPage:
        """The station of votes."""
        return cast("VotesPage", self.page("votes"))

    def printing(self) -> PrintPage:
        """The station of print."""
        return cast("PrintPage", self.page("print"))

    def _follow(self, effects: Effects) -> None:
        read_only = bool(self._opened and self._opened.read_only)
        self.bar.show_steps(effects.undo, effects.redo, read_only=read_only)
        self.notice.hide(STEP)
        self.copying.changed()
        for page in self.pages.values():
            page.follow(effects)
        self.counting.follow(effects)
        if "programme" in effects.tables() and self._opened:
            self.store.submit(lambda workshop: workshop.title, self.rail.show_programme)
        if "session" in effects.tables():
            self._show_session()

    def _show_session(self) -> None:
        from facilitator.ui.session_line import read_next, words_of

        self.store.submit(read_next, lambda session: self.rail.show_session(words_of(session)))

    def _say_left_alone(self, effects: Effects) -> None:
        if effects.left_alone:
            self.notice.say(self.tr("Some of it was changed since, and was left as it is."))

    def _show_trouble(self, report: str) -> None:
        self.notice.say(
            self.tr("Something went wrong in Facilitator itself. What was saved is safe, and you can go on."),
            warn=True,
            do=self.tr("Copy a report"),
            act=lambda: trouble.copy(report),
            topic=FAULT,
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._seen:
            self._seen = True
            QTimer.singleShot(0, self, self.painted.emit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit into the room there is."""
        super().resizeEvent(event)
        self.fitting.fit(self.width())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Store what is still on its way, close the file, and only then go."""
        if self._closed:
            event.accept()
            return
        event.ignore()
        if self._half_a_note() and not (self._warned or self._leaving):
            self._warned = True
            words = self.tr("Words in the bar are not a note yet. Press Enter to keep them, or close again.")
            self.notice.say(words, warn=True)
        elif not self._closing:
            self._closing = True
            self.other_writer.watch(on=False)
            self.setEnabled(False)
            self.home.learn()
            for page in self.pages.values():
                page.end()
            self.store.finish(lambda: QTimer.singleShot(0, self, self._go))

    def _half_a_note(self) -> bool:
        """Whether something is typed that was never sent."""
        return "boards" in self.pages and self.board().capture.is_unsent()

    def _go(self) -> None:
        self._closed = True
        if self._leaving:
            self.leaving.emit()
        self.close()
