"""The people of the demonstration and of the tests: the same names, the same roles, each with something to try."""

import base64
import hashlib
from dataclasses import dataclass

from portal.demo.words import read_toml
from portal.permissions import BY_CODE, COUNCIL_ROLES, Role

COUNCIL = "council"


@dataclass(frozen=True, slots=True)
class CastMember:
    """One person: the codes of the roles they hold, whom they work for, and what they can try.

    `works_for` is the council, the key of a demonstration organisation, or empty; `team` is the key of the one in
    whose team they are, or empty.
    """

    key: str
    name: str
    email: str
    roles: tuple[str, ...]
    works_for: str
    what: str
    team: str = ""

    @property
    def organisation(self) -> str:
        """What those they work for are called in this place; empty for somebody who works for nobody here."""
        if self.works_for == COUNCIL:
            return str(read_toml("vocabulary")["council"]["name"])
        return str(read_toml("town/homes")[self.works_for]["name"]) if self.works_for else ""

    @property
    def council_roles(self) -> frozenset[Role]:
        """The roles that the council gave this person."""
        return frozenset(BY_CODE[code] for code in self.roles if code in BY_CODE) & COUNCIL_ROLES

    @property
    def secret(self) -> str:
        """What this person's authenticator app knows: the same in every demonstration, and nowhere else."""
        known = hashlib.sha256(f"the demonstration's {self.key}".encode()).digest()
        return base64.b32encode(known[:20]).decode()

    @property
    def has_account(self) -> bool:
        """Whether this person can sign in; a champion and a stranger have never had a reason to."""
        return not {"champion", "stranger"} & set(self.roles)


CAST = (
    CastMember(
        key="amina",
        name="Amina Yusuf",
        email="amina.yusuf@example.org",
        roles=("lead",),
        works_for="tea_and_tech",
        what="Start an application in the open round, share it with Tom, check the answers and send it.",
        team="tea_and_tech",
    ),
    CastMember(
        key="tom",
        name="Tom Barker",
        email="tom.barker@example.org",
        roles=("member",),
        works_for="tea_and_tech",
        what="Write in the same draft as Amina at the same time, and see that nothing of hers is lost.",
        team="tea_and_tech",
    ),
    CastMember(
        key="grace",
        name="Grace Oyelaran",
        email="grace.oyelaran@example.org",
        roles=("lead",),
        works_for="signing_circle",
        what="Follow an application that is being assessed, and read the letter of an earlier one.",
        team="signing_circle",
    ),
    CastMember(
        key="ben",
        name="Ben Whitworth",
        email="ben.whitworth@example.org",
        roles=("member",),
        works_for="signing_circle",
        what="See what a member sees: everything of the circle's, but sending is for a lead.",
        team="signing_circle",
    ),
    CastMember(
        key="marcia",
        name="Marcia Campbell",
        email="marcia.campbell@example.org",
        roles=("lead",),
        works_for="kitchen_table",
        what="Apply for a small group of neighbours that has no charity number and needs none.",
        team="kitchen_table",
    ),
    CastMember(
        key="ruth",
        name="Ruth Shah",
        email="ruth.shah@example.org",
        roles=("reviewer", "member"),
        works_for=COUNCIL,
        what="Declare a conflict: she signs with Grace's circle herself, so its application stays closed to her.",
        team="signing_circle",
    ),
    CastMember(
        key="daniel",
        name="Daniel Kowalski",
        email="daniel.kowalski@example.org",
        roles=("reviewer",),
        works_for=COUNCIL,
        what="Take the next application from the queue, and score it by keyboard with a reason for each score.",
    ),
    CastMember(
        key="hannah",
        name="Hannah Thwaite",
        email="hannah.thwaite@example.org",
        roles=("reviewer",),
        works_for=COUNCIL,
        what="Be the third reviewer, called in where two others differ by two points or more.",
    ),
    CastMember(
        key="joyce",
        name="Joyce Adeyemi",
        email="joyce.adeyemi@example.org",
        roles=("approver",),
        works_for=COUNCIL,
        what="Check what has come in, share it out, and propose decisions with the budget in view.",
    ),
    CastMember(
        key="martin",
        name="Martin Hargreaves",
        email="martin.hargreaves@example.org",
        roles=("approver",),
        works_for=COUNCIL,
        what="Confirm what Joyce proposed, read each letter, and release them all together.",
    ),
    CastMember(
        key="priya",
        name="Priya Nair",
        email="priya.nair@example.org",
        roles=("finance",),
        works_for=COUNCIL,
        what="See the ranking and the decisions that payments will follow from.",
    ),
    CastMember(
        key="colin",
        name="Colin Sugden",
        email="colin.sugden@example.org",
        roles=("finance",),
        works_for=COUNCIL,
        what="Be the second finance officer: no payment is ever one person's doing.",
    ),
    CastMember(
        key="leanne",
        name="Leanne Horsfall",
        email="leanne.horsfall@example.org",
        roles=("champions_officer",),
        works_for=COUNCIL,
        what="Type in an application that came by phone or on paper, and send it for them.",
    ),
    CastMember(
        key="philippa",
        name="Philippa Naylor",
        email="philippa.naylor@example.org",
        roles=("coordinator",),
        works_for="slow_stitchers",
        what="Look in as a network coordinator who works for a partner: no applications, no scores.",
    ),
    CastMember(
        key="imran",
        name="Imran Siddiqui",
        email="imran.siddiqui@example.org",
        roles=("coordinator",),
        works_for=COUNCIL,
        what="Look in as a network coordinator who works for the council.",
    ),
    CastMember(
        key="helen",
        name="Helen Ackroyd",
        email="helen.ackroyd@example.org",
        roles=("programme_lead",),
        works_for=COUNCIL,
        what="Follow every round from afar: read the ranking and the decisions, and change none of them.",
    ),
    CastMember(
        key="wei",
        name="Wei Chen",
        email="wei.chen@example.org",
        roles=("administrator",),
        works_for=COUNCIL,
        what="Say who holds which role. An administrator reads no applications.",
    ),
    CastMember(
        key="farida",
        name="Farida Rahman",
        email="farida.rahman@example.org",
        roles=("guest",),
        works_for="",
        what="Write in Amina’s draft as a guest: she sees that one application, and nothing else of the organisation.",
    ),
    CastMember(
        key="neil",
        name="Neil Ferris",
        email="neil.ferris@example.org",
        roles=("guest",),
        works_for="",
        what="Read Amina’s draft as a guest, who can change nothing in it.",
    ),
    CastMember(
        key="dorothy",
        name="Dorothy Lumb",
        email="dorothy.lumb@example.org",
        roles=("champion",),
        works_for="touchline",
        what="Is a Digital Champion without an account: read the public pages as she does.",
    ),
    CastMember(
        key="sam",
        name="Sam Whitaker",
        email="sam.whitaker@example.org",
        roles=("stranger",),
        works_for="",
        what="Is new here: type this address on the sign-in page, and see what a newcomer sees.",
    ),
)
"""Everybody, in the order in which a walk through the portal meets them."""

BY_KEY = {member.key: member for member in CAST}
