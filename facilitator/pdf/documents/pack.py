"""The pack of a session: a packing list that counts every sheet, and then the papers in the order they are needed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from facilitator.domain.errors import NothingToPrint
from facilitator.domain.languages import language_name
from facilitator.domain.sheet import LINE
from facilitator.pdf import organiser_words as ours
from facilitator.pdf.documents.flow import Flow
from facilitator.pdf.documents.look import INK, RULE
from facilitator.pdf.documents.pack_entries import Entry, entry
from facilitator.pdf.documents.session_page import BESIDE_A_MARKER, FlowPages, Stamped, add_head, on_the_page_side
from facilitator.pdf.documents.surface import height
from facilitator.pdf.pen import BLACK
from facilitator.workshop.documents import sheets_of
from facilitator.workshop.queries.organiser_values import ReadAs
from facilitator.workshop.queries.print_values import BallotValues, FeedbackFormValues

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from facilitator.pdf.documents.printable import Printable
    from facilitator.pdf.documents.surface import Surface
    from facilitator.pdf.edition import Edition
    from facilitator.pdf.text.paragraph import TextBlock
    from facilitator.workshop.queries.organiser_values import PackValues
    from facilitator.workshop.queries.print_values import PackPart

_TICK = 5.0
_NAME_AT = 9.0
_NUMBER = 34.0
_PAD = 1.8
_THING = 7.4
RULER = 100.0
"""Millimetres; it is as long on paper only when a page is printed at its full size."""


def pack(values: PackValues, edition: Edition, lay_out: Callable[[PackPart, ReadAs], Printable]) -> list[Printable]:
    """The packing list, and every part laid out by `lay_out` for those who read it. Raises NothingToPrint when there is
    no part.
    """
    if not values.parts:
        raise NothingToPrint(
            "There is nothing to pack for this session yet. Add activities to its plan, people, or a vote."
        )
    read_as = values.read_as or (ReadAs(),) * len(values.parts)
    parts = [(part, lay_out(part, theirs)) for part, theirs in zip(values.parts, read_as, strict=True)]
    every = values.times or (1,) * len(parts)
    entries = [
        entry(part, printable, edition, times, two_sided=values.two_sided)
        for (part, printable), times in zip(parts, every, strict=True)
    ]
    guess = _packing_list(values, entries, 1, edition)  # how many sheets it takes itself is known when it is made
    own = sheets_of(guess.page_count, 1, two_sided=values.two_sided)
    first = Stamped(_packing_list(values, entries, own, edition), values.session.printed)
    if values.list_only:
        return [first]
    printed = values.session.printed
    papers: list[Printable] = [first]
    for (part, printable), times, theirs in zip(parts, every, read_as, strict=True):
        papers.append(_stamped(part, printable, printed))
        papers += [_stamped(part, lay_out(part, theirs), printed) for _ in range(times - 1)]
    return papers


def _stamped(part: PackPart, printable: Printable, printed: str) -> Printable:
    """Most pages say by themselves when they were printed; those that a camera reads say it in a pack."""
    if isinstance(part, BallotValues | FeedbackFormValues):
        return Stamped(printable, printed, left=BESIDE_A_MARKER)
    return printable


def _packing_list(values: PackValues, entries: Sequence[Entry], own: int, edition: Edition) -> Printable:
    """The list, which counts `own` sheets for itself."""
    flow, said = Flow(edition.drawn), edition.said
    add_head(flow, said(ours.PACK), values.session)
    total = sum(entry.sheets for entry in entries) + own
    flow.space(2.0)
    name = edition.paper.name
    total_words = ours.for_people(said, total, values.people, values.copies, name, two_sided=values.two_sided)
    flow.text(total_words, edition.heavy(12), after=4.0)
    with flow.group("Table"):
        _add_columns(flow)
        for entry in (Entry(said(ours.PACK), "", said(ours.PACK_HOW), "1", own), *entries):
            _add_entry(flow, entry)
    _add_ruler(flow, RULER / edition.paper.scale)
    _add_list(flow, said(ours.OTHER_COPIES), _other_copies(values, edition), ticks=True)
    _add_list(flow, said(ours.AND_BRING), values.kit, ticks=True)
    _add_list(flow, said(ours.LEFT_OUT), values.left_out, ticks=False)
    title = said.joined(" · ", (said(ours.PACK), values.session.title))
    return FlowPages(title, edition, flow, said(ours.PACK))


def _other_copies(values: PackValues, edition: Edition) -> tuple[str, ...]:
    """How many copies are needed in other words or larger; nothing where nobody needs any."""
    needed, said = values.needed, edition.said
    if needed is None:
        return ()
    printed_large = any(theirs.large for theirs in values.read_as)
    spoken = {theirs.language for theirs in values.read_as}
    lines = [
        said(ours.COPY_IN, language=said(language_name(code)), n=n)
        for code, n in needed.languages
        if code not in spoken
    ]
    lines += [said(ours.COPY_LARGE, n=needed.large)] if needed.large and not printed_large else []
    return (*lines, said(ours.OTHER_COPIES_HOW)) if lines else ()


def _add_columns(flow: Flow, *, again: bool = False) -> None:
    """The heads of the columns; `again` on a further page, for those who see it."""
    quiet = flow.edition.quiet(10, "end")
    what = flow.block(flow.said(ours.WHAT_HEAD), flow.edition.quiet(10), _NUMBER)
    heads = [flow.block(flow.said(text), quiet, _NUMBER) for text in (ours.COPIES_HEAD, ours.SHEETS_HEAD)]
    placed = [(what, flow.left + _NAME_AT), *_in_number_columns(flow, heads)]

    def heard(surface: Surface, y: float) -> None:
        with surface.tag("TR"):
            for block, x in placed:
                with surface.tag("TH"):
                    surface.place(block, x, y)

    def seen(surface: Surface, y: float) -> None:
        for block, x in placed:
            surface.place(block, x, y)

    tall = height(heads[0]) + 1.0
    flow.artefact(tall, seen) if again else flow.draw(tall, heard)


def _add_entry(flow: Flow, entry: Entry) -> None:
    heavy, plain, quiet = flow.edition.heavy, flow.edition.plain, flow.edition.quiet
    width = flow.width - _NAME_AT - 2 * _NUMBER
    blocks = [
        flow.block(text, style, width)
        for text, style in (
            (entry.name, heavy(12)),
            (" ".join(entry.about.split()), plain(10.5)),
            (entry.how, quiet(10)),
        )
        if text
    ]
    numbers = [flow.block(text, plain(12, "end"), _NUMBER) for text in (entry.number, f"{entry.sheets:,}")]
    tall = 2 * _PAD + sum(map(height, blocks))

    def drawing(surface: Surface, y: float) -> None:
        with surface.pen.path(stroke=RULE, width=0.15) as path:
            path.line(flow.left, y, flow.left + flow.width, y)
        _draw_tick(surface, flow.left, y + _PAD + 0.3)
        below = y + _PAD
        with surface.tag("TR"):
            with surface.tag("TD"):
                for block in blocks:
                    with surface.tag("P"):
                        surface.place(block, flow.left + _NAME_AT, below)
                    below += height(block)
            for block, x in _in_number_columns(flow, numbers):
                with surface.tag("TD"):
                    surface.place(block, x, y + _PAD)

    if tall > flow.room and not flow.at_the_top:
        flow.turn()
        _add_columns(flow, again=True)
    flow.draw(tall, drawing)


def _in_number_columns(flow: Flow, blocks: Sequence[TextBlock]) -> list[tuple[TextBlock, float]]:
    """The last columns of the table, each with its left edge."""
    right = flow.left + flow.width
    return [(block, right - _NUMBER * (len(blocks) - turn)) for turn, block in enumerate(blocks)]


def _add_ruler(flow: Flow, length: float) -> None:
    """The line to lay a ruler on, `length` millimetres in the measure of the page."""
    said, edition = flow.said, flow.edition
    head = flow.block(said(ours.FULL_SIZE), edition.heavy(14), flow.width)
    how = flow.block(said(ours.FULL_SIZE_HOW), edition.plain(11), flow.width)
    ends = [flow.block(text, edition.quiet(9, "centre"), 16.0) for text in ("0", "100 mm")]
    left = flow.left

    def drawing(surface: Surface, y: float) -> None:
        with surface.heading(2):
            surface.place(head, left, y)
        with surface.tag("P"):
            surface.place(how, left, y + height(head) + 1.0)
        line = y + height(head) + height(how) + 6.0
        with surface.pen.path(stroke=INK, width=0.25) as path:
            path.line(left, line, left + length, line)
            for tenth in range(11):
                x = left + length * tenth / 10
                path.line(x, line - (3.0 if tenth in (0, 5, 10) else 1.8), x, line)
        for x, label in zip((left, left + length), ends, strict=True):
            with surface.artefact():
                surface.place(label, x - 8.0, line + 0.6)

    flow.space(7.0)
    flow.draw(height(head) + height(how) + 6.0 + 5.0, drawing)


def _add_list(flow: Flow, heading: str, things: Sequence[str], *, ticks: bool) -> None:
    """A list under its heading; with boxes to tick, in two columns."""
    if not things:
        return
    flow.space(6.0)
    plain = flow.edition.plain(11)
    flow.heading(heading, 2, flow.edition.heavy(14), after=1.5, keep=_THING)
    if not ticks:
        flow.items(things, plain, mark="")
        return
    rows = -(-len(things) // 2)
    width = flow.width / 2 - _NAME_AT - 4.0
    with flow.group("L"):
        for row in range(rows):
            pair = [
                flow.block(thing, on_the_page_side(thing, plain, flow.edition), width) for thing in things[row::rows]
            ]
            flow.draw(max(max(map(height, pair)) + 1.4, _THING - 1.0), partial(_draw_things, flow, pair))


def _draw_things(flow: Flow, pair: Sequence[TextBlock], surface: Surface, y: float) -> None:
    for column, block in enumerate(pair):
        x = flow.left + column * flow.width / 2
        _draw_tick(surface, x, y + 0.4)
        with surface.tag("LI"), surface.tag("LBody"):
            surface.place(block, x + _NAME_AT, y + 0.3)


def _draw_tick(surface: Surface, x: float, y: float) -> None:
    with surface.pen.path(stroke=BLACK, width=LINE) as path:
        path.rectangle(x, y, _TICK, _TICK)
