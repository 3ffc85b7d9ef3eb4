"""Asking a person for files and folders, and opening what they chose. The workshop's own modules are loaded here, on
the store thread.
"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDateTime, QStandardPaths

from facilitator.ui.parts import file_dialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from facilitator.workshop.workshop import Workshop

ENDING = ".workshop"
LOCKED = ".bundle"
EXAMPLE = f"Facilitator example{ENDING}"
LONGEST = 50  # signs of a file's name: 200 bytes in any script, where 255 are the most with all that is added
_NO_NAME = '/\\:*?"<>|'  # the first two part folders, and Windows takes none of them
_JOINERS = "\u200c\u200d"  # seen by nobody, and words of Urdu and Bengali are misspelt without them
_DEVICE = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)  # names that Windows keeps for itself


def open_workshop(path: Path, passphrase: str = "") -> Workshop:
    """Open a workshop as this laptop, wherever it lies. Runs on the store thread."""
    from facilitator.workshop.away import open_anywhere
    from facilitator.workshop.places import Places

    return open_anywhere(path, Places.of_this_laptop(), passphrase)


def is_locked(path: Path) -> bool:
    """Whether a file is by its name one that was locked to be carried."""
    return path.suffix.casefold() == LOCKED


def open_locked(path: Path, out: Path, passphrase: str = "") -> Workshop:
    """Put the workshop of a locked file in its place on this laptop, and open it; what only has such a name is opened
    where it is. Runs on the store thread.
    """
    from facilitator.sync.bundle_opening import is_bundle, open_bundle
    from facilitator.sync.opener_here import opener_here
    from facilitator.workshop.places import Places

    if not is_bundle(path):
        return open_workshop(path, passphrase)
    open_bundle(path, out, replace(opener_here(Places.of_this_laptop()), passphrase=passphrase))
    return open_workshop(out, passphrase)


def open_both(path: Path, passphrase: str = "") -> Workshop:
    """Open a workshop that went on where it lies and on this laptop, once the two are one. Runs on the store thread."""
    from facilitator.sync.coming_back import bring_both_together
    from facilitator.workshop.away import waiting_for
    from facilitator.workshop.places import Places

    places = Places.of_this_laptop()
    if (waits := waiting_for(path, places)) is not None:
        bring_both_together(waits, places, passphrase)
    return open_workshop(path, passphrase)


def make(path: Path, title: str, template: str = "empty") -> Workshop:
    """Make a workshop from a template as this laptop. Runs on the store thread."""
    from facilitator.exchange.templates import make_from_template
    from facilitator.workshop.away import settled
    from facilitator.workshop.places import Places

    places = Places.of_this_laptop()
    return settled(make_from_template(path, title, template, places), places)


def example() -> Workshop:
    """Open the example among the person's documents, made when it is not there. Runs on the store thread."""
    from facilitator.exchange.millbrook.build import build_millbrook
    from facilitator.workshop.places import Places
    from facilitator.workshop.workshop import Workshop

    path, places = Path(_documents()) / EXAMPLE, Places.of_this_laptop()
    return Workshop.open(path, places) if path.exists() else build_millbrook(path, places)


def ask_open(window: QWidget) -> Path | None:
    """Which workshop?"""
    return file_dialog.ask_file(window, _tr("Open a workshop"), _documents(), _carried())


def ask_new(window: QWidget, name: str = "") -> Path | None:
    """Where is the new workshop to be kept? The answer ends in .workshop."""
    start = str(Path(_documents()) / f"{file_name(name, _tr('Workshop'))}{ENDING}")
    chosen = file_dialog.ask_new_file(window, _tr("New workshop: where to keep it"), start, _kinds())
    return chosen if chosen is None or chosen.name.endswith(ENDING) else chosen.with_name(f"{chosen.name}{ENDING}")


def ask_folder(window: QWidget) -> Path | None:
    """Which folder holds the Polis export?"""
    title = _tr("Choose the folder with comments.csv, votes.csv and summary.csv")
    return file_dialog.ask_folder(window, title, _documents())


def ask_others(window: QWidget) -> list[Path]:
    """Which files of other laptops are to be brought in?"""
    return file_dialog.ask_files(window, _tr("Files of other laptops"), "", _carried())


