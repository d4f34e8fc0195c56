"""What a page in some state is to a test: an address, who opens it, and the forms they send from there."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any
from urllib.parse import urljoin

from flask import url_for

from portal.applications.models import Application
from tests import states


class Kind(Enum):
    """What a page is for, which decides how much it may weigh."""

    PUBLIC = "public"
    EDITING = "editing"
    LONG = "a list or a reading view"
    MARKING = "a reading view with what is marked beside it"
    OTHER = "any other"


@dataclass(frozen=True, slots=True)
class Send:
    """A form of a page, filled in and sent; `part` as htmx would.

    `form` and `to` are addresses as the page would read them with a slash after its own: nothing is the page itself,
    "save" is below it. `to` sends the form elsewhere than it says.
    """

    typed: Mapping[str, str] = field(default_factory=dict)
    form: str = ""
    to: str | None = None
    part: bool = False


def below(path: str, address: str) -> str:
    """An address as a page at that path means it in a Send."""
    return urljoin(path.split("?")[0] + "/", address).rstrip("/")


HALF = "half in: "
"""Before the e-mail address of somebody who has still to give the second factor."""

Sends = tuple[Send, ...]


@dataclass(frozen=True, slots=True)
class Visit:
    """An address opened by somebody (nobody who is known: no e-mail address), and the forms they send from there."""

    path: str
    email: str
    sends: Sends
    part: bool

    @property
    def is_page(self) -> bool:
        """Whether a whole page comes of it."""
        return not (self.part or any(send.part for send in self.sends))


@dataclass(frozen=True, slots=True)
class Page:
    """A page or part in one state: its endpoint, how the town gets there, what it is for, and what it answers."""

    endpoint: str
    state: str
    kind: Kind
    prepare: Callable[[], Visit]
    status: int
    empty_town: bool
    once: bool

    @property
    def name(self) -> str:
        """What a test calls it."""
        return f"{self.endpoint} ({self.state})" if self.state else self.endpoint


def word(value: Any) -> Any:
    """A value as an address has it; what is found first is a record with a reference or a code, or a word."""
    found = value() if callable(value) else value
    return getattr(found, "ref", None) or getattr(found, "code", None) or found


def page(
    endpoint: str,
    state: str,
    kind: Kind,
    who: str | Callable[[], str] = "",
    /,
    *,
    opens: str = "",
    of: Callable[[], Application] | None = None,
    path: Callable[[], str] | None = None,
    typed: Mapping[str, str] | Callable[[], Mapping[str, str]] | None = None,
    sends: Sends | Callable[[], Sends] = (),
    part: bool = False,
    status: int = 200,
    empty_town: bool = False,
    once: bool = False,
    half: bool = False,
    **values: Any,
) -> Page:
    """A line of tests/pages.py.

    `who` is one of the cast, or finds an address; `of` finds an application, whose reference goes into the address and
    whose lead opens it where nobody else is named. `opens` is where a form is that leads to the endpoint, `path` finds
    an address that no endpoint's name leads to. `typed` goes into the form that the page sends to itself, `sends` are
    any other forms. `half` is before the second factor was given, `once` what can be done a single
    time: only the walk does it. Values may be found when needed.
    """

    def prepare() -> Visit:
        found = {name: word(value) for name, value in values.items()}
        person = who() if callable(who) else who
        if of:
            application = of()
            found["ref"], person = application.ref, person or states.lead_of(application)
        address = path() if path else url_for(opens or endpoint, **found)
        own = () if typed is None else (Send(typed() if callable(typed) else typed),)
        more = sends() if callable(sends) else sends
        email = states.someone(person).email if person else ""
        return Visit(address, HALF + email if half else email, own + more, part)

    return Page(endpoint, state, kind, prepare, status, empty_town, once)
