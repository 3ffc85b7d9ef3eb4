"""Thirty-one people come through the door in ten minutes: few keys each, and nobody mistaken for somebody else."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from facilitator.domain.find import begins, folded
from facilitator.domain.gestures.people import add_person
from facilitator.exchange.millbrook.build import build_millbrook
from facilitator.workshop.places import Places
from facilitator.workshop.queries.people import people
from facilitator.workshop.queries.sessions import sessions
from tests.ui.windows import settle, shown

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from facilitator.ui.people.page import PeoplePage
    from facilitator.ui.shell import Window
    from facilitator.workshop.queries.people import PersonLine

MOST_KEYS = 5
"""Three letters and Enter, and sometimes one key down."""


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[Window]:
    path = tmp_path / "millbrook.workshop"
    with build_millbrook(path, Places.of_this_laptop()) as workshop:
        workshop.apply(add_person("Nguyễn Thị Minh Khai de la Fontaine-Whitworth " * 4, stakeholder_group="resident"))
        workshop.apply(add_person("ياسمين الحسن", stakeholder_group="resident"))
    with shown(qtbot, path) as window:
        window.go_to("people")
        settle(qtbot, window)
        page(window)._pick(3)  # session 4, where nobody has come yet of those two
        settle(qtbot, window)
        yield window


def page(window: Window) -> PeoplePage:
    return cast("PeoplePage", window.page("people"))


def listed(qtbot: QtBot, window: Window, number: int = 4) -> tuple[PersonLine, ...]:
    got: list[tuple[PersonLine, ...]] = []
    window.store.submit(
        lambda workshop: workshop.read(
            lambda reader: people(reader, next(one.id for one in sessions(reader) if one.number == number))
        ),
        got.append,
    )
    settle(qtbot, window)
    return got[0]


def keys_for(wanted: PersonLine, everybody: tuple[PersonLine, ...]) -> tuple[str, int]:
    """The letters a person types for somebody, and how often Down: the fewest letters, at most three, that bring them
    to the top, else the arrow.
    """
    from facilitator.workshop.queries.people import found

    word = wanted.display_name.split()[0]
    for many in (1, 2, 3):
        typed = word[:many]
        names = [one.id for one in found(typed, everybody)]
        if names and names[0] == wanted.id:
            return typed, 0
    return word[:3], [one.id for one in found(word[:3], everybody)].index(wanted.id)


def test_a_full_room_is_ticked_with_at_most_five_keys_each(qtbot: QtBot, window: Window) -> None:
    window.undo()  # nothing typed may be lost by it
    settle(qtbot, window)
    window.redo()
    settle(qtbot, window)
    here = [one for one in listed(qtbot, window) if one.arrived]
    assert len(here) >= 28
    for one in here:
        page(window)._tick(one, here=False)
    settle(qtbot, window)
    counts: list[int] = []
    for one in here:
        everybody = listed(qtbot, window)
        typed, down = keys_for(one, everybody)
        field = page(window).door.field
        field.setFocus()
        qtbot.keyClicks(field, typed) if typed.isascii() else field.insert(typed)
        for _ in range(down):
            qtbot.keyClick(field, Qt.Key.Key_Down)
        qtbot.keyClick(cast("QWidget", QApplication.focusWidget()), Qt.Key.Key_Return)
        settle(qtbot, window)
        counts.append(len(typed) + down + 1)
    assert {one.id for one in listed(qtbot, window) if one.arrived} == {one.id for one in here}
    print(f"{len(counts)} people, {sum(counts)} keys, at most {max(counts)} for one")
    assert max(counts) <= MOST_KEYS
    assert sum(counts) / len(counts) <= 4


def test_two_people_of_the_same_letters_are_told_apart_and_the_one_not_here_comes_first(
    qtbot: QtBot, window: Window
) -> None:
    window.store.change(lambda workshop: workshop.apply(add_person("Xandra", stakeholder_group="resident")))
    window.store.change(lambda workshop: workshop.apply(add_person("Xander", stakeholder_group="resident")))
    settle(qtbot, window)
    for _ in range(2):
        qtbot.keyClicks(page(window).door.field, "xan")
        qtbot.keyClick(page(window).door.field, Qt.Key.Key_Return)
        settle(qtbot, window)
    arrived = {one.display_name for one in listed(qtbot, window) if one.arrived}
    assert {"Xandra", "Xander"} <= arrived


def test_names_of_every_script_and_length_stay_in_the_list_and_the_panel(qtbot: QtBot, window: Window) -> None:
    for letters in ("ngu", "ياس"):
        page(window).door.field.setFocus()
        page(window).door.field.insert(letters)
        settle(qtbot, window)
        line = page(window).list.line()
        assert line
        assert begins(letters, line.display_name)
        assert page(window).panel.name.text() == line.display_name
        window.grab()
        page(window).door.field.clear()
    assert window.width() == 1280
    assert folded("Nguyễn").startswith("ngu")


def test_an_interpreter_and_a_carer_are_helpers_and_are_counted_apart(qtbot: QtBot, window: Window) -> None:
    before = len([one for one in listed(qtbot, window) if one.kind == "participant"])
    qtbot.keyClicks(page(window).door.field, "Samira Noor")
    qtbot.keyClick(page(window).door.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    settle(qtbot, window)
    for role in ("Interpreter", "Carer"):
        choice = page(window).panel.role
        choice.setFocus()
        qtbot.keyClick(choice, Qt.Key.Key_Down)
        qtbot.keyClick(choice, Qt.Key.Key_Return)
        settle(qtbot, window)
        assert choice.currentText() == role
        samira = next(one for one in listed(qtbot, window) if one.display_name == "Samira Noor")
        assert (samira.kind, samira.supporter_role) == ("supporter", role.lower())
    assert len([one for one in listed(qtbot, window) if one.kind == "participant"]) == before
    assert "helping" in page(window)._about.text()


def test_on_a_small_screen_the_list_scrolls_and_the_page_does_not(qtbot: QtBot, window: Window) -> None:
    for size in ((1280, 720), (960, 540)):
        window.resize(*size)
        settle(qtbot, window)
        qtbot.waitUntil(lambda size=size: (window.width(), window.height()) == size)
        assert page(window).minimumSizeHint().height() <= size[1] - 60
        assert page(window).list.height() >= 120


def test_a_long_name_does_not_run_into_what_was_not_asked_yet(qtbot: QtBot, window: Window) -> None:
    rows, model = page(window).list, page(window).people
    every = [model.index(at, 0) for at in range(model.rowCount())]
    ends = []
    for begins_with in ("Nguyễn", "ياسمين"):
        index = next(one for one in every if (line := model.line_at(one)) and line.display_name.startswith(begins_with))
        rows.clearSelection()
        rows.scrollTo(index)
        picture = rows.viewport().grab(rows.visualRect(index)).toImage()
        ends.append(picture.copy(picture.width() - 100, 0, 100, picture.height()))
    assert ends[0] == ends[1]
