"""The council's pages for two records that are one organisation: finding the other, both side by side, taking apart."""

from collections.abc import Sequence
from typing import Any

from flask import Response, request

from portal.kit.errors import Clash, Invalid, WrongState
from portal.kit.text import N_, Say, one_line
from portal.organisations import actions, check_queries, merge_queries, merging
from portal.organisations.blueprint import bp, status_of
from portal.organisations.contacts import CONTACTS
from portal.organisations.finding_views import TYPE_MORE
from portal.organisations.joining import SEARCH_LEAST, outward
from portal.organisations.merge_forms import ApartForm, MergeForm
from portal.organisations.models import Organisation
from portal.organisations.profile import lines
from portal.organisations.views import all_labels
from portal.permissions import Permission
from portal.web.forms import LINE_MOST
from portal.web.guards import requires
from portal.web.identity import person
from portal.web.pages import go, page, tell
from portal.web.words import translated

ONE_ALREADY = N_("These two are one already. Somebody may have merged them a moment ago.")
TWO_ALREADY = N_("These two are two again already. Somebody may have taken them apart a moment ago.")
MERGED = N_("The two are one now: {name}. We have told the leads of both by e-mail.")
TWO_AGAIN = N_("{name} stands for itself again. We have told the leads of both by e-mail.")
SHOWN = {"name", "legal_form", "charity_number", "company_number", "address", "postcode", "phone", "website", "what"}
SHOWN |= CONTACTS.keys()
"""What the council compares: who an organisation is, how to reach it, and whom it names."""


@bp.get("/verification/<ref>/same")
@requires(Permission.ORGANISATION_VERIFY)
def find_same(ref: str) -> Response:
    """Look for the other record of an organisation that was registered twice; those that look alike are there."""
    organisation = check_queries.to_check(person(), ref)
    text = one_line(request.args.get("q", ""))[:LINE_MOST]
    asked = "q" in request.args
    too_short = asked and len(text) < SEARCH_LEAST
    found = merge_queries.wanted(organisation, text, person()) if asked and not too_short else None
    likely = merge_queries.alike(organisation, person()) if found is None else []
    errors = [("q", translated(TYPE_MORE))] if too_short else []
    shown: dict[str, Any] = {"text": text, "found": found, "likely": likely, "outward": outward}
    return page(
        "organisations/find_same", status=422 if errors else 200, errors=errors, organisation=organisation, **shown
    )


@bp.route("/verification/<ref>/same/<other>", methods=["GET", "POST"])
@requires(Permission.ORGANISATION_VERIFY)
def merge(ref: str, other: str) -> Response:
    """Two records side by side: choose which one stays, say why they are one, and merge them."""
    if ref == other:
        tell(ONE_ALREADY, "warning")
        return go("organisations.check", ref=ref)
    both = check_queries.to_check(person(), ref), check_queries.to_check(person(), other)
    form, refused = MergeForm(*both), None
    if request.method != "POST" or not form.validate():
        return merge_page(both, form)
    stays, goes = sorted(both, key=lambda one: one.ref != form.stays.data)
    try:
        merging.merge(stays, goes, form.because.data, form.versions(), by=person())
        tell(Say(MERGED, name=stays.name))
        return go("organisations.check", ref=stays.ref)
    except Invalid as error:
        form.refuse(error)
    except (Clash, WrongState) as error:
        refused = error.sentence
    return merge_page([check_queries.to_check(person(), each) for each in (ref, other)], form, refused)


def merge_page(both: Sequence[Organisation], form: MergeForm, refused: Say | None = None) -> Response:
    """The page with both; where somebody was quicker it shows what stands now, and keeps what was typed."""
    form.show(*both)
    labels = all_labels()
    profiles = [[line for line in lines(actions.details_of(each), labels) if line.field in SHOWN] for each in both]
    shown: dict[str, Any] = {
        "both": both,
        "sides": merge_queries.sides(*both),
        "rows": list(zip(*profiles, strict=True)),
    }
    status, errors = status_of(form, refused), form.mistakes()
    return page("organisations/merge", status=status, form=form, errors=errors, refused=refused, **shown)


@bp.route("/verification/<ref>/merged/<merge>", methods=["GET", "POST"])
@requires(Permission.ORGANISATION_VERIFY)
def take_apart(ref: str, merge: str) -> Response:
    """Take a record apart again that was merged into this one, and say why; what was made meanwhile stays here."""
    organisation = check_queries.to_check(person(), ref)
    found, record = merge_queries.one_merge(organisation, merge)
    if found.apart_at is not None:
        tell(TWO_ALREADY, "warning")
        return go("organisations.check", ref=ref)
    form, refused = ApartForm(version=organisation.version), None
    if request.method == "POST" and form.validate():
        try:
            merging.take_apart(found, form.because.data, form.read_version(), by=person())
            tell(Say(TWO_AGAIN, name=record.name))
            return go("organisations.check", ref=ref)
        except Invalid as error:
            form.refuse(error)
        except (Clash, WrongState) as error:
            refused = error.sentence
            organisation = check_queries.to_check(person(), ref)
            found, record = merge_queries.one_merge(organisation, merge)
            form.version.data = organisation.version
    shown: dict[str, Any] = {"organisation": organisation, "found": found, "record": record}
    shown |= {"made": merge_queries.made_since(organisation, found.merged_at)}
    status, errors = status_of(form, refused), form.mistakes()
    return page("organisations/take_apart", status=status, form=form, errors=errors, refused=refused, **shown)