def ask_copy(window: QWidget) -> Path | None:
    """In which folder, or on which stick, is a copy to be saved?"""
    title = _tr("Choose a folder or a stick for the copy. It will hold people's names.")
    return file_dialog.ask_folder(window, title, "")


def ask_place_for_person(window: QWidget) -> Path | None:
    """In which empty folder is all that is held on one person to be written?"""
    title = _tr("Choose an empty folder for all that is held on this person.")
    return file_dialog.ask_folder(window, title, _documents())


def ask_stick(window: QWidget) -> Path | None:
    """On which stick, or in which folder, is the locked file to be saved?"""
    return file_dialog.ask_folder(window, _tr("Choose a stick or a folder for the locked file."), "")


def bundle_in(folder: Path, workshop: Path) -> Path:
    """A free name for a bundle: the workshop's own and the minute, since no bundle is written over another."""
    stamp = QDateTime.currentDateTime().toString("yyyy-MM-dd HHmm")
    names = (f"{workshop.stem} {stamp}{extra}{LOCKED}" for extra in ("", *(f" {n}" for n in range(2, 100))))
    return next((folder / name for name in names if not (folder / name).exists()), folder / f"{workshop.stem}{LOCKED}")


def ask_archive(window: QWidget) -> Path | None:
    """Which archive?"""
    return file_dialog.ask_file(window, _tr("Choose the archive"), _documents(), _archives())


def ask_new_archive(window: QWidget) -> Path | None:
    """Where is the new archive to be kept?"""
    start = str(Path(_documents()) / _tr("Workshops of the office.office"))
    chosen = file_dialog.ask_new_file(window, _tr("New archive: where to keep it"), start, _archives())
    return chosen.with_suffix(".office") if chosen else None


def ask_returned(window: QWidget) -> Path | None:
    """Which stick or folder came back?"""
    return file_dialog.ask_folder(window, _tr("Choose the stick or folder that came back"), "")


def ask_returned_files(window: QWidget) -> list[Path]:
    """Which files came back?"""
    return file_dialog.ask_files(window, _tr("Choose the files that came back"), "", _carried())


def ask_list(window: QWidget) -> Path | None:
    """Which file is the list of people?"""
    kinds = _tr("Lists of people (*.csv *.tsv *.txt)")
    return file_dialog.ask_file(window, _tr("Bring in a list of people"), _documents(), kinds)


def ask_pictures(window: QWidget) -> list[Path]:
    """Which pictures of notes?"""
    kinds = _tr("Pictures (*.jpg *.jpeg *.png *.webp *.bmp *.gif *.tif *.tiff)")
    return file_dialog.ask_files(window, _tr("Pictures of notes"), _documents(), kinds)


def ask_picture(window: QWidget, name: str) -> Path | None:
    """Where is a picture of the wall to be saved?"""
    start = str(Path(_documents()) / f"{file_name(name, _tr('Wall'))}.png")
    return file_dialog.ask_new_file(window, _tr("Save the wall as a picture"), start, _tr("Pictures (*.png *.svg)"))


def ask_place(window: QWidget, start: Path) -> Path | None:
    """In which folder are the PDFs to be saved?"""
    return file_dialog.ask_folder(window, _tr("Choose where to save the PDFs"), str(start))


def file_name(words: str, otherwise: str) -> str:
    """Words as a file's name on every system, without an ending; `otherwise` where nothing of them can be one."""
    kept = "".join(sign if _may_be_in_a_name(sign) else " " for sign in words)
    name = " ".join(kept.split())[:LONGEST].strip(" .")
    return otherwise if not name or _DEVICE.fullmatch(name) else name


def _may_be_in_a_name(sign: str) -> bool:
    return (sign.isprintable() or sign in _JOINERS) and sign not in _NO_NAME


def _documents() -> str:
    """The folder where a person's files are. Not every system has one before something is kept there."""
    found = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return found if Path(found).is_dir() else str(Path.home())


def _kinds() -> str:
    return _tr("Workshops (*.workshop)")


def _carried() -> str:
    return _tr("Workshops and locked files (*.workshop *.bundle)")


def _archives() -> str:
    return _tr("Archives (*.office)")


def _tr(words: str) -> str:
    return QCoreApplication.translate("files", words)
