"""Typing an application in for somebody: until when, by whom, and who has no part in it afterwards."""

import datetime as dt
from collections.abc import Callable
from html import unescape
from threading import Barrier, Thread

import pytest
from flask import Flask
from sqlalchemy import select

from portal.applications import actions, keying, typing_in
from portal.applications.keyed import is_typing, keyed_of
from portal.applications.models import Application
from portal.applications.typing_in import Came
from portal.assessments import actions as assessments
from portal.assessments import sharing_queries
from portal.db.session import action, db
from portal.funds.models import Round
from portal.history import queries as history
from portal.kit.dates import london_day, utc_now
from portal.kit.errors import Invalid, NotAllowed, NotThere, Refusal, WrongState
from portal.mail.models import Letter
from portal.organisations import assisting, check_queries
from portal.organisations.models import Organisation, TeamInvitation, TeamMember
from portal.organisations.rules import Details
from portal.permissions import Someone
from tests.applications import drafts
from tests.assessments import gates
from tests.conftest import Clock, Send
from tests.reader import Reader

As = Callable[[str], Reader]
Cast = dict[str, Someone]
Letters = Callable[[], list[Letter]]
CLUB = Details(name="Harehills Knit and Natter", legal_form="group", address="2 Wool Lane", postcode="LS8 5AA")
BETTY = "betty@example.org"
AGREED = {"agreed": "yes", "signed_name": "Betty Wood"}


def club(by: Someone) -> Organisation:
    """An organisation that was registered for somebody."""
    return assisting.register_for(CLUB, by=by)


def came(email: str = BETTY, by: str = "phone") -> Came:
    """A call of today."""
    return Came(by, london_day(utc_now()), "Betty Wood", email, "0113 496 0000")


def typed(by: Someone, *, email: str = BETTY, whose: Organisation | None = None) -> Application:
    """A draft that is typed in for a club, with every answer in it."""
    draft = typing_in.key_in(drafts.open_round(), whose or club(by), drafts.RIGHT, came(email), by=by)
    for code, answers in drafts.ANSWERS.items():
        drafts.save(draft, code, by, **answers)
    return draft


def text_of(client: Reader, path: str) -> str:
    """What a page says."""
    answer = client.get(path)
    assert answer.status_code == 200, answer.status_code
    return unescape(answer.get_data(as_text=True))


CLOSES = dt.datetime(2026, 12, 11, 12, 0, tzinfo=dt.UTC)
OPENS = CLOSES - dt.timedelta(days=30)


@pytest.mark.parametrize(
    ("after", "may"), [(dt.timedelta(), True), (dt.timedelta(days=5), True), (dt.timedelta(days=5, seconds=1), False)]
)
def test_it_may_be_typed_in_for_five_days_after_closing(after: dt.timedelta, may: bool) -> None:
    assert (keying.why_not_type(CLOSES + after, OPENS, CLOSES) is None) is may


def test_nothing_is_typed_in_before_the_round_opens() -> None:
    assert keying.why_not_type(OPENS - dt.timedelta(seconds=1), OPENS, CLOSES) is not None


@pytest.mark.parametrize(
    ("day", "may"),
    [
        (dt.date(2026, 12, 11), True),
        (dt.date(2026, 12, 12), False),
        (dt.date(2026, 11, 11), True),
        (dt.date(2026, 11, 10), False),
    ],
)
def test_it_came_while_the_round_was_open(day: dt.date, may: bool) -> None:
    assert (keying.why_not_that_day(day, dt.date(2026, 12, 14), OPENS, CLOSES) is None) is may


def test_it_did_not_come_tomorrow() -> None:
    assert keying.why_not_that_day(dt.date(2026, 12, 2), dt.date(2026, 12, 1), OPENS, CLOSES) is not None


def test_the_grace_of_typing_is_for_who_types_alone() -> None:
    assert keying.grace_of(10, is_typing=False) == 10
    assert keying.grace_of(10, is_typing=True) == 5 * 24 * 60


