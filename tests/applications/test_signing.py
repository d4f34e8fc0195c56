"""What is signed was read: nothing goes out that somebody changed after its signer saw it."""

from collections.abc import Callable
from html import unescape

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from portal.applications import actions, newer, queries
from portal.applications.models import Application
from portal.applications.signing import ChangedMeanwhile, changes_since, read_mark
from portal.db.session import db
from portal.kit.errors import NotAllowed
from portal.mail.models import Letter
from portal.permissions import Someone
from tests.applications import drafts
from tests.applications.test_keying import AGREED, typed
from tests.applications.test_newer import change, mend
from tests.applications.test_sending_views import SIGNED, text_of
from tests.conftest import Send
from tests.reader import Reader, form_to, parse

As = Callable[[str], Reader]
Cast = dict[str, Someone]
Letters = Callable[[], list[Letter]]
AGAIN = "It is not sent yet. Read the answers once more, then send them."


def mark_of(draft: Application, someone: Someone) -> str:
    """The mark of a draft as it stands now."""
    db.session.rollback()
    application = queries.one_for(someone, draft.ref)
    return read_mark(application, queries.sections_of(application))


def way_to_send(client: Reader, draft: Application) -> str:
    """Where the button of the check page leads."""
    page = parse(client.get(f"/applications/{draft.ref}/answers").get_data(as_text=True))
    hrefs = [link.get("href", "") for link in page.iter("a")]
    return next(href for href in hrefs if href.startswith(f"/applications/{draft.ref}/send"))


def press(client: Reader, path: str, draft: Application, signed: dict[str, str]) -> Callable[[], TestResponse]:
    """Open the page that is signed; its button, for later."""
    action = f"/applications/{draft.ref}/send"
    form = form_to(client.get(path).get_data(as_text=True), action)
    return lambda: client.post(form.action, data={**form.fields, **signed})


def title_of(draft: Application, section: str) -> str:
    """What a part is called."""
    return drafts.section_of(draft, section).title


def state_of(draft: Application) -> str:
    """Its state now."""
    db.session.rollback()
    db.session.refresh(draft)
    return draft.state


@pytest.mark.parametrize("way", ["from the check page", "by its address"])
def test_who_changed_what_is_said_and_nothing_is_sent(
    as_: As, write: Send, cast: Cast, letters: Letters, way: str
) -> None:
    draft, client = drafts.filled(cast["amina"]), as_("amina")
    path = f"/applications/{draft.ref}"
    sends = press(client, way_to_send(client, draft) if way == "from the check page" else f"{path}/send", draft, SIGNED)
    drafts.save(draft, "project", cast["tom"], title="Tom’s title")

    answer = sends()
    assert (answer.status_code, answer.location) == (303, f"{path}/answers")
    text = text_of(client, answer.location)
    assert f"Tom Barker changed “{title_of(draft, 'project')}” since you read it." in text
    assert AGAIN in text
    assert "Tom’s title" in text
    assert (state_of(draft), letters()) == ("draft", [])

    sent = press(client, way_to_send(client, draft), draft, SIGNED)()
    assert (sent.location, state_of(draft)) == (f"{path}/sent", "submitted")
    assert "Tom’s title" in letters()[0].text


def test_a_save_between_the_check_page_and_the_one_that_is_signed_is_said_at_once(as_: As, cast: Cast) -> None:
    draft, client = drafts.filled(cast["amina"]), as_("amina")
    way = way_to_send(client, draft)
    drafts.save(draft, "people", cast["tom"], people_helped="50")
    answer = client.get(way)
    assert (answer.status_code, answer.location) == (303, f"/applications/{draft.ref}/answers")
    text = text_of(client, answer.location)
    assert f"Tom Barker changed “{title_of(draft, 'people')}” since you read it." in text
    assert client.get(way_to_send(client, draft)).status_code == 200


def test_what_is_left_out_is_asked_for_and_the_mark_stays(as_: As, cast: Cast) -> None:
    draft, client = drafts.filled(cast["amina"]), as_("amina")
    path = f"/applications/{draft.ref}/send"
    wrong = press(client, path, draft, {**SIGNED, "signed_name": ""})()
    assert wrong.status_code == 422
    form = form_to(wrong.get_data(as_text=True), path)
    drafts.save(draft, "project", cast["tom"], title="Tom’s title")
    answer = client.post(form.action, data={**form.fields, **SIGNED})
    assert (answer.location, state_of(draft)) == (f"/applications/{draft.ref}/answers", "draft")


