"""The end of a document: pages, fonts and forms as ReportLab has them, tags, bookmarks and metadata, as one file."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING, Any, NamedTuple

from reportlab.pdfbase import pdfdoc

from facilitator.pdf.tags.bookmarks import bookmarks, outline
from facilitator.pdf.tags.metadata import xmp
from facilitator.pdf.tags.tree import StructureTree
from facilitator.pdf.writer import FileWriter, stream

if TYPE_CHECKING:
    from collections.abc import Sequence

    from facilitator.pdf.tags.element import Element
    from facilitator.pdf.tags.tagger import Tagger

_PDFDOC: Any = pdfdoc
_PAGE_KEYS: tuple[str, ...] = (*pdfdoc.PDFPage.__NoDefault__, "StructParents", "Tabs")


class Document(NamedTuple):
    """One of the documents in a file: what holds it, its title, its first page (from 0) and that page's height."""

    element: Element
    title: str
    page: int
    height: float


class _Body(_PDFDOC.PDFObject):
    """An object whose bytes are known, as ReportLab asks for them."""

    __RefOnly__ = 1

    def __init__(self, body: bytes) -> None:
        self._body = body

    def format(self, document: object) -> bytes:
        return self._body


def packed_page(page: Any, number: int) -> None:  # noqa: ANN401 (ReportLab has no types)
    """Pack a page that ReportLab has just closed, and tell it where in the ParentTree its tags are."""
    page.__NoDefault__ = _PAGE_KEYS
    page.StructParents, page.Tabs = number, "/S"
    page.Contents = _Body(stream(b"", page.stream.encode("latin-1")))
    page.stream = None


def write_file(
    doc: Any,  # noqa: ANN401 (ReportLab has no types)
    file: IO[bytes],
    tagger: Tagger,
    parts: Sequence[Document],
    *,
    title: str,
    lang: str,
) -> None:
    """Write the document, whose pages are all closed."""
    for font in doc.delayedFonts:
        font.addObjects(doc)
    doc.info.invariant = doc.invariant
    pages = [_number(doc, page) for page in doc.Pages.pages]
    tree, marks = StructureTree(tagger), bookmarks(parts)
    writer, catalog = FileWriter(file), doc.Catalog
    root, metadata, first_mark = (
        _reserve(doc, tree.count),
        _reserve(doc, 1),
        _reserve(doc, 1 + sum(m.all for m in marks)),
    )
    catalog.StructTreeRoot, catalog.MarkInfo = f"{root} 0 R", "<</Marked true>>"
    for page, links in tree.links_on(root).items():
        doc.Pages.pages[page].Annots = _PDFDOC.PDFArray([f"{number} 0 R" for number in links])
    catalog.Metadata = f"{metadata} 0 R"
    catalog.Outlines = f"{first_mark} 0 R" if marks else None
    writer.add_all(root, tree.objects(root, pages))
    writer.add(metadata, _metadata(title, lang))
    if marks:
        writer.add_all(first_mark, outline(marks, first_mark, pages))
    numbers = _number(doc, catalog), _number(doc, doc.info)
    _write_all(doc, writer)
    writer.finish(doc.objectcounter + 1, *numbers)


def _write_all(doc: Any, writer: FileWriter) -> None:  # noqa: ANN401 (ReportLab has no types)
    """Every object that ReportLab keeps; writing one may bring up others."""
    number = 0
    while number < doc.objectcounter:
        number += 1
        name = doc.numberToId.get(number)
        if name is not None:
            writer.add(number, _PDFDOC.format(doc.idToObject[name], doc, toplevel=1))


def _number(doc: Any, thing: Any) -> int:  # noqa: ANN401 (ReportLab has no types)
    return doc.idToObjectNumberAndVersion[doc.Reference(thing).name][0]


def _reserve(doc: Any, count: int) -> int:  # noqa: ANN401 (ReportLab has no types)
    """So many numbers in a row; the first of them."""
    first = doc.objectcounter + 1
    doc.objectcounter += count
    return first


def _metadata(title: str, lang: str) -> bytes:
    packet = xmp(title, lang)
    return b"<</Type/Metadata/Subtype/XML/Length %d>>\nstream\n%b\nendstream" % (len(packet), packet)
