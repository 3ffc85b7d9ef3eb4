"""The command line as a whole: its verbs, and the one place where an error becomes a line and an exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from io import TextIOWrapper
from pathlib import Path
from traceback import extract_tb
from typing import Annotated

import typer

from facilitator import __version__
from facilitator.cli.backups import backups
from facilitator.cli.bring_in import bring_in
from facilitator.cli.bundle import bundle, unbundle
from facilitator.cli.check import check
from facilitator.cli.conflicts import conflicts, resolve
from facilitator.cli.demo import demo
from facilitator.cli.erase import erase, subject_access
from facilitator.cli.export import export
from facilitator.cli.history import history, redo, undo
from facilitator.cli.info import info
from facilitator.cli.keys import keys
from facilitator.cli.merge import merge
from facilitator.cli.new import new
from facilitator.cli.office import office
from facilitator.cli.paper import print_documents
from facilitator.cli.passphrase import passphrase
from facilitator.cli.passphrases import said_before_the_verb
from facilitator.cli.recover import recover
from facilitator.cli.results import results
from facilitator.cli.say import show, trouble
from facilitator.cli.share import share
from facilitator.cli.translations import translations
from facilitator.domain.errors import Expected

VERBS: dict[str, Callable[..., None]] = {
    "new": new,
    "info": info,
    "import": bring_in,
    "results": results,
    "print": print_documents,
    "export": export,
    "history": history,
    "undo": undo,
    "redo": redo,
    "merge": merge,
    "bundle": bundle,
    "unbundle": unbundle,
    "keys": keys,
    "office": office,
    "conflicts": conflicts,
    "resolve": resolve,
    "check": check,
    "backups": backups,
    "passphrase": passphrase,
    "recover": recover,
    "erase": erase,
    "subject-access": subject_access,
    "share": share,
    "translations": translations,
    "demo": demo,
}


PassphraseFile = Annotated[
    Path | None,
    typer.Option(
        "--passphrase-file", metavar="F", help="Of an encrypted workshop: a file with it.", show_default=False
    ),
]
HOME = Path(__file__).parents[1]
STOPPED = 130
"""What typer makes of Ctrl+C."""


def _show_version(wanted: bool) -> None:
    if wanted:
        show(f"facilitator {__version__}")
        raise typer.Exit


Version = Annotated[
    bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Print the version and stop.")
]


def _test_itself(wanted: bool) -> None:
    if wanted:
        from facilitator.cli.self_test import self_test

        raise typer.Exit(0 if self_test() else 1)


SelfTest = Annotated[
    bool,
    typer.Option("--self-test", callback=_test_itself, is_eager=True, help="Try whether this copy is whole, and stop."),
]


def _facilitator(version: Version = False, self_test: SelfTest = False, passphrase_file: PassphraseFile = None) -> None:
    """Run co-design workshops without a network. Without a verb, the window opens: facilitator [FILE]."""
    said_before_the_verb.set(passphrase_file)


def command_line(verbs: Mapping[str, Callable[..., None]]) -> typer.Typer:
    """Every verb under its name."""
    app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
    app.callback()(_facilitator)
    for name, verb in verbs.items():
        app.command(name)(verb)
    return app


def main(arguments: Sequence[str], verbs: Mapping[str, Callable[..., None]] = VERBS) -> int:
    """Run one verb. Gives 0 when it was done, 1 when it was refused or failed, 2 for wrong usage."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # a windowed program has none
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        return _run(arguments, verbs)
    except Expected as error:
        trouble(str(error))
    except BrokenPipeError:  # whoever read our answer has read enough
        _answer_no_more()
    except KeyboardInterrupt:
        trouble("Stopped. What was not finished has not been stored.")
    except OSError as error:
        _answer_no_more()
        trouble(f"{error.strerror or 'The disk did not answer'}. Look at the disk and the file's name, then try again.")
    except Exception as error:  # noqa: BLE001 (its message may hold what people wrote, so only its places are shown)
        trouble(f"Facilitator made a mistake; nothing was half stored. Please report this: {_places(error)}.")
    return 1


def _answer_no_more() -> None:
    """Let what is still to be printed go nowhere: Python prints it once more when it ends, and would fail again."""
    if sys.stdout is None:  # a windowed program answers nobody
        return
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _places(error: Exception) -> str:
    """What kind of mistake, and where in our code, without a word of anybody's."""
    ours = [frame for frame in extract_tb(error.__traceback__) if HOME in Path(frame.filename).parents]
    places = [f"{Path(frame.filename).relative_to(HOME).as_posix()}:{frame.lineno}" for frame in ours]
    return f"{type(error).__name__} at {' '.join(places[-4:])}"


def _run(arguments: Sequence[str], verbs: Mapping[str, Callable[..., None]]) -> int:
    code = 0
    try:
        command_line(verbs)(args=list(arguments), prog_name="facilitator")
    except SystemExit as stop:
        code = stop.code if isinstance(stop.code, int) else int(bool(stop.code))
    if code == STOPPED:
        raise KeyboardInterrupt
    if sys.stdout:
        sys.stdout.flush()  # here, where a full disk can still be told in words
    return code
