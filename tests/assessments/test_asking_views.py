"""Asking for changes and answering on the pages: what is open, what is refused, and before and after side by side."""

import datetime as dt
from collections.abc import Callable
from html import unescape
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select, update

from portal.applications import actions, answering
from portal.applications.change_models import ChangeRequest
from portal.applications.models import Application
from portal.applications.queries import written
from portal.assessments import actions as checking
from portal.assessments import asking
from portal.assessments.queues import LATE_CHANGES, TO_TRIAGE
from portal.db.session import action, db
from portal.desk.queues import Filters, page_for
from portal.files.models import File
from portal.funds.models import Round
from portal.kit.dates import london_day, utc_now
from portal.mail.models import Letter
from portal.permissions import Someone
from tests.applications import drafts
from tests.applications.guests import let_in
from tests.applications.test_files import QUESTION, attach
from tests.assessments import asking as steps
from tests.assessments import builders, gates
from tests.assessments import steps as scoring
from tests.conftest import Send
from tests.files.steps import look_at_all, stop_file
from tests.reader import Reader, form_to

As = Callable[[str], Reader]
Cast = dict[str, Someone]
HTMX = {"HX-Request": "true", "HX-Request-Type": "partial"}
PLAN = "Every Tuesday, two helpers and one tea urn."


def theirs(application: Application, more: str = "") -> str:
    """The partner's page of it."""
    return f"/applications/{application.ref}{more}"


def ours(application: Application, more: str = "") -> str:
    """The council's."""
    return f"/review/applications/{application.ref}{more}"


def text_of(client: Reader, path: str) -> str:
    """What a page says, as HTML."""
    answer = client.get(path)
    assert answer.status_code == 200, path
    return unescape(answer.get_data(as_text=True))


def write(
    send: Send, client: Reader, application: Application, fields: dict[str, Any], section: str = "project"
) -> Any:
    """Fill in the page of a part."""
    path = theirs(application, f"/parts/{section}")
    return send(client, path, fields, action=path)


def ask(send: Send, client: Reader, application: Application, **fields: Any) -> Any:
    """Fill in the council's form."""
    path = ours(application, "/changes/ask")
    return send(client, path, {"questions": ["plan", "starts"], "note": steps.WORDS, **fields}, action=path)


def test_from_the_question_to_the_answer_and_back_on_both_sides(cast: Cast, as_: As, send: Send) -> None:
    application, joyce, amina = drafts.sent(cast["amina"]), as_("joyce"), as_("amina")
    assert "Ask for changes before you say it" in text_of(joyce, ours(application))
    answer = ask(send, joyce, application)
    assert (answer.status_code, answer.location) == (303, ours(application))
    assert "The partner is asked for changes until" in text_of(joyce, ours(application))
    for path in ("/home", "/applications", theirs(application)):
        assert "We have a question for you" in text_of(amina, path)
    part = text_of(amina, theirs(application, "/parts/project"))
    assert steps.WORDS in part
    assert ('name="plan"' in part, 'name="starts"' in part) == (True, True)
    assert 'name="summary"' not in part
    kept = write(send, amina, application, {"plan": "Every Tuesday, three helpers and one tea urn."})
    assert (kept.status_code, kept.location) == (303, theirs(application, "/changes"))
    assert PLAN in text_of(joyce, ours(application))
    assert "three helpers" not in text_of(joyce, ours(application)) + text_of(joyce, ours(application, "/changes"))
    before = text_of(amina, theirs(application, "/changes"))
    assert "<del>" in before
    sent = send(
        amina, theirs(application, "/changes"), {"reply": "One more."}, action=theirs(application, "/changes/send")
    )
    assert (sent.status_code, sent.location) == (303, theirs(application))
    assert "Your changes came on" in text_of(amina, theirs(application))
    for page in (text_of(joyce, ours(application)), text_of(joyce, ours(application, "/changes"))):
        assert '<del><span class="govuk-visually-hidden">Taken out: </span>two<' in page
        assert '<ins><span class="govuk-visually-hidden">New: </span>three<' in page
        assert ("Not changed" in page, "One more." in page) == (True, True)
    assert "came back with changes" in text_of(joyce, "/inbox?queue=to_triage")
    gates.let_on(application, by=cast["martin"])
    assert "What was asked of the partner, and what changed" in text_of(joyce, ours(application))