def test_an_officer_goes_the_whole_way_on_the_same_pages(as_: As, write: Send, cast: Cast, letters: Letters) -> None:
    client, start = as_("joyce"), f"/assisted/{drafts.ROUND}"
    assert start in text_of(client, "/assisted")
    assert "We have not found it" in text_of(client, f"{start}?q=Harehills Knit")
    form = {"name": CLUB.name, "legal_form": "group", "address": CLUB.address, "postcode": CLUB.postcode}
    registered = write(client, f"{start}/organisations/new", form)
    assert registered.status_code == 303
    today = london_day(utc_now())
    how = {
        "came_by": "paper",
        "came_on": f"{today:%d %B %Y}",
        "contact_name": "Betty Wood",
        "contact_email": BETTY,
        **drafts.RIGHT,
    }
    begun = write(client, registered.location, how)
    assert begun.status_code == 303, unescape(begun.get_data(as_text=True))
    page = begun.location
    assert f"You type this in for {CLUB.name}" in text_of(client, page)
    for code, answers in drafts.ANSWERS.items():
        section = f"{page}/parts/{code}"
        assert client.get(section).status_code == 200
        draft = db.session.scalars(select(Application).where(Application.ref == page.split("/")[-1])).one()
        drafts.save(draft, code, cast["joyce"], **answers)
    assert "Go on to send it" in text_of(client, f"{page}/answers")
    unsaid = write(client, f"{page}/send", {"agreed": None})
    assert unsaid.status_code == 422
    sent = write(client, f"{page}/send", AGREED)
    assert sent.location == f"{page}/sent"
    assert f"A receipt with a copy of the answers is on its way to {BETTY}." in text_of(client, sent.location)
    assert {(letter.to_address, letter.template.split("/")[-1]) for letter in letters()} == {
        (BETTY, "receipt"),
        (BETTY, "invitation"),
    }
    receipt = next(letter for letter in letters() if letter.template.endswith("receipt"))
    for body in (receipt.text, unescape(receipt.html)):
        assert "Typed in by Joyce" in body
        assert "a form on paper" in body


def test_it_says_everywhere_that_it_was_typed_in_and_by_whom(as_: As, cast: Cast) -> None:
    draft = typed(cast["joyce"])
    actions.submit(draft, "Betty Wood", by=cast["joyce"])
    mark = "Typed in by Joyce"
    assert mark in text_of(as_("martin"), f"/review/applications/{draft.ref}")
    assert "By phone" in text_of(as_("martin"), f"/review/rounds/{drafts.ROUND}")
    assert f"{CLUB.name} · By phone" in text_of(as_("martin"), "/inbox?queue=to_triage")
    assert mark in text_of(as_("joyce"), f"/applications/{draft.ref}/letter")
    verbs = [deed.verb for deed in reversed(history.of(draft)) if deed.verb != "save"]
    assert verbs == ["key_in", "hand_in"]
    told = text_of(as_("helen"), f"/history?kind=application&ref={draft.ref}")
    assert "typed the application in for somebody else" in told
    assert "sent the application for them" in told


def test_the_contact_takes_over_and_reads_it_as_their_own(
    app: Flask, as_: As, client: Reader, write: Send, cast: Cast, letters: Letters
) -> None:
    draft = typed(cast["joyce"])
    actions.submit(draft, "Betty Wood", by=cast["joyce"])
    invited = next(letter for letter in letters() if letter.template.endswith("invitation"))
    token = invited.text.split("/invitations/")[1].split()[0]
    accepted = write(as_("sam"), f"/invitations/{token}")
    assert accepted.status_code == 303
    sam = as_("sam")
    page = text_of(sam, f"/applications/{draft.ref}")
    assert "Typed in by Joyce" in page
    lead = db.session.scalars(select(TeamMember).where(TeamMember.organisation_id == draft.organisation_id)).one()
    assert lead.role == "lead"
    assert write(sam, f"/applications/{draft.ref}/withdraw").status_code == 303
    assert "no link was sent" in text_of_after(as_("joyce"), draft).lower()


def text_of_after(client: Reader, draft: Application) -> str:
    """What is said after the officer asks for the link again."""
    shown = client.get(f"/applications/{draft.ref}")
    from_page = unescape(shown.get_data(as_text=True))
    key = from_page.split('name="_key" value="')[1].split('"')[0]
    token = from_page.split('name="csrf_token" value="')[1].split('"')[0]
    answer = client.post(f"/applications/{draft.ref}/hand-over", data={"_key": key, "csrf_token": token})
    assert answer.status_code == 303
    return text_of(client, answer.location)


def test_the_link_is_sent_again_and_the_one_before_ends(as_: As, cast: Cast, letters: Letters) -> None:
    draft = typed(cast["joyce"])
    actions.submit(draft, "Betty Wood", by=cast["joyce"])
    assert f"The link is on its way to {BETTY}." in text_of_after(as_("joyce"), draft)
    sent = [letter for letter in letters() if letter.template.endswith("invitation")]
    assert [letter.to_address for letter in sent] == [BETTY, BETTY]
    ended = [
        each.ended_at is not None for each in db.session.scalars(select(TeamInvitation).order_by(TeamInvitation.id))
    ]
    assert ended == [True, False]


