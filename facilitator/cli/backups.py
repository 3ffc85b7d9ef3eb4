"""`backups`: what this laptop has kept of a workshop, with a look inside before anything is restored."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from facilitator.cli.files import ENDING, AsJson, WorkshopFile, given_passphrase, opened
from facilitator.cli.say import amount, in_words, note, plain, show, show_json, trouble
from facilitator.domain.errors import BadInput

if TYPE_CHECKING:
    from facilitator.workshop.restoring import Backup, Inside

Restore = Annotated[
    int | None,
    typer.Option(
        "--restore",
        metavar="N",
        help="The number of a backup: says what is in it, and with --to writes it there.",
        show_default=False,
    ),
]
To = Annotated[
    Path | None, typer.Option("--to", metavar="NEW", help="The new file.", show_default=False, readable=False)
]
Drill = Annotated[bool, typer.Option("--drill", help="Open every backup and look whether it is whole.")]
Forget = Annotated[
    bool,
    typer.Option("--forget", help="Take people and notes that were removed for good here out of every backup, too."),
]

SAID = ("sessions", "participants", "boards", "notes", "polls", "ballots", "changes")


def backups(
    file: WorkshopFile,
    restore: Restore = None,
    to: To = None,
    drill: Drill = False,
    forget: Forget = False,
    as_json: AsJson = False,
) -> None:
    """List the backups of a workshop on this laptop, look into one, or write one to a new file to go on with.

    --forget rewrites those that still hold who was forgotten, or which note was removed for good, here or on another
    laptop. A backup that could not be rewritten is named and is as it was.

    Example: facilitator backups park.workshop --restore 1 --to park-restored.workshop
    """
    from facilitator.workshop.places import Places
    from facilitator.workshop.restoring import backups_for, look_inside, nth
    from facilitator.workshop.restoring import drill as open_all
    from facilitator.workshop.restoring import restore as write

    if to is not None and restore is None:
        raise BadInput("Say which backup to restore: --restore with its number in the list.")
    if forget:
        if restore is not None or drill:
            raise BadInput("Say --forget alone: it looks at every backup.")
        _forget(file, as_json)
        return
    places = Places.of_this_laptop()
    found = backups_for(file, places)
    if drill:
        _say_drill(open_all(found, places, _passphrase_of(found)), as_json)
    elif restore is None:
        _list(found, as_json)
    elif to is None:
        _say_inside(look_inside(one := nth(found, restore), places, _passphrase_of([one])), as_json)
        note(f"To go on with it: facilitator backups {file} --restore {restore} --to NEW")
    else:
        written = write(one := nth(found, restore), to.with_suffix(ENDING), places, _passphrase_of([one]))
        if as_json:
            show_json({"restored": str(written)})
        else:
            show(f"Wrote {written}")


def _forget(file: Path, as_json: bool) -> None:
    from facilitator.workshop.forgetting import take_out_of_backups
    from facilitator.workshop.places import Places
    from facilitator.workshop.queries.traces import removed_for_good

    with opened(file) as workshop:
        gone = list(workshop.read(removed_for_good))
        held = [backup.path for backup in workshop.backups_holding(ref.id for ref in gone)] if gone else []
        passphrase = workshop.passphrase
    left = take_out_of_backups(held, Places.of_this_laptop(), gone, passphrase)
    if as_json:
        show_json({"rewritten": [str(path) for path in held if path not in left], "left": [str(path) for path in left]})
    elif not held:
        show("No backup on this laptop holds anything that was removed for good.")
    else:
        show(f"Rewritten: {amount(len(held) - len(left), 'backups')}.")
    if left:
        trouble("Could not be rewritten, and is as it was. Delete it: " + ", ".join(str(path) for path in left))
        raise typer.Exit(1)


def _passphrase_of(found: list[Backup]) -> str:
    """Asked for when any of them is encrypted."""
    return next(filter(None, (given_passphrase(backup.path) for backup in found)), "")


def _list(found: list[Backup], as_json: bool) -> None:
    if as_json:
        show_json([_values(backup, number) for number, backup in enumerate(found, 1)])
        return
    for number, backup in enumerate(found, 1):
        size = backup.path.stat().st_size
        show(f"{number:>4}  {backup.made_at:%Y-%m-%d %H:%M:%S}  {size / 1e6:>7.1f} MB  {backup.why.replace('-', ' ')}")


def _values(backup: Backup, number: int) -> dict[str, object]:
    return {
        "number": number,
        "made_at": backup.made_at.isoformat(),
        "why": backup.why,
        "path": str(backup.path),
        "bytes": backup.path.stat().st_size,
    }


def _say_inside(inside: Inside, as_json: bool) -> None:
    if as_json:
        show_json(
            {
                "title": inside.title,
                "counts": dict(inside.counts),
                "last_change": inside.last_change,
                "problems": list(inside.problems),
            }
        )
        return
    if inside.problems:
        raise BadInput(f"This backup is not whole. {inside.problems[0]}")
    show(f"{plain(inside.title)}, last changed {inside.last_change[:16].replace('T', ' ')} UTC")
    show(in_words((inside.counts[kind], kind) for kind in SAID if inside.counts[kind]))


def _say_drill(every: list[Inside], as_json: bool) -> None:
    bad = [inside for inside in every if inside.problems]
    if as_json:
        show_json(
            {
                "ok": not bad,
                "backups": [
                    {"path": str(one.backup.path), "counts": dict(one.counts), "problems": list(one.problems)}
                    for one in every
                ],
            }
        )
    if bad:
        trouble(f"Not whole: {len(bad)} of {amount(len(every), 'backups')}, the first {bad[0].backup.path}. Delete it.")
        raise typer.Exit(1)
    if not as_json:
        show(f"{amount(len(every), 'backups')} opened, and what each holds matches its history.")
