"""A note as it is printed: its words fitted into its rectangle, or its photograph until they are typed; its translation
below them, the number of its colour beside them, and its dots. The tint is pale and never the only sign.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from facilitator.domain.sheet import Box
from facilitator.pdf import after_words as ours
from facilitator.pdf.documents.fitted import fit
from facilitator.pdf.documents.surface import height, snug
from facilitator.pdf.pen import MM
from facilitator.pdf.photographs import draw_photograph, photograph
from facilitator.pdf.text.clean import clean
from facilitator.pdf.text.paragraph import lay_out, text_width
from facilitator.pdf.text.phrase import Phrase

if TYPE_CHECKING:
    from facilitator.pdf.documents.surface import Surface
    from facilitator.pdf.edition import Edition
    from facilitator.pdf.photographs import Photograph
    from facilitator.pdf.text.paragraph import TextBlock
    from facilitator.pdf.text.style import TextStyle
    from facilitator.workshop.queries.after_values import WallNote

TINTS = (
    (0.99, 0.95, 0.76),
    (0.99, 0.90, 0.78),
    (0.98, 0.86, 0.91),
    (0.84, 0.92, 0.98),
    (0.86, 0.95, 0.89),
    (0.91, 0.88, 0.98),
    (1.0, 1.0, 1.0),
)
"""The tints of notes 1 to 7, pale enough for black words on an office printer."""

EDGE = (0.45, 0.45, 0.45)
_LARGEST = 0.12
"""The largest type in points, for a millimetre of the note's width: times 2.83, an eighth of it or so."""

_PAD = 0.045
_SECOND = 0.86
"""How large a translation is beside the words."""

_STEP, _SLACK, _LEADING = 0.94, 0.01, 1.2
_SURELY = 0.6
"""How much less room than is reckoned words may take in smaller type: what takes more is not tried in sizes between."""

_LONGEST, _MOST_LINES = 2_500, 60
"""No rectangle of ours holds more characters or lines than this, and longer texts cost time to lay out."""


@dataclass(frozen=True, slots=True)
class NoteFace:
    """A note laid out for a rectangle of its size; `cut` says that words had to be left out. Where there is a `photo`,
    it is drawn in place of the words, which then say what it shows.
    """

    words: TextBlock
    translation: TextBlock | None
    number: TextBlock
    dots: TextBlock | None
    colour: int
    lang: str
    cut: bool
    photo: Photograph | None = None


@dataclass(frozen=True, slots=True)
class Measured:
    """How tall the rectangle of a note is, and whether words have to be left out; not set yet."""

    tall: float
    cut: bool
    tried: _Try

    def face(self) -> NoteFace:
        """The note as it is drawn."""
        return self.tried.face(self.tall)


def face(note: WallNote, width: float, tall: float, edition: Edition, *, largest: float = 0.0) -> NoteFace:
    """Lay a note out for a rectangle in millimetres, in the largest type that fits and breaks no word."""
    return _fitting(note, width, tall, edition, largest or width * _LARGEST * MM).face(tall)


def measured(note: WallNote, width: float, most: float, edition: Edition, size: float) -> Measured:
    """A note in one size of type, as tall as it then has to be; if that is more than `most`, in smaller type."""
    tried = _Try(note, width, edition, size)
    tall = min(tried.tall, most)
    if tried.tall > most:
        tried = _fitting(note, width, most, edition, size)
    return Measured(tall, tried.is_cut(tall), tried)


def _fitting(note: WallNote, width: float, tall: float, edition: Edition, largest: float) -> _Try:
    """In the largest type that fits, or the smallest there is."""
    size = max(largest, edition.smallest)
    if _typed_too_tall(note, tall, edition):
        size = edition.smallest
    while True:
        tried = _Try(note, width, edition, size)
        if tried.fits(tall) or size <= edition.smallest:
            return tried
        at_the_smallest = tried.tall * (edition.smallest / size) ** 2
        size = edition.smallest if at_the_smallest * _SURELY > tall else max(edition.smallest, size * _STEP)


def _typed_too_tall(note: WallNote, tall: float, edition: Edition) -> bool:
    """Whether even the line ends that were typed come to more than there is room for."""
    typed = 0 if note.picture else _beginning(note.words.text)[0].count("\n") + 1
    return typed * edition.smallest * _LEADING / MM > tall