def test_what_was_not_asked_is_refused_on_every_way_with_what_was_typed(cast: Cast, as_: As, send: Send) -> None:
    application = drafts.sent(cast["amina"])
    amina = as_("amina")
    steps.asked(application, "plan", by=cast["joyce"])
    path = theirs(application, "/parts/project")
    form = form_to(amina.get(path).get_data(as_text=True), path)
    forged = {**form.fields, "asked": "plan summary", "plan": "Open words", "summary": "Forged words"}
    answer = amina.post(path, data=forged)
    page = unescape(answer.get_data(as_text=True))
    assert answer.status_code == 409
    assert "We did not ask about this question" in page
    assert ("Forged words" in page, "Open words" in page) == (True, True)
    again = {**forged, "_key": form_to(amina.get(path).get_data(as_text=True), path).fields["_key"]}
    amina.strict = False  # Script says of it that it was not saved, and why once the button is pressed.
    assert amina.post(f"{path}/save", data=again, headers=HTMX).status_code == 409
    amina.strict = True
    other = theirs(application, "/parts/people")
    assert amina.get(other).location == theirs(application)
    keys = form_to(amina.get(path).get_data(as_text=True), path).fields
    typed = {"_key": keys["_key"], "_csrf": keys.get("_csrf", ""), "asked": "people_helped", "people_helped": "900"}
    assert amina.post(other, data={**keys, **typed}).status_code == 409
    assert amina.get(theirs(application, f"/parts/documents/files/{QUESTION}")).status_code == 404
    answers = written(application).answers
    assert (answers["plan"], answers["summary"], answers["people_helped"]) == (
        PLAN,
        drafts.ANSWERS["project"]["summary"],
        "40",
    )


def test_it_is_saved_as_it_is_typed_and_two_pages_are_shown_both_texts(cast: Cast, as_: As, send: Send) -> None:
    application = steps.sent_and_asked(cast)
    amina, tom, path = as_("amina"), as_("tom"), theirs(application, "/parts/project")
    forms = [form_to(each.get(path).get_data(as_text=True), path) for each in (amina, tom)]
    saved = amina.post(f"{path}/save", data={**forms[0].fields, "plan": "Amina types"}, headers=HTMX)
    assert (saved.status_code, "Saved" in saved.get_data(as_text=True)) == (200, True)
    assert tom.post(path, data={**forms[1].fields, "plan": "Tom types"}).status_code == 409
    page = text_of(tom, f"{path}/two-texts")
    assert ("Amina types" in page, "Tom types" in page) == (True, True)
    chosen = send(tom, f"{path}/two-texts", {"plan-keep": "mine", "plan": "Both type"}, action=f"{path}/two-texts")
    assert chosen.status_code == 303
    assert written(application).answers["plan"] == "Both type"


def test_an_answer_that_shows_another_question_leads_on_to_it(cast: Cast, as_: As, send: Send) -> None:
    application = steps.sent_and_asked(cast, "other_money", "plan")
    amina = as_("amina")
    answer = write(send, amina, application, {"other_money": "yes"}, "costs")
    assert answer.location == theirs(application, "/parts/costs#other_money_who")
    changes = text_of(amina, theirs(application, "/changes"))
    assert "2 answers are missing or need another look" in changes
    assert "New: it is asked because of another answer" in changes
    refused = send(
        amina, theirs(application, "/changes"), {"reply": "Here"}, action=theirs(application, "/changes/send")
    )
    assert (refused.status_code, application.state) == (422, "changes_asked")
    write(send, amina, application, {"other_money": "no"}, "costs")
    assert "are missing" not in text_of(amina, theirs(application, "/changes"))


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"questions": []}, "Choose at least one question"),
        ({"questions": ["nonsense"]}, "Choose only questions in the list"),
        ({"note": " "}, "Say in your own words what you need."),
        ({"note": "Kept words " * 150}, "Please shorten this to 200 words. There are 300 now."),
        ({"due": "soon"}, "Enter a day, month and year"),
        ({"due": "1 January 2020"}, "Choose a day after today"),
        ({"due": "1 January 2099"}, "or an earlier day"),
    ],
)
def test_what_cannot_be_asked_is_said_and_what_was_typed_stays(
    cast: Cast, as_: As, send: Send, typed: dict[str, Any], sentence: str
) -> None:
    application = drafts.sent(cast["amina"])
    answer = ask(send, as_("joyce"), application, **{"note": "Kept words", **typed})
    page = unescape(answer.get_data(as_text=True))
    assert (answer.status_code, sentence in page) == (422, True)
    assert "<title>Error: " in page
    assert ("Kept words" in page) == ("Kept" in typed.get("note", "Kept"))
    assert (' value="plan" checked' in page) == ("questions" not in typed)
    assert application.state == "submitted"


