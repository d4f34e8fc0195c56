"""The team's pages: all messages, and one to take, answer or close."""

from flask import Response, request

from portal.kit.errors import Clash, Invalid
from portal.kit.text import N_
from portal.messages import actions, queries
from portal.messages.forms import AnswerForm, CloseForm, Versioned
from portal.messages.models import Message
from portal.messages.rules import MESSAGE, TOPICS, why_not_touch
from portal.messages.views import bp
from portal.permissions import Permission as P
from portal.web.guards import requires
from portal.web.identity import person
from portal.web.pages import go, offer_next, page, tell
from portal.web.words import translated

ANSWERED = N_("Answered. The e-mail is on its way.")
TOLD = N_("Answered. What you told them on the telephone is kept here.")


@bp.get("/messages")
@requires(P.MESSAGE_ANSWER)
def index() -> Response:
    """All messages, the newest first, in one state or in all."""
    args = request.args
    chosen = args["state"] if args.get("state") in MESSAGE.codes() else ""
    found = queries.listed(chosen, args.get("after"), args.get("before"))
    return page(
        "messages/index", page=found, counts=queries.counts(), chosen=chosen, states=MESSAGE.states, topics=TOPICS
    )


@bp.get("/messages/<ref>")
@requires(P.MESSAGE_ANSWER)
def show(ref: str) -> Response:
    """One message, and what can be done with it."""
    return shown(ref)


@bp.post("/messages/<ref>/take")
@requires(P.MESSAGE_ANSWER)
def claim(ref: str) -> Response:
    """Take a message, or take it over."""
    message, form = queries.one(ref), Versioned()
    try:
        actions.claim(message, by=person(), version=form.read())
    except Clash as clash:
        return shown(ref, status=409, clash=clash)
    tell(N_("You have taken it. Colleagues leave it to you."))
    return go("messages.show", ref=ref)


@bp.post("/messages/<ref>/answer")
@requires(P.MESSAGE_ANSWER)
def answer(ref: str) -> Response:
    """Answer a message."""
    message, form = queries.one(ref), AnswerForm()
    if not form.validate():
        return shown(ref, form, status=422)
    try:
        actions.answer(message, form.answer.data, by=person(), version=form.read())
    except Clash as clash:
        return shown(ref, form, status=409, clash=clash)
    except Invalid as error:
        form.refuse(error)
        return shown(ref, form, status=409)
    tell(ANSWERED if message.email else TOLD)
    offer_next("to_answer")
    return go("messages.show", ref=ref)


@bp.post("/messages/<ref>/close")
@requires(P.MESSAGE_ANSWER)
def close(ref: str) -> Response:
    """Close a message without an answer."""
    message, form = queries.one(ref), CloseForm()
    if not form.validate():
        return shown(ref, closing=form, status=422)
    try:
        actions.close(message, form.because.data, by=person(), version=form.read())
    except Clash as clash:
        return shown(ref, closing=form, status=409, clash=clash)
    except Invalid as error:
        form.refuse(error)
        return shown(ref, closing=form, status=409)
    tell(N_("Closed without an answer."))
    offer_next("to_answer")
    return go("messages.show", ref=ref)


def shown(
    ref: str,
    form: AnswerForm | None = None,
    closing: CloseForm | None = None,
    *,
    status: int = 200,
    clash: Clash | None = None,
) -> Response:
    """The page of one message as it stands now, with what was typed and what stands against it."""
    found, form, closing = queries.opened(ref), form or AnswerForm(), closing or CloseForm()
    message = found.message
    errors = form.mistakes() + closing.mistakes() + ([("", translated(clash.sentence))] if clash else [])
    return page(
        "messages/show",
        status=status,
        found=found,
        message=message,
        topic=TOPICS[message.topic],
        moves=open_to(message),
        taken=why_not_touch(message.claimed_by, person().person_id, found.taken_by),
        is_mine=message.claimed_by == person().person_id,
        form=form,
        closing=closing,
        errors=errors,
    )


def open_to(message: Message) -> set[str]:
    """The moves that lead on from where the message is."""
    return {move.name for move in MESSAGE.open_moves(message.state)}
