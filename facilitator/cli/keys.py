"""`keys`: this laptop's own key for bundles, and the public keys of the office and of other laptops."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from facilitator.cli.files import AsJson
from facilitator.cli.passphrases import PassphraseFile, passphrase_in
from facilitator.cli.say import note, plain, show, show_json

New = Annotated[bool, typer.Option("--new", help="Make this laptop's (or the office's) own pair of keys.")]
Add = Annotated[
    str | None,
    typer.Option("--add", metavar="NAME", help="Keep somebody's public key under a name.", show_default=False),
]
Key = Annotated[
    str | None,
    typer.Option(
        "--key",
        metavar="PUBLICKEY",
        help="The key to add, typed or pasted, in quotes if it has spaces.",
        show_default=False,
    ),
]
Picture = Annotated[
    Path | None,
    typer.Option("--picture", metavar="F", help="A photograph of the key's page.", show_default=False, readable=False),
]
Page = Annotated[
    Path | None,
    typer.Option("--page", metavar="OUT", help="Print this laptop's public key as a PDF.", show_default=False),
]
Name = Annotated[str, typer.Option("--name", metavar="WHOSE", help="Whose key it is, for the page.")]
Forget = Annotated[
    str | None, typer.Option("--forget", metavar="NAME", help="Forget somebody's public key.", show_default=False)
]


def keys(
    new: New = False,
    add: Add = None,
    key: Key = None,
    picture: Picture = None,
    forget: Forget = None,
    page: Page = None,
    name: Name = "",
    passphrase_file: PassphraseFile = None,
    as_json: AsJson = False,
) -> None:
    """List the keys that bundles are made for, make this laptop's own and print it, or add somebody's.

    Example: facilitator keys --add office --key "age1 2c5l p87z ysvd ptkt broom ..."
    """
    from facilitator.domain.errors import BadInput
    from facilitator.sync.bundle_keys import forget_key, make_own_key, own_key_file, remember_key
    from facilitator.workshop.places import Places

    places = Places.of_this_laptop()
    if bool(add) != (bool(key) or picture is not None):
        raise BadInput("To add a key, say --add with its name, and --key with the key or --picture with a photograph.")
    if new:
        make_own_key(places, passphrase_in(passphrase_file) if passphrase_file else "")
        note(
            f"The secret half is in {own_key_file(places)}. Keep a copy of that file where nobody else finds it: "
            "without it, bundles made for this key cannot be opened by anybody."
        )
    if add:
        remember_key(places, add, key or _photographed(picture))
    if forget:
        forget_key(places, forget)
    if page is not None:
        _print(page, name)
        note(f"Wrote {page}")
    _list(as_json)


def _photographed(picture: Path | None) -> str:
    from facilitator.sync.key_picture import key_in_picture

    return key_in_picture(picture) if picture else ""


def _print(out: Path, name: str) -> None:
    """This laptop's public key as a page."""
    from datetime import date

    from facilitator.domain.errors import BadInput
    from facilitator.domain.reading import Reading
    from facilitator.domain.sheet import PAPERS
    from facilitator.pdf.documents.key_page import KeyPageValues, key_page
    from facilitator.pdf.documents.render import put_on_paper
    from facilitator.pdf.edition import Edition
    from facilitator.pdf.fonts import FontBook
    from facilitator.pdf.wording import wording
    from facilitator.sync.bundle_keys import own_public_key
    from facilitator.workshop.places import Places

    places = Places.of_this_laptop()
    public = own_public_key(places)
    if public is None:
        raise BadInput("This laptop has no key of its own to print. Say --new to make one.")
    today = date.today()
    values = KeyPageValues(name or places.device.name, public, f"{today.day} {today:%B %Y}")
    edition = Edition(PAPERS["A4"], FontBook.default(), wording(("en",)), Reading.STANDARD)
    put_on_paper([key_page(values, edition)], out)


def _list(as_json: bool) -> None:
    from facilitator.domain.typed_key import key_lines
    from facilitator.sync.bundle_keys import known_keys, own_public_key
    from facilitator.workshop.places import Places

    places = Places.of_this_laptop()
    own, known = own_public_key(places), known_keys(places)
    if as_json:
        show_json({"own": own, "known": [{"name": one.name, "key": one.key} for one in known]})
        return
    if own is None:
        note("This laptop has no key of its own. `facilitator keys --new` makes one.")
    for name, public in [("This laptop", own), *((plain(one.name), one.key) for one in known)]:
        if public is not None:
            show(f"{name}: {public}")
            for line in key_lines(public):
                show(f"    {' '.join(line.groups):<20} {line.word}")
