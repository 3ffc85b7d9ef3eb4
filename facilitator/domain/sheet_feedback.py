"""Where everything stands on a feedback form: who I am, how it felt, what I have to say, and whether I would go on.

One side, or two on a sheet too small to write on otherwise.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from facilitator.domain.sheet_parts import BOX, FOOT, GAP, PAPERS, TOP, Area, Box, Page, Shape, Tick, across, frame

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

PERSPECTIVES = ("would-use", "would-help-run", "both")
FACES = ("1", "2", "3", "4")
NEXT_STEP = ("yes", "perhaps", "not-now")
AREAS = (("worked", "change"), ("question", "idea"), ("learn",))
"""The frames to write in, by line."""

_LABEL = 7.0
_CHOICES = 11.0
_FACES = 13.0
_LOW_SHEET = 250.0


def feedback_pages(shape: Shape) -> int:
    """How many sides a feedback form takes."""
    return 2 if PAPERS[shape.paper].height < _LOW_SHEET else 1


def feedback_page(shape: Shape, number: int) -> Page:
    """Page `number` (from 1) of a feedback form."""
    count = feedback_pages(shape)
    filling = _Filling(frame(PAPERS[shape.paper], number, count))
    if number == 1:
        filling.label("title", 17.0)
        filling.label("lead", _LABEL + GAP)
        filling.choices("perspective", PERSPECTIVES, _CHOICES)
        filling.choices("rating", FACES, _FACES)
    last = number == count
    first_line = 0 if number == 1 else 1
    filling.areas(AREAS[first_line : None if last else 1], below=_LABEL + _CHOICES + GAP if last else 0.0)
    if last:
        filling.choices("next-step", NEXT_STEP, _CHOICES)
    return filling.page()


class _Filling:
    """A page that is filled from the top down."""

    def __init__(self, blank: Page) -> None:
        self._blank = blank
        self._paper = blank.paper
        self._y = TOP
        self._labels = dict(blank.labels)
        self._ticks: list[Tick] = []
        self._areas: list[Area] = []

    def page(self) -> Page:
        """What has come together."""
        return replace(self._blank, labels=self._labels, loose_ticks=tuple(self._ticks), areas=tuple(self._areas))

    def label(self, name: str, height: float) -> None:
        """Room for words of ours."""
        self._labels[name] = across(self._paper, self._y, height)
        self._y += height

    def choices(self, field: str, values: tuple[str, ...], height: float) -> None:
        """A question with circles side by side."""
        self.label(field, _LABEL)
        line = across(self._paper, self._y, height)
        self._ticks.extend(_choices(line, field, values, self._labels))
        self._y += height + GAP

    def areas(self, lines: tuple[tuple[str, ...], ...], *, below: float) -> None:
        """Frames to write in, as high as they can be with this much room left below them."""
        gap = GAP / 2
        height = (self._paper.height - FOOT - GAP - below - self._y) / len(lines) - gap
        for fields in lines:
            whole = across(self._paper, self._y, height)
            width = (whole.width - gap * (len(fields) - 1)) / len(fields)
            for n, field in enumerate(fields):
                self._areas.append(Area(field, Box(whole.x + n * (width + gap), whole.y, width, height)))
            self._y += height + gap
        self._y += GAP - gap


def _choices(line: Box, field: str, values: Iterable[str], labels: dict[str, Box]) -> Iterator[Tick]:
    """Circles, each with the box for its words to its right."""
    values = tuple(values)
    share = line.width / len(values)
    for n, value in enumerate(values):
        x = line.x + n * share
        circle = Box(x + 0.5, line.centre[1] - BOX / 2, BOX, BOX)
        labels[f"{field}/{value}"] = Box(circle.right + 2.5, line.y, share - BOX - 4.0, line.height)
        yield Tick(field, value, circle, round=True)
