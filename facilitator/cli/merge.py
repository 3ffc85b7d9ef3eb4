"""`merge`: laptops that were apart come back together."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from subprocess import list2cmdline
from typing import TYPE_CHECKING, Annotated

import typer

from facilitator.cli.bundle import KeyFile, opener_of
from facilitator.cli.files import AsJson, WorkshopFile, given_passphrase, opened
from facilitator.cli.kinds import KINDS, read_twice
from facilitator.cli.passphrases import PassphraseFile
from facilitator.cli.progress import progress_bar
from facilitator.cli.say import amount, in_words, note, notes, plain, show, show_json, trouble
from facilitator.cli.still_there import forget_in_backups, mention, say_held, say_mentions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from facilitator.sync.forgotten import StillThere
    from facilitator.sync.merged import Brought, Merged
    from facilitator.sync.unpacked import OpenerOf
    from facilitator.workshop.queries.conflict_view import DoubleNumber, Found
    from facilitator.workshop.workshop import Workshop

Others = Annotated[
    list[Path],
    typer.Argument(
        metavar="OTHER...", help="Copies from other laptops, or bundles of them.", show_default=False, readable=False
    ),
]


@dataclass(frozen=True, slots=True)
class Come:
    """A merge, with what is named of it: where a forgotten person's name stands, and ballots that were read twice."""

    merged: Merged
    mentions: tuple[Found, ...]
    ballots: tuple[DoubleNumber, ...]


def merge(
    file: WorkshopFile,
    others: Others,
    key: KeyFile = None,
    passphrase_file: PassphraseFile = None,
    as_json: AsJson = False,
) -> None:
    """Take in what other copies of this workshop have. Nothing is lost: where two differ, both versions are kept.

    The other files are left as they are. A backup is made first. --key and --passphrase-file open bundles.

    Example: facilitator merge park.workshop /media/stick/table-2.workshop
    """
    come = _merged(file, others, lambda bundle: opener_of(bundle, key, passphrase_file))
    merged = come.merged
    if as_json:
        show_json(
            {
                "changes_added": merged.changes_added,
                "conflicts": merged.conflicts,
                "revived": len(merged.revived),
                "backup": str(merged.backup) if merged.backup else None,
                "forgotten": [str(person) for person in merged.still_there.people],
                "removed_notes": [str(one) for one in merged.still_there.notes],
                "mentions": [mention(one) for one in come.mentions],
                "backups": [str(path) for path in merged.still_there.backups],
                "read_twice": [{"poll": one.within, "number": one.number} for one in come.ballots],
            }
        )
    else:
        _say(come, file)
    if merged.left_out:
        trouble(" ".join(merged.left_out))
        raise typer.Exit(1)


def _merged(file: Path, others: list[Path], opener: OpenerOf) -> Come:
    from facilitator.sync.coming_back import bring_both_together
    from facilitator.sync.merging import merge as merge_files
    from facilitator.sync.unpacked import all_unpacked
    from facilitator.workshop.away import waiting_for
    from facilitator.workshop.places import Places

    places = Places.of_this_laptop()
    waits = waiting_for(file, places)
    if waits is not None and [other.resolve() for other in others] == [waits.copy.resolve()]:
        with progress_bar("Merging") as progress:
            merged = bring_both_together(waits, places, given_passphrase(waits.copy), progress)
        with opened(file) as workshop:  # closing it puts everything in the place of the file
            return _named(workshop, merged)
    with (
        opened(file) as workshop,
        all_unpacked(others, workshop, places, opener) as files,
        progress_bar("Merging") as progress,
    ):
        return _named(workshop, merge_files(workshop, files, places, progress))


def _named(workshop: Workshop, merged: Merged) -> Come:
    from facilitator.workshop.queries.conflict_view import ballots_read_twice, found

    mentions = workshop.read(lambda reader: found(reader, merged.still_there.mentions))
    return Come(merged, mentions, workshop.read(ballots_read_twice))


def _say(come: Come, file: Path) -> None:
    merged = come.merged
    if not merged.changes_added:
        show("Nothing new: everything in there was here already.")
    for one in merged.brought:
        show(_brought(one))
    if merged.revived:
        note(
            f"{amount(len(merged.revived), 'rows')} that had been taken away stay, because something still needs them."
        )
    if merged.withheld:
        note(
            f"{amount(len(merged.withheld), 'notes')} may still say what was removed for good, so they are hidden now."
        )
        note("Look at them, then take those words out and show them again, or remove them for good, too.")
    _say_forgotten(merged.still_there, come.mentions, file)
    if merged.damaged_pictures:
        note(f"{amount(merged.damaged_pictures, 'pictures')} could not be taken in: damaged.")
    if merged.conflicts:
        things = "things wait" if merged.conflicts > 1 else "thing waits"
        see = list2cmdline(["facilitator", "conflicts", str(file)])
        note(f"{merged.conflicts:,} {things} for you to choose. See: {see}")
    notes(read_twice(one) for one in come.ballots)
    if merged.backup:
        note(f"Backup from before: {merged.backup}")


def _say_forgotten(left: StillThere, mentions: Sequence[Found], file: Path) -> None:
    if left.people:
        are = "is" if len(left.people) == 1 else "are"
        note(
            f"{amount(len(left.people), 'people')} had been forgotten on another laptop, and {are} forgotten here now."
        )
    elif left.mentions:
        note("What came names somebody who was forgotten here.")
    if left.notes:
        note(f"Removed for good on another laptop and gone here, too: {amount(len(left.notes), 'notes')}.")
    say_mentions(mentions)
    say_held(left.backups, [forget_in_backups(file)])


def _brought(one: Brought) -> str:
    added = [(one.added[table], kind) for table, kind in KINDS.items() if one.added.get(table)]
    words = [in_words(added)] if added else []
    for counts, did in ((one.changed, "changed"), (one.removed, "taken away"), (one.both, "changed on both")):
        listed = [(counts[table], kind) for table, kind in KINDS.items() if counts.get(table)]
        if listed:
            words.append(f"{in_words(listed)} {did}")
    return f"{plain(one.device_name)} brought {'; '.join(words) or 'small things'}."
