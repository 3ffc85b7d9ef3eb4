"""The station of prototypes: what people say of a version while they try it, version beside version, and what is
decided.
"""

from __future__ import annotations

import uuid
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from facilitator.ui.look import tokens
from facilitator.ui.parts.draft import Draft
from facilitator.ui.parts.form_side import Line
from facilitator.ui.parts.page import Page
from facilitator.ui.parts.picker import Picker
from facilitator.ui.parts.swap import Swap
from facilitator.ui.parts.widgets import button, column, label, row
from facilitator.ui.prototypes.feedback_bar import FeedbackBar
from facilitator.ui.prototypes.feedback_compare import Comparing
from facilitator.ui.prototypes.feedback_deeds import FeedbackDeeds
from facilitator.ui.prototypes.feedback_grid import FeedbackGrid
from facilitator.ui.prototypes.feedback_side import FeedbackSide
from facilitator.ui.prototypes.feedback_words import PILES, FeedbackWords

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from facilitator.domain.change import Effects
    from facilitator.ui.notice import Notice
    from facilitator.ui.store_thread import Opened, StoreThread
    from facilitator.workshop.queries.idea_sources import Source
    from facilitator.workshop.queries.prototypes import Comparison, FeedbackLine, IdeaItem, PrototypeBoard, VersionItem
    from facilitator.workshop.reader import Reader

TABLES = {"idea", "idea_note", "prototype", "trial", "feedback", "decision", "theme", "option"}