@pytest.mark.parametrize("read", [None, "", "words", "1", "1 project:x", "²:1", "9" * 5000])
def test_a_page_without_a_sound_mark_sends_nothing(as_: As, cast: Cast, read: str | None) -> None:
    draft, client = drafts.filled(cast["amina"]), as_("amina")
    path = f"/applications/{draft.ref}/send"
    form = form_to(client.get(path).get_data(as_text=True), path)
    fields = {name: value for name, value in {**form.fields, **SIGNED, "read": read}.items() if value is not None}
    answer = client.post(form.action, data=fields)
    assert (answer.location, state_of(draft)) == (f"/applications/{draft.ref}/answers", "draft")
    assert AGAIN in text_of(client, answer.location)


def test_an_officer_who_sends_for_somebody_sends_what_they_read(as_: As, cast: Cast) -> None:
    draft, client = typed(cast["leanne"]), as_("leanne")
    sends = press(client, way_to_send(client, draft), draft, AGREED)
    drafts.save(draft, "project", cast["leanne"], title="Typed on another page")
    answer = sends()
    assert (answer.location, state_of(draft)) == (f"/applications/{draft.ref}/answers", "draft")
    text = unescape(client.get(answer.location).get_data(as_text=True))
    assert f"You changed “{title_of(draft, 'project')}” on another page since you read it." in text
    assert press(client, way_to_send(client, draft), draft, AGREED)().location == f"/applications/{draft.ref}/sent"


def test_newer_questions_that_a_colleague_took_are_said(app: Flask, cast: Cast) -> None:
    draft, amina = drafts.filled(cast["amina"]), cast["amina"]
    read = mark_of(draft, amina)
    change(cast["joyce"], mend(cast["joyce"]))
    newer.take(queries.one_for(cast["tom"], draft.ref), 2, by=cast["tom"])
    with pytest.raises(ChangedMeanwhile) as found:
        actions.submit(queries.one_for(amina, draft.ref), "Amina Yusuf", read, by=amina)
    assert [str(each) for each in found.value.changes] == ["Tom Barker took the new questions since you read it."]


def test_whatever_the_portal_changed_is_said_too(app: Flask, cast: Cast) -> None:
    """A file that did not pass its check is taken out by the portal."""
    draft, amina = drafts.filled(cast["amina"]), cast["amina"]
    read = mark_of(draft, amina)
    row = drafts.row_of(draft, "documents")
    assert row is not None
    row.version += 1
    db.session.commit()
    application = queries.one_for(amina, draft.ref)
    found = changes_since(read, application, queries.written(application), by=amina)
    title = title_of(draft, "documents")
    assert [str(each) for each in found] == [f"Join the Dots changed “{title}” since you read it."]


def test_each_who_wrote_is_named_for_each_part(app: Flask, cast: Cast) -> None:
    draft, amina = drafts.filled(cast["amina"]), cast["amina"]
    read = mark_of(draft, amina)
    drafts.save(draft, "project", cast["tom"], title="Tom’s title")
    drafts.save(draft, "project", amina, plan="Amina’s plan")
    drafts.save(draft, "barriers", cast["tom"], barriers_how="Slowly.")
    application = queries.one_for(amina, draft.ref)
    found = changes_since(read, application, queries.written(application), by=amina)
    project, barriers = title_of(draft, "project"), title_of(draft, "barriers")
    assert sorted(map(str, found)) == [
        f"Tom Barker changed “{barriers}” since you read it.",
        f"Tom Barker changed “{project}” since you read it.",
        f"You changed “{project}” on another page since you read it.",
    ]


def test_who_may_not_send_is_told_that_and_nothing_of_changes(app: Flask, cast: Cast) -> None:
    draft = drafts.filled(cast["amina"])
    with pytest.raises(NotAllowed):
        actions.submit(draft, "Tom Barker", "1", by=cast["tom"])
