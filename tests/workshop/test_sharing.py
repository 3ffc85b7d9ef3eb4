"""A copy to share says what was said and not who said it, and is no copy of the same workshop."""

from __future__ import annotations

import uuid
from pathlib import Path

import pytest

from facilitator.domain.board import Note
from facilitator.domain.change import Change, Insert
from facilitator.domain.errors import FileTrouble
from facilitator.domain.gestures.board import add_board, add_note, withhold_notes
from facilitator.domain.gestures.notes import say_by_person
from facilitator.domain.gestures.people import add_person, answer_consent
from facilitator.domain.people import Consent, Participant
from facilitator.domain.prototypes import Decision
from facilitator.exchange.leaving import Leaving
from facilitator.workshop.places import Places
from facilitator.workshop.sharing import share
from facilitator.workshop.workshop import Workshop


@pytest.fixture
def copy(workshop: Workshop, places: Places, tmp_path: Path) -> Path:
    board = workshop.apply(add_board("What would help?")).inserted[0].id
    amina = workshop.apply(
        add_person("Amina Okonkwo", stakeholder_group="resident", organisation="Gate Wall", access_needs="a ramp")
    )
    person = amina.inserted[0].id
    workshop.apply(answer_consent(person, "notes", "yes", wording="May we?"))
    said = workshop.apply(add_note(board, "The bus left without my pram")).inserted[0].id
    workshop.apply(say_by_person([said], person))
    hidden = workshop.apply(add_note(board, "Zebedee is unkind")).inserted[0].id
    workshop.apply(withhold_notes([hidden], on=True))
    decided = {"what": "Lend out keys", "reason": "Ring Amina  Okonkwo about it"}
    workshop.apply(Change("decision-add", (Insert("decision", uuid.uuid4(), decided),)))
    out = tmp_path / "to-show.workshop"
    done = share(workshop, out, places, lambda reader: Leaving(reader).row)
    assert done.blacked_out == 1
    return out


def test_words_stay_and_names_do_not(copy: Path, places: Places) -> None:
    with Workshop.open(copy, places) as shared:
        texts = shared.read(lambda reader: {note.text for note in reader.find(Note)})
        people = shared.read(lambda reader: [one.display_name for one in reader.find(Participant)])
        (decision,) = shared.read(lambda reader: reader.find(Decision))
        assert "The bus left without my pram" in texts
        assert people == ["Resident 1"]
        assert decision.reason == f"Ring {'•' * 14} about it"
        assert shared.read(lambda reader: reader.find(Consent)) == []
        assert shared.check() == []
    for secret in (b"Amina", b"Okonkwo", b"Zebedee", b"ramp", b"Gate Wall"):
        assert secret not in copy.read_bytes()


def test_it_is_a_workshop_of_its_own(workshop: Workshop, copy: Path, places: Places) -> None:
    with Workshop.open(copy, places) as shared:
        assert shared.file_id != workshop.file_id
        assert shared.title == workshop.title


def test_it_is_never_written_over_a_file(workshop: Workshop, copy: Path, places: Places) -> None:
    before = copy.read_bytes()
    with pytest.raises(FileTrouble):
        share(workshop, copy, places, lambda reader: Leaving(reader).row)
    assert copy.read_bytes() == before
