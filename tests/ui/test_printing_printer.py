"""A page that goes to the system's printer keeps its size and its place: a camera must find what is printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np
import pypdf
import pypdfium2
import pytest
from PySide6.QtPrintSupport import QPrinter

from facilitator.domain import sheet
from facilitator.ui.printing.job import PrintJob, Sheets, empty_backs
from facilitator.workshop.documents import Document
from facilitator.workshop.places import Places
from tests.ui.printing_windows import at_print, ballots, made_to_print, save, see, tick
from tests.ui.windows import SLOW

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

DPI = 300
DICTIONARY = cv2.aruco.getPredefinedDictionary(cv2.aruco.DICT_4X4_50)


def to_file(path: Path, dots: int = 600) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    printer.setResolution(dots)
    return printer


def markers(path: Path, page: int = 0) -> dict[int, np.ndarray]:  # type: ignore[type-arg]
    """The corners of the markers on a page, in millimetres."""
    with pypdfium2.PdfDocument(path) as document:
        picture = np.ascontiguousarray(document[page].render(scale=DPI / 72, grayscale=True).to_numpy())  # pyright: ignore[reportArgumentType]
    found, numbers, _ = cv2.aruco.ArucoDetector(DICTIONARY).detectMarkers(picture)
    return {int(n): corners[0] / DPI * 25.4 for n, corners in zip(numbers.ravel(), found, strict=True)}


@pytest.mark.parametrize(("paper", "dots"), [(0, 300), (0, 1200), (1, 600), (3, 600)])
def test_the_markers_of_a_ballot_stand_where_they_stand_in_the_pdf(
    qtbot: QtBot, tmp_path: Path, paper: int, dots: int
) -> None:
    with at_print(qtbot, made_to_print(tmp_path / "w.workshop")) as (_, page):
        tick(page, "ballots")
        page.choice.copies.update(dict.fromkeys(page.list.chosen(), 2))
        page.paper.paper.setCurrentIndex(paper)
        page.paper.paper.activated.emit(paper)
        save(qtbot, page)
        page.work.print_on(to_file(tmp_path / "out.pdf", dots), page._wanted(), page.choice)
        qtbot.waitUntil(page.is_done, timeout=SLOW)
        assert page.outcome() == "Sent to the printer: 2 pages"
    drawn, printed = markers(tmp_path / "w ballots.pdf"), markers(tmp_path / "out.pdf")
    assert len(drawn) == 4
    assert drawn.keys() == printed.keys()
    assert max(np.abs(drawn[n] - printed[n]).max() for n in drawn) < 0.3
    sizes = [pypdf.PdfReader(path).pages[0].mediabox for path in (tmp_path / "w ballots.pdf", tmp_path / "out.pdf")]
    assert abs(sizes[0].width - sizes[1].width) < 1
    assert abs(sizes[0].height - sizes[1].height) < 1
    assert pytest.approx(np.ptp(printed[min(printed)][:, 0]), abs=0.3) == sheet.MARKER or paper == 1


def test_printing_gives_out_the_numbers_and_leaves_no_file(qtbot: QtBot, tmp_path: Path) -> None:
    path = made_to_print(tmp_path / "w.workshop")
    with at_print(qtbot, path) as (_, page):
        tick(page, "ballots", "sign-in")
        page.work.print_on(to_file(tmp_path / "out.pdf", 300), page._wanted(), page.choice)
        qtbot.waitUntil(page.is_done, timeout=SLOW)
        assert len(pypdf.PdfReader(tmp_path / "out.pdf").pages) == 10
        assert [one.name for one in tmp_path.glob("*.pdf")] == ["out.pdf"]
    assert ballots(path) == 9


def papers_left() -> list[str]:
    """What lies on this laptop of papers on their way to the printer, with everybody's name on them."""
    return [path.name for path in Places.of_this_laptop().state.glob("passing-*/*")]


def test_papers_on_their_way_to_the_printer_lie_where_what_a_crash_leaves_goes(qtbot: QtBot, tmp_path: Path) -> None:
    with at_print(qtbot, made_to_print(tmp_path / "w.workshop")) as (_, page):
        tick(page, "sign-in")
        page.work.print_on(to_file(tmp_path / "out.pdf", 300), page._wanted(), page.choice)
        qtbot.waitUntil(lambda: page.is_done() or "sign-in.pdf" in papers_left(), timeout=SLOW)
        assert not page.is_done()
        qtbot.waitUntil(page.is_done, timeout=SLOW)
        assert not papers_left()


def test_printing_that_is_stopped_while_papers_are_made_leaves_none(qtbot: QtBot, tmp_path: Path) -> None:
    with at_print(qtbot, made_to_print(tmp_path / "w.workshop")) as (_, page):
        tick(page, "sign-in", "badges")
        page.work.print_on(to_file(tmp_path / "out.pdf", 300), page._wanted(), page.choice)
        qtbot.waitUntil(lambda: bool(papers_left()), timeout=SLOW)
        page.work.stop()
        qtbot.waitUntil(page.is_done, timeout=SLOW)
        assert not papers_left()


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_does_not_answer_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    with at_print(qtbot, made_to_print(tmp_path / "w.workshop")) as (_, page):
        tick(page, "sign-in")
        page.work.print_on(to_file(tmp_path / "missing" / "out.pdf"), page._wanted(), page.choice)
        qtbot.waitUntil(page.is_done, timeout=SLOW)
        assert page.outcome().startswith("The printer does not answer.")


def test_printing_stops_after_the_page_under_way(qtbot: QtBot, tmp_path: Path) -> None:
    with at_print(qtbot, made_to_print(tmp_path / "w.workshop")) as (_, page):
        tick(page, "ballots")
        save(qtbot, page)
        job = PrintJob(to_file(tmp_path / "out.pdf"), [Sheets(tmp_path / "w ballots.pdf", False)], grey=True)
        job.stop()
        with qtbot.waitSignal(job.finished, timeout=SLOW):
            job.start()
        assert job.pages == 0


def test_no_copy_begins_on_the_back_of_another() -> None:
    assert empty_backs((3, 3)) == {3, 6}
    assert empty_backs((2, 1, 2)) == {3}


@pytest.mark.parametrize("sides", [0, 1])
def test_copies_on_both_sides_take_the_sheets_that_are_said(qtbot: QtBot, tmp_path: Path, sides: int) -> None:
    class Counting(QPrinter):
        """A printer that counts the sides it is given, as one does that is no file."""

        sides = 1

        def outputFileName(self) -> str:
            return ""

        def newPage(self) -> bool:
            self.sides += 1
            return super().newPage()

    printer = Counting(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    with at_print(qtbot, made_to_print(tmp_path / "w.workshop")) as (_, page):
        page.paper.sides.setCurrentIndex(sides)
        page.paper.sides.activated.emit(sides)
        page.choice.copies[Document.RUNNING_ORDER] = 3
        tick(page, "running-order")
        see(qtbot, page)
        page.work.print_on(printer, page._wanted(), page.choice)
        qtbot.waitUntil(page.is_done, timeout=SLOW)
        assert page.outcome() == "Sent to the printer: 3 pages"
        assert page.sheets(Document.RUNNING_ORDER) == 3
    assert printer.sides == (3 if sides == 0 else 5)
