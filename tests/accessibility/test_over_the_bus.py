"""The real program as a screen reader hears it: over the accessibility bus, on a real screen (faults.md, A1, A2)."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from build.desk import Desk
from build.display import virtual_display
from facilitator.domain.gestures.counting import reopen_poll
from facilitator.exchange.millbrook.build import build_millbrook
from facilitator.ui.stations import stations
from facilitator.workshop.places import Places
from facilitator.workshop.queries.voting import polls

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from build.screen_reader import ScreenReader, Thing
    from facilitator.ui.stations import Station

LIMIT = 20  # seconds
MOST_STOPS = 60
LAUNCHER = Path("/usr/libexec/at-spi-bus-launcher")
NAMELESS = {"filler", "panel", "layered pane", "scroll bar", "separator", "label", "table row"}
"""What only holds or divides other things; a label may be empty until there is something to say."""
NOTE = "Note, They moved it and told nobody, colour 1, it happened, said by Table 1"
STATIONS = {station.name: station for station in stations()}

pytestmark = [
    pytest.mark.skipif(not LAUNCHER.exists(), reason="needs the accessibility bus of Linux (at-spi2-core)"),
    pytest.mark.skipif(shutil.which("xdotool") is None, reason="needs xdotool, which only X has"),
]


class Listener:
    """A person who uses the program by keys and ears."""

    def __init__(self, reader: ScreenReader, desk: Desk) -> None:
        self.reader, self.desk = reader, desk
        self.program = reader.program("Facilitator")

    def around(self) -> list[Thing]:
        return list(self.reader.tree(self.program))

    def go(self, station: Station) -> None:
        self.desk.press(f"ctrl+{station.key}")
        self.until(lambda: any(one.role == "label" and one.name == station.words for one in self.around()))

    def until(self, holds: Callable[[], bool]) -> None:
        until = time.monotonic() + LIMIT
        while not holds():
            assert time.monotonic() < until, [str(one) for one in self.around()]
            time.sleep(0.02)

    def tab(self) -> Thing:
        return self.reader.focused_after(lambda: self.desk.press("Tab"))

    def tab_to(self, words: str) -> None:
        heard: list[str] = []
        while len(heard) < MOST_STOPS:
            heard.append(str(self.tab()))
            if words in heard[-1]:
                return
        pytest.fail(f"Tab does not come to {words}: {heard}")


@pytest.fixture(scope="module")
def listener(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Listener]:
    from build.screen_reader import ScreenReader

    home = tmp_path_factory.mktemp("bus")
    names = ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR")
    env = {**os.environ, **dict.fromkeys(names, str(home)), "LC_ALL": "C.UTF-8"}
    file = voting(home / "millbrook.workshop", Places.under(home / "state"))
    with virtual_display() as variables:
        env |= {**variables, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
        command = [sys.executable, "-m", "facilitator", str(file)]
        process = subprocess.Popen(command, cwd=Path(__file__).parents[2], env=env)
        reader = ScreenReader(variables["DBUS_SESSION_BUS_ADDRESS"])
        try:
            desk = Desk(env)
            desk.focus(desk.find("Millbrook"))
            yield Listener(reader, desk)
        finally:
            reader.close()
            process.kill()
            process.wait()


def voting(path: Path, places: Places) -> Path:
    """The example, with the vote by dots open again."""
    with build_millbrook(path, places) as workshop:
        dots = next(poll for poll in workshop.read(polls) if poll.method == "dots")
        workshop.apply(reopen_poll(dots.id))
    return path


@pytest.mark.parametrize("station", STATIONS)
def test_nothing_at_a_station_is_without_a_name(listener: Listener, station: str) -> None:
    listener.go(STATIONS[station])
    around = listener.around()
    assert [one for one in around if one.role not in NAMELESS and not one.name.strip()] == []
    assert any("focused" in one.states for one in around)


@pytest.mark.parametrize("station", STATIONS)
def test_tab_says_where_one_is_and_comes_round(listener: Listener, station: str) -> None:
    listener.go(STATIONS[station])
    first = listener.tab()
    heard = [first]
    while (here := listener.tab()).at != first.at:
        heard.append(here)
        assert len(heard) < MOST_STOPS, "Tab does not come round"
    assert [one for one in heard if not one.name.strip() or one.role in NAMELESS] == []
    assert len({one.at for one in heard}) == len(heard) > 3


def test_a_note_is_heard_with_all_that_is_on_it(listener: Listener) -> None:
    listener.go(STATIONS["boards"])
    listener.until(lambda: NOTE in {one.name for one in listener.around()})


def test_the_notes_on_the_wall_are_heard_and_arrows_say_where_one_is(listener: Listener) -> None:
    listener.go(STATIONS["boards"])
    listener.until(lambda: NOTE in {one.name for one in listener.around()})
    listener.desk.press("F6")
    listener.until(lambda: any(one.role == "list item" and one.name.startswith(NOTE) for one in listener.around()))
    wall = [one.name for one in listener.around() if one.role == "list item" and one.name.startswith("Note, ")]
    listener.tab_to("Note, ")
    heard = listener.reader.focused_after(lambda: listener.desk.press("ctrl+Right"))
    assert heard.role == "list item"
    assert heard.name in wall
    said = listener.reader.said_after
    assert said(lambda: listener.desk.press("shift+Right")) == "2 chosen"
    assert said(lambda: listener.desk.press("alt+Down")).startswith("Moved 2, down")
    listener.desk.press("ctrl+z", "Escape", "F6")


def test_a_letter_typed_on_a_ballot_says_its_option_and_what_it_has(listener: Listener) -> None:
    listener.go(STATIONS["votes"])
    listener.tab_to("combo box")
    listener.until(lambda: listener.desk.press("Down") or "Ballot" in {one.name for one in listener.around()})
    listener.tab_to("“Ballot”")
    option = listener.reader.focused_after(lambda: listener.desk.press("b"))
    assert option.name.startswith("B, ")
    assert option.name.endswith(", 1 dot")
