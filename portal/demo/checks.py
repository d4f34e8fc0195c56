"""The council's checks of the demonstration's organisations, and who is asked or asks to join their teams."""

import datetime as dt
from random import Random

from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.accounts.models import Person
from portal.applications.models import Application
from portal.demo import ground
from portal.demo.cast import BY_KEY
from portal.demo.sendings import Team, backdate, deed
from portal.demo.words import read_toml
from portal.history.actions import move, note
from portal.kit.dates import utc_now
from portal.kit.refs import new_token
from portal.organisations.invited import terms
from portal.organisations.joining import REQUEST_LIFE
from portal.organisations.models import Checked, Exchange, JoinRequest, Organisation, TeamInvitation, TeamMember
from portal.organisations.rules import INVITATION_LIFE
from portal.organisations.verification import CHECKLIST
from portal.permissions import PORTAL

PLAN = {"unverified": 11, "more_needed": 5, "refused": 3, "changed": 2}
"""How many organisations beside the cast's are not verified; all others are."""
CAST = {"tea_and_tech": "more_needed", "signing_circle": "verified", "kitchen_table": "unverified"}
DAY = dt.timedelta(days=1)
WITHOUT_NUMBER = ("group", "public", "other")


class Checks:
    """The approvers and finance officers of the cast, going through their checklist."""

    def __init__(self, session: Session) -> None:
        self.session, self.rng, self.now = session, Random("checks"), utc_now()  # its own dice: the town stays as it is
        self.told = read_toml("town/checks")
        emails = [BY_KEY[key].email for key in ("joyce", "martin", "priya")]
        self.officers = list(session.scalars(select(Person.id).where(Person.email.in_(emails)).order_by(Person.id)))

    def go_through(self, teams: list[Team]) -> None:
        """Put every organisation into its state, with what was found and written on the way."""
        others = [team for team in teams if team.demo.key not in CAST]
        plan = [state for state, number in PLAN.items() for _ in range(number)]
        plan = plan + ["verified"] * (len(others) - len(plan))
        self.rng.shuffle(plan)
        own = [team for team in teams if team.demo.key in CAST]
        plan += [CAST[team.demo.key] for team in own]
        for team, state in zip(others + own, plan, strict=True):
            getattr(self, state)(self.session.get_one(Organisation, team.organisation_id), team)

    def unverified(self, row: Organisation, team: Team) -> None:
        """It came into the queue some days ago."""
        row.waiting_since = row.check_opened_at = self.now - self.rng.uniform(0.2, 17) * DAY

    def verified(self, row: Organisation, team: Team) -> None:
        """All is well, for months."""
        at = row.created_at + self.rng.uniform(3, 12) * DAY
        row.waiting_since = row.check_opened_at = row.created_at
        self.judge(row, "verify", at, lacks=())

    def changed(self, row: Organisation, team: Team) -> None:
        """It was verified, and has another name since."""
        self.verified(row, team)
        since = self.now - self.rng.uniform(1, 6) * DAY
        row.waiting_since = row.check_opened_at = since
        row.judged_by = row.judged_at = None
        move(row, "change_identity", by=PORTAL, version=row.version)
        backdate(self.session, since, team.lead_id)

    def more_needed(self, row: Organisation, team: Team) -> None:
        """Two things are missing, and the partner has not answered yet."""
        row.waiting_since = row.check_opened_at = self.now - self.rng.uniform(9, 20) * DAY
        self.judge(row, "ask_more", self.now - self.rng.uniform(1, 6) * DAY, lacks=("bank", "committee"))

    def refused(self, row: Organisation, team: Team) -> None:
        """It cannot be paid, and was told why."""
        row.waiting_since = row.check_opened_at = self.now - self.rng.uniform(30, 60) * DAY
        self.judge(row, "refuse", row.waiting_since + 8 * DAY, lacks=("governing", "bank"))

    def judge(self, row: Organisation, verb: str, at: dt.datetime, lacks: tuple[str, ...]) -> None:
        """One officer's checklist, decision and words."""
        officer = self.rng.choice(self.officers)
        for item in CHECKLIST:
            outcome = "no" if item.code in lacks else self.outcome_of(row, item.code)
            found = self.rng.choice(self.told[item.code][outcome])
            self.session.add(
                Checked(
                    organisation_id=row.id,
                    item=item.code,
                    outcome=outcome,
                    note=found,
                    checked_by=officer,
                    checked_at=max(at - dt.timedelta(minutes=self.rng.randint(2, 40)), row.check_opened_at),
                )
            )
        if verb in ("verify", "refuse"):
            row.judged_by, row.judged_at = officer, at
        if verb != "verify":
            self.say(row, verb, officer, at, lacks if verb == "ask_more" else ())
        row.version += 1
        move(row, verb, by=PORTAL, missing=list(lacks), version=row.version)
        backdate(self.session, at, officer)

    def outcome_of(self, row: Organisation, item: str) -> str:
        """What is found where nothing is missing."""
        if item == "number" and row.legal_form in WITHOUT_NUMBER:
            return "not_needed"
        if item == "safeguarding" and not {"older", "families", "young", "disabled"} & set(row.communities):
            return "not_needed"
        return "yes"

    def say(self, row: Organisation, verb: str, by: int, at: dt.datetime, lacks: tuple[str, ...]) -> None:
        """What the council wrote to the partner."""
        words = self.rng.choice(self.told["words"][verb])
        self.session.add(
            Exchange(organisation_id=row.id, verb=verb, words=words, missing=list(lacks), written_by=by, written_at=at)
        )


