"""Short ways to find things on the lines of a gate, by the same verbs that the page uses."""

from sqlalchemy import select

from portal.accounts.models import Person
from portal.applications.models import Application
from portal.assessments import actions, triaging
from portal.assessments.diligence import FAIL, PASS, Kept, Mark, Typed, marked
from portal.assessments.diligence_marks import kept_of, rows_of
from portal.assessments.diligence_queries import lines_for
from portal.assessments.models import CheckMark
from portal.db.session import action, db
from portal.demo.cast import BY_KEY
from portal.kit.dates import utc_now
from portal.kit.refs import new_id
from portal.permissions import Someone

Sheet = dict[str, Typed]


def fresh(application: Application, **marks: Mark) -> Sheet:
    """These lines as a page sends them on which nobody has written before; "__" in a name stands for a hyphen."""
    begun = {line.code: Kept(line.mark).stamp() for line in lines_for(application)}
    return {code: Typed(mark, begun[code]) for code, mark in named(marks).items()}


def named(marks: dict[str, Mark]) -> dict[str, Mark]:
    """Marks by the lines' own codes."""
    return {name.replace("__", "-"): mark for name, mark in marks.items()}


def whole(application: Application, verdict: str = PASS, note: str = "") -> Sheet:
    """Every line with the same verdict and note, as a fresh page sends them."""
    return {line.code: Typed(Mark(verdict, note), Kept(line.mark).stamp()) for line in lines_for(application)}


def found(application: Application, by: Someone, *, page: str = "a page", **marks: Mark) -> None:
    """Somebody finds this, whatever stood there before."""
    there = {row.item: Kept(Mark(row.verdict, row.note), row.version).stamp() for row in rows(application)}
    sheet = {code: Typed(each.mark, there.get(code, each.seen)) for code, each in fresh(application, **marks).items()}
    assert triaging.save_lines(application, sheet, page, by=by).is_whole


def passed(application: Application, by: Someone) -> None:
    """Somebody finds that every line passes."""
    assert triaging.save_lines(application, whole(application), "a page", by=by).is_whole


def failed(application: Application, by: Someone, line: str = "check__people", why: str = "They are a couple.") -> None:
    """Somebody finds that a line fails."""
    found(application, by, **{line: Mark(FAIL, why)})


def let_pass(application: Application) -> None:
    """Joyce finds that every line passes that does not yet; part of the deed that makes the application."""
    joyce = db.session.scalars(select(Person.id).where(Person.email == BY_KEY["joyce"].email)).one()
    there = rows_of(application)
    for line in marked(lines_for(application), {code: kept_of(row) for code, row in there.items()}):
        if line.mark.verdict != PASS:
            row = CheckMark(
                application_id=application.id, item=line.code, form=new_id(), marked_by=joyce, marked_at=utc_now()
            )
            row.version = there[line.code].version + 1 if line.code in there else 1
            row.verdict, row.note = PASS, ""
            db.session.add(row)
    db.session.flush()


def let_on(application: Application, *, by: Someone) -> None:
    """Every line passes, and the application goes on."""
    with action():
        let_pass(application)
        actions.find_eligible(application, by=by)


def rows(application: Application) -> list[CheckMark]:
    """What is kept of an application's gate, the oldest first."""
    db.session.rollback()
    question = select(CheckMark).where(CheckMark.application_id == application.id)
    return list(db.session.scalars(question.order_by(CheckMark.version, CheckMark.id)))


def kept(application: Application) -> dict[str, tuple[str, str]]:
    """What counts on each line: the verdict and the note."""
    return {row.item: (row.verdict, row.note) for row in rows(application)}


def seen(application: Application, line: str) -> str:
    """The stamp that a page carries which was made just now."""
    there = {row.item: Kept(Mark(row.verdict, row.note), row.version) for row in rows(application)}
    return there.get(line, Kept()).stamp()
