"""Reading and scoring: the whole application beside the scores, saved as they are typed."""

from flask import Response, request
from flask_babel import gettext

from portal.assessments import actions, marks, scoring_queries
from portal.assessments.blueprint import bp
from portal.assessments.dossier import Dossier, dossier
from portal.assessments.forms import typed_scores
from portal.assessments.marks import kept_of
from portal.assessments.models import Assessment
from portal.assessments.moderation_queries import on
from portal.assessments.sheet import Line, lines
from portal.funds.queries import form_of
from portal.kit.dates import utc_now
from portal.kit.errors import Invalid
from portal.kit.text import N_, Say
from portal.permissions import Permission as P
from portal.permissions import Someone
from portal.web.guards import requires
from portal.web.identity import person
from portal.web.pages import go, page, tell
from portal.web.words import saved as saved_line
from portal.web.words import translated

SAVED = N_("Saved. You can go on whenever you like.")
DONE = N_("{heading}: your scores are in.")
CLASHED = N_("Not all of it is saved: you changed it in another window too. Choose which one to keep.")
STOOD_DOWN = N_("Thank you for telling us. This application is off your list, and somebody else reads it.")
CHOOSE = N_("{criterion}: choose which one counts")
ALL_SCORED = N_("You have scored everything that you were given.")


@bp.get("/review/next")
@requires(P.ASSESSMENT_SCORE)
def next() -> Response:
    """On to what this person should score next, or to their rounds when there is nothing."""
    ref = scoring_queries.next_of(person())
    if ref is None:
        tell(ALL_SCORED)
        return go("assessments.rounds")
    return go("assessments.score", ref=ref)


@bp.get("/review/assessments/<ref>")
@requires(P.ASSESSMENT_SCORE)
def score(ref: str) -> Response:
    """The application to read with the scores beside it; once finished, the scores to read."""
    me = person()
    assessment = scoring_queries.mine(me, ref)
    found = dossier(assessment.application, me)
    rows = marks.rows_of(assessment)
    kept = {code: kept_of(row) for code, row in rows.items()}
    if assessment.state == "shared" and found.state == "assessing":
        at = marks.last_saved(rows)
        return scoring_page(me, assessment, found, lines(found.criteria, kept), saved=saved_line(at) if at else "")
    given = scoring_queries.all_given(assessment.application)
    return page(
        "assessments/scored",
        found=found,
        assessment=assessment,
        kept=kept,
        given=given,
        moderation=on(assessment.application, given) if given else None,
    )


@bp.post("/review/assessments/<ref>")
@requires(P.ASSESSMENT_SCORE)
def finish(ref: str) -> Response:
    """Save what was typed and, with the button for it, finish: on to the next one, or back with what is missing."""
    me, finishing = person(), "finish" in request.form
    assessment = scoring_queries.mine(me, ref)
    found = dossier(assessment.application, me)
    typed = typed_scores(request.form, [each.code for each in found.criteria])
    try:
        saved = (actions.finish if finishing else actions.save_scores)(assessment, typed, page_key(), by=me)
    except Invalid as error:
        sheet = lines(found.criteria, {}, typed, wrong=error.errors)
        return scoring_page(me, assessment, found, sheet, status=422)
    if saved.clashes or saved.missing:
        sheet = lines(found.criteria, saved.kept, clashes=saved.clashes, wrong=saved.missing)
        return scoring_page(me, assessment, found, sheet, status=409 if saved.clashes else 422)
    tell(Say(DONE, heading=found.heading) if finishing else SAVED)
    return go("assessments.next") if finishing else go("assessments.score", ref=ref)


@bp.post("/review/assessments/<ref>/save")
@requires(P.ASSESSMENT_SCORE)
def save_score(ref: str) -> Response:
    """Save as they type. The answer renews the line that says so; what clashes with another window is shown beside."""
    me = person()
    assessment = scoring_queries.mine(me, ref)
    application = assessment.application
    criteria = form_of(application.round_id, application.form_number).criteria
    typed = typed_scores(request.form, [each.code for each in criteria])
    saved = actions.save_scores(assessment, typed, page_key(), by=me)
    news = [code for code in saved.clashes if typed[code].seen != saved.kept[code].stamp()]
    sheet = {line.criterion.code: line for line in lines(criteria, saved.kept, clashes=saved.clashes)}
    return page(
        "assessments/_saved",
        status=409 if saved.clashes else 200,
        saved=gettext(CLASHED) if saved.clashes else saved_line(utc_now()),
        hidden={f"seen-{code}": saved.kept[code].stamp() for code in [*saved.written, *news]},
        beside=[sheet[code] for code in news + [code for code in saved.settled if code in saved.written]],
        anew=[sheet[code] for code in saved.settled if code not in saved.written],
    )


@bp.route("/review/assessments/<ref>/conflict", methods=["GET", "POST"])
@requires(P.ASSESSMENT_SCORE)
def stand_down(ref: str) -> Response:
    """A conflict of interest that shows only in reading: say so, and somebody else reads it."""
    me = person()
    assessment = scoring_queries.mine(me, ref)
    if request.method == "POST":
        actions.stand_down(assessment, by=me)
        tell(STOOD_DOWN)
        return go("assessments.next")
    return page("assessments/stand_down", found=dossier(assessment.application, me), assessment=assessment)


def page_key() -> str:
    """What tells this page from the same one in another window: the key of its form."""
    return request.form["_key"]


def scoring_page(
    me: Someone, assessment: Assessment, found: Dossier, sheet: list[Line], status: int = 200, saved: str = ""
) -> Response:
    """The page to read and score, with what was typed where it could not be saved or finished."""
    return page(
        "assessments/score",
        status=status,
        found=found,
        ref=assessment.ref,
        sheet=sheet,
        way=scoring_queries.way(me, assessment),
        saved=saved,
        errors=[(name, translated(say)) for line in sheet for name, say in mistakes(line)],
    )


def mistakes(line: Line) -> list[tuple[str, Say]]:
    """What stands against one line of the sheet: each field's id with its sentence, in the order of the page."""
    code, choose = line.criterion.code, Say(CHOOSE, criterion=line.criterion.title)
    found = ((f"points-{code}", line.wrong_points), (f"reason-{code}", line.wrong_reason))
    return [(name, say) for name, say in (*found, (f"keep-{code}", choose if line.other else None)) if say]
