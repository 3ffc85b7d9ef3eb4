"""The example, built once for a file of tests that only read it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from facilitator.exchange.millbrook.build import build_millbrook
from facilitator.workshop.places import Places
from facilitator.workshop.workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workshop]:
    folder = tmp_path_factory.mktemp("millbrook")
    with build_millbrook(folder / "millbrook.workshop", Places.under(folder / "state")) as workshop:
        yield workshop
