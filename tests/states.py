"""The town in every state that a page can be in. Each function changes what it must and finds what it needs."""

import datetime as dt
from collections.abc import Callable
from typing import Any, TypeVar
from urllib.parse import urlsplit

from flask import current_app, url_for
from sqlalchemy import func, select

from portal.accounts import council, second_factor
from portal.accounts.actions import link_for, sign_in_as
from portal.accounts.kept import keep
from portal.accounts.models import Authenticator, Person
from portal.accounts.queries import by_email
from portal.accounts.totp import new_secret
from portal.applications import actions as writing
from portal.applications.chores import remind_drafts, tell_moved
from portal.applications.merging import Sheet
from portal.applications.models import Application, SectionAnswers
from portal.applications.queries import live
from portal.assessments import actions as scoring
from portal.assessments import decisions, notices_reviewers, rescoring
from portal.assessments.models import Assessment, Decision, Declaration, EarlierScore, Gap, Moderation
from portal.assessments.scoring import Mark, Typed
from portal.db.base import Base
from portal.db.session import action, db
from portal.demo import ground
from portal.demo.cast import BY_KEY
from portal.desk import claiming
from portal.desk.models import Claim, SavedView
from portal.funds.models import Round
from portal.funds.queries import form_of
from portal.kit.dates import utc_now
from portal.kit.errors import Clash
from portal.kit.paging import encode_key
from portal.kit.refs import mark_of as settings_mark
from portal.kit.refs import new_id
from portal.mail.models import Letter
from portal.messages import actions as answering
from portal.messages.models import Message
from portal.organisations import actions as organisations
from portal.organisations import requests, teams, verifying
from portal.organisations.chores import remind_invited
from portal.organisations.models import JoinRequest, Organisation, TeamInvitation, TeamMember
from portal.organisations.queries import leads_of, someone_for
from portal.organisations.rules import mark_of
from portal.organisations.verification import CHECKLIST
from portal.organisations.verification import Mark as Line
from portal.permissions import PORTAL, Role, Someone
from portal.programme.colours import OWN, packed
from tests.assessments import gates

Found = TypeVar("Found")
OTHER_COLOURS = packed({**OWN, "main": "#5b2333", "deep": "#3d1521"})
TYPED = "Something that this page typed, which is not what the other page typed."


def once(make: Callable[[], Found]) -> Callable[[], Found]:
    """Make a state once in a town, however many pages want it."""

    def find() -> Found:
        made: dict[object, Any] = current_app.extensions.setdefault("states", {})
        if make not in made:
            found = make()
            made[make] = (type(found), found.id) if isinstance(found, Base) else found
        kept = made[make]
        return db.session.get_one(*kept) if isinstance(kept, tuple) else kept

    return find


def email_of(who: str) -> str:
    """The address of one of the cast by their key, or the address itself; nobody's is empty."""
    return BY_KEY[who].email if who in BY_KEY else who


def someone(who: str) -> Someone:
    """One of the cast, or whoever has that address, as somebody who acts; made where nobody has it yet."""
    email = email_of(who)
    if by_email(email) is None:
        with action() as session:
            ground.add_person(session, BY_KEY[who].name if who in BY_KEY else email, email)
    found = someone_for(email)
    assert found is not None
    return found


def round_of(season: str) -> Round:
    """The demonstration's round of that season."""
    return db.session.scalars(select(Round).where(Round.code.startswith(season))).one()


def application(state: str, season: str, number: int = 0, *, like: str = "%") -> Application:
    """One of a round's applications in a state that nobody has taken, by the order in which they came.

    Its organisation has such a name. What somebody has taken stays as it is, for the pages that show whose it is.
    """
    taken = select(Claim.thing_id).where(Claim.record == "application")
    return db.session.scalars(
        select(Application)
        .join(Organisation, Organisation.id == Application.organisation_id)
        .where(Application.state == state, Application.round_id == round_of(season).id, Organisation.name.like(like))
        .where(Application.id.not_in(taken))
        .order_by(Application.id)
        .offset(number)
    ).first() or missing(f"application {number} in state {state} in {season}")


def missing(what: str) -> Any:
    """Raises AssertionError: the demonstration's town has no such thing any more."""
    raise AssertionError(f"the town has no {what}")


