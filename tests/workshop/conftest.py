"""An open workshop with a board, for tests of the door and what lies behind it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from facilitator.workshop.places import Places
from facilitator.workshop.workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return Places.under(tmp_path / "state")


@pytest.fixture
def workshop(tmp_path: Path, places: Places) -> Iterator[Workshop]:
    with Workshop.new(tmp_path / "hall.workshop", "Millbrook", places) as opened:
        yield opened
