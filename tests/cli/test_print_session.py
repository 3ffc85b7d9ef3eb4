"""The organiser's documents from the command line: for the session that is named, else the next one."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitator.domain.consent import QUESTIONS
from facilitator.domain.gestures.people import add_person, answer_consent
from facilitator.domain.gestures.programme import add_activity, add_session
from facilitator.domain.gestures.trying import decide
from facilitator.domain.gestures.voting import Choice, add_poll
from facilitator.workshop.places import Places
from facilitator.workshop.queries.people import people
from facilitator.workshop.workshop import Workshop
from tests.cli.conftest import Run
from tests.reading import words_of

SESSIONS = ("running-order", "sign-in", "pack")


@pytest.fixture
def hall(park: Path) -> Path:
    """A workshop with two sessions, two people, a vote and a decision."""
    with Workshop.open(park, Places.of_this_laptop()) as workshop:
        for title, date in (("Meet one another", "2026-01-14"), ("Choose an idea", "2026-02-11")):
            session = add_session(title, date=date, starts_at="10:00")
            workshop.apply(session)
            workshop.apply(add_activity(session.edits[0].id, f"Welcome to {title}", kit="tea"))
        workshop.apply(add_person("Amina", languages="ar en"))
        workshop.apply(add_person("Dave"))
        workshop.apply(add_poll("Which first?", [Choice("A wall"), Choice("A bench")]))
        workshop.apply(decide("A bench by the gate", "keep", reason="You asked for it", who="Ruth"))
    return park


@pytest.mark.parametrize("document", SESSIONS)
def test_the_session_can_be_named(hall: Path, run: Run, tmp_path: Path, document: str) -> None:
    out = tmp_path / "out.pdf"
    assert run("print", hall, document, "--session", "choose", "--out", out).code == 0
    assert "Choose an idea" in words_of(out)
    assert run("print", hall, document, "--out", out).code == 0
    assert "Meet one another" in words_of(out)
    assert "Choose an idea" in run("print", hall, document, "--session", "dance", "--out", out).refusal


def test_badges_and_summary_are_for_the_whole_programme(hall: Path, run: Run, tmp_path: Path) -> None:
    out = tmp_path / "out.pdf"
    assert run("print", hall, "badges", "summary", "--out", out).code == 0
    assert "speaks Arabic, English" in words_of(out)
    assert "A bench by the gate. You asked for it" in words_of(out)


def test_a_pack_gives_out_its_ballots_as_printing_them_does(hall: Path, run: Run, tmp_path: Path) -> None:
    assert run("print", hall, "pack", "--out", tmp_path / "pack.pdf").code == 0
    assert run("results", hall, "--json").json[0]["issued"] == 4  # for two who read two languages, one to spare in each
    assert run("print", hall, "pack", "ballots", "--out", tmp_path / "papers").code == 0
    assert run("results", hall, "--json").json[0]["issued"] == 4
    assert sorted(path.name for path in (tmp_path / "papers").iterdir()) == ["ballots.pdf", "pack.pdf"]


@pytest.mark.parametrize("document", ["running-order", "sign-in", "badges", "summary", "pack"])
def test_with_nothing_to_say_it_says_what_is_missing(park: Path, run: Run, tmp_path: Path, document: str) -> None:
    assert "yet" in run("print", park, document, "--out", tmp_path / "out.pdf").refusal
    assert [path.name for path in tmp_path.iterdir()] == ["park.workshop"]


@pytest.mark.parametrize("paper", ["A4", "A3", "A5", "letter"])
def test_any_usual_paper_will_do(hall: Path, run: Run, tmp_path: Path, paper: str) -> None:
    out = tmp_path / "out.pdf"
    assert run("print", hall, "pack", "--out", out, "--paper", paper).code == 0
    assert "Welcome to Meet one another" in words_of(out)


def test_as_many_are_printed_as_are_asked_for(hall: Path, run: Run, tmp_path: Path) -> None:
    out = tmp_path / "out.pdf"
    assert run("print", hall, "evaluation", "--copies", "3", "--out", out).code == 0
    assert words_of(out).count("How was this for you?") == 6  # at the head and at the foot of each
    assert run("print", hall, "parking", "--copies", "2", "--out", out).code == 0
    assert "Ticket 2" in words_of(out)
    assert "Ticket 3" not in words_of(out)


def test_consent_cards_are_for_all_and_for_a_session_for_those_not_asked_yet(
    hall: Path, run: Run, tmp_path: Path
) -> None:
    with Workshop.open(hall, Places.of_this_laptop()) as workshop:
        amina = next(one.id for one in workshop.read(people) if one.display_name == "Amina")
        for use in QUESTIONS:
            workshop.apply(answer_consent(amina, use, "yes", asked_on="2026-01-14"))
    out = tmp_path / "out.pdf"
    assert run("print", hall, "consent", "--out", out).code == 0
    assert "Amina" in words_of(out)
    assert run("print", hall, "consent", "--session", "choose", "--out", out).code == 0
    assert "Amina" not in words_of(out)
    assert "Dave" in words_of(out)
