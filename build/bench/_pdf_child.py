"""The same pages by one program as a process of its own: `ours`, or one of the others, named by its function here.

Beside the file it leaves the most memory it had, in megabytes, where the system tells.
"""

from __future__ import annotations

import html
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from build.bench._pdf_content import ACROSS, FILES, FONTS, HEAD, NOTES, SHARES, pages

if TYPE_CHECKING:
    from build.bench._pdf_content import Page, Text

MM = 72 / 25.4
LEFT, WIDTH = 18.0, 174.0
NOTE, PITCH, NOTE_TALL = 32.0, 35.0, 26.0


def ours(wanted: list[Page], out: Path) -> None:
    """Tagged, bookmarked, every script shaped, as all our documents are made."""
    from facilitator.domain.sheet import PAPERS
    from facilitator.pdf.canvas import PlainCanvas
    from facilitator.pdf.documents.flow import Flow
    from facilitator.pdf.documents.session_page import FlowPages
    from facilitator.pdf.documents.surface import Surface
    from facilitator.pdf.documents.table import Cell, Column
    from facilitator.pdf.edition import Edition
    from facilitator.pdf.fonts import FontBook
    from facilitator.pdf.text.style import Span
    from facilitator.pdf.wording import wording

    edition = Edition(PAPERS["A4"], FontBook.default(), wording())
    flow = Flow(edition)
    flow.heading("A hundred pages", 1, edition.heavy(16))
    columns = [Column(share) for share in SHARES]
    for n, page in enumerate(wanted):
        if n:
            flow.turn()
        flow.heading(page.heading, 2, edition.heavy(14), after=3)
        if page.rows:
            rows = [[Cell(text.words, lang=text.language) for text in row] for row in page.rows]
            flow.table(columns, HEAD, rows, edition.plain(10), pad=1.2)
            continue
        blocks = [flow.block([Span(text.words, lang=text.language)], edition.plain(9), NOTE - 3) for text in page.notes]
        with flow.group("L"):
            flow.draw(NOTES / ACROSS * NOTE_TALL, partial(_our_notes, blocks))
    document = FlowPages("A hundred pages", edition, flow, "Bench")
    canvas = PlainCanvas(str(out), title=document.title)
    surface = Surface(canvas, edition, document.title)
    for number in range(1, document.page_count + 1):
        with surface.inside(surface.whole):
            document.draw(number, surface)
        canvas.showPage()
    canvas.save()


def _our_notes(blocks: list[Any], surface: Any, top: float) -> None:  # noqa: ANN401 (only this process loads our types)
    for n, block in enumerate(blocks):
        x, y = LEFT + n % ACROSS * PITCH, top + n // ACROSS * NOTE_TALL
        with surface.pen.path(stroke=(0.7, 0.7, 0.7)) as path:
            path.rectangle(x, y, NOTE, NOTE_TALL - 2)
        with surface.tag("LI"), surface.tag("LBody"):
            surface.place(block, x + 1.5, y + 1)


def reportlab(wanted: list[Page], out: Path) -> None:
    """Bare: its own tables and paragraphs, no tags, letters as they come, each text in one font."""
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Table

    for language, file in FILES.items():
        pdfmetrics.registerFont(TTFont(language, str(FONTS / file)))
    styles = {
        (language, size): ParagraphStyle(f"{language}{size}", fontName=language, fontSize=size, leading=size * 1.3)
        for language in FILES
        for size in (9, 10, 14)
    }

    def text(words: str, language: str, size: int) -> Any:  # noqa: ANN401 (ReportLab has no types)
        return Paragraph(html.escape(words), styles[language, size])

    story: list[Any] = []
    for page in wanted:
        story.append(text(page.heading, "en", 14))
        if page.rows:
            head = [text(word, "en", 10) for word in HEAD]
            rows = [[text(cell.words, cell.language, 10) for cell in row] for row in page.rows]
            look: list[Any] = [("LINEBELOW", (0, 0), (-1, -1), 0.4, "#bbbbbb"), ("VALIGN", (0, 0), (-1, -1), "TOP")]
            story.append(Table([head, *rows], colWidths=[share * MM for share in SHARES], repeatRows=1, style=look))
        else:
            notes = [text(note.words, note.language, 9) for note in page.notes]
            grid = [notes[start : start + ACROSS] for start in range(0, NOTES, ACROSS)]
            look = [("BOX", (x, y), (x, y), 0.5, "#bbbbbb") for x in range(ACROSS) for y in range(len(grid))]
            look.append(("VALIGN", (0, 0), (-1, -1), "TOP"))
            story.append(
                Table(grid, colWidths=[PITCH * MM] * ACROSS, rowHeights=[NOTE_TALL * MM] * len(grid), style=look)
            )
        story.append(PageBreak())
    margins: dict[str, Any] = {
        "leftMargin": LEFT * MM,
        "rightMargin": LEFT * MM,
        "topMargin": 20 * MM,
        "bottomMargin": 20 * MM,
    }
    SimpleDocTemplate(str(out), pagesize=(210 * MM, 297 * MM), pageCompression=1, **margins).build(story)


