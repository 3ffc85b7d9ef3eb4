"""Print: the documents ticked are made in a child process and saved; stopping leaves nothing; faults are told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pypdf
import pytest

from facilitator.ui.pdf_job import Order, PdfJob
from facilitator.workshop.queries.print_values import ReportValues
from tests.ui.windows import made, made_from_polis, settle, shown

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from facilitator.ui.pages.printing import PrintPage
    from facilitator.ui.shell import Window

SLOW = 60_000  # milliseconds


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, root: Path) -> Iterator[Window]:
    path = made_from_polis(tmp_path / "print.workshop", root / "tests" / "data" / "polis-london-youth-policing")
    with shown(qtbot, path) as window:
        window.go_to("print")
        settle(qtbot, window)
        yield window


def save(qtbot: QtBot, page: PrintPage) -> None:
    page.save()
    qtbot.waitUntil(page.is_done, timeout=SLOW)


def words(path: Path) -> str:
    return "".join(page.extract_text() for page in pypdf.PdfReader(path).pages)


def test_the_documents_ticked_are_saved_beside_the_workshop(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    page = window.printing()
    page.forms.box.setChecked(False)
    page.ballots.copies.setValue(3)
    save(qtbot, page)
    assert sorted(path.name for path in tmp_path.glob("*.pdf")) == ["print ballots.pdf", "print report.pdf"]
    assert "print report.pdf" in page.outcome()
    assert "Global transparency is a must" in words(tmp_path / "print report.pdf")
    assert window.bar.undo.text() == "Undo: give out 3 ballots"


def test_an_earlier_pdf_is_never_written_over(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    page = window.printing()
    page.ballots.box.setChecked(False)
    page.forms.box.setChecked(False)
    save(qtbot, page)
    first = (tmp_path / "print report.pdf").read_bytes()
    save(qtbot, page)
    assert (tmp_path / "print report 2.pdf").exists()
    assert (tmp_path / "print report.pdf").read_bytes() == first


def test_stopping_leaves_nothing_behind(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    page = window.printing()
    page.ballots.copies.setValue(500)
    page.save()
    qtbot.waitUntil(lambda: page.progress() > 0, timeout=SLOW)
    page.stop()
    qtbot.waitUntil(page.is_done, timeout=SLOW)
    assert [path.name for path in tmp_path.iterdir() if not path.name.startswith("print.workshop")] == []
    assert page.outcome().startswith("Stopped.")


def test_what_is_missing_is_said_in_a_sentence(qtbot: QtBot, tmp_path: Path) -> None:
    with shown(qtbot, made(tmp_path / "no-vote.workshop", "one")) as window:
        window.go_to("print")
        settle(qtbot, window)
        save(qtbot, window.printing())
        settle(qtbot, window)
        assert "no vote in this workshop yet" in window.notice.words
        assert list(tmp_path.glob("*.pdf")) == []


def test_a_place_that_cannot_be_written_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    job = PdfJob()
    values = ReportValues("Title", "", "2026-11-23", 0, (), ())
    with qtbot.waitSignal(job.refused, timeout=SLOW):
        job.begin([Order((values,), tmp_path / "missing" / "report.pdf")])
    job.wait()


def test_a_fault_in_the_child_is_reported_by_its_places(qtbot: QtBot, tmp_path: Path) -> None:
    job = PdfJob()
    with qtbot.waitSignal(job.broken, timeout=SLOW) as broken:
        job.begin([Order(("not values",), tmp_path / "report.pdf")])  # type: ignore[arg-type]
    job.wait()
    assert broken.args is not None
    assert "facilitator/pdf/documents/render.py" in broken.args[0]
    assert "not values" not in broken.args[0]
    assert list(tmp_path.iterdir()) == []
