"""The workshops that were open on this laptop, for the page where one begins: where each is, when it was last seen, and
what it looked like. Kept in one small file, because a workshop may be on a stick that is not here.

Nobody's name and nothing anybody wrote is in it: a title, a few numbers and days, and coloured squares.
"""

from __future__ import annotations

import contextlib
import json
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import TypeAlias, cast

MOST = 8
DAB = (0.0637, 0.1867)
"""How wide and high a note is in a picture, as shares of it."""
State: TypeAlias = dict[str, str | int]
Check: TypeAlias = tuple[str, bool, int]
Picture: TypeAlias = tuple[tuple[float, float, int], ...]


@dataclass(frozen=True, slots=True)
class Recent:
    """One workshop. `seen` is the day it was last open here (YYYY-MM-DD); `state` are the plain values the sentence
    about it is made of, `checks` what was looked at for its next session (what, whether it is well, how many are not),
    and `picture` the places (0 to 1) and colours (1 to 7) of its notes.
    """

    path: str
    title: str
    seen: str
    state: State = field(default_factory=dict[str, str | int])
    checks: tuple[Check, ...] = ()
    picture: Picture = ()

    @property
    def file(self) -> Path:
        """Where it is."""
        return Path(self.path)


class Recents:
    """The list, newest first. What cannot be written is forgotten: it is a convenience and no more."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._all: tuple[Recent, ...] | None = None

    def all(self) -> tuple[Recent, ...]:
        """Every one, newest first."""
        if self._all is None:
            self._all = _read(self._file)
        return self._all

    def opened(self, path: Path, title: str, day: str) -> None:
        """A workshop was opened: it comes first."""
        before = next((one for one in self.all() if one.path == str(path)), Recent(str(path), title, day))
        entry = replace(before, title=title, seen=day)
        self._keep((entry, *(one for one in self.all() if one.path != entry.path)))

    def learn(self, known: Recent) -> None:
        """Remember how a workshop stands; its place in the list stays."""
        self._keep(tuple(known if one.path == known.path else one for one in self.all()))

    def forget(self, path: Path) -> None:
        """Take one out of the list; the file itself stays."""
        self._keep(tuple(one for one in self.all() if one.path != str(path)))

    def _keep(self, entries: tuple[Recent, ...]) -> None:
        self._all = entries[:MOST]
        with contextlib.suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            half = self._file.with_suffix(".half")
            half.write_text(json.dumps([asdict(one) for one in self._all], ensure_ascii=False), "utf-8")
            half.replace(self._file)


def _read(file: Path) -> tuple[Recent, ...]:
    try:
        return tuple(_entry(one) for one in json.loads(file.read_text("utf-8")))[:MOST]
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return ()


def _entry(known: dict[str, object]) -> Recent:
    state = cast("dict[str, object]", known["state"])
    checks = cast("list[list[object]]", known["checks"])
    picture = cast("list[list[float]]", known["picture"])
    return Recent(
        str(known["path"]),
        str(known["title"]),
        str(known["seen"]),
        {name: value if isinstance(value, int) else str(value) for name, value in state.items()},
        tuple((str(code), bool(ok), int(str(missing))) for code, ok, missing in checks),
        tuple((float(x), float(y), int(colour)) for x, y, colour in picture),
    )
