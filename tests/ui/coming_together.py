"""Two laptops that were apart, and the station where they come together, for its tests."""

from __future__ import annotations

import shutil
import uuid
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QWidget

from facilitator.domain.board import Note
from facilitator.domain.gestures.board import add_board, add_note, colour_notes, edit_note
from facilitator.domain.gestures.people import add_person
from facilitator.ui.together.page import TogetherPage
from facilitator.workshop.places import Device, Places
from facilitator.workshop.workshop import Workshop
from tests.ui.windows import settle

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from facilitator.ui.shell import Window

BOARD, TEA, CAKE = (uuid.UUID(int=number) for number in range(1, 4))


def here_in(folder: Path) -> Path:
    """A workshop on this laptop: a board with two notes."""
    path = folder / "hall.workshop"
    with Workshop.new(path, "Millbrook", Places.of_this_laptop()) as workshop:
        workshop.apply(add_board("What would help?", board_id=BOARD))
        workshop.apply(add_note(BOARD, "Tea", note_id=TEA))
        workshop.apply(add_note(BOARD, "Cake", note_id=CAKE, position=1.0))
    return path


def apart(file: Path, folder: Path) -> Path:
    """What another laptop made of a copy, while here the same note was changed."""
    copy = folder / "table-2.workshop"
    shutil.copy(file, copy)
    with Workshop.open(copy, Places(folder / "there", Device("there", "Table 2's laptop"))) as there:
        there.apply(edit_note(TEA, "<b>Black</b> tea"))
        there.apply(colour_notes([CAKE], 5))
        there.apply(add_note(BOARD, "Chairs"))
        there.apply(add_person("Zubaida"))
    with Workshop.open(file, Places.of_this_laptop()) as here:
        here.apply(edit_note(TEA, "Green tea"))
        here.apply(colour_notes([CAKE], 3))
        here.apply(add_person("Zubaida"))
    return copy


def page(window: Window) -> TogetherPage:
    found = window.page("together")
    assert isinstance(found, TogetherPage)
    return found


def texts(qtbot: QtBot, window: Window) -> list[str]:
    found: list[str] = []
    window.store.submit(
        lambda workshop: workshop.read(lambda reader: reader.find(Note)),
        lambda notes: found.extend(note.text for note in notes),
    )
    settle(qtbot, window)
    return sorted(found)


def labels(shown: QWidget) -> str:
    found: list[QLabel] = shown.findChildren(QLabel)
    return "\n".join(one.text() for one in found)


def columns(window: Window) -> list[str]:
    return [card.conflict.column for card in page(window).choices.cards]
