"""Charity and company numbers, in the one form in which each is kept (formats of the registers themselves)."""

import re

WORDS = re.compile(r"(?i)\b(registered|company|charity|number|no|reg|england|wales|scotland|and|in|of)\b")
LINKED = re.compile(r"-\d{1,2}$")
HMRC = re.compile(r"X\d+|XT\d+|CH\d+|CR\d+")
DUMMIES = {"01234567", "12345678", "00000000"}
PREFIXES = (
    "AC BR CE CS FC FE GE GN GS IC IP LP NA "
    "NC NF NI NL NO NP NR NV NZ OC OE PC R0 "
    "RC RS SA SC SE SF SG SI SL SO SP SR SZ ZC"
)
"""What stands before six characters, as Companies House gives it to each kind of body."""


def bare(text: str) -> str:
    """What was typed in capitals, without spaces, punctuation and the words people put round a number."""
    return re.sub(r"[\s.,:#()/]", "", WORDS.sub("", text.strip())).upper()


def charity_number(text: str) -> str | None:
    """A charity number as it is kept, or None for what cannot be one.

    England and Wales: 6 or 7 digits. Scotland: SC and 6 digits. Northern Ireland: its 6 digits alone, without NIC,
    as 360Giving wants them; they begin with 1, those of England and Wales with 2 or more, so none is mistaken.
    """
    typed = LINKED.sub("", bare(text)).replace("-", "")
    scottish = re.fullmatch(r"SC0?(\d{5,6})", typed, re.ASCII)
    if scottish:
        return f"SC{scottish[1]:0>6}"
    digits = re.sub(r"^(NIC|NI)(?=\d{6}$)", "", typed)
    sound = re.fullmatch(r"0?([1-9]\d{5,6})", digits, re.ASCII)
    return sound[1] if sound else None


def is_tax_reference(text: str) -> bool:
    """Whether somebody typed the reference that HMRC gives a charity, which is no charity number."""
    return bool(HMRC.fullmatch(bare(text)))


def company_number(text: str) -> str | None:
    """A company number as it is kept, in 8 characters, or None for what cannot be one.

    Figures alone are filled up with noughts from the left, because spreadsheets lose them.
    """
    typed = bare(text).replace("-", "")
    if re.fullmatch(r"\d{4,8}", typed, re.ASCII):
        number = typed.zfill(8)
        return None if number in DUMMIES else number
    lettered = re.fullmatch(r"([A-Z]{2}|R0)(\d{4,6}|\d{3,5}[A-Z])", typed, re.ASCII)
    if not lettered or lettered[1] not in PREFIXES.split():
        return None
    return lettered[1] + lettered[2].zfill(6)
