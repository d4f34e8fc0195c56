"""The outbox, background work, and the two addresses that say whether all is well."""

from flask import Blueprint, Response, abort, current_app, jsonify, request

from portal.accounts import queries as people
from portal.config import Settings
from portal.jobs import queries as work
from portal.jobs.registry import JOBS
from portal.kit.dates import utc_now
from portal.kit.text import N_, one_line
from portal.mail import queries as mail
from portal.mail import rules
from portal.mail.actions import send_again
from portal.permissions import Permission as P
from portal.upkeep import actions, health
from portal.web.guards import public, requires
from portal.web.identity import person
from portal.web.pages import go, page, tell
from portal.web.words import translated

bp = Blueprint("upkeep", __name__)


@bp.get("/outbox")
@requires(P.OUTBOX_READ)
def outbox() -> Response:
    """The e-mails that the portal wrote, newest first, and where each of them stands."""
    chosen, sought = request.args.get("state", ""), one_line(request.args.get("q", ""))
    chosen = chosen if chosen in rules.STATUSES else ""
    return page(
        "upkeep/outbox",
        part="upkeep/_letters",
        letters=mail.outlines(request.args.get("after"), status=chosen, sought=sought),
        stands=mail.standing(),
        chosen=chosen,
        sought=sought,
        statuses=rules.STATUSES,
        kind_of=rules.kind_of,
        in_words=rules.in_words,
    )


@bp.get("/outbox/<ref>")
@requires(P.OUTBOX_READ)
def letter(ref: str) -> Response:
    """One e-mail: to whom, what kind, how it went; never what it says."""
    found = mail.outline(ref)
    if found is None:
        abort(404)
    why_not = rules.why_not_again(found.status, secret=found.secret)
    return page(
        "upkeep/letter",
        letter=found,
        kind=rules.kind_of(found.template),
        where=rules.STATUSES[found.status],
        error=rules.in_words(found.error or ""),
        again=people.what_happened(found, ("send_again",)),
        why_not=why_not if found.status == "failed" else "",
        may_send=person().may(P.OUTBOX_RESEND) and not why_not,
    )


@bp.post("/outbox/<ref>/again")
@requires(P.OUTBOX_RESEND)
def again(ref: str) -> Response:
    """Send an e-mail again that has failed."""
    found = mail.outline(ref)
    if found is None:
        abort(404)
    send_again(found, by=person())
    tell(N_("The e-mail goes again, within a minute."))
    return go("upkeep.letter", ref=ref)


@bp.get("/jobs")
@requires(P.JOBS_RUN)
def jobs() -> Response:
    """What the clock starts: when each job ran, when it runs next, and whether it went well."""
    seen = work.worker_seen_at()
    return page("upkeep/jobs", jobs=work.jobs(), seen=seen, has_worker=work.has_worker(seen), now=utc_now())


@bp.post("/jobs/<name>/run")
@requires(P.JOBS_RUN)
def run(name: str) -> Response:
    """Have a job run at once."""
    if name not in JOBS:
        abort(404)
    if actions.run_now(name, by=person()):
        tell(N_("The job starts within a few seconds. Reload this page to see how it went."))
    else:
        tell(N_("The job is running already."), "warning")
    return go("upkeep.jobs")


@bp.get("/health/live")
@public
def live() -> Response:
    """Whether this process answers; nothing else is asked."""
    return told({"status": "live"})


@bp.get("/health/ready")
@public
def ready() -> Response:
    """Whether people can be sent here, and what is not well besides; with ?strict=1 that counts as well."""
    settings: Settings = current_app.extensions["portal_settings"]
    found = health.checks(settings.instance)
    is_ready = all(check.is_well or not check.needed for check in found)
    is_well = all(check.is_well for check in found)
    body: dict[str, object] = {
        "status": "ready" if is_ready else "not ready",
        "well": is_well,
        "checks": {check.name: {"well": check.is_well, "words": translated(check.words)} for check in found},
    }
    if any(check.name == "jobs" and not check.needed for check in found):
        body["jobs"] = {job.name: stood(job) for job in work.jobs()}
    counted = is_well if request.args.get("strict") else is_ready
    return told(body, 200 if counted else 503)


def stood(job: work.JobStands) -> dict[str, object]:
    """When a job ran and runs next, and how often it has failed since it last went well."""
    moments = {"last_run": job.started_at, "next_run": job.next_at}
    return {name: at.isoformat() if at else None for name, at in moments.items()} | {"failures": job.failures}


def told(body: dict[str, object], status: int = 200) -> Response:
    """An answer for a machine, which nobody on the way may keep."""
    answer = jsonify(body)
    answer.status_code, answer.headers["Cache-Control"] = status, "no-store"
    return answer
