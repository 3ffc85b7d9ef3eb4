"""The command line as a person meets it: words in, answer, words beside it, exit code."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from facilitator.cli.main import main

DATA = Path(__file__).parent.parent / "data"


@dataclass(frozen=True)
class Answer:
    """What a command printed, and its exit code."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:  # noqa: ANN401 (whatever the verb answers)
        """The one value on standard output; nothing else may stand there."""
        return json.loads(self.out)

    @property
    def refusal(self) -> str:
        """The one line of a refusal."""
        assert self.code == 1
        assert self.err.startswith("facilitator: ")
        assert self.err.count("\n") == 1
        return self.err.removeprefix("facilitator: ").strip()


Run = Callable[..., Answer]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a verb in this process."""

    def command(*arguments: object) -> Answer:
        capsys.readouterr()
        code = main([str(argument) for argument in arguments])
        said = capsys.readouterr()
        return Answer(code, str(said.out), str(said.err))

    return command


@pytest.fixture
def park(tmp_path: Path, run: Run) -> Path:
    """A new, empty workshop."""
    path = tmp_path / "park.workshop"
    assert run("new", path, "--title", "A park for everyone").code == 0
    return path


@pytest.fixture
def london(tmp_path: Path, run: Run) -> Path:
    """A workshop with the London conversation in it."""
    path = tmp_path / "london.workshop"
    assert run("new", path, "--title", "Scrutiny").code == 0
    assert run("import", path, DATA / "polis-london-youth-policing", "--as", "polis").code == 0
    return path
