"""Whatever is printed can be read by somebody who hears it: each document of the example is PDF/UA-1 (row A10)."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import pikepdf
import pytest

from facilitator.domain.reading import Reading
from facilitator.exchange.millbrook.build import build_millbrook
from facilitator.pdf.documents.render import render
from facilitator.workshop.documents import Document, Order, read
from facilitator.workshop.places import Places
from facilitator.workshop.queries.organiser_values import PackValues
from facilitator.workshop.queries.print_values import ReportValues
from tests.pdf.checkers import complaints
from tests.pdf.structure import Pdf, Structure

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from facilitator.workshop.queries.print_values import PrintValues
    from facilitator.workshop.workshop import Workshop

MAY_BE_SILENT = {"TD", "Figure"}
GROUPS = {"Document", "Part", "Sect", "Div", "L", "LI", "Table", "TR"}


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workshop]:
    folder = tmp_path_factory.mktemp("millbrook")
    with build_millbrook(folder / "millbrook.workshop", Places.under(folder / "state")) as workshop:
        yield workshop


def values(example: Workshop, document: Document) -> list[PrintValues]:
    return example.read(lambda reader: read(reader, document, Order(copies=3)))


@pytest.mark.parametrize("document", Document)
def test_no_checker_finds_fault_with_a_document_of_the_example(
    document: Document, example: Workshop, tmp_path: Path
) -> None:
    path = tmp_path / f"{document}.pdf"
    render(values(example, document), path)

    assert complaints(path) == []


def test_no_checker_finds_fault_with_a_pack_that_has_copies_in_other_languages_and_large_print(
    example: Workshop, tmp_path: Path
) -> None:
    path = tmp_path / "pack.pdf"
    packs = example.read(lambda reader: read(reader, Document.PACK, Order(copies=20)))
    [pack] = packs
    assert isinstance(pack, PackValues)
    assert {"", "ar", "ur", "bn", "pl", "so"} <= {one.language for one in pack.read_as}
    large = tuple(replace(one, large=one.language in ("", "ar")) for one in pack.read_as)
    render([replace(pack, read_as=large)], path)

    assert complaints(path) == []


@pytest.mark.parametrize("document", Document)
def test_each_document_begins_with_its_name_and_says_every_paragraph_once(
    document: Document, example: Workshop, tmp_path: Path
) -> None:
    path = tmp_path / f"{document}.pdf"
    render(values(example, document), path)
    structure = Structure(path.read_bytes())

    assert structure.title
    assert structure.bookmarks
    assert [node.outline() for node in structure.root.walk() if node.role in GROUPS and node.text] == []
    leaves = [node for node in structure.root.walk() if not node.kids and node.role not in MAY_BE_SILENT]
    assert leaves
    assert [node.role for node in leaves if not node.text.strip()] == []


def test_every_note_of_the_report_is_heard_in_its_own_words(example: Workshop, tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    [report] = values(example, Document.REPORT)
    assert isinstance(report, ReportValues)
    render([report], path)
    heard = {" ".join(node.text.split()) for node in Structure(path.read_bytes()).root.all("P")}

    every = [note for board in report.boards for theme in board.themes for note in theme.notes]
    notes = [note.text for note in every if note.text]
    assert 0 < len(notes) == len(every) - 6  # six are photographs that nobody has typed up yet
    assert [note for note in notes if " ".join(note.split()) not in heard] == []


@pytest.mark.parametrize("languages", [("en",), ("ar",), ("ur",), ("en", "ur")])
def test_the_contents_of_the_report_lead_to_its_parts(
    languages: tuple[str, ...], example: Workshop, tmp_path: Path
) -> None:
    path = tmp_path / "report.pdf"
    render(values(example, Document.REPORT), path, languages=languages)
    (contents,) = Structure(path.read_bytes()).root.all("TOC")

    assert {entry.outline() for entry in contents.kids} == {"TOCI(Reference(Link))"}
    links = contents.all("Link")
    assert len(links) == 7
    assert [link.leads_to for link in links] == [int(link.text.split()[-1]) - 1 for link in links]
    assert complaints(path) == []


def test_a_link_is_where_its_words_are_and_says_them(example: Workshop, tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    render(values(example, Document.REPORT), path)
    with pikepdf.open(path) as file:
        first: Pdf = file.pages[0]
        links = [(str(link.Contents), [float(edge) for edge in link.Rect]) for link in first.Annots]
        keys = [int(link.StructParent) for link in first.Annots]
        numbers: Pdf = list(file.Root.StructTreeRoot.ParentTree.Nums)
        owners = [one.S for key, one in zip(numbers[::2], numbers[1::2], strict=True) if key in keys]
        assert owners == ["/Link"] * len(keys)

    assert [words.rstrip("0123456789 ") for words, _ in links][:2] == ["What we did", "Who came"]
    assert all(150 < right - left < 500 and 8 < upper - lower < 25 for _, (left, lower, right, upper) in links)
    assert all(one[1][3] <= before[1][1] for before, one in pairwise(links))


@pytest.mark.parametrize(("languages", "reading"), [(("en", "ar"), Reading.STANDARD), (("en",), Reading.EASY)])
@pytest.mark.parametrize("document", [one for one in Document if one != Document.RELATIONSHIPS])
def test_no_checker_finds_fault_with_it_in_two_languages_and_in_easy_read(
    document: Document, languages: tuple[str, ...], reading: Reading, example: Workshop, tmp_path: Path
) -> None:
    path = tmp_path / f"{document}.pdf"
    order = Order(copies=3, languages=languages, reading=reading)
    render(example.read(lambda reader: read(reader, document, order)), path, languages=languages, reading=reading)

    assert complaints(path) == []


@pytest.mark.parametrize("rows", [1, 2, 3])
def test_no_checker_finds_fault_with_a_table_of_few_rows(rows: int, example: Workshop, tmp_path: Path) -> None:
    [report] = values(example, Document.REPORT)
    assert isinstance(report, ReportValues)
    assert report.more
    more = replace(report.more, sessions=report.more.sessions[:rows], decisions=report.more.decisions[:rows])
    render([replace(report, more=more)], tmp_path / "report.pdf")

    assert complaints(tmp_path / "report.pdf") == []


def test_a_title_is_the_same_wherever_the_file_says_it(example: Workshop, tmp_path: Path) -> None:
    path = tmp_path / "forms.pdf"
    render(values(example, Document.FEEDBACK_FORMS), path, languages=("ar",))
    with pikepdf.open(path) as file, file.open_metadata() as metadata:
        assert metadata["dc:title"] == str(file.docinfo["/Title"])
        assert "\N{FIRST STRONG ISOLATE}" not in metadata["dc:title"]
