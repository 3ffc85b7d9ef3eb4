"""S17: what must not be seen is withheld at once from all that leaves the table; what is removed for good is nowhere in
the file, and the backups that still have it are named.
"""

from __future__ import annotations

import json
import pickle
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest

from facilitator.domain.board import Note
from facilitator.domain.errors import FileTrouble
from facilitator.domain.gestures.board import add_note, edit_note, remove_notes_for_good, translate_note, withhold_notes
from facilitator.domain.schema import table_of
from facilitator.exchange.csv_export import csv_bytes
from facilitator.exchange.json_export import json_document
from facilitator.workshop.places import Device, Places
from facilitator.workshop.queries.board import what_hangs_on
from facilitator.workshop.queries.notes import merged
from facilitator.workshop.queries.print_queries import ballot_values, report_values
from facilitator.workshop.queries.summary_query import summary_values
from facilitator.workshop.reader import Reader
from facilitator.workshop.workshop import Workshop
from tests.security.conftest import BOARD, POLL, TEA

FIRST, SECOND, OTHER = "Zebedee hits his wife", "Zebedee is unkind", "Zébédée est méchant"
SECRETS = [words.encode() for words in (FIRST, SECOND, OTHER)] + [json.dumps(OTHER)[1:-1].encode()]
NOTE = uuid.UUID(int=77)


def report(reader: Reader) -> list[object]:
    """What is drawn of the report's values: of hidden options only how many there are."""
    values = report_values(reader, "2026-11-23")
    return [values.boards, *(option for poll in values.polls for option in poll.result.options if not option.hidden)]


LEAVES = {
    "report": lambda reader: pickle.dumps(report(reader)),
    "summary": lambda reader: pickle.dumps(summary_values(reader, "2026-11-23")),
    "ballots": lambda reader: pickle.dumps(ballot_values(reader, POLL, b"key", [1])),
    "csv": csv_bytes,
    "json": lambda reader: json.dumps(json_document(reader, 1, uuid.UUID(int=9)), ensure_ascii=False).encode(),
}


@pytest.fixture
def workshop(closed: Path, places: Places) -> Iterator[Workshop]:
    with Workshop.open(closed, places) as opened:
        yield opened


def written(workshop: Workshop) -> None:
    """A disclosure: said, put otherwise, translated, taken back and done again, so that the log is full of it."""
    workshop.apply(add_note(BOARD, FIRST, note_id=NOTE))
    workshop.apply(edit_note(NOTE, SECOND))
    workshop.apply(translate_note(NOTE, OTHER, "fr"))
    workshop.undo()
    workshop.redo()


def removed(workshop: Workshop) -> None:
    hanging = workshop.read(lambda reader: what_hangs_on(reader, [NOTE]))
    workshop.apply(remove_notes_for_good([NOTE], hanging))


def found_in(*paths: Path) -> list[str]:
    """Which files have any of the words."""
    contents = {path.name: path.read_bytes() for path in paths if path.exists()}
    return [name for name, content in contents.items() if any(secret in content for secret in SECRETS)]


def files_of(path: Path) -> list[Path]:
    return sorted(path.parent.glob(path.name + "*"))


@pytest.mark.parametrize("leaving", LEAVES)
def test_a_note_that_is_withheld_leaves_in_no_document_and_comes_back_when_it_is_shown(
    workshop: Workshop, leaving: str
) -> None:
    def leaves(reader: Reader) -> bool:
        return b"Tea and cake" in LEAVES[leaving](reader)

    assert workshop.read(leaves)
    workshop.apply(withhold_notes([TEA], on=True))
    assert not workshop.read(leaves)
    workshop.apply(withhold_notes([TEA], on=False))
    assert workshop.read(leaves)


def test_what_is_removed_for_good_is_in_no_byte_of_the_file_or_its_log_at_once(workshop: Workshop) -> None:
    written(workshop)
    assert found_in(*files_of(workshop.path)) != []
    removed(workshop)
    assert found_in(*files_of(workshop.path)) == []
    assert workshop.check() == []
    workshop.close()
    assert found_in(*files_of(workshop.path)) == []


def test_undo_and_redo_do_not_bring_it_back(workshop: Workshop) -> None:
    written(workshop)
    removed(workshop)
    for _ in range(5):
        workshop.undo()
    for _ in range(5):
        workshop.redo()
    assert workshop.check() == []
    workshop.close()
    assert found_in(*files_of(workshop.path)) == []


def test_the_words_of_a_note_that_was_voted_on_go_with_it(workshop: Workshop) -> None:
    hanging = workshop.read(lambda reader: what_hangs_on(reader, [TEA]))
    workshop.apply(remove_notes_for_good([TEA], hanging))
    workshop.close()
    assert b"Tea and cake" not in workshop.path.read_bytes()
    assert b'"Tea"' not in workshop.path.read_bytes()


