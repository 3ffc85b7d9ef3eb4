"""What every test stands on: no display, a home of its own, no thread left behind, and nothing from Qt overlooked."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

import hypothesis
import pytest

from build.checks import NEEDS_QT
from build.display import virtual_display

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent

os.environ["QT_QPA_PLATFORM"] = "offscreen"
hypothesis.settings.register_profile("ci", deadline=None, print_blob=True, max_examples=50)
hypothesis.settings.register_profile("long", deadline=None, print_blob=True, max_examples=500)


def pytest_addoption(parser: pytest.Parser, pluginmanager: pytest.PytestPluginManager) -> None:
    parser.addoption("--long", action="store_true", help="also the tests that take minutes, and many more random cases")
    parser.addoption(
        "--qt", choices=["absent", "only"], help="only tests that do without Qt (and it is hidden), or only the others"
    )
    for plugin, setting in (
        ("pytest-qt", "qt_api"),
        ("pytest-qt", "qt_log_level_fail"),
        ("pytest-qt", "qt_log_ignore"),
        ("cacheprovider", "cache_dir"),
    ):
        if not pluginmanager.hasplugin(plugin):
            parser.addini(setting, f"read by {plugin}, which is switched off")


def pytest_configure(config: pytest.Config) -> None:
    hypothesis.settings.load_profile("long" if config.getoption("--long") else "ci")
    if config.getoption("--qt") == "absent":
        sys.modules.update({"PySide6": None, "shiboken6": None})  # pyright: ignore[reportArgumentType, reportCallIssue]


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Share the test files out between the run that hides Qt and the run that has it."""
    wanted = config.getoption("--qt")
    if wanted is None or not (collection_path.suffix == ".py" and collection_path.name.startswith("test_")):
        return None
    needs_qt = bool(NEEDS_QT.search(collection_path.read_text(encoding="utf-8")))
    return True if needs_qt != (wanted == "only") else None


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if not config.getoption("--long"):
        long = [item for item in items if item.get_closest_marker("long")]
        items[:] = [item for item in items if item not in long]
        config.hook.pytest_deselected(items=long)


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A fresh home folder, so that no test reads or writes the settings of whoever runs it."""
    home = tmp_path_factory.mktemp("home")
    for name in ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(home))
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(home / name.lower()))
    runtime = home / "runtime"
    runtime.mkdir(mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(runtime))
    return home


@pytest.fixture(autouse=True)
def no_thread_left() -> Iterator[None]:
    """A test that leaves a thread running has not closed what it opened."""
    before = set(threading.enumerate())
    yield
    until = time.monotonic() + 2
    while (left := _running(set(threading.enumerate()) - before)) and time.monotonic() < until:
        threading.Event().wait(0.01)
    assert not left, f"left running: {left}"


def _running(threads: set[threading.Thread]) -> list[str]:
    """The names of these threads that still run Python; one that Qt started is listed long after it has ended."""
    frames = sys._current_frames()
    return [thread.name for thread in threads if thread.is_alive() and thread.ident in frames]


@pytest.fixture(scope="session")
def display() -> Iterator[dict[str, str]]:
    """Environment variables of a real X screen and session bus, for tests that start the app as a program."""
    with virtual_display() as variables:
        yield variables


@pytest.fixture(scope="session")
def failing_disk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The library that is put before a program's disk."""
    made = tmp_path_factory.mktemp("disk") / "failing_disk.so"
    source = ROOT / "tests" / "faults" / "failing_disk.c"
    subprocess.run(["cc", "-shared", "-fPIC", "-o", str(made), str(source), "-ldl"], check=True)
    return made


@pytest.fixture
def root() -> Path:
    """The top of the tree under test (a copy of the project when a guard is being tried)."""
    return ROOT
