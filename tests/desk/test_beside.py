"""Above the page of whatever waits: whose it is and who else has it open; and the way on, past what others have."""

import datetime as dt
from collections.abc import Callable

import pytest
from flask import Flask
from sqlalchemy import func, select, update

from portal.accounts.models import SignIn
from portal.db.session import action, db
from portal.desk import claiming
from portal.desk.lapsing import lapse
from portal.desk.models import Claim, Opening
from portal.kit.dates import short_clock, utc_now
from portal.organisations.models import TeamMember
from portal.permissions import Someone
from tests.assessments import builders, steps
from tests.conftest import Clock, Send
from tests.reader import Reader, form_to

As = Callable[[str], Reader]
Cast = dict[str, Someone]
BY_ITSELF = {"X-By-Itself": "yes", "HX-Request": "true", "HX-Request-Type": "partial"}
MINUTE = dt.timedelta(minutes=1)


def text(client: Reader, path: str) -> str:
    """A page."""
    return client.get(path).get_data(as_text=True)


def page_of(ref: str) -> str:
    """The page of an application."""
    return f"/review/applications/{ref}"


def openings() -> int:
    """How many rows say that somebody has something open."""
    db.session.rollback()
    return db.session.scalar(select(func.count()).select_from(Opening)) or 0


def test_two_who_open_the_same_application_see_each_other(app: Flask, as_: As, clock: Clock) -> None:
    [one] = steps.sent(steps.closed_round(), is_checked=False)
    joyce, martin, since = as_("joyce"), as_("martin"), short_clock(utc_now())
    assert "has had this open" not in text(joyce, page_of(one.ref)), "nobody is told of themselves"
    clock.shift(MINUTE)
    assert f"Joyce Adeyemi has had this open since {since}." in text(martin, page_of(one.ref))
    assert "Martin Hargreaves has had this open since" in text(joyce, page_of(one.ref))
    clock.shift(3 * MINUTE)
    assert "Joyce Adeyemi looked at this at" in text(martin, page_of(one.ref)), (
        "who has not been seen lately may be gone"
    )
    clock.shift(11 * MINUTE)
    assert "Joyce" not in text(martin, page_of(one.ref)).split("</header>")[1]
    lapse()
    assert openings() == 1, "who has been gone for ten minutes is forgotten"


def test_the_same_holds_of_decisions_organisations_messages_and_requests(app: Flask, as_: As) -> None:
    [one] = builders.scored(builders.the_round(9_000_000))
    tea = builders.organisation_of("amina")
    for page, other in ((f"{page_of(one.ref)}/decision", "martin"), (f"/verification/{tea.ref}", "priya")):
        as_("joyce").get(page)
        assert "Joyce Adeyemi has had this open" in text(as_(other), page)
        assert "I take this" in text(as_(other), page)
    round_ = steps.closed_round()
    as_("joyce").get(f"/review/rounds/{round_.code}/share")
    assert "Joyce" not in text(as_("martin"), f"/review/rounds/{round_.code}/share").split("</header>")[1], (
        "nothing waits"
    )


def test_no_reviewer_learns_who_reads_and_nobody_in_conflict_learns_anything(app: Flask, as_: As, cast: Cast) -> None:
    round_ = steps.closed_round()
    [one] = steps.sent(round_, 1, "assessing")
    steps.shared_out(round_, cast)
    readings = {reading.reviewer_id: reading.ref for reading in steps.readings(one)}
    for who in ("daniel", "hannah", "ruth", "joyce", "martin"):
        client, id = as_(who), cast[who].person_id
        for page in (page_of(one.ref), f"/review/assessments/{readings.get(id, 'none')}"):
            assert 'id="who"' not in text(client, page), f"{who}, {page}"
    assert openings() == 0, "reading and scoring leave no trace"
    theirs = steps.sent_by("grace", round_, "submitted")
    as_("joyce").get(page_of(theirs.ref))
    with action() as session:
        place = {"organisation_id": theirs.organisation_id, "person_id": cast["martin"].person_id}
        session.add(TeamMember(**place, role="member", joined_at=utc_now()))
    answer = as_("martin").get(page_of(theirs.ref))
    assert (answer.status_code, "Joyce" in answer.get_data(as_text=True)) == (404, False)
    for who in ("martin", "daniel"):
        assert as_(who).get(f"/inbox/to_triage/{theirs.ref}/open").status_code == 404
    assert openings() == 1


