"""The thread of each idea, read for paper: what it came from, how it fared, and what was decided."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from facilitator.domain.errors import NothingToPrint
from facilitator.domain.programme import Programme
from facilitator.domain.prototypes import Decision, Idea
from facilitator.domain.schema import table_of
from facilitator.workshop.queries.after_values import (
    Said,
    Strand,
    StrandDecision,
    StrandVersion,
    StrandVote,
    ThreadValues,
)
from facilitator.workshop.queries.board import note_lines
from facilitator.workshop.queries.prototypes import PILES, prototype_board
from facilitator.workshop.queries.thread import thread
from facilitator.workshop.queries.voting import poll_result, polls

if TYPE_CHECKING:
    import uuid
    from collections.abc import Iterable, Sequence

    from facilitator.domain.tally import OptionResult, PollResult
    from facilitator.workshop.queries.board import NoteLine
    from facilitator.workshop.queries.prototypes import PrototypeBoard
    from facilitator.workshop.queries.thread import Card, Kind, Thread
    from facilitator.workshop.reader import Reader

_idea, _decision = table_of(Idea), table_of(Decision)
EXAMPLES = 3
"""How many of many notes, or things said, stand for the rest."""


def thread_values(reader: Reader, printed: str) -> ThreadValues:
    """The thread of every idea. Raises NothingToPrint while there is neither an idea nor an insight."""
    walked = thread(reader, "report")
    strands = strands_of(reader, walked)
    loose = tuple(
        card.words
        for card in walked.cards.values()
        if card.kind == "insight" and not _of(walked.came_of_it(card.id), "idea")
    )
    if not strands and not loose:
        raise NothingToPrint("There is no thread yet: write down an insight from a story, or begin an idea.")
    programme = reader.find(Programme)[0]
    alone = [one for one in _decisions(reader) if not one.idea_id and not one.prototype_id]
    return ThreadValues(
        programme=programme.title,
        place=programme.place,
        strands=strands,
        loose_insights=loose,
        loose_decisions=tuple(map(decision_line, alone)),
        printed=printed,
    )


def strands_of(reader: Reader, walked: Thread) -> tuple[Strand, ...]:
    """One for each idea, in order."""
    results = [found for item in polls(reader) if item.state == "closed" and (found := poll_result(reader, item.id))]
    ideas = reader.find(Idea, order_by=(_idea.c.position, _idea.c.name))
    return tuple(_strand(reader, walked, idea, results) for idea in ideas if idea.name.strip())


def decision_line(one: Decision) -> StrandDecision:
    """A decision as it is printed."""
    return StrandDecision(one.what, one.outcome, one.reason, one.who, one.by_when)


def tried_by(board: PrototypeBoard) -> int:
    """How many people tried a version, those who would use it and those who would run it together: the two apart may
    be too few to tell.
    """
    return board.used_by + board.delivered_by


def _strand(reader: Reader, walked: Thread, idea: Idea, results: Sequence[PollResult]) -> Strand:
    before, after = walked.came_from(idea.id), walked.came_of_it(idea.id)
    notes = note_lines(reader, [card.id for card in _of(before, "note")])
    decided = {card.id for card in _of(after, "decision")}
    return Strand(
        idea=idea.name,
        need=idea.need,
        who_for=idea.who_for,
        quotes=tuple(map(_said, _of(before, "quote"))),
        insights=_words(before, "insight"),
        questions=_words(before, "question"),
        themes=_words(before, "theme"),
        notes=len(notes),
        tables=len({note.table_id for note in notes if note.table_id}),
        languages=_other_languages(notes),
        examples=_examples(notes),
        votes=tuple(_votes(results, {card.id for card in _of(after, "vote")})),
        versions=tuple(_versions(reader, walked, _of(after, "prototype"))),
        decisions=tuple(decision_line(one) for one in _decisions(reader) if one.id in decided),
    )


def _of(cards: Iterable[Card], kind: Kind) -> list[Card]:
    return [card for card in cards if card.kind == kind]


def _words(cards: Iterable[Card], kind: Kind) -> tuple[str, ...]:
    return tuple(card.words for card in _of(cards, kind))


def _said(card: Card) -> Said:
    return Said(card.words, card.language, card.translation, card.about)


def _other_languages(notes: Sequence[NoteLine]) -> tuple[tuple[str, int], ...]:
    """The languages notes were written or said in that are not the most common one, the commonest first."""
    counted = Counter(note.spoken_language or note.language for note in notes)
    usual = counted.most_common(1)[0][0] if counted else ""
    return tuple((code, many) for code, many in counted.most_common() if code not in ("", usual))


def _examples(notes: Sequence[NoteLine]) -> tuple[Said, ...]:
    """A few notes, one of them in another language where there is one."""
    first = [note for note in notes if not note.parked][:EXAMPLES]
    other = next((note for note in notes if note.translation), None)
    chosen = first if other is None or other in first else [*first[: EXAMPLES - 1], other]
    return tuple(Said(note.text, note.language, note.translation) for note in chosen)


def _votes(results: Iterable[PollResult], options: set[uuid.UUID]) -> Iterable[StrandVote]:
    for result in results:
        ranked = [option for option in result.options if option.rank is not None]
        for option in ranked:
            if option.id in options and result.ballots:
                yield _vote(result, option, len(ranked))


def _vote(result: PollResult, option: OptionResult, of: int) -> StrandVote:
    return StrandVote(result.question, option.letter, option.rank or 0, of, result.method, option.score)


def _versions(reader: Reader, walked: Thread, built: Iterable[Card]) -> Iterable[StrandVersion]:
    for card in built:
        board = prototype_board(reader, card.id)
        if board is None:
            continue
        said = [_said(other) for other in _of(walked.came_of_it(card.id), "feedback")]
        yield StrandVersion(
            name=card.words,
            version=board.version,
            form=board.form,
            tried=tried_by(board),
            piles=tuple((pile, board.said(pile)) for pile in PILES),
            said=tuple(said[:EXAMPLES]),
        )


def _decisions(reader: Reader) -> list[Decision]:
    found = reader.find(Decision, order_by=(_decision.c.position, _decision.c.by_when))
    return [one for one in found if one.what.strip()]
