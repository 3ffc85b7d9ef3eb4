"""What a screen reader finds in a window, as Qt tells it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAccessible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QAccessibleInterface
    from PySide6.QtWidgets import QWidget

Role = QAccessible.Role
NAMELESS = {
    Role.Client,  # what only holds other things
    Role.Border,
    Role.Pane,
    Role.LayeredPane,
    Role.Grouping,
    Role.ScrollBar,
    Role.Separator,
    Role.Grip,
    Role.Row,
    Role.NoRole,
}


def tree(found: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """What a screen reader finds, from the top down, without what is not on screen."""
    if not found.state().invisible:
        yield found
        for at in range(found.childCount()):
            child = found.child(at)
            if child is not None and child.isValid():
                yield from tree(child)


def blanks(window: QWidget) -> list[str]:
    """The controls without a name."""
    top = QAccessible.queryAccessibleInterface(window)
    found = [one for one in tree(top) if one.role() not in NAMELESS and not one.text(QAccessible.Text.Name).strip()]
    return [f"{one.role().name} {type(one.object()).__name__}" for one in found if one.role() is not Role.StaticText]
