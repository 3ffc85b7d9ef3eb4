"""What the child process does that makes a PDF, so that the window never waits for one. It does not load Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitator.domain.errors import Expected
from facilitator.ui import fault_report

if TYPE_CHECKING:
    from collections.abc import Sequence
    from multiprocessing.connection import Connection
    from pathlib import Path

    from facilitator.workshop.queries.print_values import PrintValues


@dataclass(frozen=True, slots=True)
class Drawn:
    """So many pages of so many are drawn."""

    pages: int
    of: int


@dataclass(frozen=True, slots=True)
class Made:
    """The PDF is there. `warnings` are sentences for the person who prints."""

    pages: int
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Refused:
    """It cannot be made; one sentence says why and what to do."""

    words: str


@dataclass(frozen=True, slots=True)
class Broken:
    """The program is at fault; the places in the code."""

    places: str


Message = Drawn | Made | Refused | Broken


def make(connection: Connection, documents: Sequence[PrintValues], path: Path) -> None:
    """Write the documents as one PDF, and tell how it goes."""
    try:
        connection.send(_make(connection, documents, path))
    except Expected as error:
        connection.send(Refused(str(error)))
    except Exception as error:  # noqa: BLE001 (a child process has nobody else to tell)
        connection.send(Broken(fault_report.places(error)))


def _make(connection: Connection, documents: Sequence[PrintValues], path: Path) -> Made:
    from facilitator.pdf.documents.render import render

    report = render(documents, path, progress=lambda pages, of: connection.send(Drawn(pages, of)))
    return Made(report.pages, report.warnings)
