"""The summary in easy read: a picture and one short sentence for each thing that was said, voted and decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.pdf import easy_words as easy
from facilitator.pdf.after_words import face_down
from facilitator.pdf.documents.easy_page import add_pictured
from facilitator.pdf.documents.flow import Flow
from facilitator.pdf.documents.session_page import FlowPages, Stamped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from facilitator.pdf.documents.printable import Printable
    from facilitator.pdf.edition import Edition
    from facilitator.pdf.wording import Wording
    from facilitator.workshop.queries.organiser_values import Decided, SummaryValues

_TITLE = 30.0
_OWN_MARKS = ("?", "!", "…", "؟", "۔", "।", "？", "！", "。")
"""What ends a sentence by itself, in any script that people write in; a full stop of ours after it would be wrong."""

MOST_THEMES, MOST = 6, 8


def easy_summary(values: SummaryValues, edition: Edition) -> Printable:
    """The pages laid out for one edition; as many as it takes."""
    flow = Flow(edition.drawn)
    flow.heading(edition.said(easy.TITLE), 1, edition.heavy(_TITLE), after=6.0)
    for name, text in _lines(values, edition.said):
        add_pictured(flow, name, text)
    pages = FlowPages(values.programme, edition, flow, edition.said(easy.EASY))
    return Stamped(pages, values.printed)


def _lines(values: SummaryValues, said: Wording) -> Iterator[tuple[str, str]]:
    """Pictures by name, each with its sentence."""
    about = easy.ABOUT_ASKED if values.programme.strip().endswith(_OWN_MARKS) else easy.ABOUT
    yield "said", said(about, programme=_ended(values.programme))
    if values.people:
        yield "people", said.count(values.people, *easy.PEOPLE)
    if values.place.strip():
        yield "place", said(easy.PLACE, place=_ended(values.place))
    if values.notes:
        yield "note", said.count(values.notes, *easy.NOTES)
    if values.face_down:
        yield "note", face_down(said, values.face_down)
    if values.themes:
        yield "said", said(easy.SAID)
        for theme in values.themes[:MOST_THEMES]:
            yield "note", theme.name.strip()
    for vote in values.votes[:MOST]:
        yield "vote", said(easy.VOTED, question=vote.question.strip())
        for option in vote.first[:2]:
            yield "first", said(easy.FIRST, option=option.strip())
    for one in values.will[:MOST]:
        yield from _will(one, said)
    for one in values.cannot[:MOST]:
        yield "cannot", said(easy.CANNOT, what=one.what.strip())
        if one.reason.strip():
            yield "why", said(easy.WHY, reason=one.reason.strip())
    yield "ask", said(easy.ASK)


def _will(one: Decided, said: Wording) -> Iterator[tuple[str, str]]:
    yield "will", said(easy.WILL, what=one.what.strip())
    if one.who.strip():
        yield "people", said(easy.WHO, who=one.who.strip())
    if one.by_when:
        yield "when", said(easy.WHEN, day=said.day(one.by_when))


def _ended(text: str) -> str:
    """What people wrote, before a full stop of ours."""
    return text.strip().rstrip(".")