def lead_of(found: Application) -> str:
    """The address of whoever leads the organisation of an application."""
    return db.session.scalars(
        select(Person.email)
        .join(TeamMember, TeamMember.person_id == Person.id)
        .where(TeamMember.organisation_id == found.organisation_id, TeamMember.role == "lead")
        .order_by(TeamMember.id)
    ).first() or missing("lead")


def organisation_of(who: str) -> Organisation:
    """The organisation that somebody acts for."""
    place = someone(who).place
    assert place is not None
    return db.session.get_one(Organisation, place.organisation_id)


# --- Accounts and organisations ------------------------------------------------------------------------------------


@once
def newcomer() -> str:
    """The address of somebody who has signed in for the first time and has said no name yet."""
    return someone("newcomer@example.org").email


@once
def beginner() -> str:
    """The address of somebody who has just been given a role in the council, and has set nothing up yet."""
    return council.give_role("beginner@example.org", Role.REVIEWER, by=PORTAL).email


@once
def changed_colleague() -> Person:
    """Somebody whose roles were changed, and whose authenticator app was reset."""
    found = council.give_role("colleague@example.org", Role.FINANCE, by=someone("wei"))
    council.give_role(found.email, Role.CHAMPIONS_OFFICER, by=someone("wei"))
    council.take_role(found, Role.FINANCE, by=someone("wei"))
    with action() as session:
        session.add(Authenticator(person_id=found.id, secret=new_secret(), set_up_at=utc_now(), last_step=0))
    second_factor.reset(found, by=someone("wei"))
    return found


def person(who: str) -> Callable[[], Person]:
    """One of the cast, or whoever has that address."""
    return lambda: by_email(email_of(who)) or missing(who)


def past_everybody() -> str:
    """A place in a list of names after all of them."""
    return encode_key("\U0010ffff", 1)


@once
def alone() -> str:
    """The address of the lead of an organisation that has just been registered and has done nothing."""
    email = someone("alone@example.org").email
    if not someone(email).places:
        with action() as session:
            home = Organisation(
                **{column: getattr(organisation_of("marcia"), column) for column in ("address", "postcode")},
                ref=new_id(),
                name="Beeston New Beginnings",
                name_key="beeston new beginnings",
                legal_form="group",
                created_at=ground.utc_now(),
            )
            session.add(home)
            session.flush()
            session.add(
                TeamMember(
                    organisation_id=home.id,
                    person_id=someone(email).person_id,
                    role="lead",
                    joined_at=home.created_at,
                )
            )
    return email


@once
def sign_in_link() -> str:
    """A link that signs in, as the letter has it."""
    return urlsplit(link_for(email_of("tom"))).path


@once
def invitation() -> str:
    """A link that invites to the signing circle, as the letter has it; and one more invitation that waits."""
    grace, circle = someone("grace"), organisation_of("grace")
    for email, role in (("new.lead@example.org", Role.LEAD), ("new.friend@example.org", Role.MEMBER)):
        organisations.invite(circle, email, role, by=grace)
    return link_in(letter("organisations/mail/invitation"), "/invitations/")


def person_of(who: str) -> Person:
    """One of the cast as the row they are."""
    return by_email(someone(who).email) or missing(who)


def checked_as(state: str) -> Organisation:
    """One of the demonstration's organisations whose check stands there, and whose lead is none of the cast.

    None that was registered twice: those are the affair of tests/organisations/states.py.
    """
    ours = select(TeamMember.organisation_id).where(TeamMember.person_id.in_(cast_ids()))
    twice = select(Organisation.name_key).group_by(Organisation.name_key).having(func.count() > 1)
    question = select(Organisation).where(Organisation.state == state, Organisation.id.not_in(ours))
    question = question.where(Organisation.name_key.not_in(twice))
    return db.session.scalars(question.order_by(Organisation.id.desc())).first() or missing(f"organisation {state}")


def cast_ids() -> list[int]:
    """The ids of all of the cast who are here."""
    emails = [member.email for member in BY_KEY.values()]
    return list(db.session.scalars(select(Person.id).where(Person.email.in_(emails))))


def lead_of_checked(state: str) -> str:
    """The address of whoever leads that organisation."""
    return next(iter(leads_of(checked_as(state).id))).email


