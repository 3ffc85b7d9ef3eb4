"""Where the focus goes at a station that nobody has been to yet: its page knows only once it has read the workshop."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from facilitator.ui.early_keys import EarlyKeys
    from facilitator.ui.parts.page import Page
    from facilitator.ui.shell import Window

ROUNDS = 4  # a vote is made: it is thought out, stored, found among the others, and read


class Arriving(QObject):
    """Lets a new page put the focus where the hands want it a second time, unless the person has moved it since. What
    is typed until then waits, and so does what is typed while a page reads what it is meant for.
    """

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._new: Page | None = None
        self._focus: QWidget | None = None
        self._rounds = 0
        window.settled.connect(self._again)

    @cached_property
    def _keys(self) -> EarlyKeys:
        from facilitator.ui.early_keys import EarlyKeys  # the first paint does without

        return EarlyKeys(self._window)

    def at(self, page: Page) -> None:
        """A person has come to a page."""
        page.arrive()
        self._new = None if page.visited else page
        self._focus = QApplication.focusWidget()
        if not page.visited:
            page.awaited.connect(self.wait)
            self.wait()
        page.visited = True

    def wait(self) -> None:
        """What is typed next is meant for what the store thread is still asked for."""
        if not self._window.store.is_idle():
            self._hold()

    def leave(self) -> None:
        """A person goes to another workshop: what is half changed in a field is kept first, and what is typed from now
        on waits for what comes.
        """
        self._new, focus = None, QApplication.focusWidget()
        if focus:
            focus.clearFocus()
            focus.setFocus()
        self._hold()

    def _hold(self) -> None:
        """Let keys wait until what is asked for now is answered, and what is asked for then. The thread may have other
        work without end: nobody waits for that.
        """
        self._keys.hold()
        before, self._rounds = self._rounds, ROUNDS
        if not before:
            self._window.store.aside(lambda: None, self._turn)

    def _turn(self, _nothing: None) -> None:
        self._rounds -= 1
        if self._rounds:
            self._window.store.aside(lambda: None, self._turn)
        else:
            self._again()

    def _again(self) -> None:
        page, self._new = self._new, None
        if page and page.isVisible() and QApplication.focusWidget() is self._focus:
            page.arrive()
        self._keys.give()
