"""The council's lists of words on screen: read in order, added to, said better, moved, retired and brought back."""

from typing import Any

from flask import Response, request
from flask_babel import gettext as _

from portal.kit.errors import Clash, Invalid, NotThere
from portal.kit.refs import mark_of
from portal.permissions import Permission
from portal.programme import queries, wording
from portal.programme.forms import MoveForm, WordForm
from portal.programme.rules import ASKED, IS_PRIORITY, LISTS, NUMBERS, WordList
from portal.programme.views import bp, stands
from portal.programme.vocabulary import Word
from portal.web.guards import requires
from portal.web.htmx import is_partial
from portal.web.identity import person
from portal.web.pages import go, page, tell
from portal.web.words import translated


@bp.get("/settings/lists/<code>")
@requires(Permission.SETTINGS_EDIT)
def words(code: str) -> Response:
    """One list, in its order, with the words that are no longer offered below."""
    return list_page(list_of(code))


@bp.route("/settings/lists/<code>/new", methods=["GET", "POST"])
@requires(Permission.SETTINGS_EDIT)
def add_word(code: str) -> Response:
    """Add a word at the end of a list."""
    one = list_of(code)
    form = WordForm(one)
    if request.method == "POST" and form.validate():
        try:
            wording.add(one, form.typed(), by=person())
            tell(_("“%(word)s” is added, at the end of the list.", word=form.label.data))
            return go("programme.words", code=code)
        except Invalid as error:
            form.refuse(error)
    status = 422 if form.errors else 200
    return word_page(one, form, None, status)


@bp.route("/settings/lists/<code>/words/<word>", methods=["GET", "POST"])
@requires(Permission.SETTINGS_EDIT)
def reword(code: str, word: str) -> Response:
    """Say a word better, wherever it is shown."""
    one = list_of(code)
    there = word_of(one, word)
    now = {name: getattr(there, name) for name in ("label", *one.asks)}
    form, theirs = WordForm(one, **now), None
    if request.method != "POST":
        form.read.data = mark_of(now)
    elif form.validate():
        try:
            wording.reword(one, word, form.typed(), form.read.data or "", by=person())
            tell(_("Saved. It reads so wherever it was used."))
            return go("programme.words", code=code)
        except Invalid as error:
            form.refuse(error)
        except Clash as clash:
            theirs = stands(clash, form)
    status = 409 if theirs else 422 if form.errors else 200
    return word_page(one, form, there, status, theirs)


@bp.post("/settings/lists/<code>/words/<word>/move")
@requires(Permission.SETTINGS_EDIT)
def move_word(code: str, word: str) -> Response:
    """Move a word a place up or down."""
    one, form = list_of(code), MoveForm()
    there = word_of(one, word)
    try:
        wording.move(one, word, form.read.data or "", up=form.way.data != "down", by=person())
    except Clash:
        tell(_("Somebody else has moved a word meanwhile. This is the order now. Move yours again."), "warning")
        return list_page(one, status=409)
    tell(_("“%(word)s” is moved.", word=there.label))
    return list_page(one) if is_partial() else go("programme.words", code=code, _anchor=f"word-{word}")


@bp.post("/settings/lists/<code>/words/<word>/retire")
@requires(Permission.SETTINGS_EDIT)
def retire_word(code: str, word: str) -> Response:
    """Offer a word no longer; where it was used, it stays."""
    one = list_of(code)
    label = word_of(one, word).label
    wording.retire(one, word, by=person())
    tell(_("“%(word)s” is no longer offered. Where it was used, it still stands.", word=label))
    return go("programme.words", code=code)


@bp.post("/settings/lists/<code>/words/<word>/restore")
@requires(Permission.SETTINGS_EDIT)
def restore_word(code: str, word: str) -> Response:
    """Offer a word again."""
    one = list_of(code)
    label = word_of(one, word).label
    wording.restore(one, word, by=person())
    tell(_("“%(word)s” is offered again.", word=label))
    return go("programme.words", code=code)


def list_of(code: str) -> WordList:
    """The list at an address. Raises NotThere."""
    if code not in LISTS:
        raise NotThere()
    return LISTS[code]


def word_of(one: WordList, code: str) -> Word:
    """A word of the list, read afresh. Raises NotThere."""
    queries.forget()
    found = next((word for word in queries.words_on(one) if word.code == code), None)
    if found is None:
        raise NotThere()
    return found


def word_page(
    one: WordList, form: WordForm, word: Word | None, status: int, theirs: dict[str, str] | None = None
) -> Response:
    """The page of one word, or of one to come."""
    shown: dict[str, Any] = {"errors": form.mistakes(), "list": one, "word": word, "theirs": theirs, "asked": ASKED}
    return page("programme/word", status=status, form=form, **shown)


def list_page(one: WordList, status: int = 200) -> Response:
    """The page of a list, or its part for htmx."""
    queries.forget()
    there = queries.words_on(one)
    offered = [word for word in there if not word.retired]
    return page(
        "programme/words",
        part="programme/_words",
        status=status,
        list=one,
        offered=[(word, beside(word)) for word in offered],
        retired=[word for word in there if word.retired],
        mark=mark_of([word.code for word in offered]),
        oob=is_partial(),
    )


def beside(word: Word) -> str:
    """What else is known of a word, in a few words."""
    priority = translated(IS_PRIORITY) if word.priority == "yes" else ""
    known = (word.phrase, word.heading, translated(NUMBERS.get(word.number, "")), priority)
    return " · ".join(each for each in known if each)
