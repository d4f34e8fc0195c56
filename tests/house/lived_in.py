"""The demonstration town for walks through it, with a few things in it that tempt."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from flask import current_app
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from portal.accounts import council
from portal.accounts.models import KeptForm, Person, SignInRequest
from portal.applications.change_models import ChangeRequest
from portal.applications.models import Application, GuestInvitation, Keyed, SectionAnswers
from portal.assessments.alike_models import Suspicion
from portal.assessments.models import Assessment, Conflict, Decision
from portal.db.session import action, db
from portal.demo import build
from portal.demo.cast import BY_KEY as CAST
from portal.funds.models import Round
from portal.kit.dates import utc_now
from portal.kit.refs import digest, new_id
from portal.organisations.invited import terms
from portal.organisations.models import JoinRequest, Organisation, TeamInvitation, TeamMember
from portal.permissions import PORTAL, Role
from tests import town
from tests.house.roles import WALKERS, holding

BEGINNER = "beginner@example.org"
"""Somebody who has just been given a role, and has no authenticator app yet."""
LATER = dt.timedelta(days=1)
REVIEWERS = holding(Role.REVIEWER)


def lay() -> None:
    """The demonstration, and what an attacker would look for in it."""
    build.build()
    with action() as session:
        finish_aminas_draft(session)
        give_ruth_her_own_circle(session)
        take_one_from_daniel(session)
        let_joyce_declare(session)
        settle_colin(session)
        suspect_colins_club(session)
        move_ben_and_tom(session)
        leave_what_leanne_typed_without_a_lead(session)
        ask_about_what_leanne_sent(session)
        hand_out_links(session)
        keep_forms(session)
        ask_to_join(session)
    cookies = {one.key: town.sign_in(one.key) for one in WALKERS if one.is_signed_in}
    council.give_role(BEGINNER, Role.REVIEWER, by=PORTAL)
    cookies["halfway"], cookies["beginner"] = (town.sign_in_half(one) for one in (CAST["martin"].email, BEGINNER))
    for key in ("amina", "sam", "joyce"):
        town.sign_in(key)
    current_app.extensions["cookies"] = cookies


def id_of(key: str) -> int:
    """A person's id."""
    return db.session.scalars(select(Person.id).where(Person.email == CAST[key].email)).one()


def own(key: str, season: str) -> Application:
    """The application that the organisation of one of the cast made in a round."""
    return db.session.scalars(
        select(Application)
        .join(Round, Round.id == Application.round_id)
        .join(TeamMember, TeamMember.organisation_id == Application.organisation_id)
        .where(TeamMember.person_id == id_of(key), TeamMember.left_at.is_(None))
        .where(Round.code.startswith(season), Application.state != "withdrawn")
        .order_by(TeamMember.id)
        .limit(1)
    ).one()


def strangers(state: str, season: str = "") -> Iterator[Application]:
    """Applications in that state from organisations in which none of the cast is, in a steady order."""
    people = select(Person.id).where(Person.email.in_([one.email for one in CAST.values()]))
    ours = select(TeamMember.organisation_id).where(TeamMember.person_id.in_(people))
    question = select(Application).join(Round, Round.id == Application.round_id)
    question = question.where(Application.state == state, Application.organisation_id.not_in(ours))
    yield from db.session.scalars(question.where(Round.code.startswith(season)).order_by(Application.id))


def decision_on(application: Application) -> Decision | None:
    """What the panel has on it."""
    return db.session.scalar(select(Decision).where(Decision.application_id == application.id))


def readers_of(application: Application) -> frozenset[str]:
    """The reviewers of the cast who were given it and did not stand down."""
    given = select(Assessment.reviewer_id).where(
        Assessment.application_id == application.id, Assessment.state != "stood_down"
    )
    ids = set(db.session.scalars(given))
    return frozenset(key for key in REVIEWERS if id_of(key) in ids)


def being_scored(*readers: str, state: str = "shared") -> Application:
    """An application that just these reviewers were given; the first of them is in that state with it."""
    for application in strangers("assessing"):
        reading = db.session.scalars(
            select(Assessment.state).where(
                Assessment.application_id == application.id, Assessment.reviewer_id == id_of(readers[0])
            )
        ).first()
        if readers_of(application) == set(readers) and reading == state:
            return application
    raise LookupError(f"the demonstration has nothing that {readers} score")


