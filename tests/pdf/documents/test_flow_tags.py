"""What is laid out over pages stays whole to those who hear it: one paragraph, one list, one table with its head."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest

from facilitator.domain.sheet import PAPERS
from facilitator.pdf.canvas import PlainCanvas
from facilitator.pdf.documents.flow import Flow
from facilitator.pdf.documents.session_page import FlowPages
from facilitator.pdf.documents.surface import Surface
from facilitator.pdf.documents.table import Cell, Column
from facilitator.pdf.edition import Edition
from facilitator.pdf.tags.tagger import Untagged
from facilitator.pdf.wording import wording
from tests.pdf.checkers import complaints
from tests.pdf.structure import Structure

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from facilitator.pdf.fonts import FontBook

ARABIC = "مرحبا بكم في 3 حدائق (جديدة) قرب المدرسة"
LONG = "The bus at half past five is the one that everybody needs and nobody gets. " * 120


@pytest.fixture
def edition(fonts: FontBook) -> Edition:
    return Edition(PAPERS["A4"], fonts, wording())


@pytest.fixture
def printed(edition: Edition, tmp_path: Path) -> Callable[[Callable[[Flow], None]], Structure]:
    """Lay something out under a heading, print it, let the checkers look, and read it back."""

    def print_it(add: Callable[[Flow], None]) -> Structure:
        flow = Flow(edition)
        flow.heading("What we heard", 1, edition.heavy(20))
        add(flow)
        pages = FlowPages("What we heard", edition, flow, "What we heard")
        canvas = PlainCanvas(str(tmp_path / "flow.pdf"), title=pages.title)
        surface = Surface(canvas, edition, pages.title)
        for number in range(1, pages.page_count + 1):
            with surface.inside(surface.whole):
                pages.draw(number, surface)
            canvas.showPage()
        canvas.save()
        assert complaints(tmp_path / "flow.pdf") == []
        return Structure((tmp_path / "flow.pdf").read_bytes())

    return print_it


def test_a_paragraph_over_pages_is_one(printed: Callable, edition: Edition) -> None:
    structure = printed(lambda flow: flow.text(LONG, edition.plain(14)))

    [paragraph] = structure.root.all("P")
    assert paragraph.pages == {0, 1, 2, 3}
    assert paragraph.text.split() == LONG.split()


def test_words_that_run_from_right_to_left_are_said_in_their_order(printed: Callable, edition: Edition) -> None:
    structure = printed(lambda flow: flow.text(f"Said: {ARABIC}. " * 4, edition.plain(14)))

    [paragraph] = structure.root.all("P")
    assert paragraph.text.split() == f"Said: {ARABIC}. ".split() * 4


def test_a_table_over_pages_is_one_and_its_head_is_said_once(printed: Callable, edition: Edition) -> None:
    rows = [[f"Idea {n}", Cell(ARABIC, lang="ar"), str(n)] for n in range(60)]
    columns = [Column(2, heads_rows=True), Column(3), Column(1, "end")]
    structure = printed(lambda flow: flow.table(columns, ["Idea", "In Arabic", "Dots"], rows, edition.plain(12)))

    [table] = structure.root.all("Table")
    assert len(table.kids) == 61
    assert [(cell.role, cell.scope, cell.text.strip()) for cell in table.kids[0].kids] == [
        ("TH", "Column", "Idea"),
        ("TH", "Column", "In Arabic"),
        ("TH", "Column", "Dots"),
    ]
    assert [(cell.role, cell.scope) for cell in table.kids[1].kids] == [("TH", "Row"), ("TD", ""), ("TD", "")]
    assert table.kids[60].kids[1].text == ARABIC
    assert table.kids[60].kids[1].lang == "ar"
    assert structure.artefacts.count("In Arabic") == len({page for node in table.walk() for page in node.pages}) - 1


def test_a_cell_longer_than_a_page_is_one_cell(printed: Callable, edition: Edition) -> None:
    rows = [["Bus", LONG], ["Wall", "Shared"]]
    columns = [Column(1), Column(2)]
    structure = printed(lambda flow: flow.table(columns, ["What", "Why"], rows, edition.plain(14)))

    [table] = structure.root.all("Table")
    assert [len(row.kids) for row in table.kids] == [2, 2, 2]
    assert table.kids[1].kids[1].text.split() == LONG.split()


def test_a_list_says_its_marks_and_its_items(printed: Callable, edition: Edition) -> None:
    structure = printed(lambda flow: flow.items(["One wall", ARABIC, LONG], edition.plain(14)))

    [listed] = structure.root.all("L")
    assert listed.outline() == "L(LI(Lbl LBody(P)) LI(Lbl LBody(P)) LI(Lbl LBody(P)))"
    assert [item.text.strip() for item in listed.all("P")][:2] == ["One wall", ARABIC]


def test_a_picture_is_told_in_words(printed: Callable, edition: Edition) -> None:
    def bar(surface: Surface, y: float) -> None:
        with surface.pen.path(fill=(0, 0, 0)) as path:
            path.rectangle(30, y, 40, 10)

    structure = printed(lambda flow: flow.figure(20, bar, alt="A bar: 12 of 30."))

    [figure] = structure.root.all("Figure")
    assert figure.alt == "A bar: 12 of 30."


def test_what_is_drawn_by_hand_keeps_its_place_among_paragraphs(printed: Callable, edition: Edition) -> None:
    def by_hand(surface: Surface, y: float) -> None:
        with surface.tag("P"):
            surface.place(flow_block, 20, y)

    flow_block = Flow(edition).block("second", edition.plain(12), 100)

    def add(flow: Flow) -> None:
        flow.text("first", edition.plain(12))
        flow.draw(10, by_hand)
        flow.text("third", edition.plain(12))

    assert [node.text for node in printed(add).root.all("P")] == ["first", "second", "third"]


def test_headings_are_bookmarks(printed: Callable, edition: Edition) -> None:
    def add(flow: Flow) -> None:
        flow.heading("Buses", 2, edition.heavy(14))
        flow.heading("In the evening", 3, edition.heavy(12))
        flow.heading("Walls", 2, edition.heavy(14))

    structure = printed(add)

    assert structure.bookmarks == ["What we heard", "  Buses", "    In the evening", "  Walls"]


def test_text_that_nothing_is_said_of_is_refused(edition: Edition) -> None:
    surface = Surface(PlainCanvas(io.BytesIO(), title="x"), edition, "x")
    block = Flow(edition).block("Nobody knows what this is.", edition.plain(12), 100)

    with pytest.raises(Untagged):
        surface.place(block, 20, 20)
    with surface.tag("L"), pytest.raises(Untagged):
        surface.place(block, 20, 20)
    with surface.artefact():
        surface.place(block, 20, 20)


def test_a_picture_from_outside_is_refused_where_nothing_is_said_of_it(edition: Edition) -> None:
    canvas = PlainCanvas(io.BytesIO(), title="x")

    with pytest.raises(Untagged):
        canvas.drawString(20, 20, "hello")
    with pytest.raises(Untagged):
        canvas.rect(20, 20, 20, 20)
