"""The pages on which somebody keeps, renames and removes views of their inbox."""

from flask import Response, request

from portal.desk import queues, saved
from portal.desk.filters import Filters
from portal.desk.forms import ViewForm, narrowing
from portal.desk.models import SavedView
from portal.desk.rules import VIEWS_MOST
from portal.desk.views import bp
from portal.kit.errors import Invalid
from portal.kit.text import N_, Say
from portal.permissions import Permission as P
from portal.web.guards import requires
from portal.web.identity import person
from portal.web.pages import go, page, tell

KEPT = N_("The view “{name}” is saved.")
REMOVED = N_("The view “{name}” is removed. Nothing else has changed.")


@bp.get("/inbox/views")
@requires(P.INBOX_READ)
def view_list() -> Response:
    """This person's views."""
    return page("desk/views", views=saved.views_of(person()), most=VIEWS_MOST)


@bp.route("/inbox/views/new", methods=["GET", "POST"])
@requires(P.INBOX_READ)
def new_view() -> Response:
    """Save what the inbox is narrowed to, under a name."""
    someone, form = person(), ViewForm()
    filters = queues.sound(someone, Filters(**narrowing(request.values)))
    if request.method == "POST" and form.validate():
        try:
            view = saved.keep(form.name.data, filters, first=form.is_first.data, by=someone)
            tell(Say(KEPT, name=view.name))
            return go("desk.inbox", **filters.chosen())
        except Invalid as error:
            form.refuse(error)
    return view_page(form, filters)


@bp.route("/inbox/views/<ref>", methods=["GET", "POST"])
@requires(P.INBOX_READ)
def view(ref: str) -> Response:
    """One view: its name, and whether it comes first."""
    found = saved.one(person(), ref)
    form = ViewForm(name=found.name, is_first=found.is_first)
    if request.method == "POST" and form.validate():
        try:
            tell(Say(KEPT, name=saved.change(ref, form.name.data, first=form.is_first.data, by=person()).name))
            return go("desk.view_list")
        except Invalid as error:
            form.refuse(error)
            found = saved.one(person(), ref)
    return view_page(form, saved.filters_of(found), found)


@bp.post("/inbox/views/<ref>/remove")
@requires(P.INBOX_READ)
def remove_view(ref: str) -> Response:
    """Remove a view."""
    tell(Say(REMOVED, name=saved.remove(ref, by=person())))
    return go("desk.view_list")


def view_page(form: ViewForm, filters: Filters, found: SavedView | None = None) -> Response:
    """The page of a view, as it is or as it is to be."""
    errors = form.mistakes()
    return page(
        "desk/view",
        status=422 if errors else 200,
        form=form,
        errors=errors,
        found=found,
        chosen=filters.chosen(),
        words=queues.in_words(filters),
    )
