"""A look at a file from outside, in a process of its own, before it is opened: what it holds, and whether SQLite
finds it whole.

Run as a script with the standard library only, so that a file made to crash, hang or fill the memory harms nothing
but this process. Prints one JSON object: {"format": n, "objects": [[type, name, sql], ...], "problems": [...]}.
Limits follow sqlite.org/security.html.
"""

from __future__ import annotations

import json
import sqlite3
import sys
from pathlib import Path

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


def look_over(path: Path) -> dict[str, object]:
    """What the file holds and what is wrong with it. Never raises for what a file can do."""
    problems: list[object] = []
    objects: list[object] = []
    file_format = 0
    try:
        connection = _open(path)
        file_format = connection.execute("PRAGMA user_version").fetchone()[0]
        found = connection.execute("SELECT type, name, sql FROM sqlite_master ORDER BY name").fetchall()
        objects += [list(row) for row in found]
        if not _dangerous(found):
            problems += [row[0] for row in connection.execute("PRAGMA quick_check(10)") if row[0] != "ok"]
            problems += _long_texts(connection, [name for kind, name, _ in found if kind == "table"])
        connection.close()
    except (sqlite3.Error, OverflowError, MemoryError, UnicodeDecodeError, ValueError) as error:
        problems.append(f"{type(error).__name__}: {error}")
    return {"format": file_format, "objects": objects, "problems": problems}


def _open(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, isolation_level=None)
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
    """Views, triggers and virtual tables run code when they are read; the opener refuses them by name, and here
    nothing is read.
    """
    return any(
        kind not in ("table", "index") or (sql or "").upper().startswith("CREATE VIRTUAL") for kind, _, sql in objects
    )


def _long_texts(connection: sqlite3.Connection, tables: list[str]) -> list[object]:
    problems: list[object] = []
    for table in tables:
        quoted = table.replace('"', '""')
        columns = [row[1] for row in connection.execute(f'PRAGMA table_info("{quoted}")')]
        longest = ", ".join('max(length("{}"))'.format(name.replace('"', '""')) for name in columns)
        lengths = connection.execute(f'SELECT {longest} FROM "{quoted}"').fetchone()
        problems += [
            f"{table}.{name} is too long"
            for name, length in zip(columns, lengths, strict=True)
            if (length or 0) > LONGEST_TEXT
        ]
    return problems


if __name__ == "__main__":
    sys.stdout.write(json.dumps(look_over(Path(sys.argv[1]))))
