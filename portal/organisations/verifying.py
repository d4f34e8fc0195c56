"""The verbs of checking an organisation: the checklist, the decision, the partner's answer, and opening it again.

All of them hold the organisation's row and count its version up, so that two officers at once do not overwrite each
other, and nobody verifies details that changed while they read.
"""

from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.db.session import action
from portal.history.actions import move, note
from portal.kit.dates import utc_now
from portal.kit.errors import Clash, Invalid, NotAllowed, WrongState
from portal.kit.text import N_
from portal.organisations import notices_checks as notices
from portal.organisations.check_queries import in_conflict
from portal.organisations.models import Checked, Exchange, Organisation
from portal.organisations.one import held
from portal.organisations.teams import need
from portal.organisations.verification import (
    CONFLICT,
    KEEP,
    REASONS_NEEDED,
    Mark,
    is_open,
    missing,
    problems,
)
from portal.permissions import Permission, Someone

CHANGED = N_("Somebody else changed this organisation while you had it open. Read what stands now, then decide.")
WRITE_FIRST = N_("Write your answer first.")
JUDGED = ("verify", "refuse")


def judge(
    organisation: Organisation, decision: str, marks: Mapping[str, Mark], words: str, version: int, *, by: Someone
) -> None:
    """Keep the checklist, and decide: "keep", "verify", "ask_more" or "refuse". `version` is the one that was read.

    Raises Clash where another stands, Invalid for what is missing, WrongState for what is decided, NotAllowed for
    somebody of its own team.
    """
    with action() as session:
        kept = opened(session, organisation, version, by=by)
        if not is_open(kept.state):
            raise WrongState()
        if found := problems(decision, marks, words):
            raise Invalid(found)
        changed = write_marks(session, kept, marks, by=by)
        kept.version += 1
        if decision == KEEP:
            note(kept, "check", by=by, items=changed, version=kept.version)
            return
        lacks = missing(marks) if decision == "ask_more" else []
        if decision in JUDGED:
            kept.judged_by, kept.judged_at = by.person_id, utc_now()
        move(kept, decision, by=by, missing=lacks, version=kept.version)
        said(session, kept, decision, words, lacks, by=by)
        notices.judged(kept, decision, words, lacks)


def reopen(organisation: Organisation, words: str, version: int, *, by: Someone) -> None:
    """Open a check again that was decided; the checklist has to be gone through anew. Raises as `judge` does."""
    with action() as session:
        kept = opened(session, organisation, version, by=by)
        if not words:
            raise Invalid({"words": REASONS_NEEDED})
        kept.version += 1
        wait_again(kept, anew=True)
        move(kept, "reopen", by=by, version=kept.version)
        said(session, kept, "reopen", words, [], by=by)
        notices.reopened(kept, words)


def answer(organisation: Organisation, words: str, *, by: Someone) -> None:
    """Answer the council for the partner, which puts the organisation back into the queue; a lead does this.

    While it is in the queue this adds to what was said. Raises Invalid for nothing, WrongState once it is verified.
    """
    with action() as session:
        kept = held(organisation)
        need(session, kept, Permission.ORGANISATION_EDIT, by=by)
        if not words:
            raise Invalid({"words": WRITE_FIRST})
        name = "ask_again" if kept.state == "refused" else "answer"
        if kept.state != "unverified":
            wait_again(kept, anew=False)
        move(kept, name, by=by)
        kept.version += 1
        said(session, kept, name, words, [], by=by)


def open_again(organisation: Organisation, *, by: Someone) -> bool:
    """Check an organisation anew that was verified as somebody else; part of the deed that changes who it is.

    Whether it was verified, and so waits again.
    """
    if organisation.state != "verified":
        return False
    wait_again(organisation, anew=True)
    move(organisation, "change_identity", by=by, version=organisation.version)
    notices.identity_changed(organisation)
    return True


def wait_again(organisation: Organisation, *, anew: bool) -> None:
    """Let it come into the queue now; where the check begins anew, nothing that was found before counts."""
    now = utc_now()
    organisation.waiting_since = now
    organisation.judged_by = organisation.judged_at = None
    if anew:
        organisation.check_opened_at = now


def opened(session: Session, organisation: Organisation, version: int, *, by: Someone) -> Organisation:
    """The organisation, held, for somebody who may judge it. Raises NotAllowed, and Clash for another version."""
    kept = held(organisation)
    if not by.may(Permission.ORGANISATION_VERIFY):
        raise NotAllowed()
    if session.scalar(select(in_conflict(by.person_id)).where(Organisation.id == kept.id)):
        raise NotAllowed(CONFLICT)
    if version != kept.version or kept.id != organisation.id:
        raise Clash(CHANGED, theirs=kept)
    return kept


def write_marks(session: Session, kept: Organisation, marks: Mapping[str, Mark], *, by: Someone) -> list[str]:
    """Put what was found on the checklist; the lines that are new or different, each with who found it and when."""
    there = {row.item: row for row in session.scalars(select(Checked).where(Checked.organisation_id == kept.id))}
    changed = []
    for code, mark in marks.items():
        row = there.get(code)
        stands = row is not None and row.checked_at >= kept.check_opened_at
        if not mark.outcome or (stands and row is not None and (row.outcome, row.note) == (mark.outcome, mark.note)):
            continue
        if row is None:
            row = Checked(organisation_id=kept.id, item=code)
            session.add(row)
        row.outcome, row.note = mark.outcome, mark.note
        row.checked_by, row.checked_at = by.person_id or 0, utc_now()
        changed.append(code)
    return changed


def said(session: Session, kept: Organisation, verb: str, words: str, lacks: list[str], *, by: Someone) -> None:
    """Keep what was written with a move, where anything was."""
    if words or lacks:
        session.add(
            Exchange(
                organisation_id=kept.id,
                verb=verb,
                words=words,
                missing=lacks,
                written_by=by.person_id,
                written_at=utc_now(),
            )
        )
