"""Laptops that were given copies of one workshop, and go on working apart."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from facilitator.domain.gestures.board import add_board
from facilitator.workshop.places import Places
from facilitator.workshop.workshop import Workshop
from tests.sync.laptops import BOARD, Laptop


@pytest.fixture
def first(tmp_path: Path) -> Iterator[Laptop]:
    """The laptop on which the workshop was made, with a board."""
    folder = tmp_path / "first"
    places = Places.under(folder)
    path = folder / "hall.workshop"
    with Workshop.new(path, "Millbrook", places) as workshop:
        workshop.apply(add_board("What would help?", board_id=BOARD))
    laptop = Laptop(path, places)
    yield laptop
    laptop.close()


@pytest.fixture
def second(first: Laptop, copied: Callable[[Laptop, str], Laptop]) -> Laptop:
    """Another laptop, with a copy."""
    return copied(first, "second")


@pytest.fixture
def third(first: Laptop, copied: Callable[[Laptop, str], Laptop]) -> Laptop:
    """One more."""
    return copied(first, "third")


@pytest.fixture
def copied(tmp_path: Path) -> Iterator[Callable[[Laptop, str], Laptop]]:
    """Gives another laptop a copy of the file as it is now."""
    made: list[Laptop] = []

    def copy(laptop: Laptop, name: str) -> Laptop:
        laptop.close()
        places = Places.under(tmp_path / name)
        made.append(Laptop(Path(shutil.copy(laptop.path, tmp_path / name / "hall.workshop")), places))
        return made[-1]

    yield copy
    for laptop in made:
        laptop.close()
