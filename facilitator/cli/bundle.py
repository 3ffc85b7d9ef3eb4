"""`bundle` and `unbundle`: a workshop as one file that can be carried, and that nobody else can read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from facilitator.cli.files import ENDING, AsJson, WorkshopFile, opened
from facilitator.cli.passphrases import PassphraseFile, asked, passphrase_in
from facilitator.cli.progress import progress_bar
from facilitator.cli.say import note, show, show_json
from facilitator.domain.errors import BadInput

if TYPE_CHECKING:
    from facilitator.sync.bundle_opening import Opener

Out = Annotated[
    Path, typer.Argument(metavar="OUT", help="The new file, such as on a stick.", show_default=False, readable=False)
]
To = Annotated[
    list[str] | None,
    typer.Option(
        "--to",
        metavar="PUBLICKEY",
        help="Who may open it: a public key, or the name it goes by in `facilitator keys`. Say it again for others.",
        show_default=False,
    ),
]
Bundle = Annotated[Path, typer.Argument(metavar="BUNDLE", help="The bundle.", show_default=False, readable=False)]
NewWorkshop = Annotated[
    Path, typer.Argument(metavar="OUT", help="The new workshop file.", show_default=False, readable=False)
]
KeyFile = Annotated[
    Path | None,
    typer.Option("--key", metavar="F", help="The file of the secret key; else this laptop's own.", show_default=False),
]


def bundle(
    file: WorkshopFile, out: Out, to: To = None, passphrase_file: PassphraseFile = None, as_json: AsJson = False
) -> None:
    """Put a workshop in one encrypted file to carry, read back from where it was written.

    Example: facilitator bundle park.workshop /media/stick/park.bundle --to office
    """
    from facilitator.sync.bundle import For, make_bundle
    from facilitator.sync.bundle_keys import key_for
    from facilitator.workshop.carried import remember_carried
    from facilitator.workshop.places import Places

    if out.suffix.casefold() == ENDING:
        raise BadInput(f"{out} is the name of a workshop. Choose another for the bundle, such as one with .bundle.")
    places = Places.of_this_laptop()
    keys = tuple(key_for(places, said) for said in to or ())
    whom = For(keys, passphrase_in(passphrase_file) if passphrase_file else "")
    with opened(file) as workshop, progress_bar("Bundle") as bar:
        made = make_bundle(workshop, out, whom, bar)
        remember_carried(workshop, places, made.path)
    if as_json:
        show_json({"path": str(made.path), "bytes": made.size, "backup": str(made.backup)})
        return
    show(f"Wrote {made.path} and read it back.")
    if whom.passphrase:
        note("Without its passphrase nobody can open it, and we cannot help. Tell it on another way than the stick.")


def unbundle(
    bundle: Bundle,
    out: NewWorkshop,
    key: KeyFile = None,
    passphrase_file: PassphraseFile = None,
    as_json: AsJson = False,
) -> None:
    """Open a bundle and write the workshop in it to a new file.

    Example: facilitator unbundle /media/stick/park.bundle park-table-2.workshop
    """
    from facilitator.sync.bundle_opening import open_bundle

    target = out.with_suffix(ENDING)
    opener = opener_of(bundle, key, passphrase_file)
    with progress_bar("Open") as bar:
        open_bundle(bundle, target, opener, bar)
    if as_json:
        show_json({"path": str(target)})
        return
    show(f"Wrote {target}")


def opener_of(bundle: Path, key: Path | None, passphrase_file: Path | None) -> Opener:
    """What there is to open this bundle with. The passphrase is that of the bundle, or else of the key."""
    from facilitator.sync.bundle_keys import is_sealed, own_key_file, secret_of
    from facilitator.sync.bundle_opening import Opener, needs_passphrase
    from facilitator.workshop.places import Places

    if needs_passphrase(bundle):
        return Opener(passphrase=asked(passphrase_file, f"{bundle.name} is locked with a passphrase."))
    file = key or own_key_file(Places.of_this_laptop())
    if key is None and not file.exists():
        raise BadInput(f"{bundle.name} was made for somebody's key, and this laptop has none. Say --key with its file.")
    secret = secret_of(file, asked(passphrase_file, f"The key in {file.name} is locked.") if is_sealed(file) else "")
    return Opener((secret,))
