"""What the faults need: a disk that fails, programs that can be killed, and a closed workshop to try them on."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from facilitator.workshop.places import Places
from facilitator.workshop.workshop import Workshop
from tests.faults import story

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return story.places(tmp_path)


@pytest.fixture
def closed(tmp_path: Path) -> Path:
    """A closed workshop with one note."""
    path = story.begin(tmp_path)
    with Workshop.open(path, story.places(tmp_path)) as workshop:
        story.typed()[0](workshop)
    return path


@pytest.fixture
def drive(tmp_path: Path, root: Path) -> Callable[..., Any]:
    """Runs a program of this folder on a fresh folder, and gives what it printed as JSON."""

    def run(program: str, *arguments: object, preload: Path | None = None) -> Any:  # noqa: ANN401 (JSON)
        folder = tmp_path / "driven"
        folder.mkdir()
        command = [sys.executable, "-m", f"tests.faults.{program}", str(folder), *map(str, arguments)]
        env = {**os.environ, **({"LD_PRELOAD": str(preload)} if preload else {})}
        done = subprocess.run(command, cwd=root, env=env, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    return run


@pytest.fixture
def killed(root: Path) -> Callable[[Path], None]:
    """Opens a workshop in a program of its own, stores a dozen notes, and is killed before it can close."""
    return lambda path: _die(root, path, "w = Workshop.open(path, places(path.parent)); w.apply(many_notes())")


@pytest.fixture
def killed_while_new(root: Path) -> Callable[[Path], None]:
    """Makes a workshop in a program of its own, which is killed before it can close."""
    return lambda path: _die(root, path, "w = Workshop.new(path, 'Millbrook', places(path.parent))")


def _die(root: Path, path: Path, what: str) -> None:
    lines = (
        "import os, signal, sys",
        "from pathlib import Path",
        "from facilitator.workshop.workshop import Workshop",
        "from tests.faults.story import many_notes, places",
        "path = Path(sys.argv[1])",
        what,
        "os.kill(os.getpid(), signal.SIGKILL)",
    )
    done = subprocess.run([sys.executable, "-c", "\n".join(lines), str(path)], cwd=root, check=False)
    assert done.returncode == -signal.SIGKILL
