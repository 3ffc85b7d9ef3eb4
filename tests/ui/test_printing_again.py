"""The evening before: one thing changes after all was printed, and only that is printed again."""

from __future__ import annotations

import dataclasses
import io
import uuid
from typing import TYPE_CHECKING, TypeVar

import pypdf

from facilitator.domain.gestures.people import add_person
from facilitator.domain.gestures.programme import edit_activity
from facilitator.domain.programme import Activity
from facilitator.exchange.millbrook.build import build_millbrook
from facilitator.ui.preferences import Preferences
from facilitator.ui.printing.choice import Choice
from facilitator.ui.printing.marks import NAME, SESSIONS, Marks, mark
from facilitator.ui.printing.wanted import PACKED
from facilitator.workshop.documents import Document
from facilitator.workshop.places import Places
from facilitator.workshop.queries.organiser_values import SessionHead
from facilitator.workshop.workshop import Workshop
from tests.reading import words_of
from tests.ui.printing_windows import at_print, made_to_print, save, see, tick
from tests.ui.windows import SLOW, settle

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from facilitator.ui.printing.page import PrintPage
    from facilitator.ui.shell import Window
    from facilitator.workshop.queries.print_values import PrintValues

T = TypeVar("T")
CHANGED = {Document.RUNNING_ORDER, Document.POCKET_ORDER, Document.SIGN_IN, Document.EVALUATION}
"""What says when blocks begin, or when the session ends."""


def longer(qtbot: QtBot, window: Window, page: PrintPage, minutes: int) -> None:
    """The welcome takes another time than was planned."""

    def change(workshop: Workshop) -> uuid.UUID:
        return next(one.id for one in workshop.read(lambda reader: reader.find(Activity)) if one.title == "Welcome")

    found: list[uuid.UUID] = []
    window.store.submit(change, found.append)
    settle(qtbot, window)
    window.store.change(lambda workshop: workshop.apply(edit_activity(found[0], minutes=minutes)))
    settle(qtbot, window)
    see(qtbot, page)


def below(page: PrintPage, document: Document) -> str:
    return page.list.rows[document]._below.text()


def test_what_changed_since_it_was_printed_is_named_and_printed_alone(qtbot: QtBot, tmp_path: Path) -> None:
    path = made_to_print(tmp_path / "w.workshop")
    with at_print(qtbot, path) as (window, page):
        assert not page.details.again.changed_button.isEnabled()
        all_of_it = page.list.chosen()
        save(qtbot, page)
        assert page._ticks.changed == set()
        longer(qtbot, window, page, 25)
        assert page._ticks.changed == CHANGED
        assert below(page, Document.RUNNING_ORDER) == "Changed since it was printed"
        assert below(page, Document.EXPENSES) == ""
        heard = page.list.rows[Document.RUNNING_ORDER].box.accessibleDescription()
        assert "Changed since it was printed" in heard
    with at_print(qtbot, path) as (window, page):  # the next morning
        assert page._ticks.changed == CHANGED
        page.do("only-changed")
        see(qtbot, page)
        assert page.list.chosen() == CHANGED
        assert {page.pages.at(page.pages.index(row)).document for row in range(page.pages.rowCount())} == CHANGED
        before = set(tmp_path.glob("*.pdf"))
        save(qtbot, page)
        (pdf,) = set(tmp_path.glob("*.pdf")) - before
        assert len(pypdf.PdfReader(pdf).pages) == sum(page.sheets(one) or 0 for one in CHANGED)
        assert "25" in words_of(pdf)
        assert page._ticks.changed == set()
        assert below(page, Document.RUNNING_ORDER) == ""
        assert not page.details.again.changed_button.isEnabled()
        page.do("all-again")
        see(qtbot, page)
        assert page.list.chosen() == all_of_it


def test_what_is_printed_for_once_is_not_what_is_ticked_the_next_time(qtbot: QtBot, tmp_path: Path) -> None:
    path = made_to_print(tmp_path / "w.workshop")
    with at_print(qtbot, path) as (_, page):
        all_of_it = page.list.chosen()
        page.list.rows[Document.BADGES].box.setFocus()
        page.details.again.this_button.click()
        see(qtbot, page)
        assert page.list.chosen() == {Document.BADGES}
        assert not page.details.again.this_button.isEnabled()
    with at_print(qtbot, path) as (_, page):
        assert page.list.chosen() == all_of_it


def test_what_the_session_needs_comes_back_after_everything_was_ticked_by_hand(qtbot: QtBot, tmp_path: Path) -> None:
    path = made_to_print(tmp_path / "w.workshop")
    with at_print(qtbot, path) as (_, page):
        all_of_it = page.list.chosen()
        assert not page.details.again.all_button.isEnabled()
        tick(page, "badges")
    with at_print(qtbot, path) as (_, page):
        assert page.list.chosen() == {Document.BADGES}
        page.details.again.all_button.click()
        see(qtbot, page)
        assert page.list.chosen() == all_of_it


