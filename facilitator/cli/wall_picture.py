"""A board as a picture of its wall. To paint it needs Qt, which the command line never loads: another process does."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from typing import TYPE_CHECKING

from facilitator.domain.errors import BadInput, DiskTrouble, NotFound
from facilitator.resources import resources

if TYPE_CHECKING:
    import uuid
    from pathlib import Path

    from facilitator.workshop.reader import Reader
    from facilitator.workshop.workshop import Workshop

PAINT = "--wall-picture"
"""What Facilitator calls itself with to have a wall painted; not for people."""
KINDS = ("png", "svg")
LIMIT = 300  # seconds


def kind_of(out: Path, as_format: str | None) -> str:
    """Which picture is asked for; nothing when it is none."""
    name = (as_format if as_format is not None else out.suffix).removeprefix(".").casefold()
    return name if name in KINDS else ""


def paint(workshop: Workshop, out: Path, kind: str, board: str | None) -> None:
    """Paint the wall of a board to a file. Raises NotFound without a board, BadInput when one of several is to be
    named, and DiskTrouble; an older file then stays as it was.
    """
    from facilitator.workshop.queries.wall_picture import wall_values

    values = workshop.read(lambda reader: wall_values(reader, _board(reader, board)))
    program = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "facilitator"]
    try:
        done = subprocess.run(
            [*program, PAINT, str(out.absolute()), kind],
            cwd=resources().parent,
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_LOGGING_RULES": "*=false"},
            input=pickle.dumps(values),
            capture_output=True,
            timeout=LIMIT,
            check=False,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except subprocess.TimeoutExpired as error:
        raise DiskTrouble(f"{out} was not painted within {LIMIT} seconds. Save the wall from the window.") from error
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip().splitlines() or ["nothing was said of it"]
        raise DiskTrouble(
            said[-1] if done.returncode == 1 and len(said) == 1 else f"The wall was not painted: {said[-1]}"
        )


def _board(reader: Reader, name: str | None) -> uuid.UUID:
    from facilitator.workshop.queries.board import boards, chosen_board

    if name is not None:
        return chosen_board(reader, name).id
    found = boards(reader)
    if not found:
        raise NotFound("There is no board to paint yet. Make one first.")
    if len(found) > 1:
        questions = "; ".join(f"“{one.question}”" for one in found)
        raise BadInput(f"A picture shows one board. Say which with --board: {questions}.")
    return found[0].id
