"""The catalogues there are: those that come with the app, each overlaid with what was put right on this laptop."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from facilitator.domain.errors import BadInput
from facilitator.domain.languages import code_of, language_name
from facilitator.resources import resources
from facilitator.workshop.places import Places
from facilitator.workshop.translations.catalogue import Catalogue, read_catalogue

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

ENGLISH = "en"
ENDING = ".po"
MOST = 2
"""Languages that stand side by side on one page."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """`installed` is the folder that comes with the app and is never written to; `own` is this laptop's."""

    installed: Path
    own: Path

    @classmethod
    def of_this_laptop(cls) -> Shelf:
        """The shelf everything is printed from."""
        return cls(resources("translations") / "paper", Places.of_this_laptop().translations)

    def languages(self) -> list[str]:
        """The codes of the languages there are words in, English first."""
        return [ENGLISH, *sorted(path.stem for path in self.installed.glob(f"*{ENDING}"))]

    def catalogue(self, language: str) -> Catalogue:
        """The words of one language. Raises BadInput when a catalogue of this laptop was damaged."""
        installed = read_catalogue(self.installed_file(language))
        own = self.own_file(language)
        if not own.exists():
            return installed
        entries = dict(installed.entries)
        for sentence, entry in read_catalogue(own).entries.items():
            if entry.forms and sentence in entries:  # what we do not print any more is left in the file
                entries[sentence] = entry
        return replace(installed, entries=entries)

    def installed_file(self, language: str) -> Path:
        """Where the catalogue that came with the app is."""
        return self.installed / f"{language}{ENDING}"

    def own_file(self, language: str) -> Path:
        """Where this laptop's corrections to it are, if there are any."""
        return self.own / f"{language}{ENDING}"

    def asked_for(self, written: Sequence[str]) -> tuple[str, ...]:
        """The codes of the languages somebody asks for by code or name, the main one first; English for none. Raises
        BadInput, with the list, for one there are no words in, and for more than fit side by side.
        """
        asked = tuple(dict.fromkeys(map(self._known, written))) or (ENGLISH,)
        if len(asked) > MOST:
            raise BadInput("One language, or two side by side, fit on a page. Leave the others out, and print again.")
        return asked

    def _known(self, written: str) -> str:
        there = self.languages()
        code = code_of(written) or ""
        found = next((one for one in (code, code.partition("-")[0]) if one in there), None)
        if found is None:
            known = ", ".join(f"{one} ({language_name(one)})" for one in there)
            raise BadInput(f"There are no words to print in that language yet. There are: {known}.")
        return found
