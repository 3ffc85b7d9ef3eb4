"""What happens at Home: the workshops that were open here are remembered as they were left, and opened again; a new one
is begun from a template; and this laptop is looked over for the day.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from facilitator.domain.errors import BothWentOn, IsBundle, NeedsPassphrase
from facilitator.ui import files
from facilitator.ui.home.recents import Recents

if TYPE_CHECKING:
    from pathlib import Path

    from facilitator.exchange.templates import Template
    from facilitator.ui.shell import Window
    from facilitator.ui.store_thread import Opened


class Home(QObject):
    """Stands between the page and the window."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window, self._page = window, window.start
        self._places: dict[Path, Path] = {}
        self._asked_for = ""
        self.recents = Recents(window.preferences.folder() / "recent.json")
        self._page.opened.connect(window.open_path)
        self._page.unlocked.connect(self.open)
        self._page.removed.connect(self._forget)
        self._page.begun.connect(self._begin)
        self._page.left.connect(window.escape)
        self._page.wants_templates.connect(self._read_templates)
        self._page.wants_office.connect(self._show_office)
        window.painted.connect(lambda: QTimer.singleShot(0, self, self.look))

    def arrive(self) -> None:
        """Home has come up: show what was open here; a disk is asked which of it is there once a person sees it."""
        self._page.show_recents(self.recents.all())
        if self._window.isVisible():
            self.look()

    def look(self) -> None:
        """Look which files are there, and at the laptop for the latest of them."""
        from facilitator.ui.home import reading as home_reading  # what it needs is loaded after the first paint

        paths = [one.file for one in self.recents.all()]
        if paths:
            store = self._window.store
            here = dict.fromkeys(paths, True)
            store.aside(
                lambda: dict(zip(paths, home_reading.are_here(paths), strict=True)),
                lambda found: self._page.show_here(here | found),
            )
            store.aside(lambda: home_reading.look_at(paths[0]), self._page.show_laptop)

    def open(self, path: Path, passphrase: str = "") -> None:
        """Open a workshop; one that is encrypted asks for its passphrase first, one that was locked to be carried for
        its place on this laptop.
        """
        self._window.notice.take_back(self._asked_for)
        if files.is_locked(path) or path in self._places:
            self._open_locked(path, passphrase)
            return

        def refused(error: Exception) -> None:
            if isinstance(error, NeedsPassphrase):
                self._ask_for_passphrase(path, error)
            if isinstance(error, BothWentOn):
                self._offer_both(path, passphrase)
            if isinstance(error, IsBundle):
                self._offer_locked(path)

        self._window.make(lambda: files.open_workshop(path, passphrase), failed=refused)

    def _open_locked(self, path: Path, passphrase: str) -> None:
        place = self._places.pop(path, None) or files.ask_new(self._window, path.stem)
        if place is None:
            return

        def refused(error: Exception) -> None:
            if isinstance(error, NeedsPassphrase):
                self._places[path] = place
                self._ask_for_passphrase(place if place.exists() else path, error)

        self._window.make(lambda: files.open_locked(path, place, passphrase), failed=refused)

    def _ask_for_passphrase(self, path: Path, error: NeedsPassphrase) -> None:
        """The page where one begins comes up, whatever is shown now; what is said goes with the next try."""
        self._asked_for = str(error)
        self._window.new_file()
        self._page.show_locked(path)

    def _offer_locked(self, path: Path) -> None:
        """A file that was locked to be carried, under a name that does not say so."""

        def unlock() -> None:
            self._window.notice.clear()
            self._open_locked(path, "")

        words = self.tr("It opens in a place of its own on this laptop, with the key or passphrase it was made for.")
        self._window.notice.say(words, do=self.tr("Open the locked file"), act=unlock)

    def _offer_both(self, path: Path, passphrase: str) -> None:
        """Work on this laptop and the file that it is of both went on: offer to make one of the two."""

        def bring() -> None:
            self._window.notice.clear()
            self._window.make(lambda: files.open_both(path, passphrase), failed=refused)

        def refused(error: Exception) -> None:
            if isinstance(error, NeedsPassphrase):
                self._ask_for_passphrase(path, error)

        words = self.tr("Nothing is lost: where the two differ, both versions stay and you choose.")
        self._window.notice.say(words, warn=True, do=self.tr("Bring the two together"), act=bring)

    def remember(self, opened: Opened) -> None:
        """A workshop was opened."""
        title = opened.title or opened.path.stem
        self.recents.opened(opened.path.absolute(), title, date.today().isoformat())
        self.learn()

    def learn(self) -> None:
        """Remember how the open workshop stands."""
        from facilitator.ui.home import reading as home_reading

        path = self._window.path()
        if path is not None:
            known = str(path.absolute())
            self._window.store.submit(lambda workshop: home_reading.read_card(workshop, known), self.recents.learn)

    def _show_office(self) -> None:
        from facilitator.ui.office.page import OfficePage

        window = self._window
        self._page.show_office(lambda: OfficePage(window.store, window.notice, window.preferences))

    def _forget(self, path: Path) -> None:
        self.recents.forget(path)
        self.arrive()
        self._page.arrive()

    def _read_templates(self) -> None:
        def read() -> tuple[Template, ...]:
            from facilitator.exchange.templates import templates

            return templates()

        self._window.store.aside(read, self._page.show_templates)

    def _begin(self, template: str, title: str) -> None:
        if path := files.ask_new(self._window, title):
            self._window.make(lambda: files.make(path, title or path.stem, template))
