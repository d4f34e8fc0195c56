"""A round's report: the page, and the copy of it to take away."""

from flask import Response, request

from portal.applications.rules import MACHINE
from portal.assessments import report_files
from portal.assessments.blueprint import bp
from portal.assessments.queries import round_of
from portal.assessments.report import SMALLEST, WORDS
from portal.assessments.report_queries import report_of
from portal.kit.dates import utc_now
from portal.kit.text import N_
from portal.permissions import Permission as P
from portal.web.guards import requires
from portal.web.identity import person
from portal.web.pages import go, page, tell

ENDED = N_("That copy is no longer there. Take it again.")


@bp.get("/review/rounds/<code>/report")
@requires(P.IMPACT_READ, P.PANEL_READ)
def report(code: str) -> Response:
    """How a round went, in figures."""
    round_ = round_of(code)
    return page(
        "assessments/report",
        round=round_,
        found=report_of(round_, person()),
        columns=report_files.columns_of,
        words=WORDS,
        states={each.code: each for each in MACHINE.states},
        smallest=SMALLEST,
        now=utc_now(),
    )


@bp.post("/review/rounds/<code>/report/copy")
@requires(P.IMPACT_READ, P.PANEL_READ)
def copy_report(code: str) -> Response:
    """Write down that a copy is taken, then send it: as lines of values, where it is not asked for as a workbook."""
    format = "xlsx" if request.form.get("format") == "xlsx" else "csv"
    return go("assessments.report_file", code=code, key=report_files.begin(round_of(code), format, by=person()))


@bp.get("/review/rounds/<code>/report/file")
@requires(P.IMPACT_READ, P.PANEL_READ)
def report_file(code: str) -> Response:
    """The copy itself."""
    round_, now = round_of(code), utc_now()
    format = report_files.fetched(request.args.get("key", ""), round_, person())
    if format is None:
        tell(ENDED, "warning")
        return go("assessments.report", code=code)
    found = report_files.sheets(report_of(round_, person()), round_, now)
    answer = Response(report_files.written(found, format), mimetype=report_files.FORMATS[format])
    answer.headers["Content-Disposition"] = f'attachment; filename="{round_.code}-report.{format}"'
    return answer
