"""A button that stays down: filled and in bold while it is, so that colour is not the only sign."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QPushButton

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QSize


class Toggle(QPushButton):
    """Always as wide as its words are in bold, so that nothing is cut off and nothing moves when it is pressed."""

    def __init__(self, words: str, pressed: Callable[[], object]) -> None:
        super().__init__(words)
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.clicked.connect(lambda: pressed())

    def sizeHint(self) -> QSize:
        return self._for_bold(super().sizeHint())

    def minimumSizeHint(self) -> QSize:
        return self._for_bold(super().minimumSizeHint())

    def _for_bold(self, size: QSize) -> QSize:
        bold = QFont(self.font())
        bold.setBold(True)
        plain = QFont(self.font())
        plain.setBold(False)
        width = QFontMetrics(bold).horizontalAdvance(self.text()) - QFontMetrics(plain).horizontalAdvance(self.text())
        size.setWidth(size.width() + (0 if self.isChecked() else max(0, width)))
        return size
