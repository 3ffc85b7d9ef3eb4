"""Where everything stands on a ballot: a head, a row for each option, and on the last page room to add something.

Rows run over as few pages as they can, and are then as high as those pages allow.
"""

from __future__ import annotations

import math
from dataclasses import replace
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from facilitator.domain.sheet_parts import (
    BOX,
    FOOT,
    GAP,
    PAPERS,
    PITCH,
    TOP,
    Area,
    Box,
    OptionRow,
    Page,
    Paper,
    Shape,
    Tick,
    across,
    frame,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

METHODS: dict[str, tuple[str, ...]] = {"agree": ("agree", "disagree", "pass")}
"""The boxes of a row, left to right, for the methods whose boxes have names."""

_HEAD = {"first": 42.0, "later": 14.0}
_NOTE = 9.0
_LETTER = 12.0
_AGREE_PITCH = 16.0
_ROW = (12.0, 18.0)


def ballot_pages(shape: Shape) -> int:
    """How many sides a ballot takes."""
    return len(_shares(shape))


def ballot_page(shape: Shape, number: int) -> Page:
    """Page `number` (from 1) of a ballot."""
    count = ballot_pages(shape)
    paper = PAPERS[shape.paper]
    head = across(paper, TOP, _HEAD["first" if number == 1 else "later"])
    y = head.bottom + _column_head(shape)
    pitch = _pitch(shape)
    rows: list[OptionRow] = []
    for place in _shares(shape)[number - 1]:
        rows.append(_row(shape, place, across(paper, y, pitch)))
        y += pitch
    blank = frame(paper, number, count)
    labels = blank.labels | {"head": head, "columns": across(paper, head.bottom, _column_head(shape))}
    if number < count:
        return replace(blank, labels=labels, rows=tuple(rows))
    add = across(paper, y + GAP, _add_height(paper))
    labels["note"] = across(paper, add.bottom + GAP / 2, _NOTE)
    return replace(blank, labels=labels, rows=tuple(rows), areas=(Area("anything-to-add", add),))


def _row(shape: Shape, place: int, box: Box) -> OptionRow:
    ticks = tuple(_row_ticks(shape, f"option-{place}", box))
    letter_box = Box(box.x, box.y, _LETTER, box.height)
    first = (
        min(tick.box.x for tick in ticks)
        if shape.method == "dots"
        else box.right - len(METHODS["agree"]) * _agree_pitch(shape)
    )
    return OptionRow(
        place,
        box,
        letter_box,
        Box(letter_box.right, box.y + 0.5, first - letter_box.right - GAP, box.height - 1.0),
        ticks,
    )


def _row_ticks(shape: Shape, field: str, box: Box) -> Iterator[Tick]:
    if shape.method == "agree":
        pitch = _agree_pitch(shape)
        for n, value in enumerate(METHODS["agree"]):
            middle = box.right - (len(METHODS["agree"]) - n - 0.5) * pitch
            yield Tick(field, value, Box(middle - BOX / 2, box.centre[1] - BOX / 2, BOX, BOX), round=False)
        return
    lines, columns = _dot_grid(shape)
    for n in range(shape.dots):
        line, column = divmod(n, columns)
        x = box.right - 1.0 - BOX - (columns - 1 - column) * PITCH
        y = box.centre[1] + (line - (lines - 1) / 2) * PITCH - BOX / 2
        yield Tick(field, str(n + 1), Box(x, y, BOX, BOX), round=True)


def _agree_pitch(shape: Shape) -> float:
    return _AGREE_PITCH if PAPERS[shape.paper].width > 150 else 14.0


def _dot_grid(shape: Shape) -> tuple[int, int]:
    """Lines and columns of a row's circles: they take half the width at most."""
    paper = PAPERS[shape.paper]
    most = int((paper.width - 2 * paper.margin) / 2 // PITCH)
    lines = math.ceil(max(shape.dots, 1) / most)
    return lines, math.ceil(max(shape.dots, 1) / lines)


def _column_head(shape: Shape) -> float:
    """Room for the words over the boxes; circles need none."""
    return 6.0 if shape.method == "agree" else 1.0


def _add_height(paper: Paper) -> float:
    return min(40.0, paper.height / 8)


def _pitch(shape: Shape) -> float:
    """The height of a row: as generous as it can be without taking another page."""
    low, high = _pitches(shape)
    fewest = _page_count(shape, low)
    steps = [low + step / 2 for step in range(int((high - low) * 2) + 1)]
    return max(pitch for pitch in steps if _page_count(shape, pitch) == fewest)


def _pitches(shape: Shape) -> tuple[float, float]:
    low, high = _ROW
    lines, _ = _dot_grid(shape) if shape.method == "dots" else (1, 0)
    more = (lines - 1) * PITCH
    return low + more, high + more


def _room(shape: Shape, *, first: bool, last: bool) -> float:
    """The height left for rows."""
    taken = (
        TOP
        + _HEAD["first" if first else "later"]
        + _column_head(shape)
        + FOOT
        + (GAP + _add_height(PAPERS[shape.paper]) + GAP / 2 + _NOTE if last else 0.0)
    )
    return PAPERS[shape.paper].height - taken


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


def _shares(shape: Shape) -> list[tuple[int, ...]]:
    """The rows of each page, by how much room it has, so that the last page is not left with one."""
    pitch = _pitch(shape)
    count = _page_count(shape, pitch)
    rooms = [_capacity(shape, pitch, first=number == 1, last=number == count) for number in range(1, count + 1)]
    ends = [round(len(shape.rows) * room / sum(rooms)) for room in accumulate(rooms)]
    return [shape.rows[start:end] for start, end in pairwise([0, *ends])]
