"""A badge has a name, languages and a shape; a camera only with a yes, so that a no shows nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from facilitator.domain import sheet
from facilitator.domain.errors import NothingToPrint
from facilitator.domain.sheet import PAPERS, Box
from facilitator.pdf.documents.badges import HEIGHT, WIDTH, labels_on
from facilitator.pdf.documents.group_marks import GROUPS
from facilitator.workshop.queries.organiser_values import Badge
from tests.pdf.documents.looking import ink, smaller_than
from tests.pdf.documents.organising import ARABIC, HOSTILE, LONG, NAMES, URDU, badge, badges

if TYPE_CHECKING:
    from tests.pdf.documents.conftest import Press

DPI = 150


def corner(press: Press, wanted: Badge, *, right: bool) -> float:
    """How dark the lower left or right corner of the first badge is."""
    label = labels_on(PAPERS["A4"])[0].inset(6)
    box = Box(label.right - 12 if right else label.x, label.bottom - 12, 12, 12)
    return ink(press(badges(wanted)).picture(1, DPI), box, DPI)


@pytest.mark.parametrize("paper", list(sheet.PAPERS))
def test_every_name_is_found_again_on_every_paper(press: Press, paper: str) -> None:
    wanted = [name for name in NAMES if name != LONG]
    text = press(badges(*map(badge, wanted)), paper=paper).text()

    assert [name for name in wanted if press.squeezed(name) not in text] == []


def test_languages_and_where_somebody_comes_from_are_told_in_words(press: Press) -> None:
    samia = badge("Samia", languages=("ar", "so", "en"), role="interpreter", organisation="Word for Word")
    text = press(badges(samia, badge("Dave", languages=("en",)), badge("Ana", languages=("xx-new",)))).text()

    assert press.squeezed("speaks Arabic, Somali, English") in text
    assert press.squeezed("interpreter · Word for Word") in text
    assert text.count("speaks") == 2
    assert press.squeezed("speaks xx-new") in text


def test_a_no_to_photographs_shows_nothing_and_a_yes_a_camera(press: Press) -> None:
    assert corner(press, badge(photos=False), right=False) == 0
    assert corner(press, badge(photos=True), right=False) > 0.02


def test_every_group_has_a_shape_of_its_own_without_colour(press: Press) -> None:
    label = labels_on(PAPERS["A4"])[0].inset(8)
    seen = []
    for group in (*GROUPS, ""):
        picture = press(badges(badge(group=group))).picture(1, DPI)
        scale = DPI / 25.4
        top, left = int((label.bottom - 7.5) * scale), int((label.right - 7.5) * scale)
        seen.append(picture[top : top + 44, left : left + 44] < 128)
    for n, one in enumerate(seen):
        assert all((one != other).mean() > 0.05 for other in seen[n + 1 :])
    assert not seen[-1].any()


def test_badges_stand_as_on_a_common_label_sheet() -> None:
    labels = labels_on(PAPERS["A4"])

    assert len(labels) == 8
    assert (labels[0].width, labels[0].height) == (WIDTH, HEIGHT)
    assert labels[0].x == pytest.approx(4.65, abs=0.2)
    assert labels[0].y == pytest.approx(13.1, abs=0.1)
    assert labels[1].x - labels[0].x == pytest.approx(101.6, abs=0.1)


@pytest.mark.parametrize("paper", list(sheet.PAPERS))
def test_labels_lie_on_the_sheet_and_apart_from_each_other(paper: str) -> None:
    drawn = PAPERS[paper].drawn
    labels = labels_on(drawn)

    assert all(Box(0, 0, drawn.width, drawn.height).holds(label) for label in labels)
    pairs = [(one, other) for n, one in enumerate(labels) for other in labels[n + 1 :]]
    assert not any(one.inset(0.001).meets(other.inset(0.001)) for one, other in pairs)


@pytest.mark.parametrize("paper", list(sheet.PAPERS))
def test_every_sign_is_explained_on_every_sheet(press: Press, paper: str) -> None:
    for page in press(badges(*map(badge, NAMES)), paper=paper).texts():
        for words in (
            "resident",
            "community group",
            "public service",
            "councillor",
            "here to help",
            "may be photographed",
        ):
            assert press.squeezed(words) in page


def test_the_key_to_the_signs_is_as_large_as_one_line_allows(press: Press) -> None:
    small = smaller_than(9.9, press(badges(badge("Amina"))).pdf)

    assert "councillor" not in small
    assert "photographed" not in small


def test_a_name_too_long_for_a_badge_is_cut_and_said(press: Press) -> None:
    printed = press(badges(badge(LONG * 3)))

    assert any("too long for its badge" in warning for warning in printed.report.warnings)
    assert LONG.split()[1][:12] in printed.text()


def test_a_long_word_is_made_smaller_before_it_is_broken(press: Press) -> None:
    printed = press(badges(badge("Featherstonehaugh")))

    assert printed.report.warnings == ()
    assert "Featherstonehaugh" in printed.text()


def test_blank_badges_fill_up_the_sheet(press: Press) -> None:
    printed = press(badges(*map(badge, NAMES), blank=6))

    assert printed.report.pages == 5
    last = labels_on(PAPERS["A4"])[-1]
    assert ink(printed.picture(5, DPI), last.inset(6), DPI) > 0


def test_names_are_printed_as_they_are_written(press: Press) -> None:
    printed = press(badges(*map(badge, (*HOSTILE, ARABIC, URDU))))

    assert [name for name in (*HOSTILE, ARABIC, URDU) if press.squeezed(name) not in printed.text()] == []
    assert b"/URI" not in printed.pdf


def test_nothing_of_a_badge_reaches_into_the_next(press: Press) -> None:
    full = badge(LONG, languages=("ar", "ur", "so", "pl", "ro", "en"), organisation=LONG, photos=True)
    picture = press(badges(*[full] * 8)).picture(1, DPI)
    first, second = labels_on(PAPERS["A4"])[0], labels_on(PAPERS["A4"])[2]
    between = Box(first.x + 5, first.bottom - 5, first.width - 10, 10)

    assert second.y == pytest.approx(first.bottom)
    assert ink(picture, between, DPI) == 0
    assert np.any(picture < 128)


def test_without_anybody_there_is_no_badge(press: Press) -> None:
    with pytest.raises(NothingToPrint, match="no badge to print"):
        press(badges())


def test_labels_of_letter_paper_are_eight_where_the_label_sheet_has_them() -> None:
    labels = labels_on(PAPERS["letter"])
    inches = [tuple(round(length / 25.4, 3) for length in (one.x, one.y, one.width, one.height)) for one in labels]

    assert len(labels) == 8
    assert inches[0] == (0.688, 0.583, 3.375, 2.333)
    assert inches[3][:2] == (4.438, 3.083)
