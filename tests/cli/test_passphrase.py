"""An encrypted workshop from the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run


def test_a_workshop_is_encrypted_read_and_made_plain_again(run: Run, park: Path, tmp_path: Path) -> None:
    words = tmp_path / "words.txt"
    words.write_text("ferry nettle candle harbour\n", "utf-8")
    done = run("passphrase", park, "--new", words)
    assert "is encrypted, and 1 backup" in done.out
    assert "we cannot help" in done.err
    assert "is encrypted" in run("info", park).refusal
    assert run("--passphrase-file", words, "info", park).out.startswith("A park for everyone")
    assert "Say --passphrase-file" in run("backups", park, "--restore", 1).refusal
    assert run("--passphrase-file", words, "backups", park, "--restore", 1).out.startswith("A park for everyone")
    assert run("--passphrase-file", words, "backups", park, "--drill").code == 0
    assert "Say either" in run("passphrase", park, "--new", words, "--remove").refusal
    assert "plain again" in run("--passphrase-file", words, "passphrase", park, "--remove").out
    assert run("info", park).code == 0
