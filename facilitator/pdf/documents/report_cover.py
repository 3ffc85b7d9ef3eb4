"""The first pages of a report: its cover, what was done, and who came."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from facilitator.domain.disclosure import FEWEST
from facilitator.pdf import after_words as ours
from facilitator.pdf import words
from facilitator.pdf.documents.flow import Flow
from facilitator.pdf.documents.length_bars import add_lengths
from facilitator.pdf.documents.look import RULE, TEAL
from facilitator.pdf.documents.surface import height
from facilitator.pdf.documents.table import Cell, Column
from facilitator.pdf.pen import MM
from facilitator.pdf.text.style import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from facilitator.domain.disclosure import Published
    from facilitator.pdf.documents.flow import Part
    from facilitator.pdf.documents.surface import Surface
    from facilitator.pdf.text.paragraph import TextBlock
    from facilitator.pdf.wording import Counted
    from facilitator.workshop.queries.after_values import ReportMore, ReportSession
    from facilitator.workshop.queries.print_values import ReportValues

_DOWN = (0.2, 0.12, 0.05, 0.0)
"""How far down the cover the title stands, as a share of the page: the first with which the contents are on it, too."""

_BAR = 1.2
_PAGE = 20.0
"""Millimetres for the number of a page in the contents."""

_COLUMNS = (Column(40, heads_rows=True), Column(100), Column(26))


def add_cover(flow: Flow, values: ReportValues, more: ReportMore, parts: Sequence[Part]) -> None:
    """A page of its own: what the report is of, its size in numbers, and what is in it."""

    def fits(down: float) -> bool:
        tried = Flow(flow.edition)
        _fill_cover(tried, values, more, parts, down)
        return len(tried.pages) == 1

    _fill_cover(flow, values, more, parts, next(filter(fits, _DOWN), _DOWN[0]))
    flow.turn()


def _fill_cover(flow: Flow, values: ReportValues, more: ReportMore, parts: Sequence[Part], down: float) -> None:
    said, edition = flow.said, flow.edition
    flow.artefact(flow.room * down, lambda surface, y: None)
    flow.artefact(0.0, lambda surface, y: _draw_bar(surface, flow.left, y + 2.0, 26.0))
    flow.space(9.0)
    flow.text(said(words.REPORT), edition.quiet(14), after=1.0)
    flow.heading(values.programme, 1, edition.heavy(36), after=3.0)
    about = said.joined(" · ", (values.place, said.day(values.day) if values.day else ""))
    if about:
        flow.text(about, edition.plain(14), after=5.0)
    if more.purpose.strip():
        flow.text(more.purpose.strip(), edition.plain(14), after=8.0)
    _add_numbers(flow, _numbers(values, more))
    _add_contents(flow, parts)


def _add_contents(flow: Flow, parts: Sequence[Part]) -> None:
    """What is in the report and on which page, all of it on the cover or else on the page after."""
    style = flow.edition.plain(12)
    names = [flow.block(part.name, style, flow.width - _PAGE) for part in parts]
    flow.space(10.0)
    lines = sum(height(name) + 1.0 for name in names)
    flow.heading(flow.said(ours.IN_THIS_REPORT), 2, flow.edition.heavy(14), after=1.5, keep=lines + 1.5)
    with flow.group("TOC"):
        for part, name in zip(parts, names, strict=True):
            flow.draw(height(name) + 1.0, partial(_draw_part, flow, part, name))


def _draw_part(flow: Flow, part: Part, name: TextBlock, surface: Surface, y: float) -> None:
    """A line of the contents, which leads to where the part begins."""
    if part.heading is None:
        return
    page = flow.block(f"{part.page:,}", flow.edition.plain(12, "end"), _PAGE)
    base = y + name.first_baseline / MM
    right = flow.left + flow.width - page.natural_width / MM
    with surface.pen.path(stroke=RULE, width=0.3, dashes=(0.1, 1.6)) as path:
        path.line(flow.left + name.natural_width / MM + 2.0, base, right - 2.0, base)
    with surface.tag("TOCI"), surface.tag("Reference"), surface.link(part.heading):
        surface.place(name, flow.left, y)
        surface.place(page, flow.left + flow.width - _PAGE, base - page.first_baseline / MM)


def add_sessions(flow: Flow, more: ReportMore) -> None:
    """What was done, session by session."""
    said, edition = flow.said, flow.edition
    flow.heading(said(ours.WHAT_WE_DID), 2, edition.heavy(20), after=3.0, keep=40.0)
    rows = [_session(flow, session) for session in more.sessions]
    flow.table(_COLUMNS, [said(head) for head in ours.SESSIONS_HEAD], rows, edition.plain(10.5))


def add_who_came(flow: Flow, came: Published[str] | None, people: int) -> None:
    """Who came by group, in so far as it may be told."""
    said, edition = flow.said, flow.edition
    flow.space(10.0)
    flow.heading(said(ours.WHO_CAME), 2, edition.heavy(20), after=1.0, keep=40.0)
    flow.text(
        words.people_came(said, people) if people >= FEWEST else said(ours.FEW_CAME), edition.plain(12), after=0.5
    )
    flow.text(said(ours.WHO_CAME_HOW), edition.quiet(10), after=3.0)
    if came is None:
        flow.text(said(ours.ONLY_TOTAL), edition.plain(11))
        return
    shown = sorted(came.counts.items(), key=lambda one: (one[1] is None, -(one[1] or 0), _order(one[0])))
    add_lengths(
        flow,
        [
            (_capital(said(ours.GROUPS[group])), count, said(ours.NOT_TOLD) if count is None else f"{count:,}")
            for group, count in shown
        ],
    )
    if came.kept_back:
        flow.text(said(ours.NOT_TOLD_HOW), edition.quiet(10))


def _session(flow: Flow, session: ReportSession) -> list[str | Cell]:
    said, edition = flow.said, flow.edition
    when = said.day(session.day) if session.day else said("Session {number}", number=session.number)
    purpose = filter(None, map(str.strip, session.purpose.splitlines()))
    details = [text for text in (*purpose, ours.session_line(said, session.blocks)) if text]
    what = [Span(session.title.strip() or said("Session {number}", number=session.number), bold=True)]
    where = [Span(f"\n{session.place.strip()}")] if session.place.strip() else []
    return [
        Cell([Span(when, bold=True), *where]),
        Cell([*what, *(Span(f"\n{text}") for text in details)], edition.plain(10.5)),
        ours.came(said, session.came, FEWEST),
    ]


def _numbers(values: ReportValues, more: ReportMore) -> list[tuple[int, Counted]]:
    notes = sum(len(board.wall.notes) for board in values.boards if board.wall)
    tried = sum(len(idea.versions) for idea in more.ideas)
    people = values.people if values.people >= FEWEST else 0
    return [
        (people, ours.COVER["people"]),
        (len(more.sessions), ours.COVER["sessions"]),
        (notes, ours.COVER["notes"]),
        (sum(poll.result.ballots for poll in values.polls), ours.COVER["ballots"]),
        (tried, ours.COVER["tried"]),
        (len(more.decisions), ours.COVER["decisions"]),
    ]


def _add_numbers(flow: Flow, numbers: Sequence[tuple[int, Counted]]) -> None:
    """Large numbers in rows of three, each with its word below it."""
    said, edition = flow.said, flow.edition
    told = [(f"{number:,}", said.count(number, *counted)) for number, counted in numbers if number]
    share = flow.width / 3
    for first in range(0, len(told), 3):
        columns = [
            (flow.block(number, edition.heavy(28), share - 4.0), flow.block(label, edition.quiet(11), share - 4.0))
            for number, label in told[first : first + 3]
        ]

        def drawing(surface: Surface, y: float, columns: Sequence[tuple[TextBlock, TextBlock]] = columns) -> None:
            for n, (number, label) in enumerate(columns):
                with surface.tag("P"):
                    surface.place(number, flow.left + n * share, y)
                    surface.place(label, flow.left + n * share, y + height(number) - 1.0)

        flow.draw(max(height(number) + height(label) for number, label in columns), drawing)
        flow.space(4.0)


def _order(group: str) -> int:
    return list(ours.GROUPS).index(group)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _draw_bar(surface: Surface, x: float, y: float, wide: float) -> None:
    with surface.pen.path(fill=TEAL) as path:
        path.rectangle(x, y, wide, _BAR)