def verify(found: Organisation, decision: str, *, lacks: tuple[str, ...] = (), words: str = "") -> Organisation:
    """Have Joyce decide on an organisation with a checklist that says no to these lines."""
    marks = {
        item.code: Line("no", "Not seen yet.") if item.code in lacks else Line("yes", "Seen.") for item in CHECKLIST
    }
    verifying.judge(found, decision, marks, words, found.version, by=someone("joyce"))
    return found


@once
def verified_to_and_fro() -> Organisation:
    """An organisation that was asked for more, answered, was refused, asked again, was verified, and is open again."""
    found = checked_as("unverified")
    lead = someone(lead_of_checked("unverified"))
    verify(found, "ask_more", lacks=("bank",), words="A photo from your phone is fine.")
    verifying.answer(found, "Two of us sign now.", by=lead)
    verify(found, "refuse", words="The account is still in one name.")
    verifying.answer(found, "It is in our name since Monday.", by=lead)
    verify(found, "verify")
    read = mark_of(organisations.details_of(found), ["name"])
    organisations.edit(found, {"name": f"{found.name} CIO"}, read, by=lead)
    verify(found, "verify")
    verifying.reopen(found, "The register says something else now.", found.version, by=someone("joyce"))
    return found


@once
def request_for_grace() -> JoinRequest:
    """The request that waits for Grace."""
    circle = organisation_of("grace").id
    question = select(JoinRequest).where(JoinRequest.organisation_id == circle, JoinRequest.state == "waiting")
    return db.session.scalars(question.order_by(JoinRequest.id)).first() or missing("request for Grace")


def request(state: str) -> JoinRequest:
    """A request to join Amina's team that stands so."""
    tea = asked_by_five()
    return db.session.scalars(
        select(JoinRequest).where(JoinRequest.organisation_id == tea.id, JoinRequest.state == state)
    ).one()


@once
def asked_by_five() -> Organisation:
    """Four people ask to join Amina's team, and each request ends in its own way; and one still waits."""
    amina, tea = someone("amina"), organisation_of("amina")
    for way in ("accepted", "declined", "withdrawn", "expired", "waiting"):
        email = f"asks.{way}@example.org"
        asked = requests.ask(tea, "I help on Tuesdays.", by=someone(email))
        if way == "accepted":
            requests.accept(tea, asked.ref, Role.MEMBER, by=amina)
        elif way == "declined":
            requests.decline(tea, asked.ref, "Come and see us first.", by=amina)
        elif way == "withdrawn":
            requests.withdraw(asked.ref, by=someone(email))
        elif way == "expired":
            with action():
                asked.expires_at = asked.asked_at
            requests.expire()
    return tea


@once
def comings_and_goings() -> Organisation:
    """Grace's circle, in which somebody became a lead, somebody was removed and somebody left; and one is reminded."""
    circle, grace = organisation_of("grace"), someone("grace")
    for email in ("stays@example.org", "removed@example.org", "leaves@example.org"):
        asked = requests.ask(circle, "", by=someone(email))
        requests.accept(circle, asked.ref, Role.MEMBER, by=grace)
    teams.change_role(circle, person_of("stays@example.org").ref, Role.LEAD, by=grace)
    teams.remove(circle, person_of("removed@example.org").ref, by=grace)
    teams.leave(circle, by=someone("leaves@example.org"))
    organisations.invite(circle, "reminded@example.org", Role.MEMBER, by=grace)
    with action() as session:
        soon = select(TeamInvitation).where(TeamInvitation.email == "reminded@example.org")
        session.scalars(soon).one().expires_at = ground.utc_now() + dt.timedelta(hours=30)
    remind_invited()
    return circle


def drafts_that_close_soon() -> Application:
    """A draft whose round closes in six days, so that those who write in it were reminded."""
    found = application("draft", "autumn")
    with action() as session:
        found.started_at = ground.utc_now() - dt.timedelta(days=9)
        found.known_closes_at = ground.utc_now() + dt.timedelta(days=6)
        session.get_one(Round, found.round_id).closes_at = found.known_closes_at
    remind_drafts()
    return found


