#!/usr/bin/env python3
"""One command for each thing a developer or a first-time user does, with nothing but Python to start from.

It must work before anything is installed, so it and what it imports use the standard library only; it imports each part
when a verb needs it, because a second `run` waits for this file before the window can begin.
"""

from __future__ import annotations

import os
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
USAGE = """usage: python3 build/dev.py VERB

  run [arguments]            set everything up and open the window on an example (no display: write it to out/)
  test [--long] [arguments]  set up and run every check and test; arguments go to pytest alone
  guards [ROW ...]           take each guard out in a copy and show that its test then fails
  bench [NAME ...]           measure, one line of JSON a figure
  screenshots [NAME ...]     drive the real window and write docs/screenshots
  package                    build the stand-alone app into dist/
  translations               bring the catalogues of our printed words up to date with the program
  lock                       choose library versions anew and write requirements/*.lock
"""


def run(arguments: list[str]) -> int:
    """Open the window, or without a display write the example programme and its documents."""
    from build import environment

    python = environment.ready()
    if arguments:
        return environment.become(python, arguments)
    out = os.path.join(ROOT, "out")
    example = environment.example(out)
    if environment.has_display() and example:
        return environment.become(python, [example])
    status = environment.call([python, "-m", "facilitator", "demo", "--out", out])
    if status:
        return status
    if environment.has_display():
        return environment.become(python, [environment.example(out)])
    print(f"There is no display here, so no window. The example and its documents are in {out}")
    return 0


def test(arguments: list[str]) -> int:
    """Run all that guards the project; with arguments other than --long, only pytest with them."""
    from build import checks, environment

    return checks.run(environment.ready(tools=True), arguments)


def inside(module: str, arguments: list[str]) -> int:
    """Run a part that needs the app's own libraries, in their environment."""
    from build import environment

    return environment.call([environment.ready(tools=True), "-m", module, *arguments])


def package(arguments: list[str]) -> int:
    """Build the stand-alone app and show that it starts."""
    from build import environment, freeze

    return freeze.run(environment.ready(tools=True), arguments)


def lock(arguments: list[str]) -> int:
    """Write both lock files anew."""
    from build import locking

    return locking.run(arguments)


VERBS = {
    "run": run,
    "test": test,
    "guards": lambda arguments: inside("build.guards", arguments),
    "bench": lambda arguments: inside("build.bench", arguments),
    "screenshots": lambda arguments: inside("build.screenshots", arguments),
    "translations": lambda arguments: inside("build.translations", arguments),
    "package": package,
    "lock": lock,
}


def main() -> int:
    """Do the verb asked for and give its exit status."""
    if sys.version_info < (3, 11):  # noqa: UP036 (this very line is what tells the person)
        print(f"Facilitator needs Python 3.11 or newer. This is {sys.version.split()[0]}.", file=sys.stderr)
        return 1
    verb, arguments = (sys.argv[1], sys.argv[2:]) if len(sys.argv) > 1 else ("", [])
    if verb not in VERBS:
        print(USAGE, end="", file=sys.stdout if verb in {"-h", "--help"} else sys.stderr)
        return 0 if verb in {"-h", "--help"} else 2
    return VERBS[verb](arguments)


if __name__ == "__main__":
    sys.path[0] = ROOT
    sys.exit(main())
