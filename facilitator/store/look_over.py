"""A look at a file from outside, in a process of its own, before it is opened: what it holds, and whether SQLite
finds it whole.

Run as a script (FILE ro|rw|immutable) with the standard library only, so that a file made to crash, hang or fill the
memory harms nothing but this process. A file that nobody else has open is looked at as immutable, because SQLite would
otherwise make files beside it. Prints one JSON object:
{"format": n, "objects": [[type, name, sql], ...], "problems": [...]}.
Limits follow sqlite.org/security.html.
"""

from __future__ import annotations

import json
import re
import sqlite3
import sys
from pathlib import Path
from urllib.parse import quote

MB = 1 << 20
LONGEST_VALUE = 64 * MB
LONGEST_TEXT = 4_000_000
STEPS_BETWEEN_LOOKS = 10_000
MOST_LOOKS = 200_000
"""A query of more than STEPS_BETWEEN_LOOKS * MOST_LOOKS virtual-machine steps is not an honest one."""

LIMITS = {
    sqlite3.SQLITE_LIMIT_LENGTH: LONGEST_VALUE,
    sqlite3.SQLITE_LIMIT_SQL_LENGTH: 100_000,
    sqlite3.SQLITE_LIMIT_ATTACHED: 0,
    sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH: 10,
    sqlite3.SQLITE_LIMIT_EXPR_DEPTH: 100,
    sqlite3.SQLITE_LIMIT_COLUMN: 200,
}
RUNS_CODE = re.compile(r"\b(CHECK|GENERATED|AS|COLLATE|WHERE|VIRTUAL)\b", re.IGNORECASE)
"""What makes SQLite work something out while it reads a table. Nothing of ours has any of it."""

_TEXT = "typeof({0}) <> 'text'"
WRONG = {
    "TEXT": _TEXT,
    "CHAR(32)": _TEXT + " OR length({0}) <> 32 OR {0} GLOB '*[^0-9a-f]*'",
    "INTEGER": "typeof({0}) <> 'integer'",
    "BIGINT": "typeof({0}) <> 'integer'",
    "BOOLEAN": "typeof({0}) <> 'integer' OR {0} NOT IN (0, 1)",
    "FLOAT": "typeof({0}) <> 'real'",
    "BLOB": "typeof({0}) <> 'blob'",
}
"""What a value of a column of ours cannot be, because SQLite itself does not hold a column to its type."""


def look_over(path: Path, mode: str) -> dict[str, object]:
    """What the file holds and what is wrong with it. Never raises for what a file can do."""
    seen: dict[str, object] = {"format": 0, "objects": [], "problems": []}
    try:
        connection = _open(path, mode)
        look_at(connection, seen)
        connection.close()
    except (sqlite3.Error, OverflowError, MemoryError, UnicodeDecodeError, ValueError) as error:
        seen["problems"] = [f"{type(error).__name__}: {error}"]
    return seen


def look_at(connection: sqlite3.Connection, seen: dict[str, object]) -> None:
    """Note what an open file holds and what is wrong with it. Raises what SQLite raises."""
    seen["format"] = connection.execute("PRAGMA user_version").fetchone()[0]
    found = connection.execute("SELECT type, name, sql FROM sqlite_master ORDER BY name").fetchall()
    seen["objects"] = [list(row) for row in found]
    if not _dangerous(found):
        problems: list[object] = [row[0] for row in connection.execute("PRAGMA integrity_check(10)") if row[0] != "ok"]
        seen["problems"] = problems + _wrong_values(connection, [name for kind, name, _ in found if kind == "table"])


def address(path: str, mode: str) -> str:
    """A file's URI as SQLite takes it (sqlite.org/uri.html), from its whole path with forward slashes.

    Not `Path.as_uri`: that puts the name of a Windows share where SQLite wants nothing, and even a mapped drive
    resolves to its share.
    """
    root = "" if path.startswith("/") else "/"
    return f"file://{root}{quote(path, safe='/:', errors='surrogateescape')}?mode={mode}"


def _open(path: Path, mode: str) -> sqlite3.Connection:
    where = address(path.resolve().as_posix(), mode.replace("immutable", "ro&immutable=1"))
    connection = sqlite3.connect(where, uri=True, isolation_level=None)
    for limit, value in LIMITS.items():
        connection.setlimit(limit, value)
    looks = 0

    def look() -> int:
        nonlocal looks
        looks += 1
        return looks > MOST_LOOKS

    connection.set_progress_handler(look, STEPS_BETWEEN_LOOKS)
    for pragma in ("trusted_schema=OFF", "cell_size_check=ON", "mmap_size=0", "query_only=ON", "busy_timeout=2000"):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def _dangerous(objects: list[tuple[str, str, str | None]]) -> bool:
    """Views, triggers, virtual tables and conditions run code when they are read; the opener refuses them by name, and
    here nothing is read.
    """
    return any(kind not in ("table", "index") or RUNS_CODE.search(sql or "") for kind, _, sql in objects)


def _wrong_values(connection: sqlite3.Connection, tables: list[str]) -> list[object]:
    """Columns that hold a value which is too long, or not of the column's type."""
    problems: list[object] = []
    for table in tables:
        columns = [(_quoted(row[1]), row[2]) for row in connection.execute(f"PRAGMA table_info({_quoted(table)})")]
        asked = ", ".join(f"max(length({name})), sum({_is_wrong(name, kind)})" for name, kind in columns)
        found = connection.execute(f"SELECT {asked} FROM {_quoted(table)}").fetchone()
        for number, (name, _) in enumerate(columns):
            longest, wrong = found[2 * number : 2 * number + 2]
            if (longest or 0) > LONGEST_TEXT or wrong:
                problems.append(f"{table}.{name} holds what it cannot hold")
    return problems


def _is_wrong(name: str, kind: str) -> str:
    return f"{name} IS NOT NULL AND ({WRONG.get(kind, '1').format(name)})"


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def main(path: str, mode: str) -> int:
    """Look at a file and print what was seen."""
    sys.stdout.write(json.dumps(look_over(Path(path), mode)))
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
