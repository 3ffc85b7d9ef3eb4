"""At the door: people are ticked by three letters, walk-ins are written down, and each is asked what may be used."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from facilitator.domain.gestures.board import add_board, add_note
from facilitator.domain.gestures.people import add_person
from facilitator.domain.gestures.programme import add_session
from facilitator.ui.people.page import PeoplePage
from facilitator.workshop.places import Places
from facilitator.workshop.queries.people import people, person_details
from facilitator.workshop.workshop import Workshop
from tests.ui.windows import SLOW, settle, shown

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from facilitator.ui.shell import Window
    from facilitator.workshop.queries.people import PersonDetails, PersonLine

SESSION, LATER = uuid.uuid4(), uuid.uuid4()
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "millbrook.workshop"
    with Workshop.new(path, "Millbrook early years", Places.of_this_laptop()) as workshop:
        workshop.apply(add_session("Who we are", date="2027-01-14", starts_at="10:00", session_id=SESSION))
        workshop.apply(add_session("What next", date="2027-01-21", position=1.0, session_id=LATER))
        for name in ("Amina", "Zubaida", "Zoë", "Yasmin ياسمين"):
            workshop.apply(add_person(name, stakeholder_group="resident"))
        workshop.apply(add_person("Samia", kind="supporter", supporter_role="interpreter"))
    return path


@pytest.fixture
def window(qtbot: QtBot, file: Path) -> Iterator[Window]:
    with shown(qtbot, file) as window:
        window.go_to("people")
        settle(qtbot, window)
        yield window


def page(window: Window) -> PeoplePage:
    found = window.page("people")
    assert isinstance(found, PeoplePage)
    return found


def press(qtbot: QtBot, window: Window, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
    qtbot.keyClick(QApplication.focusWidget() or window, key, modifier)
    settle(qtbot, window)


def at_the_door(qtbot: QtBot, window: Window, letters: str, modifier: Qt.KeyboardModifier = NONE) -> None:
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    qtbot.keyClicks(field, letters) if letters.isascii() else field.insert(letters)
    press(qtbot, window, Qt.Key.Key_Return, modifier)


def listed(qtbot: QtBot, window: Window, session: uuid.UUID = SESSION) -> dict[str, PersonLine]:
    got: list[tuple[PersonLine, ...]] = []
    window.store.submit(lambda workshop: workshop.read(lambda reader: people(reader, session)), got.append)
    settle(qtbot, window)
    return {one.display_name: one for one in got[0]}


def here(qtbot: QtBot, window: Window, session: uuid.UUID = SESSION) -> set[str]:
    return {name for name, line in listed(qtbot, window, session).items() if line.arrived}


def details(qtbot: QtBot, window: Window, name: str) -> PersonDetails:
    got: list[PersonDetails | None] = []
    person = listed(qtbot, window)[name].id
    window.store.submit(lambda workshop: workshop.read(lambda reader: person_details(reader, person)), got.append)
    settle(qtbot, window)
    assert got[0]
    return got[0]


def test_three_letters_and_enter_tick_somebody_and_the_next_can_be_typed_at_once(qtbot: QtBot, window: Window) -> None:
    at_the_door(qtbot, window, "zub")
    assert page(window).door.words() == "Zubaida is here."
    at_the_door(qtbot, window, "zoe")
    at_the_door(qtbot, window, "ياس")
    assert here(qtbot, window) == {"Zubaida", "Zoë", "Yasmin ياسمين"}
    assert here(qtbot, window, LATER) == set()
    assert page(window)._here.text() == "3 of 4 are here"
    press(qtbot, window, Qt.Key.Key_Z, CTRL)
    assert here(qtbot, window) == {"Zubaida", "Zoë"}


def test_letters_typed_before_the_last_tick_is_stored_tick_the_right_person(qtbot: QtBot, window: Window) -> None:
    field = page(window).door.field
    for letters in ("ami", "zoe", "ami"):
        qtbot.keyClicks(field, letters)
        qtbot.keyClick(field, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert here(qtbot, window) == {"Amina", "Zoë"}
    assert len(listed(qtbot, window)["Amina"].attendance) == 1


def test_down_chooses_the_next_of_those_found(qtbot: QtBot, window: Window) -> None:
    qtbot.keyClicks(page(window).door.field, "z")
    press(qtbot, window, Qt.Key.Key_Down)
    press(qtbot, window, Qt.Key.Key_Return)
    assert here(qtbot, window) == {"Zubaida"}


def test_enter_alone_ticks_nobody_and_somebody_here_is_not_ticked_twice(qtbot: QtBot, window: Window) -> None:
    press(qtbot, window, Qt.Key.Key_Return)
    assert here(qtbot, window) == set()
    at_the_door(qtbot, window, "ami")
    at_the_door(qtbot, window, "ami")
    assert page(window).door.words() == "Amina is here already."
    assert len(listed(qtbot, window)["Amina"].attendance) == 1


def test_the_space_bar_and_a_click_take_a_tick_back(qtbot: QtBot, window: Window) -> None:
    at_the_door(qtbot, window, "ami")
    view = page(window).list
    view.setFocus()
    press(qtbot, window, Qt.Key.Key_Space)
    assert here(qtbot, window) == set()
    row = view.visualRect(view.people.index(1))
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(row.left() + 20, row.center().y()))
    settle(qtbot, window)
    assert here(qtbot, window) == {"Yasmin ياسمين"}


def test_a_walk_in_needs_only_a_first_name(qtbot: QtBot, window: Window) -> None:
    at_the_door(qtbot, window, "Abdi", SHIFT)
    abdi = listed(qtbot, window)["Abdi"]
    assert (abdi.arrived, abdi.walk_in) == (True, True)
    line = page(window).list.line()
    assert line
    assert line.display_name == "Abdi"
    assert window.bar.undo.accessibleName() == "Undo: add somebody who walked in"


def test_a_name_nobody_has_adds_nobody_by_enter_alone(qtbot: QtBot, window: Window) -> None:
    at_the_door(qtbot, window, "zubb")
    assert "Shift+Enter" in page(window).door.words()
    at_the_door(qtbot, window, "Xanthe")
    assert "Xanthe" not in listed(qtbot, window)
    press(qtbot, window, Qt.Key.Key_Return, CTRL)
    assert not listed(qtbot, window)["Xanthe"].arrived


def test_what_is_known_of_somebody_is_written_beside_the_list(qtbot: QtBot, window: Window) -> None:
    at_the_door(qtbot, window, "ami")
    panel = page(window).panel
    for field, words in ((panel.languages, "Urdu, english"), (panel.needs, "hearing loop")):
        field.setFocus()
        field.selectAll()
        at_the_door(qtbot, window, words)
    assert listed(qtbot, window)["Amina"].languages == ("ur", "en")
    assert details(qtbot, window, "Amina").access_needs == "hearing loop"
    panel.languages.setFocus()
    at_the_door(qtbot, window, ", Klingonish")
    assert "A language was not known" in window.notice.words
    assert panel.languages.text() == "Urdu, English"
    panel.role.setFocus()
    press(qtbot, window, Qt.Key.Key_Down)
    press(qtbot, window, Qt.Key.Key_Return)
    assert listed(qtbot, window)["Amina"].supporter_role == "interpreter"


def test_consent_is_asked_for_each_use_and_not_asked_is_not_no(qtbot: QtBot, window: Window) -> None:
    at_the_door(qtbot, window, "ami")
    photos = page(window).panel.answers["photos"]
    photos.setFocus()
    press(qtbot, window, Qt.Key.Key_Down)
    press(qtbot, window, Qt.Key.Key_Down)
    assert listed(qtbot, window)["Amina"].consents["photos"] == "not-asked"  # the arrows only look
    press(qtbot, window, Qt.Key.Key_Tab)
    consents = listed(qtbot, window)["Amina"].consents
    assert (consents["photos"], consents["quotes"]) == ("no", "not-asked")
    answer = details(qtbot, window, "Amina").latest("photos")
    assert answer
    assert (answer.how, answer.wording[:11]) == ("spoken", "May we take")


def test_a_list_comes_in_with_columns_guessed_and_changed_as_one_change(
    qtbot: QtBot, window: Window, tmp_path: Path
) -> None:
    path = tmp_path / "invited.csv"
    path.write_text("Who,Sector,Notes,Phone\nBeata,parent,pl,1\nRuth,NHS,en,2\n", encoding="utf-8")
    page(window).import_list(path)
    settle(qtbot, window)
    incoming = page(window).incoming
    assert incoming.isVisible()
    assert incoming.chosen() == {"name": 0, "group": 1}
    incoming.columns["languages"].setFocus()
    qtbot.keyClicks(incoming.columns["languages"], "Notes")
    assert incoming.accept.text() == "Bring in 2 people"
    qtbot.keyClick(incoming.accept, Qt.Key.Key_Space)
    settle(qtbot, window)
    beata = listed(qtbot, window)["Beata"]
    assert (beata.group, beata.languages) == ("resident", ("pl",))
    assert "Not brought in from invited.csv: Phone." in window.notice.words
    assert window.bar.undo.text() == "Undo: bring in people"
    window.undo()
    settle(qtbot, window)
    assert "Beata" not in listed(qtbot, window)


def test_without_names_nothing_can_come_in(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    path = tmp_path / "phones.csv"
    path.write_text("Phone,Town\n1,Leeds\n", encoding="utf-8")
    page(window).import_list(path)
    settle(qtbot, window)
    assert not page(window).incoming.accept.isEnabled()
    page(window).incoming.left.emit()
    assert not page(window).incoming.isVisible()


def test_somebody_taken_off_the_list_comes_back_by_undo(qtbot: QtBot, window: Window) -> None:
    at_the_door(qtbot, window, "zub")
    page(window).panel.remove.click()
    settle(qtbot, window)
    assert "Zubaida" not in listed(qtbot, window)
    window.undo()
    settle(qtbot, window)
    assert "Zubaida" in here(qtbot, window)


def test_a_file_for_reading_only_shows_who_is_here_and_lets_nothing_be_ticked(
    qtbot: QtBot, window: Window, file: Path
) -> None:
    at_the_door(qtbot, window, "ami")
    with shown(qtbot, file) as second:
        second.go_to("people")
        settle(qtbot, second)
        assert page(second)._here.text() == "1 of 4 are here"
        assert not page(second).door.isVisible()
        page(second).list.setCurrentIndex(page(second).people.index(0))
        settle(qtbot, second)
        assert not page(second).panel.isEnabled()
        press(qtbot, second, Qt.Key.Key_Space)
        assert here(qtbot, second) == {"Amina"}


def labels(window: Window) -> str:
    """All that is said beside the list."""
    found: list[QLabel] = window.findChildren(QLabel)
    return " ".join(one.text() for one in found)


def test_somebody_is_forgotten_for_good_by_two_presses_and_in_the_backups_by_a_third(
    qtbot: QtBot, window: Window, file: Path
) -> None:
    at_the_door(qtbot, window, "zub")
    page(window).panel.forget.setFocus()
    page(window).panel.forget.click()
    assert "cannot be undone" in window.notice.words
    assert "Zubaida" in listed(qtbot, window)
    page(window).panel.forget.click()
    qtbot.waitUntil(lambda: "still hold" in window.notice.words, timeout=SLOW)
    assert "Zubaida" not in listed(qtbot, window)
    assert "Zubaida" not in labels(window)
    assert QApplication.focusWidget() is page(window).door.field
    window.notice.act()
    qtbot.waitUntil(lambda: "any more" in window.notice.words, timeout=SLOW)
    assert b"Zubaida" not in file.read_bytes()
    assert all(b"Zubaida" not in one.read_bytes() for one in Places.of_this_laptop().backups.rglob("*.workshop"))


def test_the_button_that_asked_stays_in_sight_below_its_question(qtbot: QtBot, window: Window) -> None:
    window.resize(1280, 640)
    at_the_door(qtbot, window, "zub")
    forget = page(window).panel.forget
    forget.setFocus(Qt.FocusReason.TabFocusReason)
    page(window).panel._area.ensureWidgetVisible(forget)
    forget.click()
    qtbot.waitUntil(lambda: "cannot be undone" in window.notice.words, timeout=SLOW)
    qtbot.waitUntil(lambda: forget.visibleRegion().boundingRect() == forget.rect(), timeout=SLOW)


def test_who_forgets_somebody_is_told_where_the_name_still_stands(qtbot: QtBot, window: Window) -> None:
    board = add_board("What does Zubaida need?")
    window.store.change(lambda workshop: workshop.apply(board))
    window.store.change(lambda workshop: workshop.apply(add_note(board.edits[0].id, "Zubaida rings")))
    at_the_door(qtbot, window, "zub")
    page(window).panel.forget.click()
    page(window).panel.forget.click()
    qtbot.waitUntil(lambda: "still hold" in window.notice.words, timeout=SLOW)
    assert (
        "board “What does Zubaida need?”; note “Zubaida rings” on “What does Zubaida need?”. Look there and change the "
        "words."
    ) in window.notice.words


def test_somebody_is_given_all_that_is_held_on_them(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    at_the_door(qtbot, window, "zub")
    person = page(window).panel.person_id()
    assert person is not None
    page(window).rights.give_into(person, tmp_path / "for-zubaida")
    qtbot.waitUntil(lambda: "hand it over" in window.notice.words, timeout=SLOW)
    assert "Zubaida" in (tmp_path / "for-zubaida" / "what-we-hold.html").read_text("utf-8")
