"""Taking, handing over and giving back what waits; and who else has it open, which the page of each thing shows."""

from flask import Response, request

from portal.desk import beside, claiming, colleagues
from portal.desk.beside import Here
from portal.desk.forms import HandOverForm, TakeForm
from portal.desk.queues import BY_CODE, of
from portal.desk.views import bp
from portal.kit.errors import Clash, Invalid, NotThere, WrongState
from portal.kit.queues import Work
from portal.kit.text import N_, Say
from portal.permissions import Permission as P
from portal.permissions import Someone
from portal.web.addresses import url_for
from portal.web.guards import requires
from portal.web.htmx import is_by_itself, is_partial
from portal.web.identity import me, person
from portal.web.pages import go, offer_next, page, tell

TAKEN = N_("You have it now. Your colleagues see that.")
GIVEN_BACK = N_("Given back. Nobody has it now.")
HANDED = N_("{name} has it now. We have told them by e-mail.")


@bp.app_template_global("beside")
def beside_page() -> Here | None:
    """Who has taken the thing that this page shows, and who else has it open; None where it does not wait for them.

    That its reader has it open is noted with it: the one thing that opening a page leaves behind.
    """
    someone = me()
    if someone is None or not someone.may(P.INBOX_READ):
        return None
    works, target = shown(someone)
    here = beside.found(someone, works, target) if works else None
    if here is not None and request.method != "HEAD":
        beside.look_in(here, by=someone)
    return here


def shown(someone: Someone) -> tuple[list[Work], str]:
    """The queues of this person whose page this is, or lies above it, and what stands for the thing in its address."""
    near: dict[str, list[Work]] = {}
    for work in of(someone):
        target = (request.view_args or {}).get(work.value)
        if work.record and target:
            near.setdefault(url_for(work.endpoint, **{work.value: target}), []).append(work)
    root, path = request.root_path, request.root_path + request.path
    above = [each for each in near if path == each or path.startswith(f"{each}/")]
    if not above or root is None:
        return [], ""
    works = near[max(above, key=len)]
    return works, str((request.view_args or {})[works[0].value])


@bp.get("/inbox/<queue>/<target>/open")
@requires(P.INBOX_READ)
def look(queue: str, target: str) -> Response:
    """Who has a thing and who has it open just now: what its page asks for by itself; anybody else gets the page."""
    someone, work = person(), BY_CODE.get(queue)
    here = beside.found(someone, [work], target) if work and work.record and work in of(someone) else None
    if here is None or work is None:
        raise NotThere()
    if not (is_by_itself() or is_partial()):
        return go(work.endpoint, **{work.value: target})
    if request.method != "HEAD":
        beside.look_in(here, by=someone)
    return page("desk/_who", here=here)


@bp.post("/inbox/<queue>/<target>/take")
@requires(P.INBOX_READ)
def take(queue: str, target: str) -> Response:
    """Take a thing, or take it over from whoever has it."""
    try:
        here = claiming.take(queue, target, TakeForm().stamp.data or "", by=person())
        tell(TAKEN)
    except Clash as clash:
        here = claiming.waiting_for(person(), queue, target)
        tell(clash.sentence, "warning")
    return to_page(here)


@bp.post("/inbox/<queue>/<target>/give-back")
@requires(P.INBOX_READ)
def give_back(queue: str, target: str) -> Response:
    """Let go of a thing."""
    try:
        here = claiming.give_back(queue, target, by=person())
        tell(GIVEN_BACK)
    except WrongState as error:
        here = claiming.waiting_for(person(), queue, target)
        tell(error.sentence, "warning")
    return to_page(here)


@bp.get("/inbox/<queue>/<target>/hand-over")
@requires(P.INBOX_READ)
def handing(queue: str, target: str) -> Response:
    """To whom a thing can be handed."""
    return handing_page(claiming.waiting_for(person(), queue, target), HandOverForm())


@bp.post("/inbox/<queue>/<target>/hand-over")
@requires(P.INBOX_READ)
def hand_over(queue: str, target: str) -> Response:
    """Hand a thing to a colleague."""
    here, form, status = claiming.waiting_for(person(), queue, target), HandOverForm(), 422
    if form.validate():
        try:
            name = claiming.hand_over(queue, target, form.colleague.data, form.word.data, by=person())
            tell(Say(HANDED, name=name))
            offer_next(queue)
            return to_page(here)
        except Invalid as error:
            form.refuse(error)
        except WrongState as error:
            form.refuse(Invalid({"": error.sentence}))
            here, status = claiming.waiting_for(person(), queue, target), 409
    return handing_page(here, form, status)


def handing_page(here: Here, form: HandOverForm, status: int = 200) -> Response:
    """The page on which a colleague is chosen."""
    form.offer([(each.ref, each.name) for each in colleagues.who_can(here, but=person())])
    return page("desk/hand_over", status=status, here=here, form=form, errors=form.mistakes())


def to_page(here: Here) -> Response:
    """On to the page of a thing."""
    return go(here.work.endpoint, **here.row.values)
