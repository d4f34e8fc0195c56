"""Rows for lists: so many more of everything that the portal lists."""

import datetime as dt

from portal.accounts.actions import sign_in_as
from portal.accounts.models import CouncilRole
from portal.applications import words
from portal.applications.models import Application, Guest
from portal.assessments.models import Assessment, Decision, Declaration, Panel
from portal.db.session import action, db
from portal.demo.cast import BY_KEY
from portal.funds.models import FormVersion, Round
from portal.kit.dates import utc_now
from portal.kit.refs import new_id, new_ref
from portal.mail.models import Letter
from portal.messages import actions as answering
from portal.messages.actions import Asked
from portal.organisations.models import Exchange, JoinRequest, Merge, Organisation, TeamMember
from portal.organisations.queries import someone_for
from tests.assessments import builders

DAY = dt.timedelta(days=1)


def id_of(who: str) -> int:
    """The id of one of the cast."""
    found = someone_for(BY_KEY[who].email)
    assert found is not None
    assert found.person_id is not None
    return found.person_id


def home(who: str) -> Organisation:
    """The organisation of one of the cast."""
    return builders.organisation_of(who)


def the_round(*, closed: bool = False) -> Round:
    """The town's round; closed a week ago, with every reviewer's declaration, where that is asked for."""
    found = builders.the_round()
    if closed:
        with action() as session:
            found.opens_at, found.closes_at = utc_now() - 60 * DAY, utc_now() - 7 * DAY
            for who in ("ruth", "daniel", "hannah"):
                session.add(Declaration(round_id=found.id, person_id=id_of(who), declared_at=utc_now()))
    return found


def closed_rounds(number: int) -> None:
    """So many more rounds that have closed."""
    there = the_round()
    form = db.session.get_one(FormVersion, (there.id, there.form_number)).form
    columns = {column.key: getattr(there, column.key) for column in Round.__table__.columns if column.key != "id"}
    for _ in range(number):
        one = Round(**{**columns, "code": new_id().lower(), "opens_at": utc_now() - 90 * DAY, "form_number": 1})
        one.closes_at = utc_now() - 80 * DAY
        db.session.add(one)
        db.session.flush()
        db.session.add(FormVersion(round_id=one.id, number=1, form=form, made_at=utc_now()))


def withdrawn(number: int) -> None:
    """So many more applications of Amina's that were withdrawn."""
    for _ in range(number):
        builders.application(the_round(), home("amina"), state="withdrawn")


def shared(number: int) -> None:
    """So many more applications of Amina's that are shared with Farida."""
    for _ in range(number):
        one = builders.application(the_round(), home("amina"), state="withdrawn")
        farida, amina = id_of("farida"), id_of("amina")
        db.session.add(Guest(application_id=one.id, person_id=farida, role="read", invited_by=amina, since=utc_now()))


def sign_ins(number: int) -> None:
    """So many more sign-ins of Amina's."""
    for _ in range(number):
        sign_in_as(BY_KEY["amina"].email, own_device=True, client="Tests")


def members(number: int) -> None:
    """So many more people in Amina's team."""
    for _ in range(number):
        person = builders.person("Lee")
        db.session.add(
            TeamMember(organisation_id=home("amina").id, person_id=person.id, role="member", joined_at=utc_now())
        )


def asking(number: int) -> None:
    """So many more people who ask to join Amina's team."""
    for _ in range(number):
        ask(home("amina"), builders.person("Lee").id)


def asked(number: int) -> None:
    """So many more teams that Sam asks to join."""
    for _ in range(number):
        ask(builders.organisation(), id_of("sam"))


def ask(there: Organisation, person_id: int) -> None:
    """A request that waits."""
    now = utc_now()
    db.session.add(JoinRequest(organisation_id=there.id, person_id=person_id, asked_at=now, expires_at=now + 30 * DAY))


def twins(number: int) -> None:
    """So many more records of Amina's organisation, not merged."""
    tea = home("amina")
    for _ in range(number):
        builders.organisation(tea.name).name_key = tea.name_key