def look_after(session: Session, teams: list[Team]) -> None:
    """The checks, a request that waits for Grace, one that waits for the council, and an invitation that ran out."""
    Checks(session).go_through(teams)
    by_key = {team.demo.key: team for team in teams}
    invite_in_vain(session, by_key["signing_circle"])
    ask(session, by_key["signing_circle"], "Ifeoma Danjuma", 3, "request")
    busy = set(session.scalars(select(Application.organisation_id)))
    quiet = next(team for team in teams if team.organisation_id not in busy and team.demo.key not in CAST)
    let_lead_go(session, quiet)
    ask(session, quiet, "Terry Micklethwaite", 6, "request_without_lead")


def ask(session: Session, team: Team, name: str, days: int, line: str) -> None:
    """Somebody new asked to join, some days ago."""
    at = utc_now() - days * DAY
    person = ground.add_person(session, name, f"{name.lower().replace(' ', '.')}@example.org")
    request = JoinRequest(
        organisation_id=team.organisation_id,
        person_id=person.id,
        line=read_toml("town/checks")["lines"][line],
        asked_at=at,
        expires_at=at + REQUEST_LIFE,
    )
    session.add(request)
    session.flush()
    session.add(deed("join_request", request.id, "ask", at, person.id))
    session.add(deed("organisation", team.organisation_id, "ask_to_join", at, person.id, request=request.id))


def invite_in_vain(session: Session, team: Team) -> None:
    """An invitation that nobody answered, and that ended two days ago."""
    at = utc_now() - INVITATION_LIFE - 2 * DAY
    invitation = TeamInvitation(
        organisation_id=team.organisation_id,
        **terms("bilal.rahman@example.org", "member", new_token(), at, team.lead_id),
    )
    session.add(invitation)
    session.flush()
    session.add(
        deed("organisation", team.organisation_id, "invite", at, team.lead_id, invitation=invitation.id, role="member")
    )


def let_lead_go(session: Session, team: Team) -> None:
    """The only lead has died or moved away, and the council was told."""
    member = session.scalars(
        select(TeamMember).where(TeamMember.organisation_id == team.organisation_id, TeamMember.left_at.is_(None))
    ).one()
    member.left_at = utc_now() - 40 * DAY
    note(session.get_one(Organisation, team.organisation_id), "leave", by=PORTAL, member=member.id)
    backdate(session, member.left_at, team.lead_id)
