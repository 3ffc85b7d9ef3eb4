"""Painting a wall for the command line, in a process of its own that has Qt and no screen."""

from __future__ import annotations

import pickle
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication

from facilitator.domain.attachment import Attachment
from facilitator.domain.errors import Expected
from facilitator.ui.boards.photos import shown_small
from facilitator.ui.canvas.save_picture import save_picture
from facilitator.ui.canvas.view import CanvasView
from facilitator.ui.look import fonts, theme

if TYPE_CHECKING:
    from facilitator.workshop.queries.wall_picture import WallValues

SIDE = 480  # pixels of the longer side of a photographed note


def main(out: str, kind: str) -> int:
    """Paint the values that come on standard input to a file, svg or png; 1 with a sentence when that is refused."""
    values: WallValues = pickle.load(sys.stdin.buffer)  # from the process that started this one, and nobody else
    app = QApplication([])
    theme.dress(app)
    theme.choose(app, Qt.ColorScheme.Light)
    fonts.load_rest()
    try:
        save_picture(hung(values), Path(out), kind)
    except Expected as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


def hung(values: WallValues) -> CanvasView:
    """The wall with everything on it, on no screen."""
    view = CanvasView()
    view.question, view.meanings = values.question, values.meanings
    for name, data in values.pictures.items():
        image = shown_small(Attachment("image/jpeg", data), SIDE)
        view.picture.face.pictures[name] = QPixmap.fromImage(image)
    view.show_board(values.board_id, values.notes, values.places, values.themes)
    view.show_dots(values.dots)
    return view
