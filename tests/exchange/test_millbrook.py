"""The example programme is what it is said to be."""

from __future__ import annotations

import datetime
import itertools
import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import pytest

from facilitator.domain.board import Board, Note, Theme
from facilitator.domain.consent import QUESTIONS
from facilitator.domain.discovery import Insight, InsightQuote, Quote, Story
from facilitator.domain.highlights import divided
from facilitator.domain.people import Attendance, Connection, Consent, Participant, Seat, Table
from facilitator.domain.programme import Activity, Programme, Session
from facilitator.domain.prototypes import Decision, Feedback, Idea, IdeaNote, Prototype, Trial
from facilitator.domain.row import Row
from facilitator.domain.schema import ROOMS
from facilitator.domain.tally import PollResult
from facilitator.domain.voting import Ballot, Mark, Option, Poll
from facilitator.exchange.millbrook.build import SOURCE, build_millbrook
from facilitator.exchange.millbrook.people import USES
from facilitator.workshop.places import Places
from facilitator.workshop.queries.voting import poll_result
from facilitator.workshop.workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import Iterator

M = TypeVar("M", bound=Row)
OTHER_LANGUAGES = {"ar": 12, "ur": 7, "pl": 5, "so": 4, "bn": 4}
DISCLOSED = 1


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workshop]:
    folder = tmp_path_factory.mktemp("millbrook")
    with build_millbrook(folder / "millbrook.workshop", Places.under(folder / "state")) as workshop:
        yield workshop


def every(workshop: Workshop, model: type[M]) -> list[M]:
    return workshop.read(lambda reader: reader.find(model))


def in_order(workshop: Workshop, model: type[M]) -> list[M]:
    return sorted(every(workshop, model), key=lambda row: getattr(row, "position"))  # noqa: B009 (any model that has one)


def result(workshop: Workshop, method: str) -> PollResult:
    poll = next(poll for poll in every(workshop, Poll) if poll.method == method)
    found = workshop.read(lambda reader: poll_result(reader, poll.id))
    assert found is not None
    return found


def people(workshop: Workshop) -> list[Participant]:
    return [person for person in every(workshop, Participant) if person.kind == "participant"]


class TestTheProgramme:
    def test_its_file_is_whole(self, example: Workshop) -> None:
        assert example.check() == []

    def test_it_says_that_it_is_invented(self, example: Workshop) -> None:
        assert example.title == "Millbrook early years"
        assert "invented" in every(example, Programme)[0].purpose
        assert "invented" in (SOURCE / "README.md").read_text("utf-8")

    def test_it_meets_on_four_thursdays_in_winter(self, example: Workshop) -> None:
        days = [datetime.date.fromisoformat(session.date) for session in in_order(example, Session)]
        assert days[2] == datetime.date(2027, 1, 14)
        assert [day.isoweekday() for day in days] == [4, 4, 4, 4]
        assert datetime.date(2026, 11, 1) < days[0] < days[1] < days[2] < days[3] < datetime.date(2027, 3, 1)

    def test_the_third_session_runs_as_its_running_order_says(self, example: Workshop) -> None:
        session = in_order(example, Session)[2]
        blocks = [block for block in in_order(example, Activity) if block.session_id == session.id]
        assert session.starts_at == "10:00"
        assert [block.minutes for block in blocks] == [15, 10, 25, 15, 15, 10, 40, 20]
        assert [block.fixed_start for block in blocks if block.fixed_start] == ["11:05"]
        assert "Doors 09:40" in session.purpose

    def test_every_block_says_who_leads_and_all_but_the_breaks_what_to_say(self, example: Workshop) -> None:
        blocks = every(example, Activity)
        assert all(block.lead and block.title for block in blocks)
        assert {block.kind for block in blocks if not block.prompt} == {"break"}

    def test_every_board_and_every_vote_is_used_in_one_block(self, example: Workshop) -> None:
        blocks = every(example, Activity)
        assert {block.board_id for block in blocks if block.board_id} == {row.id for row in every(example, Board)}
        assert {block.poll_id for block in blocks if block.poll_id} == {row.id for row in every(example, Poll)}


