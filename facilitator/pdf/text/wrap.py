"""Break shaped text into lines of a width, first fit, so that nothing ever sticks out while there is a place to cut."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from facilitator.pdf.text.segments import SOFT_HYPHEN, ZERO_WIDTH_SPACE, Break, line_breaks

if TYPE_CHECKING:
    from facilitator.pdf.text.plain import PlainText
    from facilitator.pdf.text.shaped import ShapedText

_SLACK = 0.01


class Extent(NamedTuple):
    """One line: [start, end) of the text, of which [start, shown_to) is seen: the spaces at its end are not."""

    start: int
    end: int
    shown_to: int
    hyphen: bool


def wrap(shaped: ShapedText | PlainText, width: float, hyphen: float) -> list[Extent]:
    """The lines in order; together they hold each character once. Lengths are in thousandths of the font size; `hyphen`
    is the width of the one that shows where a word is cut at a soft hyphen.
    """
    text, edges = shaped.text, shaped.edges
    size = len(text)
    if edges[size] <= width + _SLACK:
        return [Extent(0, size, _shown_to(text, 0, size), hyphen=False)]
    lines: list[Extent] = []
    start = fits_to = 0
    fits_kind = Break.ALLOWED
    inside_word = False
    places = [*line_breaks(text, shaped.cuttable), (size, Break.ALLOWED)]
    k = 0
    while k < len(places):
        place, kind = places[k]
        if place <= start:
            k += 1
            continue
        shown_to = _shown_to(text, start, place)
        needed = edges[shown_to] - edges[start]
        if inside_word and needed < 2 * width:
            needed = shaped.width(start, shown_to)
        if needed + (hyphen if kind is Break.HYPHEN else 0) <= width + _SLACK:
            fits_to, fits_kind = place, kind
            k += 1
        elif fits_to > start:
            lines.append(_extent(text, start, fits_to, fits_kind))
            start, inside_word = fits_to, False
        else:
            cut = _cut_in_need(shaped, start, place, width)
            lines.append(_extent(text, start, cut, Break.ALLOWED))
            start = fits_to = cut
            inside_word = True
    if start < size:
        lines.append(_extent(text, start, size, Break.ALLOWED))
    return lines


def _extent(text: str, start: int, end: int, kind: Break) -> Extent:
    return Extent(start, end, _shown_to(text, start, end), kind is Break.HYPHEN and text[end - 1] == SOFT_HYPHEN)


def _shown_to(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] in (" ", ZERO_WIDTH_SPACE):
        end -= 1
    return end


def _cut_in_need(shaped: ShapedText | PlainText, start: int, limit: int, width: float) -> int:
    """The last place to cut that still fits, and at least one user-perceived character further than `start`."""
    places = _places_that_may_fit(shaped, start, limit, width + _SLACK)
    while len(places) > 1 and shaped.width(start, places[-1]) > width + _SLACK:
        places.pop()
    return places[-1]


def _places_that_may_fit(shaped: ShapedText | PlainText, start: int, limit: int, width: float) -> list[int]:
    """In order, by the distance between edges; at least one."""
    places: list[int] = []
    for i in range(start + 1, limit + 1):
        if not shaped.cuttable[i]:
            continue
        if places and shaped.edges[i] - shaped.edges[start] > width:
            break
        places.append(i)
    return places or [limit]
