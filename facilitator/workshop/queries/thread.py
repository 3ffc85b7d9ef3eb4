"""The thread from what people told to what was decided, and the walk along it, back and forth, from any card.

quote, insight, question, note, theme, idea, vote, prototype, feedback, decision: a card is tied to those it came from
and to those that came of it. No card is made up: what nobody tied together stays apart.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from facilitator.domain.board import Board, Note
from facilitator.domain.discovery import Insight, InsightQuote, Quote, Story
from facilitator.domain.may_be_shown import WordsOfStory, may_be_shown
from facilitator.domain.prototypes import Decision, Feedback, Idea, IdeaNote, Prototype
from facilitator.domain.schema import table_of
from facilitator.domain.voting import Option
from facilitator.workshop.queries.board import boards, outline
from facilitator.workshop.queries.voting import candidates, polls

if TYPE_CHECKING:
    import uuid
    from collections.abc import Iterable, Iterator, Mapping

    from facilitator.domain.may_be_shown import Place
    from facilitator.workshop.reader import Reader

Kind = Literal["quote", "insight", "question", "note", "theme", "idea", "vote", "prototype", "feedback", "decision"]
KINDS: tuple[Kind, ...] = (
    "quote",
    "insight",
    "question",
    "note",
    "theme",
    "idea",
    "vote",
    "prototype",
    "feedback",
    "decision",
)
"""The kinds of cards in the order of the process."""

_insight, _idea, _prototype, _feedback, _decision = map(table_of, (Insight, Idea, Prototype, Feedback, Decision))


@dataclass(frozen=True, slots=True)
class Card:
    """One thing on the thread. `about` is what it belongs to: the story of a quote, the question of a vote."""

    kind: Kind
    id: uuid.UUID
    words: str
    about: str = ""
    language: str = ""
    translation: str = ""


@dataclass(frozen=True, slots=True)
class Thread:
    """Every card, in the order of the process, and who came from whom."""

    cards: Mapping[uuid.UUID, Card]
    later: Mapping[uuid.UUID, tuple[uuid.UUID, ...]]
    earlier: Mapping[uuid.UUID, tuple[uuid.UUID, ...]]

    def came_from(self, card_id: uuid.UUID) -> tuple[Card, ...]:
        """Everything a card came from, over any number of steps, in the order of the process."""
        return self._walk(card_id, self.earlier)

    def came_of_it(self, card_id: uuid.UUID) -> tuple[Card, ...]:
        """Everything that came of a card, over any number of steps, in the order of the process."""
        return self._walk(card_id, self.later)

    def _walk(self, start: uuid.UUID, steps: Mapping[uuid.UUID, tuple[uuid.UUID, ...]]) -> tuple[Card, ...]:
        waiting, seen = [start], {start}
        while waiting:
            fresh = [one for one in steps.get(waiting.pop(), ()) if one not in seen]
            seen.update(fresh)
            waiting += fresh
        return tuple(card for card in self.cards.values() if card.id in seen and card.id != start)


def thread(reader: Reader, place: Place) -> Thread:
    """The whole thread, of what may be shown at a place."""
    return reader.once(("thread", place), lambda: _thread(reader, place))


def _thread(reader: Reader, place: Place) -> Thread:
    cards = {card.id: card for card in _cards(reader, place)}
    later: dict[uuid.UUID, list[uuid.UUID]] = {}
    earlier: dict[uuid.UUID, list[uuid.UUID]] = {}
    for one, other in _ties(reader):
        if one in cards and other in cards:
            later.setdefault(one, []).append(other)
            earlier.setdefault(other, []).append(one)
    return Thread(cards, _fixed(later), _fixed(earlier))


def _fixed(ties: Mapping[uuid.UUID, Iterable[uuid.UUID]]) -> dict[uuid.UUID, tuple[uuid.UUID, ...]]:
    return {key: tuple(dict.fromkeys(others)) for key, others in ties.items()}


def _cards(reader: Reader, place: Place) -> Iterator[Card]:
    yield from _quotes(reader, place)
    for insight in reader.find(Insight, order_by=(_insight.c.position,)):
        yield Card("insight", insight.id, insight.statement)
    walls = [found for item in boards(reader) if (found := outline(reader, item.id))]
    for wall in walls:
        yield Card("question", wall.board_id, wall.question)
    for wall in walls:
        for note in (note for theme in wall.themes for note in theme.notes):
            if note.text.strip() and (place == "screen" or not note.withheld):
                yield Card("note", note.id, note.text, wall.question, note.language, note.translation)
    for wall in walls:
        for theme in wall.themes:
            if theme.id and theme.name.strip():
                yield Card("theme", theme.id, theme.name, wall.question)
    named = {idea.id: idea.name for idea in reader.find(Idea, order_by=(_idea.c.position, _idea.c.name))}
    for idea_id, name in named.items():
        yield Card("idea", idea_id, name)
    for poll in polls(reader):
        for option in candidates(reader, poll.id):
            if place == "screen" or not option.hidden:
                yield Card("vote", option.id, option.text, poll.question)
    yield from _tried(reader, place, named)
    for decision in reader.find(Decision, order_by=(_decision.c.position, _decision.c.by_when)):
        yield Card("decision", decision.id, decision.what)


def _quotes(reader: Reader, place: Place) -> Iterator[Card]:
    """Quotes from stories whose tellers let us repeat them there, in the order of the stories."""
    story, quote = table_of(Story), table_of(Quote)
    for told in reader.find(Story, order_by=(story.c.position, story.c.title)):
        if may_be_shown(WordsOfStory(told.approved, told.may_quote), place):
            for marked in reader.find(Quote, quote.c.story_id == told.id, order_by=(quote.c.start,)):
                yield Card("quote", marked.id, marked.text, told.title, told.language)


def _tried(reader: Reader, place: Place, named: Mapping[uuid.UUID, str]) -> Iterator[Card]:
    order = (_prototype.c.idea_id, _prototype.c.version)
    built = sorted(
        reader.find(Prototype, order_by=order), key=lambda one: (list(named).index(one.idea_id), one.version)
    )
    for one in built:
        yield Card("prototype", one.id, one.name or named[one.idea_id], named[one.idea_id])
    for one in built:
        for said in reader.find(Feedback, _feedback.c.prototype_id == one.id, order_by=(_feedback.c.position,)):
            if said.text.strip() and (place == "screen" or not said.withheld):
                about = one.name or named[one.idea_id]
                yield Card("feedback", said.id, said.text, about, said.language, said.translation)


def _ties(reader: Reader) -> Iterator[tuple[uuid.UUID, uuid.UUID]]:
    """The ids of two cards, what was first and what came of it; some are of rows that are no cards."""
    for tie in reader.find(InsightQuote):
        yield tie.quote_id, tie.insight_id
    for board in reader.find(Board):
        if board.insight_id:
            yield board.insight_id, board.id
    for note in reader.find(Note):
        yield note.board_id, note.id
        if note.theme_id:
            yield note.id, note.theme_id
    for item in boards(reader):
        wall = outline(reader, item.id)
        yield from ((item.id, theme.id) for theme in (wall.themes if wall else ()) if theme.id)
    for tie in reader.find(IdeaNote):
        yield tie.note_id, tie.idea_id
    for idea in reader.find(Idea):
        if idea.theme_id or idea.board_id:
            yield idea.theme_id or idea.board_id, idea.id  # pyright: ignore[reportReturnType]
        if idea.option_id:
            yield idea.id, idea.option_id
    yield from _ties_of_votes(reader)
    yield from _ties_of_trying(reader)


def _ties_of_votes(reader: Reader) -> Iterator[tuple[uuid.UUID, uuid.UUID]]:
    for option in reader.find(Option):
        for source in (option.theme_id, option.note_id):
            if source:
                yield source, option.id


def _ties_of_trying(reader: Reader) -> Iterator[tuple[uuid.UUID, uuid.UUID]]:
    chosen = {idea.id: idea.option_id for idea in reader.find(Idea)}
    for one in reader.find(Prototype):
        yield one.idea_id, one.id
        option = chosen.get(one.idea_id)
        if option:
            yield option, one.id
    said = reader.find(Feedback)
    for one in said:
        yield one.prototype_id, one.id
    for decision in reader.find(Decision):
        if decision.prototype_id:
            yield decision.prototype_id, decision.id
            yield from ((one.id, decision.id) for one in said if one.prototype_id == decision.prototype_id)
        elif decision.idea_id:
            yield decision.idea_id, decision.id
