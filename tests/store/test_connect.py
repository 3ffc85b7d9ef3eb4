"""A connection stays of use after Ctrl+C in the middle of a statement."""

from __future__ import annotations

from pathlib import Path

from facilitator.store.connect import connect, disconnect, fold_into_one_file, keep_a_log_beside, roll_back


def test_what_ctrl_c_broke_off_is_taken_back_and_the_file_can_be_closed_as_ever(tmp_path: Path) -> None:
    path = tmp_path / "hall.workshop"
    connection = connect(path, write=True, create=True)
    connection.exec_driver_sql("CREATE TABLE note (text TEXT)")
    keep_a_log_beside(connection)
    connection.exec_driver_sql("BEGIN IMMEDIATE")
    connection.exec_driver_sql("INSERT INTO note VALUES ('half')")

    connection.invalidate(KeyboardInterrupt())  # what SQLAlchemy does when one comes from the middle of a statement
    roll_back(connection)

    assert connection.exec_driver_sql("SELECT count(*) FROM note").scalar() == 0
    assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
    fold_into_one_file(connection)
    disconnect(connection)
    assert list(tmp_path.iterdir()) == [path]