@pytest.mark.parametrize("meanwhile", ["asked", "withdrawn", "checked"])
def test_an_officer_who_comes_second_keeps_their_words(cast: Cast, as_: As, meanwhile: str) -> None:
    application, joyce = drafts.sent(cast["amina"]), as_("joyce")
    path = ours(application, "/changes/ask")
    form = form_to(joyce.get(path).get_data(as_text=True), path)
    if meanwhile == "asked":
        steps.asked(application, by=cast["martin"])
    elif meanwhile == "withdrawn":
        actions.withdraw(application, by=cast["amina"])
    else:
        gates.let_on(application, by=cast["martin"])
    answer = joyce.post(path, data={**form.fields, "questions": "plan", "note": "My own words"})
    page = unescape(answer.get_data(as_text=True))
    assert (answer.status_code, "meanwhile" in page, "My own words" in page) == (409, True, True)
    assert joyce.get(path).location == ours(application)


def test_a_partner_whose_question_was_taken_back_keeps_their_words(cast: Cast, as_: As) -> None:
    application, amina = steps.sent_and_asked(cast), as_("amina")
    path = theirs(application, "/changes")
    form = form_to(amina.get(path).get_data(as_text=True), f"{path}/send")
    part = form_to(
        amina.get(theirs(application, "/parts/project")).get_data(as_text=True), theirs(application, "/parts/project")
    )
    asking.take_back(application, 1, by=cast["joyce"])
    answer = amina.post(f"{path}/send", data={**form.fields, "reply": "My own words"})
    page = unescape(answer.get_data(as_text=True))
    assert answer.status_code == 409
    assert ("We have taken our question back." in page, "My own words" in page) == (True, True)
    late = amina.post(part.action, data={**part.fields, "plan": "My own plan"})
    assert (late.status_code, "My own plan" in late.get_data(as_text=True)) == (409, True)
    assert written(application).answers["plan"] == PLAN


def test_more_time_and_taking_back_are_presses_on_the_page(cast: Cast, as_: As, send: Send) -> None:
    application, joyce = steps.sent_and_asked(cast), as_("joyce")
    page, later = ours(application, "/changes"), steps.due() + dt.timedelta(days=7)
    if later >= drafts.open_round().panel_on:
        later = steps.due() - dt.timedelta(days=1)
    moved = send(joyce, page, {"due": later.isoformat()}, action=f"{page}/day")
    assert (moved.status_code, steps.requests_of(application)[0].due_on) == (303, later)
    refused = send(joyce, page, {"due": "no day"}, action=f"{page}/day")
    assert (refused.status_code, "no day" in refused.get_data(as_text=True)) == (422, True)
    gone = send(joyce, page, {}, action=f"{page}/take-back")
    assert (gone.status_code, gone.location) == (303, ours(application))
    assert application.state == "submitted"


