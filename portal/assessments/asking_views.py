"""The council's pages of changes that it asks for: choosing the questions, and what came back."""

from typing import Any

from flask import Response, request

from portal.applications import queries as applications
from portal.applications.changing import last_due, usual_due
from portal.applications.models import Application
from portal.applications.reading import shown
from portal.assessments import asked, asking, queries
from portal.assessments.asking_forms import AskForm, DueForm
from portal.assessments.blueprint import bp
from portal.kit.dates import london_day, utc_now
from portal.kit.errors import Invalid, Refusal, WrongState
from portal.kit.text import N_, Say
from portal.permissions import Permission as P
from portal.web.guards import requires
from portal.web.identity import person
from portal.web.pages import go, offer_next, page, tell
from portal.web.words import short_day, translated

ASKED = N_("You have asked about {title}. We have told the partner by e-mail.")
MORE_TIME = N_("They can answer until {day}. We have told them by e-mail.")
TAKEN_BACK = N_("The request is taken back, and the partner told by e-mail. The application waits to be checked.")


@bp.route("/review/applications/<ref>/changes/ask", methods=["GET", "POST"])
@requires(P.APPLICATION_TRIAGE)
def ask_changes(ref: str) -> Response:
    """Choose questions, say what is wanted and by when; who comes second keeps their words."""
    found, today = queries.one_for(person(), ref), london_day(utc_now())
    if request.method != "POST" and found.state != "submitted":
        return go("assessments.application", ref=ref)
    form = AskForm(due=short_day(usual_due(today, found.round.panel_on)))
    if request.method != "POST":
        return ask_page(found, form)
    if not form.validate():
        return ask_page(found, form, 422)
    title, following = found.title, queries.next_to_check(found, person())
    try:
        asking.ask(found, form.questions.data, form.note.data, form.day(), by=person())
    except Refusal as error:
        return ask_page(found, form, refuse(form, error))
    tell(Say(ASKED, title=title))
    if following:
        return go("assessments.application", ref=following)
    offer_next("to_triage")
    return go("assessments.application", ref=ref)


def refuse(form: DueForm, error: Refusal) -> int:
    """Put a refusal beside what was typed; the status that it has. Raises it again where the page is not theirs."""
    if isinstance(error, Invalid):
        form.refuse(error)
        return 422
    if isinstance(error, WrongState):
        form.form_errors.append(translated(error.sentence))
        return 409
    raise error


def ask_page(application: Application, form: AskForm, status: int = 200) -> Response:
    """The questions that this applicant was shown, by part."""
    there = applications.sent(application)
    parts = [(section, shown(section, there.answers)) for section in there.form.sections]
    last = last_due(london_day(utc_now()), application.round.panel_on)
    context: dict[str, Any] = {"application": application, "parts": parts, "last": last}
    return page("assessments/ask_changes", status=status, form=form, errors=form.mistakes(), **context)


@bp.get("/review/applications/<ref>/changes")
@requires(P.ROUND_READ)
def changes(ref: str) -> Response:
    """What was asked, and each answer before and after; the newest request where no other is named."""
    return changes_page(queries.one_for(person(), ref), number=request.args.get("number", type=int))


def changes_page(
    application: Application, form: DueForm | None = None, *, number: int | None = None, status: int = 200
) -> Response:
    """The page of one request, with what can be done while nobody has answered it."""
    found = asked.numbered(application, person(), number)
    today, due = london_day(utc_now()), found.request.due_on
    offered = usual_due(today, application.round.panel_on) if found.is_late else due
    form = form or DueForm(number=str(found.request.number), due=short_day(offered))
    form.due.data = form.due.data or short_day(offered)
    is_open = found.request.ended_at is None and person().may(P.APPLICATION_TRIAGE)
    context: dict[str, Any] = {"application": application, "asked": found, "is_open": is_open}
    return page("assessments/changes", status=status, form=form, errors=form.mistakes(), **context)


@bp.post("/review/applications/<ref>/changes/day")
@requires(P.APPLICATION_TRIAGE)
def more_time(ref: str) -> Response:
    """Set another day by which they answer."""
    found, form = queries.one_for(person(), ref), DueForm()
    if not form.validate():
        return changes_page(found, form, status=422)
    try:
        asking.more_time(found, form.which(), form.day(), by=person())
    except Refusal as error:
        status = refuse(form, error)
        return changes_page(found, form, status=status)
    tell(Say(MORE_TIME, day=short_day(form.day())))
    return go("assessments.changes", ref=ref)


@bp.post("/review/applications/<ref>/changes/take-back")
@requires(P.APPLICATION_TRIAGE)
def take_back_changes(ref: str) -> Response:
    """Ask no more, and go back to checking it as it was sent."""
    found, form = queries.one_for(person(), ref), DueForm()
    try:
        asking.take_back(found, form.which(), by=person())
    except Refusal as error:
        status = refuse(form, error)
        return changes_page(found, form, status=status)
    tell(TAKEN_BACK)
    return go("assessments.application", ref=ref)
