"""Which papers a session needs, by what is planned in it, and how many of those that everybody or every table gets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.workshop.documents import Document
from facilitator.workshop.giving_out import enough
from facilitator.workshop.queries.consent_queries import consent_values
from facilitator.workshop.queries.plan import plan
from facilitator.workshop.queries.room_queries import has_tables, tables_of

if TYPE_CHECKING:
    from facilitator.workshop.queries.sessions import SessionItem
    from facilitator.workshop.reader import Reader

ALWAYS = (Document.RUNNING_ORDER, Document.SIGN_IN, Document.BADGES)
"""What every session needs, planned or not."""

ONCE_PLANNED = (Document.POCKET_ORDER, Document.EVALUATION, Document.EXPENSES, Document.PARKING)
"""What every session with a plan needs."""

WHERE_PLANNED = {
    "welcome": (Document.WELCOME,),
    "relationships": (Document.RELATIONSHIP_FORM,),
    "stories": (Document.STORIES,),
    "brainstorm": (Document.STICKY_SHEETS,),
    "prototype": (Document.GRIDS,),
}
"""What a kind of block needs."""

PEOPLE_A_SET = 3
"""How many people share one set of the stories: a set for each would be a ream, and is read once."""


def session_needs(reader: Reader, session: SessionItem) -> frozenset[Document]:
    """What the plan of a session asks for, whether or not there is something to say yet. Ballots and feedback forms
    are told by `session_papers`.

    The agreement hangs from the first session on. Consent cards are for those who were not asked about everything.
    """
    planned = plan(reader, session.id)
    blocks = planned.blocks if planned else ()
    needed = {*ALWAYS, *(document for block in blocks for document in WHERE_PLANNED.get(block.kind, ()))}
    if blocks:
        needed.update(ONCE_PLANNED)
    if has_tables(reader, session):
        needed.add(Document.TABLE_SIGNS)
    if any(block.prompt.strip() for block in blocks):
        needed.add(Document.PROMPT_CARDS)
    if any(block.poll_id for block in blocks):
        needed.add(Document.OPTION_KEY)
    if blocks and session.number == 1:
        needed.add(Document.AGREEMENT)
    if consent_values(reader, "", only_unasked=True).cards:
        needed.add(Document.CONSENT)
    return frozenset(needed)


def times(reader: Reader, document: Document, session: SessionItem | None, copies: int | None = None) -> int:
    """How often a document is printed, where its values do not say by themselves how many there are of it; `copies` is
    for how many people, else for all that are expected.
    """
    match document:
        case Document.EVALUATION:
            return copies or enough(reader)
        case Document.STORIES:
            return -(-(copies or enough(reader)) // PEOPLE_A_SET)
        case Document.STICKY_SHEETS | Document.GRIDS:
            return tables_of(reader, session)
        case _:
            return 1
