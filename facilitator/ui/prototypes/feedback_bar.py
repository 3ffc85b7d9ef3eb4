"""The line where what people say of a prototype is typed while they say it, on the pile and from the view it belongs
to.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton

from facilitator.domain.typed_words import as_typed
from facilitator.ui.boards.capture_bar import CaptureField
from facilitator.ui.look.drawings import drawing
from facilitator.ui.parts.toggle import Toggle
from facilitator.ui.parts.widgets import button, column, explain, label, row
from facilitator.ui.prototypes.feedback_words import PILES, FeedbackWords

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

SIGN = 22
ROOM_FOR_HINT, NARROWEST = 660, 430  # logical pixels
KEYS = {"+": "worked", "-": "change", "?": "question", "*": "idea"}
"""Typed first in the empty line, they choose the pile."""


class FeedbackField(CaptureField):
    """One line of what somebody says; a sign typed first chooses the pile. Escape leaves the words where they are."""

    chose = Signal(str)

    def event(self, event: QEvent) -> bool:
        """Keep Escape here; the window has another use for it."""
        asked = event.type() is QEvent.Type.ShortcutOverride
        if asked and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.text() and (kind := KEYS.get(event.text())):
            self.chose.emit(kind)
        elif event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)


class FeedbackBar(QFrame):
    """`said` gives pile, words and whose view it is; `pasted` the same with many lines of words."""

    said = Signal(str, str, str)
    pasted = Signal(str, str, str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("captureBar")
        self._words = FeedbackWords(self)
        self._piles, self._views = QButtonGroup(self), QButtonGroup(self)
        self._views.setExclusive(False)  # none is chosen for anybody
        self.line = FeedbackField()
        self.line.chose.connect(self.choose_pile)
        self.line.returnPressed.connect(self._add)
        self.line.many.connect(lambda lines: self.pasted.emit(self.pile(), lines, self.view()))
        piles = [self._pile_button(at, kind) for at, kind in enumerate(PILES)]
        views = [self._view_button(at, view, words) for at, (view, words) in enumerate(self._words.views().items())]
        self.line.setAccessibleDescription(self.tr("Type what is said and press Enter."))
        self._adding = button(self.tr("Add  Enter"), self._add, main=True)
        self._adding.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        top = row(*piles, self.line, self._adding, gap=6)
        top.setStretch(len(piles), 1)
        self._hint = label(self.tr("Alt+1–4 pile · Alt+5–7 view · Ctrl+R faces"), "small")
        below = row(*views, self._hint, None, gap=6)
        box = column(top, below, gap=6)
        box.setContentsMargins(14, 10, 14, 10)
        self.setLayout(box)
        self.choose_pile("worked")
        self._draw()

    def pile(self) -> str:
        """The pile of what is said next."""
        return PILES[self._piles.checkedId()]

    def view(self) -> str:
        """Whose view the next thing is; nothing for anybody's."""
        return next((view for at, view in enumerate(self._words.views()) if self._views.button(at).isChecked()), "")

    def choose_pile(self, kind: str) -> None:
        """Put what is said next on this pile."""
        self._piles.button(PILES.index(kind)).setChecked(True)
        words = self._words.piles()[kind]
        self.line.setPlaceholderText(self.tr("{pile}: type what is said").format(pile=words))
        self.line.setAccessibleName(self.tr("Somebody says: {pile}").format(pile=words))

    def turn_view(self, view: str) -> None:
        """What comes next is this view, or nobody's in particular when it was this one already."""
        for at, one in enumerate(self._words.views()):
            self._views.button(at).setChecked(one == view and self.view() != view)

    def give_back(self, text: str) -> None:
        """Put words back that could not be stored, before whatever has been typed since."""
        self.line.setText(" ".join(part for part in (text, self.line.text()) if part))

    def type_on(self, letters: str) -> None:
        """Go on with letters that were typed elsewhere."""
        self.line.setFocus()
        self.line.insert(letters)

    def _pile_button(self, at: int, kind: str) -> QPushButton:
        made = self._toggle("", lambda: self.choose_pile(kind))
        made.setAccessibleName(self._words.piles()[kind])
        explain(made, f"{self._words.piles()[kind]}: Alt+{at + 1}")
        made.setFixedWidth(44)
        made.setIconSize(QSize(SIGN, SIGN))
        self._piles.addButton(made, at)
        return made

    def _view_button(self, at: int, view: str, words: str) -> QPushButton:
        made = self._toggle(words, lambda: self._take_view(view, on=made.isChecked()))
        explain(made, f"Alt+{at + 5}")
        self._views.addButton(made, at)
        return made

    def _toggle(self, words: str, pressed: Callable[[], object]) -> QPushButton:
        made = Toggle(words, pressed)
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keys do the same
        return made

    def _take_view(self, view: str, *, on: bool) -> None:
        for at, one in enumerate(self._words.views()):
            self._views.button(at).setChecked(on and one == view)
        self.line.setFocus()

    def minimumSizeHint(self) -> QSize:
        return QSize(NARROWEST, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the room to the words where it is narrow."""
        wide = event.size().width() >= ROOM_FOR_HINT
        self._hint.setVisible(wide)
        self._adding.setText(self.tr("Add  Enter") if wide else self.tr("Add"))
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.PaletteChange:
            self._draw()
        super().changeEvent(event)

    def _draw(self) -> None:
        for at, kind in enumerate(PILES):
            made = self._piles.button(at)
            made.setIcon(drawing(f"pile-{kind}", SIGN, made))

    def _add(self) -> None:
        text = as_typed(self.line.text()).strip()
        if text:
            self.line.clear()
            self.said.emit(self.pile(), text, self.view())
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
