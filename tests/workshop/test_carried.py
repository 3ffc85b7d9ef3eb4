"""Whether the work is on this laptop only."""

from __future__ import annotations

import shutil
import uuid
from pathlib import Path

from facilitator.domain.gestures.board import add_board
from facilitator.sync.merging import merge
from facilitator.workshop.carried import carried, remember_carried
from facilitator.workshop.places import Places
from facilitator.workshop.workshop import Workshop


def test_what_was_written_since_it_was_carried_away_is_on_this_laptop_only(tmp_path: Path) -> None:
    places = Places.under(tmp_path / "here")
    with Workshop.new(tmp_path / "hall.workshop", "Millbrook", places) as workshop:
        assert carried(workshop, places) is None
        remember_carried(workshop, places, tmp_path / "stick" / "hall.bundle")
        last = carried(workshop, places)
        assert last is not None
        assert (last.name, last.has_all) == ("hall.bundle", True)
        workshop.apply(add_board("What would help?"))
        last = carried(workshop, places)
        assert last is not None
        assert not last.has_all


def test_what_another_laptop_brought_since_is_not_carried_away_yet(tmp_path: Path) -> None:
    places, file = Places.under(tmp_path / "here"), tmp_path / "hall.workshop"
    Workshop.new(file, "Millbrook", places).close()
    other = Path(shutil.copy(file, tmp_path / "table-2.workshop"))
    with Workshop.open(other, Places.under(tmp_path / "there")) as there:
        there.apply(add_board("What would help?", board_id=uuid.UUID(int=1)))
    with Workshop.open(file, places) as workshop:
        remember_carried(workshop, places, tmp_path / "hall.bundle")
        merge(workshop, [other], places)
        last = carried(workshop, places)
    assert last is not None
    assert not last.has_all
