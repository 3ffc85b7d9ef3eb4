"""A board as it stood, small: where its groups and notes lay, with the groups' names. The words follow in a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.domain.arrange import FRAME_HEAD, NOTE_HEIGHT, NOTE_WIDTH
from facilitator.domain.sheet import Box
from facilitator.pdf import after_words as ours
from facilitator.pdf.documents.fitted import fit
from facilitator.pdf.documents.length_bars import add_lengths
from facilitator.pdf.documents.look import RULE
from facilitator.pdf.documents.note_face import EDGE, TINTS
from facilitator.pdf.documents.wall_layout import bounds
from facilitator.pdf.pen import MM
from facilitator.pdf.photographs import photograph

if TYPE_CHECKING:
    from facilitator.pdf.documents.flow import Flow
    from facilitator.pdf.documents.surface import Surface
    from facilitator.workshop.queries.after_values import WallValues

_TALLEST = 80.0
_WIDEST_NOTE = 24.0
_NAME, _NAMED = 9.0, 4.8


def wall_height(flow: Flow, wall: WallValues) -> float:
    """How tall the picture comes out, in millimetres."""
    _, top, _, bottom = bounds(wall)
    return (bottom - top) * _scale(flow, wall)


def add_wall(flow: Flow, wall: WallValues) -> None:
    """The picture, and how large each group is."""
    left, top, _, _ = bounds(wall)
    scale, tall = _scale(flow, wall), wall_height(flow, wall)
    alt = ours.wall_in_words(flow.said, wall)
    flow.figure(
        tall, lambda surface, y: _draw(surface, wall, flow.left - left * scale, y - top * scale, scale), alt=alt
    )
    flow.space(4.0)
    sizes = [sum(note.theme == at for note in wall.notes) for at in range(len(wall.frames))]
    if len(sizes) > 1:
        ordered = sorted(range(len(sizes)), key=lambda at: -sizes[at])
        add_lengths(flow, [(wall.frames[at].name.strip(), sizes[at], f"{sizes[at]:,}") for at in ordered])


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
    for frame in wall.frames:
        left, top, width, _ = frame.rect
        style = surface.edition.heavy(_NAME)
        name = fit(frame.name, style, max(width * scale - 2.0, 8.0), style.size * 1.35 / MM, surface.edition).block
        surface.place(name, x + left * scale + 1.0, y + top * scale - _above(scale) + 0.3)


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
