"""`erase` and `subject-access`: a person's rights to be forgotten and to be told what is held on them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from facilitator.cli.files import AsJson, WorkshopFile, opened
from facilitator.cli.say import amount, in_words, note, show, show_json
from facilitator.cli.still_there import erase_again, mention, say_held, say_mentions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from facilitator.workshop.forgetting import Forgotten
    from facilitator.workshop.queries.conflict_view import Found

WORDS = {
    "attendance": "arrivals",
    "consent": "answers about consent",
    "connection": "links to others",
    "seat": "seats",
    "note": "notes",
    "option": "options of votes",
    "mark": "marks on ballots",
}

Person = Annotated[
    str, typer.Argument(metavar="PERSON", help="The name as it stands in the list, or the id.", show_default=False)
]
KeepWords = Annotated[
    bool, typer.Option("--keep-words", help="Let the notes they said go on as nobody's, without their pictures.")
]
Everywhere = Annotated[
    bool,
    typer.Option("--everywhere", help="Also black the name out where others wrote it."),
]
InBackups = Annotated[bool, typer.Option("--backups", help="Also forget them in the backups on this laptop.")]
Folder = Annotated[
    Path,
    typer.Option("--out", metavar="DIR", help="A new or empty folder.", readable=False, show_default=False),
]


def erase(
    file: WorkshopFile,
    person: Person,
    keep_words: KeepWords = False,
    everywhere: Everywhere = False,
    backups: InBackups = False,
    as_json: AsJson = False,
) -> None:
    """Forget a person for good: their entry, answers, links, and the notes they said. It cannot be undone.

    It goes along with every later merge, so an older copy cannot bring them back. The merge says where others wrote
    the name meanwhile; what is typed after that is not found, because the name is kept nowhere.

    Example: facilitator erase park.workshop "Amina Okonkwo" --backups
    """
    from facilitator.workshop.forgetting import Wanted, find_person, forget, forget_in_backups
    from facilitator.workshop.places import Places
    from facilitator.workshop.queries.conflict_view import found

    with opened(file) as workshop:
        person_id, name = workshop.read(lambda reader: find_person(reader, person))
        wanted = Wanted(person_id, name, keep_words, everywhere, workshop.passphrase)
        done = forget(workshop, wanted)
        mentions = workshop.read(lambda reader: found(reader, done.mentions))
    places = Places.of_this_laptop()
    held = forget_in_backups(done.held, places, wanted) if backups else list(done.held)
    if as_json:
        show_json(
            {
                "removed": dict(done.rows),
                "rewritten": done.anew,
                "mentions": [mention(one) for one in mentions],
                "backups": [str(path) for path in held],
            }
        )
        return
    _say(done, mentions, held, erase_again(file, person_id))


def _say(done: Forgotten, mentions: Sequence[Found], held: list[Path], again: str) -> None:
    counts = [(done.rows[table], words) for table, words in WORDS.items() if done.rows.get(table)]
    show(f"Forgotten for good: the person, with {in_words(counts)}." if counts else "Forgotten for good: the person.")
    if done.anew:
        show(f"Written anew without the name: {amount(done.anew, 'rows')}.")
    say_mentions(mentions)
    say_held(held, [again])
    if done.remains:
        note("The words could not be wiped off the disk yet. Free some space, then open and close the workshop once.")


def subject_access(file: WorkshopFile, person: Person, out: Folder) -> None:
    """Write all that is held on one person into a folder, to give to them. Of others it says no name.

    Example: facilitator subject-access park.workshop "Amina Okonkwo" --out for-amina/
    """
    from facilitator.exchange.subject_access import write_subject_access
    from facilitator.workshop.forgetting import find_person
    from facilitator.workshop.queries.subject_access import held_on

    with opened(file) as workshop:
        title = workshop.title
        person_id, _ = workshop.read(lambda reader: find_person(reader, person))
        held = workshop.read(lambda reader: held_on(reader, person_id, title))
    for path in write_subject_access(held, out):
        show(f"Wrote {path}")
    if held.mentions:
        note("Where somebody else wrote the name, other people may be named too. Read it before you hand it over.")
