"""Finding an organisation before registering one, registering it, and asking to join the one that is here."""

from typing import Any

from flask import Response, request, url_for
from flask_babel import gettext as _

from portal.accounts.kept import keep, kept_for
from portal.accounts.models import KeptForm
from portal.kit.errors import Invalid, NotThere, TooMany, WrongState
from portal.kit.text import N_, Say, one_line
from portal.organisations import actions, join_queries, requests
from portal.organisations.actions import Twin
from portal.organisations.blueprint import bp, status_of
from portal.organisations.forms import RegisterForm
from portal.organisations.joining import ANSWERED, JOINING, SEARCH_LEAST, outward
from portal.organisations.team_forms import AskForm
from portal.organisations.views import offered
from portal.permissions import Permission
from portal.web.forms import LINE_MOST
from portal.web.guards import NOT_KEPT, requires
from portal.web.identity import held_token, person
from portal.web.pages import away, go, page, safe_next, tell
from portal.web.words import translated

ASK = "ask"
TYPE_MORE = N_("Type three letters of the name or more, or a whole number.")


@bp.get("/organisations/find")
@requires(Permission.ORGANISATION_REGISTER)
def find() -> Response:
    """Look whether an organisation is here already, by its name or a number, before anybody registers it twice."""
    text = one_line(request.args.get("q", ""))[:LINE_MOST]
    asked, found, problem, status = "q" in request.args, None, None, 200
    if asked and len(text) < SEARCH_LEAST:
        problem, status = Say(TYPE_MORE), 422
    elif asked:
        try:
            requests.look(by=person())
            found = join_queries.found(text)
        except TooMany as error:
            problem, status = error.sentence, 429
    shown_too: dict[str, Any] = {"text": text, "found": found, "next_path": safe_next(request.args.get("next")) or ""}
    errors = [("q", translated(problem))] if problem else []
    return page("organisations/find", status=status, errors=errors, outward=outward, **shown_too)


@bp.route("/organisations/new", methods=["GET", "POST"])
@requires(Permission.ORGANISATION_REGISTER)
def register() -> Response:
    """Register an organisation, with a number or without; who finds theirs here already can ask to join it."""
    name = one_line(request.args.get("name", ""))[:LINE_MOST]
    form = RegisterForm(offered(), next=safe_next(request.args.get("next")) or "", name=name)
    if request.method == "POST" and request.form.get(ASK):
        return ask_instead(request.form[ASK])
    is_namesake, twin = bool(form.another.data), None
    if request.method == "POST" and form.validate():
        try:
            made = actions.register(form.details(), by=person(), is_another=form.another.data)
            tell(_("Your organisation is registered, and you are its lead."))
            return away(safe_next(form.next.data) or url_for("organisations.show", ref=made.ref))
        except Twin as error:
            form.refuse(error)
            is_namesake, twin = is_namesake or "name" in error.errors, shown(error, form)
        except Invalid as error:
            form.refuse(error)
    shown_too: dict[str, Any] = {"is_namesake": is_namesake, "twin": twin, "outward": outward}
    return page("organisations/register", status=status_of(form), form=form, errors=form.mistakes(), **shown_too)


def shown(error: Twin, form: RegisterForm) -> Any | None:
    """What anybody may know of the one that is here; nothing to somebody who tries many numbers and names."""
    try:
        requests.look(by=person())
    except TooMany as refusal:
        form.refuse(Invalid({"": refusal.sentence}))
        return None
    return join_queries.facts_by_id(error.organisation)


def ask_instead(ref: str) -> Response:
    """On to asking, with what was typed kept for a day, so that nobody types it twice."""
    organisation = join_queries.one_to_join(ref)
    fields = [(name, value) for name, value in request.form.items(multi=True) if name not in {*NOT_KEPT, ASK}]
    kept = keep(held_token(), url_for("organisations.register"), fields)
    return go("organisations.ask", ref=organisation.ref, kept=kept)


@bp.route("/organisations/<ref>/join", methods=["GET", "POST"])
@requires(Permission.ORGANISATION_REGISTER)
def ask(ref: str) -> Response:
    """Ask the leads of an organisation to join its team."""
    organisation = join_queries.one_to_join(ref)
    if organisation.id in person().organisation_ids():
        tell(_("You are in this team already."))
        return go("organisations.show", ref=ref)
    form = AskForm(kept=request.args.get("kept", ""))
    if request.method == "POST" and form.validate():
        try:
            return go("organisations.asked", ref=requests.ask(organisation, form.line.data, by=person()).ref)
        except TooMany as error:
            form.refuse(Invalid({"line": error.sentence}))
    shown_too: dict[str, Any] = {"organisation": organisation, "kept": kept_before(form.kept.data), "outward": outward}
    return page("organisations/ask", status=status_of(form), form=form, errors=form.mistakes(), **shown_too)


def kept_before(ref: str | None) -> KeptForm | None:
    """What was typed into the other form, while it is kept."""
    try:
        return kept_for(person(), ref) if ref else None
    except NotThere:
        return None


@bp.get("/organisations/requests/<ref>")
@requires(Permission.ACCOUNT_OWN)
def asked(ref: str) -> Response:
    """What you asked, who has to answer, and by when you hear."""
    found = join_queries.own(person(), ref)
    return page("organisations/asked", found=found, where=JOINING.state(found.state))


@bp.post("/organisations/requests/<ref>/withdraw")
@requires(Permission.ACCOUNT_OWN)
def withdraw_request(ref: str) -> Response:
    """Take your request back."""
    try:
        requests.withdraw(ref, by=person())
        tell(_("You no longer ask to join. You can ask again at any time."))
    except WrongState:
        tell(ANSWERED, "warning")
    return go("organisations.asked", ref=ref)
