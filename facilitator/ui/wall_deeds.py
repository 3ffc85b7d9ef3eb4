"""What is done to the wall of a board and was not done to its list: laying, arranging, copies, splitting, pictures of
notes, and rounds in which everybody writes for themselves.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage, QPixmap

from facilitator.domain.gestures.capture import add_photos, lines_of
from facilitator.ui import photos

if TYPE_CHECKING:
    import uuid
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from facilitator.domain.attachment import Attachment
    from facilitator.domain.change import Change, Effects
    from facilitator.ui.board_views import BoardViews
    from facilitator.ui.notice import Notice
    from facilitator.ui.store_thread import StoreThread
    from facilitator.workshop.reader import Reader
    from facilitator.workshop.workshop import Workshop

    Make = Callable[[Reader], Change]


class WallDeeds(QObject):
    """Acts on the board that is shown."""

    def __init__(self, store: StoreThread, views: BoardViews, notice: Notice) -> None:
        super().__init__(views)
        self._store, self._views, self._notice = store, views, notice
        views.laid.connect(self.lay)
        views.wants.connect(self.show_pictures)

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

    def take_files(self, paths: Sequence[Path], colour: int, table_id: uuid.UUID | None) -> None:
        """Bring pictures of notes in, a note each."""
        self._take(lambda: [photos.taken_in(path) for path in paths], colour, table_id)

    def take_copied(self, image: QImage, colour: int, table_id: uuid.UUID | None) -> None:
        """Bring a picture in that was copied in another program."""
        self._take(lambda: [photos.taken_from_clipboard(image)], colour, table_id)

    def show_pictures(self, names: Sequence[str], then: Callable[[str, QPixmap], None] | None = None) -> None:
        """Show pictures of notes where they are wanted: on the wall, or by `then`."""

        def show(found: list[tuple[str, Attachment | None]]) -> None:
            for name, one in found:
                picture = QPixmap()
                if one is not None:
                    picture.loadFromData(one.data)
                if then:
                    then(name, picture)
                elif self._views.wall:
                    self._views.wall.view.show_picture(name, picture)

        def read(reader: Reader) -> list[tuple[str, Attachment | None]]:
            return [(name, reader.picture(name)) for name in names]

        self._store.submit(lambda workshop: workshop.read(read), show)

    def _take(self, read: Callable[[], list[Attachment]], colour: int, table_id: uuid.UUID | None) -> None:
        """Pictures are made small on the store's thread, so that the window goes on."""
        board = self._views.notes.board
        if board is None:
            return

        def take(workshop: Workshop) -> Effects:
            from facilitator.workshop.queries.board import next_position
            from facilitator.workshop.queries.rounds import is_private

            pictures = read()
            position = workshop.read(lambda reader: next_position(reader, board.board_id))
            private = workshop.read(lambda reader: is_private(reader, board.board_id))
            about = {"colour": colour, "table_id": table_id, "position": position, "face_down": private}
            return workshop.apply(add_photos(board.board_id, pictures, **about))

        self._store.change(take)

    def _write(self, make: Callable[[uuid.UUID], Make], done: Callable[[Effects], None] | None = None) -> None:
        board = self._views.notes.board
        if board is not None:
            change = make(board.board_id)
            self._store.change(lambda workshop: workshop.apply(workshop.read(change)), done)

    def _chosen(self) -> list[uuid.UUID]:
        return [note.id for note in self._views.chosen_notes()]
