"""What is done to the wall of a board and was not done to its list: laying, arranging, copies, splitting, and rounds in
which everybody writes for themselves.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from facilitator.domain.errors import Expected
from facilitator.domain.gestures.capture import lines_of
from facilitator.ui import files
from facilitator.ui.boards.photo_deeds import PhotoDeeds
from facilitator.ui.boards.wall_tools import ARRANGING, WallTools

if TYPE_CHECKING:
    import uuid
    from collections.abc import Callable, Mapping

    from facilitator.domain.change import Change, Effects
    from facilitator.ui.boards.board_views import BoardViews
    from facilitator.ui.boards.capture_bar import CaptureBar
    from facilitator.ui.notice import Notice
    from facilitator.ui.store_thread import StoreThread
    from facilitator.workshop.reader import Reader

    Make = Callable[[Reader], Change]


class WallDeeds(QObject):
    """Acts on the board that is shown."""

    def __init__(self, store: StoreThread, views: BoardViews, capture: CaptureBar, notice: Notice) -> None:
        super().__init__(views)
        self._store, self._views, self._notice = store, views, notice
        self.photos = PhotoDeeds(store, views, capture, notice)
        self.tools = WallTools(views, self.deeds())
        views.laid.connect(self.lay)

    def deeds(self) -> dict[str, Callable[[], None]]:
        """What each key of the wall is for, by its name in deeds.py."""
        arranging = {f"arrange-{how}": partial(self.arrange, how) for how in ARRANGING}
        return arranging | {
            "wall": lambda: self._views.turn(to_wall=not self._views.is_wall()),
            "duplicate": self.duplicate,
            "split": self.split,
            "stack": self.stack,
            "round": self.turn_round,
            "photos": self.photos.ask,
            "photos-whole": self.photos.ask_for_originals,
            "type-up": self.photos.begin_typing_up,
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

    def _write(self, make: Callable[[uuid.UUID], Make], done: Callable[[Effects], None] | None = None) -> None:
        board = self._views.notes.board
        if board is not None:
            change = make(board.board_id)
            self._store.change(lambda workshop: workshop.apply(workshop.read(change)), done)

    def _chosen(self) -> list[uuid.UUID]:
        return [note.id for note in self._views.chosen_notes()]
