"""What folds away when there is little room, and what a person folds away for good."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from facilitator.ui.shell import Window

NARROW = 1000  # logical pixels; below, the rail is icons and the panel for what is selected folds away


class Fitting(QObject):
    """In a narrow window the rail is icons, and the panel comes only when it is asked for."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._folded = window.preferences.get("panel") == "folded"
        self._narrow = self._unfolded_here = False

    def is_folded(self) -> bool:
        """Whether the panel for what is selected is folded away now."""
        return not self._unfolded_here if self._narrow else self._folded

    def fold(self) -> None:
        """Fold the panel away, or bring it back; in a wide window that is remembered."""
        if self._narrow:
            self._unfolded_here = not self._unfolded_here
        else:
            self._folded = not self._folded
            self._window.preferences.keep("panel", "folded" if self._folded else "open")
        self._pass_on()

    def fit(self, width: int) -> None:
        """The window is so many logical pixels wide now."""
        narrow = width < NARROW
        if narrow != self._narrow:
            self._narrow, self._unfolded_here = narrow, False
            self._window.rail.set_narrow(narrow)
            self._pass_on()

    def _pass_on(self) -> None:
        for page in self._window.pages.values():
            page.fold(folded=self.is_folded())
