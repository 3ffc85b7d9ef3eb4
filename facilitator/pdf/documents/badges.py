"""Name badges: a first name as large as it fits, the languages somebody speaks, and where they come from by a shape.

They stand as on a common label sheet, 2 by 4 labels of 99.1 by 67.7 mm on A4 (such as L7165) or of 3 3/8 by 2 1/3
inches on letter (such as 5395), with marks to cut by on plain paper.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from facilitator.domain.errors import NothingToPrint
from facilitator.domain.reading import Reading
from facilitator.domain.sheet import Box
from facilitator.pdf import organiser_words as ours
from facilitator.pdf.documents.fitted import fit
from facilitator.pdf.documents.form_page import draw_write_on_line
from facilitator.pdf.documents.group_marks import GROUPS, draw_camera, draw_group
from facilitator.pdf.documents.look import GREY, SMALLEST
from facilitator.pdf.documents.session_page import Stamped, on_the_page_side
from facilitator.pdf.documents.surface import height, standing_in
from facilitator.pdf.pen import MM
from facilitator.pdf.text.paragraph import text_width

if TYPE_CHECKING:
    from facilitator.domain.sheet import Paper
    from facilitator.pdf.documents.printable import Printable
    from facilitator.pdf.documents.surface import Surface
    from facilitator.pdf.edition import Edition
    from facilitator.pdf.text.paragraph import TextBlock
    from facilitator.workshop.queries.organiser_values import Badge, BadgeValues


@dataclass(frozen=True, slots=True)
class LabelSize:
    """Of one label, and how far two columns and two rows of them stand apart, in millimetres."""

    width: float
    height: float
    across: float
    down: float


WIDTH, HEIGHT = 99.1, 67.7
LABELS = {"letter": LabelSize(85.725, 59.267, 9.525, 4.233)}
"""Papers with a label sheet of their own: on letter it is 2 by 4 of 3 3/8 by 2 1/3 inches (such as 5395)."""

OTHERS = LabelSize(WIDTH, HEIGHT, 2.5, 0.0)

_LEAST_MARGIN = (3.5, 12.5)
"""Left and right of the labels, and above and below them, where the legend stands."""

_INSET = 8.0
_NAME, _LARGE_NAME = (44.0, 17.0), (36.0, 18.0)
_NAME_TALL = 31.0
_SHAPE = 7.5
_CAMERA = (6.6, 5.2)
_MARK = 2.5
_LINE, _LEAST_LINE, _LARGE_LINE = 12.0, 4.0, 8.0
"""Room for the languages, and for what else stands below the name; the least of it, and in large print."""

_SIGN, _LEGEND, _LEAST, _APART = 2.6, 4.5, 6.0, 5.0
_LEGEND_SIZES = (12.0, 11.5, 11.0, 10.5, 10.0, 9.5, 9.0, SMALLEST)
_SWASH = 1.5
"""How far lines of a tall script may reach beyond the line of the legend."""


def badges(values: BadgeValues, edition: Edition) -> Printable:
    """The badges laid out for one edition. Raises NothingToPrint when nobody is expected."""
    if not values.badges:
        raise NothingToPrint("Nobody is on the list of people yet, so there is no badge to print. Add people first.")
    return Stamped(_Badges(values, edition), values.printed)


def labels_on(paper: Paper) -> list[Box]:
    """Where the labels of a sheet are, in rows from the top."""
    size = LABELS.get(paper.name, OTHERS)
    across, up = _LEAST_MARGIN
    columns = max(1, int((paper.width - 2 * across + size.across) // (size.width + size.across)))
    rows = max(1, int((paper.height - 2 * up + size.down) // (size.height + size.down)))
    left = (paper.width - columns * (size.width + size.across) + size.across) / 2
    top = (paper.height - rows * (size.height + size.down) + size.down) / 2
    return [
        Box(left + column * (size.width + size.across), top + row * (size.height + size.down), size.width, size.height)
        for row in range(rows)
        for column in range(columns)
    ]


class _Badges:
    """Sheets of labels, in the order of the names; those without a name fill up the last sheets."""

    def __init__(self, values: BadgeValues, edition: Edition) -> None:
        self.title = edition.said(ours.BADGES)
        self.edition = edition
        self._said = edition.said
        self._labels = labels_on(edition.paper.drawn)
        self._badges = values.badges
        self._cut = False
        self.page_count = -(-(len(values.badges) + values.blank) // len(self._labels))

    @property
    def warnings(self) -> tuple[str, ...]:
        """What did not fit; known when the pages are drawn."""
        return ("A name is too long for its badge and was cut there.",) if self._cut else ()

    def draw(self, number: int, surface: Surface) -> None:
        """Draw one sheet."""
        surface.stamp("marks", partial(self._draw_marks, surface))
        first = (number - 1) * len(self._labels)
        for turn, label in enumerate(self._labels, first):
            if turn < len(self._badges):
                self._draw_badge(self._badges[turn], label, surface)
            else:
                self._draw_blank(label, surface)

    def _draw_badge(self, badge: Badge, label: Box, surface: Surface) -> None:
        inside = label.inset(_INSET)
        name = self._name(badge, inside)
        with surface.tag("P"):
            surface.place(name, inside.x, inside.y)
        y = inside.y + height(name) + 1.0
        room = Box(inside.x, y, inside.width, inside.bottom - y - _SHAPE - 1.5)
        said, edition = self._said, self.edition
        for text, style in (
            (ours.badge_language(said, badge), edition.plain(14)),
            (ours.badge_about(said, badge), edition.quiet(12)),
        ):
            left = room.bottom - y
            if text and left > (_LARGE_LINE if edition.large else _LEAST_LINE):
                sided = on_the_page_side(text, style, edition)
                line = fit(text, sided, room.width, left if edition.large else min(left, _LINE), edition).block
                with surface.tag("P"):
                    surface.place(line, inside.x, y)
                y += height(line) + 0.5
        if badge.group in ours.GROUPS:
            with surface.figure(said(ours.GROUPS[badge.group])):
                draw_group(surface.pen, badge.group, Box(inside.right - _SHAPE, inside.bottom - _SHAPE, _SHAPE, _SHAPE))
        if badge.photos:
            wide, tall = _CAMERA
            with surface.figure(said(ours.PHOTOS)):
                draw_camera(surface.pen, Box(inside.x, inside.bottom - tall, wide, tall))

    def _name(self, badge: Badge, inside: Box) -> TextBlock:
        """As large as it fits without breaking a word, where that can be."""
        text = " ".join(badge.name.split())
        largest, smallest = _LARGE_NAME if self.edition.large else _NAME
        language = badge.languages[0] if badge.languages else None
        fonts = self.edition.fonts
        style = on_the_page_side(text, replace(self.edition.heavy(largest), lang=language), self.edition)
        longest = max(text_width(word, style, fonts) for word in text.split()) / MM
        if longest > inside.width:
            style = replace(style, size=max(smallest, largest * inside.width / longest - 0.1))
        found = fit(text, style, inside.width, _NAME_TALL, self.edition, smallest=smallest)
        self._cut = self._cut or found.cut
        return found.block

    @staticmethod
    def _draw_blank(label: Box, surface: Surface) -> None:
        inside = label.inset(_INSET)
        draw_write_on_line(surface, inside.x, inside.right, inside.y + _NAME_TALL - 4.0)

    def _draw_marks(self, surface: Surface) -> None:
        """Where to cut, and above the labels what the shapes mean."""
        with surface.pen.path(stroke=GREY, width=0.15) as path:
            for label in self._labels:
                for x in (label.x, label.right):
                    for y in (label.y, label.bottom):
                        path.line(x - _MARK / 2, y, x + _MARK / 2, y)
                        path.line(x, y - _MARK / 2, x, y + _MARK / 2)
        self._draw_legend(surface)

    def _draw_legend(self, surface: Surface) -> None:
        """In one line, in type as large as that allows, or upwards in as many as there must be. It is small in large
        print, too: the margin it stands in has no more room, and is cut away.
        """
        right = surface.paper.width - 4.0
        left = x = surface.paper.margin
        y = self._labels[0].y - 6.5
        legends = (self._legend(size) for size in _LEGEND_SIZES)
        fitting = (one for one in legends if left + sum(entry.wide + _APART for entry in one) - _APART <= right)
        for entry in next(fitting, None) or self._legend(SMALLEST):
            if x + entry.wide > right:
                x, y = left, y - _LEGEND
            entry.draw(surface, x, y)
            x += entry.wide + _APART

    def _legend(self, size: float) -> list[_Entry]:
        """What each shape means, and the camera, in type of about this size."""
        edition = replace(self.edition, reading=Reading.STANDARD)
        texts = {name: self._said(ours.GROUPS[name] if name else ours.PHOTOS) for name in (*GROUPS, "")}
        return [
            _Entry(name, fit(text, edition.quiet(size), 60.0, _LEGEND + _SWASH, edition, smallest=_LEAST).block)
            for name, text in texts.items()
        ]


@dataclass(frozen=True, slots=True)
class _Entry:
    """A sign of the legend and what it means; "" is the camera."""

    name: str
    words: TextBlock

    @property
    def wide(self) -> float:
        """Millimetres."""
        return self._sign + 1.4 + self.words.natural_width / MM

    @property
    def _sign(self) -> float:
        return _SIGN if self.name else _SIGN * 1.3

    def draw(self, surface: Surface, x: float, y: float) -> None:
        """Draw it with the upper left corner of its line there."""
        mark = Box(x, y + (_LEGEND - _SIGN) / 2, self._sign, _SIGN)
        if self.name:
            draw_group(surface.pen, self.name, mark)
        else:
            draw_camera(surface.pen, mark)
        with surface.artefact():
            words = Box(x, y, self.wide, _LEGEND)
            surface.place(self.words, x + self._sign + 1.4, standing_in(self.words, words))