def draft_whose_closing_moved() -> Application:
    """A draft whose round closes a day later than it was said, so that those who write in it were told."""
    found = application("draft", "autumn")
    with action() as session:
        session.get_one(Round, found.round_id).closes_at += dt.timedelta(days=1)
    tell_moved()
    return found


def without_lead() -> JoinRequest:
    """The request to join a team that nobody leads."""
    return db.session.scalars(select(JoinRequest).where(JoinRequest.line.like("Eileen ran it%"))).one()


def kept_registration() -> str:
    """The reference of what somebody had typed before they asked to join."""
    sam = someone("sam")
    token = sign_in_as(sam.email, own_device=False, client="Tests")
    return keep(token, "/organisations/new", [("name", "Seacroft Signing Circle")]) or missing("kept form")


def letter(template: str) -> Letter:
    """The newest letter of a kind."""
    newest = select(Letter).where(Letter.template == template).order_by(Letter.id.desc()).limit(1)
    return db.session.scalars(newest).first() or missing(f"letter {template}")


def link_in(found: Letter, path: str) -> str:
    """The path that a letter links to."""
    return next(path + word.split(path, 1)[1] for word in found.text.split() if path in word)


def a_letter() -> str:
    """Where the demonstration shows a letter."""
    return url_for("demo.letter", ref=letter("assessments/mail/decision").ref)


@once
def kept() -> str:
    """The reference of a form that Amina sent after she had been signed out."""
    amina = someone("amina")
    token = sign_in_as(amina.email, own_device=False, client="Tests")
    return keep(token, "/account/name", [("name", "Amina Yusuf")]) or missing("kept form")


def many_sign_ins() -> str:
    """The address of somebody who has signed in on many devices."""
    for _ in range(30):
        sign_in_as(email_of("imran"), own_device=True, client="Tests")
    return email_of("imran")


# --- Applications --------------------------------------------------------------------------------------------------


def right_answers() -> dict[str, str]:
    """What somebody answers who may apply in the open round."""
    found = round_of("autumn")
    return {each.code: each.right_answer for each in form_of(found.id, found.form_number).eligibility}


def wrong_answers() -> dict[str, str]:
    """What somebody answers whom this round is not for."""
    return {code: "no" if answer == "yes" else "yes" for code, answer in right_answers().items()}


def check() -> str:
    """Where the open round asks whether anybody from here can apply."""
    return url_for("applications.check", code=round_of("autumn").code)


def completed(number: int) -> Application:
    """A draft with every answer in it, ready to be sent."""
    draft, example = application("draft", "autumn", number), application("submitted", "autumn")
    by, form = someone(lead_of(draft)), form_of(draft.round_id, draft.form_number)
    versions = {row.section: row.version for row in rows_of(draft)}
    for row in rows_of(example):
        section = form.section(row.section)
        writing.save(draft, Sheet(section, row.answers, versions.get(row.section, 0), new_id(), {}), by=by)
    return draft


@once
def complete() -> Application:
    """The draft that is ready to be sent."""
    return completed(1)


def rows_of(found: Application) -> list[SectionAnswers]:
    """What is written in an application, section by section."""
    return list(db.session.scalars(select(SectionAnswers).where(SectionAnswers.application_id == found.id)))


@once
def overtaken() -> Application:
    """A draft with a text that waits for its author's choice in the section about the project, and earlier texts."""
    draft = application("draft", "autumn", 2)
    by, form = someone(lead_of(draft)), form_of(draft.round_id, draft.form_number)
    for number in range(8):
        version = next(row.version for row in rows_of(draft) if row.section == "project")
        writing.save(draft, Sheet(form.section("project"), {"plan": f"Plan {number}."}, version, new_id(), {}), by=by)
    try:
        writing.save(draft, Sheet(form.section("project"), {"title": "Another", "plan": TYPED}, 1, new_id(), {}), by=by)
    except Clash:
        return draft
    return missing("clash")


@once
def just_begun() -> Application:
    """A draft in which nothing is written yet."""
    found, by = round_of("autumn"), someone("marcia")
    assert by.place is not None
    return live(found.id, by.place.organisation_id) or writing.start(found, right_answers(), by=by)


