"""Raw answers: numbers, amounts and days as people type them, and the shapes in which answers are kept."""

import re
from collections.abc import Mapping
from typing import Any

from portal.funds.questions import COUNTED, MANY, Kind, Question
from portal.kit.money import pence

COLUMNS = {"what": "item", "category": "category", "amount": "amount", "quote": "quote"}
"""A budget line's inputs are named QUESTION-1-what and so on; this is what each is kept as."""

WHOLE = re.compile(r"\d{1,3}(?:[, ]\d{3})+|\d{1,9}")


def text_in(value: Any) -> str:
    """A raw answer as text; empty for anything that is none."""
    return value.strip() if isinstance(value, str) else ""


def codes_in(value: Any) -> list[str]:
    """The codes of an any-of answer."""
    return [code for code in value if isinstance(code, str) and code] if isinstance(value, list) else []


def boxes_in(value: Any) -> dict[str, str]:
    """The wards or groups of an answer that have something typed beside them."""
    if not isinstance(value, Mapping):
        return {}
    return {code: text_in(typed) for code, typed in value.items() if isinstance(code, str) and text_in(typed)}


def lines_in(value: Any) -> list[dict[str, str]]:
    """The lines of a budget that say anything, each with all its columns."""
    if not isinstance(value, list):
        return []
    rows = ({key: text_in(row.get(key)) for key in COLUMNS.values()} for row in value if isinstance(row, Mapping))
    return [row for row in rows if is_written(row)]


def file_in(value: Any) -> dict[str, str]:
    """The file of an answer: its reference, what it is called, and its size in words; nothing for anything else."""
    if not isinstance(value, Mapping) or not text_in(value.get("ref")):
        return {}
    return {key: text_in(value.get(key)) for key in ("ref", "name", "size")}


def is_written(row: Mapping[str, str]) -> bool:
    """Whether a budget line says anything; a category or a quote alone does not."""
    return bool(row["item"] or row["amount"])


def is_blank(question: Question, value: Any) -> bool:
    """Whether a raw answer says nothing; one of the wrong shape for its question says nothing either."""
    if question.kind in MANY:
        return not codes_in(value)
    if question.kind in COUNTED:
        return not boxes_in(value)
    if question.kind is Kind.BUDGET:
        return not lines_in(value)
    if question.kind is Kind.FILE:
        return not file_in(value)
    return not text_in(value)


def whole_number(text: str) -> int | None:
    """A whole number as people write it, 40 or 1,200; None for anything else."""
    typed = text.strip()
    return int(typed.replace(",", "").replace(" ", "")) if WHOLE.fullmatch(typed) else None


def amount_in(text: str) -> int | None:
    """Pence from an amount as people write it; None for anything else."""
    try:
        return pence(text)
    except ValueError:
        return None
