"""`office`: the archive in which many workshops come together."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from facilitator.cli.files import AsJson
from facilitator.cli.passphrases import PassphraseFile, asked, said_before_the_verb
from facilitator.cli.progress import progress_bar
from facilitator.cli.say import amount, note, plain, show, show_json
from facilitator.domain.errors import BadInput, FileTrouble

if TYPE_CHECKING:
    from collections.abc import Iterator

    from facilitator.sync.bundle_opening import Opener
    from facilitator.sync.office import Receipt
    from facilitator.sync.office_status import WorkshopStatus


class Deed(StrEnum):
    """What to do with the archive."""

    INIT = "init"
    SYNC = "sync"
    STATUS = "status"


What = Annotated[Deed, typer.Argument(metavar="init|sync|status", help="Make it, take files in, or say how it stands.")]
ArchiveFile = Annotated[str, typer.Argument(metavar="ARCHIVE", help="The archive's file.", show_default=False)]
Sources = Annotated[
    list[Path] | None,
    typer.Argument(metavar="FILES|DIRS", help="Workshops, bundles, or folders with them.", show_default=False),
]
KeyFile = Annotated[
    Path | None,
    typer.Option("--key", metavar="F", help="The file of the office's secret key; else this laptop's own."),
]


def office(
    what: What,
    archive: ArchiveFile,
    sources: Sources = None,
    key: KeyFile = None,
    passphrase_file: PassphraseFile = None,
    as_json: AsJson = False,
) -> None:
    """Keep many workshops in one archive. What is there already is passed over; receipts say what is safe to delete.

    Who was forgotten in one file is forgotten in all, in whatever order they come.

    Encrypted workshops and bundles are opened with their passphrase. The archive itself is not encrypted: keep it on a
    disk that is.

    Example: facilitator office sync archive.office /media/stick/
    """
    path = _path(archive)
    if what == Deed.SYNC and not sources:
        raise BadInput("Say which files or folders to take in.")
    if what != Deed.SYNC and sources:
        raise BadInput(f"`office {what}` takes no files. Leave them out, or say sync.")
    if what == Deed.INIT:
        _init(path, as_json=as_json)
    elif what == Deed.SYNC:
        _sync(path, sources or [], key, passphrase_file, as_json=as_json)
    else:
        _status(path, as_json=as_json)


class Opening:
    """What the files of one run are opened with. Enter gives the passphrase that was typed before: a folder mostly has
    one for all.
    """

    def __init__(self, key: Path | None, passphrase_file: Path | None) -> None:
        self._key = key
        self._file = passphrase_file or said_before_the_verb.get()
        self._typed = ""

    def of(self, path: Path) -> Opener:
        """For one bundle, or one encrypted workshop."""
        from facilitator.cli.bundle import opener_of
        from facilitator.sync.bundle_opening import Opener, is_bundle

        if is_bundle(path):
            return opener_of(path, self._key, self._file)
        before = " Press Enter for the same as before." if self._typed else ""
        self._typed = asked(self._file, f"{plain(path.name)} is encrypted.{before}") or self._typed
        return Opener(passphrase=self._typed)


def _path(archive: str) -> Path:
    if "://" in archive:
        raise BadInput("An archive is a file for now. Name a path, such as archive.office.")
    return Path(archive)


def _init(path: Path, *, as_json: bool) -> None:
    from facilitator.sync.archive import Archive
    from facilitator.workshop.places import Places

    Archive.create(path, Places.of_this_laptop().device.name).close()
    show_json({"path": str(path)}) if as_json else show(f"Made {path}")


def _sync(path: Path, sources: list[Path], key: Path | None, passphrase_file: Path | None, *, as_json: bool) -> None:
    from facilitator.sync.archive import Archive
    from facilitator.sync.office import sync
    from facilitator.workshop.places import Places

    places = Places.of_this_laptop()
    with Archive.open(path, places.device.name) as archive, progress_bar("Sync") as bar:
        receipts = sync(archive, sources, places, Opening(key, passphrase_file).of, bar)
    if as_json:
        show_json([_receipt(one) for one in receipts])
    else:
        for one in receipts:
            show(_line(one))
        if not receipts:
            note("There is no workshop and no bundle there. Nothing was changed.")
    refused = sum(one.state == "refused" for one in receipts)
    if refused:
        raise FileTrouble(f"{refused} of {amount(len(receipts), 'files')} could not be taken in; the others are in.")


def _receipt(one: Receipt) -> dict[str, Any]:
    said = asdict(one)
    return said | {"path": str(one.path), "workshop": str(one.workshop) if one.workshop else None}


def _line(one: Receipt) -> str:
    if one.state == "refused":
        return f"{one.path.name}: refused. {plain(one.why)}"
    came = f"{amount(one.added, 'changes')} new" if one.added else "nothing new"
    safe = "all of it is in the archive, so it is safe to delete" if one.safe_to_delete else "keep it: it is in use"
    return f"{one.path.name}: {plain(one.title)}, {'; '.join((came, *_removals(one), safe))}"


def _removals(one: Receipt) -> Iterator[str]:
    """What followed from removals for good."""
    if one.forgotten:
        yield f"not kept, because people were forgotten: {amount(one.forgotten, 'things')}"
    if one.hidden:
        yield f"hidden, because they may still say what was removed for good: {amount(one.hidden, 'notes')}"


def _status(path: Path, *, as_json: bool) -> None:
    from facilitator.sync.archive import Archive
    from facilitator.sync.office_status import status
    from facilitator.workshop.places import Places

    with Archive.open(path, Places.of_this_laptop().device.name) as archive:
        found = status(archive, date.today().isoformat())
    if as_json:
        show_json([asdict(one) | {"id": str(one.id)} for one in found])
        return
    for one in found:
        _show(one)
    if not found:
        note("Nothing has come in yet. `facilitator office sync` takes files and folders in.")


def _show(one: WorkshopStatus) -> None:
    show(f"{plain(one.title)}: {amount(one.changes, 'changes')} from {amount(one.files, 'files')}")
    for laptop in one.laptops:
        show(f"  {plain(laptop.name)}, last on {laptop.last[:10]}")
    for missing in one.missing:
        show(f"  missing: nothing came from {missing.day} ({plain(missing.title) or 'a session'})")
    if one.conflicts:
        show(f"  {amount(one.conflicts, 'conflicts')} wait for somebody to choose")
