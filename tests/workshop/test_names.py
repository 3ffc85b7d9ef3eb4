"""Names and words reach no page, label or export around the one function that decides (S14)."""

from __future__ import annotations

import json
import uuid
from typing import TYPE_CHECKING

import pytest

from facilitator.domain.discovery import Quote
from facilitator.domain.gestures.board import add_board, add_note, withhold_notes
from facilitator.domain.gestures.discovery import add_story, mark_quote
from facilitator.domain.gestures.notes import say_by_person
from facilitator.domain.gestures.people import add_person, answer_consent, link_people, withdraw_consent
from facilitator.domain.gestures.voting import Choice, add_poll
from facilitator.exchange.csv_export import csv_bytes
from facilitator.exchange.json_export import json_document
from facilitator.workshop.queries.board import outline
from facilitator.workshop.queries.print_queries import report_values
from facilitator.workshop.queries.voting import poll_result

if TYPE_CHECKING:
    from pathlib import Path

    from facilitator.workshop.workshop import Workshop

BOARD, POLL, STORY, CONSENT = (uuid.uuid4() for _ in range(4))
PEOPLE = {name: uuid.uuid4() for name in ("Yesica", "Noelia", "Unasked", "Helperina")}
NOTES = {name: uuid.uuid4() for name in PEOPLE}
PRIVATE = ("Lantern group", "uses a wheelchair", "bakes")


@pytest.fixture
def room(workshop: Workshop) -> Workshop:
    """Four people who each said a note: one said yes to that use, one no, one was not asked, one is a supporter."""
    workshop.apply(add_board("What would help?", board_id=BOARD))
    for name, person_id in PEOPLE.items():
        kind = "supporter" if name == "Helperina" else "participant"
        organisation, access, strengths = PRIVATE
        workshop.apply(
            add_person(
                name,
                kind=kind,
                organisation=organisation,
                access_needs=access,
                strengths=strengths,
                participant_id=person_id,
            )
        )
        workshop.apply(add_note(BOARD, f"words of {name}", note_id=NOTES[name]))
        workshop.apply(say_by_person([NOTES[name]], person_id))
    for name, answer in (("Yesica", "yes"), ("Noelia", "no"), ("Helperina", "yes")):
        consent_id = CONSENT if name == "Yesica" else None
        change = answer_consent(PEOPLE[name], "notes", answer, asked_on="2026-11-09", consent_id=consent_id)
        workshop.apply(change)
    return workshop


def csv(workshop: Workshop) -> str:
    return workshop.read(csv_bytes).decode("utf-8-sig")


def exported(workshop: Workshop) -> str:
    return json.dumps(workshop.read(lambda reader: json_document(reader, 1, uuid.UUID(int=1))), ensure_ascii=False)


def rows(workshop: Workshop, table: str) -> list[dict[str, object]]:
    return json.loads(exported(workshop))["tables"][table]


def report(workshop: Workshop) -> str:
    return repr(workshop.read(lambda reader: report_values(reader, "2026-11-23")))


def shown_names(workshop: Workshop) -> set[str]:
    """The names beside notes on the facilitator's screen."""
    board = workshop.read(lambda reader: outline(reader, BOARD))
    assert board is not None
    return {note.said_by for theme in board.themes for note in theme.notes} - {""}


def test_only_the_name_of_a_participant_who_said_yes_stands_beside_a_note(room: Workshop) -> None:
    assert shown_names(room) == {"Yesica"}
    for text in (csv(room), exported(room)):
        assert "Yesica" in text.replace("words of Yesica", "")
        for name in ("Noelia", "Unasked", "Helperina"):
            assert name not in text.replace(f"words of {name}", "")


def test_a_yes_taken_back_takes_name_and_words_out_of_every_later_page_and_export(room: Workshop) -> None:
    for text in (csv(room), exported(room), report(room)):
        assert "words of Yesica" in text
    room.apply(withdraw_consent(CONSENT, "2026-11-20"))
    assert shown_names(room) == set()
    for text in (csv(room), exported(room), report(room)):
        assert "Yesica" not in text


