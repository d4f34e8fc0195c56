"""Before a word is written: may we apply at all, and the start."""

from typing import Any

from flask import Response, request, session, url_for
from flask_babel import gettext as _

from portal.applications import actions, copies, queries
from portal.applications.models import Application
from portal.applications.rules import why_not_start, wrong_answers
from portal.funds import queries as funds
from portal.funds.models import Round
from portal.funds.queries import RoundLine
from portal.funds.questions import EligibilityQuestion
from portal.kit.dates import utc_now
from portal.kit.errors import NotThere
from portal.kit.text import N_, Say
from portal.permissions import Permission as P
from portal.web.guards import public, requires
from portal.web.identity import me, person
from portal.web.pages import go, page, tell
from portal.web.words import translated

CHOOSE = N_("Choose yes or no for “{question}”")
OTHERS_MOST = 5
REF_MOST = 40
CARRIED = "eligible"
"""Where a browser's signed session carries the right answers until somebody has signed in."""


@public
def check(code: str) -> Response:
    """Ask the few questions that decide whether anybody from here can apply; no account is needed."""
    window = round_of(code)
    if why_not_start(utc_now(), window.opens_at, window.closes_at):
        return go("funds.show", code=code)
    questions = questions_of(window)
    sent = request.form if request.method == "POST" else request.args
    given = {each.code: sent.get(each.code, "") for each in questions}
    errors = unanswered(questions, given) if request.method == "POST" else {}
    if request.method != "POST" or errors:
        return check_page(window, questions, given, errors)
    wrong = wrong_answers(right_answers(questions), given)
    if wrong:
        against = [each for each in questions if each.code in wrong]
        chosen: dict[str, Any] = {**given, "code": code, "copy": wanted_copy()}
        again = url_for("applications.check", **chosen)
        return page("applications/not_yet", round=window, against=against, again=again, others=others(window))
    session[CARRIED] = {code: given}
    if me() is None:
        tell(_("Good news: you can apply. Sign in, and start."))
    return go("applications.start", code=code, copy=wanted_copy())


def others(window: Round) -> list[RoundLine]:
    """The rounds that somebody could look at instead: open or to come, the one that closes next first."""
    return [each for each in funds.live_rounds(utc_now()) if each.code != window.code][:OTHERS_MOST]


def check_page(
    window: Round, questions: tuple[EligibilityQuestion, ...], given: dict[str, str], errors: dict[str, Say]
) -> Response:
    """The page of questions, with what was chosen so far."""
    return page(
        "applications/check",
        status=422 if errors else 200,
        round=window,
        questions=questions,
        given=given,
        copy=wanted_copy(),
        wrong=errors,
        errors=[(code, translated(sentence)) for code, sentence in errors.items()],
    )


@requires(P.ACCOUNT_OWN)
def start(code: str) -> Response:
    """Say for whom, and begin; whoever has no organisation yet registers one first."""
    window, given = round_of(code), session.get(CARRIED, {}).get(code, {})
    if wrong_answers(right_answers(questions_of(window)), given):
        return go("applications.check", code=code, copy=wanted_copy())
    someone = person()
    if someone.place is None:
        return go("organisations.find", next=url_for("applications.start", code=code))
    source = queries.one_for(someone, wanted_copy() or "") if wanted_copy() else None
    if request.method == "POST":
        application = actions.start(window, given, by=someone, copy_of=source)
        return go("applications.show", ref=application.ref)
    return page(
        "applications/start",
        round=window,
        there=queries.live(window.id, someone.place.organisation_id),
        why_not=why_not_start(utc_now(), window.opens_at, window.closes_at),
        source=source,
        **(what_comes_along(source, window) if source else {}),
    )


def wanted_copy() -> str | None:
    """The reference of the application from which to start again, where the address names one."""
    return request.args.get("copy", "")[:REF_MOST] or None


def what_comes_along(source: Application, window: Round) -> dict[str, Any]:
    """How many answers of another application fit into this round's form, and those that do not."""
    found = copies.copy_into(source, window.id, window.form_number)
    return {"number": found.number, "left": copies.left_behind(found)}


def round_of(code: str) -> Round:
    """The round of that code. Raises NotThere."""
    window = funds.one(code)
    if window is None:
        raise NotThere()
    return window


def questions_of(window: Round) -> tuple[EligibilityQuestion, ...]:
    """What a round asks before anybody starts."""
    return funds.form_of(window.id, window.form_number).eligibility


def right_answers(questions: tuple[EligibilityQuestion, ...]) -> dict[str, str]:
    """The answer that each question must have."""
    return {each.code: each.right_answer for each in questions}


def unanswered(questions: tuple[EligibilityQuestion, ...], given: dict[str, str]) -> dict[str, Say]:
    """A sentence for each question that was answered neither yes nor no."""
    missing = [each for each in questions if given[each.code] not in {"yes", "no"}]
    return {each.code: Say(CHOOSE, question=each.question) for each in missing}
