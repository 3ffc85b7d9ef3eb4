"""A small plan in a real window, and the hands on it, for tests of the station of the plan."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from facilitator.domain.block_entry import kind_of
from facilitator.domain.gestures.board import add_board
from facilitator.domain.gestures.people import add_person
from facilitator.domain.gestures.programme import add_activity, add_session
from facilitator.domain.gestures.voting import add_poll
from facilitator.ui.plan.page import PlanPage
from facilitator.workshop.places import Places
from facilitator.workshop.queries.plan import plan
from facilitator.workshop.queries.sessions import sessions
from facilitator.workshop.workshop import Workshop
from tests.ui.windows import settle

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from facilitator.ui.shell import Window
    from facilitator.workshop.queries.plan import BlockLine, Plan

SESSION, BOARD, POLL = (uuid.uuid4() for _ in range(3))
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier


def planned(path: Path) -> Path:
    """A workshop file with a session of three blocks, a board, a vote and an interpreter."""
    with Workshop.new(path, "Millbrook early years", Places.of_this_laptop()) as workshop:
        workshop.apply(add_board("What would help?", board_id=BOARD))
        workshop.apply(add_poll("Which first?", poll_id=POLL))
        workshop.apply(add_person("Samia", kind="supporter", supporter_role="interpreter"))
        workshop.apply(
            add_session("Ideas", date="2027-01-14", starts_at="10:00", ends_at="12:30", session_id=SESSION, position=1)
        )
        for turn, (title, minutes, fixed) in enumerate(
            (("Welcome", 15, ""), ("Ideas", 40, ""), ("Break", 15, "11:05"))
        ):
            kind = kind_of(title)
            workshop.apply(add_activity(SESSION, title, kind=kind, minutes=minutes, fixed_start=fixed, position=turn))
    return path


def page(window: Window) -> PlanPage:
    found = window.page("plan")
    assert isinstance(found, PlanPage)
    return found


def press(qtbot: QtBot, window: Window, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
    qtbot.keyClick(QApplication.focusWidget() or window, key, modifier)
    settle(qtbot, window)


def type_in(qtbot: QtBot, window: Window, words: str) -> None:
    qtbot.keyClicks(QApplication.focusWidget(), words)
    press(qtbot, window, Qt.Key.Key_Return)


def stored(qtbot: QtBot, window: Window, session: uuid.UUID | None = None) -> Plan:
    got: list[Plan | None] = []
    window.store.submit(
        lambda workshop: workshop.read(lambda reader: plan(reader, session or sessions(reader)[0].id)), got.append
    )
    settle(qtbot, window)
    assert got[0]
    return got[0]


def blocks(qtbot: QtBot, window: Window) -> list[tuple[str, str, int]]:
    return [(one.starts, one.title, one.minutes) for one in stored(qtbot, window).blocks]


def titles(qtbot: QtBot, window: Window) -> list[str]:
    return [title for _, title, _ in blocks(qtbot, window)]


def chosen(window: Window) -> BlockLine:
    block = page(window).list.block()
    assert block
    return block


def go_to_list(qtbot: QtBot, window: Window, row: int) -> None:
    page(window).list.setFocus()
    page(window).list.setCurrentIndex(page(window).blocks.index(row))
    settle(qtbot, window)
