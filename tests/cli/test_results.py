"""The results are what anybody would count from the votes by hand."""

from __future__ import annotations

import csv
import uuid
from collections import defaultdict
from pathlib import Path

import pytest

from facilitator.domain.gestures.counting import reopen_poll
from facilitator.domain.gestures.voting import Choice, add_poll, close_poll, issue_ballots, open_poll
from facilitator.domain.voting import Option
from facilitator.workshop.places import Places
from facilitator.workshop.queries.entry import assisted, corrected, counted_in, show_of_hands
from facilitator.workshop.workshop import Workshop
from tests.cli.conftest import DATA, Run


def counted_by_hand(folder: Path) -> dict[str, dict[str, int]]:
    """Counts by statement straight from the files: later times overwrite earlier ones, later rows equal times."""
    names = {"1": "agree", "-1": "disagree", "0": "pass"}
    latest: dict[str, dict[str, tuple[int, str]]] = defaultdict(dict)
    with (folder / "votes.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            said = latest[row["comment-id"]]
            if row["voter-id"] not in said or int(row["timestamp"]) >= said[row["voter-id"]][0]:
                said[row["voter-id"]] = int(row["timestamp"]), row["vote"]
    with (folder / "comments.csv").open(encoding="utf-8", newline="") as file:
        texts = {row["comment-id"]: row["comment-body"] for row in csv.DictReader(file)}
    counts: dict[str, dict[str, int]] = {}
    for comment, text in texts.items():
        votes = [names[vote] for _, vote in latest[comment].values()]
        counts[text] = {name: votes.count(name) for name in ("agree", "disagree", "pass")}
    return counts


@pytest.mark.parametrize(
    ("folder", "statements", "hidden", "ballots"),
    [("polis-london-youth-policing", 39, 3, 26), ("polis-affordable-housing", 165, 46, 381)],
)
def test_every_statement_has_the_counts_of_the_votes(
    park: Path, run: Run, folder: str, statements: int, hidden: int, ballots: int
) -> None:
    run("import", park, DATA / folder, "--as", "polis")
    (result,) = run("results", park, "--json").json
    assert (result["method"], result["ballots"], result["issued"], result["spoilt"]) == ("agree", ballots, 0, 0)
    assert len(result["options"]) == statements
    assert sum(option["hidden"] for option in result["options"]) == hidden
    assert {option["text"]: option["counts"] for option in result["options"]} == counted_by_hand(DATA / folder)


def test_scores_and_ranks_follow_from_the_counts(london: Path, run: Run) -> None:
    (result,) = run("results", london, "--json").json
    shown = [option for option in result["options"] if not option["hidden"]]
    for option in shown:
        counts = option["counts"]
        assert option["score"] == counts["agree"] / sum(counts.values())
        assert option["rank"] == 1 + sum(other["score"] > option["score"] for other in shown)
    assert [option["rank"] for option in shown] == sorted(option["rank"] for option in shown)
    assert {option["rank"] for option in result["options"][len(shown) :]} == {None}


def test_a_vote_is_found_by_a_part_of_its_question(london: Path, run: Run) -> None:
    run("import", london, DATA / "polis-affordable-housing", "--as", "polis")
    (result,) = run("results", london, "--poll", "HIVEMIND", "--json").json
    assert result["poll"] == "ScoopNZ Hivemind on affordable housing"
    assert "What is the best way" in run("results", london, "--poll", "nobody asked").refusal
    assert "Several" in run("results", london, "--poll", "o").refusal


def test_without_a_vote_there_is_an_empty_list(park: Path, run: Run) -> None:
    assert run("results", park, "--json").json == []
    assert run("results", park).err == "There is no vote in this workshop yet.\n"
    assert "no votes in this workshop" in run("results", park, "--poll", "x").refusal


def test_people_see_the_first_statement_first(london: Path, run: Run) -> None:
    lines = run("results", london).out.splitlines()
    assert lines[0].startswith("What is the best way")
    assert lines[1] == "closed, 26 ballots counted, 0 spoilt, 0 given out on paper"
    assert lines[2].split()[:2] == ["1.", "100%"]
    assert "14 agree, 0 disagree, 0 pass" in lines[2]


def test_what_was_counted_otherwise_is_said_beside_the_ballots(park: Path, run: Run) -> None:
    poll = uuid.uuid4()
    with Workshop.open(park, Places.of_this_laptop()) as workshop:
        workshop.apply(add_poll("Which first?", [Choice("Shade")], method="dots", poll_id=poll))
        workshop.apply(issue_ballots(poll, [1, 2]))
        workshop.apply(open_poll(poll))
        option = workshop.read(lambda reader: reader.find(Option)[0].id)
        for change in (
            lambda reader: counted_in(reader, poll, 1, {option: 1}),
            lambda reader: corrected(reader, poll, 1, {option: 2}),
            lambda reader: show_of_hands(reader, poll, {option: 9}),
            lambda reader: assisted(reader, poll, {option: 1}),
        ):
            workshop.apply(workshop.read(change))
        workshop.apply(close_poll(poll))
        workshop.apply(reopen_poll(poll))
    said = (
        "open, 2 ballots counted, 0 spoilt, 2 given out on paper, 9 hands, 1 assisted, 1 counted anew, 1 × opened again"
    )
    assert said in run("results", park).out
    (result,) = run("results", park, "--json").json
    assert (result["still_out"], result["hands"], result["corrected"], result["reopened"]) == (1, 9, 1, 1)
    assert (result["assisted"], result["screen"]) == (1, 0)
