"""Short ways to have applications sent that are like others, and looked at."""

from collections.abc import Mapping

from sqlalchemy import select

from portal.applications.models import Application, SectionAnswers
from portal.assessments import alike_looking
from portal.assessments.alike import Reason, reasons_in
from portal.assessments.alike_models import Look, Suspicion
from portal.db.session import action, db
from portal.funds.models import Round
from portal.kit.dates import utc_now
from portal.kit.refs import new_id
from portal.organisations.models import Organisation
from tests.assessments import builders
from tests.assessments.voices import QUESTIONS


def sent(
    round_: Round,
    texts: Mapping[str, str] = {},
    home: Organisation | None = None,
    state: str = "submitted",
    **facts: str,
) -> Application:
    """An application with these texts, of a new organisation of which these facts are true, for the worker to see."""
    with action() as session:
        home = home or builders.organisation()
        for name, value in facts.items():
            setattr(home, name, value)
        found = builders.application(round_, home, state=state)
        write(found, texts)
        alike_looking.ask(session, found)
    return found


def write(application: Application, texts: Mapping[str, str]) -> None:
    """Put these texts into an application."""
    sections: dict[str, dict[str, str]] = {}
    for code, text in texts.items():
        sections.setdefault(QUESTIONS[code][0], {})[code] = text
    for section, answers in sections.items():
        row = db.session.get(SectionAnswers, (application.id, section))
        if row is not None:
            row.answers = answers
            continue
        db.session.add(
            SectionAnswers(
                application_id=application.id,
                section=section,
                answers=answers,
                version=1,
                saved_at=utc_now(),
                saved_by=application.started_by,
                form=new_id(),
            )
        )


def look() -> int:
    """Let the worker look at all that waits; how many there were."""
    count = 0
    while alike_looking.look_at_next():
        count += 1
    db.session.rollback()
    return count


def waiting() -> list[int]:
    """The applications that wait to be looked at."""
    db.session.rollback()
    return list(db.session.scalars(select(Look.application_id).where(Look.due_at.is_not(None)).order_by(Look.due_at)))


def suspicions(state: str | None = None) -> list[Suspicion]:
    """The suspicions as they stand in the database now."""
    db.session.rollback()
    question = select(Suspicion).order_by(Suspicion.id)
    return list(db.session.scalars(question if state is None else question.where(Suspicion.state == state)))


def reasons(one: Application, other: Application) -> list[Reason]:
    """Why two are suspected; nothing where they are not."""
    pair = sorted((one.id, other.id))
    return [
        reason
        for each in suspicions()
        if [each.first_id, each.second_id] == pair
        for reason in reasons_in(each.reasons)
    ]


def between(one: Application, other: Application) -> Suspicion:
    """The suspicion between two."""
    pair = sorted((one.id, other.id))
    return next(each for each in suspicions() if [each.first_id, each.second_id] == pair)
