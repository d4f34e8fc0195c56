"""The gate on the application's page: what an officer sees, marks, is refused and chooses, with and without script."""

import datetime as dt
import re
from html import unescape

import pytest
from sqlalchemy import update

from portal.accounts.models import CouncilRole
from portal.applications.models import Application
from portal.assessments import actions
from portal.assessments.diligence import ASK, FAIL, PASS, Mark
from portal.db.session import action, db
from portal.files.models import File
from portal.funds.queries import form_of
from portal.kit.dates import london_day, utc_now
from portal.organisations.models import Organisation
from portal.organisations.queries import someone_for
from portal.permissions import Role
from portal.web.words import short_day
from tests import reader
from tests.applications.test_needed import needs
from tests.assessments import gates, steps
from tests.desk.chronicle import sentences
from tests.files.steps import give, look_at_all

PART = {"HX-Request": "true", "HX-Request-Type": "partial"}
COUPLE = "Jo and Sam are a couple."
WHY_NOT = "This fund is only for people who live in Leeds."
NOT_RELATED = "Two people have to answer for the grant who are not related and do not live together."
CANARY = "A heron canary"
CHECKS = ("organisation", "people", "uses")


def page_of(application: Application) -> str:
    """Where it is read."""
    return f"/review/applications/{application.ref}"


def text_of(client, application: Application) -> str:
    """Its page."""
    answer = client.get(page_of(application))
    assert answer.status_code == 200
    return unescape(answer.get_data(as_text=True))


def form_on(client, application: Application) -> reader.Form:
    """The form on its page, as a browser has it."""
    html = client.get(page_of(application)).get_data(as_text=True)
    return reader.form_to(html, f"{page_of(application)}/check")


def press(client, form: reader.Form, *, save: bool = False, **typed: str):
    """Send the form with these fields; "__" in a name stands for a hyphen."""
    fields = {name.replace("__", "-"): value for name, value in typed.items()}
    return client.post(form.action, data=form.fields | fields | ({"save": "yes"} if save else {}))


def marks(verdict: str = PASS, **others: str) -> dict[str, str]:
    """This verdict on each check."""
    return {f"verdict-check-{code}": verdict for code in CHECKS} | others


def summary(answer) -> str:
    """The summary of what has to be mended."""
    return unescape(answer.get_data(as_text=True)).split('class="govuk-error-summary"')[1].split("</ul>")[0]


def reasons_in(answer) -> str:
    """What stands in the box for reasons."""
    html = unescape(answer.get_data(as_text=True))
    return re.search(r'<textarea[^>]*name="reasons"[^>]*>\n(.*?)</textarea>', html, re.DOTALL)[1]


@pytest.fixture
def one(app) -> Application:
    """An application at which nobody has looked, and whose partner answered every rule as they must."""
    [found] = steps.sent(steps.closed_round(), is_checked=False)
    rules = form_of(found.round_id, found.form_number).eligibility
    with action() as session:
        right = {rule.code: rule.right_answer for rule in rules}
        session.execute(update(Application).where(Application.id == found.id).values(eligibility=right))
    return found


def test_an_officer_reads_each_rule_with_the_answer_and_what_it_says_where_it_does_not_fit(one, as_) -> None:
    text = text_of(as_("joyce"), one)
    rules = form_of(one.round_id, one.form_number).eligibility
    for rule in rules:
        legend = text.index(f">{rule.question}</legend>")
        said = {"yes": "Yes", "no": "No"}[rule.right_answer]
        hint = text[legend:].split("</div>")[0]
        assert f"They said: {said}." in hint
        assert f"“{rule.why_not}”" in hint
    assert len(rules) == 6


def test_the_portal_writes_what_it_knows_beside_a_check(app, one, cast, as_) -> None:
    with action() as session:
        home = session.get_one(Organisation, one.organisation_id)
        home.charity_number, home.main_contact_name, home.main_contact_email = "1990661", "Jo Bell", "jo@example.org"
    text = text_of(as_("joyce"), one)
    for fact in ("Our check says: To verify.", "Charity number: 1990661.", "Signed by Lee.", "Jo Bell."):
        assert fact in text
    assert "Not paid for: anything you have already bought, or agreed to buy; " in text


