"""How much of everything a workshop holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from facilitator.domain import board, discovery, people, programme, prototypes, voting
from facilitator.store.log_tables import INSERTED, change, change_group, change_name

if TYPE_CHECKING:
    from facilitator.domain.row import Row
    from facilitator.workshop.reader import Reader

KINDS: dict[str, type[Row]] = {
    "sessions": programme.Session,
    "participants": people.Participant,
    "stories": discovery.Story,
    "quotes": discovery.Quote,
    "insights": discovery.Insight,
    "boards": board.Board,
    "notes": board.Note,
    "themes": board.Theme,
    "polls": voting.Poll,
    "ballots": voting.Ballot,
    "ideas": prototypes.Idea,
    "prototypes": prototypes.Prototype,
    "trials": prototypes.Trial,
    "feedback": prototypes.Feedback,
    "decisions": prototypes.Decision,
}


def counts(reader: Reader) -> dict[str, int]:
    """Rows by kind (withheld ones too), the Changes ever made (`changes`), and the cells with two versions
    (`conflicts`).
    """
    found = {kind: reader.count(model) for kind, model in KINDS.items()}
    found["changes"] = reader.rows(sa.select(sa.func.count()).select_from(change_group))[0][0]
    found["conflicts"] = conflicts(reader)
    return found


def conflicts(reader: Reader) -> int:
    """The cells with two versions, of which a person has to choose one."""
    return len(reader.rows(_CONFLICTS))


_later = change.alias("later")
_CONFLICTS = (
    sa.select(change.c.row, change.c.col)
    .join(change_name, change_name.c.id == change.c.col)
    .outerjoin(
        _later,
        sa.and_(
            _later.c.row == change.c.row,
            _later.c.col == change.c.col,
            sa.or_(
                sa.and_(_later.c.prev_session == change.c.session, _later.c.prev_seq == change.c.seq),
                sa.and_(_later.c.grp == change.c.grp, _later.c.seq > change.c.seq),
            ),
        ),
    )
    .where(change_name.c.name != INSERTED, _later.c.session.is_(None))
    .group_by(change.c.row, change.c.col)
    .having(sa.func.count(sa.distinct(change.c.value)) > 1)
)
"""Cells with two or more changes of different value that no later change has replaced."""
