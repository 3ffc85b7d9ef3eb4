"""The words we print ourselves about translations: the mark of a draft, and the sheet on which one is checked."""

from __future__ import annotations

DRAFT = "Draft translation, not checked yet. The English counts."
