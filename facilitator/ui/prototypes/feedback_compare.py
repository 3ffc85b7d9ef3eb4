"""Version beside version: what each wanted to learn, what was said of it, how it felt, and what was decided there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QWidget

from facilitator.ui.look import tokens
from facilitator.ui.parts.picker import Picker
from facilitator.ui.parts.widgets import column, label, row
from facilitator.ui.prototypes.faces import FaceRow
from facilitator.ui.prototypes.feedback_grid import FeedbackGrid
from facilitator.ui.prototypes.feedback_words import FeedbackWords

if TYPE_CHECKING:
    import uuid
    from collections.abc import Sequence

    from facilitator.workshop.queries.prototypes import Comparison, PrototypeBoard, VersionItem

LEAST = 260  # pixels for the piles of one version; where there is less, the page scrolls


class OneSide(QWidget):
    """One of the two versions; `picked` says that another one is wanted here."""

    picked = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self._words = FeedbackWords(self)
        self.versions = Picker(name)
        self.versions.picked.connect(self.picked)
        self._about = label("", "muted", wrap=True)
        self._learn = label("", wrap=True)
        self.grid = FeedbackGrid()
        self.grid.allow_editing(may=False)
        self.grid.setMinimumHeight(LEAST)
        self._faces = FaceRow(may_press=False)
        self._felt = label("", "small", wrap=True)
        self._decision = label("", "strong", wrap=True)
        self._decision.setObjectName("decision")
        felt = column(row(self._faces, None), self._felt, gap=2)
        box = column(self.versions, self._about, self._learn, self.grid, felt, self._decision, gap=8)
        box.setStretch(3, 1)
        self.setLayout(box)

    def show_board(self, board: PrototypeBoard) -> None:
        """Show one version."""
        self._about.setText(self._words.forms()[board.form])
        self._learn.setText("\n".join(board.to_learn))
        self._learn.setVisible(bool(board.to_learn))
        self.grid.show_board(board)
        self._faces.show_counts(board.faces)
        self._felt.setText(self._words.felt(board))
        self._decision.setText(self._words.decision(board.decision))

    def decision(self) -> str:
        """What it says of the decision."""
        return self._decision.text()


class Comparing(QWidget):
    """`picked` carries the ids of the two versions somebody wants to see."""

    picked = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self._words = FeedbackWords(self)
        self.before, self.after = OneSide(self.tr("Earlier version")), OneSide(self.tr("Later version"))
        self._changed = label("", wrap=True)
        for one in (self.before, self.after):
            one.picked.connect(lambda: self.picked.emit(self.before.versions.id(), self.after.versions.id()))
        both = row(self.before, self.after, gap=tokens.GAP)
        both.setStretch(0, 1)
        both.setStretch(1, 1)
        box = column(self._changed, both, gap=10)
        box.setStretch(1, 1)
        inside, area = QWidget(), QScrollArea()
        inside.setLayout(box)
        area.setAccessibleName(self.tr("Two versions"))
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidgetResizable(True)
        area.setWidget(inside)
        for part in (inside, area.viewport()):
            part.setAutoFillBackground(False)
        self.setLayout(column(area))

    def show_comparison(self, both: Comparison, versions: Sequence[VersionItem]) -> None:
        """Show two versions of one idea."""
        self._changed.setText("\n".join(self._words.changed(both)) or self.tr("Nothing changed between them."))
        for side, board, other in ((self.before, both.before, both.after), (self.after, both.after, both.before)):
            side.versions.offer(
                ((one.id, self._words.version(one.version, one.name)) for one in versions if one.id != other.id),
                board.id,
            )
            side.show_board(board)

    def changed(self) -> str:
        """What it says changed between them."""
        return self._changed.text()

    def shown(self) -> tuple[uuid.UUID | None, uuid.UUID | None]:
        """The two versions."""
        return self.before.versions.id(), self.after.versions.id()
