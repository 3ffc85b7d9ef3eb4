"""The station of boards: a question, its notes by theme, and the bar that captures."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from facilitator.domain.gestures import board as gestures
from facilitator.ui.boards import new_board
from facilitator.ui.boards.board_drafts import BoardDrafts
from facilitator.ui.boards.board_picker import BoardPicker
from facilitator.ui.boards.board_views import BoardViews
from facilitator.ui.boards.capture_bar import CaptureBar
from facilitator.ui.boards.capturing import Capturing
from facilitator.ui.boards.face_down import RoundStrip
from facilitator.ui.boards.hands import Hands
from facilitator.ui.boards.note_deeds import NoteDeeds
from facilitator.ui.boards.outline_about import About
from facilitator.ui.boards.outline_filter import FilterBar
from facilitator.ui.boards.outline_follow import Following
from facilitator.ui.boards.outline_model import OutlineModel
from facilitator.ui.boards.outline_spoken import Spoken
from facilitator.ui.boards.outline_view import OutlineView
from facilitator.ui.boards.question_form import QuestionForm
from facilitator.ui.boards.removal import Removal
from facilitator.ui.boards.side_panel import NotePanel
from facilitator.ui.boards.wall_deeds import WallDeeds
from facilitator.ui.deeds import COLOURS
from facilitator.ui.look import tokens
from facilitator.ui.parts.caret import calm
from facilitator.ui.parts.page import Page
from facilitator.ui.parts.widgets import button, column, row

if TYPE_CHECKING:
    import uuid
    from collections.abc import Callable

    from facilitator.domain.change import Change, Effects
    from facilitator.ui.boards.outline_wanted import Wanted
    from facilitator.ui.notice import Notice
    from facilitator.ui.preferences import Preferences
    from facilitator.ui.store_thread import Opened, StoreThread
    from facilitator.workshop.queries.board import BoardItem, NoteLine
    from facilitator.workshop.queries.spoken import Speaker

VIEW = "board-view"  # which of the two is shown, list or wall


class BoardPage(Page):
    """Shows one board at a time. `counted` carries how many there are, `voted_on` and `tried_out` notes to
    make a vote or an idea of.
    """

    counted = Signal(int)
    voted_on, tried_out = Signal(list), Signal(list)

    def __init__(self, store: StoreThread, notice: Notice, preferences: Preferences) -> None:
        super().__init__(store)
        self._notice, self._preferences = notice, preferences
        self._read_only = False
        self._asked: uuid.UUID | None = None
        self.notes = OutlineModel(self)
        self.list = OutlineView(self.notes)
        self.filter = FilterBar(self.notes)
        self._about = About(self.notes, self.filter.words)
        self._following = Following(store, self.notes)
        self._spoken = Spoken(store, self)
        self.picker = BoardPicker()
        self._ask = QuestionForm()
        self.panel = NotePanel()
        self.views = BoardViews(self.notes, self.list)
        self.deeds = NoteDeeds(store, self.views)
        self._removal = Removal(store, self.views, notice)
        self.capture = CaptureBar()
        self._hands = Hands(self.views, self.capture)
        self._capturing = Capturing(store, self.views, self.capture, self._following)
        self.wall = WallDeeds(store, self.views, self.capture, notice)
        self._round = RoundStrip(self.notes, self.wall.turn_round)
        self._drafts = BoardDrafts(store, self.capture, self._ask, self.views, notice)
        self._deeds: dict[str, Callable[[], None]] = {
            "board-new": self.begin_board,
            "board-next": lambda: self.picker.turn(1),
            "board-before": lambda: self.picker.turn(-1),
            "group": self._begin_grouping,
            "ungroup": self.deeds.ungroup,
            "remove": self._removal.press,
            "table": self.capture.table.turn,
            "language": lambda: self.capture.language.turn(1),
            "language-before": lambda: self.capture.language.turn(-1),
            "vote": lambda: self.voted_on.emit(self.shown_ids()),
            "idea": lambda: self.tried_out.emit(self.shown_ids()),
            "filter": self._begin_filter,
            "show-all": self._show_all,
            "park": self.deeds.park,
            "merge": self.deeds.merge,
            "rename-theme": self._begin_renaming,
            "edit": self.views.edit_chosen,
            **self.wall.deeds(),
            "withhold": self.withhold,
            **{f"colour-{number}": partial(self.choose_colour, number) for number in COLOURS},
        }
        self._make_tools()
        self._make_body()
        self._connect()

    def title(self) -> str:
        return self.tr("Boards")

    def show_workshop(self, opened: Opened) -> None:
        self._read_only = opened.read_only
        self.picker.chosen = None
        self.capture.setEnabled(not opened.read_only)
        self.views.allow_editing(not opened.read_only)
        self.panel.allow_editing(not opened.read_only)
        self._round.allow_editing(not opened.read_only)
        self.reread()
        if not opened.read_only:
            self._drafts.begin()

    def end(self) -> None:
        self.panel.keep()
        self._drafts.end()

    def reread(self) -> None:
        self.capture.table.read(self.store)
        self._spoken.read()
        self._read_boards()

    def follow(self, effects: Effects) -> None:
        tables = effects.tables()
        self.views.look_at(effects)
        if "room_table" in tables:
            self.capture.table.read(self.store)
        self._spoken.follow(effects)
        if "board" in tables:
            self._read_boards(effects)
        else:
            self._following.follow(effects)

    def arrive(self) -> None:
        if self.picker.chosen:
            self._ask.put_away()
        if self.notes.board and self.views.wall is None and self._preferences.get(VIEW) == "wall":
            self.views.turn(to_wall=True)
        here = self.views if self._read_only else self.capture.field
        (self._ask.field if self.capture.isHidden() else here).setFocus()
        self._drafts.put_back()

    def escape(self) -> None:
        self.filter.rest()
        if not self._hands.escape():
            self.arrive()

    def question(self) -> str:
        """What the board asks."""
        return self._about.question()

    def go_find(self) -> None:
        """Go to the field that finds."""
        self._find.setFocus()
        self._find.selectAll()

    def do(self, deed: str) -> None:
        self._deeds[deed]()

    def begin_board(self) -> None:
        """Ask for the question of a new board, above the board that is shown."""
        if not self._read_only:
            self._ask.begin()

    def search(self, words: str) -> None:
        """Find the notes that hold these words."""
        self._find.setText(words)

    def choose_colour(self, colour: int) -> None:
        """Recolour what is selected while the list has the focus; else choose the colour of the next note."""
        chosen = self.views.chosen_notes()
        if chosen and self.views.hasFocus():
            self._send(gestures.colour_notes([note.id for note in chosen], colour))
        else:
            self.capture.choose_colour(colour)

    def withhold(self) -> None:
        """Hide the selected notes from the room at once; show them again when all of them are hidden."""
        chosen = [note for note in self.views.chosen_notes() if not note.face_down]
        if chosen:
            on = not all(note.withheld and not note.face_down for note in chosen)
            self._send(gestures.withhold_notes([note.id for note in chosen], on=on))

    def _make_tools(self) -> None:
        self._find = QLineEdit()
        self._find.setAccessibleName(self.tr("Find"))
        self._find.setPlaceholderText(self.tr("Find  Ctrl+F"))
        self._find.setClearButtonEnabled(True)
        self._find.setMinimumWidth(90)
        self._find.setMaximumWidth(190)
        calm(self._find)
        self._new = button(self.tr("New board"), self.begin_board, about=self.tr("Ask another question: Ctrl+B"))
        layout = self.tools.layout()
        assert layout is not None
        layout.addWidget(self.picker)
        layout.addWidget(self._new)
        layout.addWidget(self._find)
        layout.addWidget(self.wall.tools)

    def _make_body(self) -> None:
        head = column(self._about, self._ask, self.filter, self._round, gap=6)
        head.setContentsMargins(tokens.PAGE_MARGIN, 20, 12, 0)
        middle = column(head, self.views, gap=6)
        middle.setStretch(1, 1)
        upper = row(middle, self.foldable(self.panel), gap=0)
        upper.setStretch(0, 1)
        self.setLayout(column(upper, self.capture, gap=0))

    def _connect(self) -> None:
        self.picker.picked.connect(self._go_to_board)
        self._following.shown.connect(self._show_outline)
        self._following.followed.connect(self._show_followed)
        self._drafts.half_changed.connect(self.picker.go_to)
        self._ask.asked.connect(self._add_board)
        self._find.textChanged.connect(self._search)
        self.filter.changed.connect(self._narrow)
        self._find.returnPressed.connect(self.views.choose_first)
        self._capturing.said.connect(self._notice.say)
        self._capturing.added.connect(self._choose_next)
        self.capture.field.list_key.connect(self.views.take_key)
        self.views.edited.connect(self._edit)
        self.views.chosen.connect(self._show_chosen)
        self.views.renaming.connect(self._begin_renaming)
        self.views.turned.connect(lambda: self._preferences.keep(VIEW, "wall" if self.views.is_wall() else "list"))
        self.panel.withhold.connect(self.withhold)
        self.panel.edit.connect(self.views.edit_chosen)
        self.panel.remove.connect(self._removal.press)
        self._connect_origin()
        self.panel.park.connect(self.deeds.park)
        self.panel.to_board.connect(self._hands.let_go)
        self.panel.merge.connect(self.deeds.merge)
        self.panel.vote.connect(lambda: self.do("vote"))
        self.panel.theme.grouped.connect(self.deeds.group)
        self.panel.theme.renamed.connect(self.deeds.rename)
        self.panel.theme.renamed.connect(lambda: self.views.setFocus())
        self.panel.theme.taken_out.connect(self.deeds.ungroup)
        self.panel.recolour.connect(lambda colour: self._send(gestures.colour_notes(self._chosen_ids(), colour)))

    def _connect_origin(self) -> None:
        origin = self.panel.origin
        origin.translated.connect(self.deeds.translate)
        origin.written.connect(self.deeds.write_in)
        origin.spoken.connect(self.deeds.say_in)
        origin.said_by.connect(self.deeds.say_by)
        self.panel.legend.named.connect(self.deeds.name_colour)
        self.panel.legend.asked.connect(self.deeds.reword)
        for field in (origin.language, origin.tongue, origin.meaning):
            field.returnPressed.connect(self.views.setFocus)
        self._spoken.read_anew.connect(self._show_spoken)
        self.deeds.said.connect(self._notice.say)
        self.deeds.refused.connect(self._refuse)

    def _refuse(self, why: str) -> None:
        self._notice.say(why, warn=True)
        self.panel.not_kept()

    def _show_spoken(self, languages: list[str], speakers: list[Speaker]) -> None:
        self.capture.language.show_languages(languages)
        self.panel.origin.offer(languages)
        self.panel.origin.offer_speakers(speakers)
        self._show_chosen()

    def _read_boards(self, effects: Effects | None = None) -> None:
        from facilitator.workshop.queries.board import boards

        self.store.submit(lambda workshop: workshop.read(boards), lambda found: self._show_boards(found, effects))

    def _show_boards(self, boards: list[BoardItem], effects: Effects | None) -> None:
        """Show which boards there are. The one on screen is read anew, but for what Effects did to others alone."""
        self.picker.show_boards(boards)
        self._new.setVisible(bool(boards) and not self._read_only)
        self.counted.emit(len(boards))
        before, self._following.board = self._following.board, self.picker.chosen
        if not boards:
            self._show_no_board()
        elif effects is None or before != self.picker.chosen:
            self._following.read()
        else:
            self._following.follow(effects)

    def _show_no_board(self) -> None:
        self._about.begin()
        for part in (self.views, self.capture, self.panel, self._find):
            part.hide()
        self._ask.setVisible(not self._read_only)
        self._ask.take_over(*self._capturing.give_up())
        if self.isVisible():
            self._ask.field.setFocus()

    def _add_board(self, question: str) -> None:
        new_board.begin(self.store, question, self._expect, lambda _error: self._ask.not_stored())

    def _expect(self, board_id: uuid.UUID) -> None:
        """A board was just begun: it is the one to show, and what was typed since its question is a note."""
        self.capture.field.insert(self._ask.stored())
        self.picker.chosen = self._asked = board_id

    def _go_to_board(self) -> None:
        self._following.board = self.picker.chosen
        self.filter.clear()
        self._following.read()
        self.arrive()

    def _show_outline(self) -> None:
        board = self.notes.board
        assert board is not None
        if self.isVisible() and self.views.wall is None and self._preferences.get(VIEW) == "wall":
            self.views.turn(to_wall=True)
        appeared = self.views.isHidden() or board.board_id == self._asked
        for part in (self.views, self.capture, self.panel, self._find):
            part.show()
        self.capture.show_meanings(board.meanings)
        self.panel.show_meanings(board.meanings)
        self.panel.legend.show_question(board.question)
        self._show_followed()
        if appeared and not self._ask.is_begun():
            self._asked = None
            self.arrive()
        self._drafts.put_back()

    def _show_followed(self) -> None:
        self._about.describe()
        self._round.describe()
        self.picker.count_notes(self.notes.count())
        self.panel.theme.show_themes(theme.name for theme in self.notes.themes())
        if self.deeds.to_choose and self.notes.note(self.deeds.to_choose):
            self._choose(self.deeds.to_choose)
            self.deeds.to_choose = None
        self._show_chosen()

    def _choose(self, note_id: uuid.UUID) -> None:
        """Select a note, or say that it is there but not among those that are shown."""
        self.views.choose(note_id)
        if self.notes.note(note_id) and self.notes.row_of(note_id) is None:
            self._notice.say(self.tr("The note is safe, but it is not among those shown. Ctrl+Shift+X shows all."))

    def _search(self, needle: str) -> None:
        self._narrow(replace(self.notes.wanted, words=needle))

    def _narrow(self, wanted: Wanted) -> None:
        self.notes.narrow(wanted)
        self._about.describe()

    def _begin_filter(self) -> None:
        if self.notes.board:
            self.filter.begin()

    def _show_all(self) -> None:
        """Show every note again: whatever was looked for and chosen is let go."""
        self._find.clear()
        self.filter.clear()
        self.capture.field.setFocus()

    def _choose_next(self, note_id: uuid.UUID | None) -> None:
        self.deeds.to_choose = note_id

    def _edit(self, note: NoteLine, words: str) -> None:
        change = gestures.edit_note(note.id, words)

        def not_stored(_error: Exception) -> None:
            self.views.choose(note.id)
            self.views.edit_chosen(words)

        self.store.change(lambda workshop: workshop.apply(change), None, not_stored)

    def _send(self, change: Change) -> None:
        if not self._read_only:
            self.store.change(lambda workshop: workshop.apply(change))

    def _chosen_ids(self) -> list[uuid.UUID]:
        return [note.id for note in self.views.chosen_notes()]

    def shown_ids(self) -> list[uuid.UUID]:
        """The selected notes, but for those that lie face down."""
        return [note.id for note in self.views.chosen_notes() if not note.face_down]

    def _show_chosen(self) -> None:
        self.panel.show_notes(self.views.chosen_notes())
        theme = self.deeds.theme_of_chosen()
        self.panel.theme.show_theme(theme.name if theme else "")

    def _begin_grouping(self) -> None:
        if self.views.chosen_notes():
            self.fold(folded=False)  # the theme is typed in the panel
            self.panel.theme.begin_grouping()

    def _begin_renaming(self) -> None:
        self.fold(folded=False)
        self.panel.theme.begin_renaming()
