"""A pack has what its session needs, gives out its ballots once, and says what it leaves out."""

from __future__ import annotations

import pickle
from typing import TYPE_CHECKING

import pytest

from facilitator.domain.errors import NothingToPrint
from facilitator.domain.gestures.people import add_person
from facilitator.domain.gestures.voting import close_poll, open_poll
from facilitator.domain.reading import Reading
from facilitator.domain.voting import Ballot
from facilitator.workshop.giving_out import give_out
from facilitator.workshop.packing import give_out_pack, pack_values
from facilitator.workshop.queries.copies_needed import copies_needed
from facilitator.workshop.queries.entry import spoilt
from facilitator.workshop.queries.print_values import BallotValues, FeedbackFormValues
from facilitator.workshop.queries.room_values import ConsentValues, EvaluationValues
from facilitator.workshop.queries.session_papers import CLOSED
from facilitator.workshop.queries.sessions import chosen_session
from tests.workshop.organising import KEY, NOW, TODAY, Made

if TYPE_CHECKING:
    from facilitator.workshop.queries.organiser_values import PackValues
    from facilitator.workshop.workshop import Workshop


@pytest.fixture
def made(workshop: Workshop) -> Made:
    made = Made(workshop)
    made.session()
    return made


def pack(made: Made, copies: int | None = None) -> PackValues:
    session = made.workshop.read(lambda reader: chosen_session(reader, "Choose", TODAY))
    give_out_pack(made.workshop, session, copies)
    return made.workshop.read(lambda reader: pack_values(reader, session, KEY, NOW, copies))


def kinds(values: PackValues) -> list[str]:
    return [type(part).__name__.removesuffix("Values") for part in values.parts]


def ballots(made: Made) -> int:
    return made.workshop.read(lambda reader: reader.count(Ballot))


def forms(values: PackValues) -> list[FeedbackFormValues]:
    return [part for part in values.parts if isinstance(part, FeedbackFormValues)]


def test_everything_comes_in_the_order_it_is_needed(made: Made) -> None:
    made.poll()
    made.block("Vote", poll_id=made.ids["vote"], kit="pens")
    made.block("Try", kind="prototype")
    made.person("Amina")
    values = pack(made)

    assert kinds(values) == [
        "RunningOrder",
        "PocketOrder",
        "SignIn",
        "Consent",
        "Badge",
        "Agreement",
        "OptionKey",
        "Ballot",
        "Grid",
        "FeedbackForm",
        "Evaluation",
        "Expenses",
        "Parking",
    ]
    assert (values.people, values.copies, values.kit, values.left_out) == (1, 2, ("pens",), ())
    assert pickle.loads(pickle.dumps(values)) == values


def test_what_is_planned_says_what_is_packed_and_how_often(made: Made) -> None:
    for n in range(34):
        made.person(f"Person {n}")
    for n in range(6):
        made.add("room_table", name=f"Table {n}")
    made.add("story", title="The locked door", body="It was raining.", approved=True, may_quote=True)
    made.block("Welcome", kind="welcome", prompt="Say your name.")
    made.block("Stories", kind="stories")
    made.block("Ideas", kind="brainstorm")
    made.block("Who knows whom", kind="relationships")
    values = pack(made)
    often = {kind: times for kind, times in zip(kinds(values), values.times, strict=True) if times > 1}

    assert {"TableSign", "Welcome", "PromptCard", "Story", "StickySheet"} <= set(kinds(values))
    assert often == {"Story": 14, "StickySheet": 6, "Evaluation": 40}
    assert any("Fewer than two people have agreed" in sentence for sentence in values.left_out)


def test_only_those_who_were_not_asked_yet_have_a_consent_card_in_the_pack(made: Made) -> None:
    for name in ("Asked", "Not asked"):
        made.person(name)
    for use in ("notes", "quotes", "photos", "contact", "relationship-map"):
        made.consent("Asked", use, "yes")
    made.block("Welcome", kind="welcome")
    cards = [part.cards for part in pack(made).parts if isinstance(part, ConsentValues)]

    assert [[card.name for card in each] for each in cards] == [["Not asked"]]


def test_there_is_15_percent_to_spare_counted_from_the_people_expected(made: Made) -> None:
    made.poll()
    for n in range(34):
        made.person(f"Person {n}")
    made.person("Samia", kind="supporter")
    values = pack(made)

    assert (values.people, values.copies, ballots(made)) == (34, 40, 40)
    assert [len(part.numbers) for part in values.parts if isinstance(part, BallotValues)] == [40]


