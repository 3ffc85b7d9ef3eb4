"""`conflicts` and `resolve`: what was written differently on two laptops, and choosing."""

from __future__ import annotations

import uuid
from subprocess import list2cmdline
from typing import TYPE_CHECKING, Annotated, Any

import typer

from facilitator.cli.files import AsJson, WorkshopFile, opened
from facilitator.cli.kinds import read_twice, where
from facilitator.cli.say import note, notes, short, show, show_json
from facilitator.domain.errors import BadInput

if TYPE_CHECKING:
    from facilitator.workshop.queries.conflict_view import ConflictView, VersionView

Name = Annotated[str, typer.Argument(metavar="CONFLICT", help="Its id, or the start of it.", show_default=False)]
Keep = Annotated[int | None, typer.Option("--keep", metavar="N", help="Keep version N, as listed.", show_default=False)]
Text = Annotated[str | None, typer.Option("--text", metavar="T", help="Keep these words instead.", show_default=False)]
Both = Annotated[bool, typer.Option("--both", help="Keep each version of a note's words on a note of its own.")]


def conflicts(file: WorkshopFile, as_json: AsJson = False) -> None:
    """List what was written differently on two laptops. Both versions are kept until somebody chooses.

    Example: facilitator conflicts park.workshop
    """
    from facilitator.workshop.queries.conflict_view import ballots_read_twice, conflict_views

    with opened(file) as workshop:
        found, ballots = workshop.read(conflict_views), workshop.read(ballots_read_twice)
    if as_json:
        show_json([_json(one) for one in found])
        return
    for one in found:
        show(f"{one.id}  {where(one)}: {one.column}")
        for number, version in enumerate(one.versions, 1):
            show(f"  {number}: {_said(version)}  on {version.device_name}, {version.at[:16].replace('T', ' ')}")
    if found:
        line = list2cmdline(["facilitator", "resolve", str(file), found[0].id, "--keep", "1"])
        note(f"Choose, for example the first: {line}")
    else:
        note("There is nothing to choose.")
    notes(read_twice(one) for one in ballots)


def resolve(file: WorkshopFile, conflict: Name, keep: Keep = None, text: Text = None, both: Both = False) -> None:
    """Choose a version, or write another. What is chosen here holds everywhere after the next merge.

    Example: facilitator resolve park.workshop 5f2a --keep 1
    """
    from facilitator.workshop.queries.choosing import keep_both, keep_version, write_version

    if (keep is not None) + (text is not None) + both != 1:
        raise BadInput("Say one of --keep N, --text T and --both.")
    if text is not None and not text.strip():
        raise BadInput("There are no words after --text. Write them, or keep one of the versions.")
    with opened(file) as workshop:
        if keep is not None:
            change = workshop.read(lambda reader: keep_version(reader, conflict, keep))
        elif text is not None:
            change = workshop.read(lambda reader: write_version(reader, conflict, text))
        else:
            change = workshop.read(lambda reader: keep_both(reader, conflict))
        workshop.apply(change)
    show("Chosen.")


def _json(conflict: ConflictView) -> dict[str, Any]:
    return {
        "id": conflict.id,
        "table": conflict.ref.table,
        "row": str(conflict.ref.id),
        "column": conflict.column,
        "about": conflict.about,
        "within": conflict.within,
        "versions": [_version(one) for one in conflict.versions],
    }


def _version(version: VersionView) -> dict[str, Any]:
    value = str(version.value) if isinstance(version.value, uuid.UUID) else version.value
    return {
        "value": value,
        "column": version.column,
        "deleted": version.deleted,
        "device": version.device_name,
        "at": version.at,
    }


def _said(version: VersionView) -> str:
    return "taken away" if version.deleted else short(version.words or str(version.value))
