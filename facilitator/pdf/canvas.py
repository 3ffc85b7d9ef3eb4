"""A ReportLab canvas for documents that have a title and a language, and whose fonts are all in the file."""

from __future__ import annotations

import datetime as dt
from typing import IO, TYPE_CHECKING, Any

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from facilitator.pdf.text.embedding import EmbeddedFont

if TYPE_CHECKING:
    from facilitator.pdf.fonts import Font

# Text-safe streams are a fifth larger and nobody needs them.
rl_config.useA85 = 0
DEFAULT_LANG = "en-GB"
A4 = (595.276, 841.89)


class PlainCanvas(Canvas):
    """A page canvas that knows its language and its embedded fonts. Sizes are points.

    With a `date`, the same content gives the same bytes. `lang` is a BCP 47 tag, British English if None. Further
    options are those of ReportLab's canvas; `functools.partial` makes a `canvasmaker` for platypus of it.
    """

    _doc: Any
    _code: list[str]

    def __init__(
        self,
        file: str | IO[bytes],
        *,
        title: str,
        lang: str | None = None,
        pagesize: tuple[float, float] | None = None,
        date: dt.datetime | None = None,
        **options: Any,  # noqa: ANN401 (whatever platypus hands on)
    ) -> None:
        self.lang = lang or DEFAULT_LANG
        options |= {"lang": self.lang, "invariant": date is not None, "pageCompression": 1, "pdfVersion": (1, 7)}
        super().__init__(file, pagesize or A4, **options)  # pyright: ignore[reportUnknownMemberType]
        self._embedded: dict[Font, EmbeddedFont] = {}
        self.setTitle(title)
        self.setAuthor("")
        self.setSubject("")
        self.setCreator("Facilitator")
        self.setViewerPreference("DisplayDocTitle", "true")  # pyright: ignore[reportUnknownMemberType]
        if date is not None:
            _set_date(self._doc, date)

    def embedded(self, font: Font) -> EmbeddedFont:
        """The font as this document has it; embedded once, however often it is asked for."""
        found = self._embedded.get(font)
        if found is None:
            found = self._embedded[font] = EmbeddedFont(font, f"H{len(self._embedded) + 1}")
            self._doc.delayedFonts.append(found)
        return found

    def write_operators(self, operators: str) -> None:
        """Add content stream operators to the page as they are."""
        self._code.append(operators)

    def _make_preamble(self) -> None:
        # ReportLab's own names Helvetica, which would then have to be embedded too.
        self._preamble = "1 0 0 1 0 0 cm"


def _set_date(doc: Any, date: dt.datetime) -> None:  # noqa: ANN401 (ReportLab has no types)
    stamp = doc._timeStamp  # noqa: SLF001 (there is no other way to give a date)
    moment = date if date.tzinfo else date.replace(tzinfo=dt.UTC)
    utc = moment.astimezone(dt.UTC)
    stamp.t = utc.timestamp()
    stamp.lt = utc.timetuple()
    stamp.YMDhms = utc.timetuple()[:6]
