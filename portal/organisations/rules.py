"""What is true of organisations and their teams."""

import datetime as dt
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from portal.kit import refs
from portal.kit.text import N_, Say
from portal.permissions import TEAM_ROLES, Role

INVITATION_LIFE = dt.timedelta(days=7)
REMINDED_BEFORE = dt.timedelta(days=2)
EXPIRED_SHOWN = dt.timedelta(days=30)
WHAT_WORDS = 150

SMALL_WORDS = {"the", "and", "of", "for", "in", "a", "ltd", "limited", "cic", "cio"}

NUMBER_THERE = Say(N_("An organisation with this number is here already. If it is yours, ask to join its team."))
NAME_THERE = Say(N_("An organisation with this name is here already. If it is yours, ask to join its team."))
ALREADY_IN_TEAM = Say(N_("This person is in the team already."))
INVITATION_ENDED = Say(N_("An invitation works once, and for 7 days. Ask whoever invited you to send you a new one."))

LAST_LEAD = Say(
    N_("A team needs a lead, and this is the only one. Make somebody else a lead first. Nothing has changed.")
)

HISTORY = {
    "register": N_("{who} registered the organisation"),
    "register_for": N_("{who} registered it for somebody who came by phone, on paper or in person"),
    "edit": N_("{who} changed its details"),
    "invite": N_("{who} invited somebody to the team"),
    "withdraw_invitation": N_("{who} withdrew an invitation"),
    "invite_again": N_("{who} sent an invitation again"),
    "join_team": N_("{who} joined the team"),
    "ask_to_join": N_("Somebody asked to join the team"),
    "accept_request": N_("{who} let somebody join who had asked"),
    "decline_request": N_("{who} declined somebody who had asked to join"),
    "let_in": N_("The council let somebody join, because the team had no lead"),
    "turn_down": N_("The council declined somebody who had asked to join"),
    "make_lead": N_("{who} made somebody a lead"),
    "make_member": N_("{who} made a lead a member"),
    "remove": N_("{who} removed somebody from the team"),
    "leave": N_("{who} left the team"),
    "merge": N_("The council found that it was registered twice, and merged this record into another one"),
    "take_in": N_("The council found that it was registered twice, and merged another record into this one"),
    "stand_again": N_("The council took this record apart from another one again"),
    "let_go": N_("The council took another record apart from this one again"),
}
"""The sentence for each deed that is written down about an organisation."""


@dataclass(frozen=True, slots=True)
class Details:
    """What an organisation says about itself; numbers and postcode in the form in which they are kept."""

    name: str
    legal_form: str
    charity_number: str | None = None
    company_number: str | None = None
    address: str = ""
    postcode: str = ""
    what: str = ""
    website: str = ""
    phone: str = ""
    main_contact_name: str = ""
    main_contact_role: str = ""
    main_contact_email: str = ""
    main_contact_phone: str = ""
    second_contact_name: str = ""
    second_contact_role: str = ""
    second_contact_email: str = ""
    second_contact_phone: str = ""
    safeguarding_lead_name: str = ""
    safeguarding_lead_email: str = ""
    safeguarding_lead_phone: str = ""
    income_band: str | None = None
    communities: Sequence[str] = field(default_factory=list)
    wards: Sequence[str] = field(default_factory=list)
    languages: Sequence[str] = field(default_factory=list)

    def codes(self, name: str) -> Sequence[str]:
        """The codes that a field holds, be it for one or for many."""
        value = getattr(self, name)
        return [value] if isinstance(value, str) else value or []


def name_key(name: str) -> str:
    """What stays the same of a name however it is written: its words without accents, marks and small words."""
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", name).casefold())
    words = re.findall(r"\w+", "".join(c for c in plain if not unicodedata.combining(c) and c not in "'’"))
    return " ".join([word for word in words if word not in SMALL_WORDS] or words)


def mark_of(details: Details, fields: Iterable[str]) -> str:
    """A short word that is another one as soon as any of these fields is: how a page knows what it was filled from."""
    return refs.mark_of({name: getattr(details, name) for name in fields})


def is_invitation_alive(now: dt.datetime, expires_at: dt.datetime, ended: bool) -> bool:
    """Whether an invitation can still be accepted."""
    return not ended and now < expires_at


def team_role(code: str) -> Role | None:
    """The role in a team of that code, or None."""
    return next((role for role in TEAM_ROLES if role.code == code), None)


def normal_website(text: str) -> str | None:
    """A web address with its scheme, an empty text for none, and None for what is no address."""
    typed = text.strip()
    if not typed:
        return ""
    address = typed if re.match(r"(?i)https?://", typed) else f"https://{typed}"
    return address if re.fullmatch(r"(?i)https?://[\w-]+(\.[\w-]+)+(:\d+)?([/?#]\S*)?", address) else None


def may_lose_lead(other_leads: int, role: Role, becomes: Role | None) -> bool:
    """Whether somebody in this role may take another one, or none: a team is never left without a lead."""
    return role is not Role.LEAD or becomes is Role.LEAD or other_leads > 0
