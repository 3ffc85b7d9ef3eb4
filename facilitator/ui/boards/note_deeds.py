"""What is done to the selected notes of a board: themes, setting aside, making one of two, removing for good."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from facilitator.domain.gestures import board as gestures
from facilitator.domain.gestures.capture import name_colours
from facilitator.domain.gestures.notes import say_by_person, say_by_table, set_language
from facilitator.domain.gestures.wall import laying_too
from facilitator.domain.languages import code_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from facilitator.domain.change import Change
    from facilitator.ui.boards.board_views import BoardViews
    from facilitator.ui.boards.outline_rows import Group
    from facilitator.ui.store_thread import StoreThread
    from facilitator.workshop.queries.board import NoteLine
    from facilitator.workshop.queries.spoken import Speaker
    from facilitator.workshop.reader import Reader


class NoteDeeds(QObject):
    """Acts on what is selected in the list. `to_choose` is what the list selects when it next shows the outline.
    `said` carries what is worth saying, `refused` why something typed was not taken.
    """

    said = Signal(str)
    refused = Signal(str)

    def __init__(self, store: StoreThread, view: BoardViews) -> None:
        super().__init__(view)
        self._store, self._list = store, view
        self.to_choose: uuid.UUID | None = None

    def theme_of_chosen(self) -> Group | None:
        """The theme that all selected notes are in, or None."""
        ids = {note.theme_id for note in self._list.chosen_notes()}
        return next((theme for theme in self._list.notes.themes() if ids == {theme.id}), None)

    def group(self, name: str) -> None:
        """Put the selected notes in the theme of this name, whatever its capitals, and make it if there is none."""
        from facilitator.workshop.queries.board import next_theme_position

        chosen, board = self._list.chosen_notes(), self._list.notes.board
        if not chosen or board is None:
            return
        board_id, ids = board.board_id, [note.id for note in chosen]
        known = next(
            (theme.id for theme in self._list.notes.themes() if theme.name.casefold() == name.casefold()), None
        )

        def group(reader: Reader) -> Change:
            if known:
                return gestures.group_notes(ids, known)
            position = next_theme_position(reader, board_id)
            return gestures.group_under(ids, board_id, name, position=position)

        self._move_on(chosen)
        self._gather(board_id, ids, known or uuid.uuid4(), group)

    def ungroup(self) -> None:
        """Take the selected notes out of their theme."""
        grouped = [note for note in self._list.chosen_notes() if note.theme_id]
        if grouped:
            self._move_on(grouped)
            ids = [note.id for note in grouped]
            board_id = grouped[0].board_id
            if board_id:
                self._gather(board_id, ids, None, lambda _reader: gestures.group_notes(ids, None))

    def _gather(
        self,
        board_id: uuid.UUID,
        ids: list[uuid.UUID],
        theme_id: uuid.UUID | None,
        make: Callable[[Reader], Change],
    ) -> None:
        """Put notes in a theme or out of it; on a wall that somebody laid, they go where they now belong."""
        from facilitator.workshop.queries.wall import gathering

        def gathered(reader: Reader) -> Change:
            places, others = gathering(reader, board_id, ids, theme_id)
            return laying_too(make(reader), {**others, **places})

        self._store.change(lambda workshop: workshop.apply(workshop.read(gathered)))

    def rename(self, name: str) -> None:
        """Give the theme of the selected notes another name."""
        theme = self.theme_of_chosen()
        if theme and theme.id:
            change = gestures.rename_theme(theme.id, name)
            self._store.change(lambda workshop: workshop.apply(change))

    def write_in(self, typed: str) -> None:
        """Say in which language the selected notes are written."""
        self._mark(typed, spoken=False)

    def say_in(self, typed: str) -> None:
        """Say in which language the selected notes were said."""
        self._mark(typed, spoken=True)

    def say_by(self, speaker: Speaker | None) -> None:
        """Say which table or person said the selected notes, or nobody in particular."""
        ids = [note.id for note in self._list.chosen_notes()]
        if ids:
            by = say_by_person if speaker and speaker.is_person else say_by_table
            change = by(ids, speaker.id if speaker else None)
            self._store.change(lambda workshop: workshop.apply(change))

    def reword(self, question: str) -> None:
        """Ask the question of the board in other words."""
        board = self._list.notes.board
        if board:
            change = gestures.reword_board(board.board_id, question)
            self._store.change(lambda workshop: workshop.apply(change))

    def name_colour(self, number: int, meaning: str) -> None:
        """Say what a colour stands for on the board."""
        board = self._list.notes.board
        if board:
            change = name_colours(board.board_id, {number: meaning})
            self._store.change(lambda workshop: workshop.apply(change))

    def _mark(self, typed: str, *, spoken: bool) -> None:
        ids = [note.id for note in self._list.chosen_notes()]
        code = code_of(typed) if typed else ""
        if code is None:
            unknown = self.tr("No language is called “{language}” here. Type its English name or its code.")
            self.refused.emit(unknown.format(language=typed))
        elif ids:
            change = set_language(ids, spoken=code) if spoken else set_language(ids, code)
            self._store.change(lambda workshop: workshop.apply(change))

    def translate(self, words: str) -> None:
        """Put beside the selected note what it says in English."""
        chosen = self._list.chosen_notes()
        if len(chosen) == 1:
            change = gestures.translate_note(chosen[0].id, words, "en" if words else "")
            self._store.change(lambda workshop: workshop.apply(change))

    def park(self) -> None:
        """Set the selected notes aside; take them back up when all of them are aside."""
        chosen = self._list.chosen_notes()
        if chosen:
            change = gestures.park_notes([note.id for note in chosen], on=not all(note.parked for note in chosen))
            self._store.change(lambda workshop: workshop.apply(change))

    def merge(self) -> None:
        """Make one note of two: the upper one keeps its place."""
        from facilitator.workshop.queries.notes import merged

        chosen = self._list.chosen_notes()
        if len(chosen) == 2:
            kept, gone = (note.id for note in chosen)
            self.to_choose = kept
            self._store.change(
                lambda workshop: workshop.apply(workshop.read(lambda reader: merged(reader, kept, gone)))
            )
        else:
            self.said.emit(self.tr("Select the two notes to make one of: an arrow, then Shift and an arrow."))

    def _move_on(self, moved: list[NoteLine]) -> None:
        """Leave the field, and in the list select the note below those that leave, so that the hands can go on; the
        last of them when none is below. On the wall they are seen to go, and stay selected.
        """
        self._list.setFocus()
        if self._list.is_wall():
            return
        gone = {note.id for note in moved}
        last = self._list.notes.row_of(moved[-1].id) or 0
        below = (self._list.notes.note_at(self._list.notes.index(at)) for at in range(last + 1, self._list.rows()))
        self.to_choose = next((note.id for note in below if note and note.id not in gone), moved[-1].id)
