"""What many pages of a document share, drawn once and then set on each of them with tags of its own.

Lines and shapes are stored in the file once. Text is written on each page: what stands in a form XObject that is used
twice cannot belong to two elements (ISO 32000-1, 14.7.4.2).
"""

from __future__ import annotations

from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable

    from facilitator.pdf.tags.element import Bounds
    from facilitator.pdf.tags.said import Said
    from facilitator.pdf.tags.tagger import Tags

Step = Any
"""A text, shapes, the beginning of something, or its end (None)."""


@dataclass(frozen=True, slots=True)
class _Text:
    operators: str
    bounds: Bounds
    said: Said


@dataclass(slots=True)
class Shapes:
    """Shapes that follow one another; `alone` where they are not part of a picture. `name` is of the form they are in,
    when they have been stored in one.
    """

    operators: list[str]
    points: list[tuple[float, float]]
    alone: bool
    name: str = ""


@dataclass(frozen=True, slots=True)
class _Begin:
    method: str
    arguments: tuple[Any, ...] = ()
    named: dict[str, Any] = field(default_factory=dict[str, Any])


class Recording:
    """Takes note of what is drawn, instead of a page. It is played on each page afterwards."""

    def __init__(self) -> None:
        self._steps: list[Step] = []
        self._open = 0

    @property
    def is_open(self) -> bool:
        """Whether whatever is drawn belongs to a picture or is an artefact."""
        return self._open > 0

    @contextmanager
    def tag(self, role: str, *, lang: str | None = None, alt: str | None = None) -> Generator[None]:
        """What is written meanwhile belongs to a new element."""
        with self._block(_Begin("tag", (role,), {"lang": lang, "alt": alt})):
            yield

    @contextmanager
    def figure(self, alt: str) -> Generator[None]:
        """What is drawn or written meanwhile is one picture."""
        self._open += 1
        with self._block(_Begin("figure", (alt,))):
            yield
        self._open -= 1

    @contextmanager
    def artefact(self, *, pagination: bool = False) -> Generator[None]:
        """What is drawn or written meanwhile is nothing of the document."""
        self._open += 1
        with self._block(_Begin("artefact", (), {"pagination": pagination})):
            yield
        self._open -= 1

    @contextmanager
    def _block(self, begin: _Begin) -> Generator[None]:
        self._steps.append(begin)
        yield
        self._steps.append(None)

    def text(self, operators: str, bounds: Bounds, said: Said) -> None:
        """Write words."""
        self._steps.append(_Text(operators, bounds, said))

    def shapes(self, operators: str, points: Iterable[tuple[float, float]]) -> None:
        """Draw lines or shapes."""
        last = self._steps[-1] if self._steps else None
        if isinstance(last, Shapes):
            last.operators.append(operators)
            last.points += points
        else:
            self._steps.append(Shapes([operators], [*points], alone=not self._open))

    def play(self, tags: Tags, use: Callable[[Shapes], None]) -> None:
        """Draw it all once more, on a page. `use` draws shapes that are in the file once."""
        with ExitStack() as whole:
            blocks: list[ExitStack] = []
            for step in self._steps:
                match step:
                    case _Begin():
                        block = ExitStack()
                        block.enter_context(getattr(tags, step.method)(*step.arguments, **step.named))
                        blocks.append(whole.enter_context(block))
                    case _Text():
                        tags.text(step.operators, step.bounds, step.said)
                    case Shapes() if step.alone:
                        use(step)
                    case Shapes():
                        tags.shapes("\n".join(step.operators), step.points)
                    case _:
                        blocks.pop().close()
