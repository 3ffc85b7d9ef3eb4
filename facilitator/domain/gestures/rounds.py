"""Gestures of a private round: everybody writes for themselves first, then all is shown at once, in no order, so that
nobody follows the loudest.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.domain.change import Change, Edit, Set

if TYPE_CHECKING:
    import uuid
    from collections.abc import Mapping

    from facilitator.domain.change import Value


def begin_round(board_id: uuid.UUID) -> Change:
    """New notes on this board lie face down from now on."""
    return Change("round-begin", (Set("board", board_id, {"private_round": True}),))


def reveal(board_id: uuid.UUID, shuffled: Mapping[uuid.UUID, Mapping[str, Value]]) -> Change:
    """Turn all notes that lie face down at once, each with its new place in the order and on the wall."""
    shown: list[Edit] = [Set("note", one, {"face_down": False, **values}) for one, values in shuffled.items()]
    return Change("round-reveal", (Set("board", board_id, {"private_round": False}), *shown), {"notes": len(shown)})