def test_one_document_of_a_pack_is_printed_again_for_everybody_who_reads_it_otherwise(
    qtbot: QtBot, tmp_path: Path
) -> None:
    path = made_to_print(tmp_path / "w.workshop")
    with Workshop.open(path, Places.of_this_laptop()) as workshop:
        workshop.apply(add_person("Noor", languages="ar"))
    with at_print(qtbot, path) as (_, page):
        see(qtbot, page)
        in_the_pack = below(page, Document.EVALUATION)
        assert "Arabic" in in_the_pack
        page.list.rows[Document.EVALUATION].box.setFocus()
        page.do("only-this")
        see(qtbot, page)
        assert page.list.chosen() == {Document.EVALUATION}
        assert below(page, Document.EVALUATION) == in_the_pack


def test_stopping_leaves_what_was_printed_before_as_what_the_room_has(qtbot: QtBot, tmp_path: Path) -> None:
    with at_print(qtbot, made_to_print(tmp_path / "w.workshop")) as (window, page):
        save(qtbot, page)
        longer(qtbot, window, page, 25)
        page.save()
        page.work.stop()
        qtbot.waitUntil(page.is_done, timeout=60_000)
        if "Stopped" in page.outcome():  # not where the work was done before it heard
            assert page._ticks.changed == CHANGED


def test_a_person_who_is_added_changes_what_names_them_and_the_moment_changes_nothing(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with at_print(qtbot, made_to_print(tmp_path / "w.workshop")) as (window, page):
        save(qtbot, page)
        page._now = "2031-01-01T10:00"
        page._read()
        see(qtbot, page)
        assert page._ticks.changed == set()
        window.store.change(lambda workshop: workshop.apply(add_person("Ola")))
        settle(qtbot, window)
        see(qtbot, page)
        assert {Document.SIGN_IN, Document.BADGES} <= page._ticks.changed
        assert Document.AGREEMENT not in page._ticks.changed


def test_a_paper_has_changed_exactly_when_what_it_prints_of_the_session_has(tmp_path: Path) -> None:
    path = tmp_path / "w.workshop"
    build_millbrook(path, Places.of_this_laptop()).close()
    with Workshop.open(path, Places.of_this_laptop()) as workshop:
        look = Choice().wanted(PACKED, "2026-11-30T05:00").look(workshop)
    said = {document: tuple(share.part for share in shares) for document, shares in look.shares.items()}
    others = {"title": "Zz", "number": 77, "day": "2027-05-05", "starts": "03:03", "ends": "23:59", "place": "Zz"}
    assert len(said) > 15
    for document, values in said.items():
        drawn, marked = text(values), mark(document, values)
        for name, other in {"programme": "Zz", "of": 78, "doors": "01:01", **others}.items():
            changed = tuple(_with(one, name, other) for one in values)
            if changed != values:
                seen, told = text(changed) != drawn, mark(document, changed) != marked
                assert (document, name, seen) == (document, name, told)


def text(values: Sequence[PrintValues]) -> str:
    """All that documents say when they are drawn."""
    drawn = io.BytesIO()
    Choice().how.render(values, drawn)
    return words_of(drawn.getvalue())


def _with(value: T, name: str, other: object) -> T:
    """The same with another session head."""
    if isinstance(value, SessionHead):
        return dataclasses.replace(value, **{name: other})  # type: ignore[return-value]
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = {one.name: _with(getattr(value, one.name), name, other) for one in dataclasses.fields(value)}
        return dataclasses.replace(value, **fields)
    if isinstance(value, tuple):
        return type(value)(_with(one, name, other) for one in value)
    return value


def test_what_is_remembered_holds_no_words_and_only_the_last_sessions(tmp_path: Path) -> None:
    kept = Preferences(tmp_path / "window.ini")
    marks = Marks(kept)
    sessions = [uuid.uuid4() for _ in range(SESSIONS + 1)]
    for one in sessions:
        marks.keep(one, {Document.SIGN_IN: "aa"})
    assert marks.changed(sessions[0], {Document.SIGN_IN: "bb"}) == set()
    assert marks.changed(sessions[-1], {Document.SIGN_IN: "bb"}) == {Document.SIGN_IN}
    for nonsense in ("{", "[]", '{"a": 1}', "[" * 5_000):
        kept.keep(NAME, nonsense)
        assert marks.changed(sessions[-1], {Document.SIGN_IN: "bb"}) == set()


def test_a_second_press_while_something_is_being_made_says_nothing_of_what_was_ticked_meanwhile(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with at_print(qtbot, made_to_print(tmp_path / "w.workshop")) as (window, page):
        save(qtbot, page)
        longer(qtbot, window, page, 25)
        tick(page, "badges")
        see(qtbot, page)
        page.save()
        tick(page, "running-order")
        page.save()
        qtbot.waitUntil(page.is_done, timeout=SLOW)
        see(qtbot, page)
        assert Document.RUNNING_ORDER in page._ticks.changed
