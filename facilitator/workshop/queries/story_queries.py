"""Reads the stories that may be handed out: those their teller has heard read back and lets us repeat."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.domain.discovery import Story
from facilitator.domain.errors import NothingToPrint
from facilitator.domain.may_be_shown import WordsOfStory, may_be_shown
from facilitator.domain.programme import Programme
from facilitator.domain.schema import table_of
from facilitator.workshop.queries.room_values import StoryHandout, StoryValues

if TYPE_CHECKING:
    from facilitator.workshop.reader import Reader

_story = table_of(Story)


def story_values(reader: Reader, printed: str) -> StoryValues:
    """The stories to hand out. Raises NothingToPrint when there is none, or none that may be repeated."""
    every = [story for story in reader.find(Story, order_by=(_story.c.position,)) if story.body.strip()]
    if not every:
        raise NothingToPrint("There is no story in this workshop yet, so there is nothing to hand out.")
    told = [one for one in every if may_be_shown(WordsOfStory(one.approved, one.may_quote), "room-print")]
    if not told:
        raise NothingToPrint(
            "No story may be handed out yet: its teller has to hear it read back, and to say that it may be repeated."
        )
    return StoryValues(reader.find(Programme)[0].title, tuple(map(_handout, told)), printed)


def _handout(story: Story) -> StoryHandout:
    return StoryHandout(
        title=story.title.strip(),
        teller=story.teller.strip(),
        body=story.body.strip(),
        language=story.language,
        translation=story.translation.strip(),
        translation_language=story.translation_language,
        source=story.source.strip(),
    )
