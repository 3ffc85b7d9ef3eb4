"""A person's right to be forgotten: out of rows, log and pictures, out of this laptop's backups where that is wanted,
and, because a removal for good travels, out of every later merge.
"""

from __future__ import annotations

import contextlib
import os
import shutil
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from facilitator.domain.errors import DiskTrouble, Expected, NotFound
from facilitator.domain.find import folded
from facilitator.domain.gestures.board import remove_notes_for_good
from facilitator.domain.gestures.rights import Forgetting, black_out, forget_person
from facilitator.domain.people import Participant
from facilitator.domain.schema import shapes
from facilitator.workshop.places import Places
from facilitator.workshop.queries.board import what_hangs_on
from facilitator.workshop.queries.traces import (
    PERSON,
    forgotten_people,
    mentions,
    name_everywhere,
    still_written,
    traces_of,
)
from facilitator.workshop.scratch import scratch
from facilitator.workshop.workshop import Workshop

if TYPE_CHECKING:
    import uuid
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from facilitator.domain.change import Effects, RowRef
    from facilitator.workshop.reader import Reader

WHY = "before-forgetting"


@dataclass(frozen=True, slots=True)
class Wanted:
    """Whom to forget and how far: `keep_words` lets the notes they said go on as nobody's; `everywhere` blacks the name
    out where others wrote it. `passphrase` opens the backups of an encrypted workshop.
    """

    person_id: uuid.UUID
    name: str
    keep_words: bool = False
    everywhere: bool = False
    passphrase: str = ""


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What was forgotten: how many rows of each table went, and how many were written anew. `mentions` are rows that
    still say the name, `held` the backups on this laptop that still hold the person; `effects` are those of forgetting
    the person.
    """

    rows: Mapping[str, int]
    anew: int
    mentions: tuple[RowRef, ...]
    held: tuple[Path, ...]
    effects: Effects

    @property
    def remains(self) -> bool:
        """Whether words could not be wiped off the disk yet."""
        return self.effects.remains


def find_person(reader: Reader, who: str) -> tuple[uuid.UUID, str]:
    """The one person of this name, or with this id; the name is empty for one who was forgotten. Raises NotFound for
    nobody, and for several, with their ids.
    """
    wanted, wanted_id = folded(" ".join(who.split())), who.strip().casefold()
    every = reader.find(Participant)
    found = [one for one in every if folded(" ".join(one.display_name.split())) == wanted or str(one.id) == wanted_id]
    if len(found) == 1:
        return found[0].id, found[0].display_name
    if found:
        ids = ", ".join(f"{one.id} ({one.organisation.strip() or one.stakeholder_group or one.kind})" for one in found)
        raise NotFound(f"{len(found)} people have this name. Say which by the id: {ids}.")
    forgotten = [person_id for person_id in forgotten_people(reader) if str(person_id) == wanted_id]
    if forgotten:
        return forgotten[0], ""
    raise NotFound("Nobody in this workshop has this name. Write it as it stands in the list of people, or use the id.")


def forget(workshop: Workshop, wanted: Wanted) -> Forgotten:
    """Forget a person for good, after a backup. Raises what applying a Change raises, and then nobody is forgotten."""
    workshop.back_up(WHY)
    forgetting = workshop.read(lambda reader: traces_of(reader, wanted.person_id, keep_words=wanted.keep_words))
    effects = workshop.apply(forget_person(forgetting))
    blacked_out = _black_out(workshop, wanted.name) if wanted.everywhere else None
    still_said = workshop.read(lambda reader: mentions(reader, wanted.name)) if wanted.name.strip() else []
    every = [one for one in (forgetting, blacked_out) if one]
    return Forgotten(
        rows=Counter(ref.table for one in every for ref in one.gone),
        anew=sum(len(one.anew) for one in every),
        mentions=tuple(still_said),
        held=tuple(backup.path for backup in workshop.backups_holding(_ids(every))),
        effects=effects,
    )


def forget_in_backups(backups: Iterable[Path], places: Places, wanted: Wanted) -> list[Path]:
    """Forget the person in backups too; gives those that could not be rewritten and are as they were."""

    def forget_there(there: Workshop) -> None:
        there.apply(
            forget_person(there.read(lambda reader: traces_of(reader, wanted.person_id, keep_words=wanted.keep_words)))
        )
        if wanted.everywhere:
            _black_out(there, wanted.name)

    return [backup for backup in backups if not _rewritten(backup, places, wanted.passphrase, forget_there)]


def take_out_of_backups(
    backups: Iterable[Path], places: Places, gone: Sequence[RowRef], passphrase: str = ""
) -> list[Path]:
    """Take what was removed for good here (people, notes, other rows) out of backups too, each rewritten once; gives
    those that could not be and are as they were. What a backup has not heard of is passed over.
    """

    def take_out(there: Workshop) -> None:
        for ref in there.read(lambda reader: still_written(reader, gone)):
            if ref.table == PERSON:
                there.apply(forget_person(there.read(lambda reader, one=ref.id: traces_of(reader, one))))
        left = there.read(lambda reader: still_written(reader, gone))
        notes = [ref.id for ref in left if ref.table == "note"]
        if notes:
            hanging = there.read(lambda reader: what_hangs_on(reader, notes))
            there.apply(remove_notes_for_good(notes, [ref for ref in hanging if ref.id not in notes]))
        if others := [ref for ref in there.read(lambda reader: still_written(reader, gone)) if ref.table in shapes()]:
            there.apply(black_out(Forgetting(others)))

    return [backup for backup in backups if not _rewritten(backup, places, passphrase, take_out)]


def forget_again(workshop: Workshop) -> Effects | None:
    """Forget what another laptop had still written of people who were forgotten, once it came in by a merge."""
    effects = None
    for person_id in workshop.read(forgotten_people):
        forgetting = workshop.read(lambda reader, person=person_id: traces_of(reader, person))
        if len(forgetting.gone) + len(forgetting.anew) > 1:  # the person's own row is always among them
            effects = workshop.apply(forget_person(forgetting))
    return effects


def _black_out(workshop: Workshop, name: str) -> Forgetting:
    found = workshop.read(lambda reader: name_everywhere(reader, name))
    if found.gone or found.anew:
        workshop.apply(black_out(found))
    return found


def _ids(every: Iterable[Forgetting]) -> list[uuid.UUID]:
    return [ref.id for one in every for ref in (*one.gone, *(anew.old for anew in one.anew))]


def _rewritten(backup: Path, places: Places, passphrase: str, forget_there: Callable[[Workshop], None]) -> bool:
    """A copy is opened and forgets; only when it is whole does it take the backup's place."""
    try:
        with scratch(places) as folder:
            copy = Path(shutil.copy(backup, folder))
            with Workshop.open(copy, Places(folder, places.device), passphrase=passphrase) as there:
                forget_there(there)
                whole = not there.check()
            with copy.open("rb+") as file:
                os.fsync(file.fileno())
            if whole:
                with contextlib.suppress(OSError):
                    shutil.copymode(backup, copy)
                copy.replace(backup)
            return whole
    except (OSError, Expected, DiskTrouble):
        return False
