"""S13: a person is forgotten out of rows, log and pictures, and out of backups where that is wanted."""

from __future__ import annotations

import json
import shlex
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest

from facilitator.cli.main import main
from facilitator.domain.attachment import Attachment
from facilitator.domain.board import Note
from facilitator.domain.change import Change, Insert, RowRef, Set
from facilitator.domain.errors import NotFound
from facilitator.domain.gestures.board import add_note, edit_note
from facilitator.domain.gestures.notes import say_by_person
from facilitator.domain.gestures.people import add_person, answer_consent, forget_consent, link_people
from facilitator.domain.people import Participant
from facilitator.domain.prototypes import Decision
from facilitator.workshop.forgetting import Wanted, find_person, forget, forget_in_backups
from facilitator.workshop.places import Places
from facilitator.workshop.workshop import Workshop
from tests.security.conftest import AMINA, BOARD, NAME

SAID, DECIDED, FRIEND, ANSWER = (uuid.UUID(int=number) for number in range(70, 74))
WORDS, WORDS_ONCE, ABOUT = (
    "The bus left without my pram",
    "The bus drove off",
    "Ring Amina Okonkwo-Whitfield about keys",
)
PICTURE = Attachment("image/jpeg", b"\xff\xd8\xff the back of her note")


@pytest.fixture
def workshop(closed: Path, places: Places) -> Iterator[Workshop]:
    with Workshop.open(closed, places) as opened:
        opened.apply(add_note(BOARD, WORDS_ONCE, note_id=SAID))
        opened.apply(edit_note(SAID, WORDS))
        opened.apply(say_by_person([SAID], AMINA))
        photo = Set("note", SAID, {"photo": PICTURE.hash})
        opened.apply(Change("notes-photo", (photo,), {"notes": 1}, attachments=(PICTURE,)))
        opened.apply(add_person("Ruth", participant_id=FRIEND))
        opened.apply(link_people([(AMINA, FRIEND, "knows")], 1))
        opened.apply(answer_consent(AMINA, "notes", "yes", wording="asked by her aunt", consent_id=ANSWER))
        opened.apply(forget_consent([ANSWER]))
        decided = {"what": "Lend out keys", "who": NAME, "reason": ABOUT}
        opened.apply(Change("decision-add", (Insert("decision", DECIDED, decided),)))
        yield opened


def bytes_of(path: Path) -> bytes:
    return b"".join(part.read_bytes() for part in path.parent.glob(f"{path.name}*"))


def holds(path: Path, words: str) -> bool:
    found = bytes_of(path)
    return any(form in found for form in (words.encode(), json.dumps(words)[1:-1].encode()))


def amina(*, keep_words: bool = False, everywhere: bool = False) -> Wanted:
    return Wanted(AMINA, NAME, keep_words, everywhere)


def test_what_they_said_and_what_is_known_of_them_is_nowhere_in_the_file(workshop: Workshop) -> None:
    path = workshop.path
    forget(workshop, amina(everywhere=True))
    workshop.close()
    for words in (NAME, WORDS, WORDS_ONCE, "asked by her aunt", "the back of her note"):
        assert not holds(path, words), words


def test_nothing_of_anybody_else_goes_and_the_file_is_whole(workshop: Workshop) -> None:
    before = workshop.read(lambda reader: {note.id for note in reader.find(Note)})
    forget(workshop, amina())
    assert workshop.read(lambda reader: {note.id for note in reader.find(Note)}) == before - {SAID}
    assert workshop.read(lambda reader: [one.display_name for one in reader.find(Participant)]) == ["Ruth"]
    assert workshop.check() == []


def test_words_can_go_on_as_nobodys(workshop: Workshop) -> None:
    path = workshop.path
    forget(workshop, amina(keep_words=True))
    kept = workshop.read(lambda reader: [note for note in reader.find(Note) if note.text == WORDS])
    assert [(note.participant_id, note.photo) for note in kept] == [(None, "")]
    assert kept[0].id != SAID
    workshop.close()
    assert not holds(path, "the back of her note")


def test_where_others_wrote_the_name_is_said_and_blacked_out_when_wanted(workshop: Workshop) -> None:
    assert forget(workshop, amina()).mentions == (RowRef("decision", DECIDED),)
    done = forget(workshop, amina(everywhere=True))
    assert done.mentions == ()
    (decision,) = workshop.read(lambda reader: reader.find(Decision))
    assert decision.what == "Lend out keys"
    assert decision.reason == f"Ring {'•' * len(NAME)} about keys"


def test_backups_that_hold_them_are_named_and_forget_when_wanted(workshop: Workshop, places: Places) -> None:
    done = forget(workshop, amina(everywhere=True))
    workshop.close()
    assert done.held
    assert all(holds(path, NAME) for path in done.held)
    assert forget_in_backups(done.held, places, amina(everywhere=True)) == []
    for path in done.held:
        assert not holds(path, NAME)
        assert not holds(path, WORDS)
        with Workshop.open(path, Places.under(places.state / "look")) as there:
            assert there.check() == []
            assert there.read(lambda reader: len(reader.find(Note))) > 1


def test_a_copy_that_cannot_be_rewritten_stays_as_it_was_and_is_named(places: Places, tmp_path: Path) -> None:
    broken = tmp_path / "broken.workshop"
    broken.write_bytes(b"not a workshop")
    assert forget_in_backups([broken], places, amina()) == [broken]
    assert broken.read_bytes() == b"not a workshop"


def test_somebody_is_found_by_name_or_id_and_two_of_a_name_are_told_apart(workshop: Workshop) -> None:
    assert workshop.read(lambda reader: find_person(reader, f" {NAME.upper()} ")) == (AMINA, NAME)
    workshop.apply(add_person(NAME, organisation="Toy library"))
    with pytest.raises(NotFound, match="Toy library"):
        workshop.read(lambda reader: find_person(reader, NAME))
    assert workshop.read(lambda reader: find_person(reader, str(AMINA)))[0] == AMINA
    with pytest.raises(NotFound, match="Nobody"):
        workshop.read(lambda reader: find_person(reader, "Zebedee"))


def test_it_cannot_be_undone(workshop: Workshop) -> None:
    forget(workshop, amina())
    step = workshop.next_undo()
    assert step is None or step.code != "person-forget"


def test_the_line_that_erase_gives_for_the_backups_works_as_it_stands(
    workshop: Workshop, capsys: pytest.CaptureFixture[str]
) -> None:
    workshop.close()
    assert main(["erase", str(workshop.path), NAME]) == 0
    line = next(line for line in capsys.readouterr().err.splitlines() if line.startswith("Forget them there too: "))
    again = shlex.split(line.removeprefix("Forget them there too: facilitator "))
    assert main(again) == 0
    assert "still hold them" not in capsys.readouterr().err
