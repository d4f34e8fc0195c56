"""Assisted digital: typing an application in for somebody who comes by phone, on paper or in person."""

from typing import Any

from flask import Response, request
from flask_babel import gettext as _

from portal.applications import handing, keyed, needed, queries, typing_in
from portal.applications.change_queries import question_of
from portal.applications.eligibility_views import questions_of, round_of, unanswered
from portal.applications.forms import KeyForm
from portal.applications.keying import DAYS_TO_TYPE, WAYS_IN, last_to_type, why_not_type
from portal.applications.rules import MACHINE
from portal.applications.stops import way
from portal.funds.models import Round
from portal.kit.dates import utc_now
from portal.kit.errors import Invalid, NotThere, WrongState
from portal.kit.text import N_, Say, one_line
from portal.organisations import assisting, join_queries
from portal.organisations.actions import Twin
from portal.organisations.forms import RegisterForm
from portal.organisations.joining import SEARCH_LEAST, outward
from portal.organisations.models import Organisation
from portal.organisations.views import offered
from portal.permissions import Permission as P
from portal.web.forms import LINE_MOST
from portal.web.guards import requires
from portal.web.identity import person
from portal.web.pages import go, page, tell
from portal.web.words import translated

TYPE_MORE = N_("Type three letters of the name or more, or a whole number.")
ROUNDS_MOST = 25
COLLEAGUES = "colleagues"
"""Whose applications for others are listed, as the address says it; one's own otherwise."""


@requires(P.APPLICATION_KEY_IN)
def assisted() -> Response:
    """What this person types in for others, or their colleagues do, and the rounds for which more can be."""
    now, place = utc_now(), (request.args.get("after"), request.args.get("before"))
    is_colleagues = request.args.get("whose") == COLLEAGUES
    found = keyed.begun_by_colleagues(person(), now, *place) if is_colleagues else keyed.typed_in(person(), *place)
    rounds = keyed.open_to_typing(now, ROUNDS_MOST, DAYS_TO_TYPE)
    shown: dict[str, Any] = {"page": found, "is_colleagues": is_colleagues, "machine": MACHINE, "ways": WAYS_IN}
    return page("applications/assisted", rounds=rounds, until=last_to_type, **shown)


@requires(P.APPLICATION_KEY_IN)
def find_for(code: str) -> Response:
    """Look for the organisation of somebody who wants to apply, before it is registered twice."""
    window, text = round_of(code), one_line(request.args.get("q", ""))[:LINE_MOST]
    too_short = "q" in request.args and len(text) < SEARCH_LEAST
    found = join_queries.found(text) if "q" in request.args and not too_short else None
    shown: dict[str, Any] = {"round": window, "text": text, "found": found, "outward": outward}
    errors = [("q", translated(TYPE_MORE))] if too_short else []
    return page("applications/find_for", status=422 if errors else 200, why_not=closed(window), errors=errors, **shown)


@requires(P.APPLICATION_KEY_IN)
def register_for(code: str) -> Response:
    """Register an organisation for somebody; the one they speak to can take it over later."""
    window = round_of(code)
    if closed(window):
        return go("applications.find_for", code=code)
    form = RegisterForm(offered(), name=one_line(request.args.get("name", ""))[:LINE_MOST])
    is_namesake, twin = bool(form.another.data), None
    if request.method == "POST" and form.validate():
        try:
            made = assisting.register_for(form.details(), by=person(), is_another=form.another.data)
            return go("applications.key_in", code=code, organisation=made.ref)
        except Twin as error:
            form.refuse(error)
            is_namesake = is_namesake or "name" in error.errors
            twin = join_queries.facts_by_id(error.organisation)
        except Invalid as error:
            form.refuse(error)
    shown: dict[str, Any] = {"round": window, "is_namesake": is_namesake, "twin": twin, "outward": outward}
    status = 422 if form.errors else 200
    return page("applications/register_for", status=status, form=form, errors=form.mistakes(), **shown)


@requires(P.APPLICATION_KEY_IN)
def key_in(code: str, organisation: str) -> Response:
    """Say how it came and who speaks for them, answer what decides whether they can apply, and begin."""
    window, theirs = round_of(code), join_queries.one_to_join(organisation)
    form, questions = KeyForm(), questions_of(window)
    given = {each.code: request.form.get(each.code, "") for each in questions}
    wrong: dict[str, Say] = {}
    if request.method == "POST":
        is_valid, wrong = form.validate(), unanswered(questions, given)
        if is_valid and not wrong:
            try:
                made = typing_in.key_in(window, theirs, given, form.came(), by=person())
                return go("applications.show", ref=made.ref)
            except Invalid as error:
                wrong = {name: say for name, say in error.errors.items() if name in given}
                form.refuse(Invalid({name: say for name, say in error.errors.items() if name not in given}))
            except WrongState as error:
                form.refuse(Invalid({"": error.sentence}))
    errors = form.mistakes() + [(name, translated(sentence)) for name, sentence in wrong.items()]
    shown: dict[str, Any] = {"round": window, "organisation": theirs, "questions": questions, "given": given}
    shown |= {"wrong": wrong, "why_not": closed(window), "until": last_to_type(window.closes_at)}
    return page("applications/key_in", status=422 if errors else 200, form=form, errors=errors, **shown)


def closed(window: Round) -> Say | None:
    """Why nothing can be typed in for a round now, or None while it can."""
    return why_not_type(utc_now(), window.opens_at, window.closes_at)


@requires(P.APPLICATION_KEY_IN)
def hand_over(ref: str) -> Response:
    """Send the contact the link again with which they take over."""
    application = queries.one_for(person(), ref)
    if application.keyed is None:
        raise NotThere()
    email = application.keyed.contact_email
    if handing.hand_over(application, by=person()):
        tell(Say(N_("The link is on its way to {email}."), email=email))
    else:
        tell(_("No link was sent: there is no e-mail address, or somebody leads this organisation already."), "warning")
    return go("applications.show", ref=ref)


@requires(P.APPLICATION_KEY_IN)
def take_over(ref: str) -> Response:
    """Go on with what a colleague types in or has sent for somebody, in their place."""
    application = keyed.typed_open(ref)
    if keyed.acts_for(application, person()):
        raise NotThere()
    if keyed.is_typing(application, person()):
        return go("applications.show", ref=ref)
    if request.method == "POST":
        typing_in.take_over(application, by=person())
        is_sent = application.state != "draft"
        tell(
            _("You look after it from now on.")
            if is_sent
            else _("You type it in from now on. All that was written is there.")
        )
        return go("applications.show", ref=ref)
    until = last_to_type(application.round.closes_at)
    return page("applications/take_over", application=application, marked=keyed.marked(application), until=until)


@requires(P.APPLICATION_KEY_IN)
def letter(ref: str) -> Response:
    """The receipt as a letter to print and post, for somebody without an e-mail address."""
    application = queries.one_for(person(), ref)
    if application.keyed is None or application.submitted_at is None:
        raise NotThere()
    return page(
        "applications/letter",
        application=application,
        organisation=address_of(application.organisation),
        reading=queries.reading(application),
        sent_with=needed.sent_with(application),
        stops=way(application.state, application.round, application.submitted_at, question_of(application)),
        marked=keyed.marked(application),
    )


def address_of(organisation: Organisation) -> list[str]:
    """The lines of an address as they stand on a letter."""
    return [organisation.name, *organisation.address.splitlines(), organisation.postcode]