def test_a_document_is_a_line_only_where_the_round_needs_it_and_says_until_when_it_counts(
    app, cast, as_, letters
) -> None:
    policy = {"title": "Your safeguarding policy", "sort": "safeguarding", "required": False}
    needs(cast, policy)
    ends = london_day(utc_now()) + dt.timedelta(days=90)
    give(cast["amina"], "safeguarding", ends=ends)
    look_at_all()
    round_ = steps.closed_round()
    application = steps.sent_by("amina", round_, state="submitted")
    text = text_of(as_("joyce"), application)
    assert f"Your safeguarding policy: We have it, until {short_day(ends)}." in text
    assert "Its insurance is in date" not in text
    assert db.session.query(File).count() == 1


def test_without_script_the_checks_are_saved_by_their_button_and_the_reasons_begin_with_what_failed(
    one, cast, as_
) -> None:
    joyce = as_("joyce")
    typed = {
        "verdict__rule__area": FAIL,
        "note__rule__area": "The records say Wakefield.",
        "verdict__check__people": FAIL,
        "note__check__people": COUPLE,
        "verdict__check__uses": PASS,
    }
    answer = press(joyce, form_on(joyce, one), save=True, **typed)
    assert (answer.status_code, answer.location) == (303, page_of(one))
    shown = joyce.get(page_of(one))
    assert reasons_in(shown).startswith(WHY_NOT)
    assert reasons_in(shown).endswith(f"The records say Wakefield.\n\n{NOT_RELATED} {COUPLE}")
    text = unescape(shown.get_data(as_text=True))
    assert "The checks are saved." in text
    assert "Fails: Joyce Adeyemi, " in text
    assert "2 lines failed" in text
    assert "1 line to look at" in text


def test_eligible_is_refused_in_a_sentence_beside_the_question_and_in_the_summary(one, as_, letters) -> None:
    joyce, before = as_("joyce"), len(letters())
    typed = marks(outcome="eligible") | {"verdict-check-people": FAIL, "note-check-people": COUPLE}
    answer = press(joyce, form_on(joyce, one), **typed)
    sentence = "It can go on once every line passes. Failed: “Two people answer for it"
    assert (answer.status_code, sentence in summary(answer)) == (422, True)
    assert (
        f'id="outcome-error" class="govuk-error-message"><span class="govuk-visually-hidden">Error:</span> {sentence}'
        in (unescape(answer.get_data(as_text=True)))
    )
    assert (steps.state_of(one), len(letters())) == ("submitted", before)
    assert gates.kept(one)["check-people"] == (FAIL, COUPLE)
    assert press(joyce, form_on(joyce, one), outcome="eligible", verdict__check__people=PASS).status_code == 303
    assert steps.state_of(one) == "assessing"


def test_not_eligible_shows_what_failed_before_it_is_sent_and_sends_what_was_made_of_it(one, as_, letters) -> None:
    joyce, before = as_("joyce"), len(letters())
    failing = {"outcome": "not_eligible", "verdict__check__people": FAIL, "note__check__people": COUPLE}
    answer = press(joyce, form_on(joyce, one), **failing)
    assert (answer.status_code, reasons_in(answer)) == (422, f"{NOT_RELATED} {COUPLE}")
    assert "Read them, change what you like, then send them." in summary(answer)
    assert len(letters()) == before
    form = reader.form_to(answer.get_data(as_text=True), f"{page_of(one)}/check")
    sent = press(joyce, form, outcome="not_eligible", reasons=f"{NOT_RELATED} Please ring us.")
    assert (sent.status_code, steps.state_of(one)) == (303, "not_eligible")
    assert f"{NOT_RELATED} Please ring us." in letters()[-1].text
    assert COUPLE not in letters()[-1].text


