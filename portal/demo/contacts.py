"""Whom the demonstration's organisations name: most of them two contacts and a safeguarding lead, some nobody yet."""

from random import Random

from portal.demo.organisations import DemoOrganisation, email_of, people
from portal.demo.words import read_toml

CAST = {"tea_and_tech": "Tom Barker", "signing_circle": "Ben Whitworth", "kitchen_table": ""}
"""The second contacts of the cast's own organisations; Marcia's neighbours have named nobody but her."""
NOBODY_YET, NO_SECOND, NO_LEAD, THIRD = 0.12, 0.2, 0.25, 0.4
"""The shares of those who name nobody; of the others, who name no second contact, no safeguarding lead, a third one."""


IN_LETTERS = str.maketrans("0123456789_", "abcdefghij.")
"""How an organisation's key stands in an address."""


def contacts_of(one: DemoOrganisation) -> dict[str, str]:
    """Whom an organisation names, by the fields of its profile."""
    rng = Random(f"contacts of {one.key}")  # its own dice: the town stays as it is
    is_cast = one.key in CAST
    if not is_cast and rng.random() < NOBODY_YET:
        return {}
    roles = read_toml("town/common")["roles"]
    first, other = rng.sample(roles["group" if one.legal_form == "group" else "others"], 2)
    drawn, third = people(rng, 2, taken={one.contact})
    second = CAST[one.key] if is_cast else "" if rng.random() < NO_SECOND else drawn
    named = person("main_contact", one.contact, one.phone, first)
    if second:
        named |= person("second_contact", second, mobile(one, second) if rng.random() < 0.6 else "", other)
        named["second_contact_email"] = address_of(one, second)
    if one.key == "kitchen_table" or (not is_cast and rng.random() < NO_LEAD):
        return named
    lead = third if not is_cast and rng.random() < THIRD else second or one.contact
    return named | safeguarding_lead(one, lead, rng)


def person(who: str, name: str, phone: str, role: str) -> dict[str, str]:
    """One of the contacts."""
    return {f"{who}_name": name, f"{who}_role": role, f"{who}_email": email_of(name), f"{who}_phone": phone}


def safeguarding_lead(one: DemoOrganisation, name: str, rng: Random) -> dict[str, str]:
    """Who looks after safeguarding: by e-mail, by telephone, or by both."""
    by = rng.choice(("email", "phone", "both"))
    email, phone = address_of(one, name) if by != "phone" else "", mobile(one, name) if by != "email" else ""
    return {f"safeguarding_lead_{part}": said for part, said in (("name", name), ("email", email), ("phone", phone))}


def address_of(one: DemoOrganisation, name: str) -> str:
    """The address of somebody whom an organisation names: in a town of few names, people of two groups have two."""
    if one.key in CAST or name == one.contact:
        return email_of(name)
    return email_of(name).replace("@", f".{one.key.translate(IN_LETTERS)}@")


def mobile(one: DemoOrganisation, name: str) -> str:
    """Somebody's mobile number, of those that Ofcom keeps free for drama."""
    return f"07700 900{Random(f'{name} of {one.key}').randint(0, 999):03d}"