def by_hand(wanted: list[Page], out: Path) -> None:
    """ReportLab with nothing but strings drawn at places worked out here: the least there can be."""
    from reportlab.lib.utils import simpleSplit
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    for language, file in FILES.items():
        pdfmetrics.registerFont(TTFont(language, str(FONTS / file)))
    canvas: Any = Canvas(str(out), pagesize=(210 * MM, 297 * MM), pageCompression=1)

    def text(words: str, language: str, size: float, x: float, y: float, width: float) -> float:
        canvas.setFont(language, size)
        for line in simpleSplit(words, language, size, width * MM):
            y += size * 1.3 / MM
            canvas.drawString(x * MM, (297 - y) * MM, line)
        return y

    for page in wanted:
        y = text(page.heading, "en", 14, LEFT, 20, WIDTH)
        for row in (*([tuple((head, "en") for head in HEAD)] if page.rows else []), *page.rows):
            x, lowest = LEFT, y
            for cell, share in zip(row, SHARES, strict=True):
                words, language = cell if isinstance(cell, tuple) else (cell.words, cell.language)
                lowest = max(lowest, text(words, language, 10, x, y, share - 3))
                x += share
            y = lowest + 2.4
            canvas.line(LEFT * MM, (297 - y) * MM, (LEFT + WIDTH) * MM, (297 - y) * MM)
        for n, note in enumerate(page.notes):
            x, top = LEFT + n % ACROSS * PITCH, y + n // ACROSS * NOTE_TALL
            canvas.rect(x * MM, (297 - top - NOTE_TALL + 2) * MM, NOTE * MM, (NOTE_TALL - 2) * MM)
            text(note.words, note.language, 9, x + 1.5, top, NOTE - 3)
        canvas.showPage()
    canvas.save()


def fpdf2(wanted: list[Page], out: Path) -> None:
    """Shaped by HarfBuzz, not tagged."""
    from fpdf import FPDF

    pdf = FPDF()
    pdf.set_auto_page_break(auto=False)
    for language, file in FILES.items():
        pdf.add_font(language, fname=FONTS / file)
    pdf.set_text_shaping(use_shaping_engine=True)

    def text(words: str, language: str, size: float, x: float, y: float, width: float) -> float:
        pdf.set_font(language, size=size)
        pdf.set_xy(x, y)
        pdf.multi_cell(width, size * 1.3 / MM, words, align="L")
        return pdf.get_y() + size * 1.3 / MM

    for page in wanted:
        pdf.add_page()
        y = text(page.heading, "en", 14, LEFT, 20, WIDTH)
        for row in (*([tuple((head, "en") for head in HEAD)] if page.rows else []), *page.rows):
            x, lowest = LEFT, y
            for cell, share in zip(row, SHARES, strict=True):
                words, language = cell if isinstance(cell, tuple) else (cell.words, cell.language)
                lowest = max(lowest, text(words, language, 10, x, y, share - 3))
                x += share
            y = lowest + 2.4
            pdf.line(LEFT, y, LEFT + WIDTH, y)
        for n, note in enumerate(page.notes):
            x, top = LEFT + n % ACROSS * PITCH, y + n // ACROSS * NOTE_TALL
            pdf.rect(x, top, NOTE, NOTE_TALL - 2)
            text(note.words, note.language, 9, x + 1.5, top, NOTE - 3)
    pdf.output(str(out))


