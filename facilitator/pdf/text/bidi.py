"""The Unicode Bidirectional Algorithm (UAX #9): which way each character runs, and in what order a line shows.

Our own because the libraries to be had either give no levels, or recurse once for every neutral character and so fail
on a note with a thousand spaces. Linear in the length of the text; rule names such as W1 are the annex's.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

MAX_DEPTH = 125
MAX_OPEN_BRACKETS = 63

_MAY_RUN_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc"
    "\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_REMOVED = frozenset({"RLE", "LRE", "RLO", "LRO", "PDF", "BN"})
_INITIATORS = frozenset({"LRI", "RLI", "FSI"})
_NEUTRAL = frozenset({"B", "S", "WS", "ON", "LRI", "RLI", "FSI", "PDI"})
_RESET_AT_LINE_END = frozenset({"WS", "LRI", "RLI", "FSI", "PDI", *_REMOVED})
_STRONG_AS_NEUTRALS_SEE_IT = {"L": "L", "R": "R", "EN": "R", "AN": "R"}
_UNASSIGNED = (
    (0x0590, 0x05FF, "R"),
    (0x0600, 0x07BF, "AL"),
    (0x07C0, 0x085F, "R"),
    (0x0860, 0x08FF, "AL"),
    (0x20A0, 0x20CF, "ET"),
    (0xFB1D, 0xFB4F, "R"),
    (0xFB50, 0xFDFF, "AL"),
    (0xFE70, 0xFEFE, "AL"),
    (0x10800, 0x10FFF, "R"),
    (0x1E800, 0x1EFFF, "R"),
)
# BidiBrackets.txt, opening and closing side by side.
_PAIRS = (
    "()[]{}༺༻༼༽᚛᚜⁅⁆⁽⁾₍₎⌈⌉⌊⌋〈〉❨❩❪❫❬❭❮❯❰❱❲❳❴❵⟅⟆⟦⟧⟨⟩⟪⟫⟬⟭⟮⟯⦃⦄⦅⦆⦇⦈⦉⦊⦋⦌⦍⦐⦏⦎⦑⦒⦓⦔⦕⦖⦗⦘⧘⧙⧚⧛⧼⧽"
    "⸢⸣⸤⸥⸦⸧⸨⸩⹕⹖⹗⹘⹙⹚⹛⹜〈〉《》「」『』【】〔〕〖〗〘〙〚〛﹙﹚﹛﹜﹝﹞（）［］｛｝｟｠｢｣"
)
# What swaps sides in right-to-left text (BidiMirroring.txt): the brackets, and the commonest other signs.
_SWAPPED = _PAIRS + "<>«»‹›≤≥"
MIRROR = dict(zip(_SWAPPED[::2] + _SWAPPED[1::2], _SWAPPED[1::2] + _SWAPPED[::2], strict=True))
_CANONICAL = {"\u2329": "\u3008", "\u232a": "\u3009"}
_CLOSING_OF = {_CANONICAL.get(o, o): _CANONICAL.get(c, c) for o, c in zip(_PAIRS[::2], _PAIRS[1::2], strict=True)}
_CLOSING = frozenset(_CLOSING_OF.values())


def may_run_right_to_left(text: str) -> bool:
    """False only if every character of the text is sure to be at level 0 in a left-to-right paragraph."""
    return _MAY_RUN_RIGHT_TO_LEFT.search(text) is not None


def resolve(text: str, base: int | None = None) -> tuple[int, list[int]]:
    """The paragraph's level and each character's, before rule L1.

    `base` 0 or 1 is the paragraph's direction as given; None takes it from the first strong character (P2, P3).
    Characters that X9 removes get the level of the character before them.
    """
    if base != 1 and not may_run_right_to_left(text):
        return 0, [0] * len(text)
    classes = [_bidi_class(character) for character in text]
    partner = _matching_pdi(classes)
    if base is None:
        base = _first_strong_level(classes, partner, 0, len(classes))
    levels = _explicit_levels(classes, partner, base)
    explicit = tuple(levels)
    for sequence in _isolating_run_sequences(classes, partner, explicit):
        for i, level in zip(sequence, _sequence_levels(text, classes, explicit, sequence, base, partner), strict=True):
            levels[i] = level
    return base, levels


def reset_white_space(text: str, levels: Sequence[int], base: int) -> list[int]:
    """Rule L1 for a line: separators, and white space before them and at the end, get the paragraph's level."""
    result = list(levels)
    trailing = True
    for i in range(len(text) - 1, -1, -1):
        kind = _bidi_class(text[i])
        if kind in ("B", "S"):
            trailing = True
            result[i] = base
        elif kind in _RESET_AT_LINE_END:
            if trailing:
                result[i] = base
        else:
            trailing = False
    return result