def test_without_an_address_the_receipt_is_a_letter_to_print(as_: As, cast: Cast, letters: Letters) -> None:
    draft = typed(cast["joyce"], email="")
    actions.submit(draft, "Betty Wood", by=cast["joyce"])
    assert letters() == []
    page = text_of(as_("joyce"), f"/applications/{draft.ref}/letter")
    for words in ("Betty Wood\n", "2 Wool Lane", "LS8 5AA", draft.ref, "Four tablets", "You hear from us"):
        assert words in page
    assert "Post this letter, and later the decision." in text_of(as_("joyce"), f"/applications/{draft.ref}")


def test_where_somebody_leads_it_already_they_are_told_and_nobody_is_made_lead(cast: Cast, letters: Letters) -> None:
    tea = db.session.get_one(Organisation, cast["amina"].place.organisation_id)  # type: ignore[union-attr]
    draft = typed(cast["joyce"], email="stranger@example.org", whose=tea)
    actions.submit(draft, "A Stranger", by=cast["joyce"])
    assert {(letter.to_address, letter.template.split("/")[-1]) for letter in letters()} == {
        ("stranger@example.org", "receipt"),
        (cast["amina"].email, "receipt"),
    }
    assert db.session.scalars(select(TeamInvitation)).all() == []


def test_who_typed_it_in_has_no_part_in_judging_it(as_: As, cast: Cast) -> None:
    draft = typed(cast["joyce"])
    actions.submit(draft, "Betty Wood", by=cast["joyce"])
    assert as_("joyce").get(f"/review/applications/{draft.ref}").status_code == 404
    assert draft.ref not in text_of(as_("joyce"), f"/review/rounds/{drafts.ROUND}")
    assert CLUB.name not in text_of(as_("joyce"), "/inbox?queue=to_triage")
    with pytest.raises(NotThere):
        assessments.find_eligible(draft, by=cast["joyce"])
    with pytest.raises(NotThere):
        check_queries.to_check(cast["joyce"], club_of(draft).ref)
    assert check_queries.to_check(cast["martin"], club_of(draft).ref).id == draft.organisation_id
    gates.let_on(draft, by=cast["martin"])
    assert cast["joyce"].person_id in sharing_queries.barred(draft.round_id)[draft.id]
    known = {one.name: one.known for one in sharing_queries.applicants(draft.round_id, cast["joyce"].person_id or 0)}
    assert known == {CLUB.name: True}


def test_the_decision_reaches_who_it_was_typed_in_for_and_not_the_officer(cast: Cast, letters: Letters) -> None:
    draft = typed(cast["joyce"])
    actions.submit(draft, "Betty Wood", by=cast["joyce"])
    before = len(letters())
    assessments.find_not_eligible(draft, "It asks for too much.", by=cast["martin"])
    assert [letter.to_address for letter in letters()[before:]] == [BETTY]


def test_after_closing_the_officer_has_five_days_and_nobody_else_any(clock: Clock, cast: Cast) -> None:
    draft = typed(cast["joyce"])
    window = db.session.get_one(Round, draft.round_id)
    clock.move_to(window.closes_at + dt.timedelta(days=4))
    drafts.save(draft, "project", cast["joyce"], summary="Typed later.")
    clock.move_to(window.closes_at + dt.timedelta(days=5, minutes=1))
    with pytest.raises(WrongState):
        actions.submit(draft, "Betty Wood", by=cast["joyce"])


def test_what_comes_late_is_not_begun(clock: Clock, cast: Cast) -> None:
    window, whose = drafts.open_round(), club(cast["joyce"])
    clock.move_to(window.closes_at + dt.timedelta(days=2))
    with pytest.raises(Invalid) as refused:
        typing_in.key_in(window, whose, drafts.RIGHT, came(), by=cast["joyce"])
    assert set(refused.value.errors) == {"came_on"}
    in_time = Came("paper", london_day(window.closes_at), "Betty Wood")
    assert typing_in.key_in(window, whose, drafts.RIGHT, in_time, by=cast["joyce"]).state == "draft"
    clock.move_to(window.closes_at + dt.timedelta(days=6))
    other = assisting.register_for(Details(**{**details(), "name": "Another Club"}), by=cast["joyce"])
    with pytest.raises(WrongState):
        typing_in.key_in(window, other, drafts.RIGHT, in_time, by=cast["joyce"])


def details() -> dict[str, str]:
    """The club's details, to change some."""
    return {"legal_form": CLUB.legal_form, "address": CLUB.address, "postcode": CLUB.postcode}


