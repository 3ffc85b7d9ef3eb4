"""Print: what is ticked is seen, made in a child process and saved; looking gives out no number; faults are told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pypdf
import pytest

from facilitator.domain.errors import NotFound
from facilitator.domain.gestures.people import add_person
from facilitator.ui.printing.page import NARROW_LIST
from facilitator.ui.printing.pdf_job import Order, PdfJob
from facilitator.ui.printing.words import people
from facilitator.workshop.documents import Document
from facilitator.workshop.places import Places
from facilitator.workshop.queries.organiser_values import ReadAs, Share
from facilitator.workshop.queries.print_values import ReportBoard, ReportNote, ReportTheme, ReportValues
from facilitator.workshop.workshop import Workshop
from tests.reading import words_of
from tests.ui.printing_windows import at_print, ballots, made_to_print, save, see, tick
from tests.ui.windows import SLOW, made, settle, shown

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

SIDES = 44  # pixels: the margins of the list, and its scroll bar
NOTES = ReportTheme("", (ReportNote("A bench", "en", ""),))
REPORT = ReportValues("Title", "", "2026-11-23", 0, (), (ReportBoard("What is missing?", "", (NOTES,), 0),))


def test_what_the_session_needs_is_ticked_at_first(qtbot: QtBot, tmp_path: Path) -> None:
    with at_print(qtbot, made_to_print(tmp_path / "w.workshop")) as (_, page):
        assert page.list.chosen() == {
            Document.PACK,
            Document.RUNNING_ORDER,
            Document.POCKET_ORDER,
            Document.SIGN_IN,
            Document.CONSENT,
            Document.BADGES,
            Document.AGREEMENT,
            Document.OPTION_KEY,
            Document.BALLOTS,
            Document.GRIDS,
            Document.FEEDBACK_FORMS,
            Document.EVALUATION,
            Document.EXPENSES,
            Document.PARKING,
        }


def test_no_name_on_the_list_is_wider_than_the_list(qtbot: QtBot, tmp_path: Path) -> None:
    with at_print(qtbot, made_to_print(tmp_path / "w.workshop")) as (_, page):
        rows = page.list.rows.values()
        assert [one.document for one in rows if one.minimumSizeHint().width() > NARROW_LIST - SIDES] == []


def test_a_session_that_does_not_vote_is_not_given_the_ballots_of_another(qtbot: QtBot, tmp_path: Path) -> None:
    with at_print(qtbot, made_to_print(tmp_path / "w.workshop")) as (_, page):
        page.session.setCurrentIndex(1)
        page.session.activated.emit(1)
        see(qtbot, page)
        qtbot.waitUntil(lambda: Document.BALLOTS not in page.list.chosen(), timeout=SLOW)
        assert page.list.rows[Document.BALLOTS].box.isEnabled()


def test_looking_at_ballots_gives_out_no_number(qtbot: QtBot, tmp_path: Path) -> None:
    path = made_to_print(tmp_path / "w.workshop")
    with at_print(qtbot, path) as (window, page):
        tick(page, "ballots")
        see(qtbot, page)
        page.enlarge(page.pages.index(0))
        see(qtbot, page)
        shown = page.pages.at(page.pages.index(0))
        assert "Which vote?" in shown.text
        assert "numbers are given when you print" in page.pages.caption(shown)
        assert window.bar.undo.text() != "Undo: give out 9 ballots"
    assert ballots(path) == 0


def test_saving_gives_out_the_numbers_and_says_so(qtbot: QtBot, tmp_path: Path) -> None:
    path = made_to_print(tmp_path / "w.workshop")
    with at_print(qtbot, path) as (window, page):
        tick(page, "ballots")
        save(qtbot, page)
        settle(qtbot, window)
        assert window.bar.undo.accessibleName() == "Undo: give out 9 ballots"
        assert len(pypdf.PdfReader(tmp_path / "w ballots.pdf").pages) == 9
    assert ballots(path) == 9


def test_saving_before_the_choices_are_read_saves_once_they_are(qtbot: QtBot, tmp_path: Path) -> None:
    with shown(qtbot, made_to_print(tmp_path / "w.workshop")) as window:
        window.go_to("print")
        window.do("print", "save-pdf")
        qtbot.waitUntil(lambda: window.printing().outcome().startswith("Saved"), timeout=SLOW)
    assert (tmp_path / "w papers.pdf").exists()


def test_saving_nothing_says_what_to_do(qtbot: QtBot, tmp_path: Path) -> None:
    with at_print(qtbot, made_to_print(tmp_path / "w.workshop")) as (_, page):
        tick(page)
        page.do("save-pdf")
        qtbot.waitUntil(lambda: page.outcome() == "Nothing is ticked yet. Tick what to print first.")
    assert list(tmp_path.glob("*.pdf")) == []


def test_a_ballot_whose_number_is_not_stored_is_never_printed(qtbot: QtBot, tmp_path: Path) -> None:
    path = made_to_print(tmp_path / "w.workshop")
    with at_print(qtbot, path) as (_, page):
        wanted = page._wanted()
    with Workshop.open(path, Places.of_this_laptop()) as workshop:
        with pytest.raises(NotFound):
            wanted.read(workshop)
        for poll in wanted.to_give_out(workshop):
            wanted.give_out(workshop, poll)
        numbers = wanted.read(workshop).values[Document.BALLOTS][0].numbers  # type: ignore[union-attr]
        assert numbers == tuple(range(1, 10))


def test_everything_ticked_is_one_pdf_in_the_order_it_is_needed(qtbot: QtBot, tmp_path: Path) -> None:
    with at_print(qtbot, made_to_print(tmp_path / "w.workshop")) as (_, page):
        save(qtbot, page)
        assert [path.name for path in tmp_path.glob("*.pdf")] == ["w papers.pdf"]
        told = words_of(tmp_path / "w papers.pdf")
        heads = ["Packing list", "Running order", "Sign-in", "may be photographed", "Ballot 1", "Form 1"]
        places = [told.index(head) for head in heads]
        assert places == sorted(places)
        assert "w papers.pdf" in page.outcome()
        total = len(pypdf.PdfReader(tmp_path / "w papers.pdf").pages)
        assert page._total.words().startswith(
            f"{total} sheets for 7 people and 2 spare · A4, black and white, one side"
        )


def test_with_the_packing_list_what_people_fill_in_is_saved_as_they_read_it(qtbot: QtBot, tmp_path: Path) -> None:
    path = made_to_print(tmp_path / "w.workshop")
    with Workshop.open(path, Places.of_this_laptop()) as workshop:
        workshop.apply(add_person("Noor", languages="ar"))
        workshop.apply(add_person("Vera", access_needs="large print"))
    with at_print(qtbot, path) as (_, page):
        tick(page, "pack", "ballots", "evaluation")
        see(qtbot, page)
        asked = page._wanted()
        save(qtbot, page)
        listed = pypdf.PdfReader(tmp_path / "w papers.pdf").pages[0].extract_text()
    assert "Arabic + English" in listed
    assert "Large print" in listed
    with Workshop.open(path, Places.of_this_laptop()) as workshop:
        look = asked.read(workshop)
    for document in (Document.BALLOTS, Document.EVALUATION):
        others = [one for one in look.values[document] if isinstance(one, Share)]
        assert [one.read_as for one in others] == [ReadAs("ar"), ReadAs(large=True)], document
        assert look.copies[document] == 13  # nine who read the usual words, two to spare of each kind but one of those
    assert ballots(path) == 13


def test_the_copies_asked_for_are_shared_out(qtbot: QtBot, tmp_path: Path) -> None:
    path = made_to_print(tmp_path / "w.workshop")
    with Workshop.open(path, Places.of_this_laptop()) as workshop:
        workshop.apply(add_person("Noor", languages="ar"))
    with at_print(qtbot, path) as (_, page):
        tick(page, "pack", "ballots")
        page.choice.copies[Document.BALLOTS] = 8
        save(qtbot, page)
    assert ballots(path) == 8


def test_without_the_packing_list_ballots_are_in_the_words_that_were_chosen(qtbot: QtBot, tmp_path: Path) -> None:
    path = made_to_print(tmp_path / "w.workshop")
    with Workshop.open(path, Places.of_this_laptop()) as workshop:
        workshop.apply(add_person("Noor", languages="ar"))
    with at_print(qtbot, path) as (_, page):
        tick(page, "ballots")
        save(qtbot, page)
    assert "Draft" not in words_of(tmp_path / "w ballots.pdf")


def test_or_a_pdf_for_each(qtbot: QtBot, tmp_path: Path) -> None:
    with at_print(qtbot, made_to_print(tmp_path / "w.workshop")) as (_, page):
        tick(page, "sign-in", "badges")
        page.paper.files.setCurrentIndex(1)
        page.paper.files.activated.emit(1)
        save(qtbot, page)
        assert sorted(path.name for path in tmp_path.glob("*.pdf")) == ["w badges.pdf", "w sign-in.pdf"]


def test_an_earlier_pdf_is_never_written_over(qtbot: QtBot, tmp_path: Path) -> None:
    with at_print(qtbot, made_to_print(tmp_path / "w.workshop")) as (_, page):
        tick(page, "sign-in")
        save(qtbot, page)
        first = (tmp_path / "w sign-in.pdf").read_bytes()
        save(qtbot, page)
        assert (tmp_path / "w sign-in 2.pdf").exists()
        assert (tmp_path / "w sign-in.pdf").read_bytes() == first


def test_stopping_leaves_nothing_behind(qtbot: QtBot, tmp_path: Path) -> None:
    with at_print(qtbot, made_to_print(tmp_path / "w.workshop")) as (_, page):
        tick(page, "ballots")
        page.choice.copies[Document.BALLOTS] = 500
        page.save()
        qtbot.waitUntil(lambda: page.work.progress() > 0, timeout=SLOW)
        page.work.stop()
        qtbot.waitUntil(page.is_done, timeout=SLOW)
        assert list(tmp_path.glob("*.pdf")) == []
        assert list(tmp_path.glob(".*.part")) == []
        assert page.outcome().startswith("Stopped.")


def test_what_is_missing_is_said_in_its_place(qtbot: QtBot, tmp_path: Path) -> None:
    with at_print(qtbot, made(tmp_path / "no-vote.workshop", "one")) as (_, page):
        told = {document: one._below.text() for document, one in page.list.rows.items()}
        assert told[Document.BALLOTS] == "No vote yet: make one at Votes"
        assert told[Document.RUNNING_ORDER] == "No session yet: add one at Plan"
        assert not page.list.rows[Document.BALLOTS].box.isEnabled()
        assert page.list.chosen() == {Document.REPORT}


def test_ballots_of_a_closed_vote_are_not_offered(qtbot: QtBot, tmp_path: Path) -> None:
    with at_print(qtbot, made_to_print(tmp_path / "w.workshop", state="closed")) as (_, page):
        assert page.list.rows[Document.BALLOTS]._below.text() == "Every vote is closed: make a new one at Votes"


def test_fifteen_percent_are_to_spare() -> None:
    assert people(34, 40) == "34 people and 6 spare"


def test_a_place_that_cannot_be_written_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    job = PdfJob()
    with qtbot.waitSignals([job.refused, job.saved], timeout=SLOW):
        job.begin([Order(((REPORT,),), tmp_path / "missing" / "report.pdf")])
    job.wait()


def test_a_fault_in_the_child_is_reported_by_its_places(qtbot: QtBot, tmp_path: Path) -> None:
    job = PdfJob()
    with qtbot.waitSignal(job.broken, timeout=SLOW) as broken:
        job.begin([Order((("not values",),), tmp_path / "report.pdf")])  # type: ignore[arg-type]
    job.wait()
    assert broken.args is not None
    assert "facilitator/pdf/documents/render.py" in broken.args[0]
    assert "not values" not in broken.args[0]
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("one_file", [True, False])
def test_a_fault_in_one_document_does_not_lose_the_others(qtbot: QtBot, tmp_path: Path, one_file: bool) -> None:
    job = PdfJob()
    bad, good = tmp_path / "one.pdf", tmp_path / "other.pdf"
    nonsense = ("not values",)
    one = [Order((nonsense, (REPORT,)), good)]  # type: ignore[arg-type]
    each = [Order((nonsense,), bad), Order(((REPORT,),), good)]  # type: ignore[arg-type]
    with qtbot.waitSignals([job.broken, job.saved], timeout=SLOW):
        job.begin(one if one_file else each)
    job.wait()
    assert [path.name for path in tmp_path.iterdir()] == ["other.pdf"]
    assert "Title" in words_of(tmp_path / "other.pdf")