def finish_aminas_draft(session: Session) -> None:
    """Amina has answered everything: what is missing is taken from what somebody else sent in the same round."""
    hers = own("amina", "autumn")
    theirs = next(strangers("submitted", "autumn"))
    there = {row.section: row for row in session.scalars(answers_of(hers))}
    for row in session.scalars(answers_of(theirs)):
        if row.section not in there:
            session.add(copied(row, hers))


def answers_of(application: Application) -> Any:
    """The question for its answers."""
    return select(SectionAnswers).where(SectionAnswers.application_id == application.id)


def copied(row: SectionAnswers, to: Application) -> SectionAnswers:
    """The same answers in another application."""
    return SectionAnswers(
        application_id=to.id,
        section=row.section,
        answers=row.answers,
        version=1,
        saved_at=utc_now(),
        saved_by=to.started_by,
        form=new_id(),
    )


def give_ruth_her_own_circle(session: Session) -> None:
    """By mistake Ruth was given the application of her own circle to score."""
    circles = own("grace", "summer")
    session.add(
        Assessment(ref="ruths-own-circle", application_id=circles.id, reviewer_id=id_of("ruth"), shared_at=utc_now())
    )


def take_one_from_daniel(session: Session) -> None:
    """Daniel stood down from one, and nobody else was found yet."""
    theirs = being_scored("daniel", "hannah")
    reading = (Assessment.application_id == theirs.id, Assessment.reviewer_id == id_of("daniel"))
    session.execute(update(Assessment).where(*reading).values(state="stood_down", ref="daniel-stood-down"))


def let_joyce_declare(session: Session) -> None:
    """Joyce has a conflict of interest with one that is before the panel."""
    theirs = [each for each in strangers("scored") if decision_on(each) is None][-1]
    session.add(
        Conflict(
            round_id=theirs.round_id,
            person_id=id_of("joyce"),
            organisation_id=theirs.organisation_id,
            source="declared",
            declared_at=utc_now(),
        )
    )


def leave_what_leanne_typed_without_a_lead(session: Session) -> None:
    """Whoever led the organisation for which Leanne typed an application in has left it."""
    whose = select(Application.organisation_id).join(Keyed, Keyed.application_id == Application.id)
    session.execute(update(TeamMember).where(TeamMember.organisation_id.in_(whose)).values(left_at=utc_now() - LATER))


def ask_about_what_leanne_sent(session: Session) -> None:
    """Joyce has asked about two answers in what Leanne sent for somebody."""
    typed = session.scalars(
        select(Application).join(Keyed, Keyed.application_id == Application.id).where(Application.state == "submitted")
    ).one()
    typed.state, now = "changes_asked", utc_now()
    session.add(
        ChangeRequest(
            application_id=typed.id,
            number=1,
            asked_by=id_of("joyce"),
            asked_at=now,
            note="Who helps?",
            questions=["summary", "plan"],
            before={
                code: row.answers.get(code)
                for row in session.scalars(answers_of(typed))
                if row.section == "project"
                for code in ("summary", "plan")
            },
            due_on=utc_now().date() + LATER * 7,
            due_set_at=now,
        )
    )


def settle_colin(session: Session) -> None:
    """Colin, who pays grants out, also belongs to a club that applied."""
    club = being_scored("daniel", "ruth").organisation_id
    session.add(TeamMember(organisation_id=club, person_id=id_of("colin"), role="member", joined_at=utc_now()))


def suspect_colins_club(session: Session) -> None:
    """What Colin's club sent looks like what somebody else sent, which he is not told."""
    club, other = colins_clubs(), next(strangers("submitted", "summer"))
    first, second = sorted((club.id, other.id))
    reasons = [{"kind": "phone", "value": "", "percent": 0}]
    session.add(Suspicion(first_id=first, second_id=second, reasons=reasons, is_weak=False, found_at=utc_now()))


def colins_clubs() -> Application:
    """What Colin's club has sent."""
    return db.session.scalars(
        select(Application)
        .join(TeamMember, TeamMember.organisation_id == Application.organisation_id)
        .where(TeamMember.person_id == id_of("colin"), Application.state == "assessing")
    ).one()