def test_only_those_whose_role_includes_it_may_and_only_their_own(as_: As, cast: Cast) -> None:
    draft = typed(cast["joyce"])
    for key, status in (("daniel", 403), ("amina", 403), ("helen", 403), ("martin", 200)):
        assert as_(key).get("/assisted").status_code == status
    assert as_("martin").get(f"/applications/{draft.ref}").status_code == 404
    with pytest.raises(NotThere):
        drafts.save(draft, "project", cast["martin"], summary="Not mine.")
    with pytest.raises(NotAllowed):
        typing_in.key_in(drafts.open_round(), club_of(draft), drafts.RIGHT, came(), by=cast["daniel"])
    with pytest.raises(NotAllowed):
        assisting.register_for(CLUB, by=cast["amina"])
    assert not is_typing(draft, cast["martin"])


def club_of(draft: Application) -> Organisation:
    """Whose it is."""
    return db.session.get_one(Organisation, draft.organisation_id)


def test_a_second_one_to_the_same_round_is_refused_in_words(as_: As, cast: Cast) -> None:
    draft = typed(cast["joyce"])
    again = typing_in.key_in(drafts.open_round(), club_of(draft), drafts.RIGHT, came(), by=cast["joyce"])
    assert again.id == draft.id
    with pytest.raises(WrongState, match="A colleague types their application"):
        typing_in.key_in(drafts.open_round(), club_of(draft), drafts.RIGHT, came(), by=cast["martin"])
    own = drafts.begun(cast["amina"])
    with pytest.raises(WrongState, match="an application to this round already"):
        typing_in.key_in(drafts.open_round(), club_of(own), drafts.RIGHT, came(), by=cast["martin"])


def test_a_colleague_goes_on_with_what_one_began(as_: As, send: Send, cast: Cast, letters: Letters) -> None:
    draft = typed(cast["joyce"])
    martin = as_("martin")
    listed = martin.get("/assisted?whose=colleagues").text
    assert (f"/applications/{draft.ref}/take-over" in listed, "typed in by Joyce" in listed) == (True, True)
    assert draft.title not in listed, "nobody else reads a draft"
    with pytest.raises(WrongState, match="A colleague types their application"):
        typing_in.key_in(drafts.open_round(), club_of(draft), drafts.RIGHT, came(), by=cast["martin"])
    letters_before = len(letters())

    path = f"/applications/{draft.ref}/take-over"
    answer = send(martin, path, action=path)

    assert (answer.status_code, answer.location) == (303, f"/applications/{draft.ref}")
    assert f"/applications/{draft.ref}/take-over" not in martin.get("/assisted?whose=colleagues").text
    assert "You type this in for" in martin.get(f"/applications/{draft.ref}").text
    told = letters()[letters_before:]
    assert [(one.to_address, one.template.rpartition("/")[2]) for one in told] == [
        (cast["joyce"].email, "typing_taken")
    ]
    with pytest.raises(WrongState, match="Your access to it has ended"):
        drafts.save(draft, "project", cast["joyce"], summary="Typed at the same time.")
    assert as_("joyce").get(f"/applications/{draft.ref}").status_code == 404
    actions.submit(draft, "Betty Wood", by=cast["martin"])
    assert drafts.verbs_of(draft)[-3:] == ["save", "take_typing", "hand_in"]


def test_who_began_it_judges_it_no_more_than_who_went_on(cast: Cast) -> None:
    draft = typed(cast["joyce"])
    typing_in.take_over(draft, by=cast["martin"])
    typing_in.take_over(draft, by=cast["martin"])
    assert drafts.verbs_of(draft).count("take_typing") == 1, "what is theirs already is not taken twice"
    actions.submit(draft, "Betty Wood", by=cast["martin"])
    for key in ("joyce", "martin"):
        with pytest.raises(NotThere):
            assessments.find_eligible(draft, by=cast[key])
    with action() as session:
        session.get_one(Application, draft.id).state = "assessing"
    kept_away = sharing_queries.barred(draft.round_id)[draft.id]
    assert {cast["joyce"].person_id, cast["martin"].person_id} <= kept_away


def test_what_began_with_a_colleague_can_come_back_to_them(cast: Cast) -> None:
    draft = typed(cast["joyce"])
    typing_in.take_over(draft, by=cast["martin"])
    typing_in.take_over(draft, by=cast["joyce"])
    drafts.save(draft, "project", cast["joyce"], summary="Typed again.")
    with pytest.raises(WrongState):
        drafts.save(draft, "project", cast["martin"], summary="Not any more.")


