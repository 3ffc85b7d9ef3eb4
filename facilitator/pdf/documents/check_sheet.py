"""The check sheet: each English sentence beside its translation, with room to put it right, for a bilingual colleague.

The sheet itself is in English, whichever language it is about.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from facilitator.domain.languages import language_name
from facilitator.pdf import translation_words as ours
from facilitator.pdf.documents.flow import Flow
from facilitator.pdf.documents.session_page import FlowPages, Stamped
from facilitator.pdf.documents.table import Cell, Column
from facilitator.pdf.documents.write_on import add_lines
from facilitator.pdf.text.style import Span
from facilitator.pdf.wording import Wording

if TYPE_CHECKING:
    from facilitator.pdf.documents.printable import Printable
    from facilitator.pdf.edition import Edition
    from facilitator.workshop.queries.check_sheet import CheckLine, CheckSheetValues

_COLUMNS = (Column(10, heads_rows=True), Column(54), Column(60), Column(50))
_SIZE = 10.0
_PAD = 2.6
_BOX, _TICKED = "\N{BALLOT BOX}", "\N{BALLOT BOX WITH CHECK}"


def check_sheet(values: CheckSheetValues, asked: Edition) -> Printable:
    """The sheet laid out for one paper."""
    edition = replace(asked, said=Wording())
    said, name = edition.said, language_name(values.language)
    title = said(ours.CHECK_SHEET, language=said(name))
    flow = Flow(edition.drawn)
    flow.heading(title, 1, edition.heavy(26), after=2.0)
    flow.text(said(ours.CHECK_SHEET_HOW, curly="{curly}"), edition.plain(11), after=1.5)
    checked = sum(line.checked for line in values.lines)
    so_far = said(ours.CHECKED_SO_FAR, checked=f"{checked:,}", all=f"{len(values.lines):,}", mark=_TICKED)
    flow.text(so_far, edition.quiet(10), after=1.0)
    add_lines(flow, [(ours.CHECKER, 2.0), (ours.CHECKED_ON, 1.0)], after=5.0)
    rows = [_row(number, line, values.language, edition) for number, line in enumerate(values.lines, 1)]
    head = [said(text) for text in ours.CHECK_SHEET_HEAD]
    flow.table(_COLUMNS, head, rows, edition.plain(_SIZE), pad=_PAD)
    return Stamped(FlowPages(title, edition, flow, title), values.printed)


def _row(number: int, line: CheckLine, language: str, edition: Edition) -> list[str | Cell]:
    translation = Cell(_forms(line), lang=language) if line.forms else Cell(edition.said(ours.NOT_TRANSLATED))
    box = Cell(_TICKED if line.checked else _BOX, edition.plain(14))
    return [Cell(f"{number}", edition.quiet(_SIZE)), "\n".join(line.english), translation, box]


def _forms(line: CheckLine) -> list[Span]:
    """The forms, one below another, each with a number for which it is said."""
    different = dict.fromkeys(line.forms)
    if len(different) == 1:
        return [Span(form) for form in different]
    told = [f"({number}) {form}" for number, form in zip(line.numbers, line.forms, strict=True)]
    return [Span("\n".join(told))]
