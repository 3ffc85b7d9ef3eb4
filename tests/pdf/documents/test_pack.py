"""The pack comes in print order behind a list that counts every sheet; forms in it can be read by a camera as ever."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest

from facilitator import __version__
from facilitator.domain import identity, sheet
from facilitator.domain.errors import NothingToPrint
from facilitator.domain.reading import Reading
from facilitator.domain.sheet import PAPERS
from facilitator.pdf.documents.ballots import Ballots, shape_of
from facilitator.pdf.documents.draft import DRAFT_WARNING
from facilitator.pdf.edition import Edition
from facilitator.pdf.fonts import FontBook
from facilitator.pdf.organiser_words import printed_at
from facilitator.pdf.wording import wording
from facilitator.workshop.queries.organiser_values import CopiesNeeded, ReadAs
from facilitator.workshop.queries.room_values import EvaluationValues
from tests.pdf.documents.conftest import KEY
from tests.pdf.documents.looking import sheets, smallest_type
from tests.pdf.documents.organising import HEAD, NAMES, badge, badges, pack, row, running_order, sign_in

if TYPE_CHECKING:
    from facilitator.workshop.queries.organiser_values import PackValues
    from tests.pdf.documents.conftest import Press

OPTIONS = ["One shared wall", "People, not leaflets"]


def whole(press: Press, **changed: object) -> PackValues:
    return pack(
        running_order(row()),
        sign_in(*NAMES),
        badges(*map(badge, NAMES), blank=6),
        press.ballots(OPTIONS, numbers=(1, 2, 3)),
        press.ballots(OPTIONS, question="And then?", numbers=(1, 2)),
        press.feedback_forms(numbers=(1, 2)),
        **changed,
    )


@pytest.mark.parametrize("paper", list(sheet.PAPERS))
def test_the_list_counts_every_sheet_there_is(press: Press, paper: str) -> None:
    printed = press(whole(press), paper=paper)

    said = re.search(r"(\d+)sheetsfor34peopleand6spare", printed.texts()[0])
    assert said
    assert int(said[1]) == printed.report.pages


def test_a_list_longer_than_a_sheet_counts_itself_rightly(press: Press) -> None:
    printed = press(whole(press, kit=tuple(f"thing {n}" for n in range(150))))

    said = re.search(r"(\d+)sheetsfor", printed.texts()[0])
    assert said
    assert int(said[1]) == printed.report.pages
    assert all(f"thing{n}" in printed.text() for n in range(150))


def test_papers_come_in_the_order_they_are_needed(press: Press) -> None:
    texts = press(whole(press)).texts()
    firsts = ["Packinglist", "Runningorder", "Signin", "Amina", "Whichshallwetryfirst?", "Andthen?", "Howwasit?"]
    places = [next(n for n, text in enumerate(texts) if name in text and (n or name == firsts[0])) for name in firsts]

    assert places == sorted(places)
    assert places[0] == 0


def test_the_list_names_each_paper_with_how_many_and_what_to_mind(press: Press) -> None:
    text = press(whole(press, left_out=("Nobody is on the list yet.",))).texts()[0]

    for wanted in (
        "Print on one side only: the camera reads one side at a time.",
        "Print at 100 %",
        "100 mm",
        "34 and 6",
        "20 marker pens",
        "Not in this pack",
        "Nobody is on the list yet.",
    ):
        assert press.squeezed(wanted) in text, wanted


@pytest.mark.parametrize("paper", list(sheet.PAPERS))
def test_every_page_says_when_it_was_printed_and_by_which_version(press: Press, paper: str) -> None:
    for page in press(whole(press), paper=paper).texts():
        assert "Printed13Jan2027,20:41·Facilitator0." in page


def test_the_rule_is_100_mm_long(press: Press) -> None:
    dpi = 150
    picture = press(whole(press)).picture(1, dpi)
    lengths = [longest_run(line) / dpi * 25.4 for line in picture[int(picture.shape[0] * 0.3) :] < 60]

    assert any(length == pytest.approx(100, abs=0.5) for length in lengths)


def longest_run(line: np.ndarray) -> int:
    """The longest unbroken stretch of dark in a row of a picture."""
    edges = np.flatnonzero(np.diff(np.concatenate(([0], line.astype(np.int8), [0]))))
    return int((edges[1::2] - edges[::2]).max(initial=0))


@pytest.mark.parametrize("paper", list(sheet.PAPERS))
def test_a_ballot_of_a_pack_is_read_like_any_other(press: Press, paper: str) -> None:
    values = press.ballots(OPTIONS, numbers=(7,))
    printed = press(pack(values, session=HEAD), paper=paper)
    form = identity.Form(values.poll_id, shape_of(values, paper))

    assert sheets(printed, 2, form, KEY) == [(7, 1)] * 2


def test_copies_in_a_language_stand_beside_english_after_the_others_and_are_listed(press: Press) -> None:
    values = press.ballots(OPTIONS, numbers=(7,)), press.ballots(OPTIONS, numbers=(8,))
    printed = press(pack(*values, session=HEAD, read_as=(ReadAs(), ReadAs("ur"))))
    listed, english, urdu = printed.texts()

    assert "Urdu+English" in listed
    assert "Draft" not in english
    assert "Draft" in urdu
    assert press.squeezed("Do not write your name.") in urdu
    assert f"{DRAFT_WARNING} (Urdu)" in printed.report.warnings
    mirrored = identity.Form(values[1].poll_id, replace(shape_of(values[1], "A4"), mirrored=True))
    assert sheets(printed, 3, mirrored, KEY) == [(8, 1)] * 2


def test_what_does_not_fit_names_the_papers_it_is_about(press: Press) -> None:
    long = ["Let every family choose whom they tell and when, in their own words. " * 40]
    values = press.ballots(long, numbers=(7,)), press.ballots(long, numbers=(8,)), press.ballots(OPTIONS, numbers=(9,))
    papers = (ReadAs(), ReadAs("ur"), ReadAs("bn", large=True))
    told = press(pack(*values, session=HEAD, read_as=papers)).report.warnings
    alone = press(pack(*values[:1], session=HEAD, read_as=papers[1:2])).report.warnings
    cut = "Option A is too long for its line and was cut. Give it a shorter wording."

    assert cut in told
    assert f"{cut} (Urdu)" in alone
    assert f"{DRAFT_WARNING} (Urdu; Bengali, large print)" in told


def test_large_copies_stand_large_in_the_pack_and_are_listed_as_that(press: Press) -> None:
    asked = EvaluationValues(HEAD)
    read_as = (ReadAs(), ReadAs(large=True))
    printed = press(pack(asked, asked, session=HEAD, read_as=read_as, needed=CopiesNeeded(large=1)))
    listed = printed.texts()[0]

    assert press.squeezed("Large print") in listed
    assert press.squeezed("Large print: 1") not in listed
    assert smallest_type(printed.pdf, 1) < 18 <= smallest_type(printed.pdf, 2)


def test_the_list_says_to_clip_together_what_takes_several_sheets_each(press: Press) -> None:
    many = [f"We would like a wall at gate number {n}, with a roof and a bench beside it" for n in range(1, 8)]
    values = press.ballots(many, numbers=(7, 8)), press.ballots(many, numbers=(9, 10))
    printed = press(pack(*values, session=HEAD, read_as=(ReadAs(), ReadAs(large=True))))
    listed = printed.texts()[0]

    each = (printed.report.pages - 1 - 2) // 2
    assert each > 1
    assert press.squeezed(f"{each} sheets each: clip them together.") in listed
    assert listed.count("cliptogether") + listed.count("clipthemtogether") == 1


def test_a_large_ballot_says_when_it_was_printed_and_by_which_version(press: Press) -> None:
    values = press.ballots(OPTIONS, numbers=(8,))
    (_, *pages) = press(pack(values, session=HEAD, read_as=(ReadAs(large=True),))).texts()

    for page in pages:
        assert press.squeezed(printed_at(wording(), HEAD.printed)).split("·")[0] in page
        assert press.squeezed(f"Facilitator {__version__}") in page
        assert "…" not in page


def test_a_large_ballot_is_read_like_any_other(press: Press) -> None:
    values = press.ballots(OPTIONS, numbers=(8,))
    printed = press(pack(values, session=HEAD, read_as=(ReadAs(large=True),)))

    large = Ballots(values, Edition(PAPERS["A4"], FontBook.default(), wording(), Reading.LARGE)).shape
    assert sheets(printed, 2, identity.Form(values.poll_id, large), KEY) == [(8, 1)] * 2


def test_what_is_printed_in_a_language_is_not_asked_for_once_more(press: Press) -> None:
    needed = CopiesNeeded((("ur", 4), ("pl", 2)), large=1)
    values = press.ballots(OPTIONS, numbers=(7,)), press.ballots(OPTIONS, numbers=(8,))
    listed = press(pack(*values, session=HEAD, read_as=(ReadAs(), ReadAs("ur")), needed=needed)).texts()[0]

    assert press.squeezed("Polish beside English: 2") in listed
    assert press.squeezed("Urdu beside English") not in listed
    assert press.squeezed("Large print: 1") in listed


def test_an_empty_pack_is_refused(press: Press) -> None:
    with pytest.raises(NothingToPrint, match="nothing to pack"):
        press(pack())
