"""What a postcode is: how it is written, whatever way it was typed."""

import re

POSTCODE = re.compile(
    r"GIR 0AA"
    r"|[A-PR-UWYZ](?:\d(?:\d|[A-HJKS-UW])?|[A-HK-Y]\d(?:\d|[ABEHMNPRV-Y])?) \d[ABD-HJLNP-UW-Z]{2}",
    re.ASCII,
)
"""The letters that each place of a British postcode can hold, as Royal Mail gives them out."""
NOT_LETTERS = re.compile(r"[\s.\-]+")
LONGEST = 20


def normal_postcode(text: str) -> str | None:
    """A postcode in capitals with its one space, as AB1 2CD; None for anything that cannot be one."""
    close = NOT_LETTERS.sub("", text).upper() if len(text) <= LONGEST else ""
    written = f"{close[:-3]} {close[-3:]}"
    return written if POSTCODE.fullmatch(written) else None