class TestThePeople:
    def test_who_they_are(self, example: Workshop) -> None:
        assert Counter(person.stakeholder_group for person in people(example)) == {
            "resident": 17,
            "community-organisation": 8,
            "public-service": 7,
            "elected-member": 2,
        }
        supporters = [person for person in every(example, Participant) if person.kind == "supporter"]
        assert sorted(person.supporter_role for person in supporters) == ["creche-worker", "interpreter", "observer"]

    def test_what_they_speak_at_home(self, example: Workshop) -> None:
        alike = {"phr": "ur", "syl": "bn"}
        first = [person.languages.split()[0] for person in people(example)]
        assert Counter(alike.get(code, code) for code in first) == {
            "en": 19,
            "ur": 4,
            "ar": 4,
            "so": 2,
            "bn": 2,
            "pl": 2,
            "ro": 1,
        }

    def test_who_came(self, example: Workshop) -> None:
        came = Counter(row.session_id for row in every(example, Attendance) if row.arrived)
        assert [came[session.id] for session in in_order(example, Session)] == [31, 27, 27, 28]
        assert sum(person.walk_in for person in people(example)) == 3
        assert {row.participant_id for row in every(example, Attendance)} == {person.id for person in people(example)}

    def test_consent_is_mostly_yes_sometimes_no_and_sometimes_nobody_asked(self, example: Workshop) -> None:
        answers = every(example, Consent)
        said = Counter(row.answer for row in answers)
        not_asked = len(people(example)) * len(USES) - len(answers)
        assert said["yes"] > 4 * (said["no"] + not_asked)
        assert said["no"] > 5
        assert not_asked > 3
        assert sum(bool(row.withdrawn_on) for row in answers) == 1
        assert all(row.wording == QUESTIONS[row.use] and row.asked_on and row.how for row in answers)

    def test_links_grow_between_the_first_session_and_the_last(self, example: Workshop) -> None:
        links = every(example, Connection)
        group = {person.id: person.stakeholder_group for person in people(example)}
        rounds = {
            number: {frozenset((row.from_id, row.to_id)) for row in links if row.round == number} for number in (1, 2)
        }
        across = [sum(len({group[one] for one in pair}) == 2 for pair in rounds[number]) for number in (1, 2)]
        assert len(links) == 61 + 143
        assert [len(rounds[1]), len(rounds[2])] == [61, 143]
        assert rounds[1] < rounds[2]
        assert across == [17, 92]

    def test_only_people_who_agreed_are_on_the_map(self, example: Workshop) -> None:
        agreed = {
            row.participant_id
            for row in every(example, Consent)
            if row.use == "relationship-map" and row.answer == "yes" and not row.withdrawn_on
        }
        assert {end for row in every(example, Connection) for end in (row.from_id, row.to_id)} <= agreed

    def test_everybody_has_a_seat_at_one_of_six_tables(self, example: Workshop) -> None:
        assert [table.name for table in in_order(example, Table)] == [f"Table {number}" for number in range(1, 7)]
        assert Counter(seat.participant_id for seat in every(example, Seat)) == {row.id: 1 for row in people(example)}


