"""From a template to printed papers by keyboard alone, in the real program on a real screen."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from build.whole_afternoon import ANSWERS, BALLOTS, GIVEN_OUT, IN_A_THEME, NOTES, QUESTION, THEMES, TITLE, Afternoon
from facilitator.domain.board import Note, Theme
from facilitator.domain.voting import Poll
from facilitator.workshop.places import Places
from facilitator.workshop.queries.voting import poll_result
from facilitator.workshop.workshop import Workshop
from tests.journeys.desk import ended_well, needs_a_keyboard, program
from tests.reading import words_of

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = needs_a_keyboard


def test_a_template_thirty_notes_themes_a_vote_and_the_papers(
    tmp_path: Path, root: Path, display: dict[str, str]
) -> None:
    file = tmp_path / "hall.workshop"
    with program(None, root, display) as (process, desk):
        afternoon = Afternoon(desk, file)
        afternoon.hold()
        desk.press("ctrl+q")
        ended_well(process)
    with Workshop.open(file, Places.of_this_laptop()) as workshop:
        notes = workshop.read(lambda reader: reader.find(Note))
        themes = {row.id: row.name for row in workshop.read(lambda reader: reader.find(Theme))}
        (poll,) = workshop.read(lambda reader: reader.find(Poll))
        result = workshop.read(lambda reader: poll_result(reader, poll.id))
        assert workshop.title == TITLE
        assert workshop.check() == []
    assert sorted(note.text for note in notes) == sorted(NOTES)
    assert Counter(themes[note.theme_id] for note in notes if note.theme_id) == dict.fromkeys(THEMES, IN_A_THEME)
    assert (poll.question, poll.answered_by, poll.state) == (QUESTION, ANSWERS, "closed")
    assert result is not None
    assert (result.issued, result.ballots, result.spoilt) == (GIVEN_OUT, len(BALLOTS), 0)
    dots = Counter("".join(BALLOTS))
    assert {option.letter.lower(): option.counts["dots"] for option in result.options} == dots
    text = " ".join(words_of(path) for path in afternoon.papers())
    assert "Running order" in text
    assert "Packing list" in text
