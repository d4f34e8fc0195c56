"""PDFs of applications: asked for on a page, made by the worker, kept for a week, made again when asked."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

import structlog
from flask import render_template
from sqlalchemy import delete, or_, select
from sqlalchemy.orm import joinedload

from portal.applications.keyed import marked
from portal.applications.models import Application, Keyed, PdfCopy
from portal.applications.needed import sent_with
from portal.applications.queries import reading
from portal.applications.reading import Reading
from portal.db.session import action, db, locked
from portal.history.actions import note
from portal.jobs.registry import job, pump
from portal.kit.dates import utc_now
from portal.kit.errors import NotThere, WrongState
from portal.kit.refs import new_id
from portal.kit.text import N_
from portal.paper import press
from portal.permissions import Someone
from portal.web.words import councils_language, locale

log = structlog.get_logger()

PAGE = "applications/pdf"
"""The template of the document, and its style beside it."""
LEASE = dt.timedelta(minutes=5)
TRIES_MOST = 3
KEPT = dt.timedelta(days=7)
BYTES_MOST = 5 * 1024 * 1024
WHOLE, HIDDEN = "whole", "hidden"
"""What a copy holds: everything, or nothing that says whose it is."""

READINGS: dict[str, Callable[[Application], Reading]] = {WHOLE: reading}
"""What each kind of copy shows. The room above, which knows what names to hide, puts its own here when imported."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A copy that this process alone makes, until its lease is over."""

    id: int
    application_id: int
    kind: str


def copy_of(application: Application, kind: str) -> PdfCopy | None:
    """The copy of that kind that was asked for last, made or not; its bytes are not read."""
    return db.session.scalar(select(PdfCopy).where(PdfCopy.application_id == application.id, PdfCopy.kind == kind))


def bytes_of(application: Application, kind: str) -> bytes:
    """The PDF. Raises NotThere while there is none."""
    found = db.session.scalar(select(PdfCopy.pdf).where(PdfCopy.application_id == application.id, PdfCopy.kind == kind))
    if found is None:
        raise NotThere()
    return found


def ask(application: Application, kind: str, *, by: Someone) -> PdfCopy:
    """Have a copy made; one that is being made, or there, is not made twice. Raises WrongState before it was sent."""
    with action() as session:
        kept = locked(application)
        if kept.submitted_at is None:
            raise WrongState()
        there = copy_of(kept, kind)
        if there is not None and there.failed_at is None:
            return there
        if there is not None:
            session.delete(there)
            session.flush()
        copy = PdfCopy(
            ref=new_id(), application_id=kept.id, kind=kind, asked_by=by.person_id, asked_at=utc_now(), tries=0
        )
        session.add(copy)
        note(kept, "ask_pdf", by=by, kind=kind)
    return copy


@pump("pdfs")
def make_next() -> int:
    """Make the copy that waits longest; how many were made or given up."""
    waiting = claim()
    if waiting is None:
        return 0
    try:
        finish(waiting, drawn(waiting))
    except Exception as error:
        log.error("pdf", error=type(error).__name__)
        db.session.rollback()
        give_up_late(waiting)
    return 1


def claim() -> Waiting | None:
    """Take the oldest copy that waits, for five minutes."""
    now = utc_now()
    with action() as session:
        row = session.scalar(
            select(PdfCopy)
            .where(PdfCopy.made_at.is_(None), PdfCopy.failed_at.is_(None))
            .where(or_(PdfCopy.leased_until.is_(None), PdfCopy.leased_until < now))
            .order_by(PdfCopy.id)
            .limit(1)
            .with_for_update(skip_locked=True)
        )
        if row is None:
            return None
        row.leased_until, row.tries = now + LEASE, row.tries + 1
        return Waiting(row.id, row.application_id, row.kind)


def drawn(waiting: Waiting) -> bytes:
    """The PDF of what its application says now. Raises PressFailed, also for one that is larger than any should be."""
    html, css = page_of(waiting.application_id, waiting.kind)
    db.session.rollback()
    pdf = press.press(html, css)
    if len(pdf) > BYTES_MOST:
        raise press.PressFailed("too large")
    return pdf


def page_of(application_id: int, kind: str) -> tuple[str, str]:
    """The document that becomes a PDF, in the council's own language, and its style."""
    application = db.session.scalars(
        select(Application)
        .where(Application.id == application_id)
        .options(joinedload(Application.round), joinedload(Application.organisation))
        .options(joinedload(Application.keyed).joinedload(Keyed.officer))
    ).one()
    with councils_language():
        html = render_template(
            f"{PAGE}.html",
            application=application,
            is_whole=kind == WHOLE,
            page_language=locale().language,
            reading=READINGS[kind](application),
            marked=marked(application),
            sent_with=sent_with(application) if kind == WHOLE else (),
            now=utc_now(),
        )
    return html, render_template(f"{PAGE}.css")


def finish(waiting: Waiting, pdf: bytes) -> None:
    """Keep a PDF that was made, where it is still wanted."""
    with action() as session:
        row = session.get(PdfCopy, waiting.id)
        if row is not None:
            row.pdf, row.made_at, row.leased_until = pdf, utc_now(), None


def give_up_late(waiting: Waiting) -> None:
    """Try again after the lease, or not any more; at once not where this machine makes none."""
    with action() as session:
        row = session.get(PdfCopy, waiting.id)
        if row is not None and (row.tries >= TRIES_MOST or press.why_not()):
            row.failed_at, row.leased_until = utc_now(), None


@job("forget_pdfs", dt.timedelta(hours=6), N_("Forget PDFs that are a week old"))
def forget_pdfs(older_than: dt.timedelta = KEPT) -> int:
    """Delete copies that were made, or given up, so long ago; each is made again when asked for. How many went."""
    with action() as session:
        before = utc_now() - older_than
        old = or_(PdfCopy.made_at < before, PdfCopy.failed_at < before)
        return session.execute(delete(PdfCopy).where(old)).rowcount  # type: ignore[attr-defined, no-any-return]
