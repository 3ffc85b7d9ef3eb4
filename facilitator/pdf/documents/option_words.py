"""The words of an option in the languages a ballot is printed in: what the file holds a translation of stands alone in
its language, or in both side by side; anything else as it was written.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.domain.scripts import runs_right_to_left
from facilitator.pdf.text.phrase import Phrase

if TYPE_CHECKING:
    from facilitator.pdf.wording import Wording
    from facilitator.workshop.queries.print_values import BallotOption


def option_words(option: BallotOption, said: Wording) -> str:
    """What to print for an option, on one line."""
    written = {language.partition("-")[0]: " ".join(text.split()) for language, text in option.by_language}
    found = [(language, written[language]) for language in said.languages if written.get(language)]
    if len(found) < len(said.languages):
        return " ".join(option.text.split())
    phrases = [Phrase(text, language, runs_right_to_left(language)) for language, text in found]
    return phrases[0] if len(phrases) == 1 else Phrase(phrases[0], phrases[0].lang, phrases[0].rtl, phrases[1])
