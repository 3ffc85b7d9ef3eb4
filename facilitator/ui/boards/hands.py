"""Where the hands are at the station of boards, in the bar or on the notes, and how Escape takes them from one to the
other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from facilitator.ui.boards.board_views import BoardViews
    from facilitator.ui.boards.capture_bar import CaptureBar


class Hands:
    """From the bar Escape goes to the notes; from the notes it goes back, and lets go of what was selected. Letters
    and what was copied go from the notes to the bar, because that is what they are meant for.
    """

    def __init__(self, views: BoardViews, bar: CaptureBar) -> None:
        self._views, self._bar = views, bar
        views.typed.connect(self.type_on)
        views.pasted.connect(self.paste)

    def escape(self) -> bool:
        """Go from the bar to the notes. False when it is the bar that is wanted now."""
        if self._bar.field.hasFocus() and self._views.rows():
            if not self._views.is_wall() and not self._views.chosen_notes():
                self._views.list.choose_in_sight()
            self._views.setFocus()
            return True
        if self._views.hasFocus():
            self.let_go()
        return False

    def let_go(self) -> None:
        """Select no note, so that the panel shows the board itself."""
        if self._views.wall and self._views.is_wall():
            self._views.wall.view.choose([])
        else:
            self._views.list.clearSelection()

    def type_on(self, letters: str) -> None:
        """Go on typing in the bar."""
        if self._bar.isEnabled():
            self._bar.field.setFocus()
            self._bar.field.insert(letters)

    def paste(self) -> None:
        """Take what was copied elsewhere into the bar."""
        if self._bar.isEnabled():
            self._bar.field.setFocus()
            self._bar.field.take_copied()
