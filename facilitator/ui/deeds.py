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


def _words(text: str) -> str:
    return QCoreApplication.translate("deeds", text)
