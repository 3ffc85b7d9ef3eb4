"""One tree of exceptions: what a person can mend is `Expected` and is shown as it stands; anything else is a bug and
is reported.

The message of an `Expected` is one plain sentence (or two short ones) that says what is wrong and what to do. It
never carries what people wrote and never a participant's name, because messages may be logged.
"""

from __future__ import annotations


class FacilitatorError(Exception):
    """The root of every error this project raises itself."""


class Expected(FacilitatorError):
    """A fault of the input, the disk or the moment. Shown to the person; loses nothing."""


class BadChange(Expected):
    """A Change that cannot be applied: an unknown column, a text too long, a row that is not there."""


class AlreadyBack(BadChange):
    """A ballot's number that has been counted, or laid aside, before; it can be looked at and corrected."""

    def __init__(self, message: str, number: int) -> None:
        super().__init__(message)
        self.number = number


class NothingToUndo(Expected):
    """There is nothing to undo, or nothing to redo."""


class BadInput(Expected):
    """Something brought in from outside (a CSV, a folder, a picture) cannot be read as what it was said to be."""


class NothingToPrint(Expected):
    """A document has nothing to say yet; the message names what is missing."""


class NotFound(Expected):
    """A file, board, poll or row that was named does not exist."""


class FileTrouble(Expected):
    """The workshop file cannot be used as asked."""


class NotAWorkshop(FileTrouble):
    """The file is something else, or is damaged. It has not been touched."""


class IsBundle(NotAWorkshop):
    """The file is a workshop that was locked to be carried, whatever its name. It has not been touched."""


class NeedsPassphrase(FileTrouble):
    """The file is encrypted, and the passphrase is not given or not its own. It has not been touched."""


class BothWentOn(FileTrouble):
    """A file elsewhere and the copy of it on this laptop were both changed since. Neither has been touched; `copy` is
    the path of the one here.
    """

    def __init__(self, message: str, copy: str) -> None:
        super().__init__(message)
        self.copy = copy


class NewerFile(FileTrouble):
    """The file was made by a newer version of Facilitator. It has not been touched."""


class ReadOnly(FileTrouble):
    """The workshop is open for reading only, so nothing can be changed."""


class DiskTrouble(FileTrouble):
    """The disk is full, gone or failing: the change was not stored and nothing was half stored."""


class DiskFull(DiskTrouble):
    """There is too little room on the disk, or more than this person may have of it."""


class Cancelled(Expected):
    """The person stopped a long piece of work; everything is as it was before."""