def visual_order(levels: Sequence[int]) -> list[int]:
    """Rule L2: positions in the order they show from left to right, each position once."""
    order = list(range(len(levels)))
    odd = [level for level in levels if level & 1]
    if not odd:
        return order
    for level in range(max(levels), min(odd) - 1, -1):
        start = 0
        while start < len(order):
            end = start
            while end < len(order) and levels[order[end]] >= level:
                end += 1
            if end > start + 1:
                order[start:end] = order[start:end][::-1]
            start = max(end, start + 1)
    return order


def _bidi_class(character: str) -> str:
    kind = unicodedata.bidirectional(character)
    if kind:
        return kind
    code = ord(character)
    if code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF or 0xE0000 <= code <= 0xE0FFF:
        return "BN"
    return next((default for first, last, default in _UNASSIGNED if first <= code <= last), "L")


def _matching_pdi(classes: Sequence[str]) -> dict[int, int]:
    """BD9: from each isolate initiator to its PDI and back; what has no match is absent."""
    partner: dict[int, int] = {}
    open_at: list[int] = []
    for i, kind in enumerate(classes):
        if kind in _INITIATORS:
            open_at.append(i)
        elif kind == "PDI" and open_at:
            start = open_at.pop()
            partner[start], partner[i] = i, start
    return partner


def _first_strong_level(classes: Sequence[str], partner: dict[int, int], start: int, end: int) -> int:
    i = start
    while i < end:
        kind = classes[i]
        if kind == "L":
            return 0
        if kind in ("R", "AL"):
            return 1
        i = partner.get(i, end) if kind in _INITIATORS else i + 1
    return 0


def _explicit_levels(classes: list[str], partner: dict[int, int], base: int) -> list[int]:
    """X1 to X8. Overrides are written into `classes`; removed characters take the level of what came before."""
    levels = [base] * len(classes)
    stack: list[tuple[int, str, bool]] = [(base, "", False)]
    overflow_isolates = overflow_embeddings = valid_isolates = 0
    for i, kind in enumerate(classes):
        level, override, _ = stack[-1]
        if kind in ("RLE", "LRE", "RLO", "LRO"):
            levels[i] = level
            deeper = (level + 1) | 1 if kind[0] == "R" else (level + 2) & ~1
            if deeper <= MAX_DEPTH and not overflow_isolates and not overflow_embeddings:
                stack.append((deeper, kind[0] if kind[2] == "O" else "", False))
            elif not overflow_isolates:
                overflow_embeddings += 1
        elif kind in _INITIATORS:
            levels[i] = level
            rtl = kind == "RLI" or (
                kind == "FSI" and _first_strong_level(classes, partner, i + 1, partner.get(i, len(classes))) == 1
            )
            deeper = (level + 1) | 1 if rtl else (level + 2) & ~1
            classes[i] = override or kind
            if deeper <= MAX_DEPTH and not overflow_isolates and not overflow_embeddings:
                valid_isolates += 1
                stack.append((deeper, "", True))
            else:
                overflow_isolates += 1
        elif kind == "PDI":
            if overflow_isolates:
                overflow_isolates -= 1
            elif valid_isolates:
                overflow_embeddings = 0
                while not stack[-1][2]:
                    stack.pop()
                stack.pop()
                valid_isolates -= 1
            level, override, _ = stack[-1]
            levels[i] = level
            classes[i] = override or kind
        elif kind == "PDF":
            levels[i] = level
            if overflow_isolates:
                continue
            if overflow_embeddings:
                overflow_embeddings -= 1
            elif not stack[-1][2] and len(stack) > 1:
                stack.pop()
        elif kind == "B":
            levels[i] = base
        elif kind == "BN":
            levels[i] = level
        else:
            levels[i] = level
            if override:
                classes[i] = override
    return levels


def _isolating_run_sequences(classes: Sequence[str], partner: dict[int, int], levels: Sequence[int]) -> list[list[int]]:
    """X9 and X10: the positions of each isolating run sequence, in order, without what X9 removes."""
    runs: list[list[int]] = []
    run_starting_at: dict[int, int] = {}
    for i, kind in enumerate(classes):
        if kind in _REMOVED:
            continue
        if runs and levels[runs[-1][-1]] == levels[i]:
            runs[-1].append(i)
        else:
            run_starting_at[i] = len(runs)
            runs.append([i])
    continued = {partner[run[-1]] for run in runs if run[-1] < partner.get(run[-1], -1)}
    sequences: list[list[int]] = []
    for run in runs:
        if run[0] in continued:
            continue
        sequence = list(run)
        while sequence[-1] < partner.get(sequence[-1], -1):
            following = run_starting_at.get(partner[sequence[-1]])
            if following is None:
                break
            sequence += runs[following]
        sequences.append(sequence)
    return sequences