@pytest.mark.parametrize("verdict", [FAIL, ASK])
@pytest.mark.parametrize("outcome", ["eligible", "not_eligible"])
def test_a_note_is_asked_for_beside_its_line_and_all_is_kept(one, as_, verdict: str, outcome: str) -> None:
    joyce, words = as_("joyce"), "Kept words" if outcome == "not_eligible" else ""
    typed = marks(outcome=outcome, reasons=words) | {"verdict-check-people": verdict, "note-check-uses": "Rung."}
    answer = press(joyce, form_on(joyce, one), **typed)
    html = answer.get_data(as_text=True)
    assert (answer.status_code, 'id="note-check-people-error"' in html) == (422, True)
    assert 'href="#note-check-people"' in summary(answer)
    assert ("Kept words" in html, 'value="Rung."' in html) == (bool(words), True)
    assert steps.state_of(one) == "submitted"


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"verdict__check__people": "perhaps"}, "verdict-check-people"),
        ({"note__check__people": "Kept words " + "x" * 1000}, "note-check-people"),
        ({"reasons": "Kept words " + "x" * 20_001}, "reasons"),
    ],
)
@pytest.mark.parametrize("save", [True, False])
def test_what_cannot_be_kept_is_said_and_stays_on_the_page(one, as_, typed, field: str, save: bool) -> None:
    joyce = as_("joyce")
    answer = press(joyce, form_on(joyce, one), save=save, outcome="not_eligible", **{"reasons": "No."} | typed)
    html = answer.get_data(as_text=True)
    assert (answer.status_code, f'href="#{field}"' in summary(answer)) == (422, True)
    assert ("Kept words" in html) is ("perhaps" not in typed.values())
    assert (gates.rows(one), steps.state_of(one)) == ([], "submitted")


def test_two_officers_see_both_marks_and_choose(one, cast, as_) -> None:
    joyce = as_("joyce")
    form = form_on(joyce, one)
    gates.found(one, cast["martin"], check__people=Mark(PASS, "I rang them."))
    answer = press(joyce, form, save=True, verdict__check__people=FAIL, note__check__people=COUPLE)
    html = unescape(answer.get_data(as_text=True))
    assert answer.status_code == 409
    assert f"{cast['martin'].name} saved something else on" in html
    assert ("I rang them." in html, f'value="{COUPLE}"' in html) == (True, True)
    assert 'href="#keep-check-people"' in summary(answer)
    again = reader.form_to(answer.get_data(as_text=True), f"{page_of(one)}/check")
    assert press(joyce, again, save=True).status_code == 409, "nobody has chosen yet"
    assert gates.kept(one)["check-people"] == (PASS, "I rang them.")
    assert press(joyce, again, save=True, keep__check__people="mine").status_code == 303
    assert gates.kept(one)["check-people"] == (FAIL, COUPLE)
    text = text_of(joyce, one)
    assert f"Before that, Passes: {cast['martin'].name}, " in text
    assert "“I rang them.”" in text


def test_as_they_type_the_answer_says_that_it_is_saved_and_how_the_gate_stands(one, cast, as_) -> None:
    joyce = as_("joyce")
    form = form_on(joyce, one)
    fields = form.fields | {"verdict-check-people": ASK, "note-check-people": "Do they share a home?"}
    answer = joyce.post(f"{form.action}/save", data=fields, headers=PART)
    part = unescape(answer.get_data(as_text=True))
    assert (answer.status_code, "Saved at" in part, "<title>" in part) == (200, True, False)
    assert "1 line to ask the partner about" in part
    assert "Please name a second person who is not related to the first" in part
    assert "Do they share a home?" in part
    stamp = gates.seen(one, "check-people")
    assert f'id="seen-check-people" name="seen-check-people" value="{stamp}" data-hx-swap-oob' in part
    gates.found(one, cast["martin"], page="another", check__people=Mark(PASS, "I rang them."))
    late = fields | {"note-check-people": "They do not.", "seen-check-people": stamp, "_key": "another-page-of-hers"}
    clash = joyce.post(f"{form.action}/save", data=late, headers=PART)
    assert clash.status_code == 409
    assert f"{cast['martin'].name} saved something else" in clash.get_data(as_text=True)
    assert gates.kept(one)["check-people"] == (PASS, "I rang them.")


def test_who_comes_too_late_reads_the_notes_that_they_typed(app, cast, as_) -> None:
    application = steps.sent_by("grace", steps.closed_round(), state="submitted")
    joyce = as_("joyce")
    form = form_on(joyce, application)
    actions.find_eligible(application, by=cast["martin"])
    answer = press(joyce, form, outcome="not_eligible", note__check__people=COUPLE, reasons="Kindly: no.")
    text = unescape(answer.get_data(as_text=True)).split("What you wrote")[1]
    assert (answer.status_code, COUPLE in text, "Kindly: no." in text) == (409, True, True)


