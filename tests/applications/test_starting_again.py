"""Taking an application back, saying why, and starting again from a copy."""

from collections.abc import Callable
from html import unescape
from threading import Barrier, Thread
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select, text
from sqlalchemy.exc import IntegrityError

from portal.applications import actions, copies
from portal.applications.models import Application
from portal.db.session import action, db
from portal.funds.models import Round
from portal.history import queries as history
from portal.kit.errors import NotThere, Refusal
from portal.mail.models import Letter
from portal.permissions import Someone
from tests.applications import drafts
from tests.conftest import Clock, Send
from tests.reader import Reader

As = Callable[[str], Reader]
Cast = dict[str, Someone]
WHY = "Our hall is closed until summer."


def of(organisation: int) -> list[Application]:
    """An organisation's applications, oldest first."""
    db.session.rollback()
    where = Application.organisation_id == organisation
    return list(db.session.scalars(select(Application).where(where).order_by(Application.id)))


def text_of(client: Reader, path: str) -> str:
    """What a page says."""
    answer = client.get(path)
    assert answer.status_code == 200
    return unescape(answer.get_data(as_text=True))


def test_why_it_is_withdrawn_is_kept_and_told_to_those_who_may_read_it(
    as_: As, write: Send, cast: Cast, letters: Callable[[], list[Letter]]
) -> None:
    draft = drafts.sent(cast["amina"])
    answer = write(as_("amina"), f"/applications/{draft.ref}/withdraw", {"because": WHY})
    assert (answer.status_code, answer.location) == (303, f"/applications/{draft.ref}")
    assert WHY in text_of(as_("tom"), f"/applications/{draft.ref}")
    assert WHY in text_of(as_("joyce"), f"/review/applications/{draft.ref}")
    assert WHY in letters()[-1].text
    assert WHY in unescape(letters()[-1].html)
    newest = history.of(draft, most=1)[0]
    assert (newest.verb, newest.facts) == ("withdraw", {}), "history holds no free text"


def test_nobody_has_to_say_why(as_: As, write: Send, cast: Cast, letters: Callable[[], list[Letter]]) -> None:
    draft = drafts.begun(cast["amina"])
    assert write(as_("amina"), f"/applications/{draft.ref}/withdraw").status_code == 303
    db.session.refresh(draft)
    assert (draft.state, draft.withdrawn_because) == ("withdrawn", None)
    assert "Why:" not in letters()[-1].text


def test_too_many_words_stay_on_the_page_and_nothing_is_withdrawn(as_: As, write: Send, cast: Cast) -> None:
    draft = drafts.begun(cast["amina"])
    answer = write(as_("amina"), f"/applications/{draft.ref}/withdraw", {"because": "why " * 101})
    page = unescape(answer.get_data(as_text=True))
    assert answer.status_code == 422
    assert "Please shorten this to 100 words. There are 101 now." in page
    assert "why " * 100 in page
    db.session.refresh(draft)
    assert draft.state == "draft"


def test_only_what_is_withdrawn_has_such_a_reason(cast: Cast) -> None:
    draft = drafts.begun(cast["amina"])
    with pytest.raises(IntegrityError), action() as session:
        session.execute(text("UPDATE applications SET withdrawn_because = 'x' WHERE id = :id"), {"id": draft.id})


def begin_again(as_: As, write: Send, source: Application) -> Any:
    """Amina goes the whole way from an earlier application to a new draft."""
    client = as_("amina")
    offered = text_of(client, f"/applications/{source.ref}/copy")
    check = f"/grants/{drafts.ROUND}/check?copy={source.ref}"
    assert check in offered
    passed = write(client, check, drafts.RIGHT)
    assert passed.location == f"/grants/{drafts.ROUND}/start?copy={source.ref}"
    assert "answers come along" in text_of(client, passed.location)
    return write(client, passed.location)


