"""Who walks up to a route, what they may do by the permissions page, and what a route has to answer them."""

from dataclasses import dataclass
from enum import Enum

from werkzeug.test import TestResponse

from portal.demo.cast import CAST
from portal.permissions import BY_CODE, PERSON, Permission, Role
from portal.web.guards import Guard

HOLDERS = ("holder of a sign-in link", "holder of an invitation", "holder of a guest link")
"""Nobody in particular, but with a link in hand; it opens its own page and no other."""


@dataclass(frozen=True, slots=True)
class Walker:
    """Somebody who tries every door: their roles, and the demonstration organisation they act for, if any."""

    key: str
    roles: frozenset[Role] = frozenset()
    team: str = ""
    is_signed_in: bool = True
    is_half: bool = False

    @property
    def permissions(self) -> frozenset[Permission]:
        """What the permissions page lets them do."""
        everybody = PERSON if self.is_signed_in else frozenset()
        return everybody.union(*(role.value.permissions for role in self.roles))


def walker(key: str, roles: tuple[str, ...], team: str) -> Walker:
    """One of the cast as somebody who walks."""
    return Walker(key, frozenset(BY_CODE[code] for code in roles if code in BY_CODE), team)


ANONYMOUS = (
    Walker("anonymous", is_signed_in=False),
    *(Walker(holder, is_signed_in=False) for holder in HOLDERS),
)
HALFWAY = (Walker("halfway", is_signed_in=False, is_half=True), Walker("beginner", is_signed_in=False, is_half=True))
"""Two of the council who have signed in by e-mail and no more: one with an authenticator app, and one without yet."""
COLIN = Walker("colin", frozenset({Role.FINANCE, Role.MEMBER}), "colins_club")
"""A finance officer who also belongs to an applicant; subjects.py gives him that place."""
WALKERS = (
    *ANONYMOUS,
    *HALFWAY,
    *(walker(one.key, one.roles, one.team) for one in CAST if one.key not in {"dorothy", "colin"}),
    COLIN,
)
BY_KEY = {one.key: one for one in WALKERS}


def holding(*roles: Role) -> frozenset[str]:
    """Everybody who holds any of these roles, by key."""
    return frozenset(one.key for one in WALKERS if one.roles & set(roles))


def team(key: str) -> frozenset[str]:
    """Everybody who acts for that organisation of the demonstration, by key."""
    return frozenset(one.key for one in WALKERS if one.team == key)


EVERYBODY = frozenset(BY_KEY)
NOBODY: frozenset[str] = frozenset()


class Answer(Enum):
    """What a route can have to say to somebody."""

    SIGN_IN = "is sent to sign in"
    SECOND_FACTOR = "is asked for the second factor"
    REFUSED = "is told that their role does not include this"
    NOTHING_HERE = "finds nothing at this address"
    ENDED = "is told that the link has ended"
    LET_IN = "is let in"


STATUS = {Answer.REFUSED: 403, Answer.NOTHING_HERE: 404, Answer.ENDED: 410}
LED = {Answer.SIGN_IN: "/sign-in", Answer.SECOND_FACTOR: "/sign-in/authenticator"}
LET_IN = {200, 303, 409, 422, 429}
"""Done or shown, or, once inside, told that it has moved on, needs another look, or was done often enough."""


def due(guard: Guard, who: Walker, theirs: bool) -> Answer:
    """What a route has to answer, from its guard, the person's permissions, and whether the thing is theirs."""
    if guard.kind == "by_link":
        return Answer.LET_IN if theirs else Answer.ENDED
    if guard.kind == "halfway" and not (who.is_signed_in or who.is_half):
        return Answer.SIGN_IN
    if guard.kind == "requires":
        if not who.is_signed_in:
            return Answer.SECOND_FACTOR if who.is_half else Answer.SIGN_IN
        if not guard.permissions & who.permissions:
            return Answer.REFUSED
    return Answer.LET_IN if theirs else Answer.NOTHING_HERE


def fits(answer: Answer, guard: Guard, response: TestResponse, *, htmx: bool = False) -> bool:
    """Whether a response says just that."""
    led = (response.location or "").split("?")[0]
    if answer in LED and htmx:
        where = response.headers.get("HX-Redirect", "").split("?")[0]
        return response.status_code == 401 and where == LED[answer] and not response.data
    if answer in LED:
        return response.status_code == 303 and led == LED[answer]
    if answer is Answer.LET_IN:
        sent_away = led in LED.values() and guard.kind == "requires"
        return response.status_code in LET_IN and not sent_away
    return response.status_code == STATUS[answer]