def draw_face(surface: Surface, one: NoteFace, box: Box) -> None:
    """Draw a note. Its rectangle is decoration; what its words are, the caller says."""
    pad = box.width * _PAD
    with surface.pen.path(fill=TINTS[one.colour - 1], stroke=EDGE, width=0.2) as path:
        path.rectangle(box.x, box.y, box.width, box.height)
    if one.photo:
        foot = height(one.dots) if one.dots else 0.0
        room = Box(box.x + pad, box.y + pad, one.words.width / MM, box.height - 2 * pad - foot)
        draw_photograph(surface, one.photo, one.photo.within(room), one.words.text)
    else:
        surface.place(one.words, box.x + pad, box.y + pad)
    if one.translation:
        surface.place(one.translation, box.x + pad, box.y + pad + height(one.words))
    if one.dots:
        surface.place(one.dots, box.x + pad, box.bottom - pad - height(one.dots))
    right = box.right - pad - one.number.width / MM
    surface.place(one.number, right, box.bottom - pad * 0.7 - height(one.number))


class _Try:
    """A note in one size of type."""

    def __init__(self, note: WallNote, width: float, edition: Edition, size: float) -> None:
        self._note = note
        self._edition = edition
        self._pad = width * _PAD
        self._width = width - 2 * self._pad
        fonts = edition.fonts
        small = edition.quiet(max(edition.smallest, size * 0.6))
        self._style = replace(_sized(edition.plain(size), size), lang=note.words.language or None)
        self._second = _sized(edition.quiet(size), max(size * _SECOND, edition.smallest))
        self._number = snug(lay_out(str(note.colour), small, self._width * MM, fonts))
        self._beside = self._width - self._number.width / MM - self._pad / 2
        self._photo = photograph(note.picture) if note.picture else None
        text = edition.said(ours.NOT_TYPED) if note.picture else note.words.text
        self._text, longer = _beginning(text)
        self._translated, longer_yet = _beginning(note.words.translation)
        self._longer = longer or longer_yet
        self._words = lay_out(self._text, self._style, self._beside * MM, fonts)
        second = lay_out(self._translated, self._second, self._beside * MM, fonts)
        self._meaning = second if self._translated else None
        dots = ours.dots(edition.said, note.dots) if note.dots else ""
        self._dots = lay_out(dots, small, self._width * MM, fonts) if dots else None

    @property
    def tall(self) -> float:
        """How tall the rectangle has to be for all of it."""
        words = height(self._words) + (height(self._meaning) if self._meaning else 0.0)
        shown = self._photo.tall(self._beside) if self._photo else words
        return 2 * self._pad + max(shown, height(self._number)) + self._foot

    @property
    def _foot(self) -> float:
        return height(self._dots) if self._dots else 0.0

    def fits(self, tall: float) -> bool:
        """Whether it fits without breaking a word. A photograph is made to."""
        if self._photo:
            return True
        return self.tall <= tall + _SLACK and all(self._whole(block) for block in (self._words, self._meaning) if block)

    def is_cut(self, tall: float) -> bool:
        """Whether words have to be left out of it."""
        return self._photo is None and (self._longer or self.tall > tall + _SLACK)

    def face(self, tall: float) -> NoteFace:
        """The note as it is drawn; words that do not fit are cut off, of the translation first."""
        if self._photo:
            return NoteFace(self._words, None, self._number, self._dots, self._note.colour, "", False, self._photo)
        words, meaning, cut = self._words, self._meaning, self.is_cut(tall)
        if cut:
            room = tall - 2 * self._pad - self._foot
            words = self._cut(self._text, self._style, room)
            left = room - height(words)
            enough = meaning is not None and left >= meaning.line_height / MM
            meaning = self._cut(self._translated, self._second, left) if enough else None
        return NoteFace(words, meaning, self._number, self._dots, self._note.colour, self._note.words.language, cut)

    def _cut(self, text: str, style: TextStyle, room: float) -> TextBlock:
        return fit(text, style, self._beside, room, self._edition, smallest=style.size).block

    def _whole(self, block: TextBlock) -> bool:
        return all(text_width(word, block.style, block.fonts) <= block.width for word in block.text.split())


def _beginning(text: str) -> tuple[str, bool]:
    """As much of a text as a rectangle may hold, and whether there is more."""
    whole = text if isinstance(text, Phrase) else clean(text.strip())
    if len(whole) <= _LONGEST and whole.count("\n") < _MOST_LINES:
        return whole, False
    return "\n".join(whole[:_LONGEST].split("\n")[:_MOST_LINES]), True


def _sized(style: TextStyle, size: float) -> TextStyle:
    return replace(style, size=size, leading=_LEADING)
