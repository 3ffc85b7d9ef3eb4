"""The page with an office's key keeps its parts apart, whatever the office is called."""

from __future__ import annotations

from io import BytesIO

import pytest

from facilitator.domain.sheet import PAPERS
from facilitator.pdf.documents.key_page import KeyPageValues, key_page
from facilitator.pdf.documents.render import put_on_paper
from facilitator.pdf.edition import Edition
from facilitator.pdf.fonts import FontBook
from facilitator.pdf.wording import wording
from tests.pdf.documents.looking import badly_placed

KEY = "age1" + "q" * 58
NAMES = {"one word": "W" * 300, "line ends": "a\n" * 50, "long": "The office of everybody who lives by the canal " * 6}


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_a_long_name_stays_above_what_to_do_with_the_key(name: str) -> None:
    out = BytesIO()
    edition = Edition(PAPERS["A4"], FontBook.default(), wording())
    put_on_paper([key_page(KeyPageValues(name, KEY, "2027-01-14"), edition)], out)

    assert badly_placed(out.getvalue()) == []
