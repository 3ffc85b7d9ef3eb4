"""The words for what people are in the room and what they are asked, in the reader's language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from facilitator.domain.consent import QUESTIONS

if TYPE_CHECKING:
    from facilitator.workshop.queries.people import PersonLine

HELPER = "helper"
"""Somebody who helps, in no role that has a name here."""


class PeopleWords(QObject):
    """Codes of the file and their words, in the order in which they are offered."""

    def roles(self) -> dict[str, str]:
        """What somebody is there for: takes part, or helps in some way."""
        return {
            "": self.tr("Takes part"),
            "interpreter": self.tr("Interpreter"),
            "carer": self.tr("Carer"),
            "creche-worker": self.tr("Looks after children"),
            "observer": self.tr("Observer"),
            "facilitator": self.tr("Facilitator"),
            HELPER: self.tr("Helps"),
        }

    def groups(self) -> dict[str, str]:
        """Whom somebody stands for."""
        return {
            "": self.tr("Not said"),
            "resident": self.tr("Resident"),
            "community-organisation": self.tr("Organisation"),
            "public-service": self.tr("Public service"),
            "elected-member": self.tr("Councillor"),
        }

    def uses(self) -> dict[str, str]:
        """What people are asked about, in a word."""
        return {
            "notes": self.tr("Named on notes"),
            "quotes": self.tr("Quoted"),
            "photos": self.tr("In photos"),
            "contact": self.tr("Contacted"),
            "relationship-map": self.tr("On the map"),
        }

    def questions(self) -> dict[str, str]:
        """What people are asked, in full; these words are kept with the answer."""
        return {use: self.tr(question) for use, question in QUESTIONS.items()}

    def answers(self) -> dict[str, str]:
        """What somebody can have said."""
        return {"not-asked": self.tr("Not asked"), "yes": self.tr("Yes"), "no": self.tr("No")}

    def ways(self) -> dict[str, str]:
        """How an answer was given."""
        return {
            "spoken": self.tr("Spoken"),
            "signed": self.tr("Signed"),
            "by-interpreter": self.tr("By interpreter"),
            "by-guardian": self.tr("By guardian"),
        }

    def columns(self) -> dict[str, str]:
        """What can be brought in of a person from a list."""
        return {
            "name": self.tr("Name"),
            "surname": self.tr("Last name"),
            "role": self.tr("Takes part or helps"),
            "group": self.tr("Group"),
            "organisation": self.tr("Works for"),
            "languages": self.tr("Languages"),
            "access_needs": self.tr("Needs"),
            "strengths": self.tr("Good at"),
        }

    def about(self, person: PersonLine) -> str:
        """One line on a person: role or group, organisation, languages."""
        from facilitator.domain.languages import language_name

        role = role_of(person)
        first = self.roles()[role] if role else self.groups()[person.group] if person.group else ""
        languages = ", ".join(language_name(code) for code in person.languages)
        walked_in = self.tr("walked in") if person.walk_in else ""
        return " · ".join(part for part in (first, person.organisation, languages, walked_in) if part)


def role_of(person: PersonLine) -> str:
    """The code under which a person's role is offered."""
    return "" if person.kind == "participant" else person.supporter_role or HELPER


def values_of(role: str) -> dict[str, str]:
    """What a role is in the file."""
    if not role:
        return {"kind": "participant", "supporter_role": ""}
    return {"kind": "supporter", "supporter_role": "" if role == HELPER else role}
