"""A ReportLab canvas for documents that everybody can read: tagged, titled, in a language, all their fonts in the file.

It follows PDF/UA-1 (ISO 14289-1).
"""

from __future__ import annotations

import datetime as dt
from contextlib import ExitStack, contextmanager
from io import BytesIO
from typing import IO, TYPE_CHECKING, Any

from reportlab import rl_config
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from facilitator.pdf.grey import greyed
from facilitator.pdf.tagged_file import Document, packed_page, write_file
from facilitator.pdf.tags.metadata import plain_title
from facilitator.pdf.tags.recording import Recording
from facilitator.pdf.tags.tagger import Tagger, Untagged
from facilitator.pdf.text.clean import clean
from facilitator.pdf.text.embedding import EmbeddedFont

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    from facilitator.pdf.fonts import Font
    from facilitator.pdf.photographs import Photograph
    from facilitator.pdf.tags.element import Element
    from facilitator.pdf.tags.recording import Shapes
    from facilitator.pdf.tags.tagger import Tags

# Text-safe streams are a fifth larger and nobody needs them.
rl_config.useA85 = 0
DEFAULT_LANG = "en-GB"
A4 = (595.276, 841.89)


class PlainCanvas(Canvas):
    """A page canvas that knows its language and its embedded fonts, and takes no text that does not say what it is.
    Sizes are points.

    With a `date`, the same content gives the same bytes. `lang` is a BCP 47 tag, British English if None. Further
    options are those of ReportLab's canvas.
    """

    _doc: Any
    _code: list[str]
    _pagesize: tuple[float, float]

    def __init__(
        self,
        file: str | IO[bytes],
        *,
        title: str,
        lang: str | None = None,
        pagesize: tuple[float, float] | None = None,
        date: dt.datetime | None = None,
        grey: bool = False,
        **options: Any,  # noqa: ANN401 (ReportLab's own)
    ) -> None:
        self._grey = grey
        self.lang = lang or DEFAULT_LANG
        self.title = plain_title(clean(title))
        self.pages = Tagger(lambda: self._code, self._on_page)
        self.tags: Tags = self.pages
        self._parts: list[Document] = []
        self._form = ExitStack()
        options |= {"lang": self.lang, "invariant": date is not None, "pageCompression": 1, "pdfVersion": (1, 7)}
        super().__init__(file, pagesize or A4, **options)  # pyright: ignore[reportUnknownMemberType]
        self._embedded: dict[Font, EmbeddedFont] = {}
        self.setTitle(self.title)
        self.setAuthor("")
        self.setSubject("")
        self.setCreator("Facilitator")
        self.setViewerPreference("DisplayDocTitle", "true")  # pyright: ignore[reportUnknownMemberType]
        if date is not None:
            _set_date(self._doc, date)

    def part(self, title: str) -> Element:
        """Begin one document of the file on the page that comes; gives the element that holds it all."""
        element = self.pages.root.add("Part")
        self._parts.append(Document(element, title, len(self.pages.pages) - 1, self._pagesize[1]))
        return element

    def embedded(self, font: Font) -> EmbeddedFont:
        """The font as this document has it; embedded once, however often it is asked for."""
        found = self._embedded.get(font)
        if found is None:
            found = self._embedded[font] = EmbeddedFont(font, f"H{len(self._embedded) + 1}")
            self._doc.delayedFonts.append(found)
        return found

    def photograph(self, photo: Photograph, x: float, y: float, width: float, height: float) -> None:
        """Paint a photograph into this rectangle. The file holds it once, however often it is painted."""
        raw: Any = self
        raw.drawImage(ImageReader(BytesIO(photo.grey if self._grey else photo.jpeg)), x, y, width, height)

    def recorded(self, draw: Callable[[], None]) -> Recording:
        """What `draw` draws, to be played on pages."""
        recording = Recording()
        self.tags = recording
        try:
            draw()
        finally:
            self.tags = self.pages
        return recording

    def play(self, recording: Recording, name: str) -> None:
        """Draw what was recorded on this page. Its shapes are in the file once, in forms that `name` tells apart from
        those of other recordings.
        """
        number = iter(range(10_000))
        recording.play(self.tags, lambda shapes: self._use(shapes, f"{name}-{next(number)}"))

    def _use(self, shapes: Shapes, name: str) -> None:
        raw: Any = self
        if not raw.hasForm(name):
            raw.beginForm(name)
            self._code += shapes.operators
            raw.endForm()
        with self.tags.artefact():
            raw.doForm(name)

    def beginForm(self, *arguments: Any, **options: Any) -> None:  # noqa: ANN401 (ReportLab's name and options)
        """What is drawn in a form is marked as a whole where the form is used."""
        super().beginForm(*arguments, **options)  # pyright: ignore[reportUnknownMemberType]
        self._form.enter_context(self.pages.covered())

    def endForm(self, **attributes: Any) -> None:  # noqa: ANN401 (ReportLab's name and options)
        """The form is done."""
        self._form.close()
        if self._grey:
            self._code[:] = greyed(self._code)
        super().endForm(**attributes)  # pyright: ignore[reportUnknownMemberType]

    def showPage(self) -> None:
        """The page is done; it is packed at once, so that a thousand of them take little room."""
        if self._grey:
            self._code[:] = greyed(self._code)
        super().showPage()  # pyright: ignore[reportUnknownMemberType]
        pages = self._doc.Pages.pages
        packed_page(pages[-1], len(pages) - 1)
        self.pages.turn()

    def save(self) -> None:
        """Write the file."""
        if self._code:
            self.showPage()
        raw: Any = self
        with _opened(raw._filename) as file:  # noqa: SLF001 (whatever ReportLab was given)
            write_file(self._doc, file, self.pages, self._parts, title=self.title, lang=self.lang)

    def _on_page(self, x: float, y: float) -> tuple[float, float]:
        raw: Any = self
        return raw.absolutePosition(x, y)

    def _make_preamble(self) -> None:
        # ReportLab's own names Helvetica, which would then have to be embedded too.
        self._preamble = "1 0 0 1 0 0 cm"


def _painting(name: str) -> Callable[..., None]:
    plain: Any = getattr(Canvas, name)

    def paint(self: PlainCanvas, *arguments: Any, **options: Any) -> None:  # noqa: ANN401 (ReportLab has no types)
        if not self.tags.is_open:
            raise Untagged(f"{name} draws outside of any picture and artefact.")
        plain(self, *arguments, **options)

    return paint


for _name in ("drawText", "drawPath", "drawImage", "drawInlineImage", "doForm", "line", "lines", "rect", "roundRect"):
    setattr(PlainCanvas, _name, _painting(_name))


@contextmanager
def _opened(file: str | IO[bytes]) -> Generator[IO[bytes]]:
    if not isinstance(file, str):
        yield file
        return
    with open(file, "wb") as opened:
        yield opened


def _set_date(doc: Any, date: dt.datetime) -> None:  # noqa: ANN401 (ReportLab has no types)
    stamp = doc._timeStamp  # noqa: SLF001 (there is no other way to give a date)
    moment = date if date.tzinfo else date.replace(tzinfo=dt.UTC)
    utc = moment.astimezone(dt.UTC)
    stamp.t = utc.timestamp()
    stamp.lt = utc.timetuple()
    stamp.YMDhms = utc.timetuple()[:6]
