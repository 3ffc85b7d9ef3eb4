"""Runs benches by name, or all of them, and prints each row as one line of JSON with the bench's name in it."""

from __future__ import annotations

import importlib
import json
import os
import pkgutil
import sys

from build import bench
from build.display import virtual_display

ON_DEMAND = {"bare", "frozen"}  # one takes many minutes and a root's rights, the other needs a package built


def names() -> list[str]:
    """Every bench there is."""
    return sorted(module.name for module in pkgutil.iter_modules(bench.__path__) if not module.name.startswith("_"))


def main(wanted: list[str]) -> int:
    """Run these benches one after another on a screen of their own; 2 when one of them does not exist."""
    chosen = wanted or [name for name in names() if name not in ON_DEMAND]
    if unknown := set(chosen) - set(names()):
        print(f"No bench named {', '.join(sorted(unknown))}. There are: {', '.join(names())}", file=sys.stderr)
        return 2
    with virtual_display() as variables:
        os.environ.update(variables)
        for name in chosen:
            for row in importlib.import_module(f"build.bench.{name}").run():
                print(json.dumps({"bench": name, **row}, ensure_ascii=False), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
