"""`history`, `undo` and `redo`: what happened, and taking it back."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from facilitator.cli.files import AsJson, WorkshopFile, opened
from facilitator.cli.say import amount, note, plain, show, show_json
from facilitator.cli.words import words
from facilitator.domain.change import Step
from facilitator.domain.errors import BadInput, NotFound
from facilitator.domain.past import Wanted

if TYPE_CHECKING:
    from facilitator.workshop.workshop import Workshop

Device = Annotated[str, typer.Option("--device", metavar="NAME", help="Only what this laptop did.", show_default=False)]
Since = Annotated[
    str,
    typer.Option("--since", metavar="TIME", help="Only from then on, such as 2027-01-14T11:20.", show_default=False),
]
Until = Annotated[str, typer.Option("--until", metavar="TIME", help="Only up to then.", show_default=False)]
Group = Annotated[
    str | None,
    typer.Argument(
        metavar="[GROUP]", help="One past step by its name in `history`, or the start of it.", show_default=False
    ),
]
Limit = Annotated[int | None, typer.Option("--limit", metavar="N", min=1, help="Only the newest N.")]


def history(
    file: WorkshopFile,
    limit: Limit = None,
    device: Device = "",
    since: Since = "",
    until: Until = "",
    as_json: AsJson = False,
) -> None:
    """List what happened to a workshop, the newest first.

    Example: facilitator history park.workshop --limit 10
    """
    with opened(file) as workshop:
        entries = workshop.history(limit, Wanted(device, _moment(since), _moment(until)))
    labels = [words(entry.code, entry.details, entry.did) for entry in entries]
    if as_json:
        show_json(
            [
                {
                    "group": str(entry.group),
                    "at": entry.at,
                    "label": label,
                    "undone": entry.undone,
                    "device": entry.device,
                }
                for entry, label in zip(entries, labels, strict=True)
            ]
        )
        return
    for entry, label in zip(entries, labels, strict=True):
        undone = " (undone)" if entry.undone else ""
        show(f"{entry.at[:19].replace('T', ' ')}  {label}{undone}  on {plain(entry.device)}  {entry.group}")


def undo(file: WorkshopFile, group: Group = None) -> None:
    """Take back the last thing done on this laptop, or one past step if nothing later was built on it.

    Example: facilitator undo park.workshop
    Example: facilitator undo park.workshop b5dded71
    """
    with opened(file) as workshop:
        step = workshop.next_undo() if group is None else _step(workshop, group)
        effects = workshop.undo() if group is None else workshop.take_back(_step(workshop, group).group)
    show(f"Undone: {words(step.code, step.details) if step else ''}")
    _say_left_alone(effects.left_alone)


def redo(file: WorkshopFile) -> None:
    """Do again what was undone last on this laptop.

    Example: facilitator redo park.workshop
    """
    with opened(file) as workshop:
        step = workshop.next_redo()
        effects = workshop.redo()
    show(f"Done again: {words(step.code, step.details) if step else ''}")
    _say_left_alone(effects.left_alone)


def _step(workshop: Workshop, group: str) -> Step:
    every = workshop.history()
    exact = [entry for entry in every if str(entry.group) == group]
    named = exact or [entry for entry in every if group and str(entry.group).startswith(group)]
    if len(named) != 1:
        what = f"{len(named)} steps begin so" if named else "There is no such step"
        raise NotFound(f"{what}. `facilitator history FILE` ends each line with the name of its step.")
    (found,) = named
    return Step(found.group, found.code, found.details)


def _moment(said: str) -> str:
    """A time as the log has it, in UTC; a time without a zone is this laptop's. Raises BadInput."""
    if not said:
        return ""
    try:
        return datetime.fromisoformat(said).astimezone(UTC).isoformat(timespec="seconds")
    except ValueError:
        raise BadInput(f"{said} is no time. Write it such as 2027-01-14T11:20.") from None


def _say_left_alone(left_alone: int) -> None:
    if left_alone:
        note(f"{amount(left_alone, 'things')} changed since and stayed as they are.")
