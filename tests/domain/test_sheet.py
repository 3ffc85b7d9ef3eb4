"""The printed form's geometry holds whatever a poll looks like, and can be worked out again from its shape."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain import sheet
from facilitator.domain.sheet import PAPERS, Box, Large, Page, Shape

papers = st.sampled_from(list(PAPERS))
large = st.builds(
    Large,
    head=st.integers(1, 30),
    words=st.integers(1, 6),
    answers=st.integers(1, 3),
    end=st.integers(1, 12),
    draft=st.booleans(),
)
ballots = st.builds(
    Shape,
    kind=st.just("ballot"),
    paper=papers,
    method=st.sampled_from(["agree", "dots"]),
    dots=st.integers(1, 20),
    rows=st.integers(1, 200).map(lambda count: tuple(range(1, count + 1))),
    mirrored=st.booleans(),
)
few = st.integers(1, 30).map(lambda count: tuple(range(1, count + 1)))
large_ballots = st.builds(replace, ballots, large=large, rows=few)
any_ballots = ballots | large_ballots
large_forms = large_ballots | st.builds(Shape, kind=st.just("feedback"), paper=papers, large=large)
forms = ballots | large_forms | st.builds(Shape, kind=st.just("feedback"), paper=papers, mirrored=st.booleans())


def every_page(shape: Shape) -> list[Page]:
    return [sheet.page(shape, number) for number in range(1, sheet.pages(shape) + 1)]


def blocks(page: Page) -> list[Box]:
    """Everything of a page that must not lie over anything else."""
    labels = [box for name, box in page.labels.items() if "/" not in name]
    return [
        *page.markers.values(),
        *page.codes,
        *labels,
        *(row.box for row in page.rows),
        *(area.box for area in page.areas),
    ]


@given(any_ballots)
def test_every_option_is_printed_once_and_in_order(shape: Shape) -> None:
    assert tuple(row.place for page in every_page(shape) for row in page.rows) == shape.rows


@given(forms)
def test_everything_is_on_the_sheet_and_nothing_overlaps(shape: Shape) -> None:
    for page in every_page(shape):
        whole = Box(0, 0, page.paper.width, page.paper.height)
        assert all(whole.holds(box) for box in blocks(page))
        assert not [(one, other) for one, other in combinations(blocks(page), 2) if one.inset(0.01).meets(other)]


@given(forms)
def test_boxes_are_five_millimetres_or_seven_in_large_print_and_at_least_nine_apart(shape: Shape) -> None:
    for page in every_page(shape):
        size = (7.0 if shape.large else sheet.BOX) * page.paper.scale
        assert {(tick.box.width, tick.box.height) for tick in page.ticks} <= {(size, size)}
        for one, other in combinations(page.ticks, 2):
            across, down = (abs(a - b) for a, b in zip(one.box.centre, other.box.centre, strict=True))
            assert max(across, down) >= sheet.PITCH - 1e-6


@given(any_ballots)
def test_a_row_holds_its_letter_words_and_boxes_side_by_side(shape: Shape) -> None:
    for page in every_page(shape):
        for row in page.rows:
            assert row.words.width >= 35
            assert all(row.box.holds(box) for box in (row.letter, row.words, *(tick.box for tick in row.ticks)))
            assert not any(
                tick.box.inset(0.01).meets(row.words) or tick.box.meets(row.letter.inset(0.01)) for tick in row.ticks
            )
            assert not row.words.inset(0.01).meets(row.letter)
            assert all(row.box.holds(name) for name in row.names)
            assert not [name for name in row.names if name.inset(0.01).meets(row.words)]


@given(ballots)
def test_no_page_is_left_nearly_empty(shape: Shape) -> None:
    counts = [len(page.rows) for page in every_page(shape)]

    assert min(counts) >= 1
    assert len(counts) == 1 or counts[-1] * 5 >= max(counts)


@given(st.integers(1, 120), st.integers(1, 20))
def test_an_agree_row_has_three_boxes_and_a_dots_row_as_many_as_dots(count: int, dots: int) -> None:
    rows = tuple(range(1, count + 1))
    agree = sheet.page(Shape("ballot", method="agree", rows=rows), 1).rows[0]
    dotted = sheet.page(Shape("ballot", method="dots", dots=dots, rows=rows), 1).rows[0]

    assert [(tick.field, tick.value, tick.round) for tick in agree.ticks] == [
        ("option-1", "agree", False),
        ("option-1", "disagree", False),
        ("option-1", "pass", False),
    ]
    assert [tick.value for tick in dotted.ticks] == [str(n) for n in range(1, dots + 1)]
    assert all(tick.round for tick in dotted.ticks)


@given(any_ballots)
def test_only_the_last_page_asks_for_more(shape: Shape) -> None:
    *others, last = every_page(shape)

    assert [area.field for area in last.areas] == ["anything-to-add"]
    assert not any(page.areas for page in others)


@pytest.mark.parametrize(("options", "sides"), [(8, 1), (36, 3), (119, 8)])
def test_long_votes_run_over_as_few_sides_as_they_can(options: int, sides: int) -> None:
    assert sheet.pages(Shape("ballot", rows=tuple(range(1, options + 1)))) == sides


def test_markers_stand_in_the_corners_and_tell_which() -> None:
    page = sheet.page(Shape("feedback"), 1)

    assert page.markers == {
        0: Box(8, 8, 12, 12),
        1: Box(190, 8, 12, 12),
        2: Box(190, 277, 12, 12),
        3: Box(8, 277, 12, 12),
    }
    assert [code.centre[0] for code in page.codes] == [105, 105]
    assert min(code.width for code in page.codes) >= 15


def test_a_feedback_form_asks_who_how_what_and_whether_to_go_on() -> None:
    page = sheet.page(Shape("feedback"), 1)

    fields = {tick.field: [other.value for other in page.ticks if other.field == tick.field] for tick in page.ticks}
    assert fields == {
        "perspective": list(sheet.PERSPECTIVES),
        "rating": list(sheet.FACES),
        "next-step": list(sheet.NEXT_STEP),
    }
    assert [area.field for area in page.areas] == ["worked", "change", "question", "idea", "learn"]


@given(forms)
def test_mirroring_twice_changes_nothing_and_leaves_the_codes_alone(shape: Shape) -> None:
    plain, other = replace(shape, mirrored=False), replace(shape, mirrored=True)
    for one, two in zip(every_page(plain), every_page(other), strict=True):
        assert one.markers == two.markers
        assert one.codes == two.codes
        for left, right in zip(one.ticks, two.ticks, strict=True):
            assert left.box.x == pytest.approx(one.paper.width - right.box.right, abs=0.05)
            assert left.box.y == right.box.y


def test_a_page_that_a_form_does_not_have_is_refused() -> None:
    with pytest.raises(ValueError, match="has 1 pages"):
        sheet.page(Shape("feedback"), 2)


@given(forms, forms)
def test_two_shapes_share_a_key_only_if_they_are_the_same(one: Shape, other: Shape) -> None:
    assert (one.key() == other.key()) == (one == other)


def test_rows_follow_each_other_without_a_gap() -> None:
    page = sheet.page(Shape("ballot", rows=tuple(range(1, 37))), 2)

    assert all(above.box.bottom == pytest.approx(below.box.y) for above, below in pairwise(page.rows))


@given(any_ballots)
def test_an_a3_form_is_an_a4_form_enlarged(shape: Shape) -> None:
    small, large = (every_page(replace(shape, paper=paper)) for paper in ("A4", "A3"))
    for one, two in zip(small, large, strict=True):
        assert [tick.box.centre for tick in two.ticks] == [
            pytest.approx((x * 420 / 297, y * 420 / 297)) for x, y in (tick.box.centre for tick in one.ticks)
        ]


def test_a_feedback_form_takes_both_sides_of_a_small_sheet_so_that_there_is_room_to_write() -> None:
    sides = every_page(Shape("feedback", "A5"))

    assert [[area.field for area in page.areas] for page in sides] == [
        ["worked", "change"],
        ["question", "idea", "learn"],
    ]
    assert min(area.box.height for page in sides for area in page.areas) > 35


@given(large_ballots)
def test_in_large_print_each_box_has_its_word_beside_it(shape: Shape) -> None:
    shape = replace(shape, method="agree")
    for page in every_page(shape):
        for row in page.rows:
            for tick, name in zip(row.ticks, row.names, strict=True):
                beside = tick.box.x - name.right if shape.mirrored else name.x - tick.box.right
                assert beside == pytest.approx(3.0 * page.paper.scale)
                assert name.y <= tick.box.y
                assert tick.box.bottom <= name.bottom


@given(large_ballots)
def test_a_ballot_in_large_print_asks_the_same_by_the_same_letters(shape: Shape) -> None:
    usual = replace(shape, large=None)

    assert asked(shape) == asked(usual)


def asked(shape: Shape) -> list[tuple[int, str, str]]:
    return [
        (row.place, tick.field, tick.value) for page in every_page(shape) for row in page.rows for tick in row.ticks
    ]


@given(large_forms)
def test_large_print_leaves_the_room_it_was_asked_for_where_a_page_has_it(shape: Shape) -> None:
    assert shape.large
    for page in every_page(replace(shape, paper="A4", large=replace(shape.large, head=8))):
        for name in ("head", "title"):
            if page.number == 1 and name in page.labels:
                assert page.labels[name].height >= 8 * sheet.LARGE_LINE
        assert all(row.words.height >= shape.large.words * sheet.LARGE_LINE for row in page.rows)


def test_what_was_printed_before_there_was_large_print_is_still_read() -> None:
    assert Shape("ballot", "A4", "dots", 3, (1, 2), mirrored=True).key() == b"1|ballot|A4|dots|3|1,2|1"
