"""The strip at the top of a page where the window says what went wrong and what to do, without ever standing in the
way.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QSizePolicy

from facilitator.domain.errors import NothingToUndo
from facilitator.ui.parts.widgets import button, column, frame, label, row

if TYPE_CHECKING:
    from collections.abc import Callable

PAGE = ""
"""What a page says of its own work: the next sentence takes the place of the one before."""
FAULT = "fault"
"""What went wrong: it stays, one line under the other, until somebody has put it away."""
OPENING = "opening"
"""What there is to know of the file that was opened."""
STEP = "step"
"""That there is nothing to undo or redo: true until the next step."""
MOST = 3
"""Lines shown at once; what else there is comes up when one of them has been put away."""


class Line(QFrame):
    """One sentence, at most one thing to do about it, and a way to put it away."""

    def __init__(self, words: str, topic: str, *, warn: bool, do: str, act: Callable[[], object] | None) -> None:
        super().__init__()
        self.words, self.topic = words, topic
        self.act: Callable[[], object] = act or self.put_away
        said = label(words, wrap=True)
        said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        line = row(said)
        if do:
            line.addWidget(button(do, lambda: self.act()))
        away = button("×", self.put_away, about=self.tr("Put this message away: Esc"))
        away.setAccessibleName(self.tr("Put this message away"))
        away.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        line.addWidget(away)
        line.setStretch(0, 1)
        strip = frame("notice", line, margins=(28, 6, 20, 6), gap=12)
        strip.setProperty("kind", "warn" if warn else "")
        self.setLayout(row(strip))

    def put_away(self) -> None:
        """Take this line out of the strip."""
        place = self.parent()
        if isinstance(place, Notice):
            place.drop(self)


class Notice(QFrame):
    """The lines that are being said, the newest at the top. Hidden when there is nothing to say."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("noticePlace")
        self._lines: list[Line] = []
        self._box = column(gap=0)
        self.setLayout(self._box)
        self.setVisible(False)

    @property
    def words(self) -> str:
        """What is being said, or nothing."""
        return " ".join(line.words for line in self._lines)

    @property
    def act(self) -> Callable[[], object]:
        """What the button of the newest line does."""
        return self._lines[0].act if self._lines else self.hide

    def is_saying(self, words: str) -> bool:
        """Whether this very sentence is being said."""
        return any(line.words == words for line in self._lines)

    def say(
        self,
        words: str,
        *,
        warn: bool = False,
        do: str = "",
        act: Callable[[], object] | None = None,
        topic: str = PAGE,
    ) -> None:
        """Say a sentence; `do` names a button that runs `act`. It takes the place of the one before on the same topic,
        but a FAULT takes no other's place.
        """
        for line in [one for one in self._lines if one.words == words or (one.topic == topic != FAULT)]:
            self._take_out(line)
        line = Line(words, topic, warn=warn, do=do, act=act)
        self._lines.insert(0, line)
        self._box.insertWidget(0, line)
        self._show()
        _announce(self, words)

    def say_refused(self, error: Exception) -> None:
        """Say what could not be done and why. That there is nothing to undo is no fault."""
        nothing = isinstance(error, NothingToUndo)
        self.say(str(error), warn=not nothing, topic=STEP if nothing else FAULT)

    def leave(self) -> None:
        """Nobody is at this workshop's pages any more: what they said goes, faults stay."""
        for topic in (PAGE, OPENING, STEP):
            self.hide(topic)

    def hide(self, topic: str = PAGE) -> None:
        """Put away what is said on a topic; faults and the rest stay."""
        for line in [one for one in self._lines if one.topic == topic]:
            self._take_out(line)
        self._show()

    def take_back(self, words: str) -> None:
        """Put away this very sentence: what it asked for is being done."""
        for line in [one for one in self._lines if one.words == words]:
            self._take_out(line)
        self._show()

    def clear(self) -> None:
        """Put everything away: another workshop begins."""
        for line in list(self._lines):
            self._take_out(line)
        self._show()

    def put_away(self) -> bool:
        """Put the newest line away; whether there was one."""
        if self._lines:
            self.drop(self._lines[0])
            return True
        return False

    def drop(self, line: Line) -> None:
        """Put one line away."""
        if line in self._lines:
            self._take_out(line)
            self._show()

    def _take_out(self, line: Line) -> None:
        self._lines.remove(line)
        self._box.removeWidget(line)
        line.hide()
        line.deleteLater()

    def _show(self) -> None:
        for at, line in enumerate(self._lines):
            line.setVisible(at < MOST)
        self.setVisible(bool(self._lines))


def _announce(place: Notice, words: str) -> None:
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # nothing is announced before the first paint

    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(place, words))