def weasyprint(wanted: list[Page], out: Path) -> None:
    """Tagged for PDF/UA-1, from HTML."""
    from weasyprint import HTML

    faces = "".join(
        f"@font-face{{font-family:{code};src:url('{(FONTS / file).as_uri()}')}} :lang({code}){{font-family:{code}}}"
        for code, file in FILES.items()
    )
    style = f"""{faces} @page{{size:A4;margin:20mm 18mm}} body{{margin:0;font:10pt/1.3 en}}
    section{{break-after:page}} h2{{font-size:14pt}} table{{border-collapse:collapse;width:174mm;table-layout:fixed}}
    td,th{{border-bottom:0.15mm solid #bbb;padding:1.2mm 1mm;text-align:start;vertical-align:top;font-weight:400}}
    ul{{margin:0;padding:0;list-style:none;font-size:0}}
    li{{display:inline-block;box-sizing:border-box;width:{NOTE}mm;height:{NOTE_TALL - 2}mm;margin:0 3mm 2mm 0;
    border:0.3mm solid #bbb;padding:1mm 1.5mm;font-size:9pt;vertical-align:top;overflow:hidden}}"""
    columns = "".join(f"<col style='width:{share}mm'>" for share in SHARES)
    body = "".join(_html(page, columns) for page in wanted)
    source = (
        f"<html lang=en><head><title>Bench</title><style>{style}</style></head><body><h1>Pages</h1>{body}</body></html>"
    )
    HTML(string=source).write_pdf(str(out), pdf_variant="pdf/ua-1", pdf_tags=True)


def _html(page: Page, columns: str) -> str:
    if page.rows:
        head = "".join(f"<th scope=col>{word}</th>" for word in HEAD)
        rows = "".join(f"<tr>{''.join(map(_html_cell, row))}</tr>" for row in page.rows)
        inner = f"<table><colgroup>{columns}</colgroup><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
    else:
        notes = (f"<li lang={note.language} dir=auto>{html.escape(note.words)}</li>" for note in page.notes)
        inner = f"<ul>{''.join(notes)}</ul>"
    return f"<section><h2>{page.heading}</h2>{inner}</section>"


def _html_cell(cell: Text) -> str:
    return f"<td lang={cell.language} dir=auto>{html.escape(cell.words)}</td>"


def typst_pages(wanted: list[Page], out: Path) -> None:
    """Tagged for PDF/UA-1, from Typst's own markup."""
    import typst

    compiler: Any = typst

    families = {
        "en": "Atkinson Hyperlegible Next",
        "pl": "Atkinson Hyperlegible Next",
        "so": "Atkinson Hyperlegible Next",
        "ar": "Noto Naskh Arabic",
        "bn": "Noto Sans Bengali",
        "ur": "Noto Nastaliq Urdu",
    }
    head = """#set document(title: "Bench")
#set page(paper: "a4", margin: (x: 18mm, y: 20mm))
#set text(size: 10pt, font: "Atkinson Hyperlegible Next", lang: "en")
= Pages
"""
    every = [f'#let {code}(body) = text(lang: "{code}", font: "{family}", body)' for code, family in families.items()]
    body = "\n#pagebreak()\n".join(_typst(page) for page in wanted)
    source = "\n".join([*every, head, body])
    made = compiler.compile(
        source.encode(), font_paths=[str(FONTS)], ignore_system_fonts=True, format="pdf", pdf_standards=["ua-1"]
    )
    out.write_bytes(made)


def _typst(page: Page) -> str:
    if page.rows:
        head = ", ".join(f"[{word}]" for word in HEAD)
        cells = ",\n".join(f"{cell.language}[{cell.words}]" for row in page.rows for cell in row)
        widths = ", ".join(f"{share}mm" for share in SHARES)
        inner = f"#table(columns: ({widths}), stroke: (bottom: 0.15mm), table.header({head}),\n{cells})"
    else:
        notes = ",\n".join(
            f"rect(width: {NOTE}mm, height: {NOTE_TALL - 2}mm, {note.language}(text(size: 9pt)[{note.words}]))"
            for note in page.notes
        )
        inner = f"#grid(columns: {ACROSS}, gutter: 2mm,\n{notes})"
    return f"== {page.heading}\n{inner}"


def main(which: str, number: str, out: str) -> None:
    """Make the pages, and say how much memory it took."""
    made = {
        "ours": ours,
        "reportlab": reportlab,
        "by_hand": by_hand,
        "fpdf2": fpdf2,
        "weasyprint": weasyprint,
        "typst": typst_pages,
    }
    made[which](pages(int(number)), Path(out))
    try:
        import resource
    except ImportError:  # Windows
        return
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    Path(out).with_suffix(".mb").write_text(str(most // (1024 if sys.platform != "darwin" else 1024 * 1024)))


if __name__ == "__main__":
    main(*sys.argv[1:])
