"""An application's PDF: asked for once, made by the worker, kept a week, and never with a name that is hidden."""

import datetime as dt
import subprocess
from collections.abc import Callable
from html import unescape
from pathlib import Path
from threading import Barrier, Thread

import pytest
from flask import Flask
from sqlalchemy import select

from portal.applications import actions, printing
from portal.applications.models import Application, PdfCopy
from portal.db.session import action, db
from portal.funds.models import Round
from portal.kit.errors import WrongState
from portal.paper import press
from portal.permissions import Someone
from tests.applications import drafts
from tests.applications.test_keying import typed
from tests.conftest import Clock, Send
from tests.reader import Reader

As = Callable[[str], Reader]
Cast = dict[str, Someone]
PDF = b"%PDF-1.7 not a real one"


def copies() -> list[PdfCopy]:
    """Every copy that was asked for."""
    db.session.rollback()
    return list(db.session.scalars(select(PdfCopy).order_by(PdfCopy.id)))


def text_of(client: Reader, path: str) -> str:
    """What a page says."""
    answer = client.get(path)
    assert answer.status_code == 200
    return unescape(answer.get_data(as_text=True))


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every page that was handed to the press, which takes seconds and is tried for itself."""
    pages: list[str] = []

    def note(html: str, css: str) -> bytes:
        pages.append(unescape(html))
        return PDF

    monkeypatch.setattr(press, "press", note)
    return pages


def test_it_is_asked_for_made_and_taken(as_: As, send: Send, cast: Cast, drawn: list[str]) -> None:
    sent = drafts.sent(cast["amina"])
    client, path = as_("amina"), f"/applications/{sent.ref}/pdf"
    assert path in text_of(client, f"/applications/{sent.ref}/answers")
    assert send(client, path, action=path).location == path
    waiting = text_of(client, path)
    assert "Your PDF is being made." in waiting
    assert f'data-hx-get="{path}?looks=1"' in waiting
    assert client.get(f"{path}/file").status_code == 404
    assert printing.make_next() == 1
    assert printing.make_next() == 0
    assert "Your PDF is ready." in text_of(client, path)
    file = client.get(f"{path}/file")
    assert (file.data, file.mimetype) == (PDF, "application/pdf")
    assert file.headers["Content-Disposition"] == f'attachment; filename="{sent.ref}.pdf"'
    assert file.headers["Cache-Control"] == "no-store"
    assert "Four tablets (Devices and equipment): £800" in drawn[0]
    assert "Tea and Tech" in drawn[0]


def test_pages_ask_by_themselves_but_not_for_ever(as_: As, send: Send, cast: Cast) -> None:
    sent = drafts.sent(cast["amina"])
    client, path = as_("amina"), f"/applications/{sent.ref}/pdf"
    send(client, path, action=path)
    assert "data-hx-get" not in text_of(client, f"{path}?looks=40").split('id="pdf"')[1].split(">")[0]
    part = client.get(f"{path}?looks=3", headers={"HX-Request": "true", "HX-Request-Type": "partial"})
    assert part.get_data(as_text=True).lstrip().startswith('<div id="pdf"')


def test_asked_twice_it_is_made_once(cast: Cast, drawn: list[str]) -> None:
    sent = drafts.sent(cast["amina"])
    first = printing.ask(sent, printing.WHOLE, by=cast["amina"]).id
    assert printing.ask(sent, printing.WHOLE, by=cast["tom"]).id == first
    printing.make_next()
    assert printing.ask(sent, printing.WHOLE, by=cast["tom"]).id == first
    assert len(drawn) == 1


def test_a_draft_has_none(as_: As, cast: Cast) -> None:
    draft = drafts.filled(cast["amina"])
    assert as_("amina").get(f"/applications/{draft.ref}/pdf").status_code == 404
    with pytest.raises(WrongState):
        printing.ask(draft, printing.WHOLE, by=cast["amina"])


def test_where_names_are_hidden_the_copy_has_none(cast: Cast, drawn: list[str]) -> None:
    sent = drafts.sent(cast["amina"])
    printing.ask(sent, printing.HIDDEN, by=cast["daniel"])
    printing.ask(sent, printing.WHOLE, by=cast["amina"])
    printing.make_next()
    printing.make_next()
    hidden, whole = drawn
    for name in ("Tea and Tech", "Amina Yusuf", "Tom Barker", "Tea, cake and tablets"):
        assert name not in hidden
        assert name in whole
    assert "Every Tuesday, two helpers and one tea urn." in hidden


def test_the_council_gets_the_copy_that_its_pages_would_show(as_: As, send: Send, cast: Cast, drawn: list[str]) -> None:
    sent = drafts.sent(cast["amina"])
    with action():
        db.session.get_one(Round, sent.round_id).names_hidden = True
    path = f"/review/applications/{sent.ref}/pdf"
    assert send(as_("joyce"), path, action=path).status_code == 303
    assert [copy.kind for copy in copies()] == [printing.WHOLE]
    assert {key: as_(key).get(path).status_code for key in ("daniel", "wei", "amina")} == {
        "daniel": 404,
        "wei": 404,
        "amina": 403,
    }


def test_it_says_that_it_was_typed_in(cast: Cast, drawn: list[str]) -> None:
    draft = typed(cast["joyce"])
    actions.submit(draft, "Betty Wood", by=cast["joyce"])
    printing.ask(draft, printing.WHOLE, by=cast["joyce"])
    printing.make_next()
    assert "Typed in by Joyce Adeyemi at the council, from a call on" in drawn[0]


def test_after_three_failures_it_says_so_and_can_be_asked_again(
    clock: Clock, as_: As, send: Send, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(html: str, css: str) -> bytes:
        raise press.PressFailed("no")

    sent = drafts.sent(cast["amina"])
    printing.ask(sent, printing.WHOLE, by=cast["amina"])
    monkeypatch.setattr(press, "press", fail)
    for _ in range(printing.TRIES_MOST):
        assert printing.make_next() == 1
        assert printing.make_next() == 0, "nobody takes it before the lease is over"
        clock.shift(printing.LEASE + dt.timedelta(seconds=1))
    assert printing.make_next() == 0
    path = f"/applications/{sent.ref}/pdf"
    assert "The PDF could not be made." in text_of(as_("amina"), path)
    assert send(as_("amina"), path, action=path).status_code == 303
    assert [copy.failed_at for copy in copies()] == [None]


def test_where_none_can_be_made_the_page_and_health_say_so_plainly(
    as_: As, client: Reader, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent = drafts.sent(cast["amina"])
    monkeypatch.setattr(press, "why_not", lambda: press.Say("Pango is not installed."))
    text = text_of(as_("amina"), f"/applications/{sent.ref}/pdf")
    assert "This portal cannot make PDFs just now." in text
    assert f"/applications/{sent.ref}/answers" in text
    assert "Pango is not installed." in client.get("/health/ready").get_data(as_text=True)


def test_it_is_forgotten_after_a_week_and_made_again_when_asked(
    clock: Clock, as_: As, cast: Cast, drawn: list[str]
) -> None:
    sent = drafts.sent(cast["amina"])
    printing.ask(sent, printing.WHOLE, by=cast["amina"])
    printing.make_next()
    clock.shift(dt.timedelta(days=6))
    assert printing.forget_pdfs() == 0
    clock.shift(dt.timedelta(days=1, seconds=1))
    assert printing.forget_pdfs() == 1
    assert "Make the PDF" in text_of(as_("amina"), f"/applications/{sent.ref}/pdf")


def test_two_workers_share_the_waiting_ones(app: Flask, cast: Cast) -> None:
    for key in ("amina", "grace"):
        printing.ask(drafts.sent(cast[key]), printing.WHOLE, by=cast[key])
    ready, taken = Barrier(2), []
    db.session.remove()

    def go() -> None:
        with app.app_context():
            ready.wait()
            taken.append(printing.claim())
            db.session.remove()

    threads = [Thread(target=go) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len({each.id for each in taken if each}) == len([each for each in taken if each]) >= 1


def test_a_real_one_is_tagged_with_the_applications_title_and_words(cast: Cast, tmp_path: Path) -> None:
    sent: Application = drafts.sent(cast["amina"])
    printing.ask(sent, printing.WHOLE, by=cast["amina"])
    assert printing.make_next() == 1
    path = tmp_path / "one.pdf"
    path.write_bytes(printing.bytes_of(sent, printing.WHOLE))
    said = subprocess.run(["pdfinfo", path], capture_output=True, text=True, check=True).stdout
    assert f"Application {sent.ref}" in said
    assert "Tagged:" in said
    assert "yes" in said.split("Tagged:")[1].splitlines()[0]
    words = subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True, check=True).stdout
    assert "Every Tuesday, two helpers and one tea urn." in words
