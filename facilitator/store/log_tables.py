"""The change log's own tables, which stand in the same file as the plain tables and are written in the same
transaction.

Sessions, tables, columns and rows have small whole-number keys inside the log, which keeps the file small; across
files they are known by their random ids and names. Each change names the change it replaced, so a cell with two or
more unreplaced changes of different value IS a conflict.
"""

from __future__ import annotations

import sqlalchemy as sa

LOG = sa.MetaData()

INSERTED = "*"
"""The column of the change that made a row; its value is the whole row without its defaults."""
DELETED = "deleted"
"""The cell that Delete and Restore write."""
REDACTED = "redacted"
"""The cell that removes a row's words for good. It wins over everything, in every order of merging."""

change_session = sa.Table(
    "change_session",
    LOG,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("sid", sa.Text, nullable=False, unique=True),
    sa.Column("device", sa.Text, nullable=False),
    sa.Column("device_name", sa.Text, nullable=False),
    sa.Column("app", sa.Text, nullable=False),
    sa.Column("format", sa.Integer, nullable=False),
    sa.Column("opened_at", sa.Text, nullable=False),
)
"""One a start of the app and file: `sid` is random, so cloned files and restored backups never reuse a number."""

change_group = sa.Table(
    "change_group",
    LOG,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("session", sa.Integer, sa.ForeignKey("change_session.id"), nullable=False),
    sa.Column("n", sa.Integer, nullable=False),
    sa.Column("hlc", sa.BigInteger, nullable=False),
    sa.Column("at", sa.Text, nullable=False),
    sa.Column("code", sa.Text, nullable=False),
    sa.Column("details", sa.Text, nullable=False),
    sa.Column("undoes", sa.Integer, nullable=True),
    sa.Column("first_seq", sa.Integer, nullable=False),
    sa.Column("changes", sa.Integer, nullable=False),
    sa.Column("final", sa.Boolean, nullable=False),
    sa.UniqueConstraint("session", "n"),
    sa.Index("change_group_hlc", "hlc"),
)
"""One a gesture. `hlc` is a hybrid logical clock (milliseconds << 16, never below the file's own maximum); its
changes are the `changes` numbers of its session from `first_seq` on; `final` ones (a removal for good) cannot be
undone.
"""

change_name = sa.Table(
    "change_name",
    LOG,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("name", sa.Text, nullable=False, unique=True),
)
"""The names of tables and columns. A name this version does not know is kept."""

change_row = sa.Table(
    "change_row",
    LOG,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("uuid", sa.LargeBinary, nullable=False, unique=True),
    sa.Column("table", sa.Integer, sa.ForeignKey("change_name.id"), nullable=False),
)
"""The rows that ever were: 16 bytes of id, and the table."""

change = sa.Table(
    "change",
    LOG,
    sa.Column("session", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("seq", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("grp", sa.Integer, nullable=False),
    sa.Column("row", sa.Integer, nullable=False),
    sa.Column("col", sa.Integer, nullable=False),
    sa.Column("value", sa.Text, nullable=True),
    sa.Column("prev_session", sa.Integer, nullable=True),
    sa.Column("prev_seq", sa.Integer, nullable=True),
    sa.Index("change_row_col", "row", "col"),
    sqlite_with_rowid=False,
)
"""One a cell (or a new row). `value` is JSON, or nothing once it has been redacted; `prev` is the change it replaced,
as its writer saw it.
"""

file_key = sa.Table(
    "file_key",
    LOG,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("key", sa.LargeBinary, nullable=False),
)
"""The secret that signs printed sheets. Never logged, exported or merged."""
