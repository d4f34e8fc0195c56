"""Applications of the demonstration about which the council asked: one waits for its answer, one came back."""

import datetime as dt
from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.accounts.models import Person
from portal.applications.change_models import ChangeRequest
from portal.applications.changing import check_by, snapshot, usual_due
from portal.applications.models import EarlierAnswers, SectionAnswers
from portal.demo.cast import BY_KEY
from portal.demo.sendings import Desk, Sent, deed
from portal.kit.dates import london_day, utc_now

ASKED = ("plan", "starts")
SECTION = "project"
WORDS = """Thank you for a good application. Two things are not clear to us yet:

– Who will help people, and on which days?
– Could you start a little later? Our letters go out shortly before the day that you name."""
MORE = "\n\nTwo of our own volunteers help on Tuesdays. On Thursdays a third one joins them, who lends out tablets."
REPLY = "We can start on the day that we named: our hall is ours from then on."
HOUR = dt.timedelta(hours=1)


def lay(session: Session, desk: Desk, sent: Sequence[Sent]) -> None:
    """Joyce asks two of those who sent something to this round; one has answered."""
    joyce = session.scalars(select(Person.id).where(Person.email == BY_KEY["joyce"].email)).one()
    waiting = next(one for one in sent if one.plan == "changes_asked")
    back = [one for one in sent if one.plan == "submitted"][-1]
    for one in (waiting, back):
        session.add(asked(desk, one, joyce))
    session.flush()
    answer(session, desk, back)
    session.flush()


def asked(desk: Desk, one: Sent, joyce: int) -> ChangeRequest:
    """What Joyce asked, and that she did."""
    row, now = one.row, utc_now()
    assert row.submitted_at is not None
    at = max(min(row.submitted_at + 20 * HOUR, now - 30 * HOUR), row.submitted_at + dt.timedelta(minutes=5))
    answers = {code: value for section in row.sections for code, value in section.answers.items()}
    facts = {"number": 1, "questions": list(ASKED)}
    desk.session.add(deed("application", row.id, "ask_changes", at, joyce, ("submitted", "changes_asked"), **facts))
    return ChangeRequest(
        application_id=row.id,
        number=1,
        asked_by=joyce,
        asked_at=at,
        note=WORDS,
        questions=list(ASKED),
        before=snapshot(desk.form, ASKED, answers),
        due_on=usual_due(london_day(now), desk.round.panel_on),
        due_set_at=at,
    )


def answer(session: Session, desk: Desk, one: Sent) -> None:
    """Its lead says who helps, and leaves the other answer as it was."""
    request = session.get_one(ChangeRequest, (one.row.id, 1))
    row = session.get_one(SectionAnswers, (one.row.id, SECTION))
    lead, at = one.team.lead_id, request.asked_at + dt.timedelta(minutes=4)
    session.add(
        EarlierAnswers(
            application_id=one.row.id,
            section=SECTION,
            answers={"plan": row.answers["plan"]},
            version=row.version,
            saved_at=row.saved_at,
            saved_by=row.saved_by,
        )
    )
    row.answers = {**row.answers, "plan": row.answers["plan"] + MORE}
    row.version, row.saved_at, row.saved_by = row.version + 1, at, lead
    request.after, request.reply = request.before | {"plan": row.answers["plan"]}, REPLY
    request.check_by = check_by(london_day(at), desk.round.checked_by)
    request.end("answered", at, lead)
    session.add(deed("application", one.row.id, "save", at, lead, section=SECTION, version=row.version))
    ways = ("changes_asked", "submitted")
    session.add(deed("application", one.row.id, "answer_changes", at, lead, ways, number=1))
