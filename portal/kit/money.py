"""Money is whole pence; people write pounds."""

import re

AMOUNT = re.compile(r"(\d{1,3}(?:,\d{3})+|\d{1,9})(?:\.(\d{1,2}))?")
MOST = 99_999_999_999


def pence(text: str) -> int:
    """Pence from an amount as people write it: £1,200, 1200.50 or 12.5.

    Raises ValueError for anything else, negative amounts and halves of a penny included.
    """
    found = AMOUNT.fullmatch(text.replace("\u00a0", " ").replace(" ", "").removeprefix("£").strip())
    if not found:
        raise ValueError(text)
    whole, part = found.groups()
    return int(whole.replace(",", "")) * 100 + int((part or "").ljust(2, "0"))


def pounds(amount: int) -> str:
    """An amount in pence as people write it: £1,200, or £1,200.50 where there are pence."""
    sign, size = ("-" if amount < 0 else ""), abs(amount)
    whole, part = divmod(size, 100)
    return f"{sign}£{whole:,}" + (f".{part:02d}" if part else "")
