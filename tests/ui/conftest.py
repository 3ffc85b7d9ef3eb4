"""Two laptops that were apart and the window in which they come together, for the tests of that station. Other tests
have a file and a window of their own. Imported late, because this is read where Qt is hidden, too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from facilitator.ui.shell import Window


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The workshop on this laptop."""
    from tests.ui.coming_together import here_in

    return here_in(tmp_path)


@pytest.fixture
def other(file: Path, tmp_path: Path) -> Path:
    """What another laptop made of it meanwhile."""
    from tests.ui.coming_together import apart

    return apart(file, tmp_path)


@pytest.fixture
def window(qtbot: QtBot, file: Path, other: Path) -> Iterator[Window]:
    """The window, at Together, once the other file is in."""
    from tests.ui.coming_together import page
    from tests.ui.windows import settle, shown

    with shown(qtbot, file) as window:
        window.go_to("together")
        settle(qtbot, window)
        page(window).bringing.bring_in([other])
        settle(qtbot, window)
        yield window
