"""`print`: documents as PDF. Ballots get their numbers stored before they are printed."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from facilitator.cli.files import WorkshopFile, not_itself, opened
from facilitator.cli.progress import progress_bar
from facilitator.cli.say import amount, notes, show
from facilitator.domain.errors import BadInput, FileTrouble

if TYPE_CHECKING:
    from facilitator.workshop.queries.print_values import PrintValues
    from facilitator.workshop.reader import Reader
    from facilitator.workshop.workshop import Workshop

ENDING = ".pdf"
LANGUAGES = ("en", "en-gb")


class Document(StrEnum):
    """What can be printed."""

    BALLOTS = "ballots"
    FEEDBACK_FORMS = "feedback-forms"
    REPORT = "report"


class PaperSize(StrEnum):
    """The sheets in the printer."""

    A4 = "A4"
    A3 = "A3"
    A5 = "A5"
    LETTER = "letter"


DEFAULT_PAPER = PaperSize.A4

Documents = Annotated[list[Document], typer.Argument(metavar="DOCUMENT", help="ballots, feedback-forms, report.")]
Out = Annotated[
    Path,
    typer.Option("--out", metavar="PATH", help="A file that ends in .pdf, or a folder for one each."),
]
Paper = Annotated[PaperSize, typer.Option("--paper", case_sensitive=False, help="The size of the sheets.")]
Copies = Annotated[
    int | None,
    typer.Option("--copies", metavar="N", min=1, max=10_000, help="How many of each; else enough for all."),
]
PollName = Annotated[
    str | None, typer.Option("--poll", metavar="NAME", help="Ballots of one vote only: its question, or a part of it.")
]
Languages = Annotated[
    list[str] | None, typer.Option("--language", metavar="CODE", help="English (en) is the only one so far.")
]


def print_documents(
    file: WorkshopFile,
    documents: Documents,
    out: Out,
    paper: Paper = DEFAULT_PAPER,
    copies: Copies = None,
    poll: PollName = None,
    language: Languages = None,
) -> None:
    """Make documents to print, as PDF.

    Ballots are numbered. Printing them again prints the same numbers, so none is given out twice.

    Example: facilitator print park.workshop ballots report --out paper.pdf
    """
    _only_english(language or [])
    not_itself(file, out)
    wanted = list(dict.fromkeys(documents))
    with opened(file) as workshop:
        if is_folder(out):
            written = print_each(workshop, wanted, out, paper=paper, copies=copies, poll=poll)
        else:
            written = [_write(_gather(workshop, wanted, copies, poll), out, paper)]
    for path in written:
        show(f"Wrote {path}")


def print_each(
    workshop: Workshop,
    documents: Sequence[Document],
    folder: Path,
    *,
    paper: PaperSize,
    copies: int | None = None,
    poll: str | None = None,
) -> list[Path]:
    """Write a PDF for each document into a folder, made if need be; gives their paths."""
    gathered = {document: _gather(workshop, [document], copies, poll) for document in _ballots_last(documents)}
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FileTrouble(f"The folder {folder} cannot be made ({error.strerror}). Choose another one.") from None
    return [_write(gathered[document], folder / f"{document.value}{ENDING}", paper) for document in documents]


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


def _only_english(codes: Sequence[str]) -> None:
    if any(code.casefold() not in LANGUAGES for code in codes):
        raise BadInput("Documents are printed in English (en) only so far. Leave --language out.")


def _ballots_last(documents: Sequence[Document]) -> list[Document]:
    """Numbers are given out only when nothing else is missing."""
    return sorted(documents, key=lambda document: document is Document.BALLOTS)


def _gather(
    workshop: Workshop, documents: Sequence[Document], copies: int | None, poll: str | None
) -> list[PrintValues]:
    found: dict[Document, list[PrintValues]] = {}
    for document in _ballots_last(documents):
        if document is Document.BALLOTS:
            found[document] = _ballots(workshop, copies, poll)
        elif document is Document.FEEDBACK_FORMS:
            found[document] = _feedback_forms(workshop, copies)
        else:
            found[document] = _report(workshop)
    return [values for document in documents for values in found[document]]


def _ballots(workshop: Workshop, copies: int | None, poll: str | None) -> list[PrintValues]:
    from facilitator.workshop.giving_out import give_out, paper_ballots, polls_to_print
    from facilitator.workshop.queries.print_queries import ballot_values
    from facilitator.workshop.queries.voting import chosen_polls

    def chosen(reader: Reader) -> list[uuid.UUID]:
        poll_ids = polls_to_print(reader) if poll is None else [item.id for item in chosen_polls(reader, poll)]
        for poll_id in poll_ids:  # what is missing is said before any number is given out
            paper_ballots(reader, poll_id, copies)
        return poll_ids

    key = workshop.sheet_key()
    numbers = {poll_id: give_out(workshop, poll_id, copies) for poll_id in workshop.read(chosen)}
    return workshop.read(
        lambda reader: [replace(ballot_values(reader, poll_id, key), numbers=out) for poll_id, out in numbers.items()]
    )


def _feedback_forms(workshop: Workshop, copies: int | None) -> list[PrintValues]:
    from facilitator.workshop.giving_out import enough
    from facilitator.workshop.queries.print_queries import feedback_form_values

    key = workshop.sheet_key()
    return workshop.read(lambda reader: [*feedback_form_values(reader, range(1, (copies or enough(reader)) + 1), key)])


def _report(workshop: Workshop) -> list[PrintValues]:
    from facilitator.workshop.queries.print_queries import report_values

    today = date.today().isoformat()
    return workshop.read(lambda reader: [report_values(reader, today)])


def _write(values: Sequence[PrintValues], path: Path, paper: PaperSize) -> Path:
    from facilitator.pdf.documents.render import render

    with progress_bar(path.name) as progress:
        report = render(values, path, paper=paper.value, progress=progress)
    notes(report.warnings)
    notes([f"{path.name}: {amount(report.pages, 'pages')}"])
    return path
