"""The words around a prototype, in the reader's language: its piles, whose view something is, what was decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from facilitator.ui.plan.words import day_in_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from facilitator.workshop.queries.prototypes import Comparison, DecisionLine, PrototypeBoard

PILES = ("worked", "change", "question", "idea")
TINTS = {"worked": 5, "change": 2, "question": 4, "idea": 1}
GLAD = (3, 4)
"""The faces that say it felt good."""


class FeedbackWords(QObject):
    """Codes of the file and their words, in the order in which they are offered."""

    def piles(self) -> dict[str, str]:
        """The four piles."""
        return {
            "worked": self.tr("What worked"),
            "change": self.tr("What to change"),
            "question": self.tr("Questions"),
            "idea": self.tr("New ideas"),
        }

    def views(self) -> dict[str, str]:
        """Whose view something is."""
        return {
            "would-use": self.tr("Would use it"),
            "would-help-run": self.tr("Would help run it"),
            "both": self.tr("Both"),
        }

    def faces(self) -> dict[int, str]:
        """How it felt, from sad to glad."""
        return {1: self.tr("Bad"), 2: self.tr("Poor"), 3: self.tr("Good"), 4: self.tr("Very good")}

    def outcomes(self) -> dict[str, str]:
        """What can be decided."""
        return {
            "keep": self.tr("Keep"),
            "change": self.tr("Change"),
            "drop": self.tr("Drop"),
            "refuse": self.tr("Refuse"),
        }

    def forms(self) -> dict[str, str]:
        """How a version is tried."""
        return {
            "role-play": self.tr("Role play"),
            "storyboard": self.tr("Storyboard"),
            "paper-mock-up": self.tr("Paper mock-up"),
            "trial": self.tr("Trial"),
        }

    def view_on_card(self, view: str) -> str:
        """Whose view a card is, as its last line says it."""
        return {
            "would-use": self.tr("would use it"),
            "would-help-run": self.tr("would help run it"),
            "both": self.tr("would use it and help run it"),
        }.get(view, "")

    def version(self, number: int, name: str, outcome: str = "") -> str:
        """A version in a list, with what was decided of it."""
        words = self.tr("Version {number}: {name}") if name else self.tr("Version {number}")
        decided = f" · {self.outcomes()[outcome]}" if outcome else ""
        return words.replace("{number}", str(number)).replace("{name}", name) + decided

    def about(self, board: PrototypeBoard) -> str:
        """How a version was tried and by how many."""
        tried = ""
        if board.used_by or board.delivered_by:
            tried = self.tr("tried by {users} who would use it and {helpers} who would help run it").format(
                users=board.used_by, helpers=board.delivered_by
            )
        return " · ".join(part for part in (self.forms()[board.form], tried) if part)

    def felt(self, board: PrototypeBoard) -> str:
        """How many said how it felt, and how many of those who would use it and who would help run it."""
        many = sum(board.faces.values())
        if not many:
            return self.tr("Nobody has said yet.")
        said = self.tr("1 person said") if many == 1 else self.tr("{count} people said").format(count=many)
        by = (
            f"{self.view_on_card(view)} {sum(counts.values())}"
            for view, counts in board.faces_by.items()
            if sum(counts.values())
        )
        return " · ".join((said, *by))

    def decision(self, made: DecisionLine | None) -> str:
        """What was decided, why, and who does it by when."""
        if made is None:
            return self.tr("Nothing decided yet.")
        until = self.tr("by {day}").format(day=day_in_words(made.by_when)) if made.by_when else ""
        why = ": ".join(part for part in (self.outcomes()[made.outcome], made.reason) if part)
        doing = ", ".join(part for part in (made.who, until) if part)
        return "\n".join(part for part in (why, doing) if part)

    def changed(self, both: Comparison) -> Iterator[str]:
        """What is different between two versions, a sentence each."""
        before, after = both.before, both.after
        if before.decision and before.decision.reason:
            yield self.tr("Why: {reason}").replace("{reason}", before.decision.reason)
        if before.form != after.form:
            forms = self.forms()
            yield self.tr("Tried as: {before}, then {after}").format(
                before=forms[before.form].lower(), after=forms[after.form].lower()
            )
        if asked := [question for question in after.to_learn if question not in before.to_learn]:
            yield self.tr("New to learn: {questions}").replace("{questions}", " ".join(asked))
        if numbers := list(self._numbers(both)):
            yield " · ".join(numbers)

    def _numbers(self, both: Comparison) -> Iterator[str]:
        words = self.tr("{what}: {before}, then {after}")
        for kind, name in self.piles().items():
            before, after = both.before.said(kind), both.after.said(kind)
            if before != after:
                yield words.format(what=name, before=before, after=after)
        glad = [self._glad(board) for board in (both.before, both.after)]
        if all(glad):
            yield words.format(what=self.tr("Felt good"), before=glad[0], after=glad[1])

    def _glad(self, board: PrototypeBoard) -> str:
        many = sum(board.faces.values())
        good = sum(board.faces[face] for face in GLAD)
        return self.tr("{good} of {many}").format(good=good, many=many) if many else ""
