"""An idea goes through versions, people say what worked and what did not, and something is decided with a reason."""

from __future__ import annotations

import pickle
import uuid
from typing import TYPE_CHECKING

import pytest

from facilitator.domain.errors import BadChange, NotFound
from facilitator.domain.gestures.prototypes import add_idea, add_prototype, edit_idea, edit_prototype
from facilitator.domain.gestures.trying import (
    add_feedback,
    add_trial,
    edit_feedback,
    remove_feedback,
    withhold_feedback,
)
from facilitator.domain.prototypes import Decision
from facilitator.exchange.millbrook.build import build_millbrook
from facilitator.workshop.queries.prototypes import (
    PrototypeBoard,
    compared,
    decided,
    ideas,
    next_feedback_position,
    next_version,
    prototype_board,
)

if TYPE_CHECKING:
    from pathlib import Path

    from facilitator.domain.change import Change
    from facilitator.workshop.places import Places
    from facilitator.workshop.workshop import Workshop

IDEA, FIRST, SECOND, SAID = (uuid.uuid4() for _ in range(4))


@pytest.fixture
def tried(workshop: Workshop) -> Workshop:
    """A version that was tried by 14 people, with something on each pile and four faces."""
    for change in (
        add_idea("Gate Wall", who_for="Parents", idea_id=IDEA),
        add_prototype(
            IDEA, "Sketch", form="role-play", to_learn="Would you stop?\n\n Who answers? ", prototype_id=FIRST
        ),
        add_trial(FIRST, used_by=11, delivered_by=3),
        add_feedback(FIRST, "worked", "Quick", perspective="would-use", position=2),
        add_feedback(FIRST, "worked", "No postcode", perspective="both", position=1),
        add_feedback(FIRST, "change", "Too high", perspective="would-use", feedback_id=SAID),
        add_feedback(FIRST, "question", "Who reads it?"),
        add_feedback(FIRST, "idea", "Chalk"),
        *(add_feedback(FIRST, "rating", rating=face, perspective="would-use") for face in (3, 3, 4)),
        add_feedback(FIRST, "rating", rating=1, perspective="would-help-run"),
    ):
        workshop.apply(change)
    return workshop


def board(workshop: Workshop, prototype_id: uuid.UUID = FIRST) -> PrototypeBoard:
    found = workshop.read(lambda reader: prototype_board(reader, prototype_id))
    assert found is not None
    return found


def decide(workshop: Workshop, outcome: str, **said: str) -> None:
    workshop.apply(workshop.read(lambda reader: decided(reader, FIRST, outcome, **said)))


def test_what_was_said_lies_on_four_piles_in_order(tried: Workshop) -> None:
    shown = board(tried)
    assert {kind: [line.text for line in pile] for kind, pile in shown.piles.items()} == {
        "worked": ["No postcode", "Quick"],
        "change": ["Too high"],
        "question": ["Who reads it?"],
        "idea": ["Chalk"],
    }
    assert (shown.idea, shown.name, shown.version, shown.form) == ("Gate Wall", "Sketch", 1, "role-play")
    assert shown.to_learn == ("Would you stop?", "Who answers?")
    assert (shown.used_by, shown.delivered_by) == (11, 3)


def test_faces_are_counted_and_whose_view_they_are(tried: Workshop) -> None:
    shown = board(tried)
    assert shown.faces == {1: 1, 2: 0, 3: 2, 4: 1}
    assert shown.faces_by["would-help-run"] == {1: 1, 2: 0, 3: 0, 4: 0}
    assert shown.perspectives == {"would-use": 5, "would-help-run": 1, "both": 1}


def next_of(workshop: Workshop) -> Change:
    return workshop.read(lambda reader: next_version(reader, IDEA, prototype_id=SECOND))