def test_the_words_of_a_person_who_said_no_stay_on_the_screen_and_of_one_not_asked_do_not(room: Workshop) -> None:
    for text in (csv(room), exported(room), report(room)):
        assert "words of Noelia" not in text
        assert "words of Unasked" in text
    board = room.read(lambda reader: outline(reader, BOARD))
    assert board is not None
    notes = {note.text: (note.withheld, note.refused) for theme in board.themes for note in theme.notes}
    assert notes["words of Noelia"] == (True, True)
    assert notes["words of Unasked"] == (False, False)


def test_the_option_of_a_note_whose_person_said_no_is_hidden(room: Workshop) -> None:
    choices = [Choice(f"words of {name}", note_id=note_id) for name, note_id in NOTES.items()]
    room.apply(add_poll("Which?", choices, poll_id=POLL))
    result = room.read(lambda reader: poll_result(reader, POLL))
    assert result is not None
    assert [option.text for option in result.options if option.hidden] == ["words of Noelia"]
    assert "words of Noelia" not in exported(room)


def test_a_withheld_note_takes_the_name_beside_it_along(room: Workshop) -> None:
    room.apply(withhold_notes([NOTES["Yesica"]], on=True))
    for text in (csv(room), exported(room), report(room)):
        assert "Yesica" not in text


def test_an_export_says_nothing_else_of_anybody(room: Workshop) -> None:
    text = exported(room)
    assert not [words for words in PRIVATE if words in text]
    assert len(rows(room, "participant")) == len(PEOPLE)


def test_a_story_leaves_with_its_words_only_when_its_teller_lets_us_repeat_them(room: Workshop) -> None:
    body = "We turned up and the door was locked."
    room.apply(add_story("The door", body, translation=body, approved=True, story_id=STORY))
    room.apply(mark_quote(STORY, body, 3, 12))
    assert len(room.read(lambda reader: reader.find(Quote))) == 1
    assert "turned up" not in exported(room)
    told = uuid.uuid4()
    room.apply(add_story("The swing", "It squeaks.", approved=True, may_quote=True, story_id=told))
    room.apply(mark_quote(told, "It squeaks.", 3, 10))
    assert exported(room).count("squeaks") == 2


def test_the_map_leaves_with_those_who_agreed_to_be_on_it(room: Workshop) -> None:
    one, other, third, _ = PEOPLE.values()
    for person_id in (one, other):
        room.apply(answer_consent(person_id, "relationship-map", "yes", asked_on="2026-11-09"))
    room.apply(link_people([(one, other, "knows"), (one, third, "knows")], 1))
    assert [(row["from_id"], row["to_id"]) for row in rows(room, "connection")] == [(str(one), str(other))]


READS_NAMES = {
    "domain/people.py",
    "domain/gestures/people.py",
    "exchange/people.py",
    "exchange/leaving.py",
    "workshop/queries/consent.py",
    "workshop/queries/people.py",
    "workshop/queries/consent_queries.py",
    "workshop/queries/organiser_queries.py",
}
"""The column is declared, written and brought in by the first three; the others ask `may_be_shown`."""
SHOWS_THE_LIST = {"ui/people/page.py", "ui/people/list.py", "ui/people/model.py", "ui/people/panel.py"}
"""The station where the list of people is kept: whoever runs the workshop sees there whom she wrote down."""

COMPARES = {"workshop/queries/twice.py"}
"""Asks whether two rows have the same name, and shows none."""
RIGHTS = {
    "workshop/forgetting.py",
    "workshop/queries/subject_access.py",
    "workshop/sharing.py",
    "sync/forgotten.py",
}
"""Whose name it is asks for it; or the name is what is to be taken out."""


def test_nothing_reads_a_name_around_the_function(root: Path) -> None:
    package = root / "facilitator"
    found = {
        path.relative_to(package).as_posix()
        for path in package.rglob("*.py")
        if "display_name" in path.read_text(encoding="utf-8")
    }
    assert found - READS_NAMES - SHOWS_THE_LIST - RIGHTS - COMPARES == set()
