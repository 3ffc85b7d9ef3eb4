"""The thread of one idea down the page: a line that joins what people told, what was asked, tried and decided."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from facilitator.domain.disclosure import FEWEST
from facilitator.pdf import after_words as ours
from facilitator.pdf.documents.look import TEAL
from facilitator.pdf.documents.session_page import on_the_page_side
from facilitator.pdf.documents.surface import height
from facilitator.pdf.text.phrase import Phrase
from facilitator.pdf.text.style import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from facilitator.pdf.documents.flow import Flow
    from facilitator.pdf.documents.surface import Surface
    from facilitator.pdf.text.paragraph import TextBlock
    from facilitator.pdf.wording import Wording
    from facilitator.workshop.queries.after_values import Said, Strand, StrandDecision

QUOTES = 4
_LINE, _BEAD = 0.7, 1.4
_LABEL_AT, _LABEL = 6.0, 36.0
_AFTER = 3.2
_SIZE = 11.0


def add_strand(flow: Flow, strand: Strand, *, level: int, examples: bool = True) -> None:
    """Lay a thread out below a heading of a level; `examples` says whether notes and feedback are shown too."""
    said = flow.said
    flow.heading(strand.idea, level, flow.edition.heavy(18 if level == 2 else 14), after=1.0, keep=40.0)
    if strand.need.strip():
        flow.text(said(ours.NEED, need=strand.need.strip()), flow.edition.quiet(11), after=1.0)
    flow.space(3.0)
    with flow.group("L"):
        steps = _Steps(flow)
        _add_roots(steps, strand, examples=examples)
        steps.add(ours.STEPS["idea"], _idea(said, strand))
        for vote in strand.votes:
            steps.add(ours.STEPS["vote"], [_Piece([Span(ours.vote_line(said, vote))])])
        for version in strand.versions:
            heard = _Piece([Span(ours.version_line(said, version, FEWEST))])
            shown = [piece for one in version.said if examples for piece in _quoted(replace(one, about=""))]
            steps.add(said(ours.STEPS["version"], version=version.version), [heard, *shown])
        for decision in strand.decisions:
            pieces = [_Piece(spans) for spans in decision_spans(said, decision)]
            steps.add(ours.OUTCOMES[decision.outcome], pieces)
        if not strand.decisions:
            steps.add(ours.STEPS["decision"], [_Piece([Span(said(ours.UNDECIDED))])])


def decision_spans(said: Wording, decision: StrandDecision) -> list[list[Span]]:
    """A decision in paragraphs: what, why, and who does it by when."""
    done = ours.who_and_when(said, decision.who, decision.by_when)
    what = Span(decision.what.strip(), bold=True)
    return [[what], *([Span(text)] for text in (decision.reason.strip(), done) if text)]


@dataclass(frozen=True, slots=True)
class _Piece:
    """A paragraph of a step. A `close` one belongs to the one above it."""

    spans: Sequence[Span]
    quiet: bool = False
    close: bool = False

    @property
    def text(self) -> str:
        """What it says."""
        return "".join(span.text for span in self.spans)


def _add_roots(steps: _Steps, strand: Strand, *, examples: bool) -> None:
    """Where the idea comes from, as far as anybody has written it down."""
    said = steps.flow.said
    if strand.quotes:
        more = len(strand.quotes) - QUOTES
        rest = [_Piece([Span(said.count(more, *ours.MORE_QUOTES))], quiet=True)] if more > 0 else []
        steps.add(ours.STEPS["quote"], [*(piece for one in strand.quotes[:QUOTES] for piece in _quoted(one)), *rest])
    for name, texts in (("insight", strand.insights), ("question", strand.questions)):
        if texts:
            steps.add(ours.STEPS[name], [_Piece([Span(text)]) for text in texts])
    if strand.notes:
        shown = [piece for one in strand.examples if examples for piece in _quoted(one)]
        steps.add(ours.STEPS["note"], [_Piece([Span(ours.notes_behind(said, strand))]), *shown])
    if not (strand.quotes or strand.insights or strand.questions or strand.notes):
        steps.add(ours.STEPS["note"], [_Piece([Span(said(ours.NO_ROOTS))])])


def _idea(said: Wording, strand: Strand) -> list[_Piece]:
    who = strand.who_for.strip()
    name = _Piece([Span(strand.idea.strip(), bold=True)])
    return [name, _Piece([Span(said(ours.FOR_WHOM, who=who))], close=True)] if who else [name]


def _quoted(one: Said) -> list[_Piece]:
    """Somebody's words in marks of quotation, with what they mean in ours, and what they are from."""
    text = one.text.strip()
    pieces = [_Piece([Span(text if text[:1] in '“"«' else f"“{text}”", lang=one.language or None)])]
    notes = filter(None, (one.translation.strip(), one.about.strip()))
    return [*pieces, *(_Piece([Span(note)], quiet=True, close=True) for note in notes)]


