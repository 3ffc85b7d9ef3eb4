"""What hands and keys do on the wall, and what the wall says they did."""

from __future__ import annotations

import uuid
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QNativeGestureEvent, QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from facilitator.domain.arrange import GAP, NOTE_HEIGHT, Place, settled
from facilitator.ui.canvas.camera import Camera
from facilitator.ui.canvas.view import CanvasView
from facilitator.ui.look import theme
from facilitator.workshop.queries.board import NoteLine

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot
    from pytestqt.wait_signal import SignalBlocker

BUSES, KEYS = uuid.UUID(int=101), uuid.UUID(int=102)
BOARD, NAMES = uuid.UUID(int=1), {BUSES: "Buses", KEYS: "Keys"}
NOTES = [uuid.UUID(int=at) for at in range(1, 9)]
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def note(at: int, theme_id: uuid.UUID | None) -> NoteLine:
    return NoteLine(NOTES[at], f"Note {at}", "", "", 1 + at % 7, "Table 1", False, False, theme_id)


def eight() -> list[NoteLine]:
    """Three notes on buses, two on keys, three in no theme."""
    return [note(at, BUSES if at < 3 else KEYS if at < 5 else None) for at in range(8)]


def first_places() -> dict[uuid.UUID, Place]:
    return settled([NOTES[:3], NOTES[3:5], NOTES[5:]], {})


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[CanvasView]:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.dress(app)
    made = CanvasView()
    made.resize(1200, 800)
    with qtbot.waitExposed(made):
        made.show()
    made.show_board(BOARD, eight(), first_places(), NAMES)
    made.look(Camera(made.scene.bounds().center().x(), made.scene.bounds().center().y(), 0.9))
    made.setFocus()
    yield made
    made.deleteLater()


def middle(view: CanvasView, at: int) -> QPoint:
    place = view.place_of(NOTES[at])
    assert place is not None
    return place.center().toPoint()


def press(view: CanvasView, at: QPoint, modifier: Qt.KeyboardModifier = NONE) -> None:
    QTest.mousePress(view, LEFT, modifier, at)


def drag(view: CanvasView, start: QPoint, end: QPoint) -> None:
    press(view, start)
    for share in (0.3, 0.7, 1.0):
        QTest.mouseMove(view, start + (end - start) * share)
    QTest.mouseRelease(view, LEFT, NONE, end)


def told(blocker: SignalBlocker) -> list[Any]:
    """What the wall said."""
    assert blocker.args is not None
    return blocker.args


def numbers(view: CanvasView) -> set[int]:
    return {NOTES.index(one) for one in view.chosen}


def test_a_click_chooses_one_and_shift_adds_or_takes_away(view: CanvasView) -> None:
    QTest.mouseClick(view, LEFT, NONE, middle(view, 0))
    assert numbers(view) == {0}
    QTest.mouseClick(view, LEFT, Qt.KeyboardModifier.ShiftModifier, middle(view, 4))
    assert numbers(view) == {0, 4}
    QTest.mouseClick(view, LEFT, Qt.KeyboardModifier.ShiftModifier, middle(view, 0))
    assert numbers(view) == {4}


def test_a_click_on_one_of_several_that_are_chosen_chooses_it_alone(view: CanvasView) -> None:
    view.choose([NOTES[0], NOTES[4]])
    QTest.mouseClick(view, LEFT, NONE, middle(view, 4))
    assert numbers(view) == {4}


def test_a_rubber_band_chooses_what_it_touches(view: CanvasView) -> None:
    start = view.place_of(NOTES[5])
    end = view.place_of(NOTES[7])
    assert start
    assert end
    drag(view, (start.topLeft() + QPointF(-8, -8)).toPoint(), (end.bottomRight() + QPointF(4, 4)).toPoint())
    assert numbers(view) == {5, 6, 7}


def test_a_note_dropped_in_a_frame_is_caught_by_its_theme(qtbot: QtBot, view: CanvasView) -> None:
    with qtbot.waitSignal(view.laid) as said:
        drag(view, middle(view, 5), middle(view, 3))
    places, themes = told(said)
    assert set(places) == {NOTES[5]}
    assert themes == {NOTES[5]: KEYS}


def test_a_note_dropped_outside_leaves_its_theme(qtbot: QtBot, view: CanvasView) -> None:
    with qtbot.waitSignal(view.laid) as said:
        drag(view, middle(view, 0), QPoint(1150, 760))
    assert told(said)[1] == {NOTES[0]: None}


def test_a_theme_taken_by_its_name_moves_with_all_its_notes(qtbot: QtBot, view: CanvasView) -> None:
    frame = view.scene.frames[KEYS].rect
    name = view.camera.to_view(frame.topLeft() + QPointF(30, 12), view.size().toSizeF()).toPoint()
    with qtbot.waitSignal(view.laid) as said:
        drag(view, name, name + QPoint(90, 60))
    places, themes = told(said)
    assert set(places) == {NOTES[3], NOTES[4]}
    assert themes == {}
    assert places[NOTES[3]][0] == pytest.approx(first_places()[NOTES[3]][0] + 100, abs=2)


def test_escape_puts_everything_back_and_nothing_is_said(qtbot: QtBot, view: CanvasView) -> None:
    before = {one: view.place_of(one) for one in NOTES}
    with qtbot.assertNotEmitted(view.laid):
        press(view, middle(view, 0))
        QTest.mouseMove(view, QPoint(900, 700))
        assert {one: view.place_of(one) for one in NOTES} != before
        QTest.keyClick(view, Qt.Key.Key_Escape)
        QTest.mouseRelease(view, LEFT, NONE, QPoint(900, 700))
    assert {one: view.place_of(one) for one in NOTES} == before


