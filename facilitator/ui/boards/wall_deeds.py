"""What is done to the wall of a board and was not done to its list: laying, arranging, copies, splitting, pictures of
notes, and rounds in which everybody writes for themselves.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage, QPixmap

from facilitator.domain.errors import BadInput, Expected
from facilitator.domain.gestures.board import edit_note
from facilitator.domain.gestures.capture import add_photos, change_photo, lines_of
from facilitator.ui import files
from facilitator.ui.boards import photos
from facilitator.ui.boards.wall_tools import ARRANGING, WallTools

SMALL = 480  # pixels of the longer side of a picture on the wall

if TYPE_CHECKING:
    import uuid
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from PySide6.QtCore import QRectF

    from facilitator.domain.attachment import Attachment
    from facilitator.domain.change import Change, Effects
    from facilitator.ui.boards.board_views import BoardViews
    from facilitator.ui.boards.capture_bar import CaptureBar
    from facilitator.ui.notice import Notice
    from facilitator.ui.store_thread import StoreThread
    from facilitator.workshop.queries.board import NoteLine
    from facilitator.workshop.reader import Reader
    from facilitator.workshop.workshop import Workshop

    Make = Callable[[Reader], Change]


class WallDeeds(QObject):
    """Acts on the board that is shown."""

    def __init__(self, store: StoreThread, views: BoardViews, capture: CaptureBar, notice: Notice) -> None:
        super().__init__(views)
        self._store, self._views, self._capture, self._notice = store, views, capture, notice
        self.tools = WallTools(views, self.deeds())
        views.laid.connect(self.lay)
        views.wants.connect(self.show_pictures)
        views.dropped.connect(self.take_files)
        views.typing_up.typed.connect(self._type_up)
        views.typing_up.wants.connect(self._show_crop)
        views.typing_up.reshaped.connect(self._reshape)
        capture.pictured.connect(self.take_copied)

    def deeds(self) -> dict[str, Callable[[], None]]:
        """What each key of the wall is for, by its name in deeds.py."""
        arranging = {f"arrange-{how}": partial(self.arrange, how) for how in ARRANGING}
        return arranging | {
            "wall": lambda: self._views.turn(to_wall=not self._views.is_wall()),
            "duplicate": self.duplicate,
            "split": self.split,
            "stack": self.stack,
            "round": self.turn_round,
            "photos": self._ask_pictures,
            "type-up": self._begin_typing_up,
            "wall-picture": self._save_picture,
        }

    def lay(
        self, places: Mapping[uuid.UUID, tuple[float, float]], themes: Mapping[uuid.UUID, uuid.UUID | None]
    ) -> None:
        """Lay notes where a hand let them go, in the themes whose frames caught them."""
        from facilitator.workshop.queries.wall import laying

        self._write(lambda board: lambda reader: laying(reader, board, places, themes))

    def arrange(self, how: str) -> None:
        """Lay the whole board anew: grid, theme, colour or votes."""
        from facilitator.workshop.queries.wall import arranging

        def done(_effects: Effects) -> None:
            if self._views.wall:
                self._views.wall.view.show_all()

        self._write(lambda board: lambda reader: arranging(reader, board, how), done)

    def stack(self) -> None:
        """Lay the chosen notes upon one another."""
        from facilitator.workshop.queries.wall import arranging

        ids = self._chosen()
        if len(ids) > 1:
            self._write(lambda board: lambda reader: arranging(reader, board, "stack", ids))

    def duplicate(self) -> None:
        """Make a copy of each chosen note beside it."""
        from facilitator.workshop.queries.wall import duplicating

        ids = self._chosen()
        if ids:
            self._write(lambda board: lambda reader: duplicating(reader, board, ids))

    def split(self) -> None:
        """Make one note of each line of the chosen one."""
        from facilitator.workshop.queries.notes import split_up

        chosen = self._views.chosen_notes()
        parts = lines_of(chosen[0].text) if len(chosen) == 1 else ()
        if len(parts) > 1:
            self._write(lambda _board: lambda reader: split_up(reader, chosen[0].id, parts))
        elif len(chosen) == 1:
            words = self.tr("Put each part on a line of its own first: F2, then Shift+Enter between the parts.")
            self._notice.say(words)

    def turn_round(self) -> None:
        """Begin a round in which everybody writes for themselves, or show all that was written in it at once."""
        from facilitator.domain.gestures.rounds import begin_round
        from facilitator.workshop.queries.rounds import is_private, revealing

        def turn(board: uuid.UUID) -> Make:
            return lambda reader: revealing(reader, board) if is_private(reader, board) else begin_round(board)

        self._write(turn)

    def take_files(self, paths: Sequence[Path]) -> None:
        """Bring pictures of notes in, a note each; one that cannot be read does not keep the others out."""
        self._take(lambda: photos.all_taken_in(paths))

    def take_copied(self, image: QImage) -> None:
        """Bring a picture in that was copied in another program."""
        self._take(lambda: ([photos.taken_from_clipboard(image)], []))

    def show_pictures(self, names: Sequence[str]) -> None:
        """Show pictures of notes on the wall, one after another and small enough for it."""
        for name in names:
            self._show_picture(name, SMALL, self._show_on_wall)

    def _show_on_wall(self, name: str, picture: QPixmap) -> None:
        if self._views.wall:
            self._views.wall.view.show_picture(name, picture)

    def _show_picture(self, name: str, longest: int, show: Callable[[str, QPixmap], None]) -> None:
        """Pictures are read on the store's thread, so that the window goes on."""
        self._store.submit(
            lambda workshop: photos.shown_small(workshop.read(lambda reader: reader.picture(name)), longest),
            lambda image: show(name, QPixmap.fromImage(image)),
        )

    def _ask_pictures(self) -> None:
        if paths := files.ask_pictures(self._views):
            self.take_files(paths)

    def _save_picture(self) -> None:
        from facilitator.ui.canvas.save_picture import save_picture

        wall = self._views.wall
        if wall is None or not self._views.is_wall():
            self._notice.say(self.tr("Go to the wall first: F6."))
            return
        board = self._views.notes.board
        path = files.ask_picture(self._views, board.question if board else "")
        if path is None:
            return
        try:
            save_picture(wall.view, path)
        except Expected as error:
            self._notice.say(str(error), warn=True)
        else:
            self._notice.say(self.tr("The wall is saved as {name}.").format(name=path.name))

    def _begin_typing_up(self) -> None:
        if any(note.photo and not note.text for note in self._views.notes.all_notes()):
            self._views.begin_typing_up()
        else:
            self._notice.say(self.tr("No picture is waiting to be typed up."))

    def _type_up(self, note: NoteLine, words: str) -> None:
        change = edit_note(note.id, words)
        self._store.change(
            lambda workshop: workshop.apply(change), None, lambda _error: self._views.typing_up.give_back(words)
        )

    def _reshape(self, note: NoteLine, part: QRectF, turned: int) -> None:
        """Keep a part of a note's picture, or turn it."""

        def reshape(workshop: Workshop) -> Effects:
            kept = workshop.read(lambda reader: reader.picture(note.photo))
            return workshop.apply(change_photo(note.id, photos.reshaped(kept, part, turned)))

        self._store.change(reshape)

    def _show_crop(self, name: str) -> None:
        self._show_picture(name, photos.LONGEST_SIDE, self._views.typing_up.show_picture)

    def _take(self, read: Callable[[], tuple[list[Attachment], list[str]]]) -> None:
        """Pictures are made small on the store's thread, so that the window goes on. `read` gives them, and a sentence
        for each that is none.
        """
        board = self._views.notes.board
        if board is None:
            return
        colour, table_id = self._capture.colour(), self._capture.table.table_id()
        told: list[str] = []

        def take(workshop: Workshop) -> Effects:
            from facilitator.workshop.queries.board import next_position
            from facilitator.workshop.queries.rounds import is_private

            pictures, refused = read()
            if not pictures:
                raise BadInput("\n".join(refused))
            told.extend(refused)
            position = workshop.read(lambda reader: next_position(reader, board.board_id))
            private = workshop.read(lambda reader: is_private(reader, board.board_id))
            about = {"colour": colour, "table_id": table_id, "position": position, "face_down": private}
            return workshop.apply(add_photos(board.board_id, pictures, **about))

        def done(_effects: Effects) -> None:
            if told:
                self._notice.say("\n".join(told), warn=True)

        self._store.change(take, done)

    def _write(self, make: Callable[[uuid.UUID], Make], done: Callable[[Effects], None] | None = None) -> None:
        board = self._views.notes.board
        if board is not None:
            change = make(board.board_id)
            self._store.change(lambda workshop: workshop.apply(workshop.read(change)), done)

    def _chosen(self) -> list[uuid.UUID]:
        return [note.id for note in self._views.chosen_notes()]
