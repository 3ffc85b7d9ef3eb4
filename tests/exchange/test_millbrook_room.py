"""What the example's room wrote, voted and tried is what it is said to be."""

from __future__ import annotations

import re
from collections import Counter

from facilitator.domain.attachment import STARTS
from facilitator.domain.board import Board, Note, Theme
from facilitator.domain.highlights import divided
from facilitator.domain.people import Table
from facilitator.domain.prototypes import Decision, Feedback, Idea, IdeaNote, Prototype, Trial
from facilitator.domain.schema import ROOMS
from facilitator.domain.voting import Ballot, Mark, Option, Poll
from facilitator.workshop.workshop import Workshop
from tests.exchange.millbrook import every, in_order, result

OTHER_LANGUAGES = {"ar": 12, "ur": 7, "pl": 5, "so": 4, "bn": 4}
DISCLOSED = 1
DOTS = "Which shall we try first?"
AGREE = "Where do we agree, and where do we not?"


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
        pictures = {
            note.photo: example.read(lambda reader, note=note: reader.picture(note.photo)) for note in photographed
        }
        assert len(pictures) == 6
        for picture in pictures.values():
            assert picture
            assert picture.data.startswith(STARTS[picture.kind])
            assert len(picture.data) < 40_000
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
        dots = result(example, DOTS)
        ballots = [ballot for ballot in every(example, Ballot) if ballot.poll_id == dots.id]
        assert dots.question == "Which shall we try first?"
        assert (dots.issued, dots.ballots, dots.spoilt) == (27, 24, 1)
        assert sum(ballot.state != "issued" for ballot in ballots) == 25
        assert sum(option.counts["dots"] for option in dots.options) == 113

    def test_the_shared_wall_wins(self, example: Workshop) -> None:
        assert [(option.letter, option.text) for option in result(example, DOTS).options] == [
            ("A", "One shared wall"),
            ("E", "Parents as first contact"),
            ("B", "People, not leaflets"),
            ("C", "Saturday family drop-in"),
            ("D", "One number for everything"),
        ]

    def test_nobody_has_more_than_five_dots(self, example: Workshop) -> None:
        dots = result(example, DOTS)
        ballots = {ballot.id for ballot in every(example, Ballot) if ballot.poll_id == dots.id}
        spent = Counter[object]()
        for mark in every(example, Mark):
            if mark.ballot_id in ballots:
                spent[mark.ballot_id] += mark.value
        assert len(spent) == 24
        assert max(spent.values()) == 5
        assert min(spent.values()) >= 1

    def test_what_was_voted_on_are_the_themes_of_the_third_board(self, example: Workshop) -> None:
        dots = result(example, DOTS)
        options = [option for option in every(example, Option) if option.poll_id == dots.id]
        themes = {theme.id: theme.name for theme in every(example, Theme)}
        assert all(option.theme_id and themes[option.theme_id] == option.text for option in options)

    def test_the_agree_vote_divides_the_room_on_some_and_unites_it_on_others(self, example: Workshop) -> None:
        agree = result(example, AGREE)
        assert len(agree.options) == 12
        assert (agree.issued, agree.ballots) == (25, 26)
        assert len(divided(agree.options)) >= 4
        assert sum(option.score > 0.85 for option in agree.options) >= 3

    def test_it_is_said_beforehand_what_a_vote_will_do(self, example: Workshop) -> None:
        for poll in every(example, Poll):
            assert poll.consequence
            assert poll.answered_by
            assert poll.answer_date

    def test_the_ballots_of_the_last_vote_are_still_out(self, example: Workshop) -> None:
        polls = in_order(example, Poll)
        assert [(poll.method, poll.state) for poll in polls] == [
            ("agree", "closed"),
            ("dots", "closed"),
            ("dots", "open"),
        ]
        last = result(example, polls[-1].question)
        assert (last.issued, last.ballots, last.spoilt, len(last.options)) == (28, 0, 0, 5)

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
