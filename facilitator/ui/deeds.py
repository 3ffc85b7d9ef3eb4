"""What can be done at one station only, with its keys: a function each, read by the one table of actions."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

COLOURS = range(1, 8)


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing to do at a station: its name in the code, its words and its keys. `writes` says that it changes the
    workshop. The page of the station does it in `do(name)`.
    """

    name: str
    words: str
    keys: tuple[str, ...]
    writes: bool = True


def nothing() -> tuple[Deed, ...]:
    """A station without keys of its own."""
    return ()


def plan() -> tuple[Deed, ...]:
    """Done to the sessions and to the chosen block of one."""
    return (
        Deed("plan-edit", _words("Change the block"), ("F2",), writes=False),
        Deed("plan-session", _words("Change the session itself"), ("F4",), writes=False),
        Deed("plan-up", _words("Move the block up"), ("Ctrl+Up", "Alt+Up")),
        Deed("plan-down", _words("Move the block down"), ("Ctrl+Down", "Alt+Down")),
        Deed("plan-longer", _words("Make the block a minute longer; Shift and an arrow: five"), ("+", "=")),
        Deed("plan-shorter", _words("Make the block a minute shorter; Shift and an arrow: five"), ("-",)),
        Deed("plan-remove", _words("Take the block off the plan"), ("Delete",)),
        Deed("plan-copy", _words("Copy the block"), ("Ctrl+D",)),
        Deed("plan-new", _words("Plan a new session"), ("Ctrl+B",)),
        Deed("plan-next", _words("Go to the next session"), ("Ctrl+PgDown",), writes=False),
        Deed("plan-before", _words("Go to the session before"), ("Ctrl+PgUp",), writes=False),
    )


def boards() -> tuple[Deed, ...]:
    """Done to a board or to its selected notes."""
    return (
        *(Deed(f"colour-{n}", _words("Colour {number}").format(number=n), (f"Alt+{n}",)) for n in COLOURS),
        Deed("edit", _words("Change the note"), ("F2",)),
        Deed("withhold", _words("Hide the note from the room, or show it again"), ("F8",)),
        Deed("board-new", _words("Ask a new question on a board of its own"), ("Ctrl+B",)),
        Deed("board-next", _words("Go to the next board"), ("Ctrl+PgDown",), writes=False),
        Deed("board-before", _words("Go to the board before"), ("Ctrl+PgUp",), writes=False),
        Deed("group", _words("Put the selected notes in a theme"), ("Ctrl+G",)),
        Deed("ungroup", _words("Take the selected notes out of their theme"), ("Ctrl+U",)),
        Deed("rename-theme", _words("Give the theme another name"), ("Shift+F2",)),
        Deed("remove", _words("Remove the selected notes for good"), ("Ctrl+Delete",)),
        Deed("park", _words("Set the selected notes aside, or take them back up"), ("Ctrl+Shift+P",)),
        Deed("merge", _words("Make one note of the two selected ones"), ("Ctrl+M",)),
        Deed("table", _words("Go to the next table: it says the next notes"), ("Ctrl+T",)),
        Deed("language", _words("Go to the next language: the next notes are written in it"), ("Alt+L",)),
        Deed("language-before", _words("Go to the language before"), ("Alt+Shift+L",)),
        Deed(
            "filter", _words("Show only some notes: by theme, colour, table, language"), ("Ctrl+Shift+F",), writes=False
        ),
        Deed("show-all", _words("Show all notes again"), ("Ctrl+Shift+X",), writes=False),
        Deed("vote", _words("Make a vote of the selected notes"), ("Ctrl+Shift+V",)),
        Deed("wall", _words("Show the notes as a wall, or as a list"), ("F6",), writes=False),
        Deed("arrange-theme", _words("Arrange the wall by theme"), ("Ctrl+Alt+1",)),
        Deed("arrange-colour", _words("Arrange the wall by colour"), ("Ctrl+Alt+2",)),
        Deed("arrange-votes", _words("Arrange the wall by votes"), ("Ctrl+Alt+3",)),
        Deed("arrange-grid", _words("Arrange the wall in rows"), ("Ctrl+Alt+4",)),
        Deed("stack", _words("Stack the selected notes"), ("Ctrl+Alt+5",)),
        Deed("duplicate", _words("Copy the selected notes"), ("Ctrl+D",)),
        Deed("split", _words("Make a note of each line of the selected one"), ("Ctrl+Shift+M",)),
        Deed("round", _words("Begin a private round, or show all its notes at once"), ("Ctrl+Shift+R",)),
        Deed("photos", _words("Bring in pictures of notes"), ("Ctrl+Shift+O",)),
        Deed("photos-whole", _words("Bring in pictures as large as they were taken"), ("Shift+F7",)),
        Deed("type-up", _words("Type up pictures of notes"), ("Ctrl+Shift+T",)),
        Deed("wall-picture", _words("Save the wall as a picture"), ("Ctrl+Shift+W",), writes=False),
        Deed("idea", _words("Begin an idea to try from the selected notes"), ("Ctrl+Shift+I",)),
    )