# --- Who sees what ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("hidden", [False, True])
def test_a_reviewer_sees_nothing_of_what_stood_before(app: Flask, cast: Cast, as_: As, hidden: bool) -> None:
    with app.test_request_context():
        application = drafts.filled(cast["amina"])
        attach(application, cast["amina"])
        look_at_all()
    actions.submit(application, "Amina Yusuf", by=cast["amina"])
    steps.asked(application, "title", QUESTION, by=cast["joyce"])
    drafts.save(application, "project", cast["amina"], title="A name of now")
    answering.answer(application, "We are Hyde Park.", by=cast["amina"])
    gates.let_on(application, by=cast["joyce"])
    round_ = scoring.closed_round(names_hidden=hidden)
    scoring.shared_out(round_, cast)
    [reading, *_] = scoring.readings(application)
    reader = as_(next(key for key, one in cast.items() if one.person_id == reading.reviewer_id))
    for path in (ours(application), f"/review/assessments/{reading.ref}"):
        page = text_of(reader, path)
        assert "Tea, cake and tablets" not in page
        assert "We are Hyde Park" not in page
        assert "What was asked" not in page
        assert ("A name of now" in page) is not hidden
    place = f"asked-1-{QUESTION}"
    for path in (ours(application, "/changes"), ours(application, f"/files/{place}")):
        assert reader.get(path).status_code == 404
    assert reader.get(f"/review/assessments/{reading.ref}/files/{place}").status_code == 404
    assert "Tea, cake and tablets" in text_of(as_("joyce"), ours(application, "/changes"))


def test_nobody_in_a_conflict_of_interest_and_no_stranger_opens_it(cast: Cast, as_: As) -> None:
    application = steps.sent_and_asked(cast)
    with action() as session:
        round_ = session.get_one(Round, application.round_id)
        session.execute(update(Round).where(Round.id == round_.id).values(closes_at=utc_now() - dt.timedelta(days=1)))
    from_joyce = as_("joyce")
    assert from_joyce.get(ours(application, "/changes")).status_code == 200
    checking.declare(drafts.open_round(), [builders.organisation_of("amina").ref], by=cast["joyce"])
    for path in ("/changes", "/changes/ask"):
        assert from_joyce.get(ours(application, path)).status_code == 404
    for key, status in (("grace", 404), ("daniel", 404), ("tom", 200)):
        assert as_(key).get(theirs(application, "/changes")).status_code == status
    assert as_("helen").get(ours(application, "/changes")).status_code == 200
    assert as_("daniel").get(ours(application, "/changes")).status_code == 404
    for number in ("0", "2", "-1", "9" * 40):
        assert as_("helen").get(ours(application, f"/changes?number={number}")).status_code == 404
        assert as_("tom").get(theirs(application, f"/changes?number={number}")).status_code == 404
    assert as_("helen").get(ours(application, "/changes?number=1")).status_code == 200
    assert "Give them more time" not in text_of(as_("helen"), ours(application, "/changes"))


def test_a_guest_who_writes_answers_and_one_who_reads_only_reads(cast: Cast, as_: As, send: Send) -> None:
    draft = drafts.filled(cast["amina"])
    let_in(draft, cast["farida"], by=cast["amina"])
    let_in(draft, cast["neil"], "read", by=cast["amina"])
    actions.submit(draft, "Amina Yusuf", by=cast["amina"])
    steps.asked(draft, "plan", by=cast["joyce"])
    farida, neil = as_("farida"), as_("neil")
    assert "the council asks about some answers" in text_of(farida, theirs(draft))
    assert write(send, farida, draft, {"plan": "Farida’s plan"}).status_code == 303
    page = text_of(neil, theirs(draft, "/changes"))
    assert ("Farida’s plan" in page, "/parts/project" in page, "/changes/send" in page) == (True, False, False)
    assert neil.get(theirs(draft, "/parts/project")).location == theirs(draft)
    assert "/changes/send" not in text_of(farida, theirs(draft, "/changes"))
    assert written(draft).answers["plan"] == "Farida’s plan"


# --- Files and queues ---------------------------------------------------------------------------------------


def test_a_file_that_takes_the_place_of_another_stands_beside_it(app: Flask, cast: Cast, as_: As) -> None:
    with app.test_request_context():
        application = drafts.filled(cast["amina"])
        attach(application, cast["amina"])
        look_at_all()
        actions.submit(application, "Amina Yusuf", by=cast["amina"])
        steps.asked(application, QUESTION, by=cast["joyce"])
        before = written(application).answers[QUESTION]["ref"]
        attach(application, cast["amina"], was=before)
        look_at_all()
    joyce, amina, old = as_("joyce"), as_("amina"), f"/files/asked-1-{QUESTION}"
    asked = text_of(joyce, ours(application, "/changes"))
    assert ours(application, old) in asked
    assert theirs(application, f"/files/{QUESTION}") in text_of(amina, theirs(application, "/changes"))
    assert joyce.get(ours(application, f"/files/{QUESTION}")).status_code == 200
    answering.answer(application, by=cast["amina"])
    after = text_of(joyce, ours(application, "/changes"))
    assert (ours(application, old) in after, ours(application, f"/files/{QUESTION}") in after) == (True, True)
    for client, path in ((joyce, ours(application, old)), (amina, theirs(application, old))):
        assert client.get(path).status_code == 200


