"""Our own pictures for easy read and for ballots: small SVG drawings of lines, drawn with the pen so that they print
sharp at any size.

What is read of SVG is what our pictures are made of (SVG 1.1, 8.3, 9): paths of M, L, H, V, C and Z in whole
coordinates, circles and rectangles, on a square of 24.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from facilitator.pdf.documents.look import INK
from facilitator.resources import resources

if TYPE_CHECKING:
    from collections.abc import Iterator

    from facilitator.domain.sheet import Box
    from facilitator.pdf.documents.surface import Surface
    from facilitator.pdf.pen import Path

SIDE = 24.0
TURNED = ("why",)
"""Mirrored where the page is, as a question mark is; a tick, a clock or a telephone is the same everywhere."""

STROKE = 1.4
"""Of a picture's own square: how thick its lines are."""

_NAMESPACE = "{http://www.w3.org/2000/svg}"
_TOKEN = re.compile(r"[MLHVCZ]|-?\d+(?:\.\d+)?")
_TAKES = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "Z": 0}
_ARC = 0.5523
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Step:
    """One stroke of the pen: to a point, straight or in a curve with two control points; the first of a line moves."""

    to: Point
    moves: bool = False
    first: Point | None = None
    second: Point | None = None


@cache
def picture(name: str) -> tuple[Step, ...]:
    """A picture by its name, such as "people". Raises FileNotFoundError."""
    return _read(f"{name}.svg")


@cache
def symbols() -> tuple[str, ...]:
    """The names of the pictures that stand beside the letters of a ballot, in the order of the letters."""
    return tuple(f"symbols/{file.stem}" for file in sorted(resources("pictures", "symbols").glob("*.svg")))


def symbol_of(place: int) -> str | None:
    """The picture for an option's place on the ballot, from 1; None when there are more options than pictures."""
    return symbols()[place - 1] if place <= len(symbols()) else None


def draw_picture(surface: Surface, name: str, box: Box) -> None:
    """Draw a picture into a square box. What it shows is said by the words beside it, so it is decoration."""
    scale = min(box.width, box.height) / SIDE
    if name not in TURNED:
        surface, box = surface.as_it_stands, surface.as_seen(box)
    with surface.pen.path(stroke=INK, width=STROKE * scale) as path:
        for step in picture(name):
            _go(path, step, box, scale)


def _go(path: Path, step: Step, box: Box, scale: float) -> None:
    def at(point: Point) -> Point:
        return box.x + point[0] * scale, box.y + point[1] * scale

    if step.moves:
        path.move_to(*at(step.to))
    elif step.first is not None and step.second is not None:
        path.curve_to(at(step.first), at(step.second), at(step.to))
    else:
        path.line_to(*at(step.to))


def _read(name: str) -> tuple[Step, ...]:
    tree = ElementTree.parse(resources("pictures", *name.split("/")))
    return tuple(step for shape in tree.iter() for step in _shape(shape))


def _shape(shape: ElementTree.Element) -> Iterator[Step]:
    kind = shape.tag.removeprefix(_NAMESPACE)
    if kind == "path":
        yield from _path(shape.get("d", ""))
    elif kind == "circle":
        yield from _circle(*(float(shape.get(name, "0")) for name in ("cx", "cy", "r")))
    elif kind == "rect":
        x, y, width, height = (float(shape.get(name, "0")) for name in ("x", "y", "width", "height"))
        yield from _line((x, y), (x + width, y), (x + width, y + height), (x, y + height), (x, y))


def _path(said: str) -> Iterator[Step]:
    tokens = _TOKEN.findall(said)
    here, start, command, at = (0.0, 0.0), (0.0, 0.0), "M", 0
    while at < len(tokens):
        if tokens[at] in _TAKES:
            command, at = tokens[at], at + 1
        numbers = [float(token) for token in tokens[at : at + _TAKES[command]]]
        at += _TAKES[command]
        if command == "Z":
            here = start
            yield Step(start)
        elif command == "C":
            here = (numbers[4], numbers[5])
            yield Step(here, first=(numbers[0], numbers[1]), second=(numbers[2], numbers[3]))
        else:
            here = _to(command, numbers, here)
            yield Step(here, moves=command == "M")
            if command == "M":
                start, command = here, "L"  # more points after the first are lines


def _to(command: str, numbers: list[float], here: Point) -> Point:
    if command == "H":
        return numbers[0], here[1]
    if command == "V":
        return here[0], numbers[0]
    return numbers[0], numbers[1]


def _circle(x: float, y: float, r: float) -> Iterator[Step]:
    k = r * _ARC
    yield Step((x + r, y), moves=True)
    for (ax, ay), (bx, by) in (((1, 0), (0, 1)), ((0, 1), (-1, 0)), ((-1, 0), (0, -1)), ((0, -1), (1, 0))):
        first = (x + ax * r + bx * k, y + ay * r + by * k)
        second = (x + bx * r + ax * k, y + by * r + ay * k)
        yield Step((x + bx * r, y + by * r), first=first, second=second)


def _line(first: Point, *others: Point) -> Iterator[Step]:
    yield Step(first, moves=True)
    for other in others:
        yield Step(other)