def test_a_press_that_hardly_moves_carries_nothing(qtbot: QtBot, view: CanvasView) -> None:
    with qtbot.assertNotEmitted(view.laid):
        drag(view, middle(view, 0), middle(view, 0) + QPoint(2, 2))


def test_keys_go_to_the_nearest_note_in_a_direction(view: CanvasView) -> None:
    view.choose([NOTES[0]])
    QTest.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert numbers(view) == {1}
    QTest.keyClick(view, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    assert numbers(view) == {0}


def test_keys_move_what_a_hand_would_drag(qtbot: QtBot, view: CanvasView) -> None:
    view.choose([NOTES[5]])
    with qtbot.waitSignal(view.laid) as said:
        QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    x, y = first_places()[NOTES[5]]
    assert told(said)[0] == {NOTES[5]: (x, y + NOTE_HEIGHT + GAP)}


def test_tab_goes_through_the_notes_in_reading_order_and_then_on(view: CanvasView) -> None:
    seen = []
    for _ in NOTES:
        QTest.keyClick(view, Qt.Key.Key_Tab)
        seen.append(view.current)
    assert seen == NOTES
    QTest.keyClick(view, Qt.Key.Key_Tab)
    assert view.current == NOTES[-1]


def test_enter_and_a_double_click_open_a_note(qtbot: QtBot, view: CanvasView) -> None:
    view.choose([NOTES[2]])
    with qtbot.waitSignal(view.opened) as said:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert told(said) == [NOTES[2]]
    with qtbot.waitSignal(view.opened) as said:
        QTest.mouseDClick(view, LEFT, NONE, middle(view, 4))
    assert told(said) == [NOTES[4]]


def test_letters_go_to_the_bar_that_captures(qtbot: QtBot, view: CanvasView) -> None:
    with qtbot.waitSignal(view.typed) as said:
        QTest.keyClick(view, Qt.Key.Key_T)
    assert told(said) == ["t"]


def test_zooming_keeps_what_is_under_the_hand(view: CanvasView) -> None:
    hand = QPointF(300, 250)
    before = view.to_board(hand)
    view.look(view.camera.zoomed(1.7, hand, view.size().toSizeF()))
    after = view.to_board(hand)
    assert (after.x(), after.y()) == (pytest.approx(before.x()), pytest.approx(before.y()))


def test_nothing_can_be_carried_in_a_workshop_for_reading_only(qtbot: QtBot, view: CanvasView) -> None:
    view.may_change = False
    with qtbot.assertNotEmitted(view.laid):
        drag(view, middle(view, 0), QPoint(1100, 700))
    assert numbers(view) == {0}


def test_what_is_chosen_stays_chosen_when_the_board_changes(view: CanvasView) -> None:
    view.choose([NOTES[1], NOTES[6]])
    gone = {NOTES[at] for at in range(6)}
    laid = first_places()
    view.follow({NOTES[7], *gone}, [replace(note(7, None), place=laid[NOTES[7]])])
    assert numbers(view) == {6}


def test_keys_choose_several_notes_and_all(view: CanvasView) -> None:
    view.choose([NOTES[0]])
    QTest.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert numbers(view) == {0, 1}
    assert view.current == NOTES[1]
    QTest.keyClick(view, Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    assert numbers(view) == {0}
    QTest.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert 1 not in numbers(view)
    assert len(numbers(view)) == 2
    QTest.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert numbers(view) == set(range(8))


def test_a_theme_that_is_chosen_whole_is_moved_by_keys_with_its_frame(qtbot: QtBot, view: CanvasView) -> None:
    view.choose(NOTES[3:5])
    with qtbot.waitSignal(view.laid) as said:
        QTest.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    places, themes = told(said)
    assert set(places) == {NOTES[3], NOTES[4]}
    assert themes == {}


def test_fingers_that_go_apart_bring_the_wall_nearer_where_they_are(view: CanvasView) -> None:
    hand = QPointF(300, 250)
    before, zoom = view.to_board(hand), view.camera.zoom
    spread = QNativeGestureEvent(
        Qt.NativeGestureType.ZoomNativeGesture,
        QPointingDevice.primaryPointingDevice(),
        2,
        hand,
        hand,
        QPointF(view.mapToGlobal(hand)),
        0.25,
        QPointF(),
    )
    QApplication.sendEvent(view, spread)
    assert view.camera.zoom == pytest.approx(zoom * 1.25)
    assert (view.to_board(hand) - before).manhattanLength() < 0.01


def test_one_finger_on_a_screen_carries_a_note_and_two_bring_the_wall_nearer(qtbot: QtBot, view: CanvasView) -> None:
    screen = QTest.createTouchDevice()
    start, end = middle(view, 5), QPoint(1150, 760)
    touch = QTest.touchEvent(view, screen, False)
    touch.press(0, start, view).commit()
    with qtbot.waitSignal(view.laid) as said:
        for share in (0.1, 0.5, 1.0):
            touch.move(0, start + (end - start) * share, view).commit()
        touch.release(0, end, view).commit()
    assert set(told(said)[0]) == {NOTES[5]}
    zoom, left, right = view.camera.zoom, QPoint(500, 400), QPoint(600, 400)
    touch.press(0, left, view).press(1, right, view).commit()
    for step in range(0, 60, 10):
        touch.move(0, left - QPoint(step, 0), view).move(1, right + QPoint(step, 0), view).commit()
    touch.release(0, left - QPoint(50, 0), view).release(1, right + QPoint(50, 0), view).commit()
    assert view.camera.zoom == pytest.approx(2 * zoom, rel=0.2)
    assert not view.hands.are_busy()
