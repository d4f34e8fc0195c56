"""Reminders before a round closes: to whoever writes in a draft, once each, on two days, and to nobody else."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select, update

from portal.applications import actions
from portal.applications.chores import remind_drafts, tell_moved
from portal.applications.models import Application, ClosingReminder
from portal.applications.queries import deeds
from portal.db.session import action, db
from portal.funds.models import Round
from portal.kit.dates import from_london, in_london, utc_now
from portal.mail.models import Letter
from portal.organisations.models import TeamMember
from portal.permissions import Someone
from portal.web.words import moment
from tests.applications import drafts
from tests.applications.test_keying import typed
from tests.applications.test_races import at_once
from tests.conftest import Clock, Send
from tests.reader import Reader, form_to

Cast = dict[str, Someone]
As = Callable[[str], Reader]
DAY, MINUTE = dt.timedelta(days=1), dt.timedelta(minutes=1)


@pytest.fixture
def draft(app: Flask, cast: Cast, clock: Clock) -> Application:
    """A draft that Amina began ten days before the round closes."""
    clock.move_to(drafts.open_round().closes_at - 10 * DAY)
    return drafts.begun(cast["amina"])


def letters() -> list[tuple[str, str]]:
    """To whom which letters went."""
    db.session.rollback()
    return [
        (one.to_address, one.template.rpartition("/")[2]) for one in db.session.scalars(select(Letter).order_by("id"))
    ]


def before_the_end(clock: Clock, how_long: dt.timedelta) -> None:
    """Set the clock to so long before the round closes, in days of a British clock: one of them has 23 hours."""
    closes = in_london(drafts.open_round().closes_at).replace(tzinfo=None)
    clock.move_to(from_london(closes - how_long))


def test_seven_days_and_one_day_before_whoever_writes_is_reminded_once(
    draft: Application, cast: Cast, clock: Clock
) -> None:
    amina, tom = cast["amina"].email, cast["tom"].email
    drafts.save(draft, "project", cast["tom"], title="Tea")
    counts = []
    for how_long in (7 * DAY + MINUTE, 7 * DAY, 6 * DAY, DAY + MINUTE, DAY, MINUTE, -MINUTE):
        before_the_end(clock, how_long)
        counts.append(remind_drafts())
    assert counts == [0, 2, 0, 0, 2, 0, 0]
    assert sorted(letters()) == sorted([(amina, "closing"), (tom, "closing")] * 2)
    rows = db.session.execute(select(ClosingReminder.person_id, ClosingReminder.days))
    assert sorted(map(tuple, rows)) == sorted(
        (cast[key].person_id, days) for key in ("amina", "tom") for days in (7, 1)
    )


def test_the_letter_says_when_what_is_done_and_where_to_go_on(draft: Application, cast: Cast, clock: Clock) -> None:
    drafts.save(draft, "organisation", cast["amina"], **drafts.ANSWERS["organisation"])
    before_the_end(clock, 7 * DAY)
    remind_drafts()
    letter = db.session.scalars(select(Letter)).one()
    assert letter.subject.startswith("Not sent yet: ")
    for words in ("is not sent yet", "The round closes on", "1 of 9 parts done", f"/applications/{draft.ref}"):
        assert (words in letter.text, words in letter.html) == (True, True)


def test_a_member_who_wrote_nothing_is_left_in_peace(draft: Application, cast: Cast, clock: Clock) -> None:
    before_the_end(clock, 7 * DAY)
    remind_drafts()
    assert letters() == [(cast["amina"].email, "closing")]


def test_who_left_the_team_is_not_reminded(draft: Application, cast: Cast, clock: Clock) -> None:
    drafts.save(draft, "project", cast["tom"], title="Tea")
    with action() as session:
        session.execute(
            update(TeamMember).where(TeamMember.person_id == cast["tom"].person_id).values(left_at=utc_now())
        )
    before_the_end(clock, 7 * DAY)
    remind_drafts()
    assert letters() == [(cast["amina"].email, "closing")]


@pytest.mark.parametrize("end", ["sent", "withdrawn"])
def test_what_was_sent_or_withdrawn_needs_no_reminder(draft: Application, cast: Cast, clock: Clock, end: str) -> None:
    if end == "sent":
        drafts.filled(cast["amina"])
        actions.submit(draft, "Amina Yusuf", by=cast["amina"])
    else:
        actions.withdraw(draft, by=cast["amina"])
    already = len(letters())
    before_the_end(clock, 7 * DAY)
    assert remind_drafts() == 0
    assert len(letters()) == already


def test_a_draft_that_was_begun_after_the_day_gets_the_next_reminder_only(app: Flask, cast: Cast, clock: Clock) -> None:
    before_the_end(clock, 3 * DAY)
    drafts.begun(cast["amina"])
    assert remind_drafts() == 0
    before_the_end(clock, DAY)
    assert remind_drafts() == 1


def test_a_worker_that_slept_over_both_days_sends_the_nearer_reminder_alone(draft: Application, clock: Clock) -> None:
    before_the_end(clock, MINUTE)
    assert (remind_drafts(), remind_drafts()) == (1, 0)
    assert db.session.scalars(select(ClosingReminder.days)).all() == [1]


def test_a_run_that_broke_off_is_made_good_by_the_next(
    draft: Application, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    before_the_end(clock, 7 * DAY)

    def fall(*_args: Any) -> None:
        raise OSError("away")

    with monkeypatch.context() as broken, pytest.raises(OSError, match="away"):
        broken.setattr("portal.applications.chores.notices.closing", fall)
        remind_drafts()
    assert (letters(), db.session.scalars(select(ClosingReminder)).all()) == ([], [])
    assert remind_drafts() == 1


def test_eight_workers_at_once_remind_once(app: Flask, draft: Application, clock: Clock) -> None:
    before_the_end(clock, 7 * DAY)
    assert sorted(at_once(app, [remind_drafts] * 8)) == [0] * 7 + [1]
    assert len(letters()) == 1


def moved(how_far: dt.timedelta) -> dt.datetime:
    """The council publishes another closing; when that is."""
    with action() as session:
        window = session.get_one(Round, drafts.open_round().id)
        window.closes_at += how_far
        return window.closes_at


def test_whoever_writes_is_told_once_when_the_closing_moves(draft: Application, cast: Cast) -> None:
    drafts.save(draft, "project", cast["tom"], title="Tea")
    assert tell_moved() == 0
    moved(2 * DAY)
    assert (tell_moved(), tell_moved()) == (2, 0)
    assert sorted(letters()) == sorted((cast[key].email, "closing_moved") for key in ("amina", "tom"))
    moved(-3 * DAY)
    assert (tell_moved(), tell_moved()) == (2, 0)


def test_a_closing_that_moved_there_and_back_is_nobodys_news(draft: Application) -> None:
    moved(2 * DAY)
    moved(-2 * DAY)
    assert tell_moved() == 0


@pytest.mark.parametrize(("how_far", "said"), [(DAY, "You have more time"), (-DAY, "You have less time")])
def test_the_letter_says_both_closings(draft: Application, how_far: dt.timedelta, said: str) -> None:
    before, after = drafts.open_round().closes_at, moved(how_far)
    tell_moved()
    letter = db.session.scalars(select(Letter)).one()
    for words in (said, moment(before), moment(after), "0 of 9 parts done", f"/applications/{draft.ref}"):
        assert (words in letter.text, words in letter.html) == (True, True), words


def test_a_later_closing_has_reminders_of_its_own(draft: Application, clock: Clock) -> None:
    before_the_end(clock, 7 * DAY)
    assert remind_drafts() == 1
    moved(14 * DAY)
    assert tell_moved() == 1
    for how_long in (7 * DAY + MINUTE, 7 * DAY, DAY):
        before_the_end(clock, how_long)
        remind_drafts()
    assert [kind for _, kind in letters()] == ["closing", "closing_moved", "closing", "closing"]


def test_the_letter_of_an_earlier_closing_stands_for_the_reminder_that_is_due(draft: Application, clock: Clock) -> None:
    moved(-5 * DAY)
    assert (remind_drafts(), tell_moved(), remind_drafts()) == (0, 1, 0)
    before_the_end(clock, DAY)
    assert remind_drafts() == 1
    assert [kind for _, kind in letters()] == ["closing_moved", "closing"]


def test_a_round_that_opens_again_brings_its_drafts_back(draft: Application, clock: Clock) -> None:
    before_the_end(clock, -DAY)
    assert tell_moved() == 0
    moved(3 * DAY)
    assert tell_moved() == 1


@pytest.mark.parametrize("end", ["sent", "withdrawn", "over"])
def test_a_closing_that_moves_is_no_news_for_what_cannot_be_sent(
    draft: Application, cast: Cast, clock: Clock, end: str
) -> None:
    if end == "sent":
        drafts.filled(cast["amina"])
        actions.submit(draft, "Amina Yusuf", by=cast["amina"])
    elif end == "withdrawn":
        actions.withdraw(draft, by=cast["amina"])
    else:
        before_the_end(clock, -DAY)
    moved(DAY - MINUTE)
    assert tell_moved() == 0


def test_a_draft_that_begins_after_the_move_knows_of_it(app: Flask, cast: Cast) -> None:
    moved(DAY)
    drafts.begun(cast["amina"])
    assert tell_moved() == 0


def test_eight_workers_at_once_tell_once(app: Flask, draft: Application) -> None:
    moved(DAY)
    assert sorted(at_once(app, [tell_moved] * 8)) == [0] * 7 + [1]
    assert len(letters()) == 1


def test_a_telling_that_broke_off_is_made_good_by_the_next(draft: Application, monkeypatch: pytest.MonkeyPatch) -> None:
    moved(DAY)

    def fall(*_args: Any, **_more: Any) -> None:
        raise OSError("away")

    with monkeypatch.context() as broken, pytest.raises(OSError, match="away"):
        broken.setattr("portal.applications.chores.notices.closing_moved", fall)
        tell_moved()
    assert letters() == []
    assert tell_moved() == 1


def test_history_says_that_the_move_was_told(draft: Application) -> None:
    moved(DAY)
    tell_moved()
    told = deeds(draft, "The council")[0].sentence
    assert str(told) == "Join the Dots told those who write in it that the round closes at another time"


def test_history_says_that_a_reminder_went(draft: Application, clock: Clock) -> None:
    before_the_end(clock, DAY)
    remind_drafts()
    told = deeds(draft, "The council")[0].sentence
    assert str(told) == "Join the Dots sent a reminder before the round closes"


def test_where_nothing_is_due_a_run_asks_twice(draft: Application, queries: Any, clock: Clock) -> None:
    before_the_end(clock, 7 * DAY)
    remind_drafts()
    with queries() as counted:
        assert remind_drafts() == 0
    assert counted.number == 2


def test_the_last_hour_is_shown_in_minutes_on_every_page_of_a_draft(as_: As, draft: Application, clock: Clock) -> None:
    pages = [
        f"/applications/{draft.ref}{page}"
        for page in ("", "/parts/project", "/parts/documents/files/rules", "/answers", "/send")
    ]
    for how_long, words in (
        (2 * 60 * MINUTE, None),
        (23 * MINUTE, "Minutes left until the round closes: 23"),
        (-3 * MINUTE, "The round has closed. Minutes left to send what you began: "),
    ):
        before_the_end(clock, how_long)
        client = as_("amina")
        shown = [client.get(path).get_data(as_text=True) for path in pages]
        assert ["data-seconds" in text for text in shown] == [words is not None] * len(pages)
        assert [words is None or words in text for text in shown] == [True] * len(pages)


def test_in_the_grace_no_page_names_the_closing(as_: As, cast: Cast, draft: Application, clock: Clock) -> None:
    drafts.filled(cast["amina"])
    past = ("Send it by", "The round closes on", "on the last page then")
    for how_long, says in ((23 * MINUTE, True), (-3 * MINUTE, False)):
        before_the_end(clock, how_long)
        client = as_("amina")
        for page, words in (("", past[1:]), ("/answers", past[:1]), ("/send", past[1:])):
            text = client.get(f"/applications/{draft.ref}{page}").get_data(as_text=True)
            assert [each in text for each in words] == [says] * len(words), page


def test_who_types_in_for_somebody_has_their_own_last_hour(as_: As, cast: Cast, clock: Clock) -> None:
    clock.move_to(drafts.open_round().closes_at - 10 * DAY)
    ref = typed(cast["leanne"]).ref
    pages = [f"/applications/{ref}{page}" for page in ("", "/parts/project", "/answers", "/send")]
    for how_long, clock_runs in (
        (23 * MINUTE, False),
        (-3 * MINUTE, False),
        (-4 * DAY, False),
        (23 * MINUTE - 5 * DAY, True),
    ):
        before_the_end(clock, how_long)
        client = as_("leanne")
        shown = [client.get(path).get_data(as_text=True) for path in pages]
        assert ["Minutes left to type it in and send it: 23" in text for text in shown] == [clock_runs] * len(pages)
        assert ["The round has closed." in text for text in shown] == [False] * len(pages)
        assert clock_runs or ["until" in text for text in shown] == [True, True, True, True]


def test_after_the_grace_it_says_what_was_kept_and_what_to_do(
    as_: As, send: Send, draft: Application, clock: Clock
) -> None:
    before_the_end(clock, -drafts.open_round().grace_minutes * MINUTE + MINUTE)
    client, path = as_("amina"), f"/applications/{draft.ref}/parts/project"
    page = client.get(path)
    clock.shift(2 * MINUTE)
    form = form_to(page.get_data(as_text=True), path)
    late = client.post(path, data={**form.fields, "title": "Too late"})
    text = late.get_data(as_text=True)
    assert late.status_code == 409
    for words in ("This round has closed.", "Too late", "All that you had saved before is kept.", 'href="/grants"'):
        assert words in text
    kept = client.get(f"/applications/{draft.ref}").get_data(as_text=True)
    assert "Read, print or copy your answers" in kept


def test_the_officer_who_types_in_for_somebody_is_reminded_too(app: Flask, cast: Cast, clock: Clock) -> None:
    clock.move_to(drafts.open_round().closes_at - 10 * DAY)
    typed(cast["leanne"])
    before_the_end(clock, DAY)
    assert remind_drafts() == 1
    assert (cast["leanne"].email, "closing") in letters()
