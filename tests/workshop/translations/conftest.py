"""A shelf with a few words in one language, as the app brings them and nobody has put them right."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitator.workshop.translations.shelf import Shelf
from tests.workshop.translations.test_catalogue import entry, written


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    """A shelf whose app came with three Polish sentences that nobody has checked."""
    (tmp_path / "installed").mkdir()
    drafts = [("yes", "tak"), ("no", "ne"), ("Ballot {number}", "Karta {number}")]
    written(tmp_path / "installed", "".join(entry(one, other, draft=True) for one, other in drafts))
    return Shelf(tmp_path / "installed", tmp_path / "own")
