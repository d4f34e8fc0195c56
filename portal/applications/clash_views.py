"""Two texts where two pages wrote at once: both are shown, one is chosen, none is lost."""

from typing import Any

from flask import Response, request
from flask_babel import gettext as _

from portal.accounts.queries import names_of
from portal.applications import actions, queries
from portal.applications.asking import TwoTexts, two_texts
from portal.applications.guesting import Access
from portal.applications.late_views import too_late, typed_lines
from portal.applications.merging import marks_of
from portal.applications.models import EarlierAnswers
from portal.applications.opened import Opened, opened
from portal.applications.reading import Line, differing, lines_of
from portal.funds.answers import Answers, read
from portal.kit.errors import Clash, Invalid, NotThere, WrongState
from portal.kit.text import N_, Say
from portal.permissions import Permission as P
from portal.web.guards import requires
from portal.web.identity import person
from portal.web.pages import go, page, tell
from portal.web.words import moment, translated

CHOOSE = N_("Choose which text to go on with for “{label}”")


@requires(P.APPLICATION_WRITE, P.APPLICATION_KEY_IN, P.APPLICATION_VISIT)
def choose(ref: str, section: str) -> Response:
    """Show the text that was set aside beside the one that stands, and go on with what is chosen."""
    here = opened(person(), ref, section)
    aside = next(iter(here.waiting()), None)
    if aside is None or (here.why_not() and request.method != "POST"):
        return go("applications.section", **here.address())
    if request.method != "POST":
        return clash_page(here)
    chosen, errors = chosen_of(here, aside)
    if errors and not here.why_not():
        return clash_page(here, errors=errors, status=422)
    try:
        actions.choose(here.application, aside, here.sheet(chosen), by=person())
    except Clash:
        return clash_page(opened(person(), ref, section), status=409)
    except Invalid as error:
        return clash_page(here, errors=dict(error.errors), status=422)
    except WrongState as error:
        own = {code: text for code, text in chosen.items() if request.form.get(f"{code}-keep") == "mine"}
        return too_late(here, error.sentence, typed_lines(here, own))
    tell(_("Saved. The other text is kept under “Earlier texts”."))
    return go("applications.section", **here.address())


def chosen_of(here: Opened, aside: EarlierAnswers) -> tuple[dict[str, Any], dict[str, Say]]:
    """The answers that were chosen, and a sentence for each question where nothing was."""
    chosen: dict[str, Any] = {}
    errors: dict[str, Say] = {}
    for each in texts_of(here, aside):
        code = each.question.code
        match request.form.get(f"{code}-keep"):
            case "theirs":
                chosen |= {code: here.there.answers[code]} if code in here.there.answers else {}
            case "mine":
                chosen[code] = edited(each, aside)
            case _:
                errors[code] = Say(CHOOSE, label=each.question.label)
    return chosen, errors


def edited(each: TwoTexts, aside: EarlierAnswers) -> Any:
    """One's own text as it was changed on this page, where the page lets it be changed."""
    if not each.is_free:
        return aside.answers[each.question.code]
    return read(each.question, request.form.getlist, queries.lists())


def texts_of(here: Opened, aside: EarlierAnswers) -> list[TwoTexts]:
    """The questions of a section that the two texts answer differently."""
    return two_texts(here.section, aside.answers, here.there.answers, queries.lists())


def clash_page(here: Opened, *, errors: dict[str, Say] | None = None, status: int = 200) -> Response:
    """Both texts side by side. After a choice that left something open, what was chosen and typed is still there."""
    aside, errors = here.waiting()[0], errors or {}
    texts = texts_of(here, aside)
    return page(
        "applications/choose",
        status=status,
        here=here,
        texts=texts,
        marks=marks_of((each.question for each in texts), here.there.answers),
        wrong=errors,
        given=request.form if errors else {},
        errors=[(f"{code}-keep", translated(sentence)) for code, sentence in errors.items()],
        who=writers_of(here),
    )


def writers_of(here: Opened) -> dict[str, tuple[str, str]]:
    """Whose text stands in each question of the section, and since when, in words."""
    assert here.row is not None
    writers = {each.code: here.row.writer_of(each.code) for each in here.section.questions}
    names = names_of({each.by for each in writers.values()}) | {person().person_id: _("your other page")}
    return {code: (names[each.by], moment(each.at)) for code, each in writers.items()}


@requires(P.APPLICATION_READ, P.APPLICATION_KEY_IN, P.APPLICATION_VISIT)
def earlier(ref: str, section: str) -> Response:
    """What a section held before, newest first: whose text, when, and where it differs from what stands now.

    Guests who only read see what stands, and not what somebody took out again.
    """
    here = opened(person(), ref, section)
    if here.access is Access.READING:
        raise NotThere()
    found = queries.earlier(here.application, section, request.args.get("after"), request.args.get("before"))
    names = names_of({row.saved_by for row in found.rows})
    return page(
        "applications/earlier",
        here=here,
        page=found,
        texts=[(row.saved_at, names[row.saved_by], differences(here, row.answers)) for row in found.rows],
    )


def differences(here: Opened, answers: Answers) -> tuple[Line, ...]:
    """The answers of an earlier text that differ from what stands now, in words."""
    return lines_of(differing(here.section, answers, here.there.answers), answers, queries.lists())
