"""A person at the keyboard of a real program on an X screen: what is typed goes through the X server, as with hands."""

from __future__ import annotations

import subprocess
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

LIMIT = 60  # seconds until xdotool gives up


@dataclass(frozen=True)
class Desk:
    """Where to type: the environment that names the screen."""

    env: Mapping[str, str]

    def find(self, title: str) -> str:
        """Wait for a window with these words in its title; gives its number."""
        until = time.monotonic() + LIMIT
        while not (found := self._named(title)):
            if time.monotonic() > until:
                raise TimeoutError(f"no window with {title} in its title came")
            time.sleep(0.05)
        return found[0]

    def shows(self, title: str) -> bool:
        """Whether there is a window with these words in its title now."""
        return bool(self._named(title))

    def _named(self, title: str) -> list[str]:
        """The windows with these words in their titles. xdotool finds none when another one goes while it looks."""
        words = ["xdotool", "search", "--onlyvisible", "--name", title]
        done = subprocess.run(words, env=dict(self.env), capture_output=True, text=True, timeout=LIMIT, check=False)
        return done.stdout.split() if done.returncode == 0 else []

    def focus(self, window: str) -> None:
        """Make a window the one that hears the keys."""
        self._do("windowfocus", "--sync", window)

    def press(self, *keys: str) -> None:
        """Press keys one after another, such as "Return" or "ctrl+z"."""
        self._do("key", "--delay", "40", *keys)

    def type(self, words: str) -> None:
        """Type words letter by letter."""
        self._do("type", "--delay", "20", words)

    def drag(self, start: tuple[int, int], end: tuple[int, int]) -> None:
        """Press the mouse at a point of the screen, in pixels, carry, and let go at another."""
        (x, y), (to_x, to_y) = start, end
        self._do("mousemove", "--sync", str(x), str(y), "mousedown", "1")
        for share in range(1, 6):
            self._do("mousemove", str(x + (to_x - x) * share // 5), str(y + (to_y - y) * share // 5))
        self._do("mouseup", "1")

    def _do(self, *words: str) -> str:
        done = subprocess.run(
            ["xdotool", *words], env=dict(self.env), capture_output=True, text=True, timeout=LIMIT, check=True
        )
        return done.stdout.strip()
