"""What undo and redo would do next on this device, read from the log."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field

import sqlalchemy as sa

from facilitator.domain.change import GroupId, Step
from facilitator.store.codec import decode_details
from facilitator.store.log_tables import change_group, change_session


@dataclass(slots=True)
class Stacks:
    """What undo and redo would do next on this device: its groups in order, each undo taking its target off one pile
    and onto the other.
    """

    undo: deque[Step] = field(default_factory=deque[Step])
    redo: deque[Step] = field(default_factory=deque[Step])

    def push(self, step: Step, undoes: GroupId | None, *, final: bool) -> None:
        """A group was stored."""
        if final:
            self.redo.clear()
        elif self.undo and undoes == self.undo[-1].group:
            self.undo.pop()
            self.redo.append(step)
        elif self.redo and undoes == self.redo[-1].group:
            self.redo.pop()
            self.undo.append(step)
        else:
            self.undo.append(step)
            self.redo.clear()


def load_stacks(connection: sa.Connection, device: str) -> Stacks:
    """The piles as this device left them, also after a restart."""
    target, target_session = change_group.alias("target"), change_session.alias("target_session")
    query = (
        sa.select(
            change_session.c.sid,
            change_group.c.n,
            change_group.c.code,
            change_group.c.details,
            change_group.c.final,
            target_session.c.sid,
            target.c.n,
        )
        .join(change_session, change_session.c.id == change_group.c.session)
        .outerjoin(target, target.c.id == change_group.c.undoes)
        .outerjoin(target_session, target_session.c.id == target.c.session)
        .where(change_session.c.device == device)
        .order_by(change_group.c.hlc, change_session.c.sid, change_group.c.n)
    )
    stacks = Stacks()
    for sid, n, code, details, final, target_sid, target_n in connection.execute(query):
        undoes = None if target_sid is None else GroupId(target_sid, target_n)
        stacks.push(Step(GroupId(sid, n), code, decode_details(details)), undoes, final=bool(final))
    elsewhere = _taken_back_elsewhere(connection, device)
    if elsewhere:
        stacks.undo = deque(step for step in stacks.undo if step.group not in elsewhere)
    return stacks


def _taken_back_elsewhere(connection: sa.Connection, device: str) -> set[GroupId]:
    """The groups that somebody took back on another device, and that were not done again since."""
    query = (
        sa.select(change_group.c.id, change_group.c.undoes, change_session.c.device)
        .join(change_session, change_session.c.id == change_group.c.session)
        .where(change_group.c.undoes.is_not(None))
        .order_by(change_group.c.hlc.desc(), change_session.c.sid.desc(), change_group.c.n.desc())
    )
    taken_back: dict[int, str] = {}
    for key, undoes, by in connection.execute(query):
        if key not in taken_back:
            taken_back.setdefault(undoes, by)
    keys = [key for key, by in taken_back.items() if by != device]
    named = (
        sa.select(change_session.c.sid, change_group.c.n)
        .join(change_session, change_session.c.id == change_group.c.session)
        .where(change_group.c.id.in_(keys))
    )
    return {GroupId(sid, n) for sid, n in connection.execute(named)} if keys else set()