def test_a_colleague_withdraws_what_one_who_is_away_has_sent(as_: As, send: Send, cast: Cast) -> None:
    draft, martin = typed(cast["joyce"]), as_("martin")
    actions.submit(draft, "Betty Wood", by=cast["joyce"])
    with pytest.raises(NotThere):
        actions.withdraw(draft, by=cast["martin"])
    assert "sent, not checked yet" in martin.get("/assisted?whose=colleagues").text
    path = f"/applications/{draft.ref}/take-over"
    assert "withdraw it if the group asks you to" in martin.get(path).text

    assert send(martin, path, action=path).status_code == 303

    assert "You look after it from now on." in martin.get(f"/applications/{draft.ref}").text
    actions.withdraw(draft, "They moved away.", by=cast["martin"])
    assert drafts.verbs_of(draft)[-2:] == ["take_typing", "withdraw_for"]


def test_nobody_goes_on_with_what_is_judged_or_a_teams_own_or_without_the_right(
    clock: Clock, as_: As, cast: Cast
) -> None:
    draft, own = typed(cast["joyce"]), drafts.begun(cast["amina"])
    for by, error in (("daniel", NotAllowed), ("amina", NotAllowed)):
        with pytest.raises(error):
            typing_in.take_over(draft, by=cast[by])
    with pytest.raises(NotThere):
        typing_in.take_over(own, by=cast["martin"])
    assert as_("martin").get(f"/applications/{own.ref}/take-over").status_code == 404
    closes = db.session.get_one(Round, draft.round_id).closes_at
    clock.move_to(closes + dt.timedelta(days=4))
    assert draft.ref in as_("martin").get("/assisted?whose=colleagues").text
    clock.move_to(closes + dt.timedelta(days=5, minutes=1))
    assert draft.ref not in as_("martin").get("/assisted?whose=colleagues").text
    with pytest.raises(WrongState):
        typing_in.take_over(draft, by=cast["martin"])
    clock.move_to(closes)
    actions.submit(draft, "Betty Wood", by=cast["joyce"])
    gates.let_on(draft, by=cast["martin"])
    with pytest.raises(WrongState):
        typing_in.take_over(draft, by=cast["martin"])
    assert draft.ref not in as_("martin").get("/assisted?whose=colleagues").text
    assert as_("martin").get(f"/applications/{draft.ref}/take-over").status_code == 404


def test_who_cannot_apply_is_told_why_and_what_was_typed_stays(as_: As, write: Send, cast: Cast) -> None:
    whose = club(cast["joyce"])
    how = {"came_by": "phone", "came_on": "soon", "contact_name": "Betty Wood", **drafts.RIGHT, "area": "no"}
    answer = write(as_("joyce"), f"/assisted/{drafts.ROUND}/organisations/{whose.ref}", how)
    text = unescape(answer.get_data(as_text=True))
    assert answer.status_code == 422
    assert "Enter a day, month and year, like 1 February 2027" in text
    assert 'value="soon"' in text
    right_day = {**how, "came_on": f"{london_day(utc_now()):%d %B %Y}"}
    refused = write(as_("joyce"), f"/assisted/{drafts.ROUND}/organisations/{whose.ref}", right_day)
    assert refused.status_code == 422
    assert keyed_of(0) is None
    assert db.session.scalars(select(Application)).all() == []


def test_it_is_withdrawn_for_them_by_whoever_typed_it_in(cast: Cast, letters: Letters) -> None:
    draft = typed(cast["joyce"])
    actions.withdraw(draft, "They called again.", by=cast["joyce"])
    assert (draft.state, draft.withdrawn_because) == ("withdrawn", "They called again.")
    assert [letter.to_address for letter in letters()] == [BETTY]
    assert history.of(draft, most=1)[0].verb == "withdraw_for"


def test_two_officers_at_once_begin_one(app: Flask, cast: Cast) -> None:
    whose = club(cast["joyce"])
    whose_id, ready, found = whose.id, Barrier(2), []
    db.session.remove()

    def go(who: Someone) -> None:
        with app.app_context():
            organisation, window = db.session.get_one(Organisation, whose_id), drafts.open_round()
            ready.wait()
            try:
                found.append(typing_in.key_in(window, organisation, drafts.RIGHT, came(), by=who).id)
            except Refusal:
                found.append(0)
            db.session.remove()

    threads = [Thread(target=go, args=(cast[key],)) for key in ("joyce", "martin")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(map(bool, found)) == [False, True]
    with action() as session:
        assert session.scalars(select(Application)).one().organisation_id == whose_id