class TestTheStories:
    def test_six_are_told_by_somebody_whose_name_was_changed(self, example: Workshop) -> None:
        stories = every(example, Story)
        names = {word for person in people(example) for word in person.display_name.split()}
        assert len(stories) == 6
        for story in stories:
            assert 200 <= len(story.body.split()) <= 450
            assert "(name changed)" in story.teller
            assert not names & set(re.findall(r"\w+", story.teller))
            assert story.source
            assert story.approved

    def test_one_is_there_in_arabic_too_and_one_may_not_be_quoted(self, example: Workshop) -> None:
        stories = every(example, Story)
        assert [story.translation_language for story in stories if story.translation] == ["ar"]
        assert sum(not story.may_quote for story in stories) == 1
        (door,) = (story for story in stories if story.translation)
        assert door.title == "The locked door"
        assert len(door.translation.split("\n\n")) == len(door.body.split("\n\n"))

    def test_quotes_are_the_words_at_their_place(self, example: Workshop) -> None:
        bodies = {story.id: story.body for story in every(example, Story)}
        quotes = every(example, Quote)
        assert all(bodies[quote.story_id][quote.start : quote.end] == quote.text for quote in quotes)
        assert "the door was locked. Nobody told us it had moved." in [quote.text for quote in quotes]
        assert not any(mark in body for body in bodies.values() for mark in "[]")

    def test_nine_insights_rest_on_quotes_some_on_several_stories(self, example: Workshop) -> None:
        story_of = {quote.id: quote.story_id for quote in every(example, Quote)}
        ties = every(example, InsightQuote)
        stories = {
            insight.id: {story_of[tie.quote_id] for tie in ties if tie.insight_id == insight.id}
            for insight in every(example, Insight)
        }
        assert len(stories) == 9
        assert all(stories.values())
        assert sum(len(told) > 1 for told in stories.values()) >= 3


class TestTheBoards:
    def test_they_hold_so_many_notes(self, example: Workshop) -> None:
        notes = Counter(note.board_id for note in every(example, Note))
        assert [notes[board.id] for board in in_order(example, Board)] == [28, 31, 58, 33]

    def test_notes_are_in_six_languages_and_all_others_are_put_in_english(self, example: Workshop) -> None:
        notes = every(example, Note)
        assert Counter(note.language for note in notes) == {"en": 118, **OTHER_LANGUAGES}
        for note in notes:
            assert bool(note.translation) == (note.language != "en")
            assert note.translation_language == ("en" if note.translation else "")

    def test_twenty_english_notes_were_spoken_through_an_interpreter(self, example: Workshop) -> None:
        spoken = [note for note in every(example, Note) if note.spoken_language]
        assert len(spoken) == 20
        assert all(note.language == "en" and note.spoken_language != "en" for note in spoken)

    def test_notes_are_short(self, example: Workshop) -> None:
        for note in every(example, Note):
            if note.text and note.text != "Who's paying?":
                assert 3 <= len(note.text.split()) <= 12, note.text

    def test_nobody_says_the_same_thing_in_quite_the_same_words(self, example: Workshop) -> None:
        texts = [note.text.casefold() for note in every(example, Note) if note.text]
        assert len(set(texts)) == len(texts)

    def test_there_is_friction_there_are_jokes_and_there_are_bins(self, example: Workshop) -> None:
        notes = {note.text: note for note in every(example, Note)}
        assert {"They moved it and told nobody", "Did tell you, it was on Facebook", "Who's paying?"} <= set(notes)
        assert len([text for text in notes if re.search(r"\bbins?\b", text)]) >= 4

    def test_six_are_photographs_only(self, example: Workshop) -> None:
        photographed = [note for note in every(example, Note) if note.photo]
        assert sorted(note.photo for note in photographed) == [f"photo-{number}" for number in range(1, 7)]
        assert not any(note.text for note in photographed)
        assert all(note.text for note in every(example, Note) if not note.photo)

    def test_one_is_withheld_and_some_are_parked(self, example: Workshop) -> None:
        notes = every(example, Note)
        assert sum(note.withheld for note in notes) == DISCLOSED
        assert sum(note.parked for note in notes) >= 4
        assert not any(note.theme_id for note in notes if note.parked or note.withheld)

    def test_colours_mean_what_each_board_says(self, example: Workshop) -> None:
        for board in every(example, Board):
            used = {note.colour for note in every(example, Note) if note.board_id == board.id}
            assert all(getattr(board, f"meaning_{colour}") for colour in used)
            assert board.insight_id
        third = in_order(example, Board)[2]
        assert [third.meaning_1, third.meaning_2, third.meaning_3, third.meaning_4] == [
            "idea",
            "worry",
            "question",
            "from staff",
        ]

    def test_every_note_was_said_by_a_table_and_by_no_person(self, example: Workshop) -> None:
        tables = {table.id: table.name for table in every(example, Table)}
        notes = every(example, Note)
        assert {tables[note.table_id] for note in notes if note.table_id} == set(tables.values())
        assert all(note.table_id and not note.participant_id for note in notes)

    def test_themes_have_notes_and_some_notes_have_none(self, example: Workshop) -> None:
        notes = every(example, Note)
        names = {theme.id: theme.name for theme in every(example, Theme)}
        assert {"One shared wall", "People, not leaflets"} <= set(names.values())
        assert {note.theme_id for note in notes} == {*names, None}
        boards = {theme.id: theme.board_id for theme in every(example, Theme)}
        assert all(note.board_id == boards[note.theme_id] for note in notes if note.theme_id)


