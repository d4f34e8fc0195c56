"""The council's settings on screen: its facts, its colours, what they said before, and all of them as a file."""

from flask import Blueprint, Response, request, url_for
from flask_babel import gettext as _

from portal.kit.errors import Clash, NotThere
from portal.kit.refs import mark_of
from portal.kit.text import N_, Say
from portal.permissions import Permission
from portal.programme import actions, colours, look, queries
from portal.programme.export import as_toml
from portal.programme.forms import FORMS, ColoursForm, PartForm, UseForm
from portal.programme.past import Past, past_of
from portal.programme.rules import LISTS, PARTS, Part
from portal.web.guards import public, requires
from portal.web.identity import names_of, person
from portal.web.pages import go, page, tell

bp = Blueprint("programme", __name__)
bp.app_template_global("look")(queries.look)

FOR_GOOD = "public, max-age=31536000, immutable"


@bp.route("/settings/council/<which>", methods=["GET", "POST"])
@requires(Permission.SETTINGS_EDIT)
def facts(which: str) -> Response:
    """Change some facts about the council."""
    asked, now = part_of(which), facts_now(which)
    form, theirs = FORMS[which](**now), None
    if request.method != "POST":
        form.read.data = mark_of(now)
    elif form.validate():
        try:
            actions.change(which, form.typed(), form.read.data or "", by=person())
            tell(_("Saved. Every page shows it within 15 seconds."))
            return go("desk.settings_list")
        except Clash as clash:
            theirs = stands(clash, form)
    status = 409 if theirs else 422 if form.errors else 200
    return page("programme/facts", status=status, form=form, errors=form.mistakes(), asked=asked, theirs=theirs)


@bp.route("/settings/colours", methods=["GET", "POST"])
@requires(Permission.SETTINGS_EDIT)
def colours_of() -> Response:
    """Choose colours; what cannot be read is refused, and the rest is shown as a sample first."""
    queries.forget()
    now = dict(queries.council().colours)
    tried = colours.unpacked(request.args.get("colours", ""))
    form = ColoursForm(**(tried or {**colours.OWN, **now}))
    if request.method != "POST":
        form.read.data = mark_of(now)
    elif form.validate():
        word = colours.packed(form.typed())
        return go("programme.sample", word=word, read=form.read.data or "")
    own = url_for("programme.sample", word=colours.packed({}), read=mark_of(now)) if now else ""
    return page("programme/colours", status=422 if form.errors else 200, form=form, errors=form.mistakes(), own=own)


@bp.route("/settings/colours/<word>", methods=["GET", "POST"])
@requires(Permission.SETTINGS_EDIT)
def sample(word: str) -> Response:
    """A page in other colours, before they are on every page; and the button that puts them there."""
    chosen = colours.unpacked(word)
    if chosen is None or any(colours.faults(chosen)):
        raise NotThere()
    form, theirs = UseForm(), None
    if request.method != "POST":
        form.read.data = request.args.get("read", "")
    elif form.validate():
        try:
            actions.paint(chosen, form.read.data or "", by=person())
            tell(_("The colours are saved. Every page has them within 15 seconds."))
            return go("desk.settings_list")
        except Clash as clash:
            theirs, form.read.data = {**colours.OWN, **as_facts(clash)}, mark_of(clash.theirs)
    return sample_page(chosen, form, theirs)


@bp.get("/settings/history/<setting>")
@requires(Permission.SETTINGS_EDIT)
def history(setting: str) -> Response:
    """Who changed a setting and when, and what it said before."""
    title = title_of(setting)
    deeds = queries.deeds_of(setting, request.args.get("after"), request.args.get("before"))
    earlier = queries.said_before([row.facts["earlier"] for row in deeds.rows if row.facts.get("earlier")])
    names = names_of({row.actor_id for row in deeds.rows})
    told: list[Past] = [past_of(row, setting, earlier, names, queries.labels) for row in deeds.rows]
    return page("programme/history", deeds=deeds, told=told, setting=setting, title=title)


@bp.get("/settings/file")
@requires(Permission.SETTINGS_EDIT)
def export() -> Response:
    """All settings as the file that `programme load` reads."""
    queries.forget()
    answer = Response(as_toml(queries.everything()), mimetype="application/toml")
    answer.headers["Content-Disposition"] = 'attachment; filename="settings.toml"'
    return answer


@bp.get("/look/<word>/<shown>.<ending>")
@public
def painted(word: str, shown: str, ending: str) -> Response:
    """The stylesheet or the icon in a council's colours, for a browser to keep for good."""
    file = look.file_at(word, shown, ending) if ending in look.TYPES else None
    if file is None:
        raise NotThere()
    way = request.accept_encodings.best_match(["br", "gzip"])
    body = file.br if way == "br" else file.gzip if way == "gzip" else file.plain
    answer = Response(body, content_type=file.type)
    answer.headers["Cache-Control"] = FOR_GOOD
    if way:
        answer.content_encoding = way
    answer.vary.add("Accept-Encoding")
    return answer


def sample_page(chosen: dict[str, str], form: UseForm, theirs: dict[str, str] | None) -> Response:
    """A page that wears colours which no other page wears yet."""
    return page(
        "programme/sample",
        status=409 if theirs else 200,
        form=form,
        errors=form.mistakes(),
        worn=look.look_of(chosen),
        word=colours.packed(chosen),
        theirs=theirs,
        names=colours.CHOSEN,
        pairs=checked(chosen),
    )


def part_of(code: str) -> Part:
    """The part of the council's facts at an address. Raises NotThere."""
    if code not in PARTS:
        raise NotThere()
    return PARTS[code]


def facts_now(part: str) -> dict[str, str]:
    """What stands now of a part, read afresh."""
    queries.forget()
    there = queries.council()
    return {name: getattr(there, name) for name in PARTS[part].fields}


def stands(clash: Clash, form: PartForm) -> dict[str, str]:
    """What somebody else saved meanwhile; saved again now, the form goes over it knowingly."""
    theirs = as_facts(clash)
    form.read.data = mark_of(theirs)
    return theirs


def as_facts(clash: Clash) -> dict[str, str]:
    """What stands, by its names."""
    assert isinstance(clash.theirs, dict)
    return clash.theirs


def title_of(setting: str) -> str:
    """What a setting is called. Raises NotThere."""
    titles = {code: part.title for code, part in PARTS.items()} | {code: one.title for code, one in LISTS.items()}
    titles["colours"] = N_("Colours")
    if setting not in titles:
        raise NotThere()
    return titles[setting]


def checked(chosen: dict[str, str]) -> list[tuple[str, str, Say]]:
    """Every two colours that meet, and their ratio."""
    shown = colours.palette(chosen)
    return [
        (
            colours.NAMES[word],
            colours.NAMES[ground],
            Say("{ratio} to 1", ratio=f"{colours.contrast(shown[word], shown[ground]):.1f}"),
        )
        for word, ground, _needed in colours.PAIRS
    ]
