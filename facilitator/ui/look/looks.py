"""How the window looks on this laptop: its colours, its size and the way it runs, each remembered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from facilitator.ui.look import scaling, theme

if TYPE_CHECKING:
    from facilitator.ui.shell import Window

SYSTEM = "system"
_LOOK, _MIRRORED = "look", "mirrored"


class Looks(QObject):
    """Does what the menu "How it looks" says."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._kept = window.preferences

    def put_on(self) -> None:
        """Look as this laptop was last told to, and show in the menu what that is."""
        look, mirrored = self._kept.get(_LOOK, SYSTEM), self._is_mirrored()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            theme.wear(app, look)
            app.setLayoutDirection(_direction(mirrored=mirrored))
        actions = self._window.actions_
        for one in (SYSTEM, *theme.LOOKS):
            actions[f"look-{one}"].setChecked(one == look)
        actions["mirrored"].setChecked(mirrored)

    def wear(self, look: str) -> None:
        """Use other colours, now and from now on."""
        self._kept.keep(_LOOK, look)
        self.put_on()

    def mirror(self) -> None:
        """Let everything begin at the other side, now and from now on."""
        self._kept.keep(_MIRRORED, "" if self._is_mirrored() else "yes")
        self.put_on()

    def scale(self, step: int) -> None:
        """Make everything bigger or smaller by some steps, or with none its usual size: the window begins anew."""
        now = scaling.kept_scale(self._kept)
        wanted = scaling.beside(now, step) if step else scaling.USUAL
        if wanted == now:
            words = self.tr("Everything is at {size} % already. It goes from {least} % to {most} %.")
            self._window.notice.say(words.format(size=now, least=scaling.SCALES[0], most=scaling.SCALES[-1]))
        else:
            scaling.keep_scale(self._kept, wanted)
            self._window.begin_again()

    def _is_mirrored(self) -> bool:
        return self._kept.get(_MIRRORED) == "yes"


def _direction(*, mirrored: bool) -> Qt.LayoutDirection:
    return Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight
