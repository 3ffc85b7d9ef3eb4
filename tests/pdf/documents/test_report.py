"""The report shows every statement with its counts, hides what is hidden, and says where it comes from."""

from __future__ import annotations

import re
import uuid
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest

from facilitator.domain import sheet
from facilitator.domain.disclosure import published
from facilitator.domain.errors import NothingToPrint
from facilitator.domain.reading import Reading
from facilitator.domain.tally import OptionResult, PollResult
from facilitator.workshop.queries.after_values import (
    ReportIdea,
    ReportMore,
    ReportSession,
    ReportVersion,
    Said,
    StrandDecision,
)
from facilitator.workshop.queries.print_values import ReportBoard, ReportNote, ReportPoll, ReportTheme, ReportValues
from tests.pdf.documents.giving_back import strand, wall

if TYPE_CHECKING:
    from tests.pdf.documents.conftest import Press

BOTH = pytest.mark.parametrize(("name", "hidden"), [("london-youth-policing", 3), ("affordable-housing", 46)])
HOSTILE = ["<b>unclosed", "a<br>b", "<Bins> are full", "&amp;", "<img src='/etc/passwd'>", "<a href='file:'>"]
EMPTY = ReportValues("Millbrook early years", "Community hall", "2026-01-14", 0, (), ())


def board(*notes: str, **changed: object) -> ReportBoard:
    theme = ReportTheme("Being told", tuple(ReportNote(text, "", "") for text in notes))
    return replace(ReportBoard("What gets in the way?", "", (theme,), 0), **changed)  # pyright: ignore[reportArgumentType]


def dots(*options: tuple[str, int, int], ballots: int = 33) -> PollResult:
    results = tuple(
        OptionResult(uuid.uuid4(), "ABCDE"[n], text, False, rank, float(count), {"dots": count})
        for n, (text, count, rank) in enumerate(options)
    )
    return PollResult(uuid.uuid4(), "Which shall we try first?", "dots", "closed", 40, ballots, 1, results, "")


def agreement(*options: tuple[str, int, int, int]) -> PollResult:
    results = tuple(
        OptionResult(
            uuid.uuid4(),
            "ABCDE"[n],
            text,
            False,
            n + 1,
            yes / (yes + no + none),
            {"agree": yes, "disagree": no, "pass": none},
        )
        for n, (text, yes, no, none) in enumerate(options)
    )
    return PollResult(uuid.uuid4(), "Which shall we try first?", "agree", "closed", 40, 33, 1, results, "")


def visible(values: ReportValues) -> list[OptionResult]:
    return [option for option in values.polls[0].result.options if not option.hidden]


def with_poll(result: PollResult) -> ReportValues:
    return replace(EMPTY, polls=(ReportPoll(result, "", "", ""),))


@BOTH
def test_every_visible_statement_is_found_again_with_its_counts_in_rank_order(
    press: Press, name: str, hidden: int
) -> None:
    values = press.report_of(name)
    text = press(values).text()
    everything = text[text.index(press.squeezed("Every statement")) :]
    shown = [option for option in values.polls[0].result.options if not option.hidden]

    place = 0
    for option in shown:
        place = everything.find(press.squeezed(option.text), place)
        assert place >= 0, option.text
        counts = f"{option.counts['agree']}agree·{option.counts['pass']}pass·{option.counts['disagree']}disagree"
        assert counts in everything
    assert everything.count("agree·") == len(shown)
    assert press.squeezed(f"{hidden} statements are hidden and left out") in text


@BOTH
def test_hidden_statements_are_nowhere_in_the_report(press: Press, name: str, hidden: int) -> None:
    values = press.report_of(name)
    text = press(values).text()
    kept_back = [option.text for option in values.polls[0].result.options if option.hidden]

    assert len(kept_back) == hidden
    shown = {press.squeezed(option.text) for option in values.polls[0].result.options if not option.hidden}
    assert [said for said in map(press.squeezed, kept_back) if said in text and said not in "".join(shown)] == []


def test_ties_are_marked_as_ties(press: Press) -> None:
    result = dots(("One shared wall", 20, 1), ("One number", 14, 2), ("Parents first", 14, 2), ("Leaflets", 3, 4))
    text = press(with_poll(result)).text()

    assert "2=BOnenumber14dots" in text
    assert "2=CParentsfirst14dots" in text
    assert "4DLeaflets3dots" in text


def test_the_numbers_of_the_vote_and_its_promise_are_told(press: Press) -> None:
    result = dots(("One shared wall", 20, 1))
    values = replace(with_poll(result), polls=(ReportPoll(result, "It is tried", "Ruth", "2027-02-01"),), people=34)
    text = press(values).text()

    for said in (
        "Community hall · 14 January 2026",
        "34 people took part.",
        "33 ballots counted",
        "1 ballot spoilt",
        "40 paper ballots given out",
        "It is tried. Ruth will answer by 1 February 2027.",
        "20 dots",
    ):
        assert press.squeezed(said) in text


def test_an_open_vote_says_that_it_can_change_and_an_uncounted_one_that_nobody_voted(press: Press) -> None:
    still_open = replace(dots(("One shared wall", 2, 1)), state="open")
    nobody = dots(("One shared wall", 0, 1), ballots=0)

    assert press.squeezed("still open") in press(with_poll(still_open)).text()
    text = press(with_poll(nobody)).text()
    assert press.squeezed("No ballot has been counted yet.") in text
    assert "0dots" not in text


def test_notes_are_printed_by_theme_in_the_words_they_were_written_in(press: Press) -> None:
    note = ReportNote("لوحة فيها صور لمن لا يقرأ", "ar", "A board with pictures")
    themes = (ReportTheme("Being told", (note,)), ReportTheme("", (ReportNote("Free tea", "en", ""),)))
    text = press(replace(EMPTY, boards=(ReportBoard("What gets in the way?", "", themes, 3),))).text()

    for said in (
        "What gets in the way?",
        "Being told (1)",
        "لوحة فيها صور لمن لا يقرأ",
        "A board with pictures",
        "In no group (1)",
        "Free tea",
        "3 notes from this board can be found with the votes.",
    ):
        assert press.squeezed(said) in text


@pytest.mark.parametrize("reading", [Reading.LARGE, Reading.EASY])
def test_in_large_type_groups_on_the_picture_of_a_board_have_numbers_and_their_names_stand_in_full_beside_it(
    press: Press, reading: Reading
) -> None:
    shown = wall(*(f"Note {n}" for n in range(12)), groups=2)
    names = ("What services can learn from a neighbour", "People who remember you by your name")
    frames = tuple(replace(frame, name=name) for frame, name in zip(shown.frames, names, strict=True))
    values = replace(EMPTY, boards=(board("Note", wall=replace(shown, frames=frames)),))
    text = press(values, reading=reading).text()

    assert "…" not in text
    assert all(press.squeezed(f"{number} {name}") in text for number, name in enumerate(names, 1))


def test_hostile_words_are_printed_as_they_stand_and_reach_for_nothing(press: Press) -> None:
    printed = press(replace(EMPTY, boards=(board(*HOSTILE),)))

    text = printed.text()
    assert [said for said in HOSTILE if press.squeezed(said) not in text] == []
    assert b"/URI" not in printed.pdf
    assert b"/Image" not in printed.pdf.replace(b"/ImageB /ImageC /ImageI", b"")


def test_a_note_longer_than_a_page_runs_over_and_nothing_of_it_is_lost(press: Press) -> None:
    note = " ".join(f"word{n}" for n in range(3_000))
    printed = press(replace(EMPTY, boards=(board(note),)))

    assert printed.report.pages > 3
    text = re.sub(r"Millbrookearlyyears\d+of\d+", "", printed.text())
    assert press.squeezed(note) in text


def test_a_statement_longer_than_a_page_runs_over_and_nothing_of_it_is_lost(press: Press) -> None:
    option = " ".join(f"word{n}" for n in range(1_500))
    printed = press(with_poll(dots((option, 3, 1), ("Short", 1, 2))))

    text = re.sub(r"Millbrookearlyyears\d+of\d+", "", printed.text())
    assert press.squeezed(option) in text
    assert "Short" in text


@pytest.mark.parametrize("words", [300, 1_500])
def test_a_long_statement_stands_among_what_most_agree_on_as_well(press: Press, words: int) -> None:
    option = " ".join(f"word{n}" for n in range(words))
    printed = press(with_poll(agreement(("Short", 30, 1, 1), (option, 20, 5, 5))))

    text = re.sub(r"Millbrookearlyyears\d+of\d+", "", printed.text())
    assert text.count(press.squeezed(option)) == 2


def test_the_last_statement_does_not_stand_alone_on_a_page(press: Press) -> None:
    values = press.report_of("london-youth-policing")
    last, before = (press.squeezed(option.text) for option in visible(values)[:-3:-1])

    assert all(before in page for page in press(values).texts() if last in page)


@pytest.mark.parametrize("title", ["مكتبة Harbour – 图书馆", "ہمارا پارک", "আমাদের পার্ক", "公园"])
def test_every_page_says_at_its_foot_which_workshop_it_is_of_in_any_script(press: Press, title: str) -> None:
    pages = press(replace(EMPTY, programme=title, boards=(board(*HOSTILE),))).texts()

    assert all(page.count(word) == (2 if n == 1 else 1) for n, page in enumerate(pages, 1) for word in title.split())


def test_a_statement_stands_whole_on_one_page(press: Press) -> None:
    values = press.report_of("london-youth-policing")
    pages = press(values).texts()

    for option in values.polls[0].result.options:
        if not option.hidden:
            assert any(press.squeezed(option.text) in page for page in pages), option.text


def test_pages_are_numbered_and_the_source_is_named(press: Press) -> None:
    printed = press(press.report_of("london-youth-policing"))

    assert all(f"{n}of{printed.report.pages}" in page for n, page in enumerate(printed.texts(), 1))
    assert press.squeezed("Data gathered using the Polis software") in printed.texts()[-1]


