"""Where everything stands on a ballot: a head, a row for each option, and on the last page room to add something.

Rows run over as few pages as they can, and are then as high as those pages allow.
"""

from __future__ import annotations

import math
from dataclasses import replace
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from facilitator.domain.sheet_frame import frame
from facilitator.domain.sheet_measure import Measure, measure_of
from facilitator.domain.sheet_parts import GAP, PAPERS, Area, Box, OptionRow, Page, Paper, Shape, Tick, across

if TYPE_CHECKING:
    from collections.abc import Iterator

METHODS: dict[str, tuple[str, ...]] = {"agree": ("agree", "disagree", "pass")}
"""The boxes of a row, left to right, for the methods whose boxes have names."""

_AGREE_PITCH = 16.0
_INSIDE = 0.5
_ABOVE_BOXES = 2.0
_BESIDE_BOX = 3.0
_OVER_CIRCLE = 1.0


def ballot_pages(shape: Shape) -> int:
    """How many sides a ballot takes."""
    return len(_shares(shape))


def ballot_page(shape: Shape, number: int) -> Page:
    """Page `number` (from 1) of a ballot."""
    count = ballot_pages(shape)
    paper, measure = PAPERS[shape.paper], measure_of(shape)
    head = across(paper, measure.top, _head(shape, first=number == 1))
    columns = across(paper, head.bottom, _column_head(shape))
    y = columns.bottom
    pitch = _pitch(shape)
    rows: list[OptionRow] = []
    for place in _shares(shape)[number - 1]:
        rows.append(_row(shape, place, across(paper, y, pitch)))
        y += pitch
    blank = frame(paper, number, count, measure)
    labels = blank.labels | {"head": head, "columns": columns}
    if number < count:
        return replace(blank, labels=labels, rows=tuple(rows))
    add = across(paper, y + GAP, _add_height(paper, measure))
    labels["note"] = across(paper, add.bottom + GAP / 2, _note(shape))
    return replace(blank, labels=labels, rows=tuple(rows), areas=(Area("anything-to-add", add),))


def _row(shape: Shape, place: int, box: Box) -> OptionRow:
    if measure_of(shape).below:
        return _row_below(shape, place, box)
    field = f"option-{place}"
    ticks = tuple(_agree_ticks(shape, field, box) if shape.method == "agree" else _dot_ticks(shape, field, box))
    letter = Box(box.x, box.y, measure_of(shape).letter, box.height)
    first = (
        min(tick.box.x for tick in ticks)
        if shape.method == "dots"
        else box.right - len(METHODS["agree"]) * _agree_pitch(shape)
    )
    words = Box(letter.right, box.y + _INSIDE, first - letter.right - GAP, box.height - 2 * _INSIDE)
    return OptionRow(place, box, letter, words, ticks)


def _row_below(shape: Shape, place: int, box: Box) -> OptionRow:
    """A row whose boxes stand below its words, each beside a word of its own."""
    measure, field = measure_of(shape), f"option-{place}"
    tall = _boxes_below(shape)
    words = Box(
        box.x + measure.letter,
        box.y + _INSIDE,
        box.width - measure.letter,
        box.height - tall - _ABOVE_BOXES - 2 * _INSIDE,
    )
    letter = Box(box.x, words.y, measure.letter, words.height)
    room = Box(words.x, box.bottom - _INSIDE - tall, words.width, tall)
    if shape.method == "dots":
        return OptionRow(place, box, letter, words, tuple(_dots_below(shape, field, room)))
    cells = _cells(shape, room)
    boxes = [Box(cell.x, cell.centre[1] - measure.box / 2, measure.box, measure.box) for cell in cells]
    ticks = (Tick(field, value, one, round=False) for value, one in zip(METHODS["agree"], boxes, strict=True))
    names = (
        Box(one.right + _BESIDE_BOX, cell.y, cell.width - measure.box - 2 * _BESIDE_BOX, cell.height)
        for one, cell in zip(boxes, cells, strict=True)
    )
    return OptionRow(place, box, letter, words, tuple(ticks), tuple(names))


def _dots_below(shape: Shape, field: str, room: Box) -> Iterator[Tick]:
    side, pitch = measure_of(shape).box, measure_of(shape).pitch
    for n in range(shape.dots):
        line, column = divmod(n, _dots_across(shape))
        circle = Box(room.x + column * pitch, room.y + line * pitch + _OVER_CIRCLE, side, side)
        yield Tick(field, str(n + 1), circle, round=True)


def _cells(shape: Shape, room: Box) -> list[Box]:
    """The room of each answer and its word, as many side by side as are wide enough."""
    measure, many = measure_of(shape), len(METHODS["agree"])
    across = _answers_across(shape)
    wide = room.width / across
    return [
        Box(room.x + column * wide, room.y + line * measure.answer, wide, measure.answer)
        for line, column in (divmod(n, across) for n in range(many))
    ]


