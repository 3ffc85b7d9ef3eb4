"""Where everything stands on a feedback form: who I am, how it felt, what I have to say, and whether I would go on."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from facilitator.domain.sheet_parts import (
    BOX,
    FOOT,
    GAP,
    PAPERS,
    TOP,
    Area,
    Box,
    Page,
    Paper,
    Shape,
    Tick,
    across,
    frame,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

PERSPECTIVES = ("would-use", "would-help-run", "both")
FACES = ("1", "2", "3", "4")
NEXT_STEP = ("yes", "perhaps", "not-now")
AREAS = ("worked", "change", "question", "idea")


def feedback_page(shape: Shape) -> Page:
    """The one page of a feedback form."""
    paper = PAPERS[shape.paper]
    blank = frame(paper, 1, 1)
    labels = dict(blank.labels)
    ticks: list[Tick] = []
    y = TOP

    def label(name: str, height: float) -> None:
        nonlocal y
        labels[name] = across(paper, y, height)
        y += height

    def choices(field: str, values: tuple[str, ...], height: float) -> None:
        nonlocal y
        ticks.extend(_choices(across(paper, y, height), field, values, labels))
        y += height + GAP

    label("title", 17.0)
    label("lead", 7.0 + GAP)
    label("perspective", 7.0)
    choices("perspective", PERSPECTIVES, 11.0)
    label("rating", 7.0)
    choices("rating", FACES, 13.0)
    next_step = 7.0 + 11.0
    third = (paper.height - FOOT - GAP - next_step - y - 2.5 * GAP) / 3
    areas = _areas(paper, y, third)
    y = areas[-1].box.bottom + GAP
    label("next-step", 7.0)
    choices("next-step", NEXT_STEP, 11.0)
    return replace(blank, labels=labels, loose_ticks=tuple(ticks), areas=areas)


def _choices(line: Box, field: str, values: Iterable[str], labels: dict[str, Box]) -> Iterator[Tick]:
    """Circles side by side, each with the box for its words to its right."""
    values = tuple(values)
    share = line.width / len(values)
    for n, value in enumerate(values):
        x = line.x + n * share
        circle = Box(x + 0.5, line.centre[1] - BOX / 2, BOX, BOX)
        labels[f"{field}/{value}"] = Box(circle.right + 3.0, line.y, share - BOX - 5.5, line.height)
        yield Tick(field, value, circle, round=True)


def _areas(paper: Paper, y: float, height: float) -> tuple[Area, ...]:
    """Four areas in two columns, and one right across for what we want to learn."""
    gap = GAP / 2
    whole = across(paper, y, height)
    half = (whole.width - gap) / 2
    corners = [(whole.x + column * (half + gap), y + line * (height + gap)) for line in range(2) for column in range(2)]
    four = tuple(Area(field, Box(left, top, half, height)) for field, (left, top) in zip(AREAS, corners, strict=True))
    return (*four, Area("learn", across(paper, y + 2 * (height + gap), height)))
