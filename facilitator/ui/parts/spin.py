"""A number to set, its digits as far from the edge as the words of other fields are."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QSpinBox

AIR = 11  # logical pixels


class Spin(QSpinBox):
    """As Qt's own, which under a style sheet leaves no air at the left, but does at the right when it is mirrored."""

    def __init__(self) -> None:
        super().__init__()
        self._leave_air()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the window when it is mirrored."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LayoutDirectionChange:
            self._leave_air()

    def _leave_air(self) -> None:
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        self.lineEdit().setTextMargins(0 if mirrored else AIR, 0, 0, 0)
