"""What people are asked."""

from __future__ import annotations

from facilitator.domain.consent import QUESTIONS
from facilitator.domain.schema import shapes


def test_there_is_one_question_for_each_use_in_the_order_of_the_file() -> None:
    assert tuple(QUESTIONS) == shapes()["consent"].columns["use"].choices
    assert all(question.startswith("May we ") and question.endswith("?") for question in QUESTIONS.values())
