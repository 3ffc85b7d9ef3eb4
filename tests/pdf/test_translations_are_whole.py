"""Every word that somebody in the room reads has an entry in each of the five languages."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest

from build.translations import CATALOGUES, as_it_should_be, printed
from facilitator.exchange.millbrook.build import build_millbrook
from facilitator.pdf.documents.render import LACKING, render
from facilitator.workshop.documents import Document, Order, read
from facilitator.workshop.places import Places
from facilitator.workshop.translations.catalogue import read_catalogue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from facilitator.workshop.workshop import Workshop

WHOLE = ("ar", "bn", "pl", "so", "ur")
PREPARED = ("cy", "pa", "ro", "zh")
FOR_ORGANISERS = ("organiser_words.py", "pack_words.py", "key_words.py", "translation_words.py", "pocket_order.py")
"""What only those who prepare the day or check the words read; it may stay in English."""

ALSO_FOR_ORGANISERS = (
    "Running order",
    "Pocket running order",
    "If somebody tells you about harm: listen, promise no secrecy, write down their words, and tell:",
)
NOT_FOR_THE_ROOM = {Document.PACK, Document.RUNNING_ORDER, Document.POCKET_ORDER, Document.CHECK_SHEET, Document.POSTER}


def is_for_organisers(sentence: str, where: str) -> bool:
    return where.endswith(FOR_ORGANISERS) or sentence in ALSO_FOR_ORGANISERS or sentence.startswith("{across} sheets")


@pytest.mark.parametrize("language", WHOLE)
def test_every_sentence_for_the_room_has_a_translation(language: str) -> None:
    entries = read_catalogue(CATALOGUES / f"{language}.po").entries
    wanted = {one for (one, _), where in printed().items() if not is_for_organisers(one, where)}
    assert sorted(one for one in wanted if one not in entries or not entries[one].forms) == []


@pytest.mark.parametrize("language", [*WHOLE, *PREPARED])
def test_a_catalogue_has_the_sentences_of_the_program_and_says_that_nobody_has_checked_it(language: str) -> None:
    found = read_catalogue(CATALOGUES / f"{language}.po")
    assert found.language == language
    assert {(one.sentence, one.many) for one in found.entries.values()} == set(printed())
    assert found.checked == []


@pytest.mark.parametrize("language", [*WHOLE, *PREPARED])
def test_a_catalogue_is_written_as_it_is_when_the_catalogues_are_brought_up_to_date(language: str) -> None:
    path = CATALOGUES / f"{language}.po"
    text, _ = as_it_should_be(path, printed().items())
    assert text == path.read_text("utf-8"), "Run python3 build/dev.py translations"


@pytest.mark.parametrize("language", PREPARED)
def test_a_prepared_language_has_the_words_of_ballots_and_consent(language: str) -> None:
    entries = read_catalogue(CATALOGUES / f"{language}.po").entries
    wanted = [one for (one, _), where in printed().items() if where == "facilitator/domain/consent.py"]
    wanted += ["Agree", "Do not write your name.", "What may we use?", "yes", "no"]
    assert all(entries[one].forms for one in wanted)


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workshop]:
    folder = tmp_path_factory.mktemp("millbrook")
    with build_millbrook(folder / "millbrook.workshop", Places.under(folder / "state")) as workshop:
        yield workshop


@pytest.mark.parametrize("document", [one for one in Document if one not in NOT_FOR_THE_ROOM])
def test_no_page_for_the_room_falls_back_to_english(document: Document, example: Workshop) -> None:
    values = example.read(lambda reader: read(reader, document, Order(copies=2, languages=("pl",))))
    assert LACKING.format(language="Polish") not in render(values, io.BytesIO(), languages=("pl",)).warnings


def test_what_falls_back_to_english_is_said(example: Workshop) -> None:
    values = example.read(lambda reader: read(reader, Document.SUMMARY, Order(languages=("cy",))))
    assert LACKING.format(language="Welsh") in render(values, io.BytesIO(), languages=("cy",)).warnings
