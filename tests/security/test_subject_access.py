"""S15: one command gives a person all that is held on them, and nothing that names another."""

from __future__ import annotations

import json
import uuid
from pathlib import Path

import pytest

from facilitator.cli.main import main
from facilitator.domain.attachment import Attachment
from facilitator.domain.change import Change, Insert, Set
from facilitator.domain.gestures.board import add_note, edit_note
from facilitator.domain.gestures.notes import say_by_person
from facilitator.domain.gestures.people import add_person, answer_consent, link_people, tick_arrivals
from facilitator.workshop.places import Places
from facilitator.workshop.workshop import Workshop
from tests.security.conftest import AMINA, BOARD, NAME

SAID, FRIEND, SESSION = (uuid.UUID(int=number) for number in range(70, 73))
PICTURE = Attachment("image/jpeg", b"\xff\xd8\xff the back of her note")


@pytest.fixture
def folder(closed: Path, places: Places, tmp_path: Path) -> Path:
    with Workshop.open(closed, places) as workshop:
        session = {"title": "First morning", "date": "2027-01-14"}
        workshop.apply(Change("session-add", (Insert("session", SESSION, session),)))
        workshop.apply(tick_arrivals(SESSION, [AMINA]))
        workshop.apply(add_note(BOARD, "The <b>bus</b> drove off", note_id=SAID))
        workshop.apply(edit_note(SAID, "The <b>bus</b> left without my pram"))
        workshop.apply(say_by_person([SAID], AMINA))
        photo = Set("note", SAID, {"photo": PICTURE.hash})
        workshop.apply(Change("notes-photo", (photo,), {"notes": 1}, attachments=(PICTURE,)))
        workshop.apply(add_person("Ruth Abernathy", participant_id=FRIEND))
        workshop.apply(link_people([(AMINA, FRIEND, "knows")], 1))
        workshop.apply(answer_consent(AMINA, "photos", "no", wording="May we?", asked_on="2027-01-14"))
        decided = {"what": "Lend out keys", "who": NAME, "reason": "Said so"}
        workshop.apply(Change("decision-add", (Insert("decision", uuid.uuid4(), decided),)))
    out = tmp_path / "for-amina"
    assert main(["subject-access", str(closed), NAME, "--out", str(out)]) == 0
    return out


def test_all_that_is_held_is_there_with_its_past_and_pictures(folder: Path) -> None:
    said = json.loads((folder / "what-we-hold.json").read_text("utf-8"))
    rows = {row["table"]: row["cells"] for row in said["rows"]}
    assert rows["participant"]["display_name"] == NAME
    assert rows["attendance"]["session_id"] == "2027-01-14 First morning"
    assert rows["consent"]["wording"] == "May we?"
    assert rows["note"]["text"] == "The <b>bus</b> left without my pram"
    assert any("drove off" in entry["cells"].get("text", "") for entry in said["past"])
    assert said["mentions"] == [{"table": "decision", "cells": {"who": NAME}}]
    assert [(folder / name).read_bytes() for name in said["pictures"]] == [PICTURE.data]


def test_the_page_shows_words_as_they_were_written_and_names_nobody_else(folder: Path) -> None:
    page = (folder / "what-we-hold.html").read_text("utf-8")
    assert "The &lt;b&gt;bus&lt;/b&gt; left without my pram" in page
    assert "somebody else" in page
    assert "Abernathy" not in page + (folder / "what-we-hold.json").read_text("utf-8")


def test_a_folder_with_papers_in_it_is_refused(folder: Path, closed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = sorted(path.name for path in folder.iterdir())
    assert main(["subject-access", str(closed), NAME, "--out", str(folder)]) == 1
    assert "is not an empty folder" in capsys.readouterr().err
    assert sorted(path.name for path in folder.iterdir()) == before


def test_nobody_of_that_name_is_said_in_one_line(closed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["subject-access", str(closed), "Zebedee", "--out", str(closed.parent / "new")]) == 1
    assert capsys.readouterr().err.splitlines()[-1].startswith("facilitator: Nobody in this workshop has this name.")
    assert not (closed.parent / "new").exists()


def test_erase_from_the_command_line_forgets_and_later_reaches_the_backups(
    closed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["erase", str(closed), NAME, "--json"]) == 0
    done = json.loads(capsys.readouterr().out)
    assert done["removed"]["participant"] == 1
    assert done["backups"]
    assert main(["erase", str(closed), str(AMINA), "--backups", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["backups"] == []
    assert main(["check", str(closed)]) == 0
    assert NAME.encode() not in b"".join(Path(path).read_bytes() for path in done["backups"])
