"""The example programme is what it is said to be: its plan, its people, its stories and its history."""

from __future__ import annotations

import datetime
import itertools
import re
from collections import Counter
from pathlib import Path

from facilitator.domain.board import Board
from facilitator.domain.consent import QUESTIONS
from facilitator.domain.discovery import Insight, InsightQuote, Quote, Story
from facilitator.domain.people import Attendance, Connection, Consent, Participant, Seat, Table
from facilitator.domain.programme import Activity, Programme, Session
from facilitator.domain.schema import ROOMS
from facilitator.domain.voting import Poll
from facilitator.exchange.millbrook.build import SOURCE, build_millbrook
from facilitator.exchange.millbrook.people import USES
from facilitator.workshop.places import Places
from facilitator.workshop.workshop import Workshop
from tests.exchange.millbrook import every, in_order, people


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
        assert session.doors_at == "09:40"
        assert "09:40" not in session.purpose

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