def _sequence_levels(
    text: str, classes: Sequence[str], levels: Sequence[int], sequence: list[int], base: int, partner: dict[int, int]
) -> list[int]:
    level = levels[sequence[0]]
    before = _level_beside(classes, levels, sequence[0], -1, base)
    last = sequence[-1]
    is_open = text[last] in "\u2066\u2067\u2068" and last not in partner
    after = base if is_open else _level_beside(classes, levels, last, 1, base)
    start_type = "R" if max(level, before) & 1 else "L"
    end_type = "R" if max(level, after) & 1 else "L"
    embedding = "R" if level & 1 else "L"
    kinds = [classes[i] for i in sequence]
    was_mark = [kind == "NSM" for kind in kinds]
    _resolve_weak(kinds, start_type)
    _resolve_brackets([text[i] for i in sequence], kinds, was_mark, embedding, start_type)
    _resolve_neutral(kinds, embedding, start_type, end_type)
    steps = {"R": 0} if level & 1 else {"L": 0, "R": 1}  # I1, I2
    return [level + steps.get(kind, 2 - (level & 1)) for kind in kinds]


def _level_beside(classes: Sequence[str], levels: Sequence[int], position: int, step: int, base: int) -> int:
    i = position + step
    while 0 <= i < len(classes) and classes[i] in _REMOVED:
        i += step
    return levels[i] if 0 <= i < len(classes) else base


def _resolve_weak(kinds: list[str], start_type: str) -> None:
    previous = strong = start_type
    for i, kind in enumerate(kinds):
        if kind == "NSM":  # W1
            kind = "ON" if previous in _INITIATORS or previous == "PDI" else previous
        previous = kind
        if kind in ("L", "R", "AL"):  # W2, W3
            strong = kind
            kind = "R" if kind == "AL" else kind
        elif kind == "EN" and strong == "AL":
            kind = "AN"
        kinds[i] = kind
    for i in range(1, len(kinds) - 1):  # W4
        one, two = kinds[i - 1], kinds[i + 1]
        if one == two and ((kinds[i] == "ES" and one == "EN") or (kinds[i] == "CS" and one in ("EN", "AN"))):
            kinds[i] = one
    _resolve_terminators(kinds)
    strong = start_type
    for i, kind in enumerate(kinds):  # W7
        if kind in ("L", "R"):
            strong = kind
        elif kind == "EN" and strong == "L":
            kinds[i] = "L"


def _resolve_terminators(kinds: list[str]) -> None:
    """W5 and W6."""
    i = 0
    while i < len(kinds):
        if kinds[i] != "ET":
            if kinds[i] in ("ES", "CS"):
                kinds[i] = "ON"
            i += 1
            continue
        end = i
        while end < len(kinds) and kinds[end] == "ET":
            end += 1
        beside_number = (i > 0 and kinds[i - 1] == "EN") or (end < len(kinds) and kinds[end] == "EN")
        kinds[i:end] = ["EN" if beside_number else "ON"] * (end - i)
        i = end


def _bracket_pairs(characters: Sequence[str], kinds: Sequence[str]) -> list[tuple[int, int]]:
    """BD16."""
    pairs: list[tuple[int, int]] = []
    waiting: list[tuple[str, int]] = []
    for i, (character, kind) in enumerate(zip(characters, kinds, strict=True)):
        if kind != "ON":
            continue
        bracket = _CANONICAL.get(character, character)
        if bracket in _CLOSING_OF:
            if len(waiting) >= MAX_OPEN_BRACKETS:
                return []
            waiting.append((_CLOSING_OF[bracket], i))
        elif bracket in _CLOSING:
            for depth in range(len(waiting) - 1, -1, -1):
                if waiting[depth][0] == bracket:
                    pairs.append((waiting[depth][1], i))
                    del waiting[depth:]
                    break
    return sorted(pairs)


def _resolve_brackets(
    characters: Sequence[str], kinds: list[str], was_mark: Sequence[bool], embedding: str, start_type: str
) -> None:
    """N0. The strong type before each opening bracket is carried along, so that the whole stays linear."""
    context, seen = start_type, 0
    for opening, closing in _bracket_pairs(characters, kinds):
        for kind in kinds[seen:opening]:
            context = _STRONG_AS_NEUTRALS_SEE_IT.get(kind, context)
        seen = opening
        inside = {_STRONG_AS_NEUTRALS_SEE_IT.get(kind) for kind in kinds[opening + 1 : closing]} - {None}
        if not inside:
            continue
        resolved = embedding if embedding in inside or context == embedding else context
        for bracket in (opening, closing):
            kinds[bracket] = resolved
            mark = bracket + 1
            while mark < len(kinds) and was_mark[mark]:
                kinds[mark] = resolved
                mark += 1


def _resolve_neutral(kinds: list[str], embedding: str, start_type: str, end_type: str) -> None:
    """N1 and N2."""
    i, before = 0, start_type
    while i < len(kinds):
        if kinds[i] not in _NEUTRAL:
            before = _STRONG_AS_NEUTRALS_SEE_IT[kinds[i]]
            i += 1
            continue
        end = i
        while end < len(kinds) and kinds[end] in _NEUTRAL:
            end += 1
        after = _STRONG_AS_NEUTRALS_SEE_IT[kinds[end]] if end < len(kinds) else end_type
        kinds[i:end] = [before if before == after else embedding] * (end - i)
        i = end
