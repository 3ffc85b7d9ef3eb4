"""Feedback forms: who I am, how it felt, room to write, what we would like to know, and whether I would go on."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from facilitator.domain import identity, sheet
from facilitator.domain.errors import NothingToPrint
from facilitator.domain.reading import Reading
from facilitator.domain.sheet import Box, Shape
from facilitator.pdf import words
from facilitator.pdf.documents import form_page
from facilitator.pdf.documents.beside import beside
from facilitator.pdf.documents.faces import draw_face
from facilitator.pdf.documents.fitted import fit
from facilitator.pdf.documents.surface import height, standing_in
from facilitator.pdf.text.phrase import Phrase

if TYPE_CHECKING:
    from facilitator.domain.sheet import Page, Tick
    from facilitator.pdf.documents.surface import Surface
    from facilitator.pdf.edition import Edition
    from facilitator.workshop.queries.print_values import FeedbackFormValues

_PICTURES = {"worked": "glad", "change": "change", "question": "why", "idea": "idea", "learn": "said"}
"""What stands in the corner of each frame in easy read."""

_BELOW_PICTURE = 3.5
_FACE = 9.5
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
        self._shape = Shape("feedback", edition.paper.name, mirrored=edition.said.rtl)
        drawn = replace(sheet.as_drawn(self._shape), mirrored=False)  # the surface mirrors all that is drawn
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
        who = identity.Sheet(identity.Form(values.form_id, self._shape), values.numbers[form], page.number)
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
            self._draw_title(surface, page)
        form_page.draw_ticks(surface, page.ticks)
        self._draw_choices(surface, page)
        labels = words.FIELDS if self._values.to_learn else {**words.FIELDS, "learn": words.ANYTHING_ELSE}
        form_page.draw_areas(surface, page.areas, labels, _PICTURES if self._easy else None)
        for area in page.areas:
            if area.field == "learn":
                self._draw_questions(surface, area.box)

    def _draw_title(self, surface: Surface, page: Page) -> None:
        box = page.labels["title"]
        width = box.width if self._values.name else box.width * 0.44
        title = beside(self.title, self.edition.heavy(26), width, box.height - 1, self.edition, smallest=12)
        if title.cut:
            self._warn("The name of the prototype is too long for the form and was cut there.")
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
        least = _ASKED_TWICE if isinstance(text, Phrase) and text.second else 0.0
        tall = box.height + _ABOVE + _BELOW
        asked = fit(text, self.edition.heavy(13), box.width, tall, self.edition, smallest=least).block
        more = max(0.0, height(asked) - box.height - _BELOW)
        with surface.heading(2):
            surface.place(asked, box.x, box.y - more)

    def _draw_choice(self, surface: Surface, tick: Tick, box: Box) -> None:
        if tick.field == "rating":
            draw_face(surface.pen, int(tick.value), Box(box.x, box.centre[1] - _FACE / 2, _FACE, _FACE))
            box = Box(box.x + _FACE + 1.5, box.y, box.width - _FACE - 1.5, box.height)
        text = self._said(words.CHOICES[f"{tick.field}/{tick.value}"])
        width = box.width - (_CHOICE_LESS if isinstance(text, Phrase) and text.second else 0.0)
        choice = fit(
            text, self.edition.plain(11), width, box.height + _CHOICE_MORE, self.edition, smallest=_CHOICE
        ).block
        with surface.tag("LI"), surface.tag("LBody"):
            surface.place(choice, box.x, standing_in(choice, box))

    def _draw_questions(self, surface: Surface, area: Box) -> None:
        """The questions we want answered take the upper part of their area; the rest is for the answers."""
        if not self._values.to_learn:
            return
        least = form_page.AREA_PICTURE + _BELOW_PICTURE if self._easy else _AREA_HEAD
        head = max(least, form_page.label_height(self.edition, self._said(words.FIELDS["learn"]), area.width))
        box = Box(area.x + 2.5, area.y + head, area.width - 5.0, area.height * 0.6 - head / 2)
        asked = fit("\n".join(self._values.to_learn), self.edition.plain(11), box.width, box.height, self.edition)
        if asked.cut:
            self._warn(
                "What you want to learn is too long for the form and was cut there. Ask less, or in fewer words."
            )
        with surface.tag("P"):
            surface.place(asked.block, box.x, box.y)

    def _heading(self, values: FeedbackFormValues) -> str:
        if not values.name:
            return self._said(words.HOW_WAS_IT)
        return self._said(words.HOW_WAS, name=values.name, version=values.version)

    def _warn(self, sentence: str) -> None:
        self._cut[sentence] = None
