"""pytest in processes that have the libraries read already: trying a guard then costs its test, not a start each time.

One process reads them and is copied for every run, where the system can do that; elsewhere each run starts by itself.
Nothing of ours is read before the copy, for each run is about another tree.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
from multiprocessing.connection import wait
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from multiprocessing.context import ForkServerContext, SpawnContext
    from multiprocessing.process import BaseProcess
    from pathlib import Path

OURS = ("build", "facilitator", "tests")
LIBRARIES = [
    "hypothesis", "numpy", "PIL.Image", "polib", "pyrage", "pytest", "reportlab.pdfgen.canvas", "sqlcipher3.dbapi2",
    "sqlmodel", "typer", "uharfbuzz", "PySide6.QtTest", "PySide6.QtWidgets",
]  # fmt: skip
READ_BEFORE = ["-W", "ignore:Module already imported so cannot be rewritten"]

_ONE_AT_A_TIME = Lock()
"""Starting a process asks all others whether they have ended, and an answer comes once only: another thread that asks
the same meanwhile would be told that it ended in some other way.
"""


def ready() -> ForkServerContext | SpawnContext:
    """What `run` starts its processes in; to be asked for once, where modules can still be imported by their names.

    macOS ends a copied process in which its own libraries, such as those of Qt, were read before the copy.
    """
    if sys.platform == "darwin" or "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(LIBRARIES)
    return context


def run(
    context: ForkServerContext | SpawnContext, tree: Path, arguments: list[str], said: Path, limit: float
) -> int | None:
    """Run pytest with these arguments in a tree, its words into a file; gives its status, or None when it did not end
    within so many seconds. May be called from several threads.
    """
    return ended(context.Process(target=_test, args=(str(tree), arguments, str(said))), limit)


def ended(process: BaseProcess, limit: float) -> int | None:
    """Start a process; gives its status once it has ended, or None when it did not within so many seconds."""
    with _ONE_AT_A_TIME:
        process.start()
    in_time = wait([process.sentinel], limit)
    if not in_time:
        process.kill()
        wait([process.sentinel])
    with _ONE_AT_A_TIME:
        process.join()
    return process.exitcode if in_time else None


def _test(tree: str, arguments: list[str], said: str) -> None:
    for name in [name for name in sys.modules if name.partition(".")[0] in OURS]:
        del sys.modules[name]
    before = {"", os.getcwd()}
    os.chdir(tree)
    sys.path[:] = [tree, *(path for path in sys.path if path not in before)]
    sys.argv = ["pytest", *arguments]
    with open(said, "wb") as words:
        for stream in (1, 2):
            os.dup2(words.fileno(), stream)
    import pytest

    sys.exit(pytest.main([*READ_BEFORE, *arguments]))
