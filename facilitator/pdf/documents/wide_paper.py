"""Sheets lying on their long side."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from facilitator.domain.sheet import Paper
    from facilitator.pdf.edition import Edition

MARGIN = 12.0


def lying(edition: Edition) -> Edition:
    """The edition on the same sheets laid across. What is drawn on a larger sheet has more room, not larger type."""
    return replace(edition, paper=sideways(edition.paper))


def sideways(paper: Paper) -> Paper:
    """A sheet on its long side."""
    return replace(upright(paper), width=paper.height, height=paper.width)


def upright(paper: Paper) -> Paper:
    """A sheet by itself, its words no further from the edge than a printer needs, and not one enlarged from another."""
    return replace(paper, margin=MARGIN, enlarged_from="", scale=1.0)
