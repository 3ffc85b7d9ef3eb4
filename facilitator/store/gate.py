"""The gate every file passes before it is opened: looked over in a child process, then held against the list of what
may stand in a workshop.
"""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from facilitator.domain.errors import NotAWorkshop
from facilitator.store import look_over
from facilitator.store.layout import FORMAT, strangers

_SECONDS = 20
_SECONDS_PER_MB = 0.5


@dataclass(frozen=True, slots=True)
class _Seen:
    """What the child process saw."""

    format: int
    objects: list[tuple[str, str, str | None]]
    problems: list[str]


def pass_gate(path: Path) -> None:
    """Raise NotAWorkshop for a file that is damaged or holds what does not belong; nothing is written.

    A file of an older format is held against the list again once it has been migrated.
    """
    seen = _look(path)
    if seen.problems:
        raise NotAWorkshop(f"{path.name} is damaged. It has been left as it is.")
    odd = [
        name
        for kind, name, sql in seen.objects
        if kind not in ("table", "index") or (sql or "").upper().startswith("CREATE VIRTUAL")
    ]
    if seen.format == FORMAT:
        odd += strangers(seen.objects)
    refuse_strangers(path, odd)


def refuse_strangers(path: Path, odd: list[str]) -> None:
    """Raise NotAWorkshop when anything stands in the file that does not belong there."""
    if odd:
        raise NotAWorkshop(
            f"{path.name} holds something a workshop file never holds ({odd[0][:40]}), so it is not safe to open. "
            "It has been left as it is."
        )


def _look(path: Path) -> _Seen:
    seconds = _SECONDS + _SECONDS_PER_MB * path.stat().st_size / look_over.MB
    try:
        done = subprocess.run(
            _command(path),
            capture_output=True,
            timeout=seconds,
            check=False,
            stdin=subprocess.DEVNULL,
            creationflags=_no_console(),
        )
        said = json.loads(done.stdout)
        return _Seen(
            int(said["format"]),
            [(str(kind), str(name), sql) for kind, name, sql in said["objects"]],
            [str(p) for p in said["problems"]],
        )
    except (subprocess.TimeoutExpired, ValueError):
        return _Seen(0, [], ["the look took too long or broke off"])


def _command(path: Path) -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, "--look-over", str(path)]
    return [sys.executable, "-I", "-S", str(Path(look_over.__file__)), str(path)]


def _no_console() -> int:
    return getattr(subprocess, "CREATE_NO_WINDOW", 0)
