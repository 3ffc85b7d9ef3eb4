"""The geometry of every printed form that can be read back: one truth, drawn by `pdf` and read by `scan`.

Millimetres from the top-left corner of the sheet. A page depends on nothing but its `Shape` and page number, never on
the words printed on it: text is fitted into its box, so the boxes can be found again later. In large print text is not
made smaller; there the shape says how much room it has.
"""

from __future__ import annotations

from dataclasses import replace

from facilitator.domain.sheet_ballot import METHODS, ballot_page, ballot_pages
from facilitator.domain.sheet_feedback import AREAS, FACES, NEXT_STEP, PERSPECTIVES, feedback_page, feedback_pages
from facilitator.domain.sheet_measure import LARGE_LINE
from facilitator.domain.sheet_parts import (
    BOX,
    CODE,
    GEOMETRY,
    LINE,
    MARKER,
    PAPERS,
    PITCH,
    Area,
    Box,
    Kind,
    Large,
    Method,
    OptionRow,
    Page,
    Paper,
    Shape,
    Tick,
    enlarge,
    mirror,
)

__all__ = [
    "AREAS",
    "BOX",
    "CODE",
    "FACES",
    "GEOMETRY",
    "LARGE_LINE",
    "LINE",
    "MARKER",
    "METHODS",
    "NEXT_STEP",
    "PAPERS",
    "PERSPECTIVES",
    "PITCH",
    "Area",
    "Box",
    "Kind",
    "Large",
    "Method",
    "OptionRow",
    "Page",
    "Paper",
    "Shape",
    "Tick",
    "as_drawn",
    "page",
    "pages",
]


def pages(shape: Shape) -> int:
    """How many sides one form of this shape takes."""
    drawn = as_drawn(shape)
    return ballot_pages(drawn) if shape.kind == "ballot" else feedback_pages(drawn)


def page(shape: Shape, number: int) -> Page:
    """Page `number` (from 1) of a form. Raises ValueError when the form has no such page."""
    count = pages(shape)
    if not 1 <= number <= count:
        raise ValueError(f"this form has {count} pages, not {number}")
    drawn = as_drawn(shape)
    made = ballot_page(drawn, number) if shape.kind == "ballot" else feedback_page(drawn, number)
    mirrored = mirror(made) if shape.mirrored else made
    paper = PAPERS[shape.paper]
    return enlarge(mirrored, paper) if paper.enlarged_from else mirrored


def as_drawn(shape: Shape) -> Shape:
    """The shape before its paper is enlarged."""
    return replace(shape, paper=PAPERS[shape.paper].drawn.name)