def test_feedback_can_be_mended_moved_to_another_pile_withheld_and_taken_away(tried: Workshop) -> None:
    tried.apply(edit_feedback(SAID, kind="question", text="Too high?"))
    assert {line.text for line in board(tried).piles["question"]} == {"Too high?", "Who reads it?"}
    tried.apply(withhold_feedback([SAID], on=True))
    shown = board(tried)
    assert (len(shown.piles["question"]), shown.said("question"), shown.perspectives["would-use"]) == (2, 1, 4)
    tried.apply(withhold_feedback([SAID], on=False))
    tried.apply(remove_feedback(SAID))
    assert len(board(tried).piles["question"]) == 1
    assert tried.read(lambda reader: next_feedback_position(reader, FIRST)) == 3.0


def test_deciding_again_keeps_who_does_it_by_when(tried: Workshop) -> None:
    decide(tried, "change", reason="Lower it", who="The centre", by_when="2027-01-12")
    decide(tried, "keep", reason="It works now")
    decision = board(tried).decision
    assert decision is not None
    assert (decision.outcome, decision.reason, decision.who, decision.by_when) == (
        "keep",
        "It works now",
        "The centre",
        "2027-01-12",
    )


def test_the_next_version_begins_as_the_last_one_was(tried: Workshop) -> None:
    tried.apply(next_of(tried))
    second = board(tried, SECOND)
    assert (second.version, second.name, second.form, second.to_learn) == (
        2,
        "Sketch",
        "role-play",
        board(tried).to_learn,
    )
    assert [version.version for version in second.versions] == [1, 2]
    tried.apply(edit_prototype(SECOND, name="Paper wall", form="trial"))
    both = tried.read(lambda reader: compared(reader, SECOND, FIRST))
    assert (both.before.name, both.after.name) == ("Sketch", "Paper wall")


def test_the_first_version_of_an_idea_has_its_name(workshop: Workshop) -> None:
    workshop.apply(add_idea("Text the day before", idea_id=IDEA))
    workshop.apply(next_of(workshop))
    assert (board(workshop, SECOND).version, board(workshop, SECOND).name) == (1, "Text the day before")


def test_versions_of_two_ideas_are_not_compared(tried: Workshop) -> None:
    other = uuid.uuid4()
    tried.apply(add_idea("Bus", idea_id=other))
    tried.apply(tried.read(lambda reader: next_version(reader, other, prototype_id=SECOND)))
    with pytest.raises(BadChange, match="one idea"):
        tried.read(lambda reader: compared(reader, FIRST, SECOND))
    with pytest.raises(NotFound):
        tried.read(lambda reader: compared(reader, FIRST, uuid.uuid4()))


def test_a_decision_has_its_reason_and_deciding_again_replaces_it(tried: Workshop) -> None:
    with pytest.raises(BadChange, match="Say why"):
        decide(tried, "drop")
    decide(tried, "drop", reason="Rain")
    decide(tried, "change", reason="Lower, roofed", who="Gareth", by_when="2027-03-01")
    decision = board(tried).decision
    assert decision is not None
    assert (decision.what, decision.outcome, decision.reason, decision.by_when) == (
        "Sketch",
        "change",
        "Lower, roofed",
        "2027-03-01",
    )
    assert len(tried.read(lambda reader: reader.find(Decision))) == 1
    (idea,) = tried.read(ideas)
    assert [(version.outcome, version.said) for version in idea.versions] == [("change", 5)]


def test_an_idea_can_be_put_in_other_words(tried: Workshop) -> None:
    tried.apply(edit_idea(IDEA, name="School gate wall", need="To be heard"))
    (idea,) = tried.read(ideas)
    assert (idea.name, idea.need, idea.who_for) == ("School gate wall", "To be heard", "Parents")


def test_the_board_can_go_to_another_process(tried: Workshop) -> None:
    assert pickle.loads(pickle.dumps(board(tried))) == board(tried)


def test_the_example_reads_as_its_picture_does(tmp_path: Path, places: Places) -> None:
    with build_millbrook(tmp_path / "m.workshop", places) as example:
        found = {idea.name: idea for idea in example.read(ideas)}
        wall = found["Gate Wall"]
        assert [version.version for version in wall.versions] == [1, 2]
        shown = board(example, wall.versions[1].id)
        assert [shown.said(kind) for kind in shown.piles] == [14, 6, 4, 5]
        assert (shown.used_by, shown.delivered_by) == (11, 3)
