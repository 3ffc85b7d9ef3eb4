"""Widgets side by side in as many columns as there is room for, all of one width; the rest goes below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent


class Flow(QWidget):
    """`least` is how many logical pixels wide each part is at the least, `most` how many stand side by side."""

    def __init__(self, least: int, most: int, gap: int = 20) -> None:
        super().__init__()
        self._least, self._most = least, most
        self._columns = 0
        self.parts: list[QWidget] = []
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(gap)
        self.setLayout(self._grid)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def put(self, *parts: QWidget) -> None:
        """Show these parts, in place of the ones before."""
        for old in self.parts:
            self._grid.removeWidget(old)
            if old not in parts:
                old.hide()
                old.deleteLater()
        self.parts = list(parts)
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room out anew."""
        super().resizeEvent(event)
        if self._wanted() != self._columns:
            self._place()

    def _wanted(self) -> int:
        gap = self._grid.spacing()
        return max(1, min(self._most, (self.width() + gap) // (self._least + gap)))

    def _place(self) -> None:
        for column in range(self._most):
            self._grid.setColumnStretch(column, 0)
        self._columns = self._wanted()
        for at, part in enumerate(self.parts):
            self._grid.addWidget(part, at // self._columns, at % self._columns)
        for column in range(self._columns):
            self._grid.setColumnStretch(column, 1)
