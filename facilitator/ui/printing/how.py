"""How papers are set: on which sheets, in whose words, and for which reading need. It travels to the child processes
that draw, so it is plain values.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitator.domain.reading import Reading

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path
    from typing import BinaryIO

    from facilitator.pdf.documents.printable import PrintReport
    from facilitator.pdf.documents.render import Progress
    from facilitator.workshop.queries.print_values import PrintValues


@dataclass(frozen=True, slots=True)
class How:
    """`languages` are one, or two side by side, the main one first."""

    paper: str = "A4"
    languages: tuple[str, ...] = ("en",)
    reading: Reading = Reading.STANDARD

    def render(
        self, values: Sequence[PrintValues], out: Path | BinaryIO, progress: Progress | None = None
    ) -> PrintReport:
        """Draw documents so. Raises what `pdf.documents.render.render` raises."""
        from facilitator.pdf.documents.render import render

        return render(values, out, paper=self.paper, languages=self.languages, reading=self.reading, progress=progress)
