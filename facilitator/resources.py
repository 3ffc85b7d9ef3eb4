"""Where the files that travel with the app are: fonts, icons, the example. The same from source and packaged."""

from __future__ import annotations

from pathlib import Path

_TOP = Path(__file__).resolve().parents[1] / "resources"  # installer.spec puts them at the same place beside the code


def resources(*below: str) -> Path:
    """The folder of all of them, or a folder or file below it."""
    return _TOP.joinpath(*below)
