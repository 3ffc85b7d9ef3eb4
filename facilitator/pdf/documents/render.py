"""One door from print values to a PDF: any number of documents, one after another, in one file."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from facilitator.domain.errors import NothingToPrint
from facilitator.domain.languages import language_name
from facilitator.domain.reading import Reading
from facilitator.domain.sheet import PAPERS
from facilitator.pdf.canvas import PlainCanvas
from facilitator.pdf.documents.actions import actions
from facilitator.pdf.documents.badges import badges
from facilitator.pdf.documents.ballots import Ballots
from facilitator.pdf.documents.boards import board
from facilitator.pdf.documents.check_sheet import check_sheet
from facilitator.pdf.documents.draft import with_care
from facilitator.pdf.documents.feedback_forms import FeedbackForms
from facilitator.pdf.documents.pack import pack
from facilitator.pdf.documents.poster import poster
from facilitator.pdf.documents.printable import Printable, PrintReport
from facilitator.pdf.documents.relationships import relationships
from facilitator.pdf.documents.report import report
from facilitator.pdf.documents.room_documents import room_document
from facilitator.pdf.documents.running_order import running_order
from facilitator.pdf.documents.sign_in import sign_in
from facilitator.pdf.documents.summary import summary
from facilitator.pdf.documents.surface import Surface
from facilitator.pdf.documents.thread import thread
from facilitator.pdf.edition import Edition
from facilitator.pdf.fonts import FontBook
from facilitator.pdf.pen import MM
from facilitator.pdf.wording import ENGLISH, wording
from facilitator.workshop.queries.after_values import (
    ActionsValues,
    PosterValues,
    RelationshipValues,
    ThreadValues,
    WallValues,
)
from facilitator.workshop.queries.check_sheet import CheckSheetValues
from facilitator.workshop.queries.organiser_values import (
    BadgeValues,
    PackValues,
    ReadAs,
    RunningOrderValues,
    Share,
    SignInValues,
    SummaryValues,
)
from facilitator.workshop.queries.print_values import (
    AfterPart,
    BallotValues,
    FeedbackFormValues,
    PackPart,
    PrintValues,
    ReportValues,
)
from facilitator.workshop.queries.room_values import ConsentValues
from facilitator.workshop.safe_write import safely_written

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence
    from contextlib import AbstractContextManager

    Progress = Callable[[int, int], None]
    """Told the pages done and the pages in all, now and then. May raise Cancelled, and then nothing is written."""

BINDING = (BallotValues, ConsentValues)
"""What people vote or consent on."""

BOUND = (ReportValues, ThreadValues)
"""What has several pages for one reader."""

LACKING = "Some of our words are not in {language} yet, so they are printed in English."
STAPLE = "These pages run from right to left: staple or bind them at the right."


def render(
    documents: Sequence[PrintValues],
    out: Path | BinaryIO,
    *,
    paper: str = "A4",
    languages: Sequence[str] = ("en",),
    reading: Reading = Reading.STANDARD,
    grey: bool = False,
    date: dt.datetime | None = None,
    fonts: FontBook | None = None,
    progress: Progress | None = None,
) -> PrintReport:
    """Write the documents as one PDF. With a `date` the same values give the same bytes.

    Raises NothingToPrint when there is nothing to say, DiskTrouble when the file cannot be written; a path then keeps
    what it held before. `paper` is a name in `sheet.PAPERS`; `languages` one, or two
    that stand side by side. `grey` is a proof of how it comes out of a printer without colour.
    """
    if not documents:
        raise NothingToPrint("There is nothing to print yet.")
    edition = Edition(PAPERS[paper], fonts or FontBook.default(), wording(languages), reading)
    printables = [printable for values in documents for printable in _laid_out(values, edition)]
    put_on_paper(printables, out, grey=grey, date=date, progress=progress)
    warnings = _warnings(printables, edition)
    lacking = {language for printable in printables for language in printable.edition.said.lacking}
    warnings += [LACKING.format(language=language_name(language)) for language in sorted(lacking)]
    if edition.said.rtl and any(isinstance(values, BOUND) for values in documents):
        warnings.append(STAPLE)
    each = tuple(printable.page_count for printable in printables)
    return PrintReport(sum(each), (*warnings, *_missing(edition.fonts)), each)


def put_on_paper(
    printables: Sequence[Printable],
    out: Path | BinaryIO,
    *,
    grey: bool = False,
    date: dt.datetime | None = None,
    progress: Progress | None = None,
) -> None:
    """Write documents that are laid out already as one PDF. Raises DiskTrouble."""
    with _opened(out) as file:
        canvas = PlainCanvas(file, title=_title(printables), lang=printables[0].edition.said.tag, date=date, grey=grey)
        _draw(printables, canvas, progress or _silence)
        canvas.save()


def _laid_out(values: PrintValues, edition: Edition) -> list[Printable]:
    if isinstance(values, PackValues):
        theirs = {read_as: _edition_for(read_as, edition) for read_as in (ReadAs(), *values.read_as)}
        return pack(values, edition, lambda part, read_as: _for_readers(part, read_as, theirs[read_as]))
    if isinstance(values, Share):
        chosen = _edition_for(values.read_as, edition)
        return [_for_readers(values.part, values.read_as, chosen) for _ in range(values.times)]
    return [_one(values, edition)]


def _edition_for(read_as: ReadAs, edition: Edition) -> Edition:
    """How a part is set for those who read it so."""
    return replace(
        edition,
        said=wording((read_as.language,)) if read_as.language else edition.said,
        reading=Reading.LARGE if read_as.large else edition.reading,
    )


def _for_readers(part: PackPart, read_as: ReadAs, edition: Edition) -> Printable:
    """A part of a pack, with care where its words are in the language of those who fill it in."""
    if read_as.language:
        return with_care(lambda chosen: _built(part, chosen), edition, _try_out)
    return _one(part, edition)


def _one(values: PackPart | AfterPart | CheckSheetValues, edition: Edition) -> Printable:
    if isinstance(values, BINDING):
        return with_care(lambda chosen: _built(values, chosen), edition, _try_out)
    return _built(values, edition)


def _built(values: PackPart | AfterPart | CheckSheetValues, edition: Edition) -> Printable:
    match values:
        case BallotValues():
            return Ballots(values, edition)
        case FeedbackFormValues():
            return FeedbackForms(values, edition)
        case ReportValues():
            return report(values, edition)
        case RunningOrderValues():
            return running_order(values, edition)
        case SignInValues():
            return sign_in(values, edition)
        case BadgeValues():
            return badges(values, edition)
        case SummaryValues():
            return summary(values, edition)
        case WallValues():
            return board(values, edition)
        case PosterValues():
            return poster(values, edition)
        case ThreadValues():
            return thread(values, edition)
        case RelationshipValues():
            return relationships(values, edition)
        case ActionsValues():
            return actions(values, edition)
        case CheckSheetValues():
            return check_sheet(values, edition)
        case _:
            return room_document(values, edition)


def _try_out(printable: Printable) -> None:
    """Draw it where nobody sees it."""
    _draw([printable], PlainCanvas(BytesIO(), title=printable.title, lang=printable.edition.said.tag), _silence)


def _draw(printables: Sequence[Printable], canvas: PlainCanvas, progress: Progress) -> None:
    raw: Any = canvas
    total, done = sum(printable.page_count for printable in printables), 0
    for document, printable in enumerate(printables):
        paper = printable.edition.paper
        raw.setPageSize((paper.width * MM, paper.height * MM))
        surface = Surface(canvas, printable.edition.drawn, printable.title, document)
        for number in range(1, printable.page_count + 1):
            progress(done, total)
            raw.scale(paper.scale, paper.scale)
            with surface.inside(surface.whole):
                printable.draw(number, surface)
            raw.showPage()
            done += 1
    progress(done, total)


def _opened(out: Path | BinaryIO) -> AbstractContextManager[BinaryIO]:
    return safely_written(out) if isinstance(out, Path) else nullcontext(out)


def _title(printables: Sequence[Printable]) -> str:
    return printables[0].title


def _warnings(printables: Sequence[Printable], usual: Edition) -> list[str]:
    """Each warning once, and whose papers it is about where only papers that are set in another way have it."""
    about: dict[str, dict[str, None]] = {}
    for printable in printables:
        for warning in printable.warnings:
            about.setdefault(warning, {})[_set_for(printable.edition, usual)] = None
    return [f"{warning} ({'; '.join(whose)})" if "" not in whose else warning for warning, whose in about.items()]


def _set_for(edition: Edition, usual: Edition) -> str:
    """For whom papers are set in another way than is usual in this file; empty where they are not."""
    theirs = edition.said.languages
    alone = len(theirs) == 1  # English also stands beside drafts
    others = [code for code in theirs if code not in usual.said.languages and (alone or code != ENGLISH)]
    names = [language_name(code) for code in others]
    return ", ".join([*names, "large print"] if edition.large and not usual.large else names)


def _missing(fonts: FontBook) -> tuple[str, ...]:
    if not fonts.missing:
        return ()
    shown = ", ".join(f"U+{ord(character):04X}" for character in sorted(fonts.missing)[:5])
    return (f"No font here has these characters, so they are printed as empty boxes: {shown}.",)


def _silence(done: int, total: int) -> None:
    """Nobody is watching."""
