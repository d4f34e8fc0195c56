"""The partner's organisation: its page, its details, and acting for another one."""

from collections.abc import Collection
from dataclasses import asdict, replace

from flask import Response, request, url_for
from flask_babel import gettext as _

from portal.accounts.queries import what_happened
from portal.history.queries import Told
from portal.kit.errors import Clash, Invalid
from portal.kit.text import Say
from portal.organisations import actions, check_queries, document_queries, merge_queries, papers, queries, teams
from portal.organisations.blueprint import bp
from portal.organisations.forms import ChangeForm, ContactsForm, Offered, ProfileForm, ReachForm
from portal.organisations.models import Organisation
from portal.organisations.profile import Labels, Line, differences, lines
from portal.organisations.rules import HISTORY, Details, mark_of
from portal.organisations.verification import ASKS, PARTNER_WORDS
from portal.permissions import Permission
from portal.places.queries import ward_names
from portal.programme import queries as words
from portal.programme.queries import labels
from portal.web.guards import requires
from portal.web.identity import person
from portal.web.pages import away, go, page, safe_next, tell

TOLD = HISTORY | PARTNER_WORDS | papers.HISTORY
WORDS = {
    "legal_form": "legal_form",
    "income_band": "income_band",
    "communities": "community",
    "languages": "language",
}
"""The fields that hold the council's words, and their kinds."""


@bp.get("/organisations/<ref>")
@requires(Permission.ORGANISATION_READ)
def show(ref: str) -> Response:
    """The organisation as the portal knows it, and what happened to it."""
    organisation = queries.one_for(person(), ref)
    merged = merge_queries.records([organisation.id])
    return page(
        "organisations/show",
        organisation=organisation,
        merged=merged,
        where=organisation.where(),
        due=organisation.check_due_on,
        said=check_queries.exchanges_of(organisation.id, most=3),
        asks=ASKS,
        documents=document_queries.held(organisation),
        profile=lines(actions.details_of(organisation), all_labels()),
        deeds=deeds_of(organisation, [row.id for row in merged]),
        may_edit=person().may(Permission.ORGANISATION_EDIT),
    )


@bp.route("/organisations/<ref>/details", methods=["GET", "POST"])
@requires(Permission.ORGANISATION_EDIT)
def edit(ref: str) -> Response:
    """Change who the organisation is, what it does, and how to get in touch."""
    return change(ref, ProfileForm, "organisations/edit")


@bp.route("/organisations/<ref>/reach", methods=["GET", "POST"])
@requires(Permission.ORGANISATION_EDIT)
def reach(ref: str) -> Response:
    """Change whom the organisation reaches."""
    return change(ref, ReachForm, "organisations/reach")


@bp.route("/organisations/<ref>/contacts", methods=["GET", "POST"])
@requires(Permission.ORGANISATION_EDIT)
def contacts(ref: str) -> Response:
    """Change whom the organisation names: its two contacts and its safeguarding lead."""
    return change(ref, ContactsForm, "organisations/contacts")


@bp.post("/organisations/<ref>/switch")
@requires(Permission.ORGANISATION_READ)
def switch(ref: str) -> Response:
    """Act for another of your organisations from now on, in this browser; then on to where it was needed."""
    teams.switch(ref, by=person())
    onward = safe_next(request.form.get("next"))
    return away(onward) if onward else go("organisations.show", ref=ref)


def offered(kept: Details | None = None) -> Offered:
    """What can be chosen: the words that the council offers, those that were chosen before, and the wards."""
    chosen = {name: words.offered(kind, kept.codes(name) if kept else ()) for name, kind in WORDS.items()}
    return {name: list(there.items()) for name, there in {**chosen, "wards": ward_names()}.items()}


def all_labels() -> Labels:
    """What people read for each code, by the field that holds it."""
    return {**{name: labels(kind) for name, kind in WORDS.items()}, "wards": ward_names()}


def change(ref: str, kind: type[ChangeForm], template: str) -> Response:
    """Save a form; a lead whose page is out of date is shown what stands now, and nothing is overwritten."""
    organisation = queries.one_for(person(), ref)
    kept = actions.details_of(organisation)
    form = kind(offered(kept), **asdict(kept), next=request.args.get("next"))
    form.next.data = safe_next(form.next.data) or ""
    theirs: list[Line] = []
    if request.method != "POST":
        form.read.data = mark_of(kept, form.fields())
    elif form.validate():
        try:
            was_verified = organisation.state == "verified"
            actions.edit(organisation, form.typed(), form.read.data or "", by=person())
            tell(_("The details are saved."))
            if was_verified and organisation.state != "verified":
                tell(_("Its name, kind or numbers have changed, so we check it again. You can apply meanwhile."))
            return away(form.next.data or url_for("organisations.show", ref=ref))
        except Invalid as error:
            form.refuse(error)
        except Clash as clash:
            theirs = what_stands(clash.theirs, form)
    status = 409 if theirs else 422 if form.errors else 200
    return page(template, status=status, form=form, errors=form.mistakes(), organisation=organisation, theirs=theirs)


def what_stands(theirs: object, form: ChangeForm) -> list[Line]:
    """What somebody else saved meanwhile, of this form's fields; saved again now, the form goes over it knowingly."""
    assert isinstance(theirs, Details)
    form.read.data = mark_of(theirs, form.fields())
    return differences(theirs, replace(theirs, **form.typed()), all_labels())


def deeds_of(organisation: Organisation, merged: Collection[int]) -> list[Told]:
    """What happened to the organisation, in any of its records, as sentences with the names of its own people."""
    found = what_happened(organisation, list(TOLD), merged)
    return [Told(deed.at, Say(TOLD[deed.verb], who=deed.who, **deed.facts)) for deed in found]