def votes() -> tuple[Deed, ...]:
    """Done to a vote: preparing it, counting it in, and showing what it came to."""
    return (
        Deed("poll-new", _words("Make a new vote"), ("Ctrl+B",)),
        Deed("poll-go", _words("Open the vote, or close it and show the result"), ("Ctrl+Return",)),
        Deed("poll-from-board", _words("Put themes or notes of a board on the ballot"), ("Ctrl+Shift+B",)),
        Deed("ballots-give-out", _words("Say how many more ballots are given out"), ("Ctrl+G",)),
        Deed("ballot-correct", _words("Look at a counted ballot again, by its number; change an option"), ("F2",)),
        Deed("ballot-spoil", _words("Lay the ballot aside as spoilt"), ("Ctrl+Delete",)),
        Deed("ballot-assist", _words("Count what is typed as an assisted vote"), ("Ctrl+Shift+A",)),
        Deed("hands", _words("Count a show of hands"), ("Ctrl+H",)),
        Deed("tokens", _words("Count tokens in jars"), ("Ctrl+J",)),
        Deed("result-copy", _words("Copy the result as text"), ("Ctrl+Shift+C",), writes=False),
        Deed("poll-next", _words("Go to the next vote"), ("Ctrl+PgDown",), writes=False),
        Deed("poll-before", _words("Go to the vote before"), ("Ctrl+PgUp",), writes=False),
    )


def prototypes() -> tuple[Deed, ...]:
    """Done while people try a version of an idea, or to what they said of it."""
    piles = (_words("Worked"), _words("To change"), _words("Question"), _words("New idea"))
    views = (_words("Would use it"), _words("Would help run it"), _words("Both"))
    pile, view = _words("What is said next goes on the pile: {pile}"), _words("What is said next is the view: {view}")
    return (
        *(Deed(f"pile-{n}", pile.format(pile=one), (f"Alt+{n}",)) for n, one in enumerate(piles, 1)),
        *(Deed(f"view-{n}", view.format(view=one), (f"Alt+{n + 4}",)) for n, one in enumerate(views, 1)),
        Deed("rate", _words("Count how it felt: then 1, 2, 3 or 4 for each person"), ("Ctrl+R",)),
        Deed("decide", _words("Write down what is decided"), ("Ctrl+D",)),
        Deed("feedback-edit", _words("Change what was said"), ("F2",)),
        Deed("feedback-withhold", _words("Hide what was said from the room, or show it again"), ("F8",)),
        Deed("feedback-remove", _words("Take away what was said"), ("Ctrl+Delete",)),
        Deed("compare", _words("Show two versions beside each other, or one again"), ("F7",), writes=False),
        Deed("version-next", _words("Go to the next version"), ("Ctrl+PgDown",), writes=False),
        Deed("version-before", _words("Go to the version before"), ("Ctrl+PgUp",), writes=False),
        Deed("idea-next", _words("Go to the next idea"), ("Ctrl+Shift+PgDown",), writes=False),
        Deed("idea-before", _words("Go to the idea before"), ("Ctrl+Shift+PgUp",), writes=False),
        Deed("version-new", _words("Begin the next version"), ("Ctrl+Shift+B",)),
        Deed("idea-new", _words("Name a new idea"), ("Ctrl+B",)),
    )


def printing() -> tuple[Deed, ...]:
    """Done with the papers that are ticked."""
    return (
        Deed("save-pdf", _words("Save what is ticked as PDF"), ("Ctrl+S",), writes=False),
        Deed("send", _words("Print what is ticked"), ("Ctrl+Return",), writes=False),
        Deed("only-this", _words("Tick only the document you are at"), ("Ctrl+Shift+O",), writes=False),
        Deed("only-changed", _words("Tick only what changed since it was printed"), ("Ctrl+Shift+D",), writes=False),
        Deed("all-again", _words("Tick all that the session needs"), ("Ctrl+Shift+A",), writes=False),
        Deed("put-right", _words("Type in what a check sheet says"), ("Ctrl+Shift+C",), writes=False),
    )


def together() -> tuple[Deed, ...]:
    """Done where laptops come back together, and to what happened."""
    return (
        Deed("bring-together", _words("Bring in another laptop's file"), ("Ctrl+B",)),
        Deed("carry", _words("Save the workshop as one locked file"), ("Ctrl+Shift+B",), writes=False),
        Deed("happened", _words("Show what happened, or what there is to choose"), ("Ctrl+H",), writes=False),
        Deed("past-take-back", _words("Take the chosen step back alone"), ("Ctrl+Delete",)),
    )


def _words(text: str) -> str:
    return QCoreApplication.translate("deeds", text)
