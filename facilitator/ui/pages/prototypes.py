"""The station of prototypes: what people say of a version while they try it, and what is decided."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from facilitator.ui import tokens
from facilitator.ui.feedback_grid import FeedbackBar, FeedbackGrid
from facilitator.ui.feedback_side import FeedbackSide
from facilitator.ui.pages.page import Page
from facilitator.ui.widgets import button, column, label, row

if TYPE_CHECKING:
    from collections.abc import Iterable

    from facilitator.domain.change import Effects
    from facilitator.ui.store_thread import Opened, StoreThread
    from facilitator.workshop.queries.prototypes import IdeaItem, PrototypeBoard
    from facilitator.workshop.workshop import Workshop

TABLES = {"idea", "prototype", "trial", "feedback", "decision"}


class PrototypesPage(Page):
    """Shows one version of one idea at a time."""

    counted = Signal(int)

    def __init__(self, store: StoreThread) -> None:
        super().__init__(store)
        self._ideas: tuple[IdeaItem, ...] = ()
        self._idea: uuid.UUID | None = None
        self._chosen: uuid.UUID | None = None
        self._read_only = False
        self.grid = FeedbackGrid()
        self.bar = FeedbackBar(self.grid.words)
        self.side = FeedbackSide()
        self.ideas = self._picker(self.tr("Idea"))
        self.versions = self._picker(self.tr("Version"))
        self.ideas.activated.connect(self._pick_idea)
        self.versions.activated.connect(self._pick_version)
        self.bar.said.connect(self._say)
        self.side.rated.connect(self._rate)
        self.side.decided.connect(self._decide)
        self.following = button(self.tr("Next version"), self._begin_version, about=self.tr("As this one was."))
        self.beginning = button(self.tr("New idea"), self._ask_idea)
        layout = self.tools.layout()
        assert layout is not None
        for part in (self.following, self.beginning):
            layout.addWidget(part)
        self.starter = QLineEdit()
        self.starter.setPlaceholderText(self.tr("Name a new idea to try, then press Enter"))
        self.starter.setAccessibleName(self.tr("Name of a new idea"))
        self.starter.returnPressed.connect(self._begin_idea)
        self._name = label("", "title", wrap=True)
        self._about = label("", "muted", wrap=True)
        shown = column(self.starter, self._name, self._about, 4, self.grid, self.bar, gap=6)
        shown.setContentsMargins(tokens.PAGE_MARGIN, 20, tokens.GAP, tokens.GAP)
        shown.setStretch(4, 1)
        shown.addStretch(0)
        main = QWidget()
        main.setLayout(shown)
        whole = row(main, self.foldable(self.side), gap=0)
        whole.setStretch(0, 1)
        self.setLayout(whole)

    def title(self) -> str:
        return self.tr("Prototypes")

    def show_workshop(self, opened: Opened) -> None:
        self._idea = self._chosen = None
        self._read_only = opened.read_only
        self.reread()

    def follow(self, effects: Effects) -> None:
        if effects.tables() & TABLES:
            self.reread()

    def reread(self) -> None:
        from facilitator.workshop.queries.prototypes import ideas

        self.store.submit(lambda workshop: workshop.read(ideas), self._show_ideas)

    def arrive(self) -> None:
        (self.bar.line if self._chosen else self.starter).setFocus()

    def _picker(self, name: str) -> QComboBox:
        made = QComboBox()
        made.setAccessibleName(name)
        made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        made.setMinimumContentsLength(18)
        layout = self.tools.layout()
        assert layout is not None
        layout.addWidget(made)
        return made

    def _show_ideas(self, found: tuple[IdeaItem, ...]) -> None:
        self._ideas = tuple(idea for idea in found if idea.versions)
        self.counted.emit(sum(len(idea.versions) for idea in self._ideas))
        ids = [idea.id for idea in self._ideas]
        if self._idea not in ids:
            self._idea = ids[0] if ids else None
        _fill(self.ideas, (idea.name for idea in self._ideas), ids.index(self._idea) if self._idea else -1)
        self._show_versions()

    def _show_versions(self) -> None:
        versions = next((idea.versions for idea in self._ideas if idea.id == self._idea), ())
        ids = [one.id for one in versions]
        if self._chosen not in ids:
            self._chosen = ids[-1] if ids else None
        words = (self.tr("Version {number}: {name}").format(number=one.version, name=one.name) for one in versions)
        _fill(self.versions, words, ids.index(self._chosen) if self._chosen else -1)
        for part in (self.grid, self.side, self.ideas, self.versions):
            part.setVisible(bool(self._chosen))
        self.starter.setVisible(not self._chosen and not self._read_only)
        self.following.setVisible(bool(self._chosen) and not self._read_only)
        self.beginning.setVisible(bool(self._chosen) and not self._read_only)
        self.bar.setVisible(bool(self._chosen) and not self._read_only)
        for control in (self.side.reason, *self.side.faces.values(), *self.side.outcomes.values()):
            control.setEnabled(not self._read_only)
        if self._chosen:
            self._read_board(self._chosen)
        else:
            self._name.setText(self.tr("No prototype yet"))
            self._about.setText(self.tr("Prototypes of this workshop are shown here, with what people say of them."))

    def _pick_idea(self, at: int) -> None:
        self._idea, self._chosen = self._ideas[at].id, None
        self._show_versions()

    def _pick_version(self, at: int) -> None:
        self._chosen = next(idea.versions[at].id for idea in self._ideas if idea.id == self._idea)
        self._show_versions()

    def _ask_idea(self) -> None:
        self.starter.show()
        self.starter.setFocus()

    def _begin_idea(self) -> None:
        from facilitator.domain.gestures.prototypes import begin_idea

        name = self.starter.text().strip()
        if not name:
            return
        idea_id, prototype_id = uuid.uuid4(), uuid.uuid4()
        change = begin_idea(name, idea_id=idea_id, prototype_id=prototype_id)

        def begun(_effects: Effects) -> None:
            self.starter.clear()
            self.bar.line.setFocus()

        self._idea, self._chosen = idea_id, prototype_id
        self.store.change(lambda workshop: workshop.apply(change), begun)

    def _begin_version(self) -> None:
        from facilitator.workshop.queries.prototypes import next_version

        if idea_id := self._idea:
            self._chosen = prototype_id = uuid.uuid4()
            self.store.change(
                lambda workshop: workshop.apply(
                    workshop.read(lambda reader: next_version(reader, idea_id, prototype_id=prototype_id))
                )
            )

    def _read_board(self, prototype_id: uuid.UUID) -> None:
        from facilitator.workshop.queries.prototypes import prototype_board

        self.store.submit(
            lambda workshop: workshop.read(lambda reader: prototype_board(reader, prototype_id)), self._show_board
        )

    def _show_board(self, board: PrototypeBoard | None) -> None:
        if board is None or board.id != self._chosen:
            return
        self._name.setText(board.name or board.idea)
        tried = self.tr("tried by {users} who would use it and {helpers} who would help run it")
        counts = tried.format(users=board.used_by, helpers=board.delivered_by)
        self._about.setText(" · ".join(part for part in (counts, board.description) if part))
        self.grid.show_board(board)
        self.side.show_board(board)

    def _say(self, kind: str, text: str, perspective: str) -> None:
        self._add(kind, text=text, perspective=perspective)

    def _rate(self, face: int) -> None:
        self._add("rating", rating=face, perspective=self.bar.perspective.currentData())

    def _add(self, kind: str, *, text: str = "", perspective: str = "", rating: int = 0) -> None:
        from facilitator.domain.gestures.trying import add_feedback
        from facilitator.workshop.queries.prototypes import next_feedback_position

        if not (chosen := self._chosen):
            return

        def job(workshop: Workshop) -> Effects:
            place = workshop.read(lambda reader: next_feedback_position(reader, chosen))
            change = add_feedback(chosen, kind, text, perspective=perspective, rating=rating, position=place)
            return workshop.apply(change)

        self.store.change(job, failed=lambda _error: self.bar.give_back(text))

    def _decide(self, outcome: str, reason: str) -> None:
        from facilitator.workshop.queries.prototypes import decided

        if chosen := self._chosen:
            self.store.change(
                lambda workshop: workshop.apply(
                    workshop.read(lambda reader: decided(reader, chosen, outcome, reason=reason))
                )
            )


def _fill(picker: QComboBox, words: Iterable[str], at: int) -> None:
    with QSignalBlocker(picker):
        picker.clear()
        picker.addItems(list(words))
        picker.setCurrentIndex(at)
