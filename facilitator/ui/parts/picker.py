"""One of several things to look at, chosen from a list by name: an idea, a version, a vote."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox

from facilitator.ui.parts.combo import Combo

if TYPE_CHECKING:
    import uuid
    from collections.abc import Iterable

    from PySide6.QtGui import QWheelEvent

FEWEST = 10


class Picker(Combo):
    """`picked` carries the id of what a person chose. It shrinks where there is little room; the wheel leaves it
    alone.
    """

    picked = Signal(object)
    shrinks = True

    def __init__(self, name: str, fewest: int = FEWEST) -> None:
        super().__init__()
        self._ids: list[uuid.UUID] = []
        self.setAccessibleName(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(fewest)
        self.activated.connect(lambda _at: self.picked.emit(self.id()))

    def offer(self, items: Iterable[tuple[uuid.UUID, str]], chosen: uuid.UUID | None) -> None:
        """The ids and words to choose from, and the one that is shown."""
        found = list(items)
        with QSignalBlocker(self):
            if [words for _, words in found] != [self.itemText(at) for at in range(self.count())]:
                self.clear()
                self.addItems([words for _, words in found])
            self._ids = [one for one, _ in found]
            self.setCurrentIndex(self._ids.index(chosen) if chosen and chosen in self._ids else -1)

    def id(self) -> uuid.UUID | None:
        """What is shown."""
        return self._ids[self.currentIndex()] if 0 <= self.currentIndex() < len(self._ids) else None

    def beside(self, steps: int) -> uuid.UUID | None:
        """What comes so many steps after what is shown, round and round; None when there is nothing else."""
        if len(self._ids) < 2:
            return None
        return self._ids[(self.currentIndex() + steps) % len(self._ids)]

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
