"""The words for a Change, made from its code and details; the file holds no prose."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from facilitator.cli.say import amount
from facilitator.domain.change import Value

WORDS = {
    "workshop-new": "Make the workshop",
    "version-choose": "Choose between two versions",
    "workshop-share": "Copy a workshop without names",
    "workshop-recover": "Save what was left of a damaged file",
    "programme-describe": "Say what the programme is",
    "session-add": "Add a session",
    "session-edit": "Change a session",
    "session-remove": "Take a session off the plan",
    "activity-add": "Add a block to a session",
    "activities-add": "Add {blocks} to a session",
    "promises-carry": "Carry promises into a session",
    "activity-copy": "Copy a block of a session",
    "session-copy": "Plan a session again",
    "activity-edit": "Change a block of a session",
    "activity-move": "Move a block of a session",
    "activity-remove": "Take a block off the plan",
    "activity-poll": "Put a vote in a block",
    "table-add": "Add a table",
    "tables-add": "Add the tables of the room",
    "person-add": "Add a person",
    "person-edit": "Change what is known of a person",
    "person-remove": "Take a person off the list",
    "person-walk-in": "Add a person who walked in",
    "person-forget": "Forget a person for good",
    "name-black-out": "Black a name out for good",
    "people-add": "Add {people}",
    "people-import": "Bring in {people}",
    "people-seat": "Seat {people}",
    "people-link": "Draw {links} between people",
    "arrivals-tick": "Tick {people} as arrived",
    "arrivals-untick": "Take back that {people} arrived",
    "consent-answer": "Keep an answer about consent",
    "consents-answer": "Keep {answers} about consent",
    "consent-change": "Change an answer about consent",
    "consent-forget": "Take back an answer about consent",
    "consent-withdraw": "Somebody took back a yes",
    "story-add": "Add a story",
    "quote-mark": "Mark a quote",
    "insight-add": "Add an insight",
    "insights-add": "Add insights",
    "board-add": "Add a board",
    "board-reword": "Change the question of a board",
    "board-ask-from": "Ask from an insight",
    "board-colours": "Say what the colours mean",
    "note-add": "Add a note",
    "note-edit": "Change a note",
    "note-split": "Make one note into {notes}",
    "note-translate": "Translate a note",
    "notes-add": "Add {notes}",
    "notes-colour": "Colour {notes}",
    "notes-language": "Say the language of {notes}",
    "notes-said-by": "Say who said {notes}",
    "notes-merge": "Make {notes} into one",
    "notes-move": "Move {notes}",
    "notes-arrange": "Arrange {notes} on the wall",
    "notes-duplicate": "Copy {notes}",
    "notes-photo": "Bring in pictures of {notes}",
    "note-picture": "Cut out or turn the picture of a note",
    "round-begin": "Begin a private round",
    "round-reveal": "Show {notes} at once",
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
    "poll-terms": "Say what a vote will do",
    "poll-remove": "Throw away a vote that was not begun",
    "poll-edit": "Change a vote",
    "options-place": "Put the options of a vote in order",
    "ballot-assist": "Count a vote that was helped with",
    "poll-open": "Open a vote",
    "poll-close": "Close a vote",
    "ballots-issue": "Give out {ballots}",
    "ballots-count": "Count {ballots}",
    "ballot-count": "Count a ballot",
    "ballot-spoil": "Lay a ballot aside as spoilt",
    "ballot-correct": "Count a ballot anew",
    "hands-count": "Count {hands}",
    "tokens-count": "Count {tokens}",
    "poll-reopen": "Open a vote again",
    "option-name": "Name an option of a vote",
    "options-name": "Name {options} of a vote",
    "option-remove": "Take an option off a vote",
    "options-hide": "Hide {options} of a vote",
    "options-show": "Show {options} of a vote again",
    "idea-add": "Add an idea",
    "idea-edit": "Change an idea",
    "idea-root": "Say what an idea grew from",
    "prototype-add": "Add a prototype",
    "prototype-edit": "Change a prototype",
    "trial-add": "Add a try-out",
    "trial-edit": "Say how many tried it",
    "feedback-add": "Add feedback",
    "feedback-edit": "Change feedback",
    "feedback-withhold": "Hide feedback",
    "feedback-show": "Show feedback again",
    "feedback-remove": "Take feedback away",
    "decision-add": "Keep a decision",
    "decision-edit": "Change a decision",
    "rows-join": "Make one of what was typed twice",
}
KINDS = ("notes", "ballots", "people", "answers", "links", "options", "hands", "tokens", "blocks")
"""What the details of a Change count."""
DID = {"do": "", "undo": "Undo: ", "redo": "Redo: "}


def words(code: str, details: Mapping[str, Value], did: Literal["do", "undo", "redo"] = "do") -> str:
    """What a Change did, in plain English. A code from a newer version is shown as it is."""
    counts = {kind: _amount(details.get(kind), kind) for kind in KINDS}
    return DID[did] + WORDS.get(code, code.replace("-", " ").capitalize()).format(**counts)


def _amount(count: Value, kind: str) -> str:
    if isinstance(count, int) and (count, kind) == (1, "people"):
        return "1 person"
    return amount(count, kind) if isinstance(count, int) else kind
