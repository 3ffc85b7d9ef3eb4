"""What is done with pictures of notes: they come in as notes, are shown on the wall, and are typed up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage, QPixmap

from facilitator.domain.errors import BadInput
from facilitator.domain.gestures.board import edit_note
from facilitator.domain.gestures.capture import add_photos, change_photo
from facilitator.ui import files
from facilitator.ui.boards import photos

if TYPE_CHECKING:
    import uuid
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from PySide6.QtCore import QRectF

    from facilitator.domain.arrange import Place
    from facilitator.domain.attachment import Attachment
    from facilitator.domain.change import Change, Effects
    from facilitator.ui.boards.board_views import BoardViews
    from facilitator.ui.boards.capture_bar import CaptureBar
    from facilitator.ui.notice import Notice
    from facilitator.ui.store_thread import StoreThread
    from facilitator.workshop.queries.board import NoteLine
    from facilitator.workshop.reader import Reader
    from facilitator.workshop.workshop import Workshop

SMALL = 480  # pixels of the longer side of a picture on the wall


class PhotoDeeds(QObject):
    """Acts on the board that is shown."""

    def __init__(self, store: StoreThread, views: BoardViews, capture: CaptureBar, notice: Notice) -> None:
        super().__init__(views)
        self._store, self._views, self._capture, self._notice = store, views, capture, notice
        views.wants.connect(self.show_pictures)
        views.dropped.connect(self.take_files)
        views.typing_up.typed.connect(self._type_up)
        views.typing_up.wants.connect(self._show_crop)
        views.typing_up.reshaped.connect(self._reshape)
        capture.pictured.connect(self.take_copied)

    def ask(self) -> None:
        """Ask which pictures to bring in."""
        if paths := files.ask_pictures(self._views):
            self.take_files(paths)

    def ask_for_originals(self) -> None:
        """Ask which pictures to bring in as large as they were taken."""
        if paths := files.ask_pictures(self._views):
            self.take_originals(paths)

    def take_originals(self, paths: Sequence[Path]) -> None:
        """Bring pictures in with every pixel that was taken, a note each: a drawing on a wall, small writing."""
        self._take(lambda: photos.all_taken_in(paths, photos.EVERY_PIXEL))

    def take_files(self, paths: Sequence[Path], near: Place | None = None, theme_id: uuid.UUID | None = None) -> None:
        """Bring pictures of notes in, a note each, where on the wall and in which theme they were dropped; one that
        cannot be read does not keep the others out.
        """
        self._take(lambda: photos.all_taken_in(paths), near, theme_id)

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

    def begin_typing_up(self) -> None:
        """Go to the queue of pictures that wait to be typed up."""
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

    def _take(
        self,
        read: Callable[[], tuple[list[Attachment], list[str]]],
        near: Place | None = None,
        theme_id: uuid.UUID | None = None,
    ) -> None:
        """Pictures are made small on the store's thread, so that the window goes on. `read` gives them, and a sentence
        for each that is none.
        """
        board = self._views.notes.board
        if board is None:
            return
        board_id = board.board_id
        near = near or self._views.near()
        colour, table_id = self._capture.colour(), self._capture.table.table_id()
        told: list[str] = []

        def take(workshop: Workshop) -> Effects:
            pictures, refused = read()
            if not pictures:
                raise BadInput("\n".join(refused))
            told.extend(refused)
            return workshop.apply(workshop.read(lambda reader: make(reader, pictures)))

        def make(reader: Reader, pictures: list[Attachment]) -> Change:
            from facilitator.domain.gestures.wall import falling, laying_too
            from facilitator.workshop.queries.board import next_position
            from facilitator.workshop.queries.rounds import is_private
            from facilitator.workshop.queries.wall import places_after

            position, private = next_position(reader, board_id), is_private(reader, board_id)
            about = {"colour": colour, "table_id": table_id, "position": position, "face_down": private}
            places, settled = places_after(reader, board_id, near, len(pictures), theme_id)
            return laying_too(falling(add_photos(board_id, pictures, **about), places, theme_id), settled)

        def done(_effects: Effects) -> None:
            if told:
                self._notice.say("\n".join(told), warn=True)

        self._store.change(take, done)
