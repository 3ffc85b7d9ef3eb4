"""The side one chooses at: session, readers, documents and paper, which scroll, and below them the document at hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from facilitator.ui.parts.widgets import column, frame

if TYPE_CHECKING:
    from facilitator.ui.printing.details import Details
    from facilitator.ui.printing.list import DocumentList
    from facilitator.ui.printing.paper import PaperChoice, SessionBox


def side(session: SessionBox, documents: DocumentList, paper: PaperChoice, details: Details) -> QFrame:
    """All of it, with its own ground."""
    inside = QWidget()
    lines = column(session, 6, paper.readers, 8, documents, 14, paper, None, gap=2)
    lines.setContentsMargins(14, 18, 14, 12)
    inside.setLayout(lines)
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setWidget(inside)
    inside.setAutoFillBackground(False)  # the ground of the list shows
    foot = frame("captureBar", column(details), margins=(14, 10, 14, 12))
    parts = column(scroll, foot, gap=0)
    parts.setStretch(0, 1)
    return frame("sideStart", parts, margins=(0, 0, 0, 0))
