"""`keys`: this laptop's own key for bundles, and the public keys of the office and of other laptops."""

from __future__ import annotations

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
Forget = Annotated[
    str | None, typer.Option("--forget", metavar="NAME", help="Forget somebody's public key.", show_default=False)
]


def keys(
    new: New = False,
    add: Add = None,
    key: Key = None,
    forget: Forget = None,
    passphrase_file: PassphraseFile = None,
    as_json: AsJson = False,
) -> None:
    """List the keys that bundles are made for, make this laptop's own, or add somebody's.

    Example: facilitator keys --add office --key "age1 2c5l p87z ysvd ptkt broom ..."
    """
    from facilitator.domain.errors import BadInput
    from facilitator.sync.bundle_keys import forget_key, make_own_key, own_key_file, remember_key
    from facilitator.workshop.places import Places

    places = Places.of_this_laptop()
    if bool(add) != bool(key):
        raise BadInput("To add a key, say --add with its name and --key with the key itself.")
    if new:
        make_own_key(places, passphrase_in(passphrase_file) if passphrase_file else "")
        note(
            f"The secret half is in {own_key_file(places)}. Keep a copy of that file where nobody else finds it: "
            "without it, bundles made for this key cannot be opened by anybody."
        )
    if add and key:
        remember_key(places, add, key)
    if forget:
        forget_key(places, forget)
    _list(as_json)


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
