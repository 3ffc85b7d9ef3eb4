"""What is done to the plan: each gesture of the window as one Change, made from the plan as it is stored by then."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from facilitator.domain.gestures import programme as gestures

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from facilitator.domain.block_entry import BlockEntry
    from facilitator.domain.change import Change, Effects, Value
    from facilitator.ui.plan.list import PlanView
    from facilitator.ui.store_thread import StoreThread
    from facilitator.workshop.reader import Reader


class PlanDeeds:
    """Writes for the station. `to_choose` is the block to choose once it is read."""

    def __init__(self, store: StoreThread, view: PlanView) -> None:
        self._store, self._list = store, view
        self.to_choose: uuid.UUID | None = None

    def chosen(self) -> None:
        """Choose what was asked for, as soon as it is there."""
        if self.to_choose and self._list.choose(self.to_choose):
            self.to_choose = None

    def add(
        self,
        session: uuid.UUID,
        entries: Sequence[BlockEntry],
        *,
        below: bool,
        failed: Callable[[Exception], None],
    ) -> None:
        """Add blocks at the end, or one below the chosen one."""
        from facilitator.workshop.queries.replanning import adding

        chosen = self._list.block()
        ids = [uuid.uuid4() for _ in entries]
        under = chosen.id if below and chosen else None
        self.to_choose = ids[0] if under else None
        self._write(lambda reader: adding(reader, session, entries, ids, below=under), None, failed)
        if under is None:  # behind the reading that the Change brings about
            self._store.submit(lambda _workshop: None, lambda _nothing: self._show_last())

    def lengthen(self, block: uuid.UUID, by: int) -> None:
        """Make a block longer by some minutes."""
        from facilitator.workshop.queries.replanning import lengthening

        self._write(lambda reader: lengthening(reader, block, by))

    def move_chosen(self, by: int) -> None:
        """Move the chosen block some places down, or up when negative."""
        block = self._list.block()
        if block and not self._list.is_dragging():
            self.move(block.id, by)

    def move(self, block: uuid.UUID, by: int) -> None:
        """Move a block; where it cannot be stored, it goes back to where it was."""
        from facilitator.workshop.queries.replanning import moving

        self.to_choose = block
        self._write(lambda reader: moving(reader, block, by), None, lambda _error: self._list.plan.put_back(block))

    def copy_chosen(self) -> None:
        """The chosen block once more, below it."""
        if block := self._list.block():
            self.copy(block.id)

    def copy(self, block: uuid.UUID) -> None:
        """A block once more, below it."""
        from facilitator.workshop.queries.replanning import copying

        self.to_choose = copy = uuid.uuid4()
        self._write(lambda reader: copying(reader, block, copy))

    def remove_chosen(self) -> None:
        """Take the chosen block off the plan."""
        if block := self._list.block():
            self.remove(block.id)

    def remove(self, block: uuid.UUID) -> None:
        """Take a block off the plan; the hands go on in the list."""
        self._apply(gestures.remove_activity(block))
        self._list.setFocus()

    def edit_block(self, block: uuid.UUID, values: Mapping[str, Value], failed: Callable[[], None]) -> None:
        """Put other values in some cells of a block."""
        self._apply(gestures.edit_activity(block, **values), lambda _error: failed())

    def edit_session(self, session: uuid.UUID, values: Mapping[str, Value], failed: Callable[[], None]) -> None:
        """Put other values in some cells of a session."""
        self._apply(gestures.edit_session(session, **values), lambda _error: failed())

    def begin(self, session: uuid.UUID, cells: Mapping[str, str], done: Callable[[], None]) -> None:
        """Add a session after all others."""
        from facilitator.workshop.queries.plan import next_session_position

        self._write(
            lambda reader: gestures.add_session(**cells, position=next_session_position(reader), session_id=session),
            lambda _effects: done(),
        )

    def repeat(self, session: uuid.UUID, again: uuid.UUID, done: Callable[[], None]) -> None:
        """Plan a session once more, a week later."""
        from facilitator.workshop.queries.replanning import repeating

        self._write(lambda reader: repeating(reader, session, again), lambda _effects: done())

    def remove_session(self, session: uuid.UUID) -> None:
        """Take a session off the plan, with what hangs on it."""
        from facilitator.workshop.queries.hanging import hanging_on

        self._write(lambda reader: gestures.remove_session(session, hanging_on(reader, "session", session)))

    def _show_last(self) -> None:
        self._store.submit(lambda _workshop: None, lambda _nothing: self._list.scrollToBottom())

    def _apply(self, change: Change, failed: Callable[[Exception], None] | None = None) -> None:
        self._store.change(lambda workshop: workshop.apply(change), None, failed)

    def _write(
        self,
        make: Callable[[Reader], Change],
        done: Callable[[Effects], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        self._store.change(lambda workshop: workshop.apply(workshop.read(make)), done, failed)