def _answers_across(shape: Shape) -> int:
    return max(1, min(len(METHODS["agree"]), int(_beside_letter(shape) // measure_of(shape).answer_wide)))


def _dots_across(shape: Shape) -> int:
    return max(1, int(_beside_letter(shape) // measure_of(shape).pitch))


def _beside_letter(shape: Shape) -> float:
    paper = PAPERS[shape.paper]
    return paper.width - 2 * paper.margin - measure_of(shape).letter


def _boxes_below(shape: Shape) -> float:
    """The height of the boxes that stand below an option's words."""
    measure = measure_of(shape)
    if shape.method == "dots":
        return math.ceil(max(shape.dots, 1) / _dots_across(shape)) * measure.pitch
    return math.ceil(len(METHODS["agree"]) / _answers_across(shape)) * measure.answer


def _agree_ticks(shape: Shape, field: str, box: Box) -> Iterator[Tick]:
    pitch, side = _agree_pitch(shape), measure_of(shape).box
    for n, value in enumerate(METHODS["agree"]):
        middle = box.right - (len(METHODS["agree"]) - n - 0.5) * pitch
        yield Tick(field, value, Box(middle - side / 2, box.centre[1] - side / 2, side, side), round=False)


def _dot_ticks(shape: Shape, field: str, box: Box) -> Iterator[Tick]:
    measure = measure_of(shape)
    lines, columns = _dot_grid(shape)
    for n in range(shape.dots):
        line, column = divmod(n, columns)
        x = box.right - 1.0 - measure.box - (columns - 1 - column) * measure.pitch
        y = box.centre[1] + (line - (lines - 1) / 2) * measure.pitch - measure.box / 2
        yield Tick(field, str(n + 1), Box(x, y, measure.box, measure.box), round=True)


def _agree_pitch(shape: Shape) -> float:
    return _AGREE_PITCH if PAPERS[shape.paper].width > 150 else 14.0


def _dot_grid(shape: Shape) -> tuple[int, int]:
    """Lines and columns of a row's circles: they take half the width at most."""
    paper = PAPERS[shape.paper]
    most = int((paper.width - 2 * paper.margin) / 2 // measure_of(shape).pitch)
    lines = math.ceil(max(shape.dots, 1) / most)
    return lines, math.ceil(max(shape.dots, 1) / lines)


def _head(shape: Shape, *, first: bool) -> float:
    """The height of the head; at most what a page has."""
    measure = measure_of(shape)
    return min(measure.head, _page_room(shape) - _column_head(shape)) if first else measure.head_again


def _column_head(shape: Shape) -> float:
    """Room for the words over the boxes; circles need none."""
    return measure_of(shape).columns if shape.method == "agree" else 1.0


def _add_height(paper: Paper, measure: Measure) -> float:
    most, share = measure.add
    return min(most, paper.height * share)


def _note(shape: Shape) -> float:
    """The height for what is said at the end; at most what a page has without a row on it."""
    measure = measure_of(shape)
    taken = _head(shape, first=False) + _column_head(shape) + GAP + _add_height(PAPERS[shape.paper], measure) + GAP / 2
    return max(0.0, min(measure.note, _page_room(shape) - taken))


@lru_cache(maxsize=8)
def _pitch(shape: Shape) -> float:
    """The height of a row: as generous as it can be without taking another page."""
    low, high = _pitches(shape)
    fewest = _page_count(shape, low)
    steps = [low + step / 2 for step in range(int((high - low) * 2) + 1)]
    return max(pitch for pitch in steps if _page_count(shape, pitch) == fewest)


def _pitches(shape: Shape) -> tuple[float, float]:
    measure = measure_of(shape)
    low, high = measure.row
    if measure.below:
        more, most = _boxes_below(shape), _room(shape, first=False, last=False)
        return min(low + more, most), min(high + more, most)
    lines, _ = _dot_grid(shape) if shape.method == "dots" else (1, 0)
    more = (lines - 1) * measure.pitch
    return low + more, high + more


def _page_room(shape: Shape) -> float:
    """The height between the top and the foot of a page."""
    measure = measure_of(shape)
    return PAPERS[shape.paper].height - measure.top - measure.foot


def _room(shape: Shape, *, first: bool, last: bool) -> float:
    """The height left for rows."""
    measure = measure_of(shape)
    taken = _head(shape, first=first) + _column_head(shape)
    if last:
        taken += GAP + _add_height(PAPERS[shape.paper], measure) + GAP / 2 + _note(shape)
    return max(0.0, _page_room(shape) - taken)


def _capacity(shape: Shape, pitch: float, *, first: bool, last: bool) -> int:
    return int((_room(shape, first=first, last=last) + 1e-6) // pitch)


def _page_count(shape: Shape, pitch: float) -> int:
    alone = _capacity(shape, pitch, first=True, last=True)
    if len(shape.rows) <= alone:
        return 1
    left = (
        len(shape.rows)
        - _capacity(shape, pitch, first=True, last=False)
        - _capacity(shape, pitch, first=False, last=True)
    )
    return 2 + math.ceil(max(left, 0) / _capacity(shape, pitch, first=False, last=False))


@lru_cache(maxsize=8)
def _shares(shape: Shape) -> tuple[tuple[int, ...], ...]:
    """The rows of each page, by how much room it has, so that the last page is not left with one."""
    pitch = _pitch(shape)
    count = _page_count(shape, pitch)
    rooms = [_capacity(shape, pitch, first=number == 1, last=number == count) for number in range(1, count + 1)]
    ends = [round(len(shape.rows) * room / sum(rooms)) for room in accumulate(rooms)]
    return tuple(shape.rows[start:end] for start, end in pairwise([0, *ends]))
