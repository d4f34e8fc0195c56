"""How deeds to the places are told."""

from portal.history.telling import Kind, sayings
from portal.kit.text import N_

KINDS = (Kind("places", N_("Places"), sayings({"load": N_("{who} loaded wards and postcodes from files")})),)