def test_opening_a_page_writes_once_a_minute_and_nothing_else(
    app: Flask, as_: As, cast: Cast, queries, clock: Clock
) -> None:  # type: ignore[no-untyped-def]
    [one] = steps.sent(steps.closed_round())
    joyce = as_("joyce")
    written = []
    for _ in range(3):
        with queries() as asked:
            joyce.get(page_of(one.ref))
        written.append([each.split()[0] for each in asked.statements if not each.startswith("SELECT")])
        clock.shift(dt.timedelta(seconds=20))
    assert written == [["INSERT"], [], []]
    clock.shift(MINUTE)
    with queries() as asked:
        joyce.get(page_of(one.ref))
    assert [each for each in asked.statements if not each.startswith(("SELECT", "UPDATE sign_ins"))] == [
        each for each in asked.statements if each.startswith("UPDATE openings")
    ]
    joyce.head(page_of(one.ref))
    assert openings() == 1


def test_coming_back_to_what_one_took_keeps_it(app: Flask, as_: As, cast: Cast, clock: Clock) -> None:
    [one] = steps.sent(steps.closed_round())
    claiming.take("to_triage", one.ref, "", by=cast["joyce"])
    clock.shift(2 * 60 * MINUTE)
    as_("martin").get(page_of(one.ref))
    seen = select(Claim.seen_at)
    assert db.session.scalar(seen) < utc_now() - MINUTE, "somebody else's visit does not count"
    db.session.rollback()
    as_("joyce").get(page_of(one.ref))
    assert db.session.scalar(seen) == utc_now()


def test_what_the_page_asks_by_itself_is_a_part_and_keeps_nobody_signed_in(app: Flask, as_: As, clock: Clock) -> None:
    [one] = steps.sent(steps.closed_round())
    joyce, martin = as_("joyce"), as_("martin")
    look = f"/inbox/to_triage/{one.ref}/open"
    joyce.get(page_of(one.ref))
    before = db.session.scalars(select(SignIn.last_seen_at).order_by(SignIn.id.desc())).all()
    clock.shift(5 * MINUTE)
    part = martin.get(look, headers=BY_ITSELF).get_data(as_text=True)
    assert "Joyce Adeyemi looked at this" in part
    assert "<html" not in part
    joyce.get(look, headers=BY_ITSELF)
    db.session.rollback()
    assert db.session.scalars(select(SignIn.last_seen_at).order_by(SignIn.id.desc())).all() == before
    assert "Joyce Adeyemi has had this open" in martin.get(look, headers=BY_ITSELF).get_data(as_text=True)
    assert martin.get(look).location == page_of(one.ref), "who opens its address sees the page"
    with action() as session:
        session.execute(update(SignIn).values(ended_at=utc_now()))
    assert martin.get(look, headers=BY_ITSELF).status_code == 401


def press(client: Reader, page: str, action_: str, **fields: str) -> str:
    """Press a button on a page; the page it leads to."""
    form = form_to(text(client, page), action_)
    answer = client.post(action_, data={**form.fields, **fields})
    assert answer.status_code == 303, answer.get_data(as_text=True)
    return text(client, answer.location)


