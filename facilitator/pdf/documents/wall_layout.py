"""Where the notes of a board stand on a sheet: just as they lay on the wall if every word can be read so, else in
columns, group by group, over as many sheets as it takes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.domain.arrange import FRAME_HEAD, FRAME_PAD, NOTE_HEIGHT, NOTE_WIDTH
from facilitator.domain.sheet import Box
from facilitator.pdf.documents.fitted import fit
from facilitator.pdf.documents.note_face import face
from facilitator.pdf.documents.surface import height
from facilitator.pdf.documents.wall_columns import in_columns
from facilitator.pdf.documents.wall_sheet import Group, Placed, Sheet, Sheets

if TYPE_CHECKING:
    from facilitator.domain.arrange import Rect
    from facilitator.pdf.edition import Edition
    from facilitator.workshop.queries.after_values import WallValues

WIDEST = 60.0
"""Millimetres: a note is never wider, however few there are."""

_LEAST = 19.0
_NAME_PAD = 1.2


def lay_out_wall(wall: WallValues, area: Box, edition: Edition) -> Sheets:
    """The sheets of a board, whose notes stand within `area` of each."""
    if not wall.notes:
        return Sheets([[]], as_it_stood=True)
    stood = on_the_wall(wall, area, edition, whole=True)
    if stood:
        return Sheets([stood], as_it_stood=True)
    return Sheets(in_columns(wall, area, edition), as_it_stood=False)


def on_the_wall(
    wall: WallValues, area: Box, edition: Edition, *, widest: float = WIDEST, whole: bool = False
) -> Sheet | None:
    """The notes where they lay, as large as the area allows; None where they would be too small to read, or one would
    have to be cut and they are wanted `whole`, as soon as that is known: long notes take long to lay out.
    """
    left, top, right, bottom = bounds(wall)
    scale = min(area.width / (right - left), area.height / (bottom - top), widest / NOTE_WIDTH)
    if NOTE_WIDTH * scale < _LEAST:
        return None
    x = area.x + (area.width - (right - left) * scale) / 2 - left * scale
    y = area.y - top * scale
    groups: dict[int, Group] = {}
    head = FRAME_HEAD * scale
    for at, frame in enumerate(wall.frames):
        box = _scaled(frame.rect, x, y, scale)
        style = edition.heavy(max(edition.smallest, head * 1.7))
        named = fit(frame.name, style, box.width - 2 * _NAME_PAD, max(head, 5.0), edition)
        if whole and named.cut:
            return None
        name = named.block
        corner = box.x + FRAME_PAD * scale, box.y + (head - height(name)) / 2
        groups[at] = Group(name, corner, box, name_cut=named.cut)
    for note in wall.notes:
        group = groups.setdefault(note.theme, Group(None, (0.0, 0.0)))
        box = Box(x + note.place[0] * scale, y + note.place[1] * scale, NOTE_WIDTH * scale, NOTE_HEIGHT * scale)
        laid_out = face(note, box.width, box.height, edition)
        if whole and laid_out.cut:
            return None
        group.notes.append(Placed(laid_out, box))
    return list(groups.values())


def bounds(wall: WallValues) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of everything on the wall, in board units."""
    rects = [frame.rect for frame in wall.frames]
    rects += [(*note.place, NOTE_WIDTH, NOTE_HEIGHT) for note in wall.notes]
    return (
        min(x for x, _, _, _ in rects),
        min(y for _, y, _, _ in rects),
        max(x + width for x, _, width, _ in rects),
        max(y + tall for _, y, _, tall in rects),
    )


def _scaled(rect: Rect, x: float, y: float, scale: float) -> Box:
    left, top, width, tall = rect
    return Box(x + left * scale, y + top * scale, width * scale, tall * scale)
