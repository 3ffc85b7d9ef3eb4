"""Whatever hands and keys do on the wall, nothing breaks: no error, the wall is what a fresh reading would show, and
the workshop's tables are what its log says.
"""

from __future__ import annotations

import faulthandler
import random
import resource
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.boards import ALT, CTRL, NONE, SHIFT
from tests.ui.windows import board, made, settle, shown

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from facilitator.ui.canvas.view import CanvasView
    from facilitator.ui.shell import Window

LEFT, MIDDLE, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton, Qt.MouseButton.RightButton
KEY = Qt.Key
A_BUSY_DISK = 60_000  # milliseconds for one Change, on a machine that does much else
MORE_MEMORY = 120  # megabytes that ten thousand gestures may leave, the log's pages and the tiles among them
WORDS = ("Text the day before", "لوحة فيها صور لمن لا يقرأ", "ایک بورڈ", "Role play the first phone call", "一块板")
ARRANGING = ("arrange-grid", "arrange-theme", "arrange-colour", "arrange-votes")
DEEDS = (*ARRANGING, "duplicate", "stack", "park", "withhold", "merge", "split", "ungroup", "round")
KEYS = (
    *((key, CTRL) for key in (KEY.Key_Left, KEY.Key_Right, KEY.Key_Up, KEY.Key_Down)),
    *((key, ALT) for key in (KEY.Key_Left, KEY.Key_Right, KEY.Key_Up, KEY.Key_Down)),
    *((key, SHIFT) for key in (KEY.Key_Left, KEY.Key_Right, KEY.Key_Up, KEY.Key_Down)),
    (KEY.Key_Space, CTRL),
    *((key, NONE) for key in (KEY.Key_Tab, KEY.Key_Home, KEY.Key_Left, KEY.Key_Down, KEY.Key_Escape)),
)


class Restless:
    """Somebody who does one thing after another on the wall, the same things for the same seed."""

    def __init__(self, qtbot: QtBot, window: Window, seed: int) -> None:
        self.qtbot, self.window, self.page = qtbot, window, board(window)
        self.random = random.Random(seed)
        self.done: list[str] = []
        self._ways: dict[str, tuple[int, Callable[[], None]]] = {
            "drag": (24, lambda: self.drag(LEFT)),
            "pan": (6, lambda: self.drag(self.random.choice((MIDDLE, RIGHT)))),
            "leave a drag": (4, self.leave),
            "click": (12, self.click),
            "wheel": (10, self.wheel),
            "key": (16, self.key),
            "capture": (6, self.capture),
            "change": (4, self.change),
            "undo": (10, lambda: self.window.undo()),
            "redo": (6, lambda: self.window.redo()),
            "colour": (4, lambda: self.page.choose_colour(self.random.randint(1, 7))),
            "group": (5, lambda: self.page.deeds.group(self.random.choice("ABC"))),
            "rename": (2, lambda: self.page.deeds.rename(self.random.choice("ABCD"))),
            "deed": (6, lambda: self.page.do(self.random.choice(DEEDS))),
            "find": (2, lambda: self.page.search(self.random.choice(("", "", "the", "zz")))),
            "turn": (1, lambda: self.page.do("wall")),
        }

    @property
    def view(self) -> CanvasView:
        wall = self.page.views.wall
        assert wall is not None
        return wall.view

    def go_on(self) -> None:
        """Do one thing."""
        names = list(self._ways)
        name = self.random.choices(names, [self._ways[one][0] for one in names])[0]
        self.done.append(name)
        if len(self.view.scene.notes) > 400 and name in {"capture", "deed"}:
            return
        if self.page.views.is_wall() and not self.page.capture.field.text():
            self.view.setFocus()
        self._ways[name][1]()

    def anywhere(self) -> QPoint:
        notes = self.view.scene.notes
        if notes and self.random.random() < 0.6:
            place = self.view.place_of(self.random.choice(notes).id)
            if place and self.view.rect().toRectF().intersects(place):
                return place.center().toPoint()
        return QPoint(self.random.randrange(self.view.width()), self.random.randrange(self.view.height()))

    def drag(self, button: Qt.MouseButton) -> None:
        start, end = self.anywhere(), self.anywhere()
        QTest.mousePress(self.view, button, self.random.choice((NONE, NONE, SHIFT)), start)
        for share in (0.3, 1.0):
            QTest.mouseMove(self.view, start + (end - start) * share)
            QApplication.processEvents()
        QTest.mouseRelease(self.view, button, NONE, end)

    def leave(self) -> None:
        QTest.mousePress(self.view, LEFT, NONE, self.anywhere())
        QTest.mouseMove(self.view, self.anywhere())
        QTest.keyClick(self.view, KEY.Key_Escape)
        QTest.mouseRelease(self.view, LEFT, NONE, self.anywhere())

    def click(self) -> None:
        QTest.mouseClick(self.view, LEFT, self.random.choice((NONE, SHIFT, CTRL)), self.anywhere())

    def wheel(self) -> None:
        at, turned = QPointF(self.anywhere()), QPoint(0, self.random.choice((-240, -120, 120, 240)))
        how = self.random.choice((NONE, CTRL, SHIFT))
        event = QWheelEvent(at, at, QPoint(), turned, Qt.MouseButton.NoButton, how, Qt.ScrollPhase.NoScrollPhase, False)
        QApplication.sendEvent(self.view, event)

    def key(self) -> None:
        QTest.keyClick(self.view, *self.random.choice(KEYS))

    def capture(self) -> None:
        self.page.capture.field.setText(self.random.choice(WORDS))
        QTest.keyClick(self.page.capture.field, KEY.Key_Return)

    def change(self) -> None:
        notes = [one for one in self.view.scene.notes if not one.face_down]
        if not notes or not self.page.views.is_wall():
            return
        self.page.views.choose(self.random.choice(notes).id)
        self.page.views.edit_chosen(self.random.choice(WORDS) + " anew")
        focus = QApplication.focusWidget()
        if focus and focus.objectName() == "noteEditor":
            QTest.keyClick(focus, self.random.choice((KEY.Key_Return, KEY.Key_Escape)))