def test_bars_can_be_told_apart_in_grey(press: Press) -> None:
    printed = press(press.report_of("london-youth-policing"))
    picture = printed.picture(2, dpi=150)
    # The first bar of "What divides the room" is 12 agree, 1 pass, 10 disagree.
    rows = np.flatnonzero((picture < 110).mean(axis=1) > 0.4)
    bar = picture[rows[0] + 3 : rows[0] + 18]
    shades = [float(part.mean()) for part in np.array_split(bar[:, 130:1100], 12, axis=1)]

    assert shades[0] < 110
    assert 110 < shades[-2] < 235


@pytest.mark.parametrize("paper", list(sheet.PAPERS))
def test_a_report_fits_every_paper(press: Press, paper: str) -> None:
    values = press.report_of("london-youth-policing")
    text = press(values, paper=paper).text()

    assert all(press.squeezed(option.text) in text for option in values.polls[0].result.options if not option.hidden)


def test_with_neither_a_vote_nor_a_note_there_is_nothing_to_report(press: Press) -> None:
    with pytest.raises(NothingToPrint, match="write a note on a board, or count a vote"):
        press(EMPTY)
    with pytest.raises(NothingToPrint):
        press(replace(EMPTY, boards=(board(themes=()),)))


def more(**changed: object) -> ReportMore:
    came = published({"resident": 17, "community-organisation": 8, "public-service": 7, "elected-member": 2})
    plain = ReportMore(
        purpose="Hear each other sooner",
        sessions=(ReportSession(1, "Who we are", "2026-11-26", "The hall", "Meet", 34, (("Stories", "stories", 35),)),),
        came=came,
        ideas=(ReportIdea("Gate Wall", "To say it at once", "Parents", "The nursery", (version(),)),),
        decisions=(StrandDecision("Lower it", "change", "A child could not reach.", "Ruth", "2027-01-25"),),
        thread=(strand(),),
    )
    return replace(plain, **changed)  # pyright: ignore[reportArgumentType]


def version(**changed: object) -> ReportVersion:
    piles = (("worked", (Said("I drew a bus"), Said("كتبت", "ar", "I wrote"))), ("change", (Said("Too high"),)))
    plain = ReportVersion("paper wall", 2, "trial", "At the gate", ("Do they write?",), 14, (1, 0, 3, 9), piles)
    return replace(plain, **changed)  # pyright: ignore[reportArgumentType]


def test_a_whole_programme_is_told_in_the_order_it_happened(press: Press) -> None:
    polls = (ReportPoll(replace(dots(("One shared wall", 20, 1)), dots=5), "It is tried", "Ruth", "2027-02-01"),)
    values = replace(EMPTY, people=34, boards=(board("They moved it", wall=wall("They moved it")),), polls=polls)
    text = press(replace(values, more=more(), printed="2027-02-12T09:30")).text()

    place = 0
    for wanted in (
        "In this report",
        "What we did",
        "Who we are",
        "Stories (35)",
        "Who came",
        "Resident",
        "They moved it",
        "Which shall we try first?",
        "Everybody had 5 dots. Several could go on one line. It was secret",
        "Gate Wall",
        "14 people tried it.",
        "How it felt",
        "I drew a bus",
        "What was decided",
        "A child could not reach.",
        "From story to decision",
        "Nobody told us it had moved",
    ):
        place = text.find(press.squeezed(wanted), place)
        assert place >= 0, wanted
    assert press.squeezed("Printed 12 Feb 2027, 09:30") in text


def test_small_groups_are_not_told_and_that_is_said(press: Press) -> None:
    text = press(replace(EMPTY, people=34, boards=(board("Moved"),), more=more())).text()

    assert press.squeezed("Councillor not shown") in text
    assert press.squeezed("Public service not shown") in text
    assert press.squeezed("Groups of fewer than five people are not shown") in text
    only_total = press(replace(EMPTY, people=34, boards=(board("Moved"),), more=more(came=None))).text()
    assert press.squeezed("The groups were too small to be shown one by one.") in only_total


def test_few_people_are_not_counted(press: Press) -> None:
    text = press(replace(EMPTY, people=3, boards=(board("Moved"),))).text()

    assert press.squeezed("Fewer than five people took part.") in text
    assert "3people" not in text


def test_what_few_voted_is_listed_without_numbers(press: Press) -> None:
    poll = ReportPoll(dots(("One shared wall", 0, 1), ballots=3), "", "", "", few=True)
    text = press(replace(EMPTY, polls=(poll,))).text()

    assert press.squeezed("Fewer than five ballots were counted") in text
    assert press.squeezed("A One shared wall") in text
    assert "0dots" not in text


def test_what_was_tried_and_decided_is_reason_enough_for_a_report(press: Press) -> None:
    text = press(replace(EMPTY, more=more(sessions=(), came=None, thread=()))).text()
    assert press.squeezed("Too high") in text
