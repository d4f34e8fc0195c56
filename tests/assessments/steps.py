"""Short ways from a closed round to its scores, by the same verbs that the pages use."""

import datetime as dt
import threading
from collections.abc import Callable, Mapping, Sequence

from flask import Flask
from sqlalchemy import select, update

from portal.applications.models import Application
from portal.assessments import actions
from portal.assessments.models import Assessment, Conflict
from portal.assessments.scoring import Kept, Mark, Typed
from portal.db.session import action, db
from portal.funds import queries as funds
from portal.funds.models import Round
from portal.history.models import Deed
from portal.kit.dates import london_day, utc_now
from portal.kit.errors import Refusal
from portal.permissions import Someone
from tests import reader
from tests.assessments import builders

REVIEWERS = ("ruth", "daniel", "hannah")
REF_OF_CIRCLE = "grace"
"""Who leads the organisation in whose team Ruth, a reviewer, is."""


def closed_round(**columns: object) -> Round:
    """The town's round, closed a day ago."""
    round_ = builders.the_round()
    now, today = utc_now(), london_day(utc_now())
    days = {"checked_by": 3, "assessed_by": 10, "panel_on": 20, "told_by": 30}
    dates = {name: today + dt.timedelta(days=number) for name, number in days.items()}
    with action() as session:
        session.execute(
            update(Round)
            .where(Round.id == round_.id)
            .values(opens_at=now - dt.timedelta(days=30), closes_at=now - dt.timedelta(days=1), **dates | columns)
        )
    return round_


def sent(round_: Round, number: int = 1, state: str = "submitted", *, is_checked: bool = True) -> list[Application]:
    """Applications of organisations that nobody of the council knows."""
    with action():
        found = [builders.application(round_, state=state, is_checked=is_checked) for _ in range(number)]
        db.session.flush()
    return found


def sent_by(key: str, round_: Round, state: str = "assessing", title: str = "") -> Application:
    """An application of the organisation of one of the cast."""
    with action():
        return builders.application(round_, builders.organisation_of(key), state=state, title=title)


def declared(round_: Round, cast: Mapping[str, Someone], *keys: str) -> None:
    """These reviewers, or all, have declared that they have no conflict but those the portal knows."""
    for key in keys or REVIEWERS:
        actions.declare(round_, [], by=cast[key])


def shared_out(round_: Round, cast: Mapping[str, Someone]) -> None:
    """All have declared, and Joyce has shared the round out."""
    declared(round_, cast)
    actions.share_out(round_, by=cast["joyce"])


def readings(application: Application | None = None, state: str | None = None) -> list[Assessment]:
    """The readings as they stand in the database now."""
    db.session.rollback()
    question = select(Assessment).order_by(Assessment.id)
    if application is not None:
        question = question.where(Assessment.application_id == application.id)
    if state is not None:
        question = question.where(Assessment.state == state)
    return list(db.session.scalars(question))


def reader_of(assessment: Assessment, cast: Mapping[str, Someone]) -> Someone:
    """Who has to read it."""
    return next(someone for someone in cast.values() if someone.person_id == assessment.reviewer_id)


def sheet(application: Application, points: int | Mapping[str, int] = 3, reason: str = "Because.") -> dict[str, Typed]:
    """A whole score sheet as a fresh page sends it."""
    criteria = funds.form_of(application.round_id, application.form_number).criteria
    given = {each.code: points if isinstance(points, int) else points.get(each.code, 3) for each in criteria}
    return {code: Typed(Mark(number, reason), Kept().stamp()) for code, number in given.items()}


def finished(
    assessment: Assessment, cast: Mapping[str, Someone], points: int | Mapping[str, int] = 3, reason: str = "Because."
) -> None:
    """Its reader gives these points everywhere, and finishes."""
    application = db.session.get_one(Application, assessment.application_id)
    typed = sheet(application, points, reason)
    saved = actions.finish(assessment, typed, f"page of {assessment.id}", by=reader_of(assessment, cast))
    assert not saved.missing
    assert not saved.clashes


def state_of(application: Application) -> str:
    """The state of an application in the database now."""
    db.session.rollback()
    return db.session.get_one(Application, application.id).state


def at_once(app: Flask, acts: Sequence[Callable[[], object]]) -> list[object]:
    """What came of each act, refusals included; all start together, each on a connection of its own."""
    start = threading.Barrier(len(acts))
    came: list[object] = [None] * len(acts)

    def run(number: int) -> None:
        with app.app_context():
            start.wait()
            try:
                came[number] = acts[number]()
            except Exception as error:
                came[number] = error
            finally:
                db.session.remove()

    db.session.rollback()
    threads = [threading.Thread(target=run, args=(number,)) for number in range(len(acts))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [one for one in came if isinstance(one, Exception) and not isinstance(one, Refusal)] == []
    return came


def keys(client: reader.Reader) -> dict[str, list[str]]:
    """The two keys of a form, from a page that everybody signed in can open."""
    return reader.form_to(client.get("/account").get_data(as_text=True), "/sign-out").fields


def deeds(verb: str) -> list[Deed]:
    """What the history has of a verb."""
    db.session.rollback()
    return list(db.session.scalars(select(Deed).where(Deed.verb == verb).order_by(Deed.id)))


def conflicts_of(someone: Someone) -> list[tuple[int, str]]:
    """A person's conflicts: organisation and source."""
    db.session.rollback()
    rows = db.session.execute(
        select(Conflict.organisation_id, Conflict.source)
        .where(Conflict.person_id == someone.person_id)
        .order_by(Conflict.organisation_id)
    )
    return [tuple(row) for row in rows]
