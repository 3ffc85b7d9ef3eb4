"""How the window looks on this laptop: its colours, its size and the way it runs, each remembered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from facilitator.ui import theme

if TYPE_CHECKING:
    from facilitator.ui.actions import Actions
    from facilitator.ui.preferences import Preferences

SYSTEM = "system"
_LOOK, _MIRRORED = "look", "mirrored"


def put_on(preferences: Preferences) -> None:
    """Look as this laptop was last told to."""
    app = QApplication.instance()
    if isinstance(app, QApplication):
        theme.wear(app, preferences.get(_LOOK, SYSTEM))
        app.setLayoutDirection(_direction(mirrored=is_mirrored(preferences)))


def wear(preferences: Preferences, look: str) -> None:
    """Change the colours and remember it."""
    preferences.keep(_LOOK, look)
    put_on(preferences)


def mirror(preferences: Preferences) -> None:
    """Run the other way round, and remember it."""
    preferences.keep(_MIRRORED, "" if is_mirrored(preferences) else "yes")
    put_on(preferences)


def is_mirrored(preferences: Preferences) -> bool:
    """Whether everything begins at the right."""
    return preferences.get(_MIRRORED) == "yes"


def tick(actions: Actions, preferences: Preferences) -> None:
    """Show in the menu what was chosen."""
    chosen = preferences.get(_LOOK, SYSTEM)
    for look in (SYSTEM, *theme.LOOKS):
        actions[f"look-{look}"].setChecked(look == chosen)
    actions["mirrored"].setChecked(is_mirrored(preferences))


def _direction(*, mirrored: bool) -> Qt.LayoutDirection:
    return Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight
