"""What an inbox can be narrowed to."""

import re
from dataclasses import dataclass

WHOSE = ("mine", "free", "taken")
ROUND_CODE = re.compile(r"[A-Za-z0-9_-]{1,100}")


@dataclass(frozen=True, slots=True)
class Filters:
    """What an inbox is narrowed to, as its address says it; empty words narrow nothing."""

    queue: str = ""
    urgency: str = ""
    round: str = ""
    whose: str = ""

    def chosen(self) -> dict[str, str]:
        """What is chosen, for addresses."""
        return {name: value for name in self.__slots__ if (value := getattr(self, name))}
