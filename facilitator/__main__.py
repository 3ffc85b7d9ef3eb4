"""Which face to show: a verb or an option is for the command line, anything else is the window's.

It imports next to nothing, because the window must be painted before anything heavy is loaded.
"""

from __future__ import annotations

import os
import sys

VERBS = frozenset(
    (
        "new",
        "info",
        "import",
        "results",
        "print",
        "export",
        "history",
        "undo",
        "redo",
        "check",
        "translations",
        "demo",
        "erase",
        "subject-access",
        "share",
        "bundle",
        "unbundle",
        "keys",
        "office",
        "conflicts",
        "resolve",
        "backups",
        "passphrase",
        "recover",
        "merge",
    ),
)
LOOK_OVER = "--look-over"
"""What the stand-alone app calls itself with to look at a file before opening it; not for people."""
SELF_TEST_WINDOW = "--self-test-window"
"""What `--self-test` calls Facilitator with to try what needs Qt; not for people."""
WALL_PICTURE = "--wall-picture"
"""What `export` calls Facilitator with to have a wall painted; not for people."""


def main(arguments: list[str] | None = None) -> int:
    """Run the program; gives its exit code."""
    if getattr(sys, "frozen", False):  # the window's child processes begin here too, once it is packaged
        from multiprocessing import freeze_support

        _keep_libraries_to_ourselves()
        freeze_support()
    given = sys.argv[1:] if arguments is None else arguments
    if given[:1] == [LOOK_OVER]:
        from facilitator.workshop.looking import look_over

        return look_over(*given[1:])
    if given[:1] == [SELF_TEST_WINDOW]:
        from facilitator.app.self_test import main as self_test

        return self_test(*given[1:])
    if given[:1] == [WALL_PICTURE]:
        from facilitator.app.wall_picture import main as wall_picture

        return wall_picture(*given[1:])
    if wants_command_line(given):
        try:
            from facilitator.cli.main import main as command_line
        except KeyboardInterrupt:
            sys.stderr.write("facilitator: Stopped before anything was done.\n")
            return 1

        return command_line(given)
    from facilitator.app.window import main as window

    return window(given)


def wants_command_line(arguments: list[str]) -> bool:
    """Whether these are for the command line. The window takes one file at most, so more words can only be a verb."""
    return bool(arguments) and (arguments[0] in VERBS or arguments[0].startswith("-") or len(arguments) > 1)


def _keep_libraries_to_ourselves() -> None:
    """Let programs that we start, such as the one that shows a PDF, find the system's libraries rather than ours."""
    before = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
    os.environ.pop("LD_LIBRARY_PATH", None)  # the loader has read it already
    if before is not None:
        os.environ["LD_LIBRARY_PATH"] = before
    os.environ["PYINSTALLER_RESET_ENVIRONMENT"] = "1"  # our own child processes set it again for themselves


if __name__ == "__main__":
    sys.exit(main())
