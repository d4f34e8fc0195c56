"""Saved views: a name of one's own for what the inbox is narrowed to, seen by nobody else."""

from collections.abc import Callable

import pytest
from flask import Flask
from sqlalchemy import select

from portal.accounts import council
from portal.accounts.models import Person
from portal.db.session import action, db
from portal.desk import rules, saved
from portal.desk.filters import Filters
from portal.desk.models import SavedView
from portal.kit.errors import Invalid, NotThere, Refusal
from portal.permissions import PORTAL, Role, Someone
from tests.assessments import builders, steps
from tests.assessments.steps import at_once
from tests.conftest import Send
from tests.reader import Reader, form_to

As = Callable[[str], Reader]
Cast = dict[str, Someone]
SOON = Filters(urgency="soon")


def text(client: Reader, path: str) -> str:
    """A page."""
    return client.get(path).get_data(as_text=True)


def names(someone: Someone) -> list[str]:
    """What somebody's views are called."""
    db.session.rollback()
    return [view.name for view in saved.views_of(someone)]


def test_what_is_narrowed_is_saved_under_a_name_and_is_a_link_above_the_list(app: Flask, as_: As, cast: Cast) -> None:
    round_ = steps.closed_round()
    steps.sent(round_, 2)
    joyce = as_("joyce")
    narrowed = f"/inbox?queue=to_triage&round={round_.code}&whose=free"
    save = f"/inbox/views/new?queue=to_triage&amp;round={round_.code}&amp;whose=free"
    assert save in text(joyce, narrowed)
    page = text(joyce, save.replace("&amp;", "&"))
    assert "To check" in page
    assert round_.title in page
    answer = joyce.post("/inbox/views/new", data={**form_to(page, "/inbox/views/new").fields, "name": "Free to check"})
    assert answer.status_code == 303
    there = text(joyce, answer.location)
    assert f'<a href="{narrowed.replace("&", "&amp;")}" aria-current="page">Free to check</a>' in there
    assert "Free to check" not in text(as_("martin"), "/inbox")


def test_an_inbox_opens_with_the_view_that_comes_first(app: Flask, as_: As, send: Send, cast: Cast) -> None:
    soon = saved.keep("Soon", SOON, first=True, by=cast["joyce"])
    joyce = as_("joyce")
    assert joyce.get("/inbox").location == "/inbox?urgency=soon"
    assert joyce.get("/inbox?view=all").status_code == 200
    assert 'href="/inbox?view=all"' in text(joyce, "/inbox?urgency=soon")
    late = saved.keep("Late", Filters(urgency="overdue"), first=True, by=cast["joyce"])
    assert joyce.get("/inbox").location == "/inbox?urgency=overdue", "one alone comes first"
    send(joyce, f"/inbox/views/{late.ref}", {"is_first": None}, action=f"/inbox/views/{late.ref}")
    assert joyce.get("/inbox").status_code == 200
    send(joyce, f"/inbox/views/{soon.ref}", {"name": "Closing this week"}, action=f"/inbox/views/{soon.ref}")
    assert names(cast["joyce"]) == ["Closing this week", "Late"]
    send(joyce, f"/inbox/views/{soon.ref}", {}, action=f"/inbox/views/{soon.ref}/remove")
    assert names(cast["joyce"]) == ["Late"]


def test_a_name_twice_a_view_too_many_and_nothing_narrowed_are_refused(app: Flask, as_: As, cast: Cast) -> None:
    joyce = cast["joyce"]
    saved.keep("Soon", SOON, first=False, by=joyce)
    with pytest.raises(Invalid) as twice:
        saved.keep("SOON", Filters(whose="mine"), first=False, by=joyce)
    assert list(twice.value.errors) == ["name"]
    saved.keep("Soon", SOON, first=False, by=cast["martin"])
    with pytest.raises(Invalid):
        saved.keep("All", Filters(), first=False, by=joyce)
    other = saved.keep("Mine", Filters(whose="mine"), first=False, by=joyce)
    with pytest.raises(Invalid):
        saved.change(other.ref, "soon", first=False, by=joyce)
    saved.change(other.ref, "MINE", first=False, by=joyce)
    for number in range(rules.VIEWS_MOST - 2):
        saved.keep(f"View {number}", SOON, first=False, by=joyce)
    with pytest.raises(Invalid):
        saved.keep("One more", SOON, first=False, by=joyce)
    client = as_("joyce")
    page = form_to(text(client, "/inbox/views/new?urgency=soon"), "/inbox/views/new")
    refused = client.post("/inbox/views/new", data={**page.fields, "name": "soon"})
    assert refused.status_code == 422
    assert 'value="soon"' in refused.get_data(as_text=True), "what was typed stays"
    assert len(names(joyce)) == rules.VIEWS_MOST


def test_nobody_opens_changes_or_removes_the_view_of_another(app: Flask, as_: As, cast: Cast) -> None:
    ref = saved.keep("Soon", SOON, first=False, by=cast["joyce"]).ref
    for deed in (
        lambda: saved.one(cast["martin"], ref),
        lambda: saved.change(ref, "Mine", first=False, by=cast["martin"]),
        lambda: saved.remove(ref, by=cast["martin"]),
    ):
        with pytest.raises(NotThere):
            deed()
    assert as_("martin").get(f"/inbox/views/{ref}").status_code == 404
    assert names(cast["joyce"]) == ["Soon"]


def test_what_a_view_names_and_is_gone_narrows_nothing_and_is_told(app: Flask, as_: As) -> None:
    oona = builders.approver("Oona")
    person = db.session.get_one(Person, oona.person_id)
    council.give_role(person.email, Role.REVIEWER, by=PORTAL)
    steps.sent(steps.closed_round(), 2)
    with action() as session:
        made = {"made_at": person.created_at, "urgency": "", "whose": "", "person_id": person.id}
        session.add(SavedView(name="Old", name_key="old", queue="to_propose", round="autumn-1926", **made))
    view = db.session.scalars(select(SavedView)).one()
    address = "&".join(f"{name}={value}" for name, value in saved.filters_of(view).chosen().items())
    page = text(as_("daniel"), f"/inbox?{address}")
    assert "The queue that was asked for is not one of yours now" in page
    assert "The round that was asked for is not there any more" in page
    page = text(as_("joyce"), "/inbox?queue=to_triage&round=autumn-1926")
    assert "The round that was asked for is not there any more" in page
    assert "2 things, the most urgent first." in page
    assert "is not there any more" not in text(as_("joyce"), f"/inbox?queue=to_confirm&round={builders.ROUND}")


@pytest.mark.slow
def test_of_sixteen_views_of_one_name_at_once_one_is_kept_and_one_is_first(app: Flask, cast: Cast) -> None:
    came = at_once(app, [lambda: saved.keep("Soon", SOON, first=True, by=cast["joyce"]) for _ in range(16)])
    assert sum(isinstance(one, Refusal) for one in came) == 15
    assert names(cast["joyce"]) == ["Soon"]
    at_once(app, [lambda n=n: saved.keep(f"View {n}", SOON, first=True, by=cast["joyce"]) for n in range(16)])
    views = saved.views_of(cast["joyce"])
    assert (len(views), sum(view.is_first for view in views)) == (rules.VIEWS_MOST, 1)
