"""The menu: what is done seldom, and how everything looks. It is in the top bar and on the page where one begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu, QPushButton

from facilitator.ui.parts.widgets import explain

if TYPE_CHECKING:
    from facilitator.ui.actions import Actions

LOOKS = "LOOKS"
ALL = ("home", "new", "open", "polis", "example", "", "copy", "", "undo", "redo", "", LOOKS, "keys", "close")
AT_HOME = (LOOKS, "keys", "close")
IN_LOOKS = (
    "bigger", "smaller", "usual-size", "",
    "look-system", "look-light", "look-dark", "look-contrast-light", "look-contrast-dark", "",
    "mirrored",
)  # fmt: skip


def menu_button(actions: Actions, names: tuple[str, ...] = ALL) -> QPushButton:
    """The button that opens the menu."""
    made = QPushButton(_tr("Menu"))
    made.setAutoDefault(True)  # Enter opens it, as Space does
    explain(made, _tr("Home, a copy elsewhere, how it looks, and every key"))
    made.setMenu(_filled(QMenu(made), actions, _tr("Menu"), names))
    return made


def _filled(menu: QMenu, actions: Actions, words: str, names: tuple[str, ...]) -> QMenu:
    menu.setAccessibleName(words)
    menu.setTitle(words)
    for name in names:
        if name == LOOKS:
            menu.addMenu(_filled(QMenu(menu), actions, _tr("How it looks"), IN_LOOKS))
        elif name:
            menu.addAction(actions[name])
        else:
            menu.addSeparator()
    return menu


def _tr(words: str) -> str:
    return QCoreApplication.translate("menu", words)
