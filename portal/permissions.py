"""Who may do what, on one page: an auditor reads it, the guards, the buttons and the access test obey it."""

from dataclasses import dataclass, field
from enum import Enum

from portal.kit.text import N_


class Permission(Enum):
    """One thing that can be done. Whose thing it is, is the rules' and the queries' affair."""

    ACCOUNT_OWN = N_("see and end your own sign-ins, and change your name")
    ORGANISATION_REGISTER = N_("register an organisation")
    ORGANISATION_READ = N_("see your organisation")
    ORGANISATION_EDIT = N_("change what the portal says about your organisation")
    DOCUMENT_KEEP = N_("give, open and take back your organisation's documents")
    TEAM_INVITE = N_("invite people to the team")
    TEAM_MANAGE = N_("answer who asks to join the team, change roles in it and remove people")
    APPLICATION_READ = N_("read your organisation's applications")
    APPLICATION_WRITE = N_("start and write applications")
    APPLICATION_VISIT = N_("open one application of others to which somebody invited you")
    APPLICATION_SUBMIT = N_("send an application")
    APPLICATION_KEY_IN = N_("type in an application for somebody who comes by phone, on paper or in person")

    INBOX_READ = N_("see the work that waits for you")
    ORGANISATION_VERIFY = N_("check organisations and say whether they are verified")
    ROUND_READ = N_("see rounds and how far they have come")
    ROUND_MAKE = N_("make funds and rounds, publish them and change them")
    APPLICATION_TRIAGE = N_("check applications and say whether they may go on")
    ASSESSMENT_SHARE = N_("share applications out to reviewers")
    ASSESSMENT_SCORE = N_("declare conflicts of interest, read and score applications")
    PANEL_READ = N_("see the ranking and the decisions")
    DECISION_PROPOSE = N_("propose a decision")
    DECISION_CONFIRM = N_("confirm a decision that somebody else proposed")
    DECISION_RELEASE = N_("release the letters")
    PAYMENT_HANDLE = N_("approve and record payments")
    CHAMPION_MANAGE = N_("look after the register of Digital Champions")
    NETWORK_COORDINATE = N_("look after a network")
    IMPACT_READ = N_("see the programme's figures")
    MESSAGE_ANSWER = N_("answer what people ask on the contact page")
    HISTORY_READ = N_("see who did what, and when")
    SETTINGS_EDIT = N_("change settings and roles")
    OUTBOX_READ = N_("see which e-mails went, wait or failed, but not what they say")
    OUTBOX_RESEND = N_("send an e-mail again that has failed")
    JOBS_RUN = N_("see the work that the clock starts, and start it at once")


P = Permission


@dataclass(frozen=True, slots=True)
class RoleWords:
    """What a role is called, what it is for in a sentence, and what it may do."""

    title: str
    sentence: str
    permissions: frozenset[Permission]


PERSON = frozenset({P.ACCOUNT_OWN, P.ORGANISATION_REGISTER, P.APPLICATION_VISIT})
TEAM = frozenset({P.ORGANISATION_READ, P.DOCUMENT_KEEP, P.APPLICATION_READ, P.APPLICATION_WRITE})
COUNCIL = frozenset({P.INBOX_READ, P.ROUND_READ})


