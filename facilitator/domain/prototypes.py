"""The prototypes room: ideas for a service, what was built to try them, what people said, and what was decided."""

from __future__ import annotations

import uuid

from facilitator.domain import row
from facilitator.domain.row import Row


class Idea(Row, table=True):
    """A service concept: for whom, what need it meets, who delivers it."""

    name: str = row.text(300)
    who_for: str = row.text(2_000)
    need: str = row.text(2_000)
    who_delivers: str = row.text(2_000)
    board_id: uuid.UUID | None = row.points_to("board")
    theme_id: uuid.UUID | None = row.points_to("theme")
    option_id: uuid.UUID | None = row.points_to("option")
    position: float = row.number()


class IdeaNote(Row, table=True):
    """That an idea grew from a note."""

    __tablename__ = "idea_note"  # pyright: ignore[reportAssignmentType]

    idea_id: uuid.UUID = row.part_of("idea")
    note_id: uuid.UUID = row.part_of("note")


class Prototype(Row, table=True):
    """One iteration of an idea, numbered from 1. `to_learn` holds the questions we want answered, a line each."""

    idea_id: uuid.UUID = row.part_of("idea")
    version: int = row.whole(1, 1, 1_000)
    name: str = row.text(300)
    form: str = row.choice("paper-mock-up", "role-play", "storyboard", "trial")
    description: str = row.text(20_000)
    to_learn: str = row.text(5_000)


class Trial(Row, table=True):
    """A try-out of a prototype with people who would use it or deliver it."""

    prototype_id: uuid.UUID = row.part_of("prototype")
    session_id: uuid.UUID | None = row.points_to("session")
    place: str = row.text(300)
    date: str = row.date()
    used_by: int = row.whole(0, 0, 100_000)
    delivered_by: int = row.whole(0, 0, 100_000)


class Feedback(Row, table=True):
    """One thing somebody said about a prototype, or a rating from 1 (sad) to 4 (glad), 0 for none."""

    prototype_id: uuid.UUID = row.part_of("prototype")
    trial_id: uuid.UUID | None = row.points_to("trial")
    kind: str = row.choice("worked", "change", "question", "idea", "rating")
    text: str = row.text(20_000)
    language: str = row.text(35)
    translation: str = row.text(20_000)
    rating: int = row.whole(0, 0, 4)
    perspective: str = row.choice("", "would-use", "would-help-run", "both")
    form_number: int = row.whole(0, 0, 1_000_000)
    withheld: bool = row.yes_no()
    position: float = row.number()


class Decision(Row, table=True):
    """What was decided and why, and who does what by when."""

    what: str = row.text(2_000)
    outcome: str = row.choice("change", "keep", "drop", "refuse")
    reason: str = row.text(5_000)
    who: str = row.text(300)
    by_when: str = row.date()
    idea_id: uuid.UUID | None = row.points_to("idea")
    prototype_id: uuid.UUID | None = row.points_to("prototype")
    position: float = row.number()
