"""The first page of each document of the example looks as it did when somebody last looked at it and was content.

Pictures are compared softened, so that another way to smooth the edges of letters is no difference, and a block of text
that moved by 5 mm is. `python3 build/dev.py screenshots papers` takes them anew.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from PIL import Image, ImageFilter

from build.papers import GOLDEN, GOLDEN_DPI, MIRRORED, TURNED, first_page
from facilitator.exchange.millbrook.build import build_millbrook
from facilitator.workshop.documents import Document
from facilitator.workshop.places import Places

if TYPE_CHECKING:
    from collections.abc import Iterator

    from facilitator.workshop.workshop import Workshop

SOFTENED = 2  # pixels
MAY_DIFFER = 16  # greys of 255; a new build of the example differs by 8 at most, a block that moved by 25 at least
MOVED = round(5 / 25.4 * GOLDEN_DPI)
HIGH, WIDE = 2 * MOVED, 10 * MOVED
INKED = 12  # greys of 255, on average
ANEW = "Look at both; if the new one is right: python3 build/dev.py screenshots papers"


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workshop]:
    folder = tmp_path_factory.mktemp("millbrook")
    with build_millbrook(folder / "millbrook.workshop", Places.under(folder / "state")) as workshop:
        yield workshop


def golden(name: str) -> Image.Image:
    with Image.open(GOLDEN / f"{name}.png") as picture:
        return picture.convert("L")


def difference(one: Image.Image, other: Image.Image) -> int:
    """How far the two are apart where they are farthest apart."""
    soft = [np.asarray(picture.filter(ImageFilter.GaussianBlur(SOFTENED)), dtype=int) for picture in (one, other)]
    return int(abs(soft[0] - soft[1]).max())


def with_one_block_moved(picture: Image.Image) -> Iterator[Image.Image]:
    """The picture with one inked block of 10 mm by 50 mm moved down by 5 mm, for each such block."""
    page = np.asarray(picture)
    for top in range(0, page.shape[0] - HIGH - MOVED, HIGH):
        for left in range(0, page.shape[1] - WIDE, WIDE):
            across = slice(left, left + WIDE)
            block = page[top : top + HIGH, across]
            if 255 - block.mean() < INKED:
                continue
            moved = page.copy()
            moved[top : top + HIGH, across] = 255
            below = moved[top + MOVED : top + MOVED + HIGH, across]
            moved[top + MOVED : top + MOVED + HIGH, across] = np.minimum(below, block)
            yield Image.fromarray(moved)


@pytest.mark.parametrize("document", Document)
def test_a_document_of_the_example_looks_as_it_did(document: Document, example: Workshop) -> None:
    page, kept = first_page(example, document), golden(document)

    assert page.size == kept.size
    assert difference(page, kept) <= MAY_DIFFER, ANEW


def test_a_page_that_runs_from_right_to_left_looks_as_it_did(example: Workshop) -> None:
    page = first_page(example, Document.SUMMARY, MIRRORED)

    assert difference(page, golden(TURNED)) <= MAY_DIFFER, ANEW


@pytest.mark.parametrize("document", [*Document, TURNED])
def test_a_block_that_moves_by_five_millimetres_is_noticed(document: str) -> None:
    kept = golden(document)
    differences = [difference(kept, moved) for moved in with_one_block_moved(kept)]

    assert differences
    assert min(differences) > MAY_DIFFER


def test_every_golden_picture_is_of_a_document() -> None:
    assert {path.stem for path in GOLDEN.iterdir()} == {*Document, TURNED}