def test_packing_again_gives_out_no_further_ballot(made: Made) -> None:
    made.poll()
    made.block("Vote", poll_id=made.ids["vote"])
    first = pack(made, 5)
    changes = len(made.workshop.history())
    second = pack(made)

    assert ballots(made) == 5
    out = [[part for part in values.parts if isinstance(part, BallotValues)] for values in (first, second)]
    assert out[0] == out[1] != []
    assert len(made.workshop.history()) == changes


def test_a_vote_goes_into_the_pack_of_the_session_that_holds_it(made: Made) -> None:
    made.session("other", title="Meet")
    made.poll("here")
    made.poll("there")
    made.poll("nowhere yet")
    made.block("Vote", poll_id=made.ids["here"])
    made.block("Vote there", "other", poll_id=made.ids["there"])
    found = {part.question for part in pack(made, 2).parts if isinstance(part, BallotValues)}

    assert found == {"Which here?", "Which nowhere yet?"}


def test_a_closed_vote_gives_out_no_ballot_and_that_is_said(made: Made) -> None:
    made.poll(state="closed")
    made.block("Vote", poll_id=made.ids["vote"])
    values = pack(made)

    assert ballots(made) == 0
    assert CLOSED in values.left_out


def test_a_vote_held_on_paper_and_closed_gives_out_no_more(made: Made) -> None:
    made.poll()
    poll = made.ids["vote"]
    give_out(made.workshop, poll, 2)
    made.workshop.apply(open_poll(poll))
    for number in (1, 2):
        made.workshop.apply(made.workshop.read(lambda reader, number=number: spoilt(reader, poll, number)))
    made.workshop.apply(close_poll(poll))

    with pytest.raises(NothingToPrint, match="closed"):
        give_out(made.workshop, poll)
    assert ballots(made) == 2


def test_what_is_missing_is_said_and_the_rest_is_packed(made: Made) -> None:
    made.add("poll", "empty", question="Which?")
    made.block("Vote", poll_id=made.ids["empty"])
    values = pack(made)

    assert kinds(values) == ["RunningOrder", "PocketOrder", "Agreement", "Evaluation", "Expenses", "Parking"]
    assert [sentence.split(",")[0] for sentence in values.left_out] == [
        "Nobody is on the list of people yet",
        "Nobody is on the list of people yet",
        "The vote has nothing to choose from yet. Add its options first.",
    ]


def test_forms_are_for_what_is_tried_out_in_the_session(made: Made) -> None:
    idea = made.add("idea", name="Gate Wall")
    dropped = made.add("idea", name="One Number")
    first = made.add("prototype", idea_id=idea, version=1, name="Flip chart")
    made.add("prototype", idea_id=idea, version=2, name="On wheels")
    made.add("prototype", idea_id=dropped, version=1, name="Chairs")
    made.add("decision", what="Drop it", outcome="drop", idea_id=dropped)
    made.block("Try", kind="prototype")

    assert [form.name for form in forms(pack(made))] == ["On wheels"]
    made.add("trial", prototype_id=first, session_id=made.ids["meeting"])
    assert [form.name for form in forms(pack(made))] == ["Flip chart"]


def test_a_try_out_without_a_prototype_gets_forms_without_a_name(made: Made) -> None:
    made.block("Try", kind="prototype")

    assert [form.name for form in forms(pack(made))] == [""]


def test_an_empty_pack_is_refused_and_gives_out_nothing(made: Made) -> None:
    with pytest.raises(NothingToPrint, match="nothing to pack for this session yet"):
        pack(made)


def test_a_pack_counts_who_reads_in_other_words_or_larger(workshop: Workshop) -> None:
    for languages, needs in (
        ("ar en", ""),
        ("ar", "Large print, please"),
        ("phr", ""),
        ("en ur", "a ramp"),
        ("ti", ""),
    ):
        workshop.apply(add_person("Somebody", languages=languages, access_needs=needs))
    workshop.apply(add_person("Samia", kind="supporter", languages="ar"))
    needed = workshop.read(copies_needed)
    assert needed.languages == (("ar", 2), ("ur", 1))
    assert needed.large == 1


