"""What every station has in common: a title, tools for the top bar, and how it hears of the workshop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from facilitator.ui.parts.widgets import row

if TYPE_CHECKING:
    from facilitator.domain.change import Effects
    from facilitator.ui.store_thread import Opened, StoreThread


class Page(QWidget):
    """A station. It reads from the store thread when a workshop opens, and then only what Effects say came out
    different. `awaited` says that what is typed next is meant for what it has just asked the store thread for.
    """

    awaited = Signal()

    def __init__(self, store: StoreThread) -> None:
        super().__init__()
        self.store = store
        self.tools = QWidget()
        self.tools.setLayout(row(None))
        self.aside: QWidget | None = None
        self.visited = False

    def foldable(self, panel: QWidget) -> QWidget:
        """What goes into the page where the panel for what is selected stands: it can be folded away."""
        self.aside = QWidget()
        self.aside.setLayout(row(panel, gap=0))
        return self.aside

    def title(self) -> str:
        """The words at the start of the top bar."""
        raise NotImplementedError

    def show_workshop(self, opened: Opened) -> None:
        """Show a workshop that was just opened."""
        raise NotImplementedError

    def follow(self, effects: Effects) -> None:
        """Read again what came out different."""
        raise NotImplementedError

    def reread(self) -> None:
        """Read everything again, because another program changed the file."""
        raise NotImplementedError

    def do(self, deed: str) -> None:
        """Do what a key of this station is for; the names are those in deeds.py."""
        raise NotImplementedError

    def fold(self, *, folded: bool) -> None:
        """Fold the panel for what is selected away, or bring it back."""
        if self.aside:
            self.aside.setVisible(not folded)

    def arrive(self) -> None:
        """The person has come to this station: put the focus where the hands want it."""

    def escape(self) -> None:
        """Escape was pressed where nothing else has a use for it."""
        self.arrive()

    def end(self) -> None:
        """The window closes: stop what is still being done here."""
