"""The geometry of every printed form that can be read back: one truth, drawn by `pdf` and read by `scan`.

Millimetres from the top-left corner of the sheet. A page depends on nothing but its `Shape` and page number, never on
the words printed on it: text is fitted into its box, so the boxes can be found again later.
"""

from __future__ import annotations

from facilitator.domain.sheet_ballot import METHODS, ballot_page, ballot_pages
from facilitator.domain.sheet_feedback import AREAS, FACES, NEXT_STEP, PERSPECTIVES, feedback_page
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
    Method,
    OptionRow,
    Page,
    Paper,
    Shape,
    Tick,
    mirror,
)

__all__ = [
    "AREAS",
    "BOX",
    "CODE",
    "FACES",
    "GEOMETRY",
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
    "Method",
    "OptionRow",
    "Page",
    "Paper",
    "Shape",
    "Tick",
    "page",
    "pages",
]


def pages(shape: Shape) -> int:
    """How many sides one form of this shape takes."""
    return ballot_pages(shape) if shape.kind == "ballot" else 1


def page(shape: Shape, number: int) -> Page:
    """Page `number` (from 1) of a form. Raises ValueError when the form has no such page."""
    count = pages(shape)
    if not 1 <= number <= count:
        raise ValueError(f"this form has {count} pages, not {number}")
    made = ballot_page(shape, number) if shape.kind == "ballot" else feedback_page(shape)
    return mirror(made) if shape.mirrored else made
