"""`history`, `undo` and `redo`: what happened, and taking it back."""

from __future__ import annotations

from typing import Annotated

import typer

from facilitator.cli.files import AsJson, WorkshopFile, opened
from facilitator.cli.say import amount, note, plain, show, show_json
from facilitator.cli.words import words

Limit = Annotated[int | None, typer.Option("--limit", metavar="N", min=1, help="Only the newest N.")]


def history(file: WorkshopFile, limit: Limit = None, as_json: AsJson = False) -> None:
    """List what happened to a workshop, the newest first.

    Example: facilitator history park.workshop --limit 10
    """
    with opened(file) as workshop:
        entries = workshop.history(limit)
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
        show(f"{entry.at[:19].replace('T', ' ')}  {label}{undone}  on {plain(entry.device)}")


def undo(file: WorkshopFile) -> None:
    """Take back the last thing done on this laptop.

    Example: facilitator undo park.workshop
    """
    with opened(file) as workshop:
        step = workshop.next_undo()
        effects = workshop.undo()
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


def _say_left_alone(left_alone: int) -> None:
    if left_alone:
        note(f"{amount(left_alone, 'things')} changed since and stayed as they are.")
