"""How deeds to the council's own settings are told."""

from portal.history.telling import Kind, Saying, sayings
from portal.kit.text import N_
from portal.programme.rules import LISTS

FACTS = {
    "load_words": N_("{who} loaded all settings from a file"),
    "change_name": N_("{who} changed the names of the council and its programme"),
    "change_contact": N_("{who} changed how to reach the team"),
    "change_about": N_("{who} changed what the portal says about the council"),
    "put_back": N_("Everything was put back from a backup"),
    "change_colours": N_("{who} changed the colours"),
}
LISTED = {
    "add": N_("{who} added a word to one of the council’s lists"),
    "reword": N_("{who} changed a word of one of the council’s lists"),
    "move": N_("{who} moved a word of one of the council’s lists"),
    "retire": N_("{who} stopped offering a word of one of the council’s lists"),
    "restore": N_("{who} brought a word of one of the council’s lists back"),
}
"""By verb, whichever list it was; the settings pages say which word."""

KINDS = (
    Kind(
        "council",
        N_("Council’s settings"),
        (
            *sayings(FACTS),
            *(Saying(verb, text, tuple(f"{verb}_{code}" for code in LISTS)) for verb, text in LISTED.items()),
        ),
    ),
)
