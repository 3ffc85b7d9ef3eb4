"""A board is one sheet on which every word can be read, as it lay on the wall or in columns."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from facilitator.domain import sheet
from facilitator.domain.errors import NothingToPrint
from facilitator.domain.reading import Reading
from facilitator.domain.sheet import Box
from facilitator.pdf.documents.wall_layout import on_the_wall
from facilitator.pdf.edition import Edition
from facilitator.pdf.fonts import FontBook
from facilitator.pdf.wording import wording
from facilitator.workshop.queries.after_values import Said
from tests.pdf.documents.giving_back import wall
from tests.pdf.documents.organising import ARABIC, HOSTILE, URDU

if TYPE_CHECKING:
    from facilitator.workshop.queries.after_values import WallValues
    from tests.pdf.documents.conftest import Press


def crowded(notes: int) -> WallValues:
    return wall(*(f"Note {n} says that they moved it and told nobody" for n in range(notes)), groups=6)


@pytest.mark.parametrize("paper", list(sheet.PAPERS))
@pytest.mark.parametrize("notes", [1, 9, 40])
def test_a_board_is_one_sheet_lying_across_with_every_note_whole(press: Press, paper: str, notes: int) -> None:
    if paper == "A5" and notes == 40:
        return
    printed = press(crowded(notes), paper=paper)

    assert (printed.report.pages, printed.report.warnings) == (1, ())
    assert all(
        press.squeezed(f"Note {n} says that they moved it and told nobody") in printed.text() for n in range(notes)
    )
    picture = printed.picture(1, 30)
    assert picture.shape[1] > picture.shape[0]


def test_a_huge_board_goes_on_over_sheets(press: Press) -> None:
    printed = press(crowded(400))

    assert printed.report.pages > 2
    assert printed.text().count("movedit") == 400


def test_a_note_longer_than_a_sheet_ends_in_dots_and_that_is_said(press: Press) -> None:
    printed = press(wall("moved without telling anybody " * 400, "short"))

    assert "…" in printed.text()
    assert any("1 note is too long for its sheet" in warning for warning in printed.report.warnings)


@pytest.mark.parametrize("languages", [("ur",), ("en", "ar")])
def test_what_is_cut_is_told_in_english_to_the_one_who_prints(press: Press, languages: tuple[str, ...]) -> None:
    printed = press(wall("moved without telling anybody " * 400, "short"), languages=languages)

    assert "1 note is too long for its sheet and ends in dots. The report has all of it." in printed.report.warnings


def named(name: str) -> WallValues:
    values = wall("one", "two")
    return replace(values, frames=tuple(replace(frame, name=f"{frame.name}: {name}") for frame in values.frames))


def test_a_name_of_a_group_that_does_not_fit_on_the_wall_stands_whole_above_a_column(press: Press) -> None:
    name = ("what we could do together this summer with everybody who lives by the canal, and " * 3).strip()
    printed = press(named(name))

    assert printed.report.warnings == ()
    assert printed.text().count(press.squeezed(name)) == 2


def test_a_name_of_a_group_that_ends_in_dots_is_said(press: Press) -> None:
    wanted = "The names of 2 groups are too long for their sheet and end in dots. The report has all of them."
    printed = press(named("what we could do together " * 11), reading=Reading.LARGE)

    assert printed.report.warnings == (wanted,)


def test_a_source_too_long_for_its_sheet_is_said(press: Press) -> None:
    (warning,) = press(wall("one", source="Written in the room and typed by the library " * 40)).report.warnings

    assert "what is said about it" in warning


def test_words_their_meaning_dots_and_colours_are_told(press: Press) -> None:
    values = wall("x", "y")
    first = replace(values.notes[0], words=Said("لوحة فيها صور", "ar", "A board with pictures"), dots=14)
    text = press(replace(values, notes=(first, *values.notes[1:]))).text()

    for wanted in ("لوحة فيها صور", "A board with pictures", "14 dots", "1 idea", "2 worry", "2 notes in 2 groups"):
        assert press.squeezed(wanted) in text, wanted


def test_words_are_found_again_in_any_script(press: Press) -> None:
    said = [*HOSTILE, ARABIC, URDU]
    printed = press(wall(*said))

    assert [text for text in said if press.squeezed(text) not in printed.text()] == []
    assert b"/URI" not in printed.pdf


@pytest.mark.parametrize("text", ["x" * 100_000, "\N{GRINNING FACE}" * 5_000, "a\ud800b\0c"])
def test_no_text_keeps_a_board_from_being_printed(press: Press, text: str) -> None:
    printed = press(wall(text, "short", question=text[:1_000]))

    assert printed.report.pages == 1
    assert "short" in printed.text()
    assert printed.report.warnings


def test_a_pale_tint_prints_nearly_white(press: Press) -> None:
    """Black words on an office printer need a ground that a raster does not darken."""
    values = wall("a", groups=1)
    grey = press(values).picture(1, 60)
    scale = 60 / 25.4
    area = Box(120.0, 40.0, 20.0, 10.0)
    assert grey[int(area.y * scale), int(area.x * scale)] > 200


def test_without_notes_there_is_no_sheet(press: Press) -> None:
    with pytest.raises(NothingToPrint, match="no board with notes"):
        press(wall())


def test_a_board_says_how_many_notes_lie_face_down(press: Press) -> None:
    assert press.squeezed("3 notes lie face down and are not shown here.") in press(wall("Seen", face_down=3)).text()
    assert "face" not in press(wall("Seen")).text()


def test_a_board_whose_notes_all_lie_face_down_is_a_sheet_that_says_so(press: Press) -> None:
    printed = press(wall(face_down=12))
    assert printed.report.pages == 1
    assert press.squeezed("12 notes lie face down") in printed.text()


def test_a_wall_that_is_wanted_whole_is_given_up_where_a_note_would_be_cut() -> None:
    edition = Edition(sheet.PAPERS["A4"], FontBook.default(), wording())
    long = wall("moved " * 400, "They told nobody")
    area = Box(10.0, 10.0, 277.0, 180.0)

    assert on_the_wall(long, area, edition) is not None
    assert on_the_wall(long, area, edition, whole=True) is None
