"""The thread can be walked from any card, back to what people told and on to what was decided."""

from __future__ import annotations

import pickle
from typing import TYPE_CHECKING

import pytest

from facilitator.domain.errors import NothingToPrint
from facilitator.workshop.queries.strands import thread_values
from facilitator.workshop.queries.thread import KINDS, Thread, thread
from tests.workshop.organising import NOW, Made

if TYPE_CHECKING:
    from facilitator.domain.may_be_shown import Place
    from facilitator.workshop.queries.after_values import ThreadValues
    from facilitator.workshop.workshop import Workshop


@pytest.fixture
def made(workshop: Workshop) -> Made:
    """One thread from end to end, and beside it what nothing came of."""
    made = Made(workshop)
    told = made.add(
        "story", title="The locked door", teller="A parent", body="It moved.", approved=True, may_quote=True
    )
    quiet = made.add("story", title="Not for others", teller="A carer", body="Hush.", approved=True)
    insight = made.add("insight", "insight", statement="Nobody told us", position=1.0)
    for name, story in (("quote", told), ("secret", quiet)):
        made.add("quote", name, story_id=story, start=0, end=2, text=f"the {name}")
        made.add("insight_quote", insight_id=insight, quote_id=made.ids[name])
    made.add("insight", "forgotten", statement="Forms ask too much", position=2.0)
    board = made.add("board", "question", question="How do we hear?", insight_id=insight)
    theme = made.add("theme", "theme", board_id=board, name="One wall")
    table = made.add("room_table", name="Table 2")
    made.add("note", "note", board_id=board, theme_id=theme, text="A board at the gate", table_id=table, language="en")
    arabic = {"text": "لوح", "language": "ar", "translation": "A board", "table_id": table}
    made.add("note", "arabic", board_id=board, theme_id=theme, position=1.0, **arabic)
    made.add("note", "hidden", board_id=board, theme_id=theme, text="Dave never comes", withheld=True)
    made.add("note", "elsewhere", board_id=board, text="In no group")
    made.poll(state="closed")
    ballot = made.add("ballot", poll_id=made.ids["vote"], number=1, state="counted")
    made.add("mark", ballot_id=ballot, option_id=made.ids["vote: wall"], value=3)
    wall = made.ids["vote: wall"]
    idea = made.add("idea", "idea", name="Gate Wall", board_id=board, theme_id=theme, option_id=wall)
    prototype = made.add("prototype", "prototype", idea_id=idea, version=1, name="sketch")
    made.add("trial", prototype_id=prototype, used_by=6, delivered_by=2)
    made.add("feedback", "feedback", prototype_id=prototype, kind="worked", text="I drew a bus")
    made.add("feedback", "insult", prototype_id=prototype, kind="change", text="Sack Dave", withheld=True)
    made.add("decision", "decision", what="Lower it", prototype_id=prototype, idea_id=idea, who="Ruth")
    made.add("decision", "alone", what="Tell everybody first", outcome="keep")
    return made


def walked(made: Made, place: Place = "report") -> Thread:
    return made.workshop.read(lambda reader: thread(reader, place))


def values(made: Made) -> ThreadValues:
    return made.workshop.read(lambda reader: thread_values(reader, NOW))


def test_from_a_quote_it_leads_on_to_the_decision_in_the_order_of_the_process(made: Made) -> None:
    cards = walked(made).came_of_it(made.ids["quote"])
    kinds = [card.kind for card in cards]
    assert kinds == sorted(kinds, key=KINDS.index)
    assert [kind for kind in KINDS if kind not in kinds] == ["quote"]
    assert cards[-1].words == "Lower it"


def test_from_a_decision_it_leads_back_to_what_people_told(made: Made) -> None:
    cards = walked(made).came_from(made.ids["decision"])
    assert [card.words for card in cards if card.kind == "quote"] == ["the quote"]
    assert {card.kind for card in cards} == set(KINDS) - {"decision"}


@pytest.mark.parametrize("one", ["quote", "insight", "question", "note", "theme", "idea", "prototype", "feedback"])
def test_what_came_of_a_card_came_from_it(made: Made, one: str) -> None:
    found = walked(made)
    for later in found.came_of_it(made.ids[one]):
        assert made.ids[one] in {card.id for card in found.came_from(later.id)}


def test_what_may_not_leave_the_screen_is_on_the_screens_thread_only(made: Made) -> None:
    kept = {made.ids[name] for name in ("secret", "hidden", "insult", "vote: sack")}
    assert kept <= set(walked(made, "screen").cards)
    assert not kept & set(walked(made).cards)
    assert "Dave" not in repr(values(made))
    assert "secret" not in repr(values(made))


def test_a_note_of_another_group_is_not_behind_the_idea(made: Made) -> None:
    assert made.ids["elsewhere"] not in {card.id for card in walked(made).came_from(made.ids["idea"])}


def test_a_strand_says_what_an_idea_rests_on_and_what_came_of_it(made: Made) -> None:
    (strand,) = values(made).strands
    assert (strand.insights, strand.questions, strand.themes) == (
        ("Nobody told us",),
        ("How do we hear?",),
        ("One wall",),
    )
    assert [(said.text, said.about) for said in strand.quotes] == [("the quote", "The locked door")]
    assert (strand.notes, strand.tables, strand.languages) == (2, 1, (("ar", 1),))
    (vote,) = strand.votes
    assert (vote.question, vote.rank, vote.of, vote.score) == ("Which vote?", 1, 1, 3.0)
    (version,) = strand.versions
    assert (version.tried, dict(version.piles)["worked"], dict(version.piles)["change"]) == (8, 1, 0)
    assert [decision.what for decision in strand.decisions] == ["Lower it"]


def test_what_nothing_came_of_is_said_too(made: Made) -> None:
    found = values(made)
    assert found.loose_insights == ("Forms ask too much",)
    assert [one.what for one in found.loose_decisions] == ["Tell everybody first"]
    assert pickle.loads(pickle.dumps(found)) == found


def test_without_an_insight_or_an_idea_there_is_no_thread(workshop: Workshop) -> None:
    with pytest.raises(NothingToPrint, match="There is no thread yet"):
        values(Made(workshop))
