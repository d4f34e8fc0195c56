"""What is true of the people whom an organisation names: two contacts, and who looks after safeguarding."""

from collections.abc import Mapping
from typing import Any

from portal.kit.text import N_, Say

MAIN, SECOND, SAFEGUARDING = "main_contact", "second_contact", "safeguarding_lead"
CONTACTS = {MAIN: N_("Main contact"), SECOND: N_("Second contact"), SAFEGUARDING: N_("Safeguarding lead")}
"""Whom an organisation can name, by the word that their fields begin with. Nobody has to be named."""
PARTS = ("name", "role", "email", "phone")
"""What is known of each; of a safeguarding lead no role, because that is their role. Never more than this."""

NAME_NEEDED = {
    MAIN: Say(N_("Type the name of the main contact.")),
    SECOND: Say(N_("Type the name of the second contact.")),
    SAFEGUARDING: Say(N_("Type the name of the safeguarding lead.")),
}
REACH_NEEDED = {
    MAIN: Say(N_("Type the e-mail address of the main contact.")),
    SECOND: Say(N_("Type the e-mail address of the second contact.")),
    SAFEGUARDING: Say(N_("Type an e-mail address or a phone number for the safeguarding lead.")),
}
SAME_EMAIL = Say(N_("The second contact needs an e-mail address of their own. This is the main contact’s."))


def why_not(said: Mapping[str, Any]) -> dict[str, Say]:
    """What is wrong with whom an organisation names, as sentences by the field where each is put right.

    Who is named can be reached, who can be reached has a name, and two contacts are two people.
    """
    found = {}
    for who in CONTACTS:
        there = known(said, who)
        if not any(there.values()):
            continue
        if not there["name"]:
            found[f"{who}_name"] = NAME_NEEDED[who]
        if not there["email"] and not (who == SAFEGUARDING and there["phone"]):
            found[f"{who}_email"] = REACH_NEEDED[who]
    main, second = (said.get(f"{who}_email") for who in (MAIN, SECOND))
    if main and main == second:
        found[f"{SECOND}_email"] = SAME_EMAIL
    return found


def in_full(said: Mapping[str, Any], who: str) -> str:
    """One of them in a few lines, as on an envelope; empty for nobody."""
    there = known(said, who)
    first = ", ".join(filter(None, (there["name"], there["role"])))
    return "\n".join(filter(None, (first, there["email"], there["phone"])))


def known(said: Mapping[str, Any], who: str) -> dict[str, str]:
    """What is said of one of them, by part; empty where nothing is."""
    return {part: said.get(f"{who}_{part}") or "" for part in PARTS}