def test_taking_handing_over_and_giving_back_by_hand(app: Flask, as_: As, cast: Cast) -> None:
    [one] = steps.sent(steps.closed_round())
    joyce, martin, here = as_("joyce"), as_("martin"), page_of(one.ref)
    at = f"/inbox/to_triage/{one.ref}"
    assert "Nobody has it yet." in text(joyce, here)
    martins = form_to(text(martin, here), f"{at}/take")
    taken = press(joyce, here, f"{at}/take")
    assert "You have it now." in taken
    assert "Give it back" in taken
    late = martin.post(f"{at}/take", data=martins.fields)
    assert "Joyce Adeyemi has it now. Nothing was changed." in text(martin, late.location)
    assert "Joyce Adeyemi has it. Leave it to them, unless it cannot wait." in text(martin, here)
    assert "whose=taken" in text(martin, "/inbox?whose=taken")
    assert "Joyce Adeyemi has it ·" in text(martin, "/inbox?queue=to_triage")
    assert ">you have it</strong> ·" in text(joyce, "/inbox?queue=to_triage")
    person = form_to(text(joyce, f"{at}/hand-over"), f"{at}/hand-over?sent")
    empty = joyce.post(
        f"{at}/hand-over", data={name: value for name, value in person.fields.items() if name != "colleague"}
    )
    assert (empty.status_code, "Choose the colleague" in empty.get_data(as_text=True)) == (422, True)
    ref = text(joyce, f"{at}/hand-over").split('name="colleague"')[1].split('value="')[1].split('"')[0]
    handed = press(joyce, f"{at}/hand-over", f"{at}/hand-over?sent", colleague=ref, word="Ask for the lease.")
    assert "Martin Hargreaves has it now. We have told them by e-mail." in handed
    assert "/inbox/next?queue=to_triage" in handed
    page = text(martin, here)
    assert "Joyce Adeyemi handed it to you today." in page
    assert "Ask for the lease." in page
    assert "Ask for the lease." not in text(joyce, here)
    assert "Take it over first" in text(joyce, f"{at}/hand-over")
    assert "Given back." in press(martin, here, f"{at}/give-back")


def test_next_passes_by_what_others_have_and_takes_nothing(app: Flask, as_: As, cast: Cast) -> None:
    first, second = (one.ref for one in steps.sent(steps.closed_round(), 2))
    claiming.take("to_triage", first, "", by=cast["joyce"])
    assert as_("joyce").get("/inbox/next?queue=to_triage").location == page_of(first)
    martin = as_("martin")
    assert martin.get("/inbox/next?queue=to_triage").location == page_of(second)
    assert martin.get("/inbox/next?queue=to_triage&whose=taken").location == page_of(first)
    claiming.take("to_triage", second, "", by=cast["joyce"])
    assert martin.get("/inbox/next?queue=to_triage").location == "/inbox"
    assert "Nothing more of that waits for you." in text(martin, "/inbox"), "others have it: it is not all done"
    assert db.session.scalar(select(func.count()).select_from(Claim)) == 2


def test_the_next_one_goes_on_in_the_list_that_one_came_by(app: Flask, as_: As, send: Send) -> None:
    round_ = builders.the_round(9_000_000)
    first, _ = builders.scored(round_, [300_000, 300_000])
    joyce, here = as_("joyce"), f"{page_of(first.ref)}/decision"
    joyce.get(f"/inbox?round={round_.code}&whose=free")
    typed = {"outcome": "fund", "reasons": "They know everybody.", "letter": "Dear friends,\n\n[the decision]"}
    send(joyce, here, typed, action=here)
    onward = f"/inbox/next?round={round_.code}&amp;whose=free&amp;queue=to_propose"
    assert onward in text(joyce, here)
    joyce.get("/inbox?queue=to_propose")
    send(joyce, here, {**typed, "reasons": "They know the whole street."}, action=here)
    assert 'href="/inbox/next?queue=to_propose"' in text(joyce, here)


@pytest.mark.parametrize("status", [404, 403])
def test_a_page_of_errors_says_nothing_of_who_is_there(sqlite_app: Flask, status: int) -> None:
    client = sqlite_app.test_client()
    joyce_page = "/verification/nothing-here" if status == 404 else "/outbox"
    with sqlite_app.app_context():
        assert 'id="who"' not in client.get(joyce_page, follow_redirects=True).get_data(as_text=True)


def test_history_tells_that_something_was_taken_in_which_queue_and_not_what(app: Flask, as_: As, cast: Cast) -> None:
    [one] = steps.sent(steps.closed_round())
    claiming.take("to_triage", one.ref, "", by=cast["joyce"])
    page = text(as_("helen"), "/history?kind=waiting")
    assert "Joyce Adeyemi took something that waited: To check" in page
    assert one.ref not in page.split('id="deeds"')[1]
