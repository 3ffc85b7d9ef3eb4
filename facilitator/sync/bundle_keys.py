"""The keys that bundles are made for and opened with: a pair on each laptop, the public half to be given away on paper,
and the public keys of others under the names they go by here.

A key file is what age itself writes, so that a bundle can be opened without this program too (docs/decisions/0017).
"""

from __future__ import annotations

import contextlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from facilitator.domain.errors import BadInput, NotFound
from facilitator.domain.typed_key import LENGTH, START, typed_key
from facilitator.sync.by_passphrase import decrypted
from facilitator.workshop.safe_write import safely_written

if TYPE_CHECKING:
    from collections.abc import Iterable

    from facilitator.workshop.places import Places

SECRET = "AGE-SECRET-KEY-"
LONGEST_FILE = 1 << 16
"""Bytes. A key file is far smaller; a larger one is something else."""
_SEALED = b"age-encryption.org/v1\n-> scrypt"


@dataclass(frozen=True, slots=True)
class KnownKey:
    """Somebody else's public key, and what they are called here."""

    name: str
    key: str


def make_key_file(path: Path, passphrase: str = "") -> str:
    """Make a pair of keys in a new file that only this person may read, and give the public one. With a passphrase
    the file is of no use without it. Raises BadInput when the path is taken: a secret key that is written over is gone.
    """
    from pyrage import passphrase as sealed
    from pyrage import x25519

    if path.exists():
        raise BadInput(f"{path} is there already. A key that is written over is lost, so choose another name.")
    secret = x25519.Identity.generate()
    public = str(secret.to_public())
    text = f"# public key: {public}\n{secret}\n".encode()
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with safely_written(path) as file:
        with contextlib.suppress(OSError):
            Path(file.name).chmod(0o600)
        file.write(sealed.encrypt(text, passphrase) if passphrase else text)
    return public


def secret_of(path: Path, passphrase: str = "") -> str:
    """The secret key in a file. Raises NotFound, or BadInput when there is none or the passphrase is not its own."""
    said = _read_key_file(path)
    if said.startswith(_SEALED):
        said = _unsealed(path, said, passphrase)
    lines = said.decode("ascii", errors="replace").splitlines()
    found = next((line.strip() for line in lines if line.strip().startswith(SECRET)), None)
    if found is None:
        raise BadInput(f"There is no secret key in {path.name}. Choose the file that was made with the key.")
    return found


def is_sealed(path: Path) -> bool:
    """Whether a key file asks for a passphrase."""
    return _read_key_file(path).startswith(_SEALED)


def public_of(secret: str) -> str:
    """The public key of a secret one. Raises BadInput when it is damaged."""
    from pyrage import IdentityError, x25519

    try:
        return str(x25519.Identity.from_str(secret).to_public())
    except IdentityError:
        raise BadInput("The secret key is damaged. Use the copy that was kept of it.") from None


def own_key_file(places: Places) -> Path:
    """Where this laptop's own pair is, once it is made."""
    return places.keys / "own.key"


def own_public_key(places: Places) -> str | None:
    """This laptop's public key, or None before one is made. It is noted beside, so that no passphrase is needed."""
    with contextlib.suppress(OSError):
        return typed_key((places.keys / "own.public").read_text("utf-8"))
    return None


def make_own_key(places: Places, passphrase: str = "") -> str:
    """Make this laptop's pair. Raises BadInput when there is one."""
    public = make_key_file(own_key_file(places), passphrase)
    with safely_written(places.keys / "own.public") as file:
        file.write(f"{public}\n".encode())
    return public


def known_keys(places: Places) -> list[KnownKey]:
    """The public keys of others, by name."""
    try:
        said = json.loads(_known(places).read_text("utf-8"))
        return sorted((KnownKey(str(name), typed_key(key)) for name, key in said.items()), key=lambda one: one.name)
    except (OSError, ValueError, AttributeError, BadInput):
        return []


def remember_key(places: Places, name: str, key: str) -> KnownKey:
    """Keep somebody's public key under a name. Raises BadInput for a mistyped key, or a name that is taken by another
    one: a bundle for the wrong office can be read there and nowhere else.
    """
    known = KnownKey(" ".join(name.split())[:80], typed_key(key))
    if not known.name or known.name.startswith(START):
        raise BadInput("Give the key a name, such as the office's.")
    others = known_keys(places)
    if any(other.name == known.name and other.key != known.key for other in others):
        raise BadInput("There is another key of that name. Forget that one first, or choose another name.")
    _keep(places, {known, *others})
    return known


def forget_key(places: Places, name: str) -> None:
    """Forget somebody's public key. Raises NotFound when there is none of that name."""
    known = known_keys(places)
    left = {one for one in known if one.name != name}
    if len(left) == len(known):
        raise NotFound("There is no key of that name here. `facilitator keys` lists them.")
    _keep(places, left)


def key_for(places: Places, said: str) -> str:
    """The public key that somebody names, by its name here or as the key itself. Raises NotFound, BadInput."""
    wanted, every = said.strip(), known_keys(places)
    alike = [known.key for known in every if known.name.casefold() == wanted.casefold()]
    named = next((known.key for known in every if known.name == wanted), alike[0] if len(alike) == 1 else None)
    if named is None and len(said) < LENGTH / 2:
        raise NotFound("There is no key of that name here. `facilitator keys` lists those that are known.")
    return named or typed_key(said)


def _keep(places: Places, keys: Iterable[KnownKey]) -> None:
    places.keys.mkdir(mode=0o700, parents=True, exist_ok=True)
    with safely_written(_known(places)) as file:
        file.write(json.dumps({one.name: one.key for one in keys}, ensure_ascii=False).encode())


def _known(places: Places) -> Path:
    return places.keys / "known.json"


def _read_key_file(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(LONGEST_FILE)
    except FileNotFoundError:
        raise NotFound(f"There is no key file {path}. Please check the name.") from None


def _unsealed(path: Path, said: bytes, passphrase: str) -> bytes:
    from pyrage import DecryptError

    if not passphrase:
        raise BadInput(f"The key in {path.name} needs its passphrase.")
    try:
        return decrypted(said, passphrase, path.name)
    except (DecryptError, OSError):
        raise BadInput(f"That is not the passphrase of the key in {path.name}, or the file is damaged.") from None
