"""Fonts inside the PDF: Type 0 fonts with one code for each pair of glyph and text, so that copied text is exact.

ISO 32000-1, 9.7 (composite fonts) and 9.10 (extraction of text content).
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

from reportlab.pdfbase import pdfdoc

from facilitator.pdf.text.letters import Letter
from facilitator.pdf.text.truetype import Composite, Part, add_composites

if TYPE_CHECKING:
    from facilitator.pdf.fonts import Font

_DROPPED_TABLES = (
    "GSUB",
    "GPOS",
    "GDEF",
    "kern",
    "name",
    "post",
    "OS/2",
    "DSIG",
    "STAT",
    "cmap",
    "HVAR",
    "MVAR",
    "meta",
    "vhea",
    "vmtx",
    "BASE",
)
_CMAP = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
{}
endcmap
CMapName currentdict /CMap defineresource pop
end
end"""
_SYMBOLIC = 4
_MARK, _JOINER = "\ufeff", "\u2060"
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def utf16_hex(text: str) -> str:
    """A text as the digits of a PDF hex string, without its byte order mark."""
    return text.encode("utf-16-be").hex().upper()


class _Shown(dict[Letter, str]):
    """How each letter is written between the brackets of a TJ operator, made when it is first asked for."""

    def __init__(self, font: EmbeddedFont) -> None:
        super().__init__()
        self._font = font

    def __missing__(self, letter: Letter) -> str:
        code = self._font.code(letter.picture, letter.text)
        skip = f" {-letter.skip * self._font.font.scale:.1f} " if letter.skip else ""
        shown = self[letter] = f"<{code}>{skip}"
        return shown