def test_a_withdrawn_one_is_started_again_with_all_its_answers(as_: As, write: Send, cast: Cast) -> None:
    source = drafts.sent(cast["amina"])
    actions.withdraw(source, by=cast["amina"])
    answer = begin_again(as_, write, source)
    old, new = of(source.organisation_id)
    assert answer.location == f"/applications/{new.ref}"
    assert (new.state, new.copied_from, new.submitted_at) == ("draft", old.id, None)
    assert (new.title, new.amount_pence, new.people) == (old.title, old.amount_pence, old.people)
    there = {row.section: row.answers for row in (drafts.row_of(new, code) for code in drafts.ANSWERS) if row}
    filled = {
        code: {name: value for name, value in answers.items() if value} for code, answers in drafts.ANSWERS.items()
    }
    assert there == filled
    assert {"start", "copy"} <= set(drafts.verbs_of(new))
    page = text_of(as_("amina"), f"/applications/{new.ref}/copied")
    assert old.ref in page
    assert "Everything fitted." in page


def test_eligibility_is_asked_anew_and_nothing_starts_without_it(as_: As, cast: Cast) -> None:
    source = drafts.sent(cast["amina"])
    actions.withdraw(source, by=cast["amina"])
    answer = as_("amina").get(f"/grants/{drafts.ROUND}/start?copy={source.ref}")
    assert answer.location == f"/grants/{drafts.ROUND}/check?copy={source.ref}"
    assert len(of(source.organisation_id)) == 1


def test_what_does_not_fit_the_other_round_is_listed_with_its_words(cast: Cast) -> None:
    source = drafts.filled(cast["amina"])
    form = copies.written(source).form
    thin = type(form)(sections=form.sections[:3], criteria=form.criteria)
    lines = copies.left_behind(copies.copied(form, copies.written(source).answers, thin))
    assert ["Four tablets (Devices and equipment): £800", "Data (Data, SIM cards and wifi): £200.50"] in [
        line.words for line in lines
    ]
    assert "project" in copies.copied(form, copies.written(source).answers, thin).sections


def test_nobody_copies_another_organisations(as_: As, cast: Cast) -> None:
    source = drafts.sent(cast["amina"])
    assert as_("grace").get(f"/applications/{source.ref}/copy").status_code == 404
    with pytest.raises(NotThere):
        actions.start(drafts.open_round(), drafts.RIGHT, by=cast["grace"], copy_of=source)
    assert len(of(cast["grace"].place.organisation_id)) == 0  # type: ignore[union-attr]


def test_what_was_left_behind_of_anothers_is_not_shown(as_: As, write: Send, cast: Cast) -> None:
    source = drafts.sent(cast["amina"])
    actions.withdraw(source, by=cast["amina"])
    begin_again(as_, write, source)
    _, new = of(source.organisation_id)
    theirs = drafts.sent(cast["grace"])
    with action():  # as it is where two records were merged when it was copied, and are apart again
        new.copied_from = theirs.id
    answer = as_("amina").get(f"/applications/{new.ref}/copied")
    assert answer.location == f"/applications/{new.ref}"


def test_when_no_round_is_open_it_says_so(clock: Clock, as_: As, cast: Cast) -> None:
    source = drafts.sent(cast["amina"])
    actions.withdraw(source, by=cast["amina"])
    clock.move_to(drafts.open_round().closes_at)
    assert "No round is open just now" in text_of(as_("amina"), f"/applications/{source.ref}/copy")


def test_an_open_draft_is_written_in_not_copied(as_: As, cast: Cast) -> None:
    draft = drafts.filled(cast["amina"])
    assert as_("amina").get(f"/applications/{draft.ref}/copy").location == f"/applications/{draft.ref}"


def test_two_who_start_again_at_once_have_one_application(app: Flask, cast: Cast) -> None:
    source = drafts.sent(cast["amina"])
    actions.withdraw(source, by=cast["amina"])
    source_id, round_id, ready, found = source.id, source.round_id, Barrier(2), []
    db.session.remove()

    def go(who: Someone) -> None:
        with app.app_context():
            there, window = db.session.get_one(Application, source_id), db.session.get_one(Round, round_id)
            ready.wait()
            try:
                found.append(actions.start(window, drafts.RIGHT, by=who, copy_of=there).id)
            except Refusal as error:
                found.append(repr(error))
            db.session.remove()

    threads = [Thread(target=go, args=(cast[key],)) for key in ("amina", "tom")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(found)) == 1
    assert len(of(cast["amina"].place.organisation_id)) == 2  # type: ignore[union-attr]
