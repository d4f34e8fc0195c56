"""Points that lie far apart, and nobody to read it a third time: a note on each such criterion lets it go on."""

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import select

from portal.accounts.models import Person
from portal.applications.models import Application
from portal.assessments import giving, notices_reviewers, panels
from portal.assessments.access import check
from portal.assessments.models import Assessment, Moderation
from portal.assessments.moderation_queries import matter
from portal.assessments.scoring import REASON_MOST
from portal.db.session import action, db, locked
from portal.funds.models import Round
from portal.funds.questions import Criterion
from portal.history.actions import move, note
from portal.kit.dates import utc_now
from portal.kit.errors import Clash, Invalid
from portal.kit.text import N_, Say, tidy
from portal.permissions import Someone

CHANGED = N_("The scores changed while you had this open. Read what stands now, then send your note again.")
MISSING = N_("{criterion}: say why the points lie apart, and why it can go on")


def moderate(application: Application, notes: Mapping[str, str], *, by: Someone, seen: str | None = None) -> Moderation:
    """Write the note that takes the place of a third reviewer, and let the application go on with its mean.

    A third who was asked and has not finished is told that there is nothing left to score. `seen` is the stamp of the
    scores that were read: Clash where others stand. Raises Invalid without words on each criterion with a gap,
    NotThere in a conflict of interest, NotAllowed for a reviewer, and WrongState when somebody was quicker.
    """
    with action() as session:
        panels.held(application.round_id)
        check(locked(application), by=by)
        found = matter(application, by=by)
        if seen is not None and seen != found.stamp:
            raise Clash(CHANGED)
        words = {each.code: tidy(notes.get(each.code, "")) for each in found.apart}
        if wrong := faults(words, found.apart):
            raise Invalid(wrong)
        assert by.person_id is not None, "only a person has permissions"
        readings = live(application)
        call_off(application, [each for each in readings if each.state == "shared"], by=by)
        moderation = Moderation(
            application_id=application.id, notes=words, written_by=by.person_id, written_at=utc_now()
        )
        session.add(moderation)
        note(moderation, "moderate", by=by, criteria=list(words))
        giving.rank(application, [each.points for each in readings if each.points is not None])
    return moderation


def faults(words: Mapping[str, str], criteria: Iterable[Criterion]) -> dict[str, Say]:
    """What stands against the note: a sentence for each field's name."""
    found: dict[str, Say] = {}
    for each in criteria:
        there = len(words[each.code])
        if not there:
            found[f"note-{each.code}"] = Say(MISSING, criterion=each.title)
        elif there > REASON_MOST:
            found[f"note-{each.code}"] = Say(
                N_("Use {most} characters or fewer. There are {there} now."), most=REASON_MOST, there=there
            )
    return found


def live(application: Application) -> Sequence[Assessment]:
    """The readings of an application that nobody has stood down from, read afresh."""
    return db.session.scalars(
        select(Assessment)
        .where(Assessment.application_id == application.id, Assessment.state != "stood_down")
        .order_by(Assessment.id)
        .execution_options(populate_existing=True)
    ).all()


def call_off(application: Application, thirds: Iterable[Assessment], *, by: Someone) -> None:
    """Take a third reading off whoever was asked, and tell them."""
    round_ = db.session.get_one(Round, application.round_id)
    for each in thirds:
        move(locked(each), "call_off", by=by)
        notices_reviewers.called_off(application, round_, to=db.session.get_one(Person, each.reviewer_id).email)
