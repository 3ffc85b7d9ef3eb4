"""`results`: what the votes came to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from facilitator.cli.files import AsJson, WorkshopFile, opened
from facilitator.cli.say import amount, note, plain, show, show_json

if TYPE_CHECKING:
    from facilitator.domain.tally import OptionResult, PollResult

PollName = Annotated[
    str | None, typer.Option("--poll", metavar="NAME", help="One vote: its question, or a part that no other has.")
]


def results(file: WorkshopFile, poll: PollName = None, as_json: AsJson = False) -> None:
    """Count the votes and show their options from the first to the last.

    Example: facilitator results park.workshop --poll "Which first?"
    """
    from facilitator.workshop.queries.voting import chosen_polls, poll_result

    with opened(file) as workshop:
        found = workshop.read(lambda reader: [poll_result(reader, item.id) for item in chosen_polls(reader, poll)])
    counted = [result for result in found if result is not None]
    if as_json:
        show_json([_as_json(result) for result in counted])
        return
    if not counted:
        note("There is no vote in this workshop yet.")
    for number, result in enumerate(counted):
        if number:
            show()
        _show(result)


def _as_json(result: PollResult) -> dict[str, object]:
    return {
        "poll": result.question,
        "method": result.method,
        "state": result.state,
        "issued": result.issued,
        "ballots": result.ballots,
        "spoilt": result.spoilt,
        "still_out": result.still_out,
        "hands": result.hands,
        "tokens": result.tokens,
        "assisted": result.assisted,
        "screen": result.screen,
        "corrected": result.corrected,
        "reopened": result.reopened,
        "source": result.source,
        "options": [_option_as_json(option) for option in result.options],
    }


def _option_as_json(option: OptionResult) -> dict[str, object]:
    return {
        "letter": option.letter,
        "text": option.text,
        "hidden": option.hidden,
        "rank": option.rank,
        "score": option.score,
        "counts": option.counts,
    }


def _show(result: PollResult) -> None:
    show(plain(result.question))
    ballots = amount(result.ballots - result.piles, "ballots")
    counted = f"{ballots} counted, {result.spoilt} spoilt, {result.issued} given out on paper"
    show(f"{result.state}, {', '.join((counted, *_beside(result)))}")
    for option in result.options:
        rank = "hidden" if option.rank is None else f"{option.rank}."
        score = f"{option.score:4.0%}" if result.method == "agree" else f"{option.score:4.0f}"
        said = ", ".join(f"{count} {kind}" for kind, count in option.counts.items())
        show(f"{rank:>6} {score}  {option.letter:<2} {plain(option.text)} ({said})")
    if result.source:
        show(plain(result.source))


def _beside(result: PollResult) -> list[str]:
    """What else has to be known of how it was counted."""
    counted = ((result.hands, "hands"), (result.tokens, "tokens"))
    done = ((result.assisted, "assisted"), (result.corrected, "counted anew"), (result.reopened, "× opened again"))
    return [*(amount(many, kind) for many, kind in counted if many), *(f"{many} {what}" for many, what in done if many)]
