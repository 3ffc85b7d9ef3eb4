"""The discovery room: stories from research, the quotes marked in them, and the insights that rest on those quotes."""

from __future__ import annotations

import uuid

from facilitator.domain import row
from facilitator.domain.row import Row


class Story(Row, table=True):
    """An ethnographic account. `teller` is a pseudonym, never the name."""

    title: str = row.text(300)
    teller: str = row.text(200)
    body: str = row.text(200_000)
    language: str = row.text(35)
    translation: str = row.text(200_000)
    translation_language: str = row.text(35)
    approved: bool = row.yes_no()
    may_quote: bool = row.yes_no()
    source: str = row.text(2_000)
    position: float = row.number()


class Quote(Row, table=True):
    """A marked span of a story: character offsets into its body (start included, end not) and the words as they
    stood.
    """

    story_id: uuid.UUID = row.part_of("story")
    start: int = row.whole(0, 0)
    end: int = row.whole(0, 0)
    text: str = row.text(20_000)


class Insight(Row, table=True):
    """A statement of what the stories tell us."""

    statement: str = row.text(2_000)
    position: float = row.number()


class InsightQuote(Row, table=True):
    """That an insight rests on a quote."""

    __tablename__ = "insight_quote"  # pyright: ignore[reportAssignmentType]

    insight_id: uuid.UUID = row.part_of("insight")
    quote_id: uuid.UUID = row.part_of("quote")
