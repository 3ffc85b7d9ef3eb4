"""Gestures with what was found out: writing down a story, marking quotes in it, and saying what the quotes tell us."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from facilitator.domain.change import Change, Insert

if TYPE_CHECKING:
    from collections.abc import Iterable


def add_story(
    title: str,
    body: str,
    *,
    teller: str = "",
    language: str = "",
    translation: str = "",
    translation_language: str = "",
    approved: bool = False,
    may_quote: bool = False,
    source: str = "",
    position: float = 0.0,
    story_id: uuid.UUID | None = None,
) -> Change:
    """Write down a story. `teller` is a name that is not theirs; `approved` when they have heard it read back."""
    values = {
        "title": title,
        "body": body,
        "teller": teller,
        "language": language,
        "translation": translation,
        "translation_language": translation_language,
        "approved": approved,
        "may_quote": may_quote,
        "source": source,
        "position": position,
    }
    return Change("story-add", (Insert("story", story_id or uuid.uuid4(), values),))


def mark_quote(story_id: uuid.UUID, body: str, start: int, end: int, *, quote_id: uuid.UUID | None = None) -> Change:
    """Mark a span of a story, by characters of its body: start included, end not."""
    values = {"story_id": story_id, "start": start, "end": end, "text": body[start:end]}
    return Change("quote-mark", (Insert("quote", quote_id or uuid.uuid4(), values),))


def add_insight(
    statement: str, quote_ids: Iterable[uuid.UUID] = (), *, position: float = 0.0, insight_id: uuid.UUID | None = None
) -> Change:
    """Say what stories tell us, resting on these quotes."""
    insight_id = insight_id or uuid.uuid4()
    ties = tuple(
        Insert("insight_quote", uuid.uuid4(), {"insight_id": insight_id, "quote_id": quote_id})
        for quote_id in quote_ids
    )
    insight = Insert("insight", insight_id, {"statement": statement, "position": position})
    return Change("insight-add", (insight, *ties), {"quotes": len(ties)})
