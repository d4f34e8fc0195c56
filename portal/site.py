"""The site: every area's pages and the worker's work, without the commands, which a server has no use for."""

from collections.abc import Callable
from typing import Any

from flask import Flask

from portal.accounts import council_views, kept, second_factor_views
from portal.accounts import queries as people
from portal.accounts import views as accounts
from portal.applications import (
    change_chores,
    change_views,
    clash_views,
    copying_views,
    eligibility_views,
    equality_views,
    file_views,
    keying_views,
    one_each,
    parting,
    printing,
    section_views,
    sending_views,
)
from portal.applications import chores as drafts
from portal.applications import pdf_views as pdfs
from portal.applications import views as applications
from portal.assessments import (
    alike_looking,
    alike_views,
    asking_views,
    moderation_views,
    panel_views,
    partner_views,
    past_rounds,
    pdf_views,
    report_views,
    rescoring_views,
    reserve_views,
    review,
    scoring_views,
    sharing_views,
    stepping_back,
    triage_views,
    turning_down_views,
    weighing,
)
from portal.assessments import file_views as assessment_files
from portal.assessments.blueprint import bp as assessments
from portal.config import ROOT, Settings, from_environment
from portal.db import session
from portal.demo import views as demo
from portal.desk import beside_views, history_views, lapsing, menu, preview_views, saved_views, search_views
from portal.desk import views as desk
from portal.files import chores as files
from portal.funds import item_views, planning_views
from portal.funds import views as funds
from portal.jobs import chores
from portal.mail import sender
from portal.messages import review as message_review
from portal.messages import views as messages
from portal.organisations import check_views, document_chores, document_views, finding_views, merge_views, team_views
from portal.organisations import chores as invitations
from portal.organisations import queries as organisations_queries
from portal.organisations import review as verification
from portal.organisations import views as organisation_views
from portal.organisations.blueprint import bp as organisations
from portal.programme import list_views as lists
from portal.programme import queries as programme
from portal.programme import views as settings_pages
from portal.upkeep import views as upkeep
from portal.web import guards
from portal.web.setup import Surroundings, prepare

BLUEPRINTS = (
    *(accounts.bp, applications.bp, assessments, desk.bp, funds.bp),
    *(messages.bp, organisations, planning_views.bp, settings_pages.bp, upkeep.bp),
)
MORE_PAGES = (
    *(council_views, second_factor_views),
    *(clash_views, eligibility_views, file_views, section_views, sending_views),
    *(copying_views, equality_views, keying_views, pdfs),
    *(check_views, document_views, finding_views, merge_views, organisation_views, team_views, verification),
    *(alike_views, asking_views, assessment_files, change_views, moderation_views, panel_views, partner_views),
    *(pdf_views, report_views, rescoring_views, reserve_views, review, scoring_views, sharing_views, triage_views),
    *(turning_down_views,),
    *(beside_views, history_views, item_views, lists, message_review, preview_views, saved_views, search_views),
)
"""Rooms that put their pages onto their area's blueprint when they are imported."""
AT_WORK = (
    *(alike_looking, change_chores, chores, document_chores, drafts, files, invitations, lapsing, printing),
    *(sender, weighing),
)
"""Rooms that give the worker something to do when they are imported."""
AT_MERGING = (alike_looking, one_each, parting, stepping_back)
"""Rooms that have a say when two records become one organisation, or two again, once they are imported."""


class Site(Flask):
    """Flask's application; none of its views and hooks is a coroutine, and so none is looked at for each request."""

    def ensure_sync(self, func: Callable[..., Any]) -> Callable[..., Any]:
        """The function as it is."""
        return func


def create_site(settings: Settings | None = None) -> Flask:
    """The portal, ready to serve. Raises Misconfigured for settings that are missing or wrong."""
    settings = settings or from_environment()
    app = Site("portal", static_folder=None, template_folder=str(ROOT / "templates"))
    app.extensions["portal_settings"] = settings
    session.set_up(app, settings)
    identity = (organisations_queries.signed_in, people.why_ended)
    around = Surroundings(*identity, kept.keep, menu.menu_of, programme.council, people.names_of)
    prepare(app, settings, around)
    app.extensions["portal_applied"] = past_rounds
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
    if settings.demo:
        app.register_blueprint(demo.bp)
    guards.check_all(app)
    return app
