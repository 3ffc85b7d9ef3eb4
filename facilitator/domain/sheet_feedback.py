"""Where everything stands on a feedback form: who I am, how it felt, what I have to say, and whether I would go on.

One side, or more on a sheet too small to write on otherwise and in large print.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from facilitator.domain.sheet_frame import frame
from facilitator.domain.sheet_measure import Measure, measure_of
from facilitator.domain.sheet_parts import GAP, PAPERS, Area, Box, Page, Shape, Tick, across

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

PERSPECTIVES = ("would-use", "would-help-run", "both")
FACES = ("1", "2", "3", "4")
NEXT_STEP = ("yes", "perhaps", "not-now")
AREAS = (("worked", "change"), ("question", "idea"), ("learn",))
"""The frames to write in, by line."""

_BETWEEN = GAP / 2
"""Between frames."""


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of the form that is kept whole: words of ours, a question with its `choices`, or a line of frames to write
    in, which take what room there is left. `tall` is the least it needs.
    """

    tall: float
    names: tuple[str, ...]
    choices: tuple[str, ...] = ()
    line: float = 0.0
    is_frames: bool = False


def feedback_pages(shape: Shape) -> int:
    """How many sides a feedback form takes."""
    return len(_sides(shape))


def feedback_page(shape: Shape, number: int) -> Page:
    """Page `number` (from 1) of a feedback form."""
    sides, measure = _sides(shape), measure_of(shape)
    filling = _Filling(frame(PAPERS[shape.paper], number, len(sides), measure), measure)
    parts = sides[number - 1]
    frames = [part for part in parts if part.is_frames]
    more = (_room(shape) - sum(part.tall for part in parts)) / max(1, len(frames))
    for part in parts:
        if part.is_frames:
            filling.frames(part, part.tall + more, last=part is frames[-1])
        elif part.choices:
            filling.choices(part)
        else:
            filling.label(part.names[0], part.tall)
    return filling.page()


def _sides(shape: Shape) -> list[list[_Part]]:
    """What stands on each side: as much as it holds."""
    sides: list[list[_Part]] = [[]]
    left = room = _room(shape)
    for part in _parts(measure_of(shape), room):
        if part.tall > left and sides[-1]:
            sides.append([])
            left = room
        sides[-1].append(part)
        left -= part.tall
    return sides


def _room(shape: Shape) -> float:
    """The height for all parts of a page."""
    measure = measure_of(shape)
    return PAPERS[shape.paper].height - measure.top - measure.foot - GAP


def _parts(measure: Measure, room: float) -> Iterator[_Part]:
    yield _Part(min(measure.title, room), ("title",))
    if measure.lead:
        yield _Part(measure.lead, ("lead",))
    yield _asked("perspective", PERSPECTIVES, measure, measure.choice, room)
    yield _asked("rating", FACES, measure, measure.face, room)
    for fields in [(field,) for line in AREAS for field in line] if measure.below else AREAS:
        tall = measure.area + _BETWEEN + (measure.asked if "learn" in fields else 0.0)
        yield _Part(min(tall, room), fields, is_frames=True)
    yield _asked("next-step", NEXT_STEP, measure, measure.choice, room)


def _asked(field: str, values: tuple[str, ...], measure: Measure, line: float, room: float) -> _Part:
    """A question and its choices, in lines at most so high that a page holds them."""
    lines = len(values) if measure.below else 1
    line = min(line, (room - measure.label - GAP) / lines)
    return _Part(measure.label + lines * line + GAP, (field,), values, line)


class _Filling:
    """A page that is filled from the top down."""

    def __init__(self, blank: Page, measure: Measure) -> None:
        self._blank = blank
        self._paper = blank.paper
        self._measure = measure
        self._y = measure.top
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

    def choices(self, part: _Part) -> None:
        """A question with circles side by side, or one below the other."""
        (field,) = part.names
        self.label(field, self._measure.label)
        below = self._measure.below
        for values in [(value,) for value in part.choices] if below else [part.choices]:
            line = across(self._paper, self._y, part.line)
            self._ticks.extend(_choices(line, field, values, self._labels, self._measure.box))
            self._y += part.line
        self._y += GAP

    def frames(self, part: _Part, tall: float, *, last: bool) -> None:
        """Frames to write in side by side, in a line so high with the gap below it."""
        gap = _BETWEEN
        whole = across(self._paper, self._y, tall - gap)
        width = (whole.width - gap * (len(part.names) - 1)) / len(part.names)
        for n, field in enumerate(part.names):
            self._areas.append(Area(field, Box(whole.x + n * (width + gap), whole.y, width, whole.height)))
        self._y += tall + (GAP - gap if last else 0.0)


def _choices(line: Box, field: str, values: Sequence[str], labels: dict[str, Box], side: float) -> Iterator[Tick]:
    """Circles, each with the box for its words to its right."""
    share = line.width / len(values)
    for n, value in enumerate(values):
        x = line.x + n * share
        circle = Box(x + 0.5, line.centre[1] - side / 2, side, side)
        labels[f"{field}/{value}"] = Box(circle.right + 2.5, line.y, share - side - 4.0, line.height)
        yield Tick(field, value, circle, round=True)
