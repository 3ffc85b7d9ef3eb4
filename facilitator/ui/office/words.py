"""What is said of the office's archive."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from facilitator.ui.together.words import TogetherWords

if TYPE_CHECKING:
    from collections.abc import Iterator

    from facilitator.sync.office import Receipt
    from facilitator.sync.office_status import Missing, WorkshopStatus


class OfficeWords(QObject):
    """Plain sentences."""

    def about(self, status: WorkshopStatus) -> str:
        """What came of one workshop."""
        files = self.tr("1 file") if status.files == 1 else self.tr("{count} files").format(count=status.files)
        many = self.tr("{count} changes").format(count=f"{status.changes:,}")
        changes = self.tr("1 change") if status.changes == 1 else many
        last = TogetherWords(self).when(status.last_received) if status.last_received else ""
        came = self.tr("last on {when}").format(when=last) if last else ""
        return " · ".join(filter(None, (files, changes, came)))

    def laptops(self, status: WorkshopStatus) -> str:
        """Which laptops wrote in it."""
        return self.tr("From: {names}").format(names=", ".join(one.name for one in status.laptops))

    def to_do(self, status: WorkshopStatus) -> list[str]:
        """What is still to come or to be chosen."""
        lines = [self._missing(one) for one in status.missing]
        if status.conflicts:
            one = self.tr("1 thing to choose between two versions. Open the workshop to choose.")
            many = self.tr("{count} things to choose between two versions. Open the workshop to choose.")
            lines.append(one if status.conflicts == 1 else many.format(count=status.conflicts))
        return lines

    def receipt(self, one: Receipt) -> str:
        """What became of one file."""
        if one.state == "refused":
            return self.tr("{name} was not taken in. {why}").format(name=one.path.name, why=one.why)
        many = self.tr("{count} changes were new").format(count=f"{one.added:,}")
        new = self.tr("1 change was new") if one.added == 1 else many
        came = new if one.added else self.tr("nothing in it was new")
        safe = self.tr("All of it is in the archive, so it is safe to delete.")
        keep = self.tr("Keep it: it is still in use.")
        words = self.tr("{name}: {came}. {safe}").format(
            name=one.path.name, came=came, safe=safe if one.safe_to_delete else keep
        )
        return " ".join([words, *self._removals(one)])

    def _removals(self, one: Receipt) -> Iterator[str]:
        """What followed from removals for good."""
        if one.forgotten:
            thing = self.tr("1 thing of somebody who was forgotten was not kept.")
            things = self.tr("{count} things of people who were forgotten were not kept.")
            yield thing if one.forgotten == 1 else things.format(count=one.forgotten)
        if one.hidden:
            note = self.tr("1 note may still say what was removed for good, so it is hidden.")
            notes = self.tr("{count} notes may still say what was removed for good, so they are hidden.")
            yield note if one.hidden == 1 else notes.format(count=one.hidden)

    def _missing(self, one: Missing) -> str:
        title = one.title or self.tr("a session")
        return self.tr("Nothing has come from {day}, {title}. Look for that laptop's file.").format(
            day=TogetherWords(self).when(one.day), title=title
        )
