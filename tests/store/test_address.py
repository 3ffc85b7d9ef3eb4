"""A file's address for SQLite names the very file, whatever its folder is called and whichever system it lies on."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitator.store.connect import connect, disconnect
from facilitator.store.look_over import address


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/home/a/w.workshop", "file:///home/a/w.workshop?mode=ro"),
        ("C:/Users/a/w.workshop", "file:///C:/Users/a/w.workshop?mode=ro"),
        ("//server/share/w.workshop", "file:////server/share/w.workshop?mode=ro"),
    ],
)
def test_a_drive_and_a_share_of_windows_leave_no_room_for_a_server(path: str, expected: str) -> None:
    assert address(path, "ro") == expected


def test_a_name_cannot_ask_for_more_than_its_file(tmp_path: Path) -> None:
    path = tmp_path / "100% a?mode=rwc&x#y ü.workshop"
    disconnect(connect(path, write=True, create=True))
    assert not path.exists() or path.stat().st_size == 0
    connection = connect(path, write=True, create=True)
    connection.exec_driver_sql("CREATE TABLE a (b)")
    disconnect(connection)
    assert [file.name for file in tmp_path.iterdir()] == [path.name]
