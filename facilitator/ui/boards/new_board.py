"""A new board: stored behind the others with its question."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from facilitator.domain.gestures.board import add_board

if TYPE_CHECKING:
    from collections.abc import Callable

    from facilitator.domain.change import Effects
    from facilitator.ui.store_thread import Failed, StoreThread
    from facilitator.workshop.workshop import Workshop


def begin(store: StoreThread, question: str, begun: Callable[[uuid.UUID], None], failed: Failed) -> None:
    """Ask a question on a board of its own; `begun` gets its id once it is safe."""
    from facilitator.workshop.queries.board import next_board_position

    board_id = uuid.uuid4()

    def add(workshop: Workshop) -> Effects:
        position = workshop.read(next_board_position)
        return workshop.apply(add_board(question, position=position, board_id=board_id))

    store.change(add, lambda _effects: begun(board_id), failed)