class Role(Enum):
    """Every role there is. A person may hold several; the first two come with membership of a team."""

    LEAD = RoleWords(
        N_("Lead"),
        N_("Speaks for the organisation: edits its details, invites the team, writes and sends applications."),
        TEAM | {P.ORGANISATION_EDIT, P.TEAM_INVITE, P.TEAM_MANAGE, P.APPLICATION_SUBMIT},
    )
    MEMBER = RoleWords(
        N_("Member"),
        N_("Works in the organisation: reads and writes its applications. A lead sends them."),
        TEAM,
    )
    REVIEWER = RoleWords(
        N_("Reviewer"),
        N_("Declares conflicts of interest, then reads and scores the applications shared out to them."),
        COUNCIL | {P.ASSESSMENT_SCORE},
    )
    APPROVER = RoleWords(
        N_("Approver"),
        N_(
            "Makes rounds and publishes them. Checks organisations, checks applications and shares them out. "
            "Proposes or confirms decisions, but never both on the same one. "
            "Types applications in for others, and then has no part in what becomes of them."
        ),
        COUNCIL
        | {P.ROUND_MAKE, P.APPLICATION_TRIAGE, P.ASSESSMENT_SHARE, P.PANEL_READ, P.ORGANISATION_VERIFY}
        | {P.DECISION_PROPOSE, P.DECISION_CONFIRM, P.DECISION_RELEASE, P.MESSAGE_ANSWER, P.APPLICATION_KEY_IN},
    )
    FINANCE = RoleWords(
        N_("Finance officer"),
        N_("Checks organisations, and approves and records payments. Two officers are needed for each payment."),
        COUNCIL | {P.PANEL_READ, P.PAYMENT_HANDLE, P.ORGANISATION_VERIFY},
    )
    CHAMPIONS_OFFICER = RoleWords(
        N_("Champions officer"),
        N_(
            "Looks after Digital Champions, their training and their register. "
            "Types applications in for people who do not write on a screen."
        ),
        COUNCIL | {P.CHAMPION_MANAGE, P.MESSAGE_ANSWER, P.APPLICATION_KEY_IN},
    )
    COORDINATOR = RoleWords(
        N_("Network coordinator"),
        N_("Looks after a network: its members, updates and events."),
        frozenset({P.NETWORK_COORDINATE, P.INBOX_READ}),
    )
    PROGRAMME_LEAD = RoleWords(
        N_("Programme lead"),
        N_("Answers for the programme: sees rounds, rankings, decisions and figures, and changes none of them."),
        COUNCIL | {P.PANEL_READ, P.IMPACT_READ, P.OUTBOX_READ, P.MESSAGE_ANSWER, P.HISTORY_READ},
    )
    ADMINISTRATOR = RoleWords(
        N_("Administrator"),
        N_("Keeps the settings and says who holds which role. Reads no applications and decides nothing."),
        COUNCIL | {P.SETTINGS_EDIT, P.OUTBOX_READ, P.OUTBOX_RESEND, P.JOBS_RUN} | {P.MESSAGE_ANSWER, P.HISTORY_READ},
    )

    @property
    def code(self) -> str:
        """The word that tables and addresses use."""
        return self.name.lower()


TEAM_ROLES = frozenset({Role.LEAD, Role.MEMBER})
COUNCIL_ROLES = frozenset(Role) - TEAM_ROLES
BY_CODE = {role.code: role for role in Role}


@dataclass(frozen=True, slots=True)
class Place:
    """A person's place in an organisation's team."""

    organisation_id: int
    ref: str
    name: str
    role: Role


@dataclass(frozen=True, slots=True)
class Someone:
    """Who acts: the person, their council roles, their teams, and the organisation they act for just now."""

    person_id: int | None
    name: str
    email: str
    council_roles: frozenset[Role] = frozenset()
    places: tuple[Place, ...] = ()
    place: Place | None = None
    sign_in_id: int | None = None
    own_device: bool = False
    """Whether this browser is their own, and may keep things for them when it is closed."""
    is_half: bool = False
    """Signed in by e-mail, with the second factor still to come; until then they may do nothing at all."""
    permissions: frozenset[Permission] = field(init=False)

    def __post_init__(self) -> None:
        held = self.council_roles | ({self.place.role} if self.place else set())
        everybody = PERSON if self.person_id is not None else frozenset()
        if self.is_half:
            held, everybody = frozenset(), frozenset()
        object.__setattr__(self, "permissions", everybody.union(*(role.value.permissions for role in held)))

    @property
    def is_council(self) -> bool:
        """Whether this person works through the council's queues."""
        return bool(self.council_roles)

    def may(self, permission: Permission) -> bool:
        """Whether any of the roles held just now includes this."""
        return permission in self.permissions

    def organisation_ids(self) -> frozenset[int]:
        """Every organisation whose team this person is in."""
        return frozenset(place.organisation_id for place in self.places)


PORTAL = Someone(person_id=None, name="Join the Dots", email="")
"""The portal itself, where the clock and not a person is the cause."""
