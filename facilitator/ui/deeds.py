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


def _words(text: str) -> str:
    return QCoreApplication.translate("deeds", text)
