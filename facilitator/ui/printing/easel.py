"""What is looked at beside the list: all pages, one of them large, or what a colleague put right on a check sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QStackedWidget

from facilitator.ui.printing.checking import Checking
from facilitator.ui.printing.large import LargePage
from facilitator.ui.printing.pages import Pages, PagesView

if TYPE_CHECKING:
    from facilitator.ui.store_thread import StoreThread


class Easel(QStackedWidget):
    """`reworded` says that the papers are to be drawn again, because our own words were put right."""

    reworded = Signal()

    def __init__(self, pages: Pages, store: StoreThread) -> None:
        super().__init__()
        self._reworded = False
        self.view, self.large, self.checking = PagesView(pages), LargePage(pages), Checking(store)
        for one in (self.view, self.large, self.checking):
            self.addWidget(one)
        self.view.enlarged.connect(self.enlarge)
        self.large.left.connect(self.shrink)
        self.checking.left.connect(self.shrink)
        self.checking.corrected.connect(self._note)

    def enlarge(self, index: QModelIndex) -> None:
        """Show one page large."""
        self.setCurrentWidget(self.large)
        self.large.open(index)

    def check(self, language: str) -> None:
        """Show the sentences of a language, to type in what was put right."""
        self.setCurrentWidget(self.checking)
        self.checking.open(language)

    def shrink(self) -> None:
        """Show all pages again."""
        was_large = self.currentWidget() is self.large
        self.setCurrentWidget(self.view)
        if was_large and self.large.index().isValid():
            self.view.setCurrentIndex(self.large.index())
            self.view.scrollTo(self.large.index())
        self.view.setFocus()
        if self._reworded:
            self._reworded = False
            self.reworded.emit()

    def scroll_to(self, index: QModelIndex) -> None:
        """Bring a page to the top, where all of them are looked at."""
        if index.isValid() and self.currentWidget() is self.view:
            self.view.scrollTo(index, PagesView.ScrollHint.PositionAtTop)

    def _note(self) -> None:
        self._reworded = True