class PrototypesPage(Page):
    """Shows one version of one idea at a time, or two beside each other."""

    counted = Signal(int)

    def __init__(self, store: StoreThread, notice: Notice) -> None:
        super().__init__(store)
        self._notice = notice
        self._ideas: tuple[IdeaItem, ...] = ()
        self._sources: tuple[Source, ...] = ()
        self._idea: uuid.UUID | None = None
        self._chosen: uuid.UUID | None = None
        self._beside: uuid.UUID | None = None
        self._read_only = False
        self._words = FeedbackWords(self)
        self.grid, self.bar, self.side = FeedbackGrid(), FeedbackBar(), FeedbackSide()
        self.comparing = Comparing()
        self._draft = Draft(store, self, "prototypes")
        self._make_tools()
        self._make_body()
        self._connect(notice)
        self.done = FeedbackDeeds(store, self)
        self.done.begun.connect(self.awaited)
        self._deeds = self._make_deeds()

    def title(self) -> str:
        return self.tr("Prototypes")

    def show_workshop(self, opened: Opened) -> None:
        self._idea = self._chosen = self._beside = None
        self._read_only = opened.read_only
        self.grid.allow_editing(not opened.read_only)
        if not opened.read_only:
            self._draft.begin()
        self.reread()

    def follow(self, effects: Effects) -> None:
        if effects.tables() & TABLES:
            self.reread()

    def reread(self) -> None:
        self.store.submit(lambda workshop: workshop.read(_look), self._show)

    def arrive(self) -> None:
        if self._beside:
            self.comparing.before.versions.setFocus()
        elif self._chosen:
            (next(iter(self.grid.piles.values())) if self._read_only else self.bar.line).setFocus()
        elif self._idea:
            self.following.setFocus()
        else:
            (self.bar.line if self.starter.isHidden() else self.starter).setFocus()

    def end(self) -> None:
        self.side.keep()
        self._draft.end()

    def begin_from(self, note_ids: Sequence[uuid.UUID]) -> None:
        """Begin an idea with the words of the first of these notes, tied to all of them."""
        idea, version = uuid.uuid4(), uuid.uuid4()
        self.done.begin_from(note_ids, idea, version, lambda _effects: self._go_to(idea, version))

    def do(self, deed: str) -> None:
        self._deeds[deed]()

    def _make_tools(self) -> None:
        self.comparer = button("", self._turn_comparison)
        self.following = button("", self._begin_version, about=self.tr("It begins as the last one was: Ctrl+Shift+B"))
        self.beginning = button(self.tr("New idea"), self._ask_idea, about=self.tr("Ctrl+B"))
        layout = self.tools.layout()
        assert layout is not None
        for part in (self.comparer, self.following, self.beginning):
            layout.addWidget(part)

    def _make_body(self) -> None:
        self.ideas, self.versions = Picker(self.tr("Idea"), 12), Picker(self.tr("Version"), 12)
        for part in (self.ideas, self.versions):
            part.setObjectName("heading")
        self.starter = Line(self.tr("Name of a new idea"), self.tr("Name a new idea to try, then press Enter"))
        self.starter.hide()  # until it is known that there is no idea yet
        self._name = label("", "title", wrap=True)
        self._about = label("", "muted", wrap=True)
        picking = row(self.ideas, self.versions, gap=8)
        picking.setStretch(0, 2)
        picking.setStretch(1, 3)
        self._parts = Swap()
        self._nothing = QWidget()
        for part in (self._nothing, self.grid, self.comparing):
            self._parts.addWidget(part)
        shown = column(self.starter, self._name, picking, self._about, self._parts, gap=6)
        shown.setContentsMargins(20, 14, tokens.GAP, 12)
        shown.setStretch(4, 1)
        main = QWidget()
        main.setLayout(column(shown, self.bar, gap=0))
        whole = row(main, self.foldable(self.side), gap=0)
        whole.setStretch(0, 1)
        self.setLayout(whole)

    def _connect(self, notice: Notice) -> None:
        self.ideas.picked.connect(self._pick_idea)
        self.versions.picked.connect(self._pick_version)
        self.starter.returnPressed.connect(self._begin_idea)
        self.comparing.picked.connect(self._pick_both)
        self._draft.found.connect(self._restore)
        self.bar.line.textChanged.connect(self._draft.keep)
        self.bar.said.connect(self._say)
        self.bar.pasted.connect(self._paste)
        self.bar.line.list_key.connect(lambda _event: self.grid.piles[self.bar.pile()].enter())
        self.grid.edited.connect(self._edit)
        self.grid.typed.connect(self.bar.type_on)
        self.grid.left.connect(self.bar.line.setFocus)
        self.side.rated.connect(self._rate)
        self.side.left.connect(self.bar.line.setFocus)
        self.side.decided.connect(self._decide)
        self.side.versioned.connect(self._describe_version)
        self.side.reworded.connect(self._describe_idea)
        self.side.rooted.connect(self._root)
        self.side.tried.connect(self._count_tried)
        self.side.typed.connect(self.bar.type_on)
        self.side.not_a_day.connect(
            lambda: notice.say(self.tr("That is not a day. Write it such as 1 March, or leave it empty."), warn=True)
        )

    def _make_deeds(self) -> dict[str, Callable[[], object]]:
        return {
            **{f"pile-{at}": partial(self._put_on, kind) for at, kind in enumerate(PILES, 1)},
            **{f"view-{at}": partial(self._see_as, view) for at, view in enumerate(self._words.views(), 1)},
            "rate": lambda: self._enter_side(self.side.faces.enter),
            "decide": lambda: self._enter_side(self.side.enter_decision),
            "feedback-edit": self.grid.edit_latest,
            "feedback-withhold": self._withhold,
            "feedback-remove": self._remove,
            "compare": self._turn_comparison,
            "version-next": lambda: self._step(self.versions, 1, self._pick_version),
            "version-before": lambda: self._step(self.versions, -1, self._pick_version),
            "idea-next": lambda: self._step(self.ideas, 1, self._pick_idea),
            "idea-before": lambda: self._step(self.ideas, -1, self._pick_idea),
            "version-new": self._begin_version,
            "idea-new": self._ask_idea,
        }

    def _show(self, found: tuple[tuple[IdeaItem, ...], tuple[Source, ...]]) -> None:
        self._ideas, self._sources = found
        self.counted.emit(sum(len(idea.versions) for idea in self._ideas))
        ids = [idea.id for idea in self._ideas]
        if self._idea not in ids:
            self._idea = ids[0] if ids else None
        self._show_idea()

    def _here(self) -> IdeaItem | None:
        return next((idea for idea in self._ideas if idea.id == self._idea), None)

    def _versions(self) -> tuple[VersionItem, ...]:
        idea = self._here()
        return idea.versions if idea else ()

    def _show_idea(self) -> None:
        self.ideas.offer(((idea.id, idea.name) for idea in self._ideas), self._idea)
        ids = [one.id for one in self._versions()]
        if self._chosen not in ids:
            self._chosen = ids[-1] if ids else None
        if self._beside not in ids or self._beside == self._chosen:
            self._beside = None
        words = ((one.id, self._words.version(one.version, one.name, one.outcome)) for one in self._versions())
        self.versions.offer(words, self._chosen)
        self.side.show_idea(self._here(), self._sources)
        self._show_parts()
        if self._beside:
            self._read_both()
        elif self._chosen:
            self._read_board(self._chosen)
        else:
            self.side.show_board(None)

    def _enter_side(self, enter: Callable[[], None]) -> None:
        """Go to something in the panel, which comes back where it was folded away."""
        if self._one_version():
            self.fold(folded=False)
            enter()

    def _one_version(self) -> bool:
        return bool(self._chosen and not self._beside and not self._read_only)

    def _show_parts(self) -> None:
        idea, one = self._here(), bool(self._chosen and not self._beside)
        self._parts.setCurrentWidget(self.comparing if self._beside else self.grid if one else self._nothing)
        self.ideas.setVisible(idea is not None)
        self.versions.setVisible(one)
        self.side.setVisible(idea is not None and not self._beside)
        self.side.inside.setEnabled(not self._read_only)
        self.bar.setVisible(self._one_version())
        if self.starter.isHidden() == (idea is None) and not self.starter.hasFocus():
            self.starter.setVisible(idea is None and not self._read_only)
            self.starter.setFocus()
        self.comparer.setVisible(len(self._versions()) > 1)
        self.comparer.setText(self.tr("One version  F7") if self._beside else self.tr("Compare  F7"))
        self.following.setText(self.tr("Next version") if self._chosen else self.tr("First version"))
        self.following.setVisible(idea is not None and not self._read_only)
        self.beginning.setVisible(idea is not None and not self._read_only)
        self._name.setVisible(not self._chosen)
        self._about.setVisible(not self._beside)
        if idea is None:
            self._name.setText(self.tr("No prototype yet"))
            self._about.setText(self.tr("Prototypes of this workshop are shown here, with what people say of them."))
        elif not self._chosen:
            self._name.setText(self.tr("No version to try yet"))
            self._about.setText(self.tr("Press First version, and say what people make of it while they try it."))

    def _read_board(self, prototype_id: uuid.UUID) -> None:
        from facilitator.workshop.queries.prototypes import prototype_board

        def show(board: PrototypeBoard | None) -> None:
            if board and board.id == self._chosen and not self._beside:
                self._about.setText(self._words.about(board))
                self.grid.show_board(board)
                self.side.show_board(board)

        self.store.submit(lambda workshop: workshop.read(lambda reader: prototype_board(reader, prototype_id)), show)

    def _read_both(self) -> None:
        from facilitator.workshop.queries.prototypes import compared

        one, other = self._chosen, self._beside

        def show(both: Comparison) -> None:
            if {one, other} == {self._chosen, self._beside}:
                self.comparing.show_comparison(both, self._versions())

        if one and other:
            self.store.submit(lambda workshop: workshop.read(lambda reader: compared(reader, one, other)), show)

    def _pick_idea(self, idea_id: uuid.UUID) -> None:
        self._idea, self._chosen, self._beside = idea_id, None, None
        self._show_idea()

    def _pick_version(self, prototype_id: uuid.UUID) -> None:
        self._chosen = prototype_id
        self._show_idea()

    def _pick_both(self, before: uuid.UUID, after: uuid.UUID) -> None:
        self._beside, self._chosen = before, after
        self._show_idea()

    def _step(self, picker: Picker, steps: int, pick: Callable[[uuid.UUID], None]) -> None:
        if beside := picker.beside(steps):
            pick(beside)
            self.arrive()

    def _turn_comparison(self) -> None:
        ids = [one.id for one in self._versions()]
        if self._beside or len(ids) < 2 or self._chosen is None:
            self._beside = None
        else:
            at = ids.index(self._chosen)
            self._beside = ids[at - 1] if at else ids[1]
        self._show_idea()
        self.arrive()

    def _restore(self, words: str) -> None:
        self.bar.give_back(" ".join(words.split()))
        self._notice.say(self.tr("What was half typed last time is in the bar again. Press Enter to keep it."))

    def _ask_idea(self) -> None:
        self.starter.show()
        self.starter.setFocus()

    def _begin_idea(self) -> None:
        if name := self.starter.value():
            idea, version = uuid.uuid4(), uuid.uuid4()
            self.done.begin_idea(name, idea, version, lambda _effects: self._go_to(idea, version))

    def _go_to(self, idea: uuid.UUID, version: uuid.UUID) -> None:
        """Show an idea that was just begun, ready for what people say of it."""
        self.starter.show_value("")
        self.starter.setVisible(False)
        self._idea = idea
        self._show_new(version, self.bar.line.setFocus)

    def _begin_version(self) -> None:
        if idea := self._idea:
            version = uuid.uuid4()
            name = partial(self.side.name.setFocus, Qt.FocusReason.TabFocusReason)
            self.done.begin_version(idea, version, lambda _effects: self._show_new(version, name))

    def _show_new(self, version: uuid.UUID, then: Callable[[], None]) -> None:
        self._chosen, self._beside = version, None
        self.reread()
        self.store.submit(lambda _workshop: None, lambda _nothing: then())

    def _say(self, kind: str, text: str, perspective: str) -> None:
        if self._chosen:
            self.done.say(self._chosen, kind, text, perspective, lambda _error: self.bar.give_back(text))
        else:  # nothing to try is shown yet
            self.bar.give_back(text)

    def _rate(self, face: int) -> None:
        if self._chosen:
            self.done.rate(self._chosen, face, self.bar.view())

    def _paste(self, kind: str, lines: str, perspective: str) -> None:
        if self._chosen:
            self.done.paste(self._chosen, kind, lines, perspective)

    def _edit(self, line: FeedbackLine, words: str) -> None:
        def failed(_error: Exception) -> None:
            if pile := self.grid.choose(line.id):
                pile.edit_chosen(words)

        self.done.edit(line, words, failed)

    def _put_on(self, kind: str) -> None:
        line = self.grid.line()
        if line and self.grid.has_hands():
            self.done.move(line, {"kind": kind})
        else:
            self.bar.choose_pile(kind)

    def _see_as(self, view: str) -> None:
        line = self.grid.line()
        if line and self.grid.has_hands():
            self.done.move(line, {"perspective": "" if line.perspective == view else view})
        else:
            self.bar.turn_view(view)

    def _withhold(self) -> None:
        if line := self.grid.latest():
            self.grid.choose(line.id)
            self.done.withhold(line)

    def _remove(self) -> None:
        if line := self.grid.latest():
            said = self.tr("It is taken away. Undo brings it back.")
            self.done.remove(line, lambda _effects: self._notice.say(said))

    def _decide(self, outcome: str, reason: str, who: str, by_when: str) -> None:
        if self._chosen:
            self.done.decide(self._chosen, outcome, reason, who, by_when, lambda _error: self.side.undecided())

    def _count_tried(self, used_by: int, delivered_by: int) -> None:
        if self._chosen:
            self.done.count_tried(self._chosen, used_by, delivered_by)

    def _describe_version(self, values: Mapping[str, str]) -> None:
        if self._chosen:
            self.done.describe_version(self._chosen, values, lambda _error: self.side.not_kept())

    def _describe_idea(self, values: Mapping[str, str]) -> None:
        if self._idea:
            self.done.describe_idea(self._idea, values, lambda _error: self.side.not_kept())

    def _root(self, source_id: uuid.UUID | None) -> None:
        if self._idea:
            self.done.root(self._idea, next((one for one in self._sources if one.id == source_id), None))


def _look(reader: Reader) -> tuple[tuple[IdeaItem, ...], tuple[Source, ...]]:
    from facilitator.workshop.queries.idea_sources import sources
    from facilitator.workshop.queries.prototypes import ideas

    return ideas(reader), sources(reader)
