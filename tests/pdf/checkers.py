"""Three strangers look a PDF over: two checkers of PDF/UA-1 that know nothing of one another, and qpdf."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING

import page as page_validation
import pikepdf

if TYPE_CHECKING:
    from pathlib import Path


def complaints(path: Path) -> list[str]:
    """What is wrong with a file; nothing, if all of them take it as it is."""
    with pikepdf.open(path) as document:
        found = [f"qpdf: {problem}" for problem in document.check_pdf_syntax()]
    report = page_validation.validate_pdf(str(path), profile=page_validation.ValidationProfile.PDF_UA_1)
    found += [f"{failure.rule_id}: {failure.message}" for failure in report.failures]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # theirs, on being imported
        from outloud import check

        heard = check(str(path))
    return found + [f"{finding.rule}: {finding.message}" for finding in heard.findings if finding.severity == "error"]
