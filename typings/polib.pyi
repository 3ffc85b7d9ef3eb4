"""The part of polib that we use."""

class POEntry:
    msgid: str
    msgid_plural: str
    msgstr: str
    msgstr_plural: dict[int, str]
    msgctxt: str | None
    comment: str
    tcomment: str
    flags: list[str]
    occurrences: list[tuple[str, str]]
    obsolete: bool
    linenum: int | None
    @property
    def fuzzy(self) -> bool: ...
    def __init__(
        self,
        *,
        msgid: str = ...,
        msgid_plural: str = ...,
        msgstr: str = ...,
        msgstr_plural: dict[int, str] = ...,
        comment: str = ...,
        tcomment: str = ...,
        flags: list[str] = ...,
    ) -> None: ...

class POFile(list[POEntry]):
    metadata: dict[str, str]
    header: str
    wrapwidth: int
    def __init__(self, *, wrapwidth: int = ..., encoding: str = ..., check_for_duplicates: bool = ...) -> None: ...
    def __str__(self) -> str: ...

def pofile(pofile: str, *, encoding: str = ..., wrapwidth: int = ..., check_for_duplicates: bool = ...) -> POFile: ...
