"""The wall at the station of boards, in a real window on a real workshop: what is done there is in the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from facilitator.domain.arrange import NOTE_HEIGHT, NOTE_WIDTH, NOWHERE
from facilitator.domain.gestures import board as gestures
from facilitator.ui.canvas.camera import Camera
from facilitator.ui.preferences import Preferences
from facilitator.workshop.places import Places
from facilitator.workshop.workshop import Workshop
from tests.ui.boards import ALT, CTRL, SHIFT, press, type_in, write
from tests.ui.test_board_draft import drafts_by_name
from tests.ui.windows import board, made, settle, shown

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from facilitator.ui.canvas.view import CanvasView
    from facilitator.ui.shell import Window
    from facilitator.workshop.queries.board import NoteLine

LEFT, RIGHT, NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton, Qt.KeyboardModifier.NoModifier
WORDS = ("A board at the gate", "Photo of who is on duty", "Text the day before", "لوحة فيها صور")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return made(tmp_path / "millbrook.workshop", *WORDS)


@pytest.fixture
def window(qtbot: QtBot, file: Path) -> Iterator[Window]:
    with shown(qtbot, file) as window:
        press(qtbot, window, Qt.Key.Key_4, CTRL)
        press(qtbot, window, Qt.Key.Key_F6)
        yield window


def wall(window: Window) -> CanvasView:
    made_ = board(window).views.wall
    assert made_ is not None
    return made_.view


def note(window: Window, words: str) -> NoteLine:
    return next(one for one in board(window).notes.all_notes() if one.text == words)


def at(window: Window, words: str) -> QPoint:
    place = wall(window).place_of(note(window, words).id)
    assert place is not None
    return place.center().toPoint()


def choose(window: Window, *words: str) -> None:
    wall(window).setFocus()
    wall(window).choose([note(window, one).id for one in words])


def drag(qtbot: QtBot, window: Window, start: QPoint, end: QPoint, button: Qt.MouseButton = LEFT) -> None:
    view = wall(window)
    QTest.mousePress(view, button, NONE, start)
    for share in (0.2, 0.6, 1.0):
        QTest.mouseMove(view, start + (end - start) * share)
    QTest.mouseRelease(view, button, NONE, end)
    settle(qtbot, window)


def grouped(qtbot: QtBot, window: Window, name: str, *words: str) -> None:
    choose(window, *words)
    press(qtbot, window, Qt.Key.Key_G, CTRL)
    type_in(qtbot, window, name)


def theme_of(window: Window, words: str) -> str:
    named = {group.id: group.name for group in board(window).notes.themes()}
    return named.get(note(window, words).theme_id, "")


def is_as_read(qtbot: QtBot, window: Window) -> None:
    """What is on the wall is what a fresh reading of the board would put there."""
    page, view = board(window), wall(window)
    followed = {one.id: (one, view.place_of(one.id)) for one in view.scene.notes}
    frames = {one.id: (one.name, one.notes, one.rect) for one in view.scene.frames.values()}
    page.reread()
    settle(qtbot, window)
    assert {one.id: (one, view.place_of(one.id)) for one in view.scene.notes} == followed
    assert {one.id: (one.name, one.notes, one.rect) for one in view.scene.frames.values()} == frames


def test_a_typed_note_lies_beside_the_last_one_and_nothing_else_moves(qtbot: QtBot, window: Window) -> None:
    before = {one.text: wall(window).scene.rect(row).topLeft() for row, one in enumerate(wall(window).scene.notes)}
    for words in ("first", "second"):
        type_in(qtbot, window, words)
    after = {one.text: one.place for one in board(window).notes.all_notes()}
    assert {words: QPointF(*after[words]) for words in WORDS} == before
    first, second = after["first"], after["second"]
    assert NOWHERE not in after.values()
    assert second == (first[0] + NOTE_WIDTH + 12, first[1])
    assert [one.text for one in board(window).views.chosen_notes()] == ["second"]
    assert wall(window).sees([note(window, "second").id])


def test_a_board_captured_from_nothing_grows_line_by_line(qtbot: QtBot, tmp_path: Path) -> None:
    with shown(qtbot, made(tmp_path / "empty.workshop")) as window:
        press(qtbot, window, Qt.Key.Key_4, CTRL)
        press(qtbot, window, Qt.Key.Key_F6)
        for number in range(10):
            type_in(qtbot, window, f"note {number}")
        places = [one.place for one in sorted(board(window).notes.all_notes(), key=lambda one: one.position)]
        assert len({y for _, y in places[:8]}) == 1
        assert {y for _, y in places[8:]} == {places[0][1] + NOTE_HEIGHT + 12}
        assert places[8][0] == places[0][0]


def test_grouping_by_keys_gathers_the_notes_in_a_frame_that_holds_no_others(qtbot: QtBot, window: Window) -> None:
    type_in(qtbot, window, "one more")  # from here on everything has a place
    grouped(qtbot, window, "Gate", WORDS[0], WORDS[2])
    view = wall(window)
    (frame,) = view.scene.frames.values()
    inside = {one.text for row, one in enumerate(view.scene.notes) if frame.rect.intersects(view.scene.rect(row))}
    assert (frame.name, inside) == ("Gate", {WORDS[0], WORDS[2]})
    is_as_read(qtbot, window)


def test_once_the_theme_is_named_the_hands_are_on_the_wall_and_what_is_typed_is_a_note(
    qtbot: QtBot, window: Window
) -> None:
    grouped(qtbot, window, "Gate", WORDS[0], WORDS[2])
    write(qtbot, "Meanwhile")
    press(qtbot, window, Qt.Key.Key_Return)
    assert [theme_of(window, words) for words in (WORDS[0], WORDS[2], "Meanwhile")] == ["Gate", "Gate", ""]


def test_a_note_dragged_into_a_frame_is_in_its_theme_and_undo_takes_it_out(
    qtbot: QtBot, window: Window, file: Path
) -> None:
    grouped(qtbot, window, "Gate", WORDS[0], WORDS[2])
    drag(qtbot, window, at(window, WORDS[1]), at(window, WORDS[0]) + QPoint(20, 20))
    assert theme_of(window, WORDS[1]) == "Gate"
    press(qtbot, window, Qt.Key.Key_Z, CTRL)
    assert theme_of(window, WORDS[1]) == ""
    press(qtbot, window, Qt.Key.Key_Z, CTRL | SHIFT)
    assert theme_of(window, WORDS[1]) == "Gate"
    is_as_read(qtbot, window)
    with Workshop.open(file, Places.of_this_laptop()) as other:
        assert other.check() == []


def test_an_empty_theme_is_a_frame_that_catches_notes(qtbot: QtBot, window: Window) -> None:
    grouped(qtbot, window, "Gate", WORDS[0])
    choose(window, WORDS[0])
    press(qtbot, window, Qt.Key.Key_U, CTRL)
    view = wall(window)
    view.show_all()
    (frame,) = view.scene.frames.values()
    assert (frame.name, frame.notes) == ("Gate", 0)
    drag(qtbot, window, at(window, WORDS[3]), view.to_view(frame.rect.center()).toPoint())
    assert theme_of(window, WORDS[3]) == "Gate"


def test_colours_hiding_setting_aside_and_copies_by_keys(qtbot: QtBot, window: Window) -> None:
    choose(window, WORDS[0], WORDS[1])
    press(qtbot, window, Qt.Key.Key_5, ALT)
    press(qtbot, window, Qt.Key.Key_F8)
    press(qtbot, window, Qt.Key.Key_P, CTRL | SHIFT)
    assert [(one.colour, one.withheld, one.parked) for one in (note(window, WORDS[0]), note(window, WORDS[1]))] == [
        (5, True, True)
    ] * 2
    press(qtbot, window, Qt.Key.Key_D, CTRL)
    assert sorted(one.text for one in board(window).notes.all_notes()).count(WORDS[0]) == 2
    is_as_read(qtbot, window)


def test_two_notes_become_one_and_undo_gives_both_back(qtbot: QtBot, window: Window) -> None:
    choose(window, WORDS[0], WORDS[1])
    press(qtbot, window, Qt.Key.Key_M, CTRL)
    assert len(wall(window).scene.notes) == 3
    is_as_read(qtbot, window)
    press(qtbot, window, Qt.Key.Key_Z, CTRL)
    assert {one.text for one in wall(window).scene.notes} == set(WORDS)
    is_as_read(qtbot, window)


@pytest.mark.parametrize("count", [0, 1, 3])
def test_what_can_only_be_done_to_two_notes_says_so(qtbot: QtBot, window: Window, count: int) -> None:
    choose(window, *WORDS[:count])
    press(qtbot, window, Qt.Key.Key_M, CTRL)
    assert "two notes" in window.notice.words
    assert len(wall(window).scene.notes) == len(WORDS)


@pytest.mark.parametrize("key", [Qt.Key.Key_F2, Qt.Key.Key_Return])
def test_a_note_is_changed_where_it_lies(qtbot: QtBot, window: Window, key: Qt.Key) -> None:
    choose(window, WORDS[3])
    press(qtbot, window, key)
    write(qtbot, "صور على اللوحة")
    press(qtbot, window, Qt.Key.Key_Return)
    assert note(window, "صور على اللوحة").id
    assert wall(window).hasFocus()
    assert [one.text for one in board(window).views.chosen_notes()] == ["صور على اللوحة"]


def test_a_double_click_changes_and_escape_leaves_a_note(qtbot: QtBot, window: Window) -> None:
    QTest.mouseDClick(wall(window), LEFT, NONE, at(window, WORDS[0]))
    write(qtbot, "other words")
    press(qtbot, window, Qt.Key.Key_Escape)
    assert wall(window).hasFocus()
    assert note(window, WORDS[0])
    press(qtbot, window, Qt.Key.Key_Escape)
    assert board(window).capture.field.hasFocus()


def test_words_half_typed_on_the_wall_are_there_again_after_a_crash(qtbot: QtBot, file: Path) -> None:
    with shown(qtbot, file) as window:
        press(qtbot, window, Qt.Key.Key_4, CTRL)
        press(qtbot, window, Qt.Key.Key_F6)
        choose(window, WORDS[1])
        press(qtbot, window, Qt.Key.Key_F2)
        write(qtbot, "Half a thought")
        qtbot.waitUntil(lambda: bool(drafts_by_name()))
        kept = drafts_by_name()
        press(qtbot, window, Qt.Key.Key_Escape)
        assert drafts_by_name() == {}
    for path, words in kept.items():
        path.write_text(words, "utf-8")
    with shown(qtbot, file) as again:
        press(qtbot, again, Qt.Key.Key_4, CTRL)
        assert board(again).views.is_wall()
        press(qtbot, again, Qt.Key.Key_Return)
        assert note(again, "Half a thought")


def test_undo_brings_what_changed_into_view(qtbot: QtBot, window: Window) -> None:
    type_in(qtbot, window, "far away soon")
    view = wall(window)
    view.look(view.camera.panned(5_000, 4_000))
    assert not view.sees([note(window, WORDS[0]).id])
    window.store.change(lambda workshop: workshop.apply(gestures.colour_notes([note(window, WORDS[0]).id], 6)))
    settle(qtbot, window)
    view.look(view.camera.panned(5_000, 4_000))
    press(qtbot, window, Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: view.sees([note(window, WORDS[0]).id]), timeout=3_000)


def test_what_is_found_is_all_that_is_on_the_wall(qtbot: QtBot, window: Window) -> None:
    press(qtbot, window, Qt.Key.Key_F, CTRL)
    write(qtbot, "who is on")
    assert [one.text for one in wall(window).scene.notes] == [WORDS[1]]
    press(qtbot, window, Qt.Key.Key_Return)
    assert [one.text for one in board(window).views.chosen_notes()] == [WORDS[1]]
    assert wall(window).hasFocus()
    press(qtbot, window, Qt.Key.Key_X, CTRL | SHIFT)
    assert len(wall(window).scene.notes) == 4


def test_what_is_chosen_goes_along_to_the_list_and_back(qtbot: QtBot, window: Window) -> None:
    choose(window, WORDS[0], WORDS[2])
    press(qtbot, window, Qt.Key.Key_F6)
    assert board(window).list.hasFocus()
    assert [one.text for one in board(window).list.chosen_notes()] == [WORDS[0], WORDS[2]]
    press(qtbot, window, Qt.Key.Key_F6)
    assert {one.text for one in board(window).views.chosen_notes()} == {WORDS[0], WORDS[2]}


def test_arrows_in_the_bar_go_through_the_notes(qtbot: QtBot, window: Window) -> None:
    assert board(window).capture.field.hasFocus()
    press(qtbot, window, Qt.Key.Key_Down)
    assert [one.text for one in board(window).views.chosen_notes()] == [WORDS[0]]
    assert board(window).capture.field.hasFocus()


def test_the_right_button_on_empty_ground_and_the_middle_one_pan(qtbot: QtBot, window: Window) -> None:
    view, start = wall(window), wall(window).rect().bottomLeft() + QPoint(60, -60)
    for button in (RIGHT, Qt.MouseButton.MiddleButton):
        before = view.camera
        drag(qtbot, window, start, start + QPoint(50, -30), button)
        moved = before.panned(-50, 30)
        assert (view.camera.x, view.camera.y) == pytest.approx((moved.x, moved.y))


def test_a_note_carried_to_the_edge_goes_on_under_the_hand(qtbot: QtBot, window: Window) -> None:
    view, start = wall(window), at(window, WORDS[0])
    before, edge = view.camera.x, QPoint(view.width() - 5, start.y())
    QTest.mousePress(view, LEFT, NONE, start)
    QTest.mouseMove(view, start + QPoint(40, 0))
    QTest.mouseMove(view, edge)
    qtbot.waitUntil(lambda: view.camera.x > before + 100, timeout=3_000)
    QTest.mouseRelease(view, LEFT, NONE, edge)
    settle(qtbot, window)
    assert abs(at(window, WORDS[0]).x() - edge.x()) < NOTE_WIDTH
    is_as_read(qtbot, window)


def test_the_name_of_a_frame_is_clicked_twice_to_change_it(qtbot: QtBot, window: Window) -> None:
    grouped(qtbot, window, "Gate", WORDS[0], WORDS[2])
    (frame,) = wall(window).scene.frames.values()
    name = wall(window).to_view(frame.rect.topLeft() + QPointF(30, 12)).toPoint()
    QTest.mouseDClick(wall(window), LEFT, NONE, name)
    press(qtbot, window, Qt.Key.Key_A, CTRL)
    type_in(qtbot, window, "At the gate")
    assert theme_of(window, WORDS[0]) == "At the gate"
    assert [one.name for one in wall(window).scene.frames.values()] == ["At the gate"]


def test_the_wall_is_shown_again_where_it_was_shown_last(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    assert Preferences().get("board-view") == "wall"
    with shown(qtbot, made(tmp_path / "second.workshop", "one")) as other:
        press(qtbot, other, Qt.Key.Key_4, CTRL)
        assert board(other).views.is_wall()
        press(qtbot, other, Qt.Key.Key_F6)
        assert Preferences().get("board-view") == "list"


def test_another_board_is_shown_whole(qtbot: QtBot, window: Window) -> None:
    press(qtbot, window, Qt.Key.Key_B, CTRL)
    type_in(qtbot, window, "What else?")
    assert not wall(window).scene.notes
    type_in(qtbot, window, "a first answer")
    press(qtbot, window, Qt.Key.Key_PageUp, CTRL)
    assert {one.text for one in wall(window).scene.notes} == set(WORDS)


def test_a_workshop_that_another_program_has_open_can_be_looked_at_only(qtbot: QtBot, file: Path) -> None:
    with Workshop.open(file, Places.of_this_laptop()), shown(qtbot, file) as window:
        press(qtbot, window, Qt.Key.Key_4, CTRL)
        press(qtbot, window, Qt.Key.Key_F6)
        before = {one.id: one.place for one in board(window).notes.all_notes()}
        drag(qtbot, window, at(window, WORDS[0]), at(window, WORDS[0]) + QPoint(200, 150))
        choose(window, WORDS[0])
        press(qtbot, window, Qt.Key.Key_Return)
        press(qtbot, window, Qt.Key.Key_Right, ALT)
        assert {one.id: one.place for one in board(window).notes.all_notes()} == before
        assert {one.text for one in board(window).notes.all_notes()} == set(WORDS)


def test_more_than_two_hundred_notes_that_change_at_once_are_followed(qtbot: QtBot, tmp_path: Path) -> None:
    with shown(qtbot, made(tmp_path / "many.workshop", *(f"note {at}" for at in range(230)))) as window:
        press(qtbot, window, Qt.Key.Key_4, CTRL)
        press(qtbot, window, Qt.Key.Key_F6)
        view = wall(window)
        view.choose([one.id for one in view.scene.notes])
        view.setFocus()
        press(qtbot, window, Qt.Key.Key_3, ALT)
        press(qtbot, window, Qt.Key.Key_Down, ALT)
        assert {one.colour for one in view.scene.notes} == {3}
        assert len(view.chosen) == 230
        is_as_read(qtbot, window)


def test_the_eye_stays_when_others_only_get_the_places_they_are_seen_at(qtbot: QtBot, window: Window) -> None:
    view = wall(window)
    place = view.scene.rect(view.scene.row(note(window, WORDS[0]).id) or 0)
    near = Camera(place.center().x(), place.center().y(), 3.5)
    view.look(near)
    assert {one.place for one in board(window).notes.all_notes()} == {NOWHERE}
    drag(qtbot, window, at(window, WORDS[0]), at(window, WORDS[0]) + QPoint(40, 30))
    assert NOWHERE not in {one.place for one in board(window).notes.all_notes()}
    press(qtbot, window, Qt.Key.Key_Z, CTRL)
    assert {one.place for one in board(window).notes.all_notes()} == {NOWHERE}
    assert view.camera == near
