"""An encrypted workshop from the command line."""

from __future__ import annotations

import contextlib
import os
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run


def test_whoever_gives_no_new_passphrase_is_told_how(run: Run, park: Path) -> None:
    refusal = run("passphrase", park).refusal
    assert refusal == "park.workshop needs a new passphrase. Say --new with a file that has it."


def test_a_workshop_is_encrypted_read_and_made_plain_again(run: Run, park: Path, tmp_path: Path) -> None:
    words = tmp_path / "words.txt"
    words.write_text("ferry nettle candle harbour\n", "utf-8")
    done = run("passphrase", park, "--new", words)
    assert "is encrypted, and 1 backup" in done.out
    assert "we cannot help" in done.err
    assert "is encrypted" in run("info", park).refusal
    assert "before the verb: facilitator --passphrase-file F info FILE." in run("info", park).refusal
    assert run("--passphrase-file", words, "info", park).out.startswith("A park for everyone")
    assert "Say --passphrase-file" in run("backups", park, "--restore", 1).refusal
    assert run("--passphrase-file", words, "backups", park, "--restore", 1).out.startswith("A park for everyone")
    assert run("--passphrase-file", words, "backups", park, "--drill").code == 0
    assert "Say either" in run("passphrase", park, "--new", words, "--remove").refusal
    assert "plain again" in run("--passphrase-file", words, "passphrase", park, "--remove").out
    assert run("info", park).code == 0


def at_a_terminal(*command: object, typed: list[str]) -> tuple[int, str]:
    """What the program says to somebody at a terminal who types this when asked, and its exit code."""
    import pty

    pid, terminal = pty.fork()
    if pid == 0:
        os.execv(sys.executable, [sys.executable, "-m", "facilitator", *map(str, command)])
    said, left = b"", list(typed)
    with contextlib.suppress(OSError):  # the terminal is gone with the program
        while came := os.read(terminal, 1000):
            said += came
            if said.endswith(b"Passphrase: "):
                os.write(terminal, f"{left.pop(0)}\n".encode())
    os.close(terminal)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), said.decode()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such terminals")
def test_a_new_passphrase_is_typed_twice_and_a_slip_locks_nothing(run: Run, park: Path) -> None:
    code, said = at_a_terminal("passphrase", park, typed=["three wet boots", "three wet boot"])
    assert (code, "The two are not the same, so nothing was changed." in said) == (1, True)
    assert run("info", park).code == 0
    code, said = at_a_terminal("passphrase", park, typed=["three wet boots", "three wet boots"])
    assert (code, "is encrypted" in said) == (0, True)
    assert "is encrypted" in run("info", park).refusal
