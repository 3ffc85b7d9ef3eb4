"""Exports as files: which formats there are, which one a name asks for, and writing it whole or not at all."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from facilitator.domain.errors import BadInput
from facilitator.exchange.csv_export import csv_bytes
from facilitator.exchange.json_export import json_document
from facilitator.workshop.safe_write import safely_written

if TYPE_CHECKING:
    import uuid
    from collections.abc import Callable
    from pathlib import Path

    from facilitator.workshop.workshop import Workshop


def export(workshop: Workshop, out: Path, *, as_format: str | None = None, board_id: uuid.UUID | None = None) -> None:
    """Write the workshop, or one board of it, in the format that is named or that the file's ending says.

    Raises BadInput for a format there is not, DiskTrouble when the disk refuses; an old file then stays as it was.
    """
    data = FORMATS[format_of(out, as_format)](workshop, board_id)
    with safely_written(out) as file:
        file.write(data)


def format_of(out: Path, as_format: str | None = None) -> str:
    """The format asked for. Raises BadInput naming those there are."""
    name = (as_format if as_format is not None else out.suffix).removeprefix(".").casefold()
    if name not in FORMATS:
        asked = f"The ending .{name} cannot be written." if name else "The file's ending does not say what to write."
        raise BadInput(f"{asked} Use one of: {', '.join(f'.{ending}' for ending in FORMATS)}.")
    return name


def _json(workshop: Workshop, board_id: uuid.UUID | None) -> bytes:
    if board_id is not None:
        raise BadInput("A .json export is always the whole workshop. Leave --board out, or write .csv.")
    file_id, format_version = workshop.file_id, workshop.format_version
    document = workshop.read(lambda reader: json_document(reader, format_version, file_id))
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def _csv(workshop: Workshop, board_id: uuid.UUID | None) -> bytes:
    return workshop.read(lambda reader: csv_bytes(reader, board_id))


FORMATS: dict[str, Callable[[Workshop, uuid.UUID | None], bytes]] = {"json": _json, "csv": _csv}
