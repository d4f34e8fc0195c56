"""Starting again from a copy: where to, what comes along, and what does not."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from sqlalchemy import exists, select

from portal.applications.copying import Copied, copied
from portal.applications.merging import Sheet
from portal.applications.models import Application
from portal.applications.queries import lists, written
from portal.applications.reading import Line, line_of
from portal.applications.writing import keep
from portal.db.session import db
from portal.funds.models import Round
from portal.funds.queries import form_of
from portal.history.actions import note
from portal.kit.refs import new_id
from portal.organisations.one import is_of
from portal.permissions import Someone

ROUNDS_MOST = 25


def rounds_for(application: Application, now: dt.datetime) -> Sequence[Any]:
    """The open rounds into which an application could be copied, and whether its organisation has one there already."""
    live = exists().where(
        Application.round_id == Round.id,
        is_of(Application.organisation_id, application.owner_id),
        Application.state != "withdrawn",
    )
    found: Sequence[Any] = db.session.execute(
        select(Round.code, Round.title, Round.closes_at, live.label("has_one"))
        .where(Round.opens_at <= now, Round.closes_at > now)
        .order_by(Round.closes_at, Round.code)
        .limit(ROUNDS_MOST)
    ).all()
    return found


def copy_into(source: Application, round_id: int, form_number: int) -> Copied:
    """What of an application fits into the form of a round, and what does not."""
    there = written(source)
    return copied(there.form, there.answers, form_of(round_id, form_number))


def left_behind(what: Copied) -> list[Line]:
    """What does not fit, in words, to copy by hand."""
    words = lists()
    return [line_of(question, value, words) for question, value in what.left]


def carry_over(source: Application, draft: Application, at: dt.datetime, *, by: Someone) -> None:
    """Put what fits of an application into a draft that was begun just now, in the transaction of its beginning."""
    found = copy_into(source, draft.round_id, draft.form_number)
    draft.copied_from = source.id
    note(draft, "copy", by=by, source=source.id)
    form = form_of(draft.round_id, draft.form_number)
    for code, answers in found.sections.items():
        keep(draft, Sheet(form.section(code), answers, 0, new_id(), {}), at, by=by)


def source_of(application: Application) -> Application | None:
    """The application that this one was copied from."""
    return db.session.get(Application, application.copied_from) if application.copied_from else None
