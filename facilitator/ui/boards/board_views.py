"""The two ways to look at a board, list and wall: the same notes, the same that are chosen, one shown at a time.

The wall is made when it is first asked for, because what it is made of takes a moment to load.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QSize, Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from facilitator.ui.boards.outline_rows import Heading
from facilitator.ui.boards.outline_wanted import EVERYTHING
from facilitator.ui.boards.typing_up import TypingUp
from facilitator.ui.look import tokens

if TYPE_CHECKING:
    import uuid
    from collections.abc import Mapping

    from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent

    from facilitator.domain.change import Effects
    from facilitator.ui.boards.outline_model import OutlineModel
    from facilitator.ui.boards.outline_view import OutlineView
    from facilitator.ui.canvas.board_wall import BoardWall
    from facilitator.workshop.queries.board import NoteLine

BESIDE, EDGE_TO_EDGE = (tokens.PAGE_MARGIN, 0, 12, 0), (0, 0, 0, 0)  # around the list, and around the wall


class BoardViews(QStackedWidget):
    """Speaks for whichever of the two is shown. `laid` carries new places and themes of notes, `edited` a note and its
    new words, `typing` a note and its words so far, `typed` a letter for the bar that captures, `pasted` that what was
    copied is for it; `turned` says that the other one is shown now, `wants` the hashes of pictures that are to be
    shown, `dropped` files, where on the wall they were dropped and in which theme, `renaming` that a theme is to be
    named.
    """

    laid = Signal(object, object)
    edited = Signal(object, str)
    typed = Signal(str)
    pasted = Signal()
    chosen = Signal()
    turned = Signal()
    wants = Signal(list)
    dropped = Signal(list, object, object)
    typing = Signal(object, str)
    renaming = Signal()

    def __init__(self, notes: OutlineModel, outline: OutlineView) -> None:
        super().__init__()
        self.notes, self.list = notes, outline
        self.wall: BoardWall | None = None
        self._may_edit = True
        self._named: frozenset[uuid.UUID] = frozenset()
        self._behind = True
        self._went_from = False
        self._to_see: dict[uuid.UUID, tuple[object, ...]] = {}  # notes, and what they looked like
        self._dots: Mapping[uuid.UUID, int] = {}
        self.typing_up = TypingUp(self)
        self.typing_up.left.connect(self._leave_typing_up)
        self.setAcceptDrops(True)
        self.setContentsMargins(*BESIDE)
        self.addWidget(outline)
        self.currentChanged.connect(lambda _at: self.updateGeometry())
        self.setFocusProxy(outline)
        outline.edited.connect(self.edited)
        outline.typed.connect(self.typed)
        outline.pasted.connect(self.pasted)
        outline.chosen.connect(self.chosen)
        outline.typing.connect(self.typing)
        notes.changing.connect(self._remember)
        notes.changed_rows.connect(self._follow)
        notes.modelReset.connect(self._show_all_again)

    def minimumSizeHint(self) -> QSize:
        """The room that is needed by what is shown, not by all that could be."""
        return self.shown().minimumSizeHint().grownBy(self.contentsMargins())

    def shown(self) -> QWidget:
        """What is shown now."""
        return self.currentWidget() or self.list

    def begin_typing_up(self) -> None:
        """Show the pictures that wait to be typed up, one after another."""
        self._went_from = self.is_wall()
        self.addWidget(self.typing_up)  # only now, because it needs more room than list and wall
        self.setCurrentWidget(self.typing_up)
        self.setFocusProxy(self.typing_up)
        self.typing_up.show_notes(self.notes.all_notes())
        self.typing_up.setFocus()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._may_edit and _pictures(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        view = self.wall.view if self.wall and self.is_wall() else None
        where = view.place_at(view.to_board(view.mapFrom(self, event.position()))) if view else (None, None)
        self.dropped.emit(_pictures(event.mimeData()), *where)
        event.acceptProposedAction()

    def is_wall(self) -> bool:
        """Whether the wall is shown."""
        return self.wall is not None and self.currentWidget() is self.wall

    def turn(self, *, to_wall: bool) -> None:
        """Show the wall or the list; what is chosen in one is chosen in the other."""
        if to_wall == self.is_wall():
            return
        ids = [note.id for note in self.chosen_notes()]
        had_focus = self.hasFocus()
        shown = self._made_wall() if to_wall else self.list
        self.setCurrentWidget(shown)
        self.setContentsMargins(*(EDGE_TO_EDGE if to_wall else BESIDE))
        self.setFocusProxy(shown)
        if self.wall and to_wall:
            self._catch_up()
            self.wall.view.choose(ids)
        else:
            self.list.choose_all(ids)
        if had_focus:
            shown.setFocus()
        self.turned.emit()

    def chosen_notes(self) -> list[NoteLine]:
        """The notes that are chosen, in reading order."""
        return self.wall.chosen_notes() if self.wall and self.is_wall() else self.list.chosen_notes()

    def choose(self, note_id: uuid.UUID) -> None:
        """Choose one note and bring it into view."""
        self.wall.choose(note_id) if self.wall and self.is_wall() else self.list.choose(note_id)

    def choose_first(self) -> None:
        """Choose the first note that is shown, and go to it."""
        first = next((row for row in self.notes.shown() if not isinstance(row, Heading)), None)
        if first:
            self.choose(first.id)
            self.setFocus()

    def take_key(self, event: QKeyEvent) -> None:
        """An arrow that the bar has no use for goes through the notes."""
        if self.wall and self.is_wall():
            self.wall.view.step(event.key())
        else:
            QApplication.sendEvent(self.shown(), event)

    def look_at(self, effects: Effects) -> None:
        """What looks different by this is brought into view once it is shown."""
        refs = (*effects.inserted, *effects.changed, *effects.revived)
        scene = self.wall.view.scene if self.wall and self.is_wall() else None
        looked = {ref.id: scene.looks(ref.id) for ref in refs if ref.table == "note"} if scene else {}
        self._to_see = {**looked, **self._to_see} if scene else {}

    def edit_chosen(self, words: str | None = None) -> None:
        """Change the chosen note where it is."""
        self.wall.edit_chosen(words) if self.wall and self.is_wall() else self.list.edit_chosen(words)

    def allow_editing(self, may: bool) -> None:
        """Whether the workshop can be changed."""
        self._may_edit = may
        self.list.allow_editing(may)
        if self.wall:
            self.wall.allow_editing(may)

    def rows(self) -> int:
        """How many lines the list has, headings too."""
        return self.list.rows()

    def near(self) -> tuple[float, float] | None:
        """Where on the wall the next note is wanted: where one looks; None while the list is shown."""
        if self.wall is None or not self.is_wall():
            return None
        return self.wall.view.place_near()

    def show_dots(self, dots: Mapping[uuid.UUID, int]) -> None:
        """Show how many dots notes got in votes that are closed."""
        self._dots = dots
        if self.wall:
            self.wall.view.show_dots(dots)

    def _made_wall(self) -> BoardWall:
        if self.wall is None:
            from facilitator.ui.canvas.board_wall import BoardWall

            self.wall = BoardWall()
            self.addWidget(self.wall)
            self.wall.allow_editing(self._may_edit)
            self.wall.edited.connect(self.edited)
            self.wall.typing.connect(self.typing)
            self.wall.view.renaming.connect(self.renaming)
            self.wall.view.typed.connect(self.typed)
            self.wall.view.pasted.connect(self.pasted)
            self.wall.view.picked.connect(self.chosen)
            self.wall.view.laid.connect(self.laid)
            self.wall.view.wants.connect(self.wants)
            self.wall.view.show_dots(self._dots)
        return self.wall

    def _leave_typing_up(self) -> None:
        if self.currentWidget() is self.typing_up:
            self.setCurrentWidget(self.list)
            self.removeWidget(self.typing_up)
            self.setFocusProxy(self.list)
            self.turn(to_wall=self._went_from)
            self.shown().setFocus()

    def _remember(self, named: frozenset[uuid.UUID]) -> None:
        self._named = named

    def _show_all_again(self) -> None:
        self._named = frozenset()
        self._follow()

    def _follow(self) -> None:
        """The list has changed: so does the wall, note by note where the list knows which."""
        if self.currentWidget() is self.typing_up:
            self.typing_up.show_notes(self.notes.all_notes())
        if not self.is_wall() or self.wall is None:
            self._behind = True
            return
        named, self._named = self._named, frozenset()
        if not named or not self._follow_notes(named):
            self._catch_up(always=True)
        self._see()

    def _follow_notes(self, named: frozenset[uuid.UUID]) -> bool:
        """Show some notes on the wall as they are now. False when that needs the whole board: a theme came, went or is
        called something else, or notes that nobody laid make room for one another.
        """
        from facilitator.domain.arrange import NOWHERE

        wall = self.wall
        if wall is None or list(self._names().items()) != list(wall.view.scene.names.items()):
            return False
        if any(note.place == NOWHERE for note in self.notes.all_notes()):
            return False
        shown = [note for one in named if self.notes.row_of(one) is not None and (note := self.notes.note(one))]
        return wall.view.follow(set(named), shown)

    def _see(self) -> None:
        """Bring what came out different into view, unless it is what one has in hand."""
        before, self._to_see = self._to_see, {}
        view = self.wall.view if self.wall else None
        changed = {one for one, looked in before.items() if view and view.scene.looks(one) != looked}
        if view and changed and not view.sees(changed) and not (len(changed) > 1 and changed <= view.chosen):
            view.show_notes(changed)

    def _names(self) -> dict[uuid.UUID, str]:
        """The themes that have a frame, in order; while notes are looked for, those of which some were found."""
        every = {group.id: group.name for group in self.notes.themes() if group.id}
        if self.notes.wanted == EVERYTHING:
            return every
        found = {row.theme_id for row in self.notes.shown()}
        return {theme_id: name for theme_id, name in every.items() if theme_id in found}

    def _catch_up(self, *, always: bool = False) -> None:
        """Show the whole board on the wall."""
        from facilitator.domain.arrange import settled

        board, wall = self.notes.board, self.wall
        if board is None or wall is None or not (self._behind or always):
            return
        self._behind = False
        notes = [row for row in self.notes.shown() if not isinstance(row, Heading)]
        groups: dict[uuid.UUID | None, list[uuid.UUID]] = {group.id: [] for group in self.notes.themes()}
        loose: list[uuid.UUID] = []
        every = sorted(self.notes.all_notes(), key=lambda note: (note.position, note.id))
        for note in every:
            groups.get(note.theme_id, loose).append(note.id)
        places = settled(list(groups.values()), {note.id: note.place for note in every}, loose)
        wall.view.question, wall.view.meanings = board.question, board.meanings
        wall.view.show_board(board.board_id, notes, places, self._names())


def _pictures(data: QMimeData) -> list[Path]:
    """The files that are carried here."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
