"""How often something was done, from the log, where that has to be seen on a result."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from facilitator.store.codec import decode_details
from facilitator.store.log_tables import change_group

if TYPE_CHECKING:
    import uuid

    from facilitator.workshop.reader import Reader

_group = change_group


def times_done(reader: Reader, code: str, poll_id: uuid.UUID) -> int:
    """How often a Change of this code was made to a vote and not undone. Its details name the vote as `poll`."""
    query = sa.select(_group.c.id, _group.c.undoes, _group.c.details).where(_group.c.code == code)
    groups = [
        (group, undoes)
        for group, undoes, details in reader.rows(query.order_by(_group.c.hlc.desc(), _group.c.id.desc()))
        if decode_details(details).get("poll") == poll_id.hex
    ]
    undone: set[int] = set()
    for group, undoes in groups:
        if group not in undone and undoes is not None:
            undone.add(undoes)
    return sum(undoes is None and group not in undone for group, undoes in groups)
