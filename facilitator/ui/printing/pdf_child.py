"""What the child process does that makes a PDF, so that the window never waits for one. It does not load Qt.

The papers of one file stand in groups, a document each: where one cannot be drawn, the others are made all the same.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from io import BytesIO
from typing import TYPE_CHECKING

from facilitator.domain.errors import Expected
from facilitator.ui import fault_report

if TYPE_CHECKING:
    from collections.abc import Sequence
    from multiprocessing.connection import Connection
    from pathlib import Path

    from facilitator.ui.printing.how import How
    from facilitator.workshop.queries.print_values import PrintValues

    Group = tuple[PrintValues, ...]


@dataclass(frozen=True, slots=True)
class Drawn:
    """So many pages of so many are drawn."""

    pages: int
    of: int


@dataclass(frozen=True, slots=True)
class Made:
    """The PDF is there. `warnings` are sentences for the person who prints; `refused` and `broken` tell of groups that
    are not in it. `each` is how many pages each copy of each document has.
    """

    pages: int
    warnings: tuple[str, ...]
    refused: tuple[str, ...] = ()
    broken: tuple[str, ...] = ()
    each: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Refused:
    """It cannot be made; one sentence says why and what to do."""

    words: str


@dataclass(frozen=True, slots=True)
class Broken:
    """The program is at fault; the places in the code."""

    places: str


Message = Drawn | Made | Refused | Broken


def make(connection: Connection, groups: Sequence[Group], how: How, path: Path) -> None:
    """Write the documents as one PDF, and tell how it goes."""
    try:
        connection.send(_make(connection, groups, how, path))
    except Expected as error:
        connection.send(Refused(str(error)))
    except Exception as error:  # noqa: BLE001 (a child process has nobody else to tell)
        connection.send(Broken(fault_report.places(error)))


def _make(connection: Connection, groups: Sequence[Group], how: How, path: Path) -> Made:
    def draw(chosen: Sequence[Group]) -> Made:
        values = [one for group in chosen for one in group]
        report = how.render(values, path, lambda pages, of: connection.send(Drawn(pages, of)))
        return Made(report.pages, report.warnings, each=report.each)

    try:
        return draw(groups)
    except Exception:
        good, refused, broken = _tried(groups, how)
        if not good or len(good) == len(groups):
            raise
        made = draw(good)
        return replace(made, refused=tuple(refused), broken=tuple(broken))


def _tried(groups: Sequence[Group], how: How) -> tuple[list[Group], list[str], list[str]]:
    """The groups that can be drawn, and what is wrong with the others."""
    good: list[Group] = []
    refused: list[str] = []
    broken: list[str] = []
    for group in groups:
        try:
            how.render(group, BytesIO())
        except Expected as error:
            refused.append(str(error))
        except Exception as error:  # noqa: BLE001 (told by the one who made the group)
            broken.append(fault_report.places(error))
        else:
            good.append(group)
    return good, refused, broken
