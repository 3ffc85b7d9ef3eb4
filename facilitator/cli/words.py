"""The words for a Change, made from its code and details; the file holds no prose."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from facilitator.cli.say import amount
from facilitator.domain.change import Value

WORDS = {
    "workshop-new": "Make the workshop",
    "board-add": "Add a board",
    "note-add": "Add a note",
    "note-edit": "Change a note",
    "note-translate": "Translate a note",
    "notes-colour": "Colour {notes}",
    "notes-move": "Move {notes}",
    "notes-group": "Put {notes} in a theme",
    "notes-ungroup": "Take {notes} out of a theme",
    "notes-withhold": "Hide {notes}",
    "notes-show": "Show {notes} again",
    "notes-park": "Set {notes} aside",
    "notes-unpark": "Take {notes} back up",
    "notes-remove-for-good": "Remove {notes} for good",
    "notes-import": "Bring in {notes}",
    "theme-add": "Add a theme",
    "theme-rename": "Rename a theme",
    "polis-import": "Bring in {notes} and {ballots} from Polis",
    "poll-add": "Set up a vote",
    "poll-open": "Open a vote",
    "poll-close": "Close a vote",
    "ballots-issue": "Give out {ballots}",
    "ballot-count": "Count a ballot",
    "ballot-spoil": "Lay a ballot aside as spoilt",
    "idea-add": "Add an idea",
    "prototype-add": "Add a prototype",
}
DID = {"do": "", "undo": "Undo: ", "redo": "Redo: "}


def words(code: str, details: Mapping[str, Value], did: Literal["do", "undo", "redo"] = "do") -> str:
    """What a Change did, in plain English. A code from a newer version is shown as it is."""
    counts = {kind: _amount(details.get(kind), kind) for kind in ("notes", "ballots")}
    return DID[did] + WORDS.get(code, code.replace("-", " ").capitalize()).format(**counts)


def _amount(count: Value, kind: str) -> str:
    return amount(count, kind) if isinstance(count, int) else kind
