"""Kills a program while it adds notes, undoes and does again, and looks at what is left; then the next program goes on
with the same file. Prints what did not hold.

    python -m tests.faults.drive_killing FOLDER ROUNDS
"""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import uuid
from dataclasses import dataclass, field
from pathlib import Path

from facilitator.domain.board import Note
from facilitator.domain.change import Change
from facilitator.domain.gestures.board import add_note
from facilitator.workshop.workshop import Workshop
from tests.faults.story import BOARD, begin, places

MOST = 40
TOGETHER = 5
"""So many notes are one Change, so that half of one would be seen."""


@dataclass
class Told:
    """What the killed program said had been stored, and what it had said it would do next."""

    stored: set[str] = field(default_factory=set[str])
    taken_back: set[str] = field(default_factory=set[str])
    next: str = ""


def main(folder: Path, rounds: int) -> int:
    """Kill as often as asked; prints a line of JSON."""
    path = begin(folder)
    told, broken, heard = Told(), list[str](), 0
    chance = random.Random(rounds)
    for number in range(rounds):
        heard += one_round(path, told, chance.randint(1, MOST))
        broken += [f"round {number}: {problem}" for problem in look(path, told)]
    print(json.dumps({"acknowledged": heard, "broken": broken}))
    return 0


def one_round(path: Path, told: Told, until: int) -> int:
    """Listen to a child until it has said so much, and kill it, wherever it is by then."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        add_notes(path, writing)
    os.close(writing)
    heard = 0
    with os.fdopen(reading, encoding="utf-8") as pipe:
        for line in pipe:
            heard += hear(told, line.rstrip("\n"))
            if heard == until:
                os.kill(child, signal.SIGKILL)  # what it has said by now still comes through the pipe
    os.waitpid(child, 0)
    return heard


def hear(told: Told, line: str) -> bool:
    """Take in a line; whether it says that something was stored."""
    if not line.endswith("."):
        return False  # it died in the middle of a word
    what, words = line[:-1].split(" ")
    if what == "next":
        told.next = words
        return False
    told.next = ""
    {"added": told.stored.add, "again": told.stored.add, "undone": told.taken_back.add}[what](words)
    if what == "undone":
        told.stored.discard(words)
    else:
        told.taken_back.discard(words)
    return True


def add_notes(path: Path, pipe: int) -> None:
    """In the child: never ends by itself."""
    workshop = Workshop.open(path, places(path.parent))
    while True:
        words = uuid.uuid4().hex
        notes = [add_note(BOARD, f"{words} {n}") for n in range(TOGETHER)]
        say(pipe, "next", words)
        workshop.apply(Change("notes-import", tuple(edit for note in notes for edit in note.edits)))
        say(pipe, "added", words)
        if random.random() < 0.4:
            say(pipe, "next", words)
            workshop.undo()
            say(pipe, "undone", words)
            if random.random() < 0.5:
                say(pipe, "next", words)
                workshop.redo()
                say(pipe, "again", words)


def say(pipe: int, what: str, words: str) -> None:
    """At once, with nothing kept back."""
    os.write(pipe, f"{what} {words}.\n".encode())


def look(path: Path, told: Told) -> list[str]:
    """What does not hold. What the child was at when it died may be there or not, but whole."""
    with Workshop.open(path, places(path.parent)) as workshop:
        problems = workshop.check()
        notes = workshop.read(lambda reader: [note.text for note in reader.find(Note)])
    counted: dict[str, int] = {}
    for text in notes:
        words = text.split(" ")[0]
        counted[words] = counted.get(words, 0) + 1
    problems += [
        f"{words} is there with {count} notes of {TOGETHER}" for words, count in counted.items() if count != TOGETHER
    ]
    problems += [f"{words} was acknowledged and is lost" for words in told.stored - counted.keys() - {told.next}]
    problems += [f"{words} was taken back and is there" for words in told.taken_back & counted.keys() - {told.next}]
    problems += [f"{words} is from nowhere" for words in counted.keys() - told.stored - told.taken_back - {told.next}]
    settle(told, counted)
    return problems


def settle(told: Told, counted: dict[str, int]) -> None:
    """What was on its way is now known."""
    if told.next:
        told.stored.discard(told.next)
        told.taken_back.discard(told.next)
        (told.stored if told.next in counted else told.taken_back).add(told.next)
        told.next = ""


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), int(sys.argv[2])))