class EmbeddedFont:
    """One font of one document, and the codes it has given out so far.

    ReportLab calls `addObjects` when the document is saved; only the glyphs that were drawn are embedded.
    """

    def __init__(self, font: Font, name: str) -> None:
        self.font = font
        self.name = name
        self._codes: dict[tuple[int | Composite, str], str] = {}
        self.shown = _Shown(self)
        self._box = Composite((Part(0, 0, 0),), font.advance(0))
        """The box for what the font has no glyph for. Glyph 0 itself must not be drawn (ISO 14289-1, 7.21.8)."""

    def code(self, picture: int | Composite, text: str) -> str:
        """The code that draws a glyph, or several as one, and reads as `text`, in hexadecimal."""
        code = self._codes.get((picture, text))
        if code is not None:
            return code
        if picture == 0:
            return self.code(self._box, text)
        code = self._codes[picture, text] = f"{len(self._codes) + 1:04X}"
        return code

    def addObjects(self, doc: Any) -> None:  # noqa: ANN401 (ReportLab keeps no types)
        """Write the font into the document; the name is ReportLab's."""
        data, new_id = self._subset()
        name = self._ps_name()
        to_unicode = pdfdoc.PDFStream(content=self._to_unicode().encode("ascii"), filters=[pdfdoc.PDFZCompress])
        whole = pdfdoc.PDFDictionary(
            {
                "Type": "/Font",
                "Subtype": "/Type0",
                "BaseFont": name,
                "Encoding": "/Identity-H",
                "DescendantFonts": pdfdoc.PDFArray([doc.Reference(self._descendant(doc, name, data, new_id))]),
                "ToUnicode": doc.Reference(to_unicode),
            }
        )
        doc.idToObject["BasicFonts"].dict[self.name] = doc.Reference(whole)

    def _descendant(self, doc: Any, name: str, data: bytes, new_id: dict[int | Composite, int]) -> Any:  # noqa: ANN401
        glyph_of_code = b"\0\0" + b"".join(new_id[picture].to_bytes(2, "big") for picture, _ in self._codes)
        system = {"Registry": pdfdoc.PDFString("Adobe"), "Ordering": pdfdoc.PDFString("Identity"), "Supplement": 0}
        return pdfdoc.PDFDictionary(
            {
                "Type": "/Font",
                "Subtype": "/CIDFontType2",
                "BaseFont": name,
                "CIDSystemInfo": pdfdoc.PDFDictionary(system),
                "FontDescriptor": doc.Reference(self._descriptor(doc, name, data)),
                "DW": 1000,
                "W": pdfdoc.PDFArray([1, pdfdoc.PDFArray([self._width(picture) for picture, _ in self._codes])]),
                "CIDToGIDMap": doc.Reference(pdfdoc.PDFStream(content=glyph_of_code, filters=[pdfdoc.PDFZCompress])),
            }
        )

    def _descriptor(self, doc: Any, name: str, data: bytes) -> Any:  # noqa: ANN401
        face = pdfdoc.PDFStream(content=data, filters=[pdfdoc.PDFZCompress])
        face.dictionary["Length1"] = len(data)
        ascent, descent = round(self.font.ascent), -round(self.font.descent)
        return pdfdoc.PDFDictionary(
            {
                "Type": "/FontDescriptor",
                "FontName": name,
                "Flags": _SYMBOLIC,
                "FontBBox": pdfdoc.PDFArray([-1000, descent, 3000, ascent]),
                "ItalicAngle": 0,
                "Ascent": ascent,
                "Descent": descent,
                "CapHeight": 700,
                "StemV": 140 if self.font.is_bold else 80,
                "FontFile2": doc.Reference(face),
            }
        )

    def _width(self, picture: int | Composite) -> float:
        advance = self.font.advance(picture) if isinstance(picture, int) else picture.advance
        return round(advance * self.font.scale, 2)

    def _subset(self) -> tuple[bytes, dict[int | Composite, int]]:
        """The font file cut down to what was drawn, and the number each picture has in it."""
        import uharfbuzz

        pictures = list(dict.fromkeys(picture for picture, _ in self._codes))
        composites = [picture for picture in pictures if not isinstance(picture, int)]
        wanted = uharfbuzz.SubsetInput()
        wanted.glyph_set.update({0, *(picture for picture in pictures if isinstance(picture, int))})
        wanted.glyph_set.update({part.glyph for composite in composites for part in composite.parts})
        wanted.flags = (
            uharfbuzz.SubsetFlags.NO_LAYOUT_CLOSURE
            | uharfbuzz.SubsetFlags.NO_HINTING
            | uharfbuzz.SubsetFlags.NOTDEF_OUTLINE
        )
        for tag in _DROPPED_TABLES:
            wanted.drop_table_tag_set.add(int.from_bytes(tag.ljust(4).encode(), "big"))
        plan = uharfbuzz.SubsetPlan(self.font.hb_face, wanted)
        new_id: dict[int | Composite, int] = {**plan.old_to_new_glyph_mapping}
        first = max(new_id.values()) + 1
        renumbered = [
            Composite(tuple(part._replace(glyph=new_id[part.glyph]) for part in composite.parts), composite.advance)
            for composite in composites
        ]
        new_id |= {composite: first + i for i, composite in enumerate(composites)}
        return add_composites(plan.execute().blob.data, renumbered), new_id

    def _ps_name(self) -> str:
        digest = hashlib.sha256(repr(list(self._codes)).encode("utf-8", "surrogatepass")).digest()
        tag = "".join(_LETTERS[byte % 26] for byte in digest[:6])
        return f"/{tag}+{self.font.path.stem}"

    def _to_unicode(self) -> str:
        # A byte order mark may not stand in the table (ISO 14289-1, 7.21.7); its other meaning is a word joiner's.
        readable = [(code, text.replace(_MARK, _JOINER)) for (_, text), code in self._codes.items() if text]
        blocks: list[str] = []
        for i in range(0, len(readable), 100):
            block = readable[i : i + 100]
            lines = "\n".join(f"<{code}> <{utf16_hex(text)}>" for code, text in block)
            blocks.append(f"{len(block)} beginbfchar\n{lines}\nendbfchar")
        return _CMAP.format("\n".join(blocks))
