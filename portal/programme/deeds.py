"""How deeds to the council's own words are told."""

from portal.history.telling import Kind, sayings
from portal.kit.text import N_

KINDS = (
    Kind("council", N_("Council’s words"), sayings({"load_words": N_("{who} loaded the council’s words from a file")})),
)
