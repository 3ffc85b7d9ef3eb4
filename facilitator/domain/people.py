"""The people room: who is invited, who came, what each agreed to, who knows whom, and who sits where."""

from __future__ import annotations

import uuid

from facilitator.domain import row
from facilitator.domain.row import Row


class Participant(Row, table=True):
    """A person in the room. `display_name` is what goes on a badge; a first name is enough."""

    display_name: str = row.text(200)
    kind: str = row.choice("participant", "supporter")
    supporter_role: str = row.choice("", "interpreter", "carer", "creche-worker", "observer", "facilitator")
    stakeholder_group: str = row.choice("", "resident", "community-organisation", "public-service", "elected-member")
    organisation: str = row.text(300)
    languages: str = row.languages()
    access_needs: str = row.text(2_000)
    strengths: str = row.text(2_000)
    walk_in: bool = row.yes_no()


class Attendance(Row, table=True):
    """That a person arrived at a session."""

    session_id: uuid.UUID = row.part_of("session")
    participant_id: uuid.UUID = row.part_of("participant")
    arrived: bool = row.yes_no(True)


class Consent(Row, table=True):
    """One answer to one question of consent. No row at all means "not asked", which is not "no"."""

    participant_id: uuid.UUID = row.part_of("participant")
    use: str = row.choice("notes", "quotes", "photos", "contact", "relationship-map")
    answer: str = row.choice("no", "yes")
    wording: str = row.text(5_000)
    asked_on: str = row.date()
    how: str = row.choice("", "signed", "spoken", "by-interpreter", "by-guardian")
    withdrawn_on: str = row.date()


class Connection(Row, table=True):
    """Two people who know or work with each other, as told in one round of the relationship map."""

    from_id: uuid.UUID = row.part_of("participant")
    to_id: uuid.UUID = row.part_of("participant")
    kind: str = row.choice("knows", "works-with")
    round: int = row.whole(1, 1, 100)


class Table(Row, table=True):
    """A table in the room, with a name that notes can be said by instead of a person's."""

    __tablename__ = "room_table"  # pyright: ignore[reportAssignmentType]

    name: str = row.text(100)
    session_id: uuid.UUID | None = row.points_to("session")
    position: float = row.number()


class Seat(Row, table=True):
    """Who sits at which table."""

    table_id: uuid.UUID = row.part_of("room_table")
    participant_id: uuid.UUID = row.part_of("participant")