def test_what_was_found_can_be_read_once_it_is_judged(one, cast, as_) -> None:
    gates.passed(one, cast["joyce"])
    gates.found(one, cast["martin"], page="another", check__people=Mark(PASS, CANARY))
    actions.find_eligible(one, by=cast["joyce"])
    text = text_of(as_("joyce"), one).split("What the checks found")[1]
    assert CANARY in text
    assert 'name="verdict-check-people"' not in text


@pytest.mark.parametrize("state", ["submitted", "assessing"])
@pytest.mark.parametrize("names_hidden", [True, False])
def test_nobody_but_who_checks_comes_across_what_was_found(app, cast, as_, state: str, names_hidden: bool) -> None:
    round_ = steps.closed_round(names_hidden=names_hidden)
    [application] = steps.sent(round_, is_checked=False)
    gates.passed(application, cast["joyce"])
    gates.found(application, cast["joyce"], page="another", check__people=Mark(PASS, CANARY))
    if state == "assessing":
        actions.find_eligible(application, by=cast["joyce"])
        steps.shared_out(round_, cast)
    paths = [page_of(application), f"/review/rounds/{round_.code}?q=heron", "/history", "/inbox"]
    paths += [f"/review/assessments/{each.ref}" for each in steps.readings(application)]
    for key in ("helen", "priya", *steps.REVIEWERS, "wei", "leanne"):
        client = as_(key)
        client.strict = False
        for path in paths:
            html = client.get(path).get_data(as_text=True)
            assert CANARY not in html
            assert "Two people answer for it" not in html
    assert CANARY in text_of(as_("martin"), application)


def test_history_says_that_somebody_went_on_with_the_checks_and_not_what_they_found(one, cast, as_) -> None:
    gates.found(one, cast["joyce"], check__people=Mark(FAIL, CANARY))
    helen, wei = (as_(key).get("/history").get_data(as_text=True) for key in ("helen", "wei"))
    assert ["Joyce Adeyemi went on with the checks" in page for page in (helen, wei)] == [True, True]
    assert [f'href="{page_of(one)}"' in page for page in (helen, wei)] == [True, False]


@pytest.mark.parametrize(("key", "status"), [("helen", 403), ("ruth", 403), ("amina", 403), ("wei", 403)])
def test_only_those_who_check_save_checks(one, as_, key: str, status: int) -> None:
    client = as_(key)
    answer = client.post(f"{page_of(one)}/check/save", data=steps.keys(client) | {"note-check-people": "x"})
    assert (answer.status_code, gates.rows(one)) == (status, [])


def test_a_page_with_a_gate_asks_the_database_as_much_for_one_mark_as_for_many(one, cast, as_, queries) -> None:
    joyce = as_("joyce")
    joyce.get(page_of(one))  # what each process keeps of a round is read beforehand
    with queries() as before:
        joyce.get(page_of(one))
    for number in range(5):
        gates.found(
            one, cast["joyce" if number % 2 else "martin"], page=f"page {number}", check__people=Mark(FAIL, f"{number}")
        )
    with queries() as after:
        joyce.get(page_of(one))
    assert (before.number, after.number <= 8) == (after.number, True)


def test_who_is_in_conflict_hears_of_no_check(app, cast, as_) -> None:
    round_ = steps.closed_round()
    circle = steps.sent_by("grace", round_, state="submitted")
    gates.found(circle, cast["martin"], check__people=Mark(FAIL, CANARY))
    home = db.session.get_one(Organisation, circle.organisation_id)
    actions.declare(round_, [home.ref], by=cast["joyce"])
    joyce = as_("joyce")
    assert joyce.get(page_of(circle)).status_code == 404
    keys = steps.keys(joyce)
    sent = [joyce.post(f"{page_of(circle)}/{path}", data=keys | {"save": "yes"}) for path in ("check", "check/save")]
    assert [answer.status_code for answer in sent] == [404, 404]
    with action() as session:
        session.add(CouncilRole(person_id=cast["joyce"].person_id, role=Role.PROGRAMME_LEAD.code, given_at=utc_now()))
    told = {key: sentences(someone_for(cast[key].email), kind="check_mark") for key in ("joyce", "helen")}
    assert told == {"joyce": [], "helen": [f"{cast['martin'].name} went on with the checks"]}
