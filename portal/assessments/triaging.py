"""Checking an application: its lines are kept as they are typed, and it goes on only where every one of them passes."""

from collections.abc import Mapping

from portal.applications.models import Application
from portal.assessments import actions, diligence_marks
from portal.assessments.access import check, require
from portal.assessments.diligence import READ_FIRST, REASONS, Typed, missing
from portal.assessments.diligence_marks import Saved
from portal.assessments.diligence_queries import begin_reasons, lines_for, why_closed
from portal.db.session import action, locked
from portal.kit.errors import WrongState
from portal.permissions import Permission as P
from portal.permissions import Someone


def save_lines(application: Application, typed: Mapping[str, Typed], page: str, *, by: Someone) -> Saved:
    """Keep what an officer has typed so far, line by line; `page` tells this page from another window's.

    Raises NotThere in a conflict of interest, NotAllowed, WrongState once it is judged or withdrawn, and Invalid for
    what cannot be kept.
    """
    with action():
        check(locked(application), by=by)
        require(by, P.APPLICATION_TRIAGE)
        if application.state != "submitted":
            raise WrongState()
        return diligence_marks.write(application, lines_for(application), typed, page, by=by)


def let_on(application: Application, typed: Mapping[str, Typed], page: str, *, by: Someone) -> Saved:
    """Keep what was typed and, where nothing is in doubt and every line passes, let the application go on.

    Raises as `save_lines`.
    """
    with action():
        saved = save_lines(application, typed, page, by=by)
        if closed := why_closed(saved.lines):
            saved.wrong = {"outcome": closed, **missing(saved.lines)}
        if saved.is_whole:
            actions.find_eligible(application, by=by)
        return saved


def turn_down(
    application: Application, typed: Mapping[str, Typed], page: str, reasons: str, *, as_begun: bool, by: Someone
) -> Saved:
    """Keep what was typed and, where nothing is in doubt, end the application with these reasons.

    `as_begun`: the reasons are what the page began with. Where something else has failed since, they are shown anew
    before they are sent. Raises as `save_lines`, and Invalid without reasons.
    """
    with action():
        saved = save_lines(application, typed, page, by=by)
        saved.wrong = missing(saved.lines)
        begun = begin_reasons(saved.lines, saved.kept)
        if REASONS in typed and typed[REASONS].keep == "theirs":
            reasons = begun
        if begun and begun != reasons and (as_begun or not reasons):
            saved.wrong[REASONS] = READ_FIRST
        if saved.is_whole:
            actions.find_not_eligible(application, reasons, by=by)
        return saved
