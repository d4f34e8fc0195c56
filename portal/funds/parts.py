"""The parts of a round as it is made on screen: its facts, page by page, and the lists of its form."""

from collections.abc import Mapping
from dataclasses import dataclass

from portal.kit.text import N_

INSIDE = "in-"
"""What stands before a section's code in the word for the list of its questions."""


@dataclass(frozen=True, slots=True)
class Facts:
    """Some facts of a round that are changed together: the code in addresses, its title, what it asks, by table."""

    code: str
    title: str
    fund: tuple[str, ...] = ()
    round: tuple[str, ...] = ()


FACTS = {
    each.code: each
    for each in (
        Facts(
            "about",
            N_("What it is for"),
            fund=("name", "purpose"),
            round=("title", "about", "pays_for", "does_not_pay_for"),
        ),
        Facts("money", N_("Amounts"), round=("budget", "smallest", "largest")),
        Facts(
            "dates",
            N_("Dates"),
            round=("opens", "closes", "grace_minutes", "checked_by", "assessed_by", "panel_on", "told_by"),
        ),
        Facts("details", N_("Details of organisations"), round=("details",)),
        Facts("judging", N_("How applications are read"), round=("assessments_needed", "names_hidden", "prefix")),
    )
}
"""The facts of a round, by the page on which they are changed."""

LABELS: Mapping[tuple[str, str], str] = {
    ("fund", "name"): N_("Name of the fund"),
    ("fund", "purpose"): N_("Purpose of the fund"),
    ("round", "title"): N_("Name of this round"),
    ("round", "about"): N_("About this round"),
    ("round", "pays_for"): N_("What it pays for"),
    ("round", "does_not_pay_for"): N_("What it does not pay for"),
    ("round", "details"): N_("What do we need to know of an organisation?"),
    ("round", "budget"): N_("How much there is in all"),
    ("round", "smallest"): N_("The smallest amount that a group can ask for"),
    ("round", "largest"): N_("The largest amount that a group can ask for"),
    ("round", "opens"): N_("It opens on"),
    ("round", "closes"): N_("It closes on"),
    ("round", "grace_minutes"): N_("Minutes more for people who are on the last page when it closes"),
    ("round", "checked_by"): N_("We have checked who can apply by"),
    ("round", "assessed_by"): N_("Reviewers have scored by"),
    ("round", "panel_on"): N_("The panel meets on"),
    ("round", "told_by"): N_("Everybody has heard from us by"),
    ("round", "assessments_needed"): N_("How many people read each application?"),
    ("round", "names_hidden"): N_("Do reviewers see who applies?"),
    ("round", "prefix"): N_("Letters that references start with"),
}
"""What each fact is called."""


@dataclass(frozen=True, slots=True)
class ItemList:
    """A list of the form: its title, what it is for, the words of its button, and what its items are shown by."""

    code: str
    title: str
    about: str
    adding: str
    shown: str = "title"


ITEM_LISTS = {
    each.code: each
    for each in (
        ItemList(
            "eligibility",
            N_("Who can apply"),
            N_("These are asked first, with yes or no, so that nobody writes for nothing."),
            N_("Add a question about who can apply"),
            "question",
        ),
        ItemList(
            "sections",
            N_("Parts of the form"),
            N_("Each part is one page for applicants. Open a part to see its questions."),
            N_("Add a part"),
        ),
        ItemList(
            "criteria",
            N_("How applications are scored"),
            N_("Each is scored from 0 to 5. The weights have to add up to 100."),
            N_("Add a criterion"),
        ),
        ItemList(
            "documents",
            N_("Documents needed"),
            N_("What applicants have to have ready. It is shown before they start."),
            N_("Add a document"),
        ),
        ItemList(
            "returns",
            N_("Reports that a grant will owe"),
            N_("What we ask of those who get money, and when."),
            N_("Add a report"),
        ),
    )
}
QUESTIONS = ItemList(
    "questions",
    N_("Questions"),
    N_("Applicants see these questions in this order."),
    N_("Add a question"),
    "label",
)
