"""What there is to choose is said in people's words, and so that they know which thing it is."""

from __future__ import annotations

import uuid

import pytest
from PySide6.QtWidgets import QApplication

from facilitator.domain.change import RowRef
from facilitator.ui.together.words import TogetherWords
from facilitator.workshop.queries.conflict_view import ConflictView, DoubleNumber, VersionView


def a_version(value: object, column: str, *, deleted: bool = False) -> VersionView:
    return VersionView(value, "", column, deleted, "Table 2's laptop", "2027-01-14T11:20:00+00:00")  # pyright: ignore[reportArgumentType]


def a_choice(table: str, about: str, within: str, *versions: VersionView) -> ConflictView:
    return ConflictView("", RowRef(table, uuid.UUID(int=1)), versions[0].column, about, within, versions)


@pytest.fixture
def words(qapp: QApplication) -> TogetherWords:
    return TogetherWords(qapp)


def test_a_ballot_is_known_by_its_number_and_its_state_is_said_in_words(words: TogetherWords) -> None:
    spoilt, counted = a_version("spoilt", "state"), a_version("counted", "state")
    choice = a_choice("ballot", "3", "Where?", spoilt, counted)
    assert (words.title(choice), words.about(choice)) == ("Ballot 3 on “Where?”", "")
    assert [words.version(one) for one in choice.versions] == ["Spoilt", "Counted"]


def test_a_note_that_was_taken_away_and_coloured_is_known_by_its_words(words: TogetherWords) -> None:
    choice = a_choice(
        "note", "Tea", "What would help?", a_version(None, "deleted", deleted=True), a_version(3, "colour")
    )
    assert (words.title(choice), words.about(choice)) == ("Note on “What would help?”", "“Tea”")


def test_a_ballot_that_was_read_differently_says_what_to_do(words: TogetherWords) -> None:
    said = words.double(DoubleNumber("mark", 3, "Where?"))
    assert "Ballot 3 of “Where?” was counted on two laptops, and not the same." in said
    assert "F2" in said
