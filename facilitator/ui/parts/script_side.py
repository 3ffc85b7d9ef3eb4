"""Fields of several lines whose words begin at the side their script does: Qt turns words, and leaves them where those
of the window begin.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.ui.parts import direction

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPlainTextEdit


def follow_script(field: QPlainTextEdit) -> None:
    """Let the words of a field stand at the side they are read from, whenever they change."""
    field.textChanged.connect(lambda: turn(field))


def turn(field: QPlainTextEdit) -> None:
    """Put the words at their side now."""
    runs = direction.of_text(field.toPlainText(), field.layoutDirection())
    option = field.document().defaultTextOption()
    if (option.textDirection(), option.alignment()) != (runs, direction.alignment(runs)):
        option.setTextDirection(runs)
        option.setAlignment(direction.alignment(runs))
        field.document().setDefaultTextOption(option)
