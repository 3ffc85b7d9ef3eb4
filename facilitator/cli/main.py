"""The command line as a whole: its verbs, and the one place where an error becomes a line and an exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from facilitator import __version__
from facilitator.cli.bring_in import bring_in
from facilitator.cli.check import check
from facilitator.cli.demo import demo
from facilitator.cli.export import export
from facilitator.cli.history import history, redo, undo
from facilitator.cli.info import info
from facilitator.cli.new import new
from facilitator.cli.paper import print_documents
from facilitator.cli.results import results
from facilitator.cli.say import show, trouble
from facilitator.domain.errors import Expected

VERBS = {
    "new": new,
    "info": info,
    "import": bring_in,
    "results": results,
    "print": print_documents,
    "export": export,
    "history": history,
    "undo": undo,
    "redo": redo,
    "check": check,
    "demo": demo,
}


def _show_version(wanted: bool) -> None:
    if wanted:
        show(f"facilitator {__version__}")
        raise typer.Exit


Version = Annotated[
    bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Print the version and stop.")
]


def _facilitator(version: Version = False) -> None:
    """Run co-design workshops without a network. Without a verb, the window opens: facilitator [FILE]."""


def command_line() -> typer.Typer:
    """Every verb under its name."""
    app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
    app.callback()(_facilitator)
    for name, verb in VERBS.items():
        app.command(name)(verb)
    return app


def main(arguments: Sequence[str]) -> int:
    """Run one verb. Gives 0 when it was done, 1 when it was refused or failed, 2 for wrong usage."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]
    try:
        return _run(arguments)
    except Expected as error:
        trouble(str(error))
    except BrokenPipeError:  # whoever read our answer has read enough
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 (Python flushes it when it ends)
    except KeyboardInterrupt:
        trouble("Stopped. What was not finished has not been stored.")
    except OSError as error:
        trouble(f"{error.strerror or 'The disk did not answer'}. Look at the disk and the file's name, then try again.")
    return 1


def _run(arguments: Sequence[str]) -> int:
    code = 0
    try:
        command_line()(args=list(arguments), prog_name="facilitator")
    except SystemExit as stop:
        code = stop.code if isinstance(stop.code, int) else int(bool(stop.code))
    sys.stdout.flush()  # here, where a full disk can still be told in words
    return code