def languages(values: PackValues, kind: type) -> dict[str, int]:
    """How many papers of a kind are in each language."""
    found: dict[str, int] = {}
    for part, often, read_as in zip(values.parts, values.times, values.read_as, strict=True):
        if isinstance(part, kind):
            papers = part.numbers if isinstance(part, BallotValues | FeedbackFormValues) else ()
            found[read_as.language + " large" * read_as.large] = len(papers) or often
    return found


def many_readers(made: Made) -> None:
    made.poll()
    made.block("Vote", poll_id=made.ids["vote"])
    made.block("Try", kind="prototype")
    for spoken, people in (("en", 8), ("ar en", 7), ("phr", 2)):
        for n in range(people):
            made.person(f"{spoken} {n}", languages=spoken)


def test_what_people_fill_in_is_packed_in_the_languages_they_read_with_some_to_spare(made: Made) -> None:
    many_readers(made)
    values = pack(made)

    for kind in (BallotValues, FeedbackFormValues, EvaluationValues):
        assert languages(values, kind) == {"": 10, "ar": 9, "ur": 3}, kind
    assert values.copies == 22
    numbers = [n for part in values.parts if isinstance(part, BallotValues) for n in part.numbers]
    assert sorted(numbers) == list(range(1, 23))
    assert ballots(made) == 22


def test_each_consent_card_is_in_the_language_of_its_person(made: Made) -> None:
    many_readers(made)
    values = pack(made)
    parts = zip(values.parts, values.read_as, strict=True)
    cards = {read_as.language: part for part, read_as in parts if isinstance(part, ConsentValues)}

    assert {language: len(part.cards) for language, part in cards.items()} == {"": 8, "ar": 7, "ur": 2}
    assert {card.languages[0] for card in cards["ar"].cards} == {"ar"}
    assert sum(part.blank for part in cards.values()) == 3
    assert cards["ar"].blank == 2


def test_who_reads_the_words_of_the_pack_gets_no_other_copy(made: Made) -> None:
    many_readers(made)
    session = made.workshop.read(lambda reader: chosen_session(reader, "Choose", TODAY))
    values = made.workshop.read(lambda reader: pack_values(reader, session, KEY, NOW, None, ("ar", "en")))

    assert languages(values, EvaluationValues) == {"": 18, "ur": 3}


def test_fewer_copies_than_people_are_shared_out(made: Made) -> None:
    many_readers(made)

    assert languages(pack(made, 9), EvaluationValues) == {"": 5, "ar": 3, "ur": 1}
    assert languages(pack(made, 1), EvaluationValues) == {"": 1}


def test_of_fewer_copies_than_people_everybody_finds_one_to_read(made: Made) -> None:
    many_readers(made)
    made.person("Large", access_needs="Large print, please")

    assert languages(pack(made, 9), EvaluationValues) == {"": 4, "ar": 3, "ur": 1, " large": 1}
    assert languages(pack(made, 2), EvaluationValues) == {"": 1, " large": 1}


def test_packing_again_shares_out_the_ballots_that_are_out(made: Made) -> None:
    many_readers(made)
    first = pack(made)

    assert languages(pack(made), BallotValues) == languages(first, BallotValues)
    assert ballots(made) == 22


def test_who_needs_large_print_finds_what_they_fill_in_large_in_the_pack(made: Made) -> None:
    many_readers(made)
    made.person("Large", access_needs="Large print, please")
    made.person("Large too", languages="ar", access_needs="large print")
    values = pack(made)

    for kind in (BallotValues, FeedbackFormValues, EvaluationValues):
        assert languages(values, kind) == {"": 10, "ar": 9, "ur": 3, " large": 2, "ar large": 2}, kind
    cards = [part for part in values.parts if isinstance(part, ConsentValues)]
    assert [[card.name for card in part.cards] for part in cards[-2:]] == [["Large"], ["Large too"]]


def test_in_a_pack_that_is_large_anyway_nobody_gets_another_copy(made: Made) -> None:
    many_readers(made)
    made.person("Large", access_needs="large print")
    session = made.workshop.read(lambda reader: chosen_session(reader, "Choose", TODAY))
    values = made.workshop.read(lambda reader: pack_values(reader, session, KEY, NOW, reading=Reading.LARGE))

    assert languages(values, EvaluationValues) == {"": 11, "ar": 9, "ur": 3}
