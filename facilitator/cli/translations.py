"""`translations`: which languages our printed words are in, a copy of them to correct, and corrections taken in."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from facilitator.cli.say import amount, note, show, show_json
from facilitator.domain.errors import BadInput
from facilitator.domain.languages import language_name
from facilitator.workshop.translations.catalogue import Catalogue
from facilitator.workshop.translations.shelf import ENDING, ENGLISH, Shelf

Corrected = Annotated[
    Path | None,
    typer.Argument(
        metavar="[CATALOGUE.po]", help="A corrected catalogue to take in.", show_default=False, readable=False
    ),
]
By = Annotated[str | None, typer.Option("--by", metavar="NAME", help="Who checked it; needed to take one in.")]
AllChecked = Annotated[
    bool, typer.Option("--all-checked", help="They read all of it, whatever is still marked as a draft in it.")
]
Language = Annotated[str | None, typer.Option("--language", metavar="CODE", help="The catalogue to write out.")]
Out = Annotated[
    Path | None, typer.Option("--out", metavar="OUT.po", help="Where to write a copy to correct.", readable=False)
]
Json = Annotated[bool, typer.Option("--json", help="Print one JSON value.")]


def translations(
    corrected: Corrected = None,
    by: By = None,
    all_checked: AllChecked = False,
    language: Language = None,
    out: Out = None,
    json: Json = False,
) -> None:
    """List the languages of our printed words, write one out to be corrected, or take the corrections in.

    A catalogue is corrected in Poedit or any editor. What is taken in is kept on this laptop and printed from then on.

    Example: facilitator translations --language ur --out ur.po

    Example: facilitator translations ur.po --by "Saima"
    """
    shelf = Shelf.of_this_laptop()
    if corrected is not None:
        _take_in(shelf, corrected, by or "", all_checked=all_checked)
    elif language is not None or out is not None:
        _hand_out(shelf, language, out)
    else:
        _list(shelf, json=json)


def _take_in(shelf: Shelf, corrected: Path, by: str, *, all_checked: bool) -> None:
    from facilitator.workshop.translations.correcting import take_in

    took = take_in(shelf, corrected, by, date.today().isoformat(), all_checked=all_checked)
    show(f"{language_name(took.language)}: {amount(took.checked, 'sentences')} checked, {took.changed:,} in new words")
    if took.unknown:
        note(f"{amount(took.unknown, 'sentences')} in it are not printed by this version and were left out.")


def _hand_out(shelf: Shelf, language: str | None, out: Path | None) -> None:
    from facilitator.workshop.translations.correcting import hand_out

    if language is None or out is None:
        raise BadInput("Say both which language and where to: --language ur --out ur.po")
    (code,) = shelf.asked_for([language])
    if code == ENGLISH:
        raise BadInput("English is what the others are translated from. Name another language.")
    if out.suffix.casefold() != ENDING:
        raise BadInput(f"{out} does not end in {ENDING}. Name a file that does.")
    show(f"Wrote {out} ({amount(hand_out(shelf, code, out), 'sentences')})")


def _list(shelf: Shelf, *, json: bool) -> None:
    catalogues = [shelf.catalogue(code) for code in shelf.languages() if code != ENGLISH]
    if json:
        show_json([_state(catalogue) for catalogue in catalogues])
        return
    for catalogue in catalogues:
        by = _checkers(catalogue)
        counts = f"{len(catalogue.translated):,} of {len(catalogue.entries):,} translated"
        checked = f"{len(catalogue.checked):,} checked" + (f" by {', '.join(by)}" if by else "")
        show(f"{catalogue.language}  {language_name(catalogue.language)}: {counts}, {checked}")


def _state(catalogue: Catalogue) -> dict[str, object]:
    return {
        "language": catalogue.language,
        "name": language_name(catalogue.language),
        "sentences": len(catalogue.entries),
        "translated": len(catalogue.translated),
        "checked": len(catalogue.checked),
        "by": _checkers(catalogue),
    }


def _checkers(catalogue: Catalogue) -> list[str]:
    return sorted({entry.by for entry in catalogue.checked if entry.by})
