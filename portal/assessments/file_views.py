"""Files of an application, for those of the council who may read it: without their names where those are hidden."""

from flask import Response

from portal.applications import queries as applications
from portal.applications.changing import PLACE as ASKED
from portal.applications.models import Application
from portal.applications.naming import NAMING_PARTS
from portal.applications.needed import PLACE
from portal.assessments import queries, scoring_queries
from portal.assessments.access import names_hidden, reads_all
from portal.assessments.blueprint import bp
from portal.files import nameless
from portal.files.serving import answer
from portal.kit.errors import NotThere
from portal.permissions import Permission as P
from portal.web.guards import requires
from portal.web.identity import person


@bp.get("/review/applications/<ref>/files/<question>")
@requires(P.ROUND_READ)
def file(ref: str, question: str) -> Response:
    """The file of an answer, for whoever may read the application."""
    return given(queries.one_for(person(), ref), question)


@bp.get("/review/assessments/<ref>/files/<question>")
@requires(P.ASSESSMENT_SCORE)
def read_file(ref: str, question: str) -> Response:
    """The file of an answer, for whoever scores the application."""
    return given(scoring_queries.mine(person(), ref).application, question)


def given(application: Application, question: str) -> Response:
    """The file; where names are hidden it is a copy without who made it, called by the question, and none of a part
    that says whose it is.

    The documents of an organisation all do. What stood before a change is for those who check applications.
    """
    hidden = names_hidden(application.round, person())
    there = applications.sent(application)
    naming = {each.code for part in there.form.sections if part.code in NAMING_PARTS for each in part.questions}
    if hidden and (question in naming or question.startswith(PLACE)):
        raise NotThere()
    if question.startswith(ASKED) and not reads_all(person()):
        raise NotThere()
    found = applications.file_of(application, question, there)
    return nameless.answer(found, f"{question}.{found.is_what.endings[0]}") if hidden else answer(found)
