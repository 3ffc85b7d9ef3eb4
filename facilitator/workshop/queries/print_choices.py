"""What there is to choose from before printing: sessions, votes, versions of ideas, and for how many people."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitator.domain.prototypes import Prototype
from facilitator.domain.schema import table_of
from facilitator.workshop.documents import Document
from facilitator.workshop.giving_out import enough
from facilitator.workshop.queries.organiser_queries import expected
from facilitator.workshop.queries.print_queries import feedback_form_values
from facilitator.workshop.queries.session_needs import session_needs
from facilitator.workshop.queries.session_papers import going_on, session_papers
from facilitator.workshop.queries.sessions import next_up, sessions
from facilitator.workshop.queries.voting import polls

if TYPE_CHECKING:
    import uuid

    from facilitator.workshop.queries.session_papers import SessionPapers
    from facilitator.workshop.queries.sessions import SessionItem
    from facilitator.workshop.reader import Reader


@dataclass(frozen=True, slots=True)
class PaperOf:
    """A vote that has ballots, or a version that has feedback forms; `version` is 0 for a vote, and both `words` and
    `version` say nothing for forms without a name.
    """

    id: uuid.UUID
    words: str
    version: int = 0


@dataclass(frozen=True, slots=True)
class PrintChoices:
    """`session` is the one that is meant, None when there is none at all. `polls` are not closed; `all_closed` says
    that there are votes, but none of those. `session_polls` and `session_versions` are what the session needs, and
    `needed` all documents that it needs (with the list of them), whether or not there is something to say.
    """

    sessions: tuple[SessionItem, ...]
    session: SessionItem | None
    people: int
    copies: int
    polls: tuple[PaperOf, ...]
    all_closed: bool
    session_polls: tuple[uuid.UUID, ...]
    versions: tuple[PaperOf, ...]
    session_versions: frozenset[uuid.UUID]
    needed: frozenset[Document]


def print_choices(reader: Reader, session_id: uuid.UUID | None, today: str) -> PrintChoices:
    """The choices for a session, or for the next one from `today` (YYYY-MM-DD) on when that one is not there."""
    every = sessions(reader)
    session = next((one for one in every if one.id == session_id), None) or (next_up(every, today) if every else None)
    papers = session_papers(reader, session.id) if session else None
    asked = polls(reader)
    of_use = tuple(PaperOf(poll.id, poll.question) for poll in asked if poll.state != "closed")
    needed = tuple(papers.ballots) if papers else ()
    return PrintChoices(
        sessions=tuple(every),
        session=session,
        people=expected(reader),
        copies=enough(reader),
        polls=of_use,
        all_closed=bool(asked and not of_use),
        session_polls=needed or tuple(poll.id for poll in of_use[:1]),
        versions=_versions(reader),
        session_versions=(papers.forms if papers else frozenset()) or going_on(reader),
        needed=_needed(reader, session, papers),
    )


def _needed(reader: Reader, session: SessionItem | None, papers: SessionPapers | None) -> frozenset[Document]:
    """Without a session, what needs none."""
    if session is None or papers is None:
        return frozenset({Document.PACK, Document.BADGES, Document.BALLOTS})
    votes = {Document.BALLOTS} if papers.ballots else set[Document]()
    tries_out = {Document.FEEDBACK_FORMS} if papers.forms else set[Document]()
    return frozenset({Document.PACK, *session_needs(reader, session), *votes, *tries_out})


def _versions(reader: Reader) -> tuple[PaperOf, ...]:
    known = {one.id: one.version for one in reader.find(Prototype, order_by=(table_of(Prototype).c.version,))}
    forms = feedback_form_values(reader, (), b"")
    return tuple(PaperOf(form.form_id, form.name, known.get(form.form_id, 0)) for form in forms)
