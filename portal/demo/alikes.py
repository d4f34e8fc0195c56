"""Applications of the demonstration that look like others: one copied from another, and two with one treasurer."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.applications.models import Application, Keyed, SectionAnswers
from portal.assessments import alike_looking, alike_settling
from portal.assessments.alike_looking import Taken
from portal.assessments.alike_models import Look, Suspicion
from portal.demo.cast import BY_KEY
from portal.demo.words import read_toml
from portal.funds.queries import form_of
from portal.funds.questions import Kind
from portal.kit.dates import utc_now
from portal.organisations.queries import someone_for


def lay(session: Session, round_id: int) -> None:
    """Four that were sent to a round: the last two have the same words, the two before them the same second contact.

    The portal has looked at these and found it. Joyce rang about the treasurer; the copy waits for her.
    """
    typed_in = select(Keyed.application_id)
    sent = session.scalars(
        select(Application)
        .where(Application.round_id == round_id, Application.state == "submitted", Application.id.not_in(typed_in))
        .order_by(Application.id.desc())
        .limit(4)
    ).all()
    copy, copied, one, other = sent
    copy_words(session, copied, copy)
    share_treasurer(session, one, other)
    for each in sent:
        look_at(session, each)
    joyce = someone_for(BY_KEY["joyce"].email)
    assert joyce is not None, "she is of the cast"
    first, second = sorted((one.id, other.id))
    question = select(Suspicion).where(Suspicion.first_id == first, Suspicion.second_id == second)
    found = session.scalars(question).one()
    alike_settling.settle(found, "clear", read_toml("town/checks")["alike"]["because"], found.version, by=joyce)


def copy_words(session: Session, source: Application, target: Application) -> None:
    """Write into one what another says at length, each time beginning with its second sentence."""
    form = form_of(source.round_id, source.form_number)
    for section in form.sections:
        texts = [each.code for each in section.questions if each.kind is Kind.LONG_TEXT]
        theirs, ours = (session.get(SectionAnswers, (each.id, section.code)) for each in (source, target))
        if theirs is None or ours is None:
            continue
        said = {code: turned(theirs.answers[code]) for code in texts if theirs.answers.get(code)}
        ours.answers = {**ours.answers, **said}
        target.summary = said.get(form.marked("summary").code, target.summary)
    session.flush()


def turned(text: str) -> str:
    """A text that begins with its second sentence; the first one comes last."""
    first, stop, rest = text.partition(". ")
    return f"{rest} {first}." if stop else text


def share_treasurer(session: Session, *both: Application) -> None:
    """Name the same second contact in both."""
    first, second = (session.get_one(SectionAnswers, (each.id, "contacts")) for each in both)
    shared = {code: first.answers[code] for code in ("second_name", "second_email")}
    second.answers = {**second.answers, **shared}
    session.flush()


def look_at(session: Session, application: Application) -> None:
    """What the worker does with it."""
    now = utc_now()
    session.add(Look(application_id=application.id, due_at=now, tries=1))
    session.flush()
    alike_looking.look_at(Taken(application.id, now, 1))
