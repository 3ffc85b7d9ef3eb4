"""One report as a process of its own: ours from pickled values, or the same text and bars by plain ReportLab."""

from __future__ import annotations

import pickle
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from facilitator.workshop.queries.print_values import ReportValues

ROOT = Path(__file__).resolve().parents[2]
FONTS = ROOT / "resources" / "fonts"
MARGIN, WIDTH, TOP, BOTTOM = 51.0, 493.0, 785.0, 70.0
BAR = 168.0


def ours(values: ReportValues, out: Path) -> None:
    """The report as the program makes it."""
    from facilitator.pdf.documents.render import render

    render([values], out)


def bare(values: ReportValues, out: Path) -> None:
    """The same words and bars with ReportLab's own fonts, wrapping and drawing, and nothing else."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    from facilitator.domain import highlights

    pdfmetrics.registerFont(TTFont("plain", str(FONTS / "AtkinsonHyperlegibleNext-Regular.ttf")))
    pdfmetrics.registerFont(TTFont("bold", str(FONTS / "AtkinsonHyperlegibleNext-Bold.ttf")))
    page = _Page(Canvas(str(out), pagesize=(595.3, 841.9), pageCompression=1))
    page.text(values.programme, "bold", 28, WIDTH)
    for poll in values.polls:
        shown = [option for option in poll.result.options if not option.hidden]
        for option in (*highlights.common_ground(shown), *highlights.divided(shown)):
            page.text(option.text, "plain", 13, WIDTH)
            page.bar(option.counts, MARGIN, WIDTH)
        for option in shown:
            page.text(f"{option.rank} {option.letter}", "bold", 13, WIDTH)
            page.text(option.text, "plain", 11.5, WIDTH - BAR - 50)
            page.bar(option.counts, MARGIN + WIDTH - BAR, BAR)
        page.text(poll.result.source, "plain", 10, WIDTH)
    page.canvas.save()


class _Page:
    def __init__(self, canvas: Any) -> None:  # noqa: ANN401 (ReportLab has no types)
        self.canvas = canvas
        self.y = TOP

    def text(self, text: str, font: str, size: float, width: float) -> None:
        from reportlab.lib.utils import simpleSplit

        for line in simpleSplit(text, font, size, width):
            self.turn(size * 1.3)
            self.canvas.setFont(font, size)
            self.canvas.drawString(MARGIN, self.y, line)

    def bar(self, counts: dict[str, int], x: float, width: float) -> None:
        self.turn(30)
        total = sum(counts.values()) or 1
        self.canvas.setFillColorRGB(0.05, 0.42, 0.41)
        for name in ("agree", "pass", "disagree"):
            share = width * counts[name] / total
            self.canvas.rect(x, self.y + 14, share, 11, fill=int(name == "agree"))
            x += share
        self.canvas.setFillGray(0)
        self.canvas.setFont("plain", 9.5)
        words = f"{counts['agree']} agree · {counts['pass']} pass · {counts['disagree']} disagree"
        self.canvas.drawString(x - width, self.y, words)

    def turn(self, height: float) -> None:
        self.y -= height
        if self.y < BOTTOM:
            self.canvas.showPage()
            self.y = TOP - height


if __name__ == "__main__":
    which, source, target = sys.argv[1:]
    {"ours": ours, "bare": bare}[which](pickle.loads(Path(source).read_bytes()), Path(target))