class TestTheVotes:
    def test_dots_add_up(self, example: Workshop) -> None:
        dots = result(example, "dots")
        ballots = [ballot for ballot in every(example, Ballot) if ballot.poll_id == dots.id]
        assert dots.question == "Which shall we try first?"
        assert (dots.issued, dots.ballots, dots.spoilt) == (27, 24, 1)
        assert sum(ballot.state != "issued" for ballot in ballots) == 25
        assert sum(option.counts["dots"] for option in dots.options) == 113

    def test_the_shared_wall_wins(self, example: Workshop) -> None:
        assert [(option.letter, option.text) for option in result(example, "dots").options] == [
            ("A", "One shared wall"),
            ("E", "Parents as first contact"),
            ("B", "People, not leaflets"),
            ("C", "Saturday family drop-in"),
            ("D", "One number for everything"),
        ]

    def test_nobody_has_more_than_five_dots(self, example: Workshop) -> None:
        dots = result(example, "dots")
        ballots = {ballot.id for ballot in every(example, Ballot) if ballot.poll_id == dots.id}
        spent = Counter[object]()
        for mark in every(example, Mark):
            if mark.ballot_id in ballots:
                spent[mark.ballot_id] += mark.value
        assert len(spent) == 24
        assert max(spent.values()) == 5
        assert min(spent.values()) >= 1

    def test_what_was_voted_on_are_the_themes_of_the_third_board(self, example: Workshop) -> None:
        dots = result(example, "dots")
        options = [option for option in every(example, Option) if option.poll_id == dots.id]
        themes = {theme.id: theme.name for theme in every(example, Theme)}
        assert all(option.theme_id and themes[option.theme_id] == option.text for option in options)

    def test_the_agree_vote_divides_the_room_on_some_and_unites_it_on_others(self, example: Workshop) -> None:
        agree = result(example, "agree")
        assert len(agree.options) == 12
        assert (agree.issued, agree.ballots) == (25, 26)
        assert len(divided(agree.options)) >= 4
        assert sum(option.score > 0.85 for option in agree.options) >= 3

    def test_it_is_said_beforehand_what_a_vote_will_do_and_both_are_closed(self, example: Workshop) -> None:
        for poll in every(example, Poll):
            assert poll.consequence
            assert poll.answered_by
            assert poll.answer_date
            assert poll.state == "closed"

    def test_nothing_in_the_file_leads_from_a_ballot_to_a_person(self, example: Workshop) -> None:
        ids = {row.id for model in ROOMS["people"] for row in every(example, model)}
        for model in ROOMS["voting"]:
            assert not any(value in ids for row in every(example, model) for value in row.model_dump().values())