def twice() -> tuple[Application, Application]:
    """A draft, and an application that the same organisation sent before."""
    drafts = select(Application.organisation_id).where(
        Application.state == "draft", Application.round_id == round_of("autumn").id
    )
    sent = db.session.scalars(
        select(Application)
        .where(Application.organisation_id.in_(drafts), Application.submitted_at.is_not(None))
        .order_by(Application.id)
    ).first() or missing("organisation with a draft and an earlier application")
    draft = live(round_of("autumn").id, sent.organisation_id)
    assert draft is not None
    return draft, sent


@once
def left_behind() -> Application:
    """A draft that nobody sent before its round closed."""
    with action():
        draft = application("draft", "autumn", 4)
        draft.round_id = round_of("spring").id
    return draft


@once
def taken_back() -> Application:
    """An application that was sent and withdrawn; and a draft whose leads were asked to send it."""
    writing.ask_to_send(application("draft", "autumn", like="%Tea and Tech%"), by=someone("tom"))
    found = application("submitted", "autumn", 1)
    writing.withdraw(found, "Our hall is closed until the summer.", by=someone(lead_of(found)))
    return found


@once
def sent_just_now() -> Application:
    """An application that was sent a moment ago, with its receipt."""
    draft = completed(3)
    writing.submit(draft, "Somebody Who May", by=someone(lead_of(draft)))
    return draft


# --- Assessments ---------------------------------------------------------------------------------------------------


def reading(who: str, state: str, season: str = "summer", number: int = 0) -> Assessment:
    """One of a reviewer's own readings."""
    return db.session.scalars(
        select(Assessment)
        .join(Application, Application.id == Assessment.application_id)
        .where(Assessment.reviewer_id == someone(who).person_id, Assessment.state == state)
        .where(Application.round_id == round_of(season).id)
        .where(Application.state.in_(("assessing", "scored", "funded", "declined")))
        .order_by(Assessment.id)
        .offset(number)
    ).first() or missing(f"reading by {who}")


def shared_with(who: str) -> Application:
    """An application that somebody is given to read."""
    return db.session.get_one(Application, reading(who, "shared").application_id)


@once
def scores_taken_back() -> Assessment:
    """Scores that Daniel had finished, and has taken back to correct them."""
    found = db.session.scalars(
        select(Assessment)
        .join(Application, Application.id == Assessment.application_id)
        .where(Assessment.reviewer_id == someone("daniel").person_id, Assessment.state == "finished")
        .where(Application.state == "assessing")
        .order_by(Assessment.id)
    ).first() or missing("reading of Daniel's that can be corrected")
    rescoring.take_back(found, by=someone("daniel"))
    return found


def of_readings(*clauses: Any) -> Application:
    """The one application of the demonstration of which this is true."""
    return db.session.scalars(select(Application).where(*clauses).order_by(Application.id)).first() or missing("such")


def apart() -> Application:
    """An application on which the first two lie far apart; a third has it to read."""
    gaps = select(Gap.application_id)
    return of_readings(Application.id.in_(gaps), Application.state == "assessing")


@once
def apart_and_alone() -> Application:
    """The same once the third has stood down, and nobody else is free."""
    found = apart()
    third = select(Assessment).where(Assessment.application_id == found.id, Assessment.is_third)
    scoring.stand_down(db.session.scalars(third).one(), by=someone("hannah"))
    return found


@once
def noted() -> Application:
    """An application that went on to the panel with a note on its points; the third reader is told so."""
    found = of_readings(Application.id.in_(select(Moderation.application_id)))
    third = select(Person.email).join(Assessment, Assessment.reviewer_id == Person.id)
    third = third.where(Assessment.application_id == found.id, Assessment.is_third, Assessment.state == "stood_down")
    with action() as session:
        round_ = session.get_one(Round, found.round_id)
        notices_reviewers.called_off(found, round_, to=session.scalars(third).first() or missing("third reader"))
    return found


def corrected() -> Application:
    """An application before the panel, one of whose readers had given other points before."""
    its = select(Assessment.application_id).join(EarlierScore, EarlierScore.assessment_id == Assessment.id)
    return of_readings(Application.id.in_(its), Application.state == "scored")


