"""Checking applications on their page, one after the other; and naming a reader."""

import pytest

from portal.applications import actions as applications
from portal.assessments import actions
from tests import reader
from tests.assessments import steps


def page_of(application) -> str:
    """Where it is read."""
    return f"/review/applications/{application.ref}"


def check(send, client, application, **typed):
    """Fill in the form on its page."""
    return send(client, page_of(application), typed, action=f"{page_of(application)}/check")


def test_after_one_comes_the_next_and_in_the_end_the_round(app, cast, as_, send) -> None:
    round_ = steps.closed_round()
    first, second, third = steps.sent(round_, 3)
    joyce = as_("joyce")
    answer = check(send, joyce, second, outcome="eligible")
    assert (answer.status_code, answer.location) == (303, page_of(third))
    assert f"{second.title} goes on to the reviewers" in joyce.get(answer.location).get_data(as_text=True)
    answer = check(send, joyce, third, outcome="not_eligible", reasons="It is outside Leeds.")
    assert answer.location == page_of(first)
    answer = check(send, joyce, first, outcome="eligible")
    assert answer.location == f"/review/rounds/{round_.code}"
    assert [steps.state_of(each) for each in (first, second, third)] == ["assessing", "assessing", "not_eligible"]
    assert "It is outside Leeds." in joyce.get(page_of(third)).get_data(as_text=True)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"reasons": "Kept words"}, "Say whether it can go on"),
        ({"outcome": "perhaps", "reasons": "Kept words"}, "Not a valid choice"),
        ({"outcome": "eligible", "reasons": "Kept words"}, "Only a “No” is sent with reasons."),
        ({"outcome": "not_eligible", "reasons": "  "}, "Say why it cannot go on"),
        ({"outcome": "not_eligible", "reasons": "Kept words " + "x" * 20_001}, "characters or fewer"),
    ],
)
def test_what_does_not_fit_is_said_and_what_was_typed_is_kept(app, cast, as_, send, letters, typed, sentence) -> None:
    [application] = steps.sent(steps.closed_round())
    before = len(letters())
    answer = check(send, as_("joyce"), application, **typed)
    page = answer.get_data(as_text=True)
    assert (answer.status_code, sentence in page) == (422, True)
    assert "Error:" in page.split("</title>")[0]
    assert ("Kept words" in page) == ("Kept words" in typed["reasons"])
    assert (steps.state_of(application), len(letters())) == ("submitted", before)


def test_the_same_press_twice_counts_once(app, cast, as_, letters) -> None:
    [application] = steps.sent(steps.closed_round())
    joyce, before = as_("joyce"), len(letters())
    form = reader.form_to(joyce.get(page_of(application)).get_data(as_text=True), f"{page_of(application)}/check")
    data = dict(form.fields, outcome="eligible")
    answers = [joyce.post(form.action, data=data) for _ in range(2)]
    assert {(answer.status_code, answer.location) for answer in answers} == {(303, answers[0].location)}
    assert len(letters()) == before + 1


@pytest.mark.parametrize("meanwhile", ["eligible", "not eligible", "withdrawn"])
@pytest.mark.parametrize("outcome", ["eligible", "not_eligible"])
def test_who_comes_second_is_told_and_keeps_their_words(app, cast, as_, send, meanwhile: str, outcome: str) -> None:
    application = steps.sent_by("grace", steps.closed_round(), state="submitted")
    joyce = as_("joyce")
    form = reader.form_to(joyce.get(page_of(application)).get_data(as_text=True), f"{page_of(application)}/check")
    if meanwhile == "eligible":
        actions.find_eligible(application, by=cast["martin"])
    elif meanwhile == "not eligible":
        actions.find_not_eligible(application, "Martin's reasons.", by=cast["martin"])
    else:
        applications.withdraw(application, by=cast["grace"])
    before = steps.state_of(application)
    reasons = "It is for a building,\nand not for people." if outcome == "not_eligible" else ""
    answer = joyce.post(form.action, data=dict(form.fields, outcome=outcome, reasons=reasons))
    html = answer.get_data(as_text=True)
    assert (answer.status_code, steps.state_of(application)) == (409, before)
    assert "This has moved on since you opened it." in html.split('class="govuk-error-summary"')[1].split("</ul>")[0]
    assert ("What you wrote" in html, reasons in html) == (bool(reasons), True)
    assert form.action not in html


@pytest.mark.parametrize(("key", "status"), [("helen", 403), ("ruth", 403), ("amina", 403), ("wei", 403)])
def test_only_those_who_check_can(app, cast, as_, key: str, status: int) -> None:
    [application] = steps.sent(steps.closed_round())
    client = as_(key)
    answer = client.post(f"{page_of(application)}/check", data=steps.keys(client) | {"outcome": "eligible"})
    assert (answer.status_code, steps.state_of(application)) == (status, "submitted")


def test_a_reader_is_named_where_one_is_wanted(app, cast, as_, send, letters) -> None:
    round_ = steps.closed_round()
    circle = steps.sent_by("grace", round_)
    steps.declared(round_, cast, "daniel", "ruth")
    actions.share_out(round_, by=cast["joyce"])
    joyce = as_("joyce")
    assert "Nobody is free" in joyce.get(page_of(circle)).get_data(as_text=True)
    steps.declared(round_, cast, "hannah")
    before = len(letters())
    refused = send(
        joyce, page_of(circle), {"reviewer": str(cast["ruth"].person_id)}, action=f"{page_of(circle)}/reader"
    )
    assert (refused.status_code, "Choose somebody from the list." in refused.get_data(as_text=True)) == (422, True)
    refused = send(joyce, page_of(circle), {"reviewer": "nobody"}, action=f"{page_of(circle)}/reader")
    assert refused.status_code == 422
    answer = send(joyce, page_of(circle), {}, action=f"{page_of(circle)}/reader")
    assert (answer.status_code, answer.location) == (303, page_of(circle))
    assert [letter.to_address for letter in letters()[before:]] == [cast["hannah"].email]
    page = joyce.get(page_of(circle)).get_data(as_text=True)
    assert ("Hannah Thwaite" in page, "It wants one more reader" in page) == (True, False)
