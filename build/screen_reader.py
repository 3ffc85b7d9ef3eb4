"""What a screen reader hears of a running program: a client of the Linux accessibility bus (AT-SPI 2 over D-Bus).

Object paths, interfaces and the numbers of states are those of at-spi2-core's `xml/` and `atspi-constants.h`.
"""

from __future__ import annotations

import time
from contextlib import ExitStack
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from jeepney import DBusAddress, DBusErrorResponse, MatchRule, new_method_call
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import Proxy, open_dbus_connection
from jeepney.wrappers import Properties

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from jeepney.io.blocking import DBusConnection

LIMIT = 20  # seconds
ROOT = ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")
ACCESSIBLE = "org.a11y.atspi.Accessible"
STATES = {1: "active", 4: "checked", 8: "enabled", 11: "focusable", 12: "focused", 23: "selected", 25: "showing"}
FOCUS = MatchRule(type="signal", interface="org.a11y.atspi.Event.Object", member="StateChanged")
FOCUS.add_arg_condition(0, "focused")
SAID = MatchRule(type="signal", interface="org.a11y.atspi.Event.Object", member="Announcement")


@dataclass(frozen=True)
class Thing:
    """One thing in the tree: where it is, and what is said of it."""

    at: tuple[str, str]
    name: str
    role: str
    states: frozenset[str]

    def __str__(self) -> str:
        return f"{self.role} “{self.name}”"


class ScreenReader:
    """Hears the programs of one session bus. The first reader on a bus starts its accessibility service."""

    def __init__(self, session_bus: str) -> None:
        self._ends = ExitStack()
        session = self._ends.enter_context(open_dbus_connection(session_bus))
        where = new_method_call(DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus"), "GetAddress")
        (address,) = session.send_and_get_reply(where, timeout=LIMIT).body
        self._bus: DBusConnection = self._ends.enter_context(open_dbus_connection(address))
        registry = DBusAddress("/org/a11y/atspi/registry", ROOT[0], ROOT[0])
        for wanted, rule in (("object:state-changed:focused", FOCUS), ("object:announcement", SAID)):
            self._send(new_method_call(registry, "RegisterEvent", "s", (wanted,)))
            Proxy(message_bus, self._bus, timeout=LIMIT).AddMatch(rule)

    def close(self) -> None:
        """Leave the bus."""
        self._ends.close()

    def program(self, name: str) -> Thing:
        """Wait for a program of this name."""
        until = time.monotonic() + LIMIT
        while time.monotonic() < until:
            for at in self._children(ROOT):
                thing = self.look(at)
                if thing and thing.name == name:
                    return thing
            time.sleep(0.05)
        raise TimeoutError(f"no program named {name} is on the accessibility bus")

    def tree(self, top: Thing) -> Iterator[Thing]:
        """All that is on screen, from the top down; what goes away meanwhile is left out."""
        for at in self._children(top.at):
            thing = self.look(at)
            if thing and "showing" in thing.states:
                yield thing
                yield from self.tree(thing)

    def look(self, at: tuple[str, str]) -> Thing | None:
        """What is said of one thing now, or nothing when it has gone."""
        place = DBusAddress(at[1], at[0], ACCESSIBLE)
        try:
            ((_, name),) = self._send(Properties(place).get("Name"))
            (role,) = self._send(new_method_call(place, "GetRoleName"))
            ((low, _high),) = self._send(new_method_call(place, "GetState"))
        except DBusErrorResponse:
            return None
        return Thing(at, name, role, frozenset(word for bit, word in STATES.items() if low >> bit & 1))

    def focused_after(self, act: Callable[[], object]) -> Thing:
        """What is announced as focused when something is done; of several announcements, the last."""
        with self._bus.filter(FOCUS) as announced:
            act()
            message = self._bus.recv_until_filtered(announced, timeout=LIMIT)
            return self._settled(message, announced)

    def said_after(self, act: Callable[[], object]) -> str:
        """The first sentence that is said when something is done."""
        with self._bus.filter(SAID) as said:
            act()
            return self._bus.recv_until_filtered(said, timeout=LIMIT).body[3][1]

    def _settled(self, message: Any, announced: Any) -> Thing:  # noqa: ANN401 (jeepney gives no types)
        """The thing that has the focus once the announcements have stopped."""
        until = time.monotonic() + LIMIT
        while time.monotonic() < until:
            sender = message.header.fields[7], message.header.fields[1]
            thing = self.look(sender) if message.body[1] else None
            if thing and "focused" in thing.states and not announced:
                return thing
            message = announced.popleft() if announced else self._bus.recv_until_filtered(announced, timeout=LIMIT)
        raise TimeoutError("nothing was announced as focused")

    def _children(self, at: tuple[str, str]) -> list[tuple[str, str]]:
        try:
            return self._send(new_method_call(DBusAddress(at[1], at[0], ACCESSIBLE), "GetChildren"))[0]
        except DBusErrorResponse:
            return []

    def _send(self, message: Any) -> Any:  # noqa: ANN401 (jeepney gives no types)
        """The answer's values; DBusErrorResponse when it is an error."""
        from jeepney.wrappers import unwrap_msg

        return unwrap_msg(self._bus.send_and_get_reply(message, timeout=LIMIT))
