"""A board as it stood, small: where its groups and notes lay, with the groups' names. The words follow in a list.

In large type the picture has no room for names: each group has a number, which stands before its name in the list.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.domain.arrange import FRAME_HEAD, NOTE_HEIGHT, NOTE_WIDTH
from facilitator.domain.sheet import Box
from facilitator.pdf import after_words as ours
from facilitator.pdf.documents.fitted import fit
from facilitator.pdf.documents.length_bars import add_lengths
from facilitator.pdf.documents.look import RULE
from facilitator.pdf.documents.note_face import EDGE, TINTS
from facilitator.pdf.documents.surface import height, snug
from facilitator.pdf.documents.wall_layout import bounds
from facilitator.pdf.pen import MM
from facilitator.pdf.photographs import photograph
from facilitator.pdf.text.paragraph import lay_out

if TYPE_CHECKING:
    from collections.abc import Sequence

    from facilitator.pdf.documents.flow import Flow
    from facilitator.pdf.documents.surface import Surface
    from facilitator.workshop.queries.after_values import WallFrame, WallValues

_TALLEST = 80.0
_WIDEST_NOTE = 24.0
_NAME, _NAMED = 9.0, 4.8
_NUMBER, _PAD = 30.0, 1.4


def wall_height(flow: Flow, wall: WallValues) -> float:
    """How tall the picture comes out, in millimetres."""
    _, top, _, bottom = bounds(wall)
    return (bottom - top) * _scale(flow, wall)


def add_wall(flow: Flow, wall: WallValues) -> None:
    """The picture, and how large each group is."""
    left, top, _, _ = bounds(wall)
    scale, tall = _scale(flow, wall), wall_height(flow, wall)
    alt = ours.wall_in_words(flow.said, wall)
    sizes = [sum(note.theme == at for note in wall.notes) for at in range(len(wall.frames))]
    ordered = sorted(range(len(sizes)), key=lambda at: -sizes[at])
    by_number = flow.edition.roomy

    def drawing(surface: Surface, y: float) -> None:
        x, y = flow.left - left * scale, y - top * scale
        _draw(surface, wall, x, y, scale)
        if not by_number:
            _draw_names(surface, wall, x, y, scale)
        elif len(sizes) > 1:
            _draw_numbers(surface, [wall.frames[at] for at in ordered], x, y, scale)

    flow.figure(tall, drawing, alt=alt)
    flow.space(4.0)
    if len(sizes) > 1:
        names = [wall.frames[at].name.strip() for at in ordered]
        if by_number:
            names = [f"{number}  {name}" for number, name in enumerate(names, 1)]
        add_lengths(flow, [(name, sizes[at], f"{sizes[at]:,}") for name, at in zip(names, ordered, strict=True)])


def _scale(flow: Flow, wall: WallValues) -> float:
    left, top, right, bottom = bounds(wall)
    return min(flow.width / (right - left), _TALLEST / (bottom - top), _WIDEST_NOTE / NOTE_WIDTH)


def _draw(surface: Surface, wall: WallValues, x: float, y: float, scale: float) -> None:
    for frame in wall.frames:
        left, top, width, tall = frame.rect
        above = _above(scale)
        box = Box(x + left * scale, y + top * scale - above, width * scale, tall * scale + above)
        with surface.pen.path(stroke=RULE, width=0.25) as path:
            path.rounded(box, 1.0)
    for note in wall.notes:
        left, top = x + note.place[0] * scale, y + note.place[1] * scale
        box = Box(left, top, NOTE_WIDTH * scale, NOTE_HEIGHT * scale)
        with surface.pen.path(fill=TINTS[note.colour - 1], stroke=EDGE, width=0.15) as path:
            path.rectangle(box.x, box.y, box.width, box.height)
        photo = photograph(note.picture) if note.picture else None
        if photo:
            surface.show(photo, photo.within(box))
        _draw_lines(surface, note.words.text, box)


def _draw_names(surface: Surface, wall: WallValues, x: float, y: float, scale: float) -> None:
    for frame in wall.frames:
        left, top, width, _ = frame.rect
        style = surface.edition.heavy(_NAME)
        name = fit(frame.name, style, max(width * scale - 2.0, 8.0), style.size * 1.35 / MM, surface.edition).block
        surface.place(name, x + left * scale + 1.0, y + top * scale - _above(scale) + 0.3)


def _draw_numbers(surface: Surface, frames: Sequence[WallFrame], x: float, y: float, scale: float) -> None:
    """From 1, each on a white ground in the corner of its group; on the notes, whose words are only strokes here."""
    for number, frame in enumerate(frames, 1):
        left, top, _, _ = frame.rect
        block = snug(lay_out(str(number), surface.edition.heavy(_NAME), _NUMBER * MM, surface.fonts))
        ground = Box(x + left * scale, y + top * scale - _above(scale), block.width / MM + 2 * _PAD, height(block))
        with surface.pen.path(fill=(1.0, 1.0, 1.0), stroke=EDGE, width=0.25) as path:
            path.rounded(ground, 1.0)
        surface.place(block, ground.x + _PAD, ground.y)


def _above(scale: float) -> float:
    """How much higher a frame is than on the wall, so that its name can be read."""
    return max(0.0, _NAMED - FRAME_HEAD * scale)


def _draw_lines(surface: Surface, text: str, box: Box) -> None:
    """Strokes in place of words too small to read: so many as there are words, in three lines at most."""
    words = min(12, len(text.split()))
    with surface.pen.path(stroke=EDGE, width=max(0.2, box.height * 0.03)) as path:
        for line in range(-(-words // 4)):
            many = min(4, words - 4 * line)
            y = box.y + box.height * (0.28 + 0.2 * line)
            path.line(box.x + box.width * 0.12, y, box.x + box.width * (0.12 + 0.19 * many), y)
