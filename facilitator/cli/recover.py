"""`recover`: what can be saved of a damaged file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from facilitator.cli.files import ENDING, AsJson, WorkshopFile
from facilitator.cli.say import in_words, note, show, show_json
from facilitator.domain.errors import BadInput

if TYPE_CHECKING:
    from facilitator.workshop.recovering import Recovered

To = Annotated[
    Path | None, typer.Option("--to", metavar="NEW", help="The new file.", show_default=False, readable=False)
]
WORDS = {
    "session": "sessions",
    "activity": "blocks",
    "participant": "people",
    "story": "stories",
    "insight": "insights",
    "board": "boards",
    "theme": "themes",
    "note": "notes",
    "poll": "votes",
    "ballot": "ballots",
    "mark": "marks",
    "idea": "ideas",
    "prototype": "prototypes",
    "feedback": "feedback notes",
}


def recover(file: WorkshopFile, to: To = None, as_json: AsJson = False) -> None:
    """Save what is left of a damaged file into a new one, and say what is missing. The damaged file stays as it is.

    Example: facilitator recover park.workshop --to park-recovered.workshop
    """
    from facilitator.workshop.places import Places
    from facilitator.workshop.recovering import recover as save

    if to is None:
        raise BadInput("Say where to write what is saved: --to with the name of a new file.")
    done = save(file, to.with_suffix(ENDING), Places.of_this_laptop())
    if as_json:
        show_json(
            {
                "path": str(done.path),
                "rows": dict(done.rows),
                "from_tables": done.from_tables,
                "missing": dict(done.missing),
                "missing_changes": done.missing_steps,
                "missing_pictures": done.missing_pictures,
                "newest_backup": str(done.newest_backup) if done.newest_backup else None,
            }
        )
        return
    _say(done)


def _say(done: Recovered) -> None:
    saved = [(done.rows[table], words) for table, words in WORDS.items() if done.rows.get(table)]
    show(f"Wrote {done.path} with {in_words(saved)}.")
    missing = [(many, WORDS.get(table, f"rows of {table}")) for table, many in sorted(done.missing.items())]
    missing += [(done.missing_steps, "steps of the history")] if done.missing_steps else []
    missing += [(done.missing_pictures, "pictures")] if done.missing_pictures else []
    note(f"Missing, as far as can be known: {in_words(missing)}." if missing else "Nothing is known to be missing.")
    if done.sheets_unknown:
        note("Sheets that were printed before cannot be read any more; print them again.")
    if done.newest_backup and missing:
        note(f"The newest backup is {done.newest_backup}. Look there for what is missing.")
