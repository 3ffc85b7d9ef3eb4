"""How much of everything a workshop holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from facilitator.domain import board, discovery, people, programme, prototypes, voting
from facilitator.store.log_tables import change_group
from facilitator.workshop.queries.conflicts import conflicts

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
    found["conflicts"] = len(conflicts(reader))
    return found