@once
def half_scored() -> Assessment:
    """A reading with two criteria scored, one of them without a reason."""
    found = reading("daniel", "shared")
    form = form_of(round_of("summer").id, round_of("summer").form_number)
    marks = {
        form.criteria[0].code: Mark(4, "They know their neighbours well."),
        form.criteria[1].code: Mark(2, ""),
    }
    typed = {code: Typed(mark, "", "") for code, mark in marks.items()}
    scoring.save_scores(found, typed, new_id(), by=someone("daniel"))
    return found


@once
def checked() -> Application:
    """An application that has one reader and wants another; the next one is eligible, and the one after is not."""
    joyce = someone("joyce")
    first, second, third = (application("submitted", "summer", number) for number in range(3))
    gates.let_on(first, by=joyce)
    gates.let_on(second, by=joyce)
    scoring.find_not_eligible(third, "It is for people outside Leeds.", by=joyce)
    scoring.name_reader(first, someone("daniel").person_id or 0, by=joyce)
    return first


def undeclared(season: str) -> Round:
    """A round for which Hannah has not said yet with whom she has a conflict of interest."""
    found = round_of(season)
    with action() as session:
        mine = (Declaration.round_id == found.id, Declaration.person_id == someone("hannah").person_id)
        session.query(Declaration).where(*mine).delete()
    return found


def decision(state: str, *, outcome: str = "", season: str = "summer", number: int = 0) -> Application:
    """The application that a decision in this state is about."""
    question = (
        select(Application)
        .join(Decision, Decision.application_id == Application.id)
        .where(Decision.state == state, Application.round_id == round_of(season).id)
        .order_by(Decision.id)
        .offset(number)
    )
    if outcome:
        question = question.where(Decision.outcome == outcome)
    return db.session.scalars(question).first() or missing(f"decision that is {state}")


@once
def sent_back() -> Application:
    """An application whose proposal was sent back with a word why."""
    found = decision("proposed")
    row = db.session.scalars(select(Decision).where(Decision.application_id == found.id)).one()
    decisions.send_back(row, "Is the budget right? Two lines add up to more.", by=someone("martin"))
    return found


def message(state: str, number: int = 0) -> Message:
    """A message in a state that nobody has taken, by the order in which they came."""
    question = select(Message).where(Message.state == state)
    if state == "waiting":
        question = question.where(Message.claimed_by.is_(None))
    return db.session.scalars(question.order_by(Message.id).offset(number)).first() or missing(
        f"message that is {state}"
    )


@once
def answered_by_letter() -> Message:
    """A message that was answered by e-mail."""
    found = db.session.scalars(select(Message).where(Message.state == "waiting", Message.email != "").limit(1)).one()
    answering.answer(found, "Yes, you may.", by=someone("joyce"), version=found.version)
    return found


@once
def taken() -> Message:
    """A message that Leanne has taken."""
    found = message("waiting", 3)
    answering.claim(found, by=someone("leanne"), version=found.version)
    return found


@once
def undecided() -> Application:
    """An application before the panel on which nobody has proposed anything."""
    return db.session.scalars(
        select(Application)
        .outerjoin(Decision, Decision.application_id == Application.id)
        .where(Application.state == "scored", Decision.id.is_(None))
        .where(Application.round_id == round_of("summer").id)
        .order_by(Application.id)
    ).first() or missing("undecided application")


def no_colours() -> str:
    """What a page has read of a council that has the portal's own colours."""
    return settings_mark({})


# --- The inbox -----------------------------------------------------------------------------------------------------


def claimed(queue: str, who: str) -> str:
    """The reference of what somebody has taken of a queue."""
    records: dict[str, Any] = {"application": Application, "organisation": Organisation}
    theirs = select(Claim).join(Person, Person.id == Claim.person_id).where(Person.email == email_of(who))
    claim = db.session.scalars(theirs.where(Claim.queue == queue)).first() or missing(f"{queue} that {who} has")
    return str(db.session.get_one(records[claim.record], claim.thing_id).ref)


@once
def handed_over() -> str:
    """The reference of what Martin had taken to propose, and has handed to Joyce."""
    ref = claimed("to_propose", "martin")
    claiming.hand_over("to_propose", ref, person("joyce")().ref, TYPED, by=someone("martin"))
    return ref


def saved_view() -> SavedView:
    """The first view that Joyce saved of her inbox."""
    return db.session.scalars(select(SavedView).order_by(SavedView.id)).first() or missing("saved view")