def is_as_read(somebody: Restless) -> None:
    """The wall that followed every change is the one a fresh reading of the board gives."""
    page, view = somebody.page, somebody.view
    if not page.views.is_wall():
        page.do("wall")
    settle(somebody.qtbot, somebody.window)
    rects = {note.id: view.scene.rect(row) for row, note in enumerate(view.scene.notes)}
    notes = {note.id: note for note in view.scene.notes}
    frames = {one.id: (one.name, one.notes, one.rect) for one in view.scene.frames.values()}
    chosen = view.chosen
    page.reread()
    settle(somebody.qtbot, somebody.window)
    assert {note.id: view.scene.rect(row) for row, note in enumerate(view.scene.notes)} == rects
    assert {note.id: note for note in view.scene.notes} == notes
    assert {one.id: (one.name, one.notes, one.rect) for one in view.scene.frames.values()} == frames
    assert view.chosen == chosen


def memory() -> float:
    """Megabytes this process has held at most."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def walk(qtbot: QtBot, file: Path, gestures: int, *, look_every: int) -> float:
    """Do so many things, and look every so often; gives the megabytes that came after the first tenth."""
    with shown(qtbot, file) as window:
        window.go_to("boards")
        board(window).do("wall")
        settle(qtbot, window)
        somebody = Restless(qtbot, window, seed=gestures)
        early = 0.0
        for turn in range(1, gestures + 1):
            somebody.go_on()
            qtbot.waitUntil(window.store.is_idle, timeout=A_BUSY_DISK)
            if turn % look_every == 0:
                is_as_read(somebody)
            if turn == gestures // 10:
                early = memory()
        faults: list[object] = []
        window.store.submit(lambda workshop: workshop.check(), faults.extend)
        settle(qtbot, window)
        assert faults == []
        board(window).capture.field.clear()
        return memory() - early


def test_three_hundred_gestures_break_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    walk(qtbot, made(tmp_path / "soak.workshop", *WORDS * 3), 300, look_every=20)


@pytest.mark.long
def test_ten_thousand_gestures_break_nothing_and_memory_stays(qtbot: QtBot, tmp_path: Path) -> None:
    faulthandler.cancel_dump_traceback_later()  # on a busy machine it takes longer than a test may
    more = walk(qtbot, made(tmp_path / "soak.workshop", *WORDS * 6), 10_000, look_every=200)
    assert more < MORE_MEMORY