def move_ben_and_tom(session: Session) -> None:
    """Ben belongs to two teams and acts for the first; Tom left Grace's team today."""
    table = own_organisation("marcia")
    circle = own_organisation("grace")
    now = utc_now()
    session.add(TeamMember(organisation_id=table.id, person_id=id_of("ben"), role="member", joined_at=now))
    session.add(TeamMember(organisation_id=circle.id, person_id=id_of("tom"), role="lead", joined_at=now, left_at=now))


def own_organisation(key: str) -> Organisation:
    """The organisation that one of the cast acts for."""
    return db.session.scalars(
        select(Organisation)
        .join(TeamMember, TeamMember.organisation_id == Organisation.id)
        .where(TeamMember.person_id == id_of(key), TeamMember.left_at.is_(None))
        .order_by(TeamMember.id)
        .limit(1)
    ).one()


def keep_forms(session: Session) -> None:
    """Some were signed out before they pressed the button."""
    for key in ("amina", "joyce"):
        fields = [["name", "A name of their own"]]
        session.add(
            KeptForm(ref=f"kept-of-{key}", person_id=id_of(key), path="/account/name", fields=fields, at=utc_now())
        )


def ask_to_join(session: Session) -> None:
    """Ben asks to join Amina's team, and Tom asked Grace's before he left it."""
    now = utc_now()
    for ref, who, home, ended in (("request-of-ben", "ben", "amina", None), ("request-of-tom", "tom", "grace", now)):
        session.add(
            JoinRequest(
                ref=ref,
                organisation_id=own_organisation(home).id,
                person_id=id_of(who),
                state="declined" if ended else "waiting",
                asked_at=now,
                expires_at=now + LATER,
                ended_at=ended,
                answered_by=id_of(home) if ended else None,
            )
        )


def hand_out_links(session: Session) -> None:
    """For each walker a link of each kind, and one of each that has ended; the tokens can be told from their keys."""
    now, circle, grace = utc_now(), own_organisation("grace").id, id_of("grace")
    draft = next(strangers("draft", "autumn"))
    for ref, ended in (("a friend", None), ("a former friend", now)):
        session.add(guest_invitation(ref, own("amina", "autumn").id, id_of("amina"), now, ended))
    for key in (*(one.key for one in WALKERS), "nobody any more"):
        ended = now if key == "nobody any more" else None
        name = key.replace(" ", "-")
        told = told_by("invitation", key, "member", invitation_to(key), grace, now, ended)
        session.add(TeamInvitation(organisation_id=circle, **told))
        session.add(guest_invitation(key, draft.id, draft.started_by, now, ended))
        session.add(
            SignInRequest(
                ref=new_id(),
                email=f"{name}@example.org",
                code_digest=digest(key),
                link_digest=digest(sign_in_for(key)),
                own_device=False,
                asked_at=now,
                expires_at=now + LATER,
                ended_at=ended,
            )
        )


def guest_invitation(
    key: str, application_id: int, by: int, now: dt.datetime, ended: dt.datetime | None
) -> GuestInvitation:
    """An invitation to one application, whose token can be told from the key."""
    told = told_by("guest", key, "read", guest_invitation_to(key), by, now, ended)
    return GuestInvitation(application_id=application_id, **told)


def told_by(
    kind: str, key: str, role: str, token: str, by: int, now: dt.datetime, ended: dt.datetime | None
) -> dict[str, Any]:
    """What an invitation holds that can be told from a key; it lives longer than any test."""
    name = key.replace(" ", "-")
    told = {"ref": f"{kind}-of-{name}", "expires_at": now + LATER, "ended_at": ended}
    return terms(f"{name}@example.org", role, token, now, by) | told


def invitation_to(key: str) -> str:
    """The token of a walker's invitation."""
    return f"invitation-{digest(key)[:24]}"


def guest_invitation_to(key: str) -> str:
    """The token of a walker's invitation to one application."""
    return f"guest-{digest(key)[:24]}"


def sign_in_for(key: str) -> str:
    """The token of a walker's sign-in link."""
    return f"sign-in-{digest(key)[:24]}"
