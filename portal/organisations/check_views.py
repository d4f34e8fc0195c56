"""The partner's side of the council's check: what is missing, and their answer."""

from typing import Any

from flask import Response, request
from flask_babel import gettext as _

from portal.kit.errors import Invalid, WrongState
from portal.organisations import check_queries, queries, verifying
from portal.organisations.blueprint import bp, status_of
from portal.organisations.check_forms import PartnerForm
from portal.organisations.verification import ASKS
from portal.permissions import Permission
from portal.web.guards import requires
from portal.web.identity import person
from portal.web.pages import go, page, tell
from portal.web.words import day


@bp.route("/organisations/<ref>/check", methods=["GET", "POST"])
@requires(Permission.ORGANISATION_EDIT)
def answer(ref: str) -> Response:
    """Answer what the council asked, or ask it to look again; either puts the organisation back into the queue."""
    organisation = queries.one_for(person(), ref)
    form, refused = PartnerForm(), None
    if request.method != "POST" and organisation.state == "verified":
        return go("organisations.show", ref=ref)
    if request.method == "POST" and form.validate():
        try:
            verifying.answer(organisation, form.words.data, by=person())
            due = organisation.check_due_on
            tell(_("Sent. It is our turn now: you hear from us by %(day)s.", day=day(due)))
            return go("organisations.show", ref=ref)
        except Invalid as error:
            form.refuse(error)
        except WrongState as error:
            refused = error.sentence
    shown: dict[str, Any] = {
        "organisation": organisation,
        "said": check_queries.exchanges_of(organisation.id),
        "asks": ASKS,
    }
    status, errors = status_of(form, refused), form.mistakes()
    return page("organisations/answer", status=status, form=form, errors=errors, refused=refused, **shown)
