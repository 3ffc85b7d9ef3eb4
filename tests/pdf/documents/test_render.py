"""One PDF from many documents: whole or not at all, the same each time, and with nobody's name in it."""

from __future__ import annotations

import datetime as dt
import io
import pickle
import subprocess
import sys
from typing import TYPE_CHECKING

import pypdf
import pytest

from facilitator.domain.errors import Cancelled, NothingToPrint
from facilitator.pdf.documents.render import render

if TYPE_CHECKING:
    from pathlib import Path

    from tests.pdf.documents.conftest import Press

DAY = dt.datetime(2026, 1, 14, 12, tzinfo=dt.UTC)


def test_several_documents_become_one_file(press: Press) -> None:
    printed = press(press.ballots(["Wall"], numbers=(1, 2)), press.feedback_forms())

    assert printed.report.pages == 3
    assert "Ballot2" in printed.texts()[1]
    assert "GateWall" in printed.texts()[2]


def test_the_same_values_on_the_same_day_give_the_same_bytes(press: Press) -> None:
    values = [press.report_of("london-youth-policing"), press.ballots(["Wall"]), press.feedback_forms()]
    first, second = io.BytesIO(), io.BytesIO()

    render(values, first, date=DAY)
    render(values, second, date=DAY)

    assert first.getvalue() == second.getvalue()


def test_the_file_tells_its_title_and_language_and_no_name(press: Press) -> None:
    out = io.BytesIO()
    render([press.report_of("london-youth-policing")], out, languages=("en",), date=DAY)

    reader = pypdf.PdfReader(out)
    assert reader.metadata is not None
    assert reader.metadata.title == "What is the best way to engage more young people in local scrutiny of policing?"
    assert not reader.metadata.author
    assert reader.root_object["/Lang"] == "en-GB"


def test_a_window_is_told_how_far_it_is(press: Press) -> None:
    told: list[tuple[int, int]] = []

    render([press.ballots(["Wall"], numbers=(1, 2, 3))], io.BytesIO(), progress=lambda *now: told.append(now))

    assert told == [(0, 3), (1, 3), (2, 3), (3, 3)]


def test_a_cancelled_print_leaves_the_old_file_and_no_other(press: Press, tmp_path: Path) -> None:
    path = tmp_path / "ballots.pdf"
    path.write_bytes(b"the old one")

    def stop(done: int, total: int) -> None:
        if done == 2:
            raise Cancelled("Stopped.")

    with pytest.raises(Cancelled):
        render([press.ballots(["Wall"], numbers=(1, 2, 3))], path, progress=stop)

    assert path.read_bytes() == b"the old one"
    assert list(tmp_path.iterdir()) == [path]


def test_values_can_be_sent_to_another_process(press: Press) -> None:
    values = press.report_of("london-youth-policing")

    assert pickle.loads(pickle.dumps(values)) == values


def test_characters_no_font_has_are_said(press: Press) -> None:
    printed = press(press.ballots(["\U00013000 bird"]))

    assert printed.report.warnings == (
        "No font here has these characters, so they are printed as empty boxes: U+13000.",
    )


def test_nothing_is_printed_from_nothing() -> None:
    with pytest.raises(NothingToPrint):
        render([], io.BytesIO())


def test_drawing_loads_neither_tables_nor_the_store(root: Path) -> None:
    code = (
        "import sys, facilitator.pdf.documents.render\n"
        "assert not {'sqlmodel', 'sqlalchemy', 'sqlcipher3', 'numpy'} & set(sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
