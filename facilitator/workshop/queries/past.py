"""What a board looked like at a moment of the past, read from the log. For the facilitator's own screen."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitator.domain.may_be_shown import WordsOfNote, may_be_shown
from facilitator.store.replay import states_at

if TYPE_CHECKING:
    from facilitator.domain.change import GroupId
    from facilitator.store.replay import RowState
    from facilitator.workshop.reader import Reader

NO_THEME = ""


@dataclass(frozen=True, slots=True)
class PastNote:
    """A note as it stood. `withheld` or face down notes are among them, because only the facilitator looks."""

    id: uuid.UUID
    text: str
    language: str
    translation: str
    colour: int
    withheld: bool
    parked: bool


@dataclass(frozen=True, slots=True)
class PastBoard:
    """A board as it stood: its question, and its notes by theme in their order; those in no theme stand under ""."""

    id: uuid.UUID
    question: str
    themes: tuple[tuple[str, tuple[PastNote, ...]], ...]


def boards_at(reader: Reader, group: GroupId) -> tuple[PastBoard, ...]:
    """Every board as it stood once this group was stored. What was removed for good since is not among the notes."""
    if not may_be_shown(WordsOfNote(withheld=True), "screen"):
        return ()
    states = [state for state in states_at(reader.connection, ("board", "theme", "note"), group) if _stood(state)]
    boards = sorted((one for one in states if one.shape.name == "board"), key=_place)
    return tuple(_board(board, states) for board in boards)


def _stood(state: RowState) -> bool:
    return not state.deleted and not state.redacted


def _board(board: RowState, states: list[RowState]) -> PastBoard:
    mine = [one for one in states if one.values.get("board_id") == board.id]
    themes = {one.id: str(one.values["name"]) for one in sorted(mine, key=_place) if one.shape.name == "theme"}
    notes = sorted((one for one in mine if one.shape.name == "note"), key=_place)
    groups: list[tuple[uuid.UUID | None, str]] = [*themes.items(), (None, NO_THEME)]
    stood = ((name, tuple(_note(one) for one in notes if _theme(one, themes) == theme)) for theme, name in groups)
    return PastBoard(board.id, str(board.values["question"]), tuple((name, found) for name, found in stood if found))


def _theme(note: RowState, themes: dict[uuid.UUID, str]) -> uuid.UUID | None:
    theme = note.values["theme_id"]
    return theme if isinstance(theme, uuid.UUID) and theme in themes else None


def _place(state: RowState) -> tuple[float, uuid.UUID]:
    position = state.values["position"]
    return position if isinstance(position, float) else 0.0, state.id


def _note(state: RowState) -> PastNote:
    said = state.values
    return PastNote(
        id=state.id,
        text=str(said["text"]),
        language=str(said["language"]),
        translation=str(said["translation"]),
        colour=int(str(said["colour"])),
        withheld=bool(said["withheld"]) or bool(said["face_down"]),
        parked=bool(said["parked"]),
    )
