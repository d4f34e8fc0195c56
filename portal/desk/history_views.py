"""Who did what, and when: the council's own look into history, and a copy of it."""

from collections.abc import Iterator

from flask import Response, request

from portal.assessments.access import reads_all
from portal.desk import deeds, history_export
from portal.desk.history_filters import Wanted, wanted
from portal.desk.views import bp
from portal.history.telling import Kind
from portal.kit.dates import london_day, utc_now
from portal.kit.text import N_, Say
from portal.permissions import Permission as P
from portal.web.guards import requires
from portal.web.identity import person
from portal.web.pages import go, page, streamed, tell
from portal.web.words import translated

ENDED = N_("That copy is no longer there. Press “Take a copy” again.")
SOMEBODY = N_("Somebody")


@bp.get("/history")
@requires(P.HISTORY_READ)
def history() -> Response:
    """What was done, newest first, narrowed as the address says."""
    return shown(wanted(request.args))


@bp.post("/history/copy")
@requires(P.HISTORY_READ)
def copy_history() -> Response:
    """Write down that a copy is taken, then send it."""
    asked = wanted(request.form)
    if asked.wrong:
        return shown(asked, status=422)
    return go("desk.history_file", key=history_export.begin(asked, by=person()))


@bp.get("/history/copy.csv")
@requires(P.HISTORY_READ)
def history_file() -> Response:
    """The copy itself, sent while it is written."""
    asked = history_export.fetched(request.args.get("key", ""), person())
    if asked is None:
        tell(ENDED, "warning")
        return go("desk.history")
    lines = history_export.written(deeds.search(person(), asked))
    answer = Response(streamed(lines), mimetype="text/csv")
    name = f"history-{london_day(utc_now()).isoformat()}.csv"
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def shown(asked: Wanted, status: int = 200) -> Response:
    """The page of what was asked for."""
    found = deeds.search(person(), asked)
    args = request.args
    return page(
        "desk/history",
        part="desk/_deeds",
        status=status,
        asked=asked,
        chosen=asked.chosen(),
        kinds=found.kinds.values(),
        is_told_less=not reads_all(found.someone),
        deeds=list(offered(found.kinds)),
        page=deeds.page_for(found, args.get("after"), args.get("before")),
        too_many=found.too_many,
        people_most=deeds.PEOPLE_MOST,
        errors=[(name, translated(sentence)) for name, sentence in asked.wrong.items()] if status != 200 else None,
    )


def offered(kinds: dict[str, Kind]) -> Iterator[tuple[str, str]]:
    """The deeds to choose from, each told of somebody."""
    gaps = dict.fromkeys(("role", "outcome", "sort", "queue"), "…")
    for code, saying in deeds.choices(kinds):
        yield code, translated(Say(saying.sentence, who=translated(SOMEBODY), **gaps))
