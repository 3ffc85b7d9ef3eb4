"""The words for what a merge brought and for what was written differently on two laptops."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, QLocale, QObject, Qt

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from facilitator.sync.forgotten import StillThere
    from facilitator.sync.merged import Brought, Merged
    from facilitator.workshop.queries.conflict_view import ConflictView, DoubleNumber, Found, TwiceView, VersionView

NAMED = 5
"""Rows named one by one; of more it is said how many."""


class TogetherWords(QObject):
    """Says it as people would."""

    def report(self, merged: Merged) -> list[str]:
        """What a merge brought: a line for each laptop, then what there is to do."""
        lines = [self._brought(one) for one in merged.brought]
        if not lines and not merged.withheld and not merged.damaged_pictures:
            return [self.tr("There was nothing new: this laptop has all of it already.")]
        if merged.conflicts:
            many = self.tr("{count} things to choose.").format(count=merged.conflicts)
            lines.append(self.tr("1 thing to choose.") if merged.conflicts == 1 else many)
        if merged.revived:
            lines.append(
                self.tr("{count} that were taken away are back, because something still needs them.").format(
                    count=len(merged.revived)
                )
            )
        if merged.withheld:
            lines.append(
                self.tr(
                    "{count} notes may still say what was removed for good on another laptop, so they are hidden. "
                    "Look at them, then show them again or remove them, too."
                ).format(count=len(merged.withheld))
            )
        lines += merged.left_out
        if merged.damaged_pictures:
            lines.append(
                self.tr(
                    "{count} pictures were damaged and stayed out. Bring them in again from where they came."
                ).format(count=merged.damaged_pictures)
            )
        return lines

    def forgotten(self, left: StillThere, named: Sequence[Found]) -> list[str]:
        """What a merge told of people who were forgotten, and where their name may still be read."""
        lines: list[str] = []
        if left.people:
            one = self.tr("1 person had been forgotten on another laptop, and is forgotten here now.")
            many = self.tr("{count} people had been forgotten on another laptop, and are forgotten here now.")
            lines.append(one if len(left.people) == 1 else many.format(count=len(left.people)))
        if left.notes:
            one = self.tr("1 note that was removed for good is gone here, too.")
            many = self.tr("{count} notes that were removed for good are gone here, too.")
            lines.append(one if len(left.notes) == 1 else many.format(count=len(left.notes)))
        if named:
            lines.append(self.still_named(named))
        return lines

    def still_named(self, named: Sequence[Found]) -> str:
        """Where the name of somebody who was forgotten may still be read."""
        listed = self.tr("; ").join(self._found(one) for one in named[:NAMED])
        if len(named) > NAMED:
            listed = self.tr("{things} and {count} more").format(things=listed, count=len(named) - NAMED)
        words = self.tr(
            "The name of somebody who was forgotten still stands in what was written, or it is somebody else's: "
            "{things}. Look there and change the words."
        )
        return words.format(things=listed)

    def kind(self, table: str) -> str:
        """One row of a table, in words."""
        return self._one().get(table, self.tr("something"))

    def column(self, conflict: ConflictView) -> str:
        """What was written differently."""
        if conflict.column == "deleted":
            return self.tr("Taken away on one laptop, changed on another")
        column = "name" if conflict.ref.table == "participant" and conflict.column.endswith("name") else conflict.column
        return self._columns().get(column, self.tr("Written differently"))

    def title(self, conflict: ConflictView) -> str:
        """What the choice is about: "Note on “How might we …”"."""
        kind = self.kind(conflict.ref.table)
        if conflict.ref.table == "ballot" and conflict.about:
            kind = self.tr("ballot {number}").format(number=conflict.about)
        kind = kind[:1].upper() + kind[1:]
        within = short(conflict.within)
        return self.tr("{kind} on “{within}”").format(kind=kind, within=within) if within else kind

    def about(self, conflict: ConflictView) -> str:
        """What the thing says, where that is not what is to be chosen."""
        said = short(conflict.about) if conflict.ref.table != "ballot" else ""
        shown = {self.version(one) for one in conflict.versions}
        return self.tr("“{words}”").format(words=said) if said and conflict.about not in shown else ""

    def twice(self, twice: TwiceView) -> str:
        """What was typed on two laptops."""
        words = self.tr("“{about}” was written down on two laptops: {kind}. Is it one?")
        return words.format(about=short(twice.about), kind=self.kind(twice.pair.keep.table))

    def two(self) -> str:
        """What to do where they are not one."""
        return self.tr("If there really are two, give one of them another name, and nobody is asked again.")

    def double(self, double: DoubleNumber) -> str:
        """A number that is there twice, and what follows."""
        words = {
            "mark": self.tr(
                "Ballot {number} of “{within}” was counted on two laptops, and not the same. Take the sheet, type its "
                "number at Votes, press F2 and count it once more."
            ),
            "ballot": self.tr("Ballot {number} of “{within}” was given out on two laptops. Both are counted."),
            "option": self.tr("Two options of “{within}” have the same letter. Give one another place."),
            "prototype": self.tr("Version {number} of “{within}” is there twice. Both are kept."),
        }[double.table]
        return words.format(number=double.number, within=short(double.within))

    def version(self, version: VersionView) -> str:
        """What one version says."""
        if version.deleted:
            return self.tr("Taken away")
        if version.words:
            return version.words
        value = version.value
        if version.column == "colour":
            return self.tr("Colour {number}").format(number=value)
        if isinstance(value, bool):
            return self.tr("Yes") if value else self.tr("No")
        if value is None or value == "":
            return self.tr("Nothing")
        return self._codes().get((version.column, value), str(value))

    def written(self, version: VersionView) -> str:
        """On which laptop and when: "Table 2's laptop, 14 Jan 11:20"."""
        return self.tr("{device}, {when}").format(device=version.device_name, when=self.when(version.at))

    def when(self, at: str) -> str:
        """A moment (ISO 8601, UTC) as this laptop's clock shows it; a day alone stays a day."""
        then = QDateTime.fromString(at, Qt.DateFormat.ISODate)
        if "T" not in at:
            return QLocale().toString(then.date(), "d MMM yyyy")
        return QLocale().toString(then.toLocalTime(), "d MMM HH:mm")

    def _brought(self, brought: Brought) -> str:
        parts = [
            *self._counted(brought.added, self.tr("{things}")),
            *self._counted(brought.changed, self.tr("{things} changed")),
            *self._counted(brought.removed, self.tr("{things} taken away")),
            *self._counted(brought.both, self.tr("{things} changed on both")),
        ]
        said = self.tr(", ").join(parts) or self.tr("nothing that is seen")
        return self.tr("{device} brought {parts}.").format(device=brought.device_name, parts=said)

    def _found(self, found: Found) -> str:
        kind, about, within = self.kind(found.ref.table), short(found.about), short(found.within)
        words = {
            (True, True): self.tr("{kind} “{about}” on “{within}”"),
            (True, False): self.tr("{kind} “{about}”"),
            (False, True): self.tr("{kind} on “{within}”"),
            (False, False): kind,
        }[bool(about), bool(within)]
        return words.format(kind=kind, about=about, within=within)

    def _counted(self, counts: Mapping[str, int], how: str) -> Iterator[str]:
        one, many = self._one(), self._many()
        for table, count in sorted(
            counts.items(), key=lambda item: list(many).index(item[0]) if item[0] in many else 99
        ):
            if table in many and count:
                things = f"1 {one[table]}" if count == 1 else many[table].format(count=count)
                yield how.format(things=things)

    def _one(self) -> dict[str, str]:
        return {
            "note": self.tr("note"),
            "theme": self.tr("theme"),
            "board": self.tr("board"),
            "poll": self.tr("vote"),
            "option": self.tr("option"),
            "ballot": self.tr("ballot"),
            "mark": self.tr("mark"),
            "participant": self.tr("person"),
            "attendance": self.tr("arrival"),
            "consent": self.tr("answer"),
            "connection": self.tr("link"),
            "seat": self.tr("seat"),
            "room_table": self.tr("table"),
            "story": self.tr("story"),
            "quote": self.tr("quote"),
            "insight": self.tr("insight"),
            "idea": self.tr("idea"),
            "prototype": self.tr("version"),
            "trial": self.tr("try-out"),
            "feedback": self.tr("feedback"),
            "decision": self.tr("decision"),
            "session": self.tr("session"),
            "activity": self.tr("block"),
            "programme": self.tr("programme"),
        }

    def _many(self) -> dict[str, str]:
        """What is counted in a report, in the order in which people care."""
        return {
            "note": self.tr("{count} notes"),
            "ballot": self.tr("{count} ballots"),
            "poll": self.tr("{count} votes"),
            "participant": self.tr("{count} people"),
            "attendance": self.tr("{count} arrivals"),
            "consent": self.tr("{count} answers about consent"),
            "theme": self.tr("{count} themes"),
            "board": self.tr("{count} boards"),
            "story": self.tr("{count} stories"),
            "insight": self.tr("{count} insights"),
            "idea": self.tr("{count} ideas"),
            "prototype": self.tr("{count} versions"),
            "feedback": self.tr("{count} pieces of feedback"),
            "decision": self.tr("{count} decisions"),
            "activity": self.tr("{count} blocks of the plan"),
            "session": self.tr("{count} sessions"),
            "connection": self.tr("{count} links between people"),
        }

    def _codes(self) -> dict[tuple[str, object], str]:
        """What the file says by a code."""
        return {
            ("state", "draft"): self.tr("Not open yet"),
            ("state", "open"): self.tr("Open"),
            ("state", "closed"): self.tr("Closed"),
            ("state", "issued"): self.tr("Given out"),
            ("state", "counted"): self.tr("Counted"),
            ("state", "spoilt"): self.tr("Spoilt"),
            ("answer", "yes"): self.tr("Yes"),
            ("answer", "no"): self.tr("No"),
            ("outcome", "keep"): self.tr("Keep"),
            ("outcome", "change"): self.tr("Change"),
            ("outcome", "drop"): self.tr("Drop"),
            ("outcome", "refuse"): self.tr("Refuse"),
            ("kind", "participant"): self.tr("Takes part"),
            ("kind", "supporter"): self.tr("Supports somebody"),
        }

    def _columns(self) -> dict[str, str]:
        return {
            "text": self.tr("What it says"),
            "translation": self.tr("The translation"),
            "language": self.tr("The language"),
            "colour": self.tr("The colour"),
            "theme_id": self.tr("The theme"),
            "table_id": self.tr("The table that said it"),
            "participant_id": self.tr("Who said it"),
            "withheld": self.tr("Hidden from the room"),
            "parked": self.tr("Set aside"),
            "name": self.tr("The name"),
            "question": self.tr("The question"),
            "title": self.tr("The title"),
            "statement": self.tr("What it says"),
            "reason": self.tr("The reason"),
            "who": self.tr("Who does it"),
            "by_when": self.tr("By when"),
            "outcome": self.tr("What was decided"),
            "minutes": self.tr("The minutes"),
            "fixed_start": self.tr("The fixed time"),
            "prompt": self.tr("What is said"),
            "answer": self.tr("Yes or no"),
            "state": self.tr("How far it is"),
        }


def short(text: str) -> str:
    """The first 60 letters, in one line."""
    line = " ".join(text.split())
    return line if len(line) <= 60 else line[:59].rstrip() + "…"
