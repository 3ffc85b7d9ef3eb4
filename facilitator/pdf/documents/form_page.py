"""What every readable form has on its pages: markers, codes, boxes, frames to write in, and a footer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.domain import sheet
from facilitator.domain.sheet import Box
from facilitator.pdf import codes
from facilitator.pdf.documents.fitted import fit
from facilitator.pdf.documents.look import GREY, INK, SMALLEST
from facilitator.pdf.documents.surface import height
from facilitator.pdf.pen import BLACK, MM
from facilitator.pdf.pictures import draw_picture
from facilitator.pdf.text.paragraph import lay_out
from facilitator.pdf.text.phrase import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from facilitator.domain.sheet import Area, Page, Tick
    from facilitator.pdf.documents.surface import Surface
    from facilitator.pdf.edition import Edition

_AREA_LINE = 0.35
_AREA_CORNER = 1.5
_INSET = 2.5
AREA_PICTURE = 9.0
"""Millimetres: a picture in the corner of a frame."""

_FOOTER_SHARE = 0.76
_FOOTER_GAP = 2.0


def draw_markers(surface: Surface, page: Page) -> None:
    """The four corner markers."""
    for number, box in page.markers.items():
        codes.draw(surface.as_it_stands.pen, codes.marker(number), box)


def draw_codes(surface: Surface, page: Page, identity: str) -> None:
    """Who the page is, at its top and bottom."""
    modules = codes.data_matrix(identity)
    for box in page.codes:
        codes.draw(surface.as_it_stands.pen, modules, box)


def draw_ticks(surface: Surface, ticks: Iterable[Tick]) -> None:
    """Boxes and circles to fill."""
    ticks = tuple(ticks)
    larger = ticks[0].box.width / sheet.BOX if ticks else 1.0
    with surface.pen.path(stroke=BLACK, width=sheet.LINE * larger) as path:
        for tick in ticks:
            if tick.round:
                path.rounded(tick.box, tick.box.width / 2)
            else:
                path.rectangle(tick.box.x, tick.box.y, tick.box.width, tick.box.height)


def draw_areas(
    surface: Surface, areas: Iterable[Area], labels: Mapping[str, str], pictures: Mapping[str, str] | None = None
) -> None:
    """Frames to write in, each with its label in the corner; in easy read after its picture, by name."""
    areas = tuple(areas)
    beside = AREA_PICTURE + 2.0 if pictures else 0.0
    with surface.pen.path(stroke=INK, width=_AREA_LINE) as path:
        for area in areas:
            path.rounded(area.box, _AREA_CORNER)
    for area in areas:
        box, text = area.box.inset(_INSET), surface.said(labels[area.field])
        if pictures:
            draw_picture(surface, pictures[area.field], Box(box.x, box.y, AREA_PICTURE, AREA_PICTURE))
        label = fit(text, surface.edition.quiet(9), box.width - beside, box.height, surface.edition).block
        with surface.tag("P"):
            surface.place(label, box.x + beside, box.y)


def draw_footer(surface: Surface, page: Page, left: str, right: str) -> None:
    """What the page is, on the left, which is there to be read, and whose it is, on the right. In two languages and in
    large print the first takes all of the width.
    """
    box = page.labels["footer"]
    quiet = surface.edition.quiet
    double = isinstance(left, Phrase) and left.second is not None
    alone = double or surface.edition.large
    share = _FOOTER_SHARE if right and not alone else 1.0
    aside = surface.artefact(pagination=True)
    for text, x, width, style, said in (
        (left, box.x, box.width * share - _FOOTER_GAP, quiet(SMALLEST), surface.tag("P")),
        ("" if alone else right, box.x + box.width * share, box.width * (1 - share), quiet(SMALLEST, "end"), aside),
    ):
        if text:
            block = fit(text, style, width, box.height, surface.edition, smallest=6 if double else 7).block
            with said:
                surface.place(block, x, box.bottom - height(block))


def label_height(edition: Edition, text: str, width: float, inset: float = _INSET) -> float:
    """How far down the label of an area reaches within it."""
    return inset + height(lay_out(text, edition.quiet(9), (width - 2 * _INSET) * MM, edition.fonts))


def draw_rule(surface: Surface, box: Box) -> None:
    """A thin line along the lower edge of a box."""
    with surface.pen.path(stroke=GREY, width=0.15) as path:
        path.line(box.x, box.bottom, box.right, box.bottom)


def draw_write_on_line(surface: Surface, x: float, right: float, y: float) -> None:
    """A dotted line to write on."""
    with surface.pen.path(stroke=INK, width=0.3, dashes=(0.01, 1.0)) as path:
        path.line(x, y, right, y)
