"""The part of a report that shows what was tried: each version of an idea, how it felt, and what people said of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.domain.disclosure import FEWEST
from facilitator.pdf import after_words as ours
from facilitator.pdf.documents.length_bars import add_lengths
from facilitator.pdf.documents.report_board import add_notes
from facilitator.pdf.documents.table import Cell, Column
from facilitator.pdf.text.style import Span
from facilitator.workshop.queries.print_values import ReportNote

if TYPE_CHECKING:
    from collections.abc import Sequence

    from facilitator.pdf.documents.flow import Flow
    from facilitator.workshop.queries.after_values import ReportIdea, ReportVersion, StrandDecision

_COLUMNS = (Column(56, heads_rows=True), Column(72), Column(40))


def add_idea(flow: Flow, idea: ReportIdea) -> None:
    """Lay out an idea with its versions."""
    said, edition = flow.said, flow.edition
    flow.space(12.0)
    flow.heading(idea.name, 2, edition.heavy(20), after=1.5, keep=40.0)
    about = (
        said(ours.NEED, need=idea.need.strip()) if idea.need.strip() else "",
        said(ours.FOR_WHOM, who=idea.who_for.strip()) if idea.who_for.strip() else "",
        said(ours.WHO_DELIVERS, who=idea.who_delivers.strip()) if idea.who_delivers.strip() else "",
    )
    for sentence in filter(None, about):
        flow.text(sentence, edition.quiet(11), after=0.5)
    for version in idea.versions:
        _add_version(flow, version)


def add_decisions(flow: Flow, decisions: Sequence[StrandDecision]) -> None:
    """What was decided, why, and who does it by when."""
    said, edition = flow.said, flow.edition
    flow.space(12.0)
    flow.heading(said(ours.DECIDED), 2, edition.heavy(20), after=2.0, keep=40.0)
    rows = [
        [
            Cell([Span(one.what.strip(), bold=True), Span("\n"), Span(said(ours.OUTCOMES[one.outcome]))]),
            one.reason.strip(),
            ours.who_and_when(said, one.who, one.by_when),
        ]
        for one in decisions
    ]
    flow.table(_COLUMNS, [said(head) for head in ours.DECIDED_HEAD], rows, edition.plain(10.5))


def _add_version(flow: Flow, version: ReportVersion) -> None:
    said, edition = flow.said, flow.edition
    flow.space(6.0)
    named = said(
        "Version {version}: {name} ({form})",
        version=version.version,
        name=version.name.strip(),
        form=said(ours.FORMS[version.form]),
    )
    flow.heading(named, 3, edition.heavy(14), after=1.5, keep=30.0)
    tried = ours.how_many_tried(said, version.tried, FEWEST)
    for told in filter(None, (version.description.strip(), tried)):
        flow.text(told, edition.plain(11), after=1.0)
    if version.to_learn:
        flow.text(said(ours.TO_LEARN), edition.heavy(11), after=0.5, keep=8.0)
        flow.items(version.to_learn, edition.plain(11))
    if version.faces:
        flow.space(1.5)
        flow.text(said(ours.FACES_TITLE), edition.heavy(11), after=1.0, keep=25.0)
        rows = [(said(name), count, f"{count:,}") for name, count in zip(ours.FACES, version.faces, strict=True)]
        add_lengths(flow, rows[::-1])
    for pile, heard in version.piles:
        if heard:
            flow.space(1.5)
            named = said(ours.WITH_NUMBER, name=said(ours.PILES[pile]), number=f"{len(heard):,}")
            flow.text(named, edition.heavy(11), after=1.5, keep=15.0)
            add_notes(flow, [ReportNote(one.text, one.language, one.translation) for one in heard])
