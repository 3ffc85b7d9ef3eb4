"""Real votes as print values, and printed pages as text and as pictures."""

from __future__ import annotations

import csv
import io
import uuid
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pypdfium2
import pytest

from facilitator.domain.letters import place_of
from facilitator.domain.reading import Reading
from facilitator.domain.tally import Candidate, PollResult, Vote, tally
from facilitator.pdf.documents.render import render
from facilitator.pdf.pen import MM
from facilitator.workshop.queries.print_values import (
    BallotOption,
    BallotValues,
    FeedbackFormValues,
    PrintValues,
    ReportPoll,
    ReportValues,
)

if TYPE_CHECKING:
    from facilitator.domain.sheet import Box
    from facilitator.pdf.documents.printable import PrintReport

DATA = Path(__file__).parents[2] / "data"
KEY = b"the secret of this workshop file"
SOURCE = "Data gathered using the Polis software"


@dataclass
class Printed:
    """A PDF, and what a reader of it would see."""

    pdf: bytes
    report: PrintReport

    def texts(self) -> list[str]:
        """The text of each page, as one would copy it, without any white space."""
        document = pypdfium2.PdfDocument(self.pdf)
        pages = [page.get_textpage().get_text_range() for page in document]
        document.close()
        return [squeezed(page) for page in pages]

    def text(self) -> str:
        return "".join(self.texts())

    def picture(self, number: int, dpi: int = 150) -> np.ndarray[Any, Any]:
        """Page `number` from 1, in grey."""
        document = pypdfium2.PdfDocument(self.pdf)
        grey = document[number - 1].render(scale=dpi / 72, grayscale=True).to_numpy()  # pyright: ignore[reportArgumentType]
        copy = np.array(grey)
        document.close()
        return copy

    def right_edge(self, number: int, word: str, within: Box) -> float:
        """Where a word ends on a page, in millimetres, in that part of the page."""
        with pypdfium2.PdfDocument(self.pdf) as document:
            page = document[number - 1]
            words, high = page.get_textpage(), page.get_height()
            found = words.search(word, match_case=True, match_whole_word=True)
            while True:
                at, many = found.get_next() or (-1, 0)
                assert at >= 0, word
                _, bottom, right, _ = words.get_charbox(at + many - 1)
                if within.y < (high - bottom) / MM < within.bottom:
                    words.close()
                    return right / MM


def squeezed(text: str) -> str:
    """Text without white space and hyphens, which lines may add or drop."""
    return "".join(text.split()).replace("-", "").replace("\ufffe", "")


class Press:
    """Prints values, and holds the votes that come with the tests."""

    def __call__(
        self,
        *values: PrintValues,
        paper: str = "A4",
        languages: tuple[str, ...] = ("en",),
        reading: Reading = Reading.STANDARD,
    ) -> Printed:
        out = io.BytesIO()
        report = render(values, out, paper=paper, languages=languages, reading=reading)
        return Printed(out.getvalue(), report)

    @staticmethod
    def squeezed(text: str) -> str:
        return squeezed(text)

    @staticmethod
    def result(name: str) -> PollResult:
        """A vote from the folder `polis-NAME`, counted."""
        folder = DATA / f"polis-{name}"
        candidates = {row["comment-id"]: _candidate(n, row) for n, row in enumerate(_rows(folder / "comments.csv"), 1)}
        last = {(row["voter-id"], row["comment-id"]): int(row["vote"]) for row in _rows(folder / "votes.csv")}
        voters = {voter: uuid.uuid4() for voter, _ in last}
        votes = [Vote(voters[voter], candidates[on].id, said) for (voter, on), said in last.items() if on in candidates]
        topic = (folder / "summary.csv").read_text("utf-8").splitlines()[0].removeprefix("topic,")
        options = tally("agree", candidates.values(), votes)
        return PollResult(uuid.uuid4(), topic, "agree", "closed", 0, len(voters), 0, options, SOURCE)

    def report_of(self, name: str) -> ReportValues:
        result = self.result(name)
        return ReportValues(result.question, "", "2026-11-23", 0, (ReportPoll(result, "", "", ""),), ())

    def ballots_of(self, name: str, numbers: tuple[int, ...] = (1,)) -> BallotValues:
        result = self.result(name)
        shown = sorted((place_of(option.letter), option.text) for option in result.options if not option.hidden)
        return self.ballots([text for _, text in shown], question=result.question, numbers=numbers)

    @staticmethod
    def ballots(options: list[str], **changed: object) -> BallotValues:
        plain = BallotValues(
            poll_id=uuid.UUID(int=7 << 100),
            programme="Millbrook early years",
            question="Which shall we try first?",
            method="agree",
            dots=5,
            consequence="",
            answered_by="",
            answer_date="",
            options=tuple(BallotOption(place, text) for place, text in enumerate(options, 1)),
            blank_letters=0,
            numbers=(12,),
            key=KEY,
        )
        return replace(plain, **changed)  # pyright: ignore[reportArgumentType]

    @staticmethod
    def feedback_forms(name: str = "Gate Wall", **changed: object) -> FeedbackFormValues:
        plain = FeedbackFormValues(uuid.UUID(int=8 << 100), "Millbrook early years", name, 2, (), (7,), KEY)
        return replace(plain, **changed)  # pyright: ignore[reportArgumentType]


def _candidate(place: int, row: dict[str, str]) -> Candidate:
    return Candidate(uuid.uuid4(), place, row["comment-body"], row["moderated"] == "-1")


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="session")
def press() -> Press:
    return Press()
