"""Feedback forms: who I am, how it felt, room to write, what we would like to know, and whether I would go on."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from facilitator.domain import identity, sheet
from facilitator.domain.errors import NothingToPrint
from facilitator.domain.reading import Reading
from facilitator.domain.sheet import Box, Large, Shape
from facilitator.pdf import words
from facilitator.pdf.documents import form_page
from facilitator.pdf.documents.beside import beside
from facilitator.pdf.documents.faces import draw_face
from facilitator.pdf.documents.fitted import fit
from facilitator.pdf.documents.large_room import ANY_HEIGHT, NO_ROOM, endless, lines
from facilitator.pdf.documents.surface import height, standing_in
from facilitator.pdf.text.phrase import Phrase

if TYPE_CHECKING:
    from facilitator.domain.sheet import Page, Tick
    from facilitator.pdf.documents.beside import Beside
    from facilitator.pdf.documents.fitted import Fitted
    from facilitator.pdf.documents.surface import Surface
    from facilitator.pdf.edition import Edition
    from facilitator.pdf.text.paragraph import TextBlock
    from facilitator.workshop.queries.print_values import FeedbackFormValues

_PICTURES = {"worked": "glad", "change": "change", "question": "why", "idea": "idea", "learn": "said"}
"""What stands in the corner of each frame in easy read."""

_BELOW_PICTURE = 3.5
_FACE, _LARGE_FACE = 9.5, 14.0
_BESIDE_FACE = 1.5
_BESIDE_QUESTIONS = 2.5
_LARGE_GAP = 2.5
_LINE_TO_WRITE, _LEFT_TO_ANSWER = 14.0, 24.0
"""Millimetres: for a name in large print, and for what is answered to our questions."""

_CUT_NAME = "The name of the prototype is too long for the form and was cut there."
_AREA_HEAD = 7.5
_ABOVE, _BELOW = 3.0, 0.5
_ASKED_TWICE = 10.0
"""Points: how small a heading may be that says the same in two languages."""

_CHOICE, _CHOICE_MORE, _CHOICE_LESS = 7.5, 1.5, 2.0


class FeedbackForms:
    """The feedback forms of one prototype, or of one still without a name: then there is a line to write it on."""

    def __init__(self, values: FeedbackFormValues, edition: Edition) -> None:
        if not values.numbers:
            raise NothingToPrint("There is no feedback form to print: say how many people will try it.")
        self.edition = edition
        self._said = edition.said
        self.title = self._heading(values)
        self._values = values
        self.shape = Shape("feedback", edition.paper.name, mirrored=edition.said.rtl)
        """What a page's boxes are found by again."""

        if edition.large:
            self.shape = replace(self.shape, large=self._room_needed())
        drawn = replace(sheet.as_drawn(self.shape), mirrored=False)  # the surface mirrors all that is drawn
        self._sides = [sheet.page(drawn, number) for number in range(1, sheet.pages(drawn) + 1)]
        self._cut: dict[str, None] = {}

    @property
    def page_count(self) -> int:
        """Every side of every form."""
        return len(self._values.numbers) * len(self._sides)

    @property
    def warnings(self) -> tuple[str, ...]:
        """What did not fit; known when the pages are drawn."""
        return tuple(self._cut)

    def draw(self, number: int, surface: Surface) -> None:
        """Draw one side of one form."""
        form, side = divmod(number - 1, len(self._sides))
        values, page = self._values, self._sides[side]
        surface.stamp(f"side-{side}", lambda: self._draw_side(surface, page))
        who = identity.Sheet(identity.Form(values.form_id, self.shape), values.numbers[form], page.number)
        form_page.draw_codes(surface, page, identity.encode(who, values.key))
        side_of = self._said(words.SIDE, page=page.number, pages=page.of) if page.of > 1 else ""
        left = self._said(words.FORM_NUMBER, number=values.numbers[form], side=side_of)
        form_page.draw_footer(surface, page, left, values.programme)

    @property
    def _easy(self) -> bool:
        return self.edition.reading is Reading.EASY

    def _draw_side(self, surface: Surface, page: Page) -> None:
        form_page.draw_markers(surface, page)
        if "title" in page.labels:
            draw = self._draw_large_title if self.edition.large else self._draw_title
            draw(surface, page)
        form_page.draw_ticks(surface, page.ticks)
        self._draw_choices(surface, page)
        form_page.draw_areas(surface, page.areas, self._labels, _PICTURES if self._easy else None)
        for area in page.areas:
            if area.field == "learn":
                self._draw_questions(surface, area.box)

    @property
    def _labels(self) -> dict[str, str]:
        """What stands in the corner of each frame."""
        return words.FIELDS if self._values.to_learn else {**words.FIELDS, "learn": words.ANYTHING_ELSE}

    def _room_needed(self) -> Large:
        """In large print the sheet has as much room as its words need."""
        some = replace(sheet.as_drawn(self.shape), mirrored=False, large=Large())
        pages = [sheet.page(some, number) for number in range(1, sheet.pages(some) + 1)]
        title = pages[0].labels["title"]
        whole = endless(title)
        ticks = [(tick, page.labels[f"{tick.field}/{tick.value}"]) for page in pages for tick in page.ticks]
        fields = dict.fromkeys(tick.field for tick, _ in ticks)
        talls = [height(self._asked(self._said(words.FIELDS[field]), whole)) for field in fields]
        talls += [height(self._choice(tick, endless(self._beside_face(tick, box)))) for tick, box in ticks]
        labels = (self._said(self._labels[area.field]) for page in pages for area in page.areas)
        talls += [form_page.label_height(self.edition, label, title.width, inset=0.0) for label in labels]
        head = sum(part.tall + _LARGE_GAP for part in self._large_title(whole))
        learn = self._questions(title.width - 2 * _BESIDE_QUESTIONS, ANY_HEIGHT) if self._values.to_learn else None
        return Large(
            head=lines([head + (0.0 if self._values.name else _LINE_TO_WRITE)]),
            words=lines(talls),
            end=lines([height(learn.block)] if learn else []),
            draft=self.edition.drafted,
        )

    def _large_title(self, box: Box) -> list[Beside]:
        """What the form is about, what to know, and for one without a name what to say of it, below one another."""
        edition, said = self.edition, self._said
        ours = [words.YOU_TRIED] if self._values.name else [words.YOU_TRIED, words.WHAT_DID_YOU_TRY]
        rest = [beside(said(one), edition.plain(11), box.width, box.height, edition) for one in ours]
        left = box.height - sum(part.tall + _LARGE_GAP for part in rest) - _LARGE_GAP
        return [beside(self.title, edition.heavy(26), box.width, left, edition), *rest]

    def _draw_large_title(self, surface: Surface, page: Page) -> None:
        box = page.labels["title"]
        title, *rest = self._large_title(box)
        if title.cut:
            self._warn(_CUT_NAME)
        if any(part.cut for part in rest):
            self._warn(NO_ROOM)
        title.draw_heading(surface, 1, box.x, box.y)
        y = box.y + title.tall + _LARGE_GAP
        for part in rest:
            part.draw(surface, box.x, y)
            y += part.tall + _LARGE_GAP
        if not self._values.name:
            form_page.draw_write_on_line(surface, box.x, box.right, y - _LARGE_GAP + _LINE_TO_WRITE * 0.8)

    def _draw_title(self, surface: Surface, page: Page) -> None:
        box = page.labels["title"]
        width = box.width if self._values.name else box.width * 0.44
        title = beside(self.title, self.edition.heavy(26), width, box.height - 1, self.edition, smallest=12)
        if title.cut:
            self._warn(_CUT_NAME)
        title.draw_heading(surface, 1, box.x, box.y)
        lead = page.labels["lead"]
        tried = beside(
            self._said(words.YOU_TRIED), self.edition.quiet(10), lead.width, lead.height, self.edition, smallest=_CHOICE
        )
        tried.draw(surface, lead.x, lead.y)
        if not self._values.name:
            self._draw_name_line(surface, box)

    def _draw_name_line(self, surface: Surface, box: Box) -> None:
        right_half = Box(box.x + box.width * 0.46, box.y, box.width * 0.54, box.height)
        asked = fit(self._said(words.WHAT_DID_YOU_TRY), self.edition.quiet(9), right_half.width, 5, self.edition)
        with surface.tag("P"):
            surface.place(asked.block, right_half.x, right_half.y)
        form_page.draw_write_on_line(surface, right_half.x, right_half.right, box.y + 12.0)

    def _draw_choices(self, surface: Surface, page: Page) -> None:
        for heading in dict.fromkeys(tick.field for tick in page.ticks):
            self._draw_asked(surface, self._said(words.FIELDS[heading]), page.labels[heading])
            with surface.tag("L"):
                for tick in page.ticks:
                    if tick.field == heading:
                        self._draw_choice(surface, tick, page.labels[f"{tick.field}/{tick.value}"])

    def _draw_asked(self, surface: Surface, text: str, box: Box) -> None:
        """The heading of some choices. A script with tall lines takes some of the room above and below it."""
        asked = self._asked(text, box)
        more = max(0.0, height(asked) - box.height - _BELOW)
        with surface.heading(2):
            surface.place(asked, box.x, box.y - more)

    def _asked(self, text: str, box: Box) -> TextBlock:
        least = _ASKED_TWICE if isinstance(text, Phrase) and text.second else 0.0
        tall = box.height + _ABOVE + _BELOW
        return fit(text, self.edition.heavy(13), box.width, tall, self.edition, smallest=least).block

    def _draw_choice(self, surface: Surface, tick: Tick, box: Box) -> None:
        if tick.field == "rating":
            face = self._face
            draw_face(surface.pen, int(tick.value), Box(box.x, box.centre[1] - face / 2, face, face))
        box = self._beside_face(tick, box)
        choice = self._choice(tick, box)
        with surface.tag("LI"), surface.tag("LBody"):
            surface.place(choice, box.x, standing_in(choice, box))

    @property
    def _face(self) -> float:
        return _LARGE_FACE if self.edition.large else _FACE

    def _beside_face(self, tick: Tick, box: Box) -> Box:
        """Where the words of a choice stand, after its face if it has one."""
        taken = self._face + (_LARGE_GAP if self.edition.large else _BESIDE_FACE) if tick.field == "rating" else 0.0
        return Box(box.x + taken, box.y, box.width - taken, box.height)

    def _choice(self, tick: Tick, box: Box) -> TextBlock:
        text = self._said(words.CHOICES[f"{tick.field}/{tick.value}"])
        width = box.width - (_CHOICE_LESS if isinstance(text, Phrase) and text.second else 0.0)
        tall = box.height + _CHOICE_MORE
        return fit(text, self.edition.plain(11), width, tall, self.edition, smallest=_CHOICE).block

    def _draw_questions(self, surface: Surface, area: Box) -> None:
        """The questions we want answered take the upper part of their area; the rest is for the answers."""
        if not self._values.to_learn:
            return
        least = form_page.AREA_PICTURE + _BELOW_PICTURE if self._easy else _AREA_HEAD
        head = max(least, form_page.label_height(self.edition, self._said(words.FIELDS["learn"]), area.width))
        tall = area.height - head - _LEFT_TO_ANSWER if self.edition.large else area.height * 0.6 - head / 2
        asked = self._questions(area.width - 2 * _BESIDE_QUESTIONS, tall)
        if asked.cut:
            self._warn(
                "What you want to learn is too long for the form and was cut there. Ask less, or in fewer words."
            )
        with surface.tag("P"):
            surface.place(asked.block, area.x + _BESIDE_QUESTIONS, area.y + head)

    def _questions(self, width: float, tall: float) -> Fitted:
        return fit("\n".join(self._values.to_learn), self.edition.plain(11), width, tall, self.edition)

    def _heading(self, values: FeedbackFormValues) -> str:
        if not values.name:
            return self._said(words.HOW_WAS_IT)
        return self._said(words.HOW_WAS, name=values.name, version=values.version)

    def _warn(self, sentence: str) -> None:
        self._cut[sentence] = None
