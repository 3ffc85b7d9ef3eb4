"""The words about a vote: how each method is voted and counted, what was promised before it, and what it came to. A new
method is one more line in `methods`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale, QObject, Qt

if TYPE_CHECKING:
    from collections.abc import Callable

    from facilitator.domain.tally import PollResult


@dataclass(frozen=True, slots=True)
class Method:
    """A way to vote, in words: its name in a list, how people vote by it (from the dots each has and the most on one),
    and how it is counted. `dots` says that people have dots to give.
    """

    name: str
    how: Callable[[int, int], str]
    counted: str
    dots: bool = False


class PollWords(QObject):
    """Says what a vote is, in the reader's language."""

    def methods(self) -> dict[str, Method]:
        """Every way to vote there is, by its code in the file."""
        return {
            "dots": Method(
                self.tr("Dots"),
                self._dots,
                self.tr("The option with the most dots comes first."),
                dots=True,
            ),
            "agree": Method(
                self.tr("Agree or disagree"),
                lambda _dots, _most: self.tr("Agree, disagree or pass with each"),
                self.tr("What counts is the share that agreed, of all who answered it. The largest share comes first."),
            ),
        }

    def how(self, method: str, dots: int, most: int) -> str:
        """How people vote."""
        found = self.methods().get(method)
        return found.how(dots, most) if found else ""

    def secrecies(self) -> dict[str, str]:
        """Who can see how somebody votes, by the code in the file."""
        return {
            "secret": self.tr("Each person alone, on paper without a name"),
            "open": self.tr("In front of everybody, by hands or tokens"),
        }

    def promise(self, secrecy: str) -> str:
        """What can truthfully be said of it: the program keeps no names, but a room has eyes."""
        if secrecy == "open":
            return self.tr("Everybody in the room can see how people vote. No name is kept.")
        return self.tr("No name is linked to a ballot. Shuffle them before you give them out.")

    def said_before(self, consequence: str, answered_by: str, day: str) -> str:
        """What people were told before they voted."""
        answer = ""
        if answered_by:
            answer = self.tr("Answered by {who}").format(who=answered_by)
            if day:
                written = QLocale().toString(QDate.fromString(day, Qt.DateFormat.ISODate), "d MMMM yyyy")
                answer = self.tr("Answered by {who} by {day}").format(who=answered_by, day=written)
        return " · ".join(part for part in (consequence, answer) if part)

    def explained(self, result: PollResult) -> str:
        """How the result came about, in a sentence, and the ties said to be ties."""
        method = self.methods().get(result.method)
        return " ".join(filter(None, (method.counted if method else "", *self._ties(result))))

    def channels(self, result: PollResult) -> str:
        """How the votes came in, and how many each way."""
        told = [
            (result.paper, self.tr("1 ballot counted"), self.tr("{count} ballots counted")),
            (result.screen, self.tr("1 vote on a screen"), self.tr("{count} votes on a screen")),
            (result.assisted, self.tr("1 assisted vote"), self.tr("{count} assisted votes")),
            (result.hands, self.tr("1 hand raised"), self.tr("{count} hands raised")),
            (result.tokens, self.tr("1 token in the jars"), self.tr("{count} tokens in the jars")),
            (result.spoilt, self.tr("1 spoilt"), self.tr("{count} spoilt")),
        ]
        parts = [one if count == 1 else many.format(count=count) for count, one, many in told if count]
        return " · ".join(parts) or self.tr("Nothing was counted")

    def described(self, result: PollResult) -> str:
        """What was counted, how it was voted, where it comes from, and what else has to be known."""
        parts = [self.channels(result), self.how(result.method, result.dots, result.most_on_one)]
        return " · ".join(part for part in (*parts, result.source, *self.marks(result)) if part)

    def marks(self, result: PollResult) -> list[str]:
        """What else has to be known of how it was counted."""
        told: list[str] = []
        if result.reopened:
            told.append(self.tr("opened again after it was closed: {count}").format(count=result.reopened))
        if result.corrected:
            told.append(self.tr("ballots corrected: {count}").format(count=result.corrected))
        return told

    def option_counts(self, method: str, counts: dict[str, int]) -> str:
        """What was counted for one option."""
        if method == "agree":
            return self.tr("{agree} agree · {unsure} pass · {disagree} disagree").format(
                agree=counts["agree"], unsure=counts["pass"], disagree=counts["disagree"]
            )
        dots = sum(counts.values())
        return self.tr("1 dot") if dots == 1 else self.tr("{count} dots").format(count=dots)

    def _dots(self, dots: int, most: int) -> str:
        each = self.tr("1 dot each") if dots == 1 else self.tr("{count} dots each").format(count=dots)
        if dots == 1:
            return each
        limit = self.tr("as many as you like on one")
        if most:
            limit = self.tr("one on each at most") if most == 1 else self.tr("{most} on one at most").format(most=most)
        return f"{each}, {limit}"

    def _ties(self, result: PollResult) -> list[str]:
        from facilitator.domain.tally import ties

        told = [
            (same[0].rank, [option.letter for option in same])
            for same in ties(result.options)
            if any(any(option.counts.values()) for option in same)
        ]
        return [
            self.tr("A tie at {rank}: {letters}.").format(rank=rank, letters=", ".join(letters))
            for rank, letters in told
        ]
