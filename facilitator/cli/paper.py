"""`print`: documents as PDF. Ballots get their numbers stored before they are printed."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from facilitator.cli.documents import EVERYTHING, Order, gather
from facilitator.cli.files import WorkshopFile, not_itself, opened
from facilitator.cli.progress import progress_bar
from facilitator.cli.say import amount, notes, show
from facilitator.domain.errors import BadInput, FileTrouble
from facilitator.domain.reading import Reading
from facilitator.workshop.documents import GIVING_OUT, Document

if TYPE_CHECKING:
    from facilitator.workshop.queries.print_values import PrintValues
    from facilitator.workshop.workshop import Workshop

ENDING = ".pdf"


class PaperSize(StrEnum):
    """The sheets in the printer."""

    A4 = "A4"
    A3 = "A3"
    A5 = "A5"
    LETTER = "letter"


DEFAULT_PAPER = PaperSize.A4

Documents = Annotated[list[Document], typer.Argument(metavar="DOCUMENT", help=f"{', '.join(Document)}.")]
Out = Annotated[
    Path,
    typer.Option("--out", metavar="PATH", help="A file that ends in .pdf, or a folder for one each.", readable=False),
]
Paper = Annotated[PaperSize, typer.Option("--paper", case_sensitive=False, help="The size of the sheets.")]
Copies = Annotated[
    int | None,
    typer.Option("--copies", metavar="N", min=1, max=10_000, help="How many of each; else one, or enough for all."),
]
PollName = Annotated[
    str | None, typer.Option("--poll", metavar="NAME", help="Ballots of one vote only: its question, or a part of it.")
]
SessionName = Annotated[
    str | None,
    typer.Option("--session", metavar="NAME", help="A session's title, or a part of it; else the next one to come."),
]
BoardName = Annotated[
    str | None,
    typer.Option("--board", metavar="NAME", help="Boards and posters of one only: its question, or a part of it."),
]
QuestionOnly = Annotated[bool, typer.Option("--question-only", help="Posters of the question, without its notes.")]
Languages = Annotated[
    list[str] | None,
    typer.Option("--language", metavar="CODE", help="The language of our own words; twice for two side by side."),
]
Large = Annotated[bool, typer.Option("--large", help="In large print: 18 points at least, on more sheets.")]
Easy = Annotated[bool, typer.Option("--easy", help="In easy read: short sentences, and pictures beside them.")]
Grey = Annotated[bool, typer.Option("--grey", help="A proof in greys, as a printer without colour prints it.")]


def print_documents(
    file: WorkshopFile,
    documents: Documents,
    out: Out,
    paper: Paper = DEFAULT_PAPER,
    copies: Copies = None,
    poll: PollName = None,
    session: SessionName = None,
    language: Languages = None,
    board: BoardName = None,
    question_only: QuestionOnly = False,
    large: Large = False,
    easy: Easy = False,
    grey: Grey = False,
) -> None:
    """Make documents to print, as PDF.

    Ballots are numbered. Printing them again prints the same numbers, so none is given out twice.

    A pack is everything one session needs, with a packing list.

    With --language ar our own words are in Arabic; with --language en --language ar both stand side by side.

    Example: facilitator print park.workshop ballots report --out paper.pdf
    """
    not_itself(file, out)
    wanted = list(dict.fromkeys(documents))
    order = Order(copies, poll, session, _asked_for(language or []), board, question_only, _reading(large, easy), grey)
    with opened(file) as workshop:
        _try_out(workshop, wanted, order, paper)
        if is_folder(out):
            written = print_each(workshop, wanted, out, paper=paper, order=order)
        else:
            written = [_write(_gather(workshop, wanted, order), out, paper, order)]
    for path in written:
        show(f"Wrote {path}")


def print_each(
    workshop: Workshop,
    documents: Sequence[Document],
    folder: Path,
    *,
    paper: PaperSize,
    order: Order = EVERYTHING,
) -> list[Path]:
    """Write a PDF for each document into a folder, made if need be; gives their paths."""
    gathered = {document: _gather(workshop, [document], order) for document in _ballots_last(documents)}
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FileTrouble(f"The folder {folder} cannot be made ({error.strerror}). Choose another one.") from None
    return [_write(gathered[document], folder / f"{document.value}{ENDING}", paper, order) for document in documents]


def is_folder(out: Path) -> bool:
    """Whether documents go into this as a folder. Raises BadInput where nothing can be written."""
    if out.is_dir():
        return True
    if out.suffix.casefold() == ENDING:
        if not out.parent.is_dir():
            raise BadInput(f"The folder {out.parent} does not exist. Make it first, or choose another one.")
        return False
    if out.suffix or out.exists():
        raise BadInput(f"{out} does not end in {ENDING}. Name a file that does, or a folder.")
    return True


def _asked_for(languages: Sequence[str]) -> tuple[str, ...]:
    from facilitator.workshop.translations.shelf import Shelf

    return Shelf.of_this_laptop().asked_for(languages) if languages else EVERYTHING.languages


def _reading(large: bool, easy: bool) -> Reading:
    if large and easy:
        raise BadInput("Say --large or --easy, not both. Easy read is printed large anyway.")
    return Reading.LARGE if large else Reading.EASY if easy else Reading.STANDARD


def _ballots_last(documents: Sequence[Document]) -> list[Document]:
    """Numbers are given out only when nothing else is missing."""
    return sorted(documents, key=lambda document: document in GIVING_OUT)


def _try_out(workshop: Workshop, documents: Sequence[Document], order: Order, paper: PaperSize) -> None:
    """Lay out what gives out no numbers before anything does: a refusal must not leave ballots given out."""
    others = [document for document in documents if document not in GIVING_OUT]
    if 0 < len(others) < len(documents):
        from facilitator.pdf.documents.render import render

        found = _gather(workshop, others, order)
        render(found, BytesIO(), paper=paper.value, languages=order.languages, reading=order.reading)


def _gather(workshop: Workshop, documents: Sequence[Document], order: Order) -> list[PrintValues]:
    found = {document: gather(workshop, document, order) for document in _ballots_last(documents)}
    return [values for document in documents for values in found[document]]


def _write(values: Sequence[PrintValues], path: Path, paper: PaperSize, order: Order) -> Path:
    from facilitator.pdf.documents.render import render

    with progress_bar(path.name) as progress:
        report = render(
            values,
            path,
            paper=paper.value,
            languages=order.languages,
            reading=order.reading,
            grey=order.grey,
            progress=progress,
        )
    notes(report.warnings)
    notes([f"{path.name}: {amount(report.pages, 'pages')}"])
    return path
