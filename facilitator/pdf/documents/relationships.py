"""Who knew whom before and who does after: two pictures with everybody at the same place, and the numbers in words."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from facilitator.domain.errors import NothingToPrint
from facilitator.domain.sheet import Box
from facilitator.pdf import after_words as ours
from facilitator.pdf.documents.flow import Flow
from facilitator.pdf.documents.network_picture import NetworkPicture, draw_line_key, draw_person
from facilitator.pdf.documents.session_page import FlowPages, Stamped
from facilitator.pdf.documents.share_bars import add_shares
from facilitator.pdf.documents.surface import height, snug
from facilitator.pdf.documents.table import Column
from facilitator.pdf.pen import MM

if TYPE_CHECKING:
    from facilitator.pdf.documents.printable import Printable
    from facilitator.pdf.documents.surface import Surface
    from facilitator.pdf.edition import Edition
    from facilitator.workshop.queries.after_values import MapRound, RelationshipValues

_TALL = 165.0
"""Millimetres: how high a picture is, where the page leaves as much."""

_LEAST, _BELOW_PICTURE = 60.0, 6.0
_BARE = 100.0
"""Millimetres of a page that must be free for a list to begin on it."""

_SHAPE, _LINE, _GAP, _BETWEEN = 3.2, 9.0, 2.0, 6.0
"""A shape and a piece of line in the key, the gap after them, and the one before the next."""


def relationships(values: RelationshipValues, edition: Edition) -> Printable:
    """The pages laid out for one edition. Raises NothingToPrint when nobody is linked to anybody."""
    if not values.before.links:
        raise NothingToPrint(
            "There is no map of who knows whom yet: ask people whether they want to be on it, and write down who knows "
            "whom."
        )
    flow = Flow(edition.drawn)
    said, edition = flow.said, flow.edition
    picture = _picture(values, edition)
    _add_head(flow, values)
    _add_round(flow, values, values.before, picture, after=False)
    if values.after:
        flow.turn()
        _add_round(flow, values, values.after, picture, after=True)
        _add_across(flow, values.before, values.after)
    _add_names(flow, values)
    name = said(ours.RELATIONSHIPS)
    return Stamped(FlowPages(name, edition, flow, name), values.printed)


def _picture(values: RelationshipValues, edition: Edition) -> NetworkPicture:
    """The picture of both rounds, as high as the words of either leave room for on its page. In large print it has the
    page for itself where it has room for names only there.
    """
    tries = [_as_high_as_there_is_room(values, edition, names=names) for names in (True, False)]
    if edition.large:
        tries.insert(1, _as_high_as_there_is_room(values, edition, names=True, alone=True))
    return next((picture for picture in tries if picture.has_names), tries[-1])


def _as_high_as_there_is_room(
    values: RelationshipValues, edition: Edition, *, names: bool, alone: bool = False
) -> NetworkPicture:
    rounds = [(values.before, False), *([(values.after, True)] if values.after else [])]
    rooms: list[float] = []
    for told, after in rounds:
        flow = Flow(edition)
        if not after:
            _add_head(flow, values)
        _add_turn(flow, values, after=after)
        if not alone:
            _add_sentences(flow, values, told, after=after, names=names)
        rooms.append(flow.room - (_BELOW_PICTURE if edition.large and not alone else 0.0))
    every = (values.after or values.before).links
    return NetworkPicture(values.people, every, Flow(edition).width, max(_LEAST, min(_TALL, *rooms)), edition)


def _add_head(flow: Flow, values: RelationshipValues) -> None:
    said, edition = flow.said, flow.edition
    flow.text(said.joined(" · ", (values.programme, values.place)), edition.quiet(10), after=1.5)
    flow.heading(said(ours.RELATIONSHIPS), 1, edition.heavy(26), after=1.5)
    if not edition.large:
        _add_how(flow)


def _add_round(flow: Flow, values: RelationshipValues, told: MapRound, picture: NetworkPicture, *, after: bool) -> None:
    """The picture below its words; in large print, which needs the page for it, above them."""
    old = values.before.links if after else frozenset[frozenset[int]]()
    new = told.links - old

    def drawing(surface: Surface, y: float) -> None:
        picture.draw(surface, flow.left, y, old, new)

    if flow.edition.large:
        _add_turn(flow, values, after=after)
        flow.figure(picture.tall, drawing, alt=_in_words(flow, values, told, after=after))
        flow.space(_BELOW_PICTURE)
        _add_sentences(flow, values, told, after=after, names=picture.has_names)
        if after or not values.after:
            _add_how(flow)
        return
    alt = _add_words(flow, values, told, after=after, names=picture.has_names)
    flow.figure(picture.tall, drawing, alt=alt)
    flow.space(_BELOW_PICTURE)


def _add_how(flow: Flow) -> None:
    flow.text(flow.said(ours.RELATIONSHIPS_HOW), flow.edition.quiet(11), after=5.0)


def _add_words(flow: Flow, values: RelationshipValues, told: MapRound, *, after: bool, names: bool) -> str:
    """What stands above the picture of a round; gives what the picture shows, in words."""
    _add_turn(flow, values, after=after)
    _add_sentences(flow, values, told, after=after, names=names)
    return _in_words(flow, values, told, after=after)


def _add_turn(flow: Flow, values: RelationshipValues, *, after: bool) -> None:
    """Which round it is, where there are two."""
    heading = _turn(flow, values, after=after)
    if heading:
        flow.heading(heading, 2, flow.edition.heavy(16), after=1.0, keep=20.0)


def _add_sentences(flow: Flow, values: RelationshipValues, told: MapRound, *, after: bool, names: bool) -> None:
    """How many know each other, and what is what on the picture: next to it, above or below."""
    said, edition = flow.said, flow.edition
    if edition.large:
        _add_key(flow, values, after=after)
    flow.text(said.joined(" ", _sentences(flow, values, told, after=after)), edition.plain(11), after=3.0)
    if not edition.large:
        _add_key(flow, values, after=after)
    if not names:
        flow.text(said(ours.NO_NAMES), edition.quiet(10), after=2.0)


def _in_words(flow: Flow, values: RelationshipValues, told: MapRound, *, after: bool) -> str:
    heading = _turn(flow, values, after=after)
    return " ".join(filter(None, (heading and f"{heading}.", *_sentences(flow, values, told, after=after))))


def _turn(flow: Flow, values: RelationshipValues, *, after: bool) -> str:
    return flow.said(ours.BY_THE_END if after else ours.AT_THE_START) if values.after else ""


def _sentences(flow: Flow, values: RelationshipValues, told: MapRound, *, after: bool) -> list[str]:
    sentences = ours.round_in_words(flow.said, told.figures, after=after)
    if after:
        sentences.insert(1, ours.new_links(flow.said, len(told.links - values.before.links)))
    return sentences


def _add_across(flow: Flow, before: MapRound, after: MapRound) -> None:
    """Two bars: links within a group and across, then and now."""
    said, edition = flow.said, flow.edition
    flow.heading(said(ours.ACROSS), 2, edition.heavy(16), after=1.0, keep=40.0)
    counts = [(one.figures.links - one.figures.groups_apart, one.figures.groups_apart) for one in (before, after)]
    names = (said(ours.AT_THE_START), said(ours.BY_THE_END))
    alt = said(
        ours.ACROSS_ALT,
        before=names[0],
        inside=counts[0][0],
        across=counts[0][1],
        after=names[1],
        inside_now=counts[1][0],
        across_now=counts[1][1],
    )
    parts = ((said(ours.WITHIN), "agree"), (said(ours.BETWEEN), "disagree"))
    add_shares(flow, names, counts, parts, alt=alt)


def _add_key(flow: Flow, values: RelationshipValues, *, after: bool) -> None:
    """Which shape is which group, and which line is new."""
    said = flow.said
    entries = [
        _Entry(flow, said(ours.GROUPS[group]), group=group)
        for group in dict.fromkeys(person.group for person in values.people)
    ]
    lines = ((False, ours.LINE_BEFORE), (True, ours.LINE_NEW)) if after else ((True, ours.LINE_ONLY),)
    entries += [_Entry(flow, said(name), new=new) for new, name in lines]
    row: list[_Entry] = []
    for entry in entries:
        if row and sum(one.wide for one in (*row, entry)) > flow.width:
            _add_row(flow, row)
            row = []
        row.append(entry)
    _add_row(flow, row)
    flow.space(3.0)


def _add_row(flow: Flow, row: list[_Entry]) -> None:
    def drawing(surface: Surface, y: float) -> None:
        x = flow.left
        for entry in row:
            entry.draw(surface, x, y)
            x += entry.wide

    flow.draw(max(entry.tall for entry in row), drawing)


class _Entry:
    """A sign and what it means."""

    def __init__(self, flow: Flow, name: str, *, group: str | None = None, new: bool = False) -> None:
        self._group = group
        self._new = new
        self._sign = _SHAPE if group is not None else _LINE
        self._block = snug(flow.block(name, flow.edition.quiet(9.5), flow.width - self._sign - _GAP))
        self.wide = self._sign + _GAP + self._block.natural_width / MM + _BETWEEN
        self.tall = height(self._block)

    def draw(self, surface: Surface, x: float, y: float) -> None:
        """Draw it from a point on to the right."""
        middle = y + self._block.line_height / MM / 2
        if self._group is None:
            draw_line_key(surface.pen, x, middle, new=self._new)
        else:
            draw_person(surface.pen, self._group, Box(x, middle - _SHAPE / 2, _SHAPE, _SHAPE))
        with surface.tag("P"):
            surface.place(self._block, x + self._sign + _GAP, y)


def _add_names(flow: Flow, values: RelationshipValues) -> None:
    """Everybody with how many they knew and know: what the pictures show, for those who do not see them."""
    said, edition = flow.said, flow.edition
    rounds = [values.before, *([values.after] if values.after else [])]
    heads = [said(ours.AT_THE_START), said(ours.BY_THE_END)] if values.after else [said(ours.LINKS_HEAD)]
    counts = [Counter(person for link in told.links for person in link) for told in rounds]
    if flow.room < _BARE:
        flow.turn()
    flow.space(10.0)
    flow.heading(said(ours.NAME_BY_NAME), 2, edition.heavy(16), after=1.0)
    flow.text(said(ours.NAME_BY_NAME_HOW), edition.quiet(10), after=3.0)
    flow.table(
        [Column(60, heads_rows=True), Column(50), *(Column(32, "end") for _ in rounds)],
        [said(ours.NAME_HEAD), said(ours.GROUP_HEAD), *heads],
        [
            [person.name, said(ours.GROUPS[person.group]), *(str(count[place]) for count in counts)]
            for place, person in enumerate(values.people)
        ],
        edition.plain(10.5),
        pad=1.0,
    )
