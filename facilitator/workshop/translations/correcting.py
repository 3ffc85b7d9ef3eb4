"""Corrections by somebody who speaks the language: a copy of our catalogue to work on, and taking it in again.

They go into this laptop's own folder, with her name, and are used from then on. The installed app is never changed.
"""

from __future__ import annotations

import time
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from facilitator.domain.errors import BadInput, DiskTrouble
from facilitator.store.lock import WriterLock
from facilitator.workshop.safe_write import safely_written
from facilitator.workshop.translations.catalogue import Catalogue, Entry, read_catalogue

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Mapping
    from pathlib import Path

    import polib

    from facilitator.workshop.translations.shelf import Shelf

LONGEST_NAME = 80
_WAIT, _WAITS = 0.02, 250  # seconds, and how often: keeping takes a twentieth of a second
_HEAD = """Our own words, to be printed. Change what stands under "msgstr". An entry marked "fuzzy" (in Poedit: "needs
work") is a draft that nobody has checked: take the mark off when it is right. Keep what is in curly brackets."""


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What a catalogue brought: entries now checked, entries in other words, and those we do not print."""

    language: str
    checked: int
    changed: int
    unknown: int


def hand_out(shelf: Shelf, language: str, out: Path) -> int:
    """Write the catalogue as it is used on this laptop, to be corrected; gives how many entries it has."""
    catalogue = shelf.catalogue(language)
    _write(catalogue, _plural_forms(shelf, language), out)
    return len(catalogue.entries)


def take_in(shelf: Shelf, corrected: Path, by: str, day: str, *, all_checked: bool = False) -> TakenIn:
    """Keep what a corrected catalogue says: what has no mark is checked, `by` whom and on which day (ISO 8601). With
    `all_checked` she read it all, whatever is marked. Raises BadInput, and then keeps nothing.
    """
    who = checker(by)
    brought = read_catalogue(corrected)
    if brought.language not in shelf.languages()[1:]:
        raise BadInput(f"{corrected.name} is in a language that we have no catalogue of. Start from a copy of ours.")
    now = shelf.catalogue(brought.language)
    if any(len(entry.forms) != len(_forms_of(now, entry)) for entry in _known(brought, now)):
        raise BadInput(f"{corrected.name} counts in other forms than our catalogue does. Start from a copy of ours.")
    kept: dict[str, Entry] = {}
    for entry in _known(brought, now):
        before = now.entries[entry.sentence]
        if all_checked or entry.checked:
            kept[entry.sentence] = checked_by(who, day, before, entry.forms)
        elif entry.forms != before.forms:
            kept[entry.sentence] = replace(entry, by="", on="")
    keep(shelf, brought.language, kept)
    return TakenIn(
        brought.language,
        checked=sum(entry.checked for entry in kept.values()),
        changed=sum(entry.forms != now.entries[entry.sentence].forms for entry in kept.values()),
        unknown=len(brought.translated) - len(_known(brought, now)),
    )


def checker(typed: str) -> str:
    """The name of who checked it. Raises BadInput where there is none."""
    who = " ".join(typed.split())
    if not who or len(who) > LONGEST_NAME or not who.isprintable():
        raise BadInput("Say who checked it, in a name of at most 80 letters.")
    return who


def checked_by(who: str, day: str, before: Entry, forms: tuple[str, ...]) -> Entry:
    """An entry that somebody found right in these words; whoever found them right first keeps her name on it."""
    if before.checked and before.forms == forms:
        return before
    return replace(before, forms=forms, checked=True, by=who, on=day)


def _known(brought: Catalogue, now: Catalogue) -> list[Entry]:
    return [entry for entry in brought.translated if entry.sentence in now.entries]


def _forms_of(now: Catalogue, entry: Entry) -> tuple[str, ...]:
    """The forms our catalogue has for it; its own where we have none yet."""
    return now.entries[entry.sentence].forms or entry.forms


def keep(shelf: Shelf, language: str, changes: Mapping[str, Entry | None]) -> Mapping[str, Entry | None]:
    """Add to what this laptop has already put right, or take out of it where there is None. Gives what it had of the
    same sentences before, which undoes that when it is kept in turn.
    """
    own = shelf.own_file(language)
    installed, plural_forms = read_catalogue(shelf.installed_file(language)), _plural_forms(shelf, language)
    own.parent.mkdir(parents=True, exist_ok=True)
    with _alone(own):
        before: Mapping[str, Entry] = read_catalogue(own).entries if own.exists() else {}
        now = {sentence: entry for sentence, entry in {**before, **changes}.items() if entry}
        _write(replace(installed, entries=now), plural_forms, own)
    return {sentence: before.get(sentence) for sentence in changes}


@contextmanager
def _alone(own: Path) -> Generator[None]:
    """Nobody else reads and writes this file meanwhile: what two windows keep at one time is all there then. A disk
    that knows no locks does without.
    """
    lock = WriterLock(own)
    with suppress(OSError):
        if not any(lock.take("") or time.sleep(_WAIT) for _ in range(_WAITS)):
            raise DiskTrouble("Another window is keeping what was put right just now. Please try again.")
    try:
        yield
    finally:
        lock.release()


def _plural_forms(shelf: Shelf, language: str) -> str:
    import polib

    return polib.pofile(str(shelf.installed_file(language)), encoding="utf-8").metadata["Plural-Forms"]


def _write(catalogue: Catalogue, plural_forms: str, out: Path) -> None:
    import polib

    po = polib.POFile(wrapwidth=100)
    po.header = _HEAD
    po.metadata = head(catalogue.language, plural_forms)
    po.extend(_entries(catalogue.entries.values()))
    with safely_written(out) as file:
        file.write(f"{po}\n".encode())


def head(language: str, plural_forms: str) -> dict[str, str]:
    """The head of a catalogue."""
    return {
        "Project-Id-Version": "Facilitator",
        "Language": language,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": plural_forms,
    }


def _entries(entries: Iterable[Entry]) -> Iterable[polib.POEntry]:
    import polib

    for entry in entries:
        made = polib.POEntry(
            msgid=entry.sentence,
            flags=[] if entry.checked or not entry.forms else ["fuzzy"],
            tcomment=f"Checked by {entry.by}, {entry.on}" if entry.checked and entry.by else "",
        )
        if entry.many:
            made.msgid_plural = entry.many
            made.msgstr_plural = dict(enumerate(entry.forms))
        else:
            made.msgstr = "".join(entry.forms)
        yield made
