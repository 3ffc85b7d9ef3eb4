"""A small programme made by Changes: two sessions, people, a vote, a prototype, notes and decisions."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from facilitator.domain.change import Change, Insert, Value

if TYPE_CHECKING:
    from facilitator.workshop.workshop import Workshop

TODAY = "2027-01-01"
NOW = "2027-01-13T20:41"
KEY = b"secret"


@dataclass
class Made:
    """A workshop being made, and the ids of what is in it by name."""

    workshop: Workshop
    ids: dict[str, uuid.UUID] = field(default_factory=dict[str, uuid.UUID])

    def add(self, table: str, called: str = "", /, **values: Value) -> uuid.UUID:
        row = uuid.uuid4()
        self.workshop.apply(Change("test-add", (Insert(table, row, values),)))
        if called:
            self.ids[called] = row
        return row

    def session(self, name: str = "meeting", *, title: str = "Choose", date: str = "2027-01-14") -> uuid.UUID:
        return self.add("session", name, title=title, date=date, starts_at="10:00", purpose="Choose one idea.")

    def block(self, title: str, session: str = "meeting", **values: Value) -> uuid.UUID:
        position = float(len(self.ids))
        return self.add("activity", title, session_id=self.ids[session], title=title, position=position, **values)

    def person(self, name: str, **values: Value) -> uuid.UUID:
        return self.add("participant", name, display_name=name, **values)

    def consent(self, name: str, use: str, answer: str, **values: Value) -> None:
        self.add("consent", participant_id=self.ids[name], use=use, answer=answer, **values)

    def poll(self, name: str = "vote", **values: Value) -> uuid.UUID:
        poll = self.add("poll", name, question=f"Which {name}?", method="dots", **values)
        self.add("option", f"{name}: wall", poll_id=poll, place=1, text="One shared wall")
        self.add("option", f"{name}: sack", poll_id=poll, place=2, text="Sack them all", hidden=True)
        return poll
