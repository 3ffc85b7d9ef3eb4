"""A template plans a workshop that is fit to be held: with breaks, quiet, an agreement, and nothing it cannot know."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from facilitator.domain.errors import BadInput, FileTrouble, NotFound
from facilitator.domain.programme import Activity, Session
from facilitator.domain.prototypes import Idea, Prototype
from facilitator.domain.schema import ROOMS
from facilitator.domain.voting import Option, Poll
from facilitator.exchange.templates import SOURCE, make_from_template, templates
from facilitator.workshop.places import Places
from facilitator.workshop.queries.counts import counts
from facilitator.workshop.queries.plan import Plan, plan
from facilitator.workshop.queries.ready import ready
from facilitator.workshop.queries.sessions import sessions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from facilitator.workshop.workshop import Workshop

PLANNED = ["co-production", "brainstorm", "test-day"]


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return Places.under(tmp_path / "state")


@pytest.fixture(params=PLANNED)
def begun(request: pytest.FixtureRequest, tmp_path: Path, places: Places) -> Iterator[Workshop]:
    with make_from_template(tmp_path / "begun.workshop", "Our park", request.param, places) as workshop:
        yield workshop


def plans(workshop: Workshop) -> list[Plan]:
    found = workshop.read(lambda reader: [plan(reader, one.id) for one in sessions(reader)])
    return [one for one in found if one]


def test_three_are_offered_and_an_empty_one_last() -> None:
    assert [(one.name, one.title) for one in templates()] == [
        ("co-production", "Co-production programme in four sessions"),
        ("brainstorm", "Single brainstorm"),
        ("test-day", "Prototype test day"),
        ("empty", "Empty"),
    ]
    assert all(one.about.endswith(".") for one in templates())


def test_what_is_made_is_whole_has_its_own_title_and_is_one_change(begun: Workshop) -> None:
    assert begun.title == "Our park"
    assert begun.check() == []
    assert begun.read(counts)["changes"] == 1


def test_the_empty_one_holds_nothing_but_its_title(tmp_path: Path, places: Places) -> None:
    with make_from_template(tmp_path / "a.workshop", "Our park", "empty", places) as workshop:
        assert {kind: many for kind, many in workshop.read(counts).items() if many} == {"changes": 1}


def test_every_session_has_a_welcome_an_end_a_break_and_nobody_sits_longer_than_an_hour_and_a_half(
    begun: Workshop,
) -> None:
    for one in plans(begun):
        kinds = [block.kind for block in one.blocks]
        assert (kinds[0], kinds[-1]) == ("welcome", "close")
        (rest,) = (block for block in one.blocks if block.kind == "break")
        assert rest.after <= 90
        assert one.minutes - rest.after - rest.minutes <= 90
        assert not one.clashes
        assert not any(block.gap for block in one.blocks)


def test_people_agree_how_they_treat_each_other_before_they_work(begun: Workshop) -> None:
    first = plans(begun)[0]
    assert "How we treat each other" in [block.title for block in first.blocks[:3]]


def test_ideas_begin_in_silence(begun: Workshop) -> None:
    for block in begun.read(lambda reader: reader.find(Activity)):
        if block.kind == "brainstorm":
            assert re.search("silence|cut|Change it now", block.prompt), block.title
            assert block.board_id


def test_every_block_says_what_to_say_in_short_sentences(begun: Workshop) -> None:
    for block in begun.read(lambda reader: reader.find(Activity)):
        sentences = re.split(r"[.?!:]+\s", block.prompt)
        assert block.prompt
        assert max(len(sentence.split()) for sentence in sentences) <= 24, block.title


def test_who_leads_and_who_answers_and_every_day_are_left_open(begun: Workshop) -> None:
    assert not any(block.lead for block in begun.read(lambda reader: reader.find(Activity)))
    assert not any(one.date for one in begun.read(lambda reader: reader.find(Session)))
    for poll in begun.read(lambda reader: reader.find(Poll)):
        assert (poll.state, poll.answered_by, poll.answer_date) == ("draft", "", "")
        assert poll.consequence
        assert poll.blank_letters or begun.read(lambda reader: reader.count(Option))


def test_what_is_missing_before_the_day_is_only_what_nobody_else_can_know(begun: Workshop) -> None:
    found = {check.code for check in begun.read(lambda reader: ready(reader, "2027-01-14")).checks if not check.ok}
    assert found <= {"day", "people", "ballots", "promises"}


@pytest.mark.parametrize("name", ["co-production", "test-day"])
def test_there_is_something_to_try_with_questions_it_should_answer(name: str, tmp_path: Path, places: Places) -> None:
    with make_from_template(tmp_path / "a.workshop", "Our park", name, places) as workshop:
        (idea,) = workshop.read(lambda reader: reader.find(Idea))
        (first,) = workshop.read(lambda reader: reader.find(Prototype))
    assert (first.idea_id, first.version, len(first.to_learn.splitlines())) == (idea.id, 1, 3)


def test_two_workshops_from_one_template_share_no_row(tmp_path: Path, places: Places) -> None:
    ids: list[set[object]] = []
    for name in ("a", "b"):
        with make_from_template(tmp_path / f"{name}.workshop", name, "test-day", places) as workshop:
            models = [model for room in ROOMS.values() for model in room]
            ids.append({row.id for model in models for row in workshop.read(lambda reader, m=model: reader.find(m))})
    assert len(ids[0]) > 20
    assert not ids[0] & ids[1]


def test_an_unknown_one_is_refused_with_those_there_are(tmp_path: Path, places: Places) -> None:
    with pytest.raises(NotFound, match="co-production, brainstorm, test-day, empty"):
        make_from_template(tmp_path / "a.workshop", "Our park", "world peace", places)
    assert not (tmp_path / "a.workshop").exists()


def test_a_file_that_is_there_is_left_alone(tmp_path: Path, places: Places) -> None:
    (tmp_path / "a.workshop").write_text("mine", encoding="utf-8")
    with pytest.raises(FileTrouble):
        make_from_template(tmp_path / "a.workshop", "Our park", "brainstorm", places)
    assert (tmp_path / "a.workshop").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize(
    ("file", "line", "instead", "said"),
    [
        ("session-1.txt", "  10 minutes, welcome", "  20 minutes, welcome", "session-1.txt, line 13: the block before"),
        ("session-1.txt", "  Board: 1", "  Board: 4", 'there is no board "4"'),
        ("votes/first.txt", "Blank letters: 8", "Blank letters: 99", "26 at the most"),
        ("votes/first.txt", "Session: 1", "Session: 2", "one block of session 2 has to use the vote first"),
    ],
)
def test_a_slip_in_its_text_is_named_and_no_file_is_made(
    file: str, line: str, instead: str, said: str, tmp_path: Path, places: Places
) -> None:
    source = Path(shutil.copytree(SOURCE, tmp_path / "templates"))
    text = (source / "2-brainstorm" / file).read_text(encoding="utf-8")
    assert text.count(line) == 1
    (source / "2-brainstorm" / file).write_text(text.replace(line, instead), encoding="utf-8")
    with pytest.raises(BadInput, match=re.escape(said)):
        make_from_template(tmp_path / "a.workshop", "Our park", "brainstorm", places, source)
    assert not (tmp_path / "a.workshop").exists()
