"""Asking an applicant for changes in some answers, giving more time for them, and taking the request back."""

import datetime as dt
from collections.abc import Collection

from portal.applications import change_notices, reopened
from portal.applications.change_models import ChangeRequest
from portal.applications.change_queries import newest_of, open_of
from portal.applications.changing import NOT_SHOWN, NOTHING_ASKED, SAY_WHAT, last_due, snapshot, why_not_due
from portal.applications.models import Application
from portal.applications.queries import Written, written
from portal.applications.reading import shown
from portal.assessments.access import check, require
from portal.db.session import action, locked
from portal.funds.models import Round
from portal.history.actions import move, note
from portal.kit.dates import london_day, utc_now
from portal.kit.errors import Invalid, WrongState
from portal.kit.text import N_, Say, tidy
from portal.permissions import Permission as P
from portal.permissions import Someone
from portal.web.words import short_day

MOVED_ON = {
    "submitted": N_("A colleague has taken the request back meanwhile. The application waits to be checked."),
    "changes_asked": N_("A colleague has asked for changes meanwhile. What is asked stands on this page."),
    "withdrawn": N_("The partner has withdrawn the application meanwhile."),
}
ANSWERED = N_("The partner has answered meanwhile. The changes stand on this page.")
CHECKED = N_("A colleague has checked the application meanwhile.")


def ask(application: Application, codes: Collection[str], words: str, due: dt.date, *, by: Someone) -> ChangeRequest:
    """Ask for changes in these answers, in words, by a day; whoever writes in the application is told.

    Only these questions are open again. Raises NotThere in a conflict of interest, NotAllowed, WrongState where
    somebody was quicker, and Invalid, by field, for what cannot be asked.
    """
    now = utc_now()
    require(by, P.APPLICATION_TRIAGE)
    assert by.person_id is not None, "only a person has permissions"
    with action() as session:
        sent = locked(application)
        check(sent, by=by)
        if sent.state != "submitted":
            raise moved_on(sent)
        there, round_ = written(sent), session.get_one(Round, sent.round_id)
        wrong = faults(there, codes, words) | due_faults(due, round_)
        if wrong:
            raise Invalid(wrong)
        last = newest_of(sent.id)
        asked = [each.code for each in there.form.questions() if each.code in set(codes)]
        request = ChangeRequest(
            application_id=sent.id,
            number=last.number + 1 if last else 1,
            asked_by=by.person_id,
            asked_at=now,
            note=tidy(words),
            questions=asked,
            before=snapshot(there.form, asked, there.answers),
            due_on=due,
            due_set_at=now,
        )
        session.add(request)
        move(sent, "ask_changes", by=by, number=request.number, questions=asked, due=due.isoformat())
        reopened.keep_files(sent, request)
        change_notices.asked(sent, request, by=by)
    return request


def more_time(application: Application, number: int, due: dt.date, *, by: Someone) -> None:
    """Set another day for the request of that number, and tell who can answer it. Raises as `ask` does."""
    require(by, P.APPLICATION_TRIAGE)
    with action() as session:
        sent, request = still_open(application, number, by=by)
        wrong = due_faults(due, session.get_one(Round, sent.round_id))
        if wrong:
            raise Invalid(wrong)
        before = request.due_on
        if before == due:
            return
        request.due_on, request.due_set_at, request.reminded_at = due, utc_now(), None
        note(sent, "more_time", by=by, number=number, due=due.isoformat(), before=before.isoformat())
        change_notices.more_time(sent, request, before=before, by=by)


def take_back(application: Application, number: int, *, by: Someone) -> None:
    """Ask no more: the application stands as it was sent, and waits to be checked. Raises as `ask` does."""
    require(by, P.APPLICATION_TRIAGE)
    with action():
        sent, request = still_open(application, number, by=by)
        move(sent, "take_back_changes", by=by, number=number)
        reopened.close(sent, "taken_back", utc_now(), by=by)
        change_notices.taken_back(sent, request, by=by)


def still_open(application: Application, number: int, *, by: Someone) -> tuple[Application, ChangeRequest]:
    """An application and what is asked of it, both held, where it is the request of that number. Raises as above."""
    sent = locked(application)
    check(sent, by=by)
    request = open_of(sent.id)
    if request is None or request.number != number:
        raise moved_on(sent)
    return sent, locked(request)


def moved_on(application: Application) -> WrongState:
    """What became of an application while somebody had its page open."""
    last = newest_of(application.id)
    if application.state == "submitted" and last is not None and last.outcome == "answered":
        return WrongState(ANSWERED)
    return WrongState(MOVED_ON.get(application.state, CHECKED))


def faults(there: Written, codes: Collection[str], words: str) -> dict[str, Say]:
    """What is missing from a request or cannot be asked, by field."""
    can = {each.code for section in there.form.sections for each in shown(section, there.answers)}
    found = {}
    if not codes:
        found["questions"] = NOTHING_ASKED
    elif not set(codes) <= can:
        found["questions"] = NOT_SHOWN
    if not tidy(words):
        found["note"] = SAY_WHAT
    return found


def due_faults(due: dt.date, round_: Round) -> dict[str, Say]:
    """What stands against a day, by its field."""
    today = london_day(utc_now())
    say = why_not_due(due, today, round_.panel_on, short_day(last_due(today, round_.panel_on)))
    return {"due": say} if say else {}
