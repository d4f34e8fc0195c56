"""Before a word is written: the check, the sign-in between, and the start."""

import datetime as dt
from collections.abc import Callable
from html import unescape

import pytest

from portal.applications.models import Application
from portal.db.session import action, db
from portal.funds.models import Round
from portal.kit.dates import utc_now
from portal.permissions import Someone
from tests import town
from tests.applications import drafts
from tests.applications.test_views import join
from tests.conftest import Clock, Send
from tests.reader import Reader, form_to, forms

CHECK, START = f"/grants/{drafts.ROUND}/check", f"/grants/{drafts.ROUND}/start"
RIGHT_BUT_ONE = {**drafts.RIGHT, "area": "no"}
As = Callable[[str], Reader]


def test_anybody_may_check_and_is_asked_every_question(client: Reader) -> None:
    text = client.get(CHECK).get_data(as_text=True)
    assert text.count('type="radio"') == 2 * len(drafts.RIGHT)


def test_each_unanswered_question_is_named_and_answers_are_kept(client: Reader, write: Send) -> None:
    answer = write(client, CHECK, {"area": "yes"})
    text = answer.get_data(as_text=True)
    assert answer.status_code == 422
    assert "<title>Error: " in text
    assert text.count('class="govuk-error-message"') == len(drafts.RIGHT) - 1
    assert 'name="area" type="radio" value="yes" checked' in text


def test_a_wrong_answer_is_told_kindly_with_what_else_there_is_and_is_no_error(client: Reader, write: Send) -> None:
    answer = write(client, CHECK, RIGHT_BUT_ONE)
    text = answer.get_data(as_text=True)
    assert answer.status_code == 200
    assert "This fund is only for people who live in Leeds." in text
    assert "What else there is" in text
    assert "Error" not in text


def test_a_wrong_answer_names_the_other_rounds_that_are_open_or_to_come(client: Reader, write: Send) -> None:
    now, there = utc_now(), drafts.open_round()
    there_as = {each.key: getattr(there, each.key) for each in Round.__mapper__.column_attrs if each.key != "id"}
    days = {"open": (-1, 20), "coming": (5, 30), "over": (-30, -2)}
    with action() as session:
        for code, (opens, closes) in days.items():
            dates = {"opens_at": now + dt.timedelta(days=opens), "closes_at": now + dt.timedelta(days=closes)}
            session.add(
                Round(**{**there_as, **dates, "code": code, "title": f"The {code} round", "prefix": code.upper()})
            )
    text = write(client, CHECK, RIGHT_BUT_ONE).get_data(as_text=True)
    found = [f'href="/grants/{code}"' in text for code in days]
    assert (found, text.count(f'href="/grants/{drafts.ROUND}"')) == ([True, True, False], 0)
    assert text.index("The open round") < text.index("The coming round")


def test_whoever_goes_back_from_a_wrong_answer_finds_all_they_chose(client: Reader, write: Send) -> None:
    told = write(client, CHECK, RIGHT_BUT_ONE).get_data(as_text=True)
    [back, again] = [each.split('"')[0] for each in told.split(f'href="{CHECK}')[1:]]
    assert back == again
    fields = form_to(client.get(CHECK + unescape(again)).get_data(as_text=True), CHECK).fields
    assert {code: fields.get(code) for code in drafts.RIGHT} == {code: [each] for code, each in RIGHT_BUT_ONE.items()}


def test_right_answers_lead_through_signing_in_to_the_start(client: Reader, write: Send) -> None:
    answer = write(client, CHECK, drafts.RIGHT)
    assert (answer.status_code, answer.location) == (303, START)
    asked = client.get(START)
    assert (asked.status_code, asked.location) == (303, f"/sign-in?next={START}")
    client.set_cookie("signed-in", town.sign_in("amina"))
    assert "You are applying for Hyde Park Tea and Tech." in client.get(START).get_data(as_text=True)
    started = write(client, START)
    draft = db.session.query(Application).one()
    assert (started.status_code, started.location) == (303, f"/applications/{draft.ref}")


def test_whoever_has_no_organisation_registers_one_first_and_comes_back(as_: As, write: Send) -> None:
    client = as_("sam")
    write(client, CHECK, drafts.RIGHT)
    answer = client.get(START)
    assert (answer.status_code, answer.location) == (303, f"/organisations/find?next={START}")


def test_an_application_that_is_there_already_is_opened(as_: As, write: Send, cast: dict[str, Someone]) -> None:
    draft = drafts.begun(cast["tom"])
    client = as_("amina")
    write(client, CHECK, drafts.RIGHT)
    text = client.get(START).get_data(as_text=True)
    assert "has an application already" in text
    assert f'href="/applications/{draft.ref}"' in text


def test_who_is_in_two_teams_says_for_which_with_one_press(as_: As, write: Send, cast: dict[str, Someone]) -> None:
    place = cast["amina"].place
    assert place is not None
    join(cast["marcia"], place.organisation_id)
    client = as_("marcia")
    write(client, CHECK, drafts.RIGHT)
    page = client.get(START).get_data(as_text=True)
    form = next(each for each in forms(page) if each.action == f"/organisations/{place.ref}/switch")
    answer = client.post(form.action, data=form.fields)
    assert (answer.status_code, answer.location) == (303, START)
    assert f"You are applying for {place.name}." in unescape(client.get(START).get_data(as_text=True))


def test_nobody_starts_past_the_questions(as_: As) -> None:
    answer = as_("amina").get(START)
    assert (answer.status_code, answer.location) == (303, CHECK)


@pytest.mark.parametrize("moved", [dt.timedelta(0), dt.timedelta(days=-90)])
def test_a_round_that_is_not_open_says_so_on_its_own_page(client: Reader, clock: Clock, moved: dt.timedelta) -> None:
    clock.move_to(drafts.open_round().closes_at + moved)
    answer = client.get(CHECK)
    assert (answer.status_code, answer.location) == (303, f"/grants/{drafts.ROUND}")


def test_a_round_that_closes_between_check_and_start_is_told(as_: As, write: Send, clock: Clock) -> None:
    client = as_("amina")
    write(client, CHECK, drafts.RIGHT)
    clock.move_to(drafts.open_round().closes_at)
    client.set_cookie("signed-in", town.sign_in("amina"))
    assert "This round has closed." in client.get(START).get_data(as_text=True)


def test_an_unknown_round_is_not_there(client: Reader) -> None:
    assert client.get("/grants/nothing/check").status_code == 404