class _Steps:
    """The line down the page with a bead at each step."""

    def __init__(self, flow: Flow) -> None:
        self.flow = flow
        roomy = flow.edition.smallest <= _SIZE
        self._label = _LABEL if roomy else 0.0

    def add(self, name: str, pieces: Sequence[_Piece]) -> None:
        """A step: its name on the left, its paragraphs beside it; in large type below it."""
        flow = self.flow
        indent = _LABEL_AT + self._label
        width = self._label - 3.0 if self._label else flow.width - indent
        label = flow.block(flow.said(name), flow.edition.heavy(10), width)
        blocks = [self._block(piece, flow.width - indent) for piece in pieces]
        flow.need(min(sum(map(height, blocks[:2])), 40.0) + (0.0 if self._label else height(label)))
        page, top = len(flow.pages), flow.y
        with flow.group("LI"):
            self._add_label(label)
            with flow.group("LBody"):
                for turn, block in enumerate(blocks):
                    last = turn == len(blocks) - 1
                    close = not last and pieces[turn + 1].close
                    self._add(block, indent, after=_AFTER if last else 0.0 if close else 1.2)
        if self._label and len(flow.pages) == page:
            self._clear(top + height(label) + _AFTER / 2)

    def _clear(self, low: float) -> None:
        """Go on below a name that is taller than what stands beside it."""
        flow = self.flow
        short = min(low - flow.y, flow.room)
        if short > 0:
            flow.artefact(short, lambda surface, y: _stretch(surface, flow.left + 1.5, y, short))

    def _block(self, piece: _Piece, width: float) -> TextBlock:
        """From the left, whichever way it is read, so that a translation stands below it."""
        edition = self.flow.edition
        style = edition.quiet(10) if piece.quiet else edition.plain(_SIZE)
        only = piece.spans[0]
        text = only.text if len(piece.spans) == 1 and isinstance(only.text, Phrase) and not only.bold else piece.spans
        return self.flow.block(text, on_the_page_side(piece.text, style, self.flow.edition), width)

    def _add_label(self, label: TextBlock) -> None:
        flow = self.flow
        flow.artefact(0.0, lambda surface, y: _bead(surface, flow.left + 1.5, y + 2.4))

        def drawing(surface: Surface, y: float) -> None:
            with surface.tag("Lbl"):
                surface.place(label, flow.left + _LABEL_AT, y + 0.3)

        flow.draw(0.0 if self._label else height(label), drawing)

    def _add(self, block: TextBlock, indent: float, *, after: float) -> None:
        flow = self.flow
        flow.need(min(height(block), 40.0))
        tall = min(height(block) + after, flow.room)
        flow.artefact(0.0, lambda surface, y: _stretch(surface, flow.left + 1.5, y, tall))
        flow.place(block, indent)
        flow.space(after)


def _bead(surface: Surface, x: float, y: float) -> None:
    with surface.pen.path(fill=TEAL) as path:
        path.dot(x, y, _BEAD)


def _stretch(surface: Surface, x: float, y: float, tall: float) -> None:
    with surface.pen.path(fill=TEAL) as path:
        path.rectangle(x - _LINE / 2, y, _LINE, tall)