class TestThePrototypes:
    def test_one_changed_after_role_play_and_one_was_dropped(self, example: Workshop) -> None:
        ideas = {idea.id: idea.name for idea in every(example, Idea)}
        versions = sorted((ideas[row.idea_id], row.version) for row in every(example, Prototype))
        outcome = {row.prototype_id: row.outcome for row in every(example, Decision) if row.prototype_id}
        assert sorted(ideas.values()) == ["Gate Wall", "Knock for You", "One Number"]
        assert versions == [("Gate Wall", 1), ("Gate Wall", 2), ("One Number", 1)]
        decided = {(ideas[row.idea_id], row.version): (row.form, outcome[row.id]) for row in every(example, Prototype)}
        assert decided["Gate Wall", 1] == ("role-play", "change")
        assert decided["One Number", 1][1] == "drop"

    def test_feedback_on_the_second_gate_wall(self, example: Workshop) -> None:
        second = next(row for row in every(example, Prototype) if row.version == 2)
        feedback = [row for row in every(example, Feedback) if row.prototype_id == second.id]
        (trial,) = (row for row in every(example, Trial) if row.prototype_id == second.id)
        assert Counter(row.kind for row in feedback) == {
            "worked": 14,
            "change": 6,
            "question": 4,
            "idea": 5,
            "rating": 14,
        }
        assert (trial.used_by, trial.delivered_by) == (11, 3)
        assert all(row.perspective and row.trial_id == trial.id for row in feedback)

    def test_each_rating_is_a_face_and_each_other_feedback_is_words(self, example: Workshop) -> None:
        for row in every(example, Feedback):
            assert (1 <= row.rating <= 4 and not row.text) if row.kind == "rating" else (row.text and not row.rating)
            assert bool(row.translation) == (row.language not in ("", "en"))

    def test_an_idea_leads_back_to_its_notes_its_theme_and_its_option(self, example: Workshop) -> None:
        notes = {note.id: note for note in every(example, Note)}
        ties = every(example, IdeaNote)
        for idea in every(example, Idea):
            assert idea.option_id
            mine = [notes[tie.note_id] for tie in ties if tie.idea_id == idea.id]
            assert len(mine) >= 5
            assert {note.theme_id for note in mine} == {idea.theme_id}

    def test_decisions_say_why_and_who_by_when_and_one_is_a_refusal(self, example: Workshop) -> None:
        decisions = every(example, Decision)
        assert all(row.reason and row.who and row.by_when for row in decisions)
        (refused,) = (row for row in decisions if row.outcome == "refuse")
        assert refused.what == "No Saturday opening before April"
        assert "caretaker is not funded" in refused.reason


class TestTheHistory:
    def test_it_reads_as_a_programme_that_happened(self, example: Workshop) -> None:
        entries = example.history()[::-1]
        assert 40 <= len(entries) <= 120
        days = [entry.at[:10] for entry in entries]
        assert days == sorted(days)
        times = [entry.at for entry in entries if len(entry.at) > len("2026-11-09")]  # of ballots the day is all
        assert times == sorted(times)
        held = {session.date for session in every(example, Session)}
        assert held < {at[:10] for at in times}
        assert not any(entry.undone for entry in entries)

    def test_what_is_done_next_is_done_today(self, tmp_path: Path) -> None:
        with build_millbrook(tmp_path / "a.workshop", Places.under(tmp_path / "state")) as workshop:
            told, _ = workshop.history(1)[0].at, workshop.undo()
            today = datetime.datetime.now(datetime.UTC)
            done = datetime.datetime.fromisoformat(workshop.history(1)[0].at)
            assert told.startswith("2027-02-11")
            assert abs(done - today) < datetime.timedelta(minutes=10)


def test_rows_have_the_same_ids_each_time(example: Workshop, tmp_path: Path) -> None:
    with build_millbrook(tmp_path / "again.workshop", Places.under(tmp_path / "state")) as again:
        for model in itertools.chain.from_iterable(ROOMS.values()):
            if model is not Programme:
                assert {row.id for row in every(again, model)} == {row.id for row in every(example, model)}, model
