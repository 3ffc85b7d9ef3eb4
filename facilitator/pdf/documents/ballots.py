"""Ballots: the question, what to do, the options by letter with their boxes, and room to add something.

The words of a side are the same on every ballot, so they are laid out once; only the number and the codes change.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from facilitator.domain import identity, sheet
from facilitator.domain.errors import BadInput, NothingToPrint
from facilitator.domain.letters import letter
from facilitator.domain.reading import Reading
from facilitator.domain.sheet import Box, Large, Shape
from facilitator.pdf import words
from facilitator.pdf.documents import form_page
from facilitator.pdf.documents.ballot_head import CUT_PROMISE, CUT_QUESTION, Head, draw_told, of_one_size, told
from facilitator.pdf.documents.ballot_head import head as head_of
from facilitator.pdf.documents.beside import Beside, beside
from facilitator.pdf.documents.fitted import fit
from facilitator.pdf.documents.large_room import NO_ROOM, endless, lines
from facilitator.pdf.documents.option_words import option_words
from facilitator.pdf.documents.surface import height, snug, standing_in
from facilitator.pdf.pen import MM
from facilitator.pdf.pictures import draw_picture, symbol_of
from facilitator.pdf.text.paragraph import lay_out
from facilitator.pdf.text.style import Span

if TYPE_CHECKING:
    from facilitator.domain.sheet import OptionRow, Page
    from facilitator.pdf.documents.surface import Surface
    from facilitator.pdf.edition import Edition
    from facilitator.pdf.text.paragraph import TextBlock
    from facilitator.workshop.queries.print_values import BallotValues

BLANK_LETTERS = 8
"""How many lettered lines a ballot has when nothing is known yet: A to H."""

_OPTION = (13.0, 10.5)
_LEAST_HEAD, _LEAST_NOTE = 6.0, 7.0
_END_GAP = 2.0
_LETTER = 14.0
_LEAST_EASY = 14.0
_LARGE_TITLE_ROOM, _ROUNDING = 18.0, 0.01
_LARGE_TITLE, _LARGE_LETTER, _LARGE_GAP = 24.0, 24.0, 2.5
_SYMBOL, _SYMBOL_GAP = 11.0, 3.0
"""The picture beside a letter in easy read, in millimetres."""


def shape_of(values: BallotValues, paper: str = "A4") -> Shape:
    """The shape of these ballots: what `scan` needs to find their boxes."""
    places = tuple(option.place for option in values.options)
    places = tuple(sorted({*places, *values.unnamed})) if places else ()
    rows = places or tuple(range(1, (values.blank_letters or BLANK_LETTERS) + 1))
    return Shape(
        "ballot",
        paper,
        "dots" if values.method == "dots" else "agree",
        (values.most_on_one or values.dots) if values.method == "dots" else 0,
        rows,
    )


class Ballots:
    """The ballots of one poll, laid out for one edition. Raises NothingToPrint without a poll's number to print."""

    def __init__(self, values: BallotValues, edition: Edition) -> None:
        if not values.numbers:
            raise NothingToPrint("There is no ballot to print: say how many people will vote.")
        self.title = values.question
        self.edition = edition
        self._values = values
        self._said = edition.said
        self._words = {option.place: option_words(option, edition.said) for option in values.options}
        self._cut: dict[str, None] = {}
        self.shape = replace(shape_of(values, edition.paper.name), mirrored=edition.said.rtl)
        """What a page's boxes are found by again."""

        if edition.large:
            self.shape = replace(self.shape, large=self._room_needed())
        self._sides = sheet.pages(self.shape)
        if self._sides > identity.PAGE_LIMIT:
            raise BadInput(f"This vote has {len(self.shape.rows):,} options; that is too long for a ballot on paper.")

    @property
    def page_count(self) -> int:
        """Every side of every ballot."""
        return len(self._values.numbers) * self._sides

    @property
    def warnings(self) -> tuple[str, ...]:
        """What did not fit; known when the pages are drawn."""
        return tuple(self._cut)

    def draw(self, number: int, surface: Surface) -> None:
        """Draw one side of one ballot."""
        ballot, side = divmod(number - 1, self._sides)
        values, page = self._values, self._pages[side]
        surface.stamp(f"side-{side}", lambda: self._draw_side(surface, page))
        who = identity.Sheet(identity.Form(values.poll_id, self.shape), values.numbers[ballot], page.number)
        form_page.draw_codes(surface, page, identity.encode(who, values.key))
        side_of = self._said(words.SIDE, page=page.number, pages=page.of) if page.of > 1 else ""
        numbered = words.BALLOT_NUMBER_ALONE if self.edition.large else words.BALLOT_NUMBER
        left = self._said(numbered, number=values.numbers[ballot], side=side_of)
        form_page.draw_footer(surface, page, left, values.programme if values.programme != values.question else "")

    @cached_property
    def _pages(self) -> list[Page]:
        drawn = replace(sheet.as_drawn(self.shape), mirrored=False)  # the surface mirrors all that is drawn
        return [sheet.page(drawn, side) for side in range(1, self._sides + 1)]

    def _draw_side(self, surface: Surface, page: Page) -> None:
        form_page.draw_markers(surface, page)
        if page.number == 1 and self.edition.large:
            self._draw_large_head(surface, page.labels["head"])
        elif page.number == 1:
            self._head.draw(surface, page.labels["head"])
        else:
            self._draw_title_again(surface, page.labels["head"])
        if self.shape.method == "agree" and not self.edition.large:
            self._draw_columns(surface, page)
        with surface.tag("L"):
            for row in page.rows:
                self._draw_row(surface, row)
        form_page.draw_ticks(surface, page.ticks)
        form_page.draw_areas(surface, page.areas, {"anything-to-add": words.ANYTHING_TO_ADD})
        if "note" in page.labels:
            note = page.labels["note"]
            y = note.y
            for part in self._at_the_end(replace(note, height=page.labels["footer"].y - y)):
                part.draw(surface, note.x, y)
                y += part.tall + (_LARGE_GAP if self.edition.large else _END_GAP)
            if not self.edition.large:
                draw_told(self._head.at_end, surface, note.x, y)

    @cached_property
    def _head(self) -> Head:
        """What stands over the options in ordinary print."""
        last = self._pages[-1].labels
        note = replace(last["note"], height=last["footer"].y - last["note"].y)
        free = note.height - sum(part.tall + _END_GAP for part in self._at_the_end(note))
        head = head_of(self._values, self._how(), self._pages[0].labels["head"], free, self.edition)
        for sentence in head.cut:
            self._warn(sentence)
        return head

    def _room_needed(self) -> Large:
        """In large print the sheet has as much room as its words need."""
        some = replace(sheet.as_drawn(self.shape), mirrored=False, large=Large())
        page = sheet.page(some, 1)
        head, row = page.labels["head"], page.rows[0]
        options = [replace(row, place=place, words=endless(row.words)) for place in self._words]
        names = [self._name(tick.value, endless(box)).tall for tick, box in zip(row.ticks, row.names, strict=False)]
        over = self._large_head(endless(head))
        return Large(
            head=lines([sum(part.tall + _LARGE_GAP for part in over)]),
            words=lines(self._fitted(option, _OPTION[0]).tall for option in options),
            answers=lines(names),
            end=lines([sum(part.tall + _LARGE_GAP for part in self._at_the_end(endless(head)))]),
            draft=self.edition.drafted,
        )

    def _large_head(self, box: Box) -> list[Beside]:
        """The question, what to do and what comes of it, one below the other."""
        whole = endless(box)
        parts = [self._large_title(whole), self._large_how(whole), *self._told_in_full(whole)]
        if sum(part.tall + _LARGE_GAP for part in parts) <= box.height + _ROUNDING:
            return parts
        how = self._large_how(replace(box, height=box.height - _LARGE_TITLE_ROOM))
        told = self._told_in_full(replace(box, height=(box.height - how.tall - _LARGE_TITLE_ROOM) / 2))
        left = box.height - sum(part.tall + _LARGE_GAP for part in (how, *told)) - _LARGE_GAP
        title = self._large_title(replace(box, height=left))
        self._warn(NO_ROOM if how.cut else CUT_QUESTION)
        return [title, how, *told]

    def _large_title(self, box: Box) -> Beside:
        return beside(self._values.question, self.edition.heavy(_LARGE_TITLE), box.width, box.height, self.edition)

    def _large_how(self, box: Box) -> Beside:
        return beside(self._how(), self.edition.plain(11), box.width, box.height, self.edition)

    def _told_in_full(self, box: Box) -> list[Beside]:
        return [Beside((block,), box.width, cut=False) for block in self._told(box)]

    def _at_the_end(self, box: Box) -> list[Beside]:
        """What to do after a mistake; in large print also what the number is for, which the footer has no room for."""
        edition, style, left = self.edition, self.edition.quiet(9), box.height
        found: list[Beside] = []
        for one in (words.BALLOT_MISTAKE, words.NUMBER_ONLY) if edition.large else (words.BALLOT_MISTAKE,):
            found.append(beside(self._said(one), style, box.width, left, edition, smallest=_LEAST_NOTE))
            left -= found[-1].tall + _LARGE_GAP
        if edition.large and any(part.cut for part in found):
            self._warn(NO_ROOM)
        return found

    def _draw_large_head(self, surface: Surface, box: Box) -> None:
        y = box.y
        for turn, part in enumerate(self._large_head(box)):
            if turn:
                part.draw(surface, box.x, y)
            else:
                part.draw_heading(surface, 1, box.x, y)
            y += part.tall + _LARGE_GAP

    def _told(self, box: Box) -> list[TextBlock]:
        """What the result will do, in large print."""
        blocks = of_one_size(told(self._values, self.edition), box.width, box.height, self.edition)
        if any(block.cut for block in blocks):
            self._warn(CUT_PROMISE)
        return [block.block for block in blocks]

    def _draw_title_again(self, surface: Surface, box: Box) -> None:
        text: list[Span] | str = [Span(f"{self._values.question} ("), Span(self._said(words.CONTINUED)), Span(")")]
        if self.edition.large:  # its page is in the footer, which is as large
            text = self._values.question
        title = fit(text, self.edition.heavy(13), box.width, box.height - 2, self.edition)
        with surface.artefact():
            surface.place(title.block, box.x, box.y)

    def _draw_columns(self, surface: Surface, page: Page) -> None:
        heads = page.labels["columns"]
        for tick in page.rows[0].ticks:
            head = Box(tick.box.centre[0] - 10, heads.y, 20, heads.height)
            style, word = self.edition.quiet(9, "centre"), self._said(words.COLUMNS[tick.value])
            block = fit(word, style, head.width, head.height, self.edition, smallest=_LEAST_HEAD).block
            with surface.tag("P"):
                surface.place(block, head.x, heads.bottom - height(block) - 0.5)

    def _draw_row(self, surface: Surface, row: OptionRow) -> None:
        form_page.draw_rule(surface, row.box)
        size = _LARGE_LETTER if self.edition.large else _LETTER
        style = replace(self.edition.heavy(size), direction="rtl" if self._said.rtl else "ltr")
        mark = lay_out(letter(row.place), style, row.letter.width * MM, self.edition.fonts)
        with surface.tag("LI"):
            with surface.tag("Lbl"):
                surface.place(mark, row.letter.x, standing_in(mark, row.letter))
            if row.place in self._words:
                self._draw_symbol(surface, row)
                self._draw_option(surface, row)
            else:
                form_page.draw_write_on_line(surface, row.words.x, row.words.right - 4, row.words.centre[1] + 2.0)
            for tick, box in zip(row.ticks, row.names, strict=False):
                name = self._name(tick.value, box)
                name.draw(surface, box.x, box.y + (box.height - name.tall) / 2, "LBody")

    def _name(self, value: str, box: Box) -> Beside:
        """The word for a box of a row, which stands right beside it in each language whichever way that is read."""
        said = self._said(words.COLUMNS[value])
        name = beside(said, self.edition.plain(11), box.width, box.height, self.edition)
        return replace(name, blocks=tuple(map(snug, name.blocks)))

    def _draw_option(self, surface: Surface, row: OptionRow) -> None:
        option = self._fitted(row, self._option_size)
        if option.cut:
            self._warn(f"Option {letter(row.place)} is too long for its line and was cut. Give it a shorter wording.")
        room = self._room(row)
        y = room.y + (room.height - option.tall) / 2
        option.draw(surface, room.x, y, "LBody")

    def _draw_symbol(self, surface: Surface, row: OptionRow) -> None:
        """In easy read each letter has a picture too, the same as on the key: it is found without reading."""
        name = symbol_of(row.place) if self._pictorial else None
        if name:
            side = min(_SYMBOL, row.words.height - 1.0)
            draw_picture(surface, name, Box(row.words.x, row.words.centre[1] - side / 2, side, side))

    def _room(self, row: OptionRow) -> Box:
        """Where the words of an option stand."""
        words = row.words
        taken = _SYMBOL + _SYMBOL_GAP if self._pictorial else 0.0
        return Box(words.x + taken, words.y, words.width - taken, words.height)

    @property
    def _pictorial(self) -> bool:
        return self.edition.reading is Reading.EASY

    @cached_property
    def _option_size(self) -> float:
        """One size for all options, unless one is so long that it would make the others hard to read."""
        rows = [row for page in self._pages for row in page.rows if row.place in self._words]
        sizes = [block.style.size for row in rows for block in self._fitted(row, _OPTION[0]).blocks]
        return max(min(sizes, default=_OPTION[0]), _OPTION[1])

    def _fitted(self, row: OptionRow, size: float) -> Beside:
        room, least = self._room(row), _LEAST_EASY if self._pictorial else 0.0
        return beside(
            self._words[row.place], self.edition.option(size), room.width, room.height, self.edition, smallest=least
        )

    def _how(self) -> str:
        said = self._said
        how = (
            words.dots_how(said, self._values.dots, self._values.most_on_one)
            if self.shape.method == "dots"
            else said(words.AGREE_HOW)
        )
        return how if self._words else said.joined(" ", (how, said(words.BLANK_HOW)))

    def _warn(self, sentence: str) -> None:
        self._cut[sentence] = None