def test_a_file_is_the_answer_again_where_the_request_is_taken_back(app: Flask, cast: Cast, as_: As) -> None:
    with app.test_request_context():
        application = drafts.filled(cast["amina"])
        attach(application, cast["amina"])
        look_at_all()
        actions.submit(application, "Amina Yusuf", by=cast["amina"])
        steps.asked(application, QUESTION, by=cast["joyce"])
        before = written(application).answers[QUESTION]["ref"]
        attach(application, cast["amina"], was=before)
    asking.take_back(application, 1, by=cast["joyce"])
    assert written(application).answers[QUESTION]["ref"] == before
    assert as_("joyce").get(ours(application, f"/files/{QUESTION}")).status_code == 200


def test_what_is_late_stands_in_the_inbox_and_what_came_back_says_so(cast: Cast) -> None:
    application = steps.sent_and_asked(cast)
    joyce = cast["joyce"]

    def waiting(queue: str) -> list[tuple[str, str]]:
        return [(each.values["ref"], each.note) for each in page_for(joyce, Filters(queue=queue)).rows]

    assert (waiting(LATE_CHANGES.code), waiting(TO_TRIAGE.code)) == ([], [])
    with action() as session:
        request = session.get_one(ChangeRequest, (application.id, 1))
        request.due_on = london_day(utc_now()) - dt.timedelta(days=1)
    assert waiting(LATE_CHANGES.code) == [(application.ref, "Hyde Park Tea and Tech")]
    answering.answer(application, "It is right.", by=cast["amina"])
    db.session.rollback()
    [row] = page_for(joyce, Filters(queue=TO_TRIAGE.code)).rows
    assert (row.values["ref"], row.note) == (application.ref, "Hyde Park Tea and Tech · came back with changes")
    assert row.due == steps.requests_of(application)[0].check_by
    assert utc_now() - row.since < dt.timedelta(minutes=5)
    assert waiting(LATE_CHANGES.code) == []


def test_a_file_that_does_not_pass_is_told_once_and_leaves_the_one_before(
    app: Flask, cast: Cast, as_: As, letters: Callable[[], list[Letter]]
) -> None:
    with app.test_request_context():
        application = drafts.filled(cast["amina"])
        attach(application, cast["amina"])
        look_at_all()
        actions.submit(application, "Amina Yusuf", by=cast["amina"])
        steps.asked(application, QUESTION, by=cast["joyce"])
        attach(application, cast["amina"])
        newest = db.session.scalars(select(File).order_by(File.id.desc())).first()
        assert newest is not None
        stop_file(newest, "infect")
    assert QUESTION not in written(application).answers
    assert [each.template for each in letters()].count("applications/mail/file_stopped") == 1
    assert as_("joyce").get(ours(application, f"/files/{QUESTION}")).status_code == 200
    asking.take_back(application, 1, by=cast["joyce"])
    assert as_("amina").get(theirs(application, f"/files/{QUESTION}")).status_code == 200


def test_a_file_that_is_asked_about_before_it_is_looked_at_is_told_of_once(
    app: Flask, cast: Cast, letters: Callable[[], list[Letter]]
) -> None:
    with app.test_request_context():
        application = drafts.filled(cast["amina"])
        attach(application, cast["amina"])
        actions.submit(application, "Amina Yusuf", by=cast["amina"])
        steps.asked(application, QUESTION, by=cast["joyce"])
        stop_file(db.session.scalars(select(File)).one(), "infect")
    assert [each.template for each in letters()].count("applications/mail/file_stopped") == 1
    assert drafts.verbs_of(application).count("file_stopped") == 1
    assert QUESTION not in written(application).answers
