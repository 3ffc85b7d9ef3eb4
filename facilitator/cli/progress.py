"""A bar on standard error that shows how far long work has come; on a terminal only."""

from __future__ import annotations

import sys
from collections.abc import Callable, Generator
from contextlib import contextmanager

WIDTH = 30


@contextmanager
def progress_bar(what: str) -> Generator[Callable[[int, int], None]]:
    """Something to call with how much is done and how much there is. The bar is wiped at the end."""
    wanted = sys.stderr.isatty()

    def show(done: int, total: int) -> None:
        if wanted and total:
            filled = WIDTH * done // total
            print(
                f"\r{what} {'█' * filled}{'·' * (WIDTH - filled)} {done}/{total}", end="", file=sys.stderr, flush=True
            )

    try:
        yield show
    finally:
        if wanted:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)
