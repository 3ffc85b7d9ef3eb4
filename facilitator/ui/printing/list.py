"""What can be ticked: the documents in two groups, each with the sheets it takes, or the reason why it has none yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QCheckBox, QWidget

from facilitator.ui.look import theme, tokens
from facilitator.ui.parts import direction
from facilitator.ui.parts.widgets import column, label, row
from facilitator.ui.printing import words as print_words
from facilitator.workshop.documents import AFTER, BEFORE, Document

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent

BESIDE_THE_BOX = 44  # pixels, to where a name begins


class DocumentRow(QWidget):
    """One document to tick. `entered` says that the person is at it, `moved` that they go up or down, `ticked` that
    they changed their mind.
    """

    entered = Signal(object)
    moved = Signal(object, int)
    ticked = Signal()

    def __init__(self, document: Document) -> None:
        super().__init__()
        self.document = document
        self.box = _Box(direction.isolated(print_words.name(document)))
        self.box.setAccessibleName(print_words.name(document))
        self._sheets = label("", "muted")
        self._sheets.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        self._below = label("", "small", wrap=True)
        self._below.setContentsMargins(0, 0, 0, 6)
        self._below.hide()
        line = row(self.box, self._sheets, gap=6)
        line.setStretch(0, 1)
        line.setContentsMargins(0, 0, 10, 0)
        below = row(BESIDE_THE_BOX, self._below, gap=0)
        self.setLayout(column(line, below, gap=0))
        self.box.focused.connect(lambda: self.entered.emit(self.document))
        self.box.moved.connect(lambda by: self.moved.emit(self.document, by))
        self.box.clicked.connect(lambda _on: self.ticked.emit())
        self._here = False

    def show_here(self, *, here: bool) -> None:
        """Mark the row the person is at: the key Tab comes to this one and goes on to what is said about it."""
        self._here = here
        self.box.setFocusPolicy(Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus)
        self.update()

    def show_sheets(self, sheets: int | None, shared_out: str = "") -> None:
        """How many sheets it takes, None while that is not known; and how many of it are for whom. What cannot be
        printed keeps its reason.
        """
        if not self.box.isEnabled():
            return
        self._sheets.setText("" if sheets is None else f"{sheets:,}")
        known = "" if sheets is None else print_words.sheets(sheets)
        self.box.setAccessibleDescription(". ".join(filter(None, (known, shared_out))))
        self._show_below(shared_out)

    def show_reason(self, reason: str) -> None:
        """Why it cannot be printed yet; empty when it can be."""
        self._show_below(reason)
        self.box.setEnabled(not reason)
        if reason:
            self._sheets.setText("")
            self.box.setAccessibleDescription(reason)

    def _show_below(self, words: str) -> None:
        self._below.setText(words)
        self._below.setVisible(bool(words))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.box.setFocus(Qt.FocusReason.MouseFocusReason)
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._here:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent_soft"))
            painter.drawRoundedRect(self.rect(), tokens.RADIUS, tokens.RADIUS)
            painter.end()


class DocumentList(QWidget):
    """Before and after. `changed` says that something was ticked or no longer is, `entered` at which the person is. The
    arrows walk through it.
    """

    changed = Signal()
    entered = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.rows = {document: DocumentRow(document) for document in (*BEFORE, *AFTER)}
        self.setLayout(
            column(
                *self._group(self.tr("Before"), self.tr("Everything the room needs on paper"), BEFORE),
                14,
                *self._group(self.tr("After"), self.tr("What the room said, to give back"), AFTER),
                gap=2,
            )
        )
        for one in self.rows.values():
            one.entered.connect(self._enter)
            one.moved.connect(self._move)
            one.ticked.connect(self.changed)
        self.go_to(BEFORE[0])

    def chosen(self) -> set[Document]:
        """What is ticked and can be printed."""
        return {document for document, one in self.rows.items() if one.box.isChecked() and one.box.isEnabled()}

    def tick(self, documents: Iterable[Document]) -> None:
        """Tick these and no others, without a word to anybody."""
        wanted = set(documents)
        for document, one in self.rows.items():
            one.box.setChecked(document in wanted)

    def go_to(self, document: Document) -> Document:
        """Be at a document, without a word to anybody; at the first that can be printed where that one cannot."""
        there = document
        if not self.rows[document].box.isEnabled():
            there = next((each for each, one in self.rows.items() if one.box.isEnabled()), document)
        for each, one in self.rows.items():
            one.show_here(here=each == there)
        return there

    def _enter(self, document: Document) -> None:
        self.go_to(document)
        self.entered.emit(document)

    def _move(self, document: Document, by: int) -> None:
        """Up or down, past those that cannot be printed."""
        order = [each for each, one in self.rows.items() if one.box.isEnabled()]
        there = order.index(document) + by
        if 0 <= there < len(order):
            self.rows[order[there]].box.setFocus(Qt.FocusReason.TabFocusReason)

    def _group(self, head: str, about: str, documents: tuple[Document, ...]) -> tuple[QWidget | int, ...]:
        return (label(head, "head"), label(about, "muted"), 4, *(self.rows[document] for document in documents))


class _Box(QCheckBox):
    """A box that tells when the focus comes to it, and which arrow is pressed."""

    focused = Signal()
    moved = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.moved.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit()
