"""What an organisation says about itself, in words: for its own page, and to lay two versions side by side."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass

from portal.kit.text import N_
from portal.organisations.contacts import CONTACTS, in_full
from portal.organisations.rules import Details

Labels = Mapping[str, Mapping[str, str]]
"""For each field that holds codes, what people read for each code."""

FIELDS = {
    "name": N_("Name"),
    "legal_form": N_("What kind of organisation it is"),
    "charity_number": N_("Charity number"),
    "company_number": N_("Company number"),
    "address": N_("Address for post"),
    "postcode": N_("Postcode"),
    "what": N_("What it does"),
    "website": N_("Website"),
    "phone": N_("Phone number"),
    "income_band": N_("Income in a year"),
    "communities": N_("Communities it works with"),
    "wards": N_("Wards it serves"),
    "languages": N_("Languages it works in"),
}
"""Every field with the words that stand beside it, in the order of the page; whom it names follows (CONTACTS)."""

NUMBER = "number"
NEEDABLE = {
    NUMBER: N_("Charity or company number, where there is one"),
    **{
        name: FIELDS[name]
        for name in (
            "address",
            "postcode",
            "what",
            "website",
            "phone",
            "income_band",
            "communities",
            "wards",
            "languages",
        )
    },
    **CONTACTS,
}
"""What a round can need of a profile beyond the name and the kind, which are always there."""
REACH = frozenset({"communities", "wards", "languages"})
"""The fields that have a page of their own, as those of the contacts have."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the profile: the field or whom it names, the words beside it, and what it holds, in words."""

    field: str
    label: str
    text: str


def lines(details: Details, labels: Labels) -> list[Line]:
    """The whole profile."""
    said = asdict(details)
    fields = [Line(name, label, in_words(said[name], labels.get(name, {}))) for name, label in FIELDS.items()]
    return fields + [Line(who, label, in_full(said, who)) for who, label in CONTACTS.items()]


def in_words(value: object, words: Mapping[str, str]) -> str:
    """A field as people read it; a code that the council no longer uses stays itself."""
    if isinstance(value, list | tuple):
        return ", ".join(words.get(code, code) for code in value)
    text = str(value or "")
    return words.get(text, text)


def is_lacking(details: Details, needed: str, number: str) -> bool:
    """Whether a profile lacks what a round needs. `number` says which number its kind of organisation has, if any."""
    if needed == NUMBER:
        return {"charity": not details.charity_number, "company": not details.company_number}.get(number, False)
    return not getattr(details, where(needed, number)[1])


def where(needed: str, number: str) -> tuple[str, str, str]:
    """Where an organisation says what a round needs: the page, its first field there, and what it is called."""
    if needed in CONTACTS:
        return "organisations.contacts", f"{needed}_name", CONTACTS[needed]
    field = f"{number}_number" if needed == NUMBER else needed
    return "organisations.reach" if needed in REACH else "organisations.edit", field, FIELDS[field]


def differences(theirs: Details, mine: Details, labels: Labels) -> list[Line]:
    """The lines in which two versions differ, as the first has them."""
    return [
        their for their, my in zip(lines(theirs, labels), lines(mine, labels), strict=True) if their.text != my.text
    ]
