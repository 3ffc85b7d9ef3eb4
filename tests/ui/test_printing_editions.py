"""In a pack, each kind of reader has an edition of what people fill in; all of them are listed, seen and counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pypdf
import pytest

from facilitator.domain.gestures.people import add_person
from facilitator.ui.printing.editions import Edition
from facilitator.workshop.documents import Document
from facilitator.workshop.places import Places
from facilitator.workshop.queries.organiser_values import ReadAs
from facilitator.workshop.workshop import Workshop
from tests.ui.printing_windows import at_print, made_to_print, save, see, tick
from tests.ui.windows import SLOW, settle

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from facilitator.ui.printing.page import PrintPage


def read_differently(path: Path) -> Path:
    """Two people read Arabic, one of them large, and one English large."""
    made_to_print(path)
    with Workshop.open(path, Places.of_this_laptop()) as workshop:
        workshop.apply(add_person("Noor", languages="ar"))
        workshop.apply(add_person("Samir", languages="ar", access_needs="large print"))
        workshop.apply(add_person("Vera", access_needs="large print"))
    return path


def captions(page: PrintPage, document: Document) -> list[str]:
    """The pages of a document, with what stands below each of them."""
    rows = [page.pages.index(row) for row in range(page.pages.rowCount())]
    return [
        f"{row.data()}: {page.pages.caption(page.pages.at(row))}"
        for row in rows
        if page.pages.at(row).document == document
    ]


def test_every_edition_is_listed_seen_and_heard(qtbot: QtBot, tmp_path: Path) -> None:
    with at_print(qtbot, read_differently(tmp_path / "w.workshop")) as (_, page):
        tick(page, "pack", "ballots", "evaluation")
        see(qtbot, page)
        row = page.list.rows[Document.EVALUATION]
        assert plain(row._below.text()) == "English 9 · Arabic 2 · Large print 2 · Arabic, large print 2"
        assert plain(row.box.accessibleDescription()).startswith("17 sheets. English 9 · Arabic 2 · ")
        assert captions(page, Document.EVALUATION) == [
            "Evaluation, page 1 of 1: 9 of these.",
            "Evaluation, Arabic, page 1 of 1: 2 of these.",
            "Evaluation, large print, page 1 of 1: 2 of these.",
            "Evaluation, Arabic, large print, page 1 of 2: 2 of these.",
            "Evaluation, Arabic, large print, page 2 of 2: 2 of these.",
        ]
        ballots = captions(page, Document.BALLOTS)
        assert ballots[1] == "Ballots, Arabic, page 1 of 1: 2 of these. The numbers are given when you print."
        arabic = page.pages.index(page.pages.first_of(Document.BALLOTS).row() + 1)
        page.enlarge(arabic)
        see(qtbot, page)
        qtbot.waitUntil(lambda: "Draft" in page.pages.at(arabic).text, timeout=SLOW)


def test_an_edition_that_changed_is_drawn_alone(qtbot: QtBot, tmp_path: Path) -> None:
    with at_print(qtbot, read_differently(tmp_path / "w.workshop")) as (window, page):
        tick(page, "pack", "ballots", "evaluation")
        see(qtbot, page)
        before = turns(page)
        window.store.change(lambda workshop: workshop.apply(add_person("Ola", languages="pl")))
        settle(qtbot, window)
        see(qtbot, page)
        after = turns(page)
        polish = {Edition(Document.BALLOTS, ReadAs("pl")), Edition(Document.EVALUATION, ReadAs("pl"))}
        assert after.keys() - before.keys() == polish
        assert {edition for edition in before if after[edition] != before[edition]} == {Edition(Document.PACK)}


def test_without_the_packing_list_there_is_one_edition(qtbot: QtBot, tmp_path: Path) -> None:
    with at_print(qtbot, read_differently(tmp_path / "w.workshop")) as (_, page):
        tick(page, "evaluation")
        see(qtbot, page)
        assert page.list.rows[Document.EVALUATION]._below.text() == ""
        assert len(captions(page, Document.EVALUATION)) == 1


def test_a_check_sheet_is_not_on_the_packing_list(qtbot: QtBot, tmp_path: Path) -> None:
    with at_print(qtbot, read_differently(tmp_path / "w.workshop")) as (_, page):
        tick(page, "pack", "sign-in", "check-sheet")
        see(qtbot, page)
        save(qtbot, page)
        assert page.outcome().startswith("Saved")
        assert Document.PACK in page.list.chosen()


def turns(page: PrintPage) -> dict[Edition, int]:
    """When each edition was drawn last."""
    rows = [page.pages.at(page.pages.index(row)) for row in range(page.pages.rowCount())]
    return {row.edition: row.turn for row in rows}


def plain(words: str) -> str:
    """Without the marks that keep directions apart."""
    return words.replace("\u2068", "").replace("\u2069", "").replace("\u00a0", " ")


@pytest.mark.parametrize("paper", [0, 3])
def test_the_sheets_that_are_said_are_the_pages_that_come_out(qtbot: QtBot, tmp_path: Path, paper: int) -> None:
    with at_print(qtbot, read_differently(tmp_path / "w.workshop")) as (_, page):
        page.paper.paper.setCurrentIndex(paper)
        page.paper.paper.activated.emit(paper)
        see(qtbot, page)
        said = page._total.words()
        each = {document: page.sheets(document) for document in page.list.chosen()}
        save(qtbot, page)
    pages = pypdf.PdfReader(tmp_path / "w papers.pdf").pages
    assert said.startswith(f"{len(pages)} sheets for ")
    assert sum(sheets or 0 for sheets in each.values()) == len(pages)
    assert f"{len(pages)} sheets" in pages[0].extract_text()