def merged(number: int) -> None:
    """So many more records that were merged into Amina's organisation, each with its team and its application."""
    tea, closed = home("amina"), the_round()
    for _ in range(number):
        record = builders.organisation()
        builders.application(closed, record, state="withdrawn")
        record.merged_into_id = tea.id
        made = {"because": "One hall.", "merged_by": id_of("joyce"), "merged_at": utc_now()}
        db.session.add(Merge(record_id=record.id, into_id=tea.id, **made))


def organisations(number: int) -> None:
    """So many more organisations to verify."""
    for _ in range(number):
        builders.organisation()


def exchanges(number: int) -> None:
    """So many more words about the check of Amina's organisation."""
    for _ in range(number):
        db.session.add(
            Exchange(
                organisation_id=home("amina").id,
                verb="answer",
                words="Two of us sign now.",
                written_by=id_of("amina"),
                written_at=utc_now(),
            )
        )


def officers(number: int) -> None:
    """So many more people with a role in the council."""
    for _ in range(number):
        db.session.add(CouncilRole(person_id=builders.person("Lee").id, role="reviewer", given_at=utc_now()))


def submitted(number: int) -> None:
    """So many more applications to check."""
    for _ in range(number):
        builders.application(the_round(), state="submitted")


def wanting_readers(number: int) -> None:
    """So many more applications that nobody reads yet."""
    for _ in range(number):
        builders.application(the_round(), state="assessing")


def readings(number: int) -> None:
    """So many more applications for Daniel to score."""
    for _ in range(number):
        found = builders.application(the_round(), state="assessing")
        db.session.add(
            Assessment(ref=new_id(), application_id=found.id, reviewer_id=id_of("daniel"), shared_at=utc_now())
        )


def findable(number: int) -> None:
    """So many more applications of groups for Daniel to score, found by their words."""
    readings(number)
    db.session.flush()
    words.find_unread()
    words.read_unread()


def reserved(number: int) -> None:
    """So many more applications on the reserve list."""
    for _ in range(number):
        builders.stand(builders.application(the_round(), state="reserved"), 300)


def scored(number: int) -> list[Application]:
    """So many more applications before the panel, each read by two."""
    readers = (id_of("daniel"), id_of("hannah"))
    return builders.scored(the_round(), [300_000] * number, readers=readers)


def confirmed(number: int) -> None:
    """So many more decisions whose letters wait."""
    there = the_round()
    if db.session.get(Panel, there.id) is None:
        db.session.add(Panel(round_id=there.id, budget_pence=there.budget_pence, committed_pence=0))
    for found in scored(number):
        db.session.add(
            Decision(
                ref=new_ref("D"),
                application_id=found.id,
                round_id=there.id,
                outcome="decline",
                amount_pence=0,
                reasons="There was too little money.",
                letter="Dear friends, there was too little money.",
                state="confirmed",
                proposed_by=id_of("joyce"),
                proposed_at=utc_now(),
                confirmed_by=id_of("martin"),
                confirmed_at=utc_now(),
            )
        )


def messages(number: int) -> None:
    """So many more messages to answer."""
    for _ in range(number):
        answering.send(Asked("grant", "May we?", email=f"{new_id()}@example.org".lower()), client=new_id(), by=None)


def letters(number: int) -> None:
    """So many more letters."""
    for place in range(number):
        db.session.add(
            Letter(
                ref=new_id(),
                to_address=f"somebody.{place}@example.org",
                subject="Your application",
                text="Dear friends",
                html="<p>Dear friends</p>",
                template="applications/mail/receipt",
                created_at=utc_now(),
                next_try_at=utc_now(),
            )
        )


def failed_letters(number: int) -> None:
    """So many more letters that failed."""
    letters(number)
    for row in db.session.new:
        if isinstance(row, Letter):
            row.status, row.error = "failed", "550 No such person"
