"""The list of options of a counted vote on screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QAbstractItemView, QListView

from facilitator.ui.parts.widgets import calm_scrolling
from facilitator.ui.votes.results_delegate import ResultsDelegate

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from facilitator.ui.votes.results_model import ResultsModel

WIDEST = 1000


class ResultsView(QListView):
    """Shows a `ResultsModel`."""

    def __init__(self, model: ResultsModel) -> None:
        super().__init__()
        self._delegate = ResultsDelegate(model, self)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(self.tr("Result"))
        self.setAccessibleDescription(self.tr("What was voted on, in the order of the result."))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        calm_scrolling(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._delegate.width = min(self.viewport().width() - 4, WIDEST)
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
