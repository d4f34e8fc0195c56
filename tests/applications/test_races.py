"""Many at once: one application, one submission, one receipt, and no text lost."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import func, select

from portal.applications import actions
from portal.applications.merging import Sheet, marks_after, marks_in
from portal.applications.models import Application
from portal.applications.queries import one_for, sections_of
from portal.applications.signing import ChangedMeanwhile, read_mark
from portal.db.session import db
from portal.history.models import Deed
from portal.kit.errors import Clash, Refusal, WrongState
from portal.kit.refs import new_id
from portal.mail.models import Letter
from portal.permissions import Someone
from tests import town
from tests.applications import drafts
from tests.reader import Reader, form_to

CROWD, SAVES = 16, 20
Cast = dict[str, Someone]


def at_once(app: Flask, deeds: list[Callable[[], Any]]) -> list[Any]:
    """Do all of these at the same moment, each in a session of its own; what came of each, refusals included."""
    gate = threading.Barrier(len(deeds))

    def run(deed: Callable[[], Any]) -> Any:
        with app.app_context():
            try:
                gate.wait(30)
                return deed()
            except Refusal as refusal:
                return refusal
            finally:
                db.session.remove()

    with ThreadPoolExecutor(len(deeds)) as pool:
        found = list(pool.map(run, deeds))
    db.session.rollback()
    return found


def counted(question: Any) -> int:
    """How many rows there are."""
    return db.session.scalar(select(func.count()).select_from(question.subquery())) or 0


def test_sixteen_who_send_one_draft_send_it_once(app: Flask, cast: Cast) -> None:
    ref = drafts.filled(cast["amina"]).ref
    amina = cast["amina"]
    results = at_once(app, [lambda: actions.submit(one_for(amina, ref), amina.name, by=amina)] * CROWD)
    assert [type(result) for result in results if result is not None] == [WrongState] * (CROWD - 1)
    assert counted(select(Letter)) == 1
    assert counted(select(Deed).where(Deed.verb == "submit")) == 1
    assert one_for(amina, ref).state == "submitted"


def test_sixteen_presses_of_one_button_all_land_on_the_confirmation(app: Flask, cast: Cast) -> None:
    ref = drafts.filled(cast["amina"]).ref
    path, token = f"/applications/{ref}/send", town.sign_in("amina")
    first = signed_in(app, token)
    form = form_to(first.get(path).get_data(as_text=True), path)
    typed = {"right": "yes", "speaks": "yes", "purpose": "yes", "signed_name": "Amina Yusuf"}
    session = first.get_cookie("form")
    assert session is not None

    def press() -> tuple[int, str | None]:
        client = signed_in(app, token)
        client.set_cookie("form", session.value)
        answer = client.post(path, data={**form.fields, **typed})
        return answer.status_code, client.get(answer.location or "/", follow_redirects=True).request.path

    assert at_once(app, [press] * CROWD) == [(303, f"/applications/{ref}/sent")] * CROWD
    assert counted(select(Letter)) == 1
    assert counted(select(Deed).where(Deed.verb == "submit")) == 1


def signed_in(app: Flask, token: str) -> Reader:
    """A browser of its own with that sign-in."""
    client: Any = app.test_client()
    client.set_cookie("signed-in", token)
    return client  # type: ignore[no-any-return]


def test_sixteen_who_start_at_once_have_one_application(app: Flask, cast: Cast) -> None:
    people = [cast["amina"], cast["tom"]] * (CROWD // 2)
    refs = at_once(app, [lambda by=by: drafts.begun(by).ref for by in people])
    assert len(set(refs)) == 1
    assert counted(select(Application)) == 1
    assert counted(select(Deed).where(Deed.verb == "start")) == 1


@pytest.mark.parametrize("editors", [("amina", "tom"), ("amina", "amina"), ("amina", "tom", "amina", "tom")])
def test_two_editors_lose_no_text(app: Flask, cast: Cast, editors: tuple[str, ...]) -> None:
    draft = drafts.begun(cast["amina"])
    ref, section = draft.ref, drafts.section_of(draft, "project")
    turn = threading.Barrier(len(editors))

    def write(place: int) -> list[str]:
        by, typed = cast[editors[place]], []
        for number in range(SAVES):
            application = one_for(by, ref)
            row = drafts.row_of(application, "project")
            version, text = (row.version if row else 0), f"{place}: text {number}"
            turn.wait(30)
            typed.append(text)
            try:
                actions.save(application, Sheet(section, {"title": text}, version, new_id(), {}), by=by)
            except Clash:
                continue
        return typed

    typed = at_once(app, [lambda place=place: write(place) for place in range(len(editors))])
    stands = drafts.row_of(draft, "project")
    assert stands is not None
    kept = [each.answers["title"] for each in drafts.earlier_of(draft, "project")] + [stands.answers["title"]]
    assert sorted(kept) == sorted(text for texts in typed for text in texts)


def test_two_who_type_in_different_questions_never_hear_of_each_other(app: Flask, cast: Cast) -> None:
    draft = drafts.begun(cast["amina"])
    ref, section, questions = draft.ref, drafts.section_of(draft, "project"), ("title", "plan")
    turn = threading.Barrier(2)

    def write(place: int) -> str:
        by, key, version, text = cast[("amina", "tom")[place]], new_id(), 0, ""
        answers, marks = dict.fromkeys(questions, ""), dict.fromkeys(questions, "")
        for number in range(SAVES):
            application, text = one_for(by, ref), f"{place}: text {number}"
            answers[questions[place]] = text
            turn.wait(30)
            sheet = Sheet(section, {**answers}, version, key, marks)
            row = actions.save(application, sheet, by=by)
            version, marks = row.version, marks_in(marks_after(sheet, row.answers))
        return text

    last = at_once(app, [lambda place=place: write(place) for place in range(2)])
    row = drafts.row_of(draft, "project")
    assert row is not None
    assert [row.answers[code] for code in questions] == last
    assert (row.version, drafts.earlier_of(draft, "project")) == (2 * SAVES, [])


def test_a_colleague_who_types_while_it_is_sent_is_either_in_it_or_told(app: Flask, cast: Cast) -> None:
    draft = drafts.filled(cast["amina"])
    ref, section = draft.ref, drafts.section_of(draft, "project")
    amina, tom = cast["amina"], cast["tom"]

    def save() -> Any:
        sheet = Sheet(section, {"title": "Tom’s title"}, 1, new_id(), {})
        return actions.save(one_for(tom, ref), sheet, by=tom) and None

    def send() -> Any:
        return actions.submit(one_for(amina, ref), amina.name, by=amina)

    saved, sent = at_once(app, [save, send])
    assert sent is None
    told = "Tom’s title" if saved is None else "Tea, cake and tablets"
    receipt = db.session.scalars(select(Letter)).one()
    db.session.refresh(draft)
    assert (draft.title, told in receipt.text) == (told, True)


@pytest.mark.parametrize("turn", range(4))
def test_what_is_sent_while_a_colleague_saves_is_what_was_read_or_nothing(app: Flask, cast: Cast, turn: int) -> None:
    draft = drafts.filled(cast["amina"])
    ref, section = draft.ref, drafts.section_of(draft, "project")
    amina, tom = cast["amina"], cast["tom"]
    read = read_mark(draft, sections_of(draft))

    def save() -> Any:
        sheet = Sheet(section, {"title": "Tom’s title"}, 1, new_id(), {})
        return actions.save(one_for(tom, ref), sheet, by=tom) and None

    def send() -> Any:
        return actions.submit(one_for(amina, ref), amina.name, read, by=amina)

    deeds = [save, send] if turn % 2 else [send, save]
    found = dict(zip((deed.__name__ for deed in deeds), at_once(app, deeds), strict=True))
    db.session.refresh(draft)
    ended = (draft.state, draft.title, counted(select(Letter)))
    if found["send"] is None:
        assert isinstance(found["save"], WrongState)
        assert ended == ("submitted", "Tea, cake and tablets", 1)
    else:
        assert isinstance(found["send"], ChangedMeanwhile)
        assert (found["save"], ended) == (None, ("draft", "Tom’s title", 0))
