"""Gates in the states that pages are looked at in."""

from sqlalchemy import select

from portal.applications.models import Application
from portal.assessments.models import CheckMark
from portal.db.session import action, db
from tests import states
from tests.assessments import gates


def with_line(verdict: str) -> Application:
    """An application that waits to be checked, and has a line with that verdict."""
    lines = select(CheckMark.application_id).where(CheckMark.verdict == verdict)
    found = select(Application).where(Application.state == "submitted", Application.id.in_(lines))
    return db.session.scalars(found.order_by(Application.id.desc())).first() or states.missing(f"gate with {verdict}")


def failed() -> Application:
    """An application with a line that failed."""
    return with_line("fail")


def to_ask() -> Application:
    """An application with a line to ask its partner about."""
    return with_line("ask")


@states.once
def passed() -> Application:
    """An application whose every line passes."""
    with action():
        found = states.application("submitted", "autumn", 2)
        gates.let_pass(found)
    return found