def test_the_backups_that_still_have_it_are_named_and_no_others(workshop: Workshop) -> None:
    before = workshop.back_up("before")
    written(workshop)
    having = workshop.back_up("having")
    assert [backup.path for backup in workshop.backups_holding([NOTE])] == [having]
    removed(workshop)
    after = workshop.back_up("after")
    assert [backup.path for backup in workshop.backups_holding([NOTE])] == [having]
    assert found_in(having) != []
    assert found_in(before, after) == []
    assert sorted(path.parent for path in (before, having, after)) == [having.parent] * 3


def test_a_backup_that_cannot_be_read_is_named_because_it_may_have_it(workshop: Workshop) -> None:
    damaged = workshop.back_up("damaged")
    damaged.write_bytes(damaged.read_bytes()[:5_000])
    assert [backup.path for backup in workshop.backups_holding([NOTE])] == [damaged]


def test_while_somebody_reads_it_is_said_that_traces_remain_and_closing_wipes_them(
    closed: Path, places: Places, tmp_path: Path
) -> None:
    writer = Workshop.open(closed, places)
    written(writer)
    reader = Workshop.open(closed, Places(tmp_path / "other", Device("other", "the other laptop")))
    writer._store.connection.exec_driver_sql("PRAGMA busy_timeout=0")
    with reader._store.snapshot() as connection:
        connection.exec_driver_sql("SELECT count(*) FROM note").scalar_one()
        assert writer.apply(remove_notes_for_good([NOTE])).remains
    writer.close()
    reader.close()
    assert [path.name for path in files_of(closed)] == ["hall.workshop"]
    assert found_in(closed) == []


def test_a_reader_that_stays_keeps_traces_and_the_writer_is_told(closed: Path, places: Places, tmp_path: Path) -> None:
    writer = Workshop.open(closed, places)
    written(writer)
    reader = Workshop.open(closed, Places(tmp_path / "other", Device("other", "the other laptop")))
    writer._store.connection.exec_driver_sql("PRAGMA busy_timeout=0")
    with reader._store.snapshot() as connection:
        connection.exec_driver_sql("SELECT count(*) FROM note").scalar_one()
        writer.apply(remove_notes_for_good([NOTE]))
        with pytest.raises(FileTrouble, match="traces of it may be left"):
            writer.close()
    reader.close()
    with Workshop.open(closed, places) as again:
        assert again.check() == []
    assert [path.name for path in files_of(closed)] == ["hall.workshop"]
    assert found_in(closed) == []


def test_on_a_full_disk_it_is_removed_and_wiped_as_soon_as_there_is_room(workshop: Workshop) -> None:
    written(workshop)
    connection = workshop._store.connection
    connection.exec_driver_sql("PRAGMA temp_store=FILE")
    pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
    connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")
    workshop.apply(remove_notes_for_good([NOTE]))
    connection.exec_driver_sql("PRAGMA max_page_count=1000000")
    workshop.close()
    assert found_in(*files_of(workshop.path)) == []


def test_a_file_that_was_killed_before_it_was_wiped_is_wiped_when_it_is_opened(closed: Path, places: Places) -> None:
    """As after a crash between the removal's commit and the wiping: the log beside still has every old page."""
    workshop = Workshop.open(closed, places)
    written(workshop)
    held = {path.name: path.read_bytes() for path in files_of(closed) if not path.name.endswith("-lock")}
    removed(workshop)
    workshop.close()
    for name, content in held.items():
        (closed.parent / name).write_bytes(content)
    with Workshop.open(closed, places) as again:
        again.apply(remove_notes_for_good([NOTE]))
        assert found_in(*files_of(closed)) == []


def test_pages_that_are_given_up_are_written_over(workshop: Workshop) -> None:
    assert workshop._store.connection.exec_driver_sql("PRAGMA secure_delete").scalar_one() == 1


def test_a_note_that_was_made_one_with_it_is_removed_for_good_too(workshop: Workshop) -> None:
    merged_in, part = uuid.UUID(int=78), "Zebedee is unkind"
    workshop.apply(add_note(BOARD, "The bus is late", note_id=NOTE))
    workshop.apply(add_note(BOARD, part, note_id=merged_in))
    workshop.apply(workshop.read(lambda reader: merged(reader, NOTE, merged_in)))
    hanging = workshop.read(lambda reader: what_hangs_on(reader, [NOTE]))
    workshop.apply(remove_notes_for_good([NOTE], hanging))
    workshop.undo()
    assert workshop.read(lambda reader: reader.count(Note, table_of(Note).c.text != "")) == 2
    assert workshop.check() == []
    path = workshop.path
    workshop.close()
    assert part.encode() not in path.read_bytes()
