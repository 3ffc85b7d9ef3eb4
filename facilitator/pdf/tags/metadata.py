"""What a file says of itself to those who only read its metadata (XMP, ISO 16684-1; ISO 14289-1, 5)."""

from __future__ import annotations

from html import escape

_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{lang}</rdf:li></rdf:Bag></dc:language>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""


def plain_title(title: str) -> str:
    """A title without marks of direction and whatever else nobody sees: the same wherever a file says it."""
    return "".join(character for character in title if character.isprintable())


def xmp(title: str, lang: str) -> bytes:
    """The packet of a file that claims PDF/UA-1; the title is a `plain_title`."""
    return _XMP.format(title=escape(title), lang=escape(lang)).encode("utf-8", "replace")
