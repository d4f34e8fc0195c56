"""How deeds to people and their sign-ins are told. A person is called by their e-mail address, a sign-in by nothing."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import false, select

from portal.accounts.models import Person
from portal.history.telling import Kind, sayings
from portal.kit.text import N_
from portal.permissions import BY_CODE
from portal.web.words import translated

PEOPLE = Person.__table__


def role(facts: Mapping[str, Any]) -> dict[str, str]:
    """A role in words."""
    held = BY_CODE.get(facts.get("role", ""))
    return {"role": translated(held.value.title) if held else ""}


KINDS = (
    Kind(
        "person",
        N_("Person"),
        sayings(
            {
                "join": N_("{who} signed in for the first time"),
                "rename": N_("{who} changed their name"),
                "give_role": N_("{who} gave a role: {role}"),
                "take_role": N_("{who} took a role away: {role}"),
                "add": N_("{who} added a person"),
                "set_up_authenticator": N_("{who} set up an authenticator app"),
                "change_authenticator": N_("{who} changed the authenticator app"),
                "reset_authenticator": N_("{who} reset somebody’s authenticator app"),
                "make_recovery_codes": N_("{who} made new recovery codes"),
                "use_recovery_code": N_("{who} used a recovery code"),
                "wrong_recovery_code": N_("{who} typed a wrong recovery code"),
                "wrong_code_of_app": N_("{who} typed a wrong code of the authenticator app"),
                "code_of_app_again": N_("{who} typed a code of the authenticator app a second time"),
                "run_job": N_("{who} started background work"),
            }
        ),
        refs=select(PEOPLE.c.id, PEOPLE.c.email.label("ref"), false().label("is_open")),
        fill=role,
    ),
    Kind(
        "sign_in",
        N_("Sign-in"),
        sayings(
            {
                "sign_in": N_("{who} signed in"),
                "confirm": N_("{who} showed the second factor"),
                "end": N_("{who} ended a sign-in"),
                "act_for": N_("{who} chose which organisation to act for"),
            }
        ),
    ),
    Kind(
        "sign_in_request",
        N_("E-mail with a code"),
        sayings(
            {
                "ask": N_("{who} sent a code to an e-mail address"),
                "wrong_code": N_("{who} was given a wrong code"),
            }
        ),
    ),
    Kind(
        "kept_form",
        N_("Form kept"),
        sayings({"keep": N_("{who} sent a form after being signed out, and it was kept")}),
    ),
)
