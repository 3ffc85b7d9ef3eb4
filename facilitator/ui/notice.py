"""The strip at the top of a page where the window says what went wrong and what to do, without ever standing in the
way.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame

from facilitator.ui.widgets import button, frame, label, row

if TYPE_CHECKING:
    from collections.abc import Callable


class Notice(QFrame):
    """One sentence, at most one thing to do about it, and a way to put it away. Hidden when there is nothing to say."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("noticePlace")
        self._words = label(wrap=True)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.act: Callable[[], object] = self.hide
        self._do = button("", lambda: self.act())
        self._away = button(self.tr("OK"), self.hide, about=self.tr("Put this message away"))
        line = row(self._words, self._do, self._away)
        line.setStretch(0, 1)
        self._strip = frame("notice", line, margins=(28, 8, 20, 8), gap=12)
        self.setLayout(row(self._strip))
        self.hide()

    @property
    def words(self) -> str:
        """What is being said, or nothing."""
        return "" if self.isHidden() else self._words.text()

    def say(self, words: str, *, warn: bool = False, do: str = "", act: Callable[[], object] | None = None) -> None:
        """Say a sentence in place of the one before; `do` names a button that runs `act`."""
        self._words.setText(words)
        self._strip.setProperty("kind", "warn" if warn else "")
        for part in (self._strip, self._words):
            part.style().unpolish(part)
            part.style().polish(part)
        self.act = act or self.hide
        self._do.setText(do)
        self._do.setVisible(bool(do))
        self.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
