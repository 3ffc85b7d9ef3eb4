"""Passphrases on the command line: from a file, or asked for on a terminal, and never an argument, which other programs
on the computer can read.
"""

from __future__ import annotations

import sys
from contextvars import ContextVar
from pathlib import Path
from typing import Annotated

import typer

from facilitator.domain.errors import BadInput, NotFound

PassphraseFile = Annotated[
    Path | None,
    typer.Option(
        "--passphrase-file", metavar="F", help="A file whose first line is the passphrase.", show_default=False
    ),
]
LONGEST = 10_000
said_before_the_verb: ContextVar[Path | None] = ContextVar("said_before_the_verb", default=None)
"""The passphrase file of the workshop itself: facilitator --passphrase-file F info FILE. Any verb may need it."""


def passphrase_in(file: Path) -> str:
    """The first line of a file, without the end of the line. Raises NotFound, or BadInput when there is none."""
    try:
        with file.open(encoding="utf-8-sig") as text:
            said = text.readline(LONGEST).rstrip("\r\n")
    except FileNotFoundError:
        raise NotFound(f"There is no file {file}. Please check the name.") from None
    except (UnicodeDecodeError, IsADirectoryError):
        raise BadInput(f"{file} is no text file. Put the passphrase on its first line.") from None
    if not said:
        raise BadInput(f"{file} begins with an empty line. Put the passphrase there.")
    return said


OF_THE_FILE = "--passphrase-file with a file that has it, before the verb: facilitator --passphrase-file F info FILE"
OF_THE_VERB = "--passphrase-file with a file that has it"


def asked(file: Path | None, question: str, say: str = OF_THE_VERB) -> str:
    """The passphrase from the file, or from whoever sits at the terminal. Raises BadInput where nobody does, with what
    to say instead.
    """
    if file is not None:
        return passphrase_in(file)
    if not sys.stdin or not sys.stdin.isatty():
        raise BadInput(f"{question} Say {say}.")
    from getpass import getpass

    return getpass(f"{question} Passphrase: ")


def asked_anew(file: Path | None, question: str, say: str) -> str:
    """A passphrase that is to be set. What is typed is not seen, so on a terminal it is asked for twice: a slip would
    lock the workshop and its backups for good.
    """
    said = asked(file, question, say)
    if file is None and asked(None, "Once more, the same.", say) != said:
        raise BadInput("The two are not the same, so nothing was changed. Please try again.")
    return said
