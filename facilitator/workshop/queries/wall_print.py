"""Reads boards for paper, as they stood on the wall: one to a sheet, or one as a poster."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.domain.arrange import frame_around
from facilitator.domain.errors import NotFound, NothingToPrint
from facilitator.domain.programme import Programme
from facilitator.workshop.queries.after_values import PosterValues, Said, WallFrame, WallNote, WallValues
from facilitator.workshop.queries.board import boards, outline
from facilitator.workshop.queries.print_values import ALL_FACE_DOWN
from facilitator.workshop.queries.rounds import unseen
from facilitator.workshop.queries.voting import dots_on_notes
from facilitator.workshop.queries.wall import places_on

if TYPE_CHECKING:
    import uuid
    from collections.abc import Collection, Iterator

    from facilitator.workshop.queries.board import NoteLine, Outline
    from facilitator.workshop.reader import Reader


def wall_values(reader: Reader, printed: str, board_ids: Collection[uuid.UUID] | None = None) -> list[WallValues]:
    """Every board with notes, or of some boards only. Raises NothingToPrint when no note may be shown."""
    found = [wall for wall in _walls(reader, printed, board_ids) if wall.notes or wall.face_down]
    if not any(wall.notes for wall in found):
        if found:
            raise NothingToPrint(ALL_FACE_DOWN)
        raise NothingToPrint("There is no board with notes to print yet. Write a note on a board first.")
    return found


def wall_of(reader: Reader, board_id: uuid.UUID, printed: str = "") -> WallValues:
    """One board as it stood, with the notes that may be shown."""
    return _wall(reader, board_id, reader.find(Programme)[0].title, printed)


def poster_values(
    reader: Reader, printed: str, board_ids: Collection[uuid.UUID] | None = None, *, question_only: bool = False
) -> list[PosterValues]:
    """Boards as posters: the fullest one unless some are named. Raises NothingToPrint when there is no question."""
    walls = [wall for wall in _walls(reader, printed, board_ids) if wall.notes or wall.question.strip()]
    if not walls:
        raise NothingToPrint("There is no board to make a poster of yet. Write a question for one first.")
    chosen = walls if board_ids is not None else [max(walls, key=lambda wall: len(wall.notes))]
    return [PosterValues(_bare(wall) if question_only else wall) for wall in chosen]


def _walls(reader: Reader, printed: str, board_ids: Collection[uuid.UUID] | None) -> Iterator[WallValues]:
    programme = reader.find(Programme)[0].title
    for item in boards(reader):
        if board_ids is None or item.id in board_ids:
            yield _wall(reader, item.id, programme, printed)


def _wall(reader: Reader, board_id: uuid.UUID, programme: str, printed: str) -> WallValues:
    board = outline(reader, board_id)
    if board is None:
        raise NotFound("That board is not in this workshop any more.")
    places, dots = places_on(board), dots_on_notes(reader, board_id)
    groups = [(theme, [note for note in theme.notes if may_leave(reader, note)]) for theme in board.themes]
    framed = [(theme.name, notes) for theme, notes in groups if theme.id and notes]
    loose = [note for theme, notes in groups if theme.id is None for note in notes]
    notes = [(note, at) for at, (_, grouped) in enumerate(framed) for note in grouped] + [(note, -1) for note in loose]
    return WallValues(
        programme=programme,
        question=board.question,
        source=board.source,
        meanings=_meanings(board, {note.colour for note, _ in notes}),
        frames=tuple(WallFrame(name, frame_around(places[note.id] for note in grouped)) for name, grouped in framed),
        notes=tuple(
            WallNote(
                place=places[note.id],
                words=Said(note.text, note.language, note.translation),
                colour=note.colour,
                theme=at,
                dots=dots.get(note.id, 0),
                parked=note.parked,
                picture=picture_of(reader, note),
            )
            for note, at in notes
        ),
        printed=printed,
        face_down=unseen(reader, board_id),
    )


def may_leave(reader: Reader, note: NoteLine) -> bool:
    """Whether a note may leave the facilitator's screen, and has words or a photograph to print."""
    return not note.withheld and bool(note.text.strip() or picture_of(reader, note))


def picture_of(reader: Reader, note: NoteLine) -> bytes:
    """The photograph of a note whose words nobody has typed yet; empty where there are words, or no photograph."""
    if note.text.strip() or not note.photo:
        return b""
    found = reader.once(("picture", note.photo), lambda: reader.picture(note.photo))
    return found.data if found else b""


def _meanings(board: Outline, used: set[int]) -> tuple[str, ...]:
    """What the colours mean that are on the sheet."""
    return tuple(meaning if colour in used else "" for colour, meaning in enumerate(board.meanings, 1))


def _bare(wall: WallValues) -> WallValues:
    return WallValues(wall.programme, wall.question, wall.source, (), (), (), wall.printed)
