"""A result as plain text, to paste into a letter or a message. What is hidden from the room is left out and said so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from facilitator.ui.votes.poll_words import PollWords

if TYPE_CHECKING:
    from facilitator.domain.tally import OptionResult, PollResult


class ResultText(QObject):
    """Writes a closed vote down."""

    def of(self, result: PollResult) -> str:
        """The question, how it was voted and counted, and every option the room may see, in rank order."""
        words = PollWords(self)
        hidden = sum(option.hidden for option in result.options)
        left_out = self.tr("Hidden from the room and left out: {count}").format(count=hidden) if hidden else ""
        lines = [
            result.question,
            " · ".join((words.channels(result), *words.marks(result))),
            words.explained(result),
            "",
            *(self._line(words, result.method, option) for option in result.options if not option.hidden),
            "",
            left_out,
            result.source,
        ]
        return "\n".join(lines).strip() + "\n"

    def _line(self, words: PollWords, method: str, option: OptionResult) -> str:
        counts = words.option_counts(method, option.counts)
        return f"{option.rank}. {option.letter} {' '.join(option.text.split())}: {counts}"
