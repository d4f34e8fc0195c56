"""Which of two records stays and why they are one; and why they are two again."""

from typing import Any

from wtforms import HiddenField, RadioField, SelectChoice
from wtforms.validators import InputRequired

from portal.kit.text import N_, Say
from portal.organisations.check_forms import VersionForm
from portal.organisations.forms import InWords
from portal.organisations.merging import APART_NEEDED, REASON_NEEDED
from portal.organisations.models import Organisation
from portal.organisations.verification import WORDS_MOST
from portal.web.forms import Form, Text
from portal.web.words import day, translated

STAYS_NEEDED = N_("Choose which of the two stays")
ONE_OF_TWO = N_("{name}, registered on {day}")
SHORT = (InWords(WORDS_MOST),)


class Chosen(InputRequired):
    """One of the choices, said in the reader's own language where none was taken."""

    def __call__(self, form: Any, field: Any) -> None:
        """Raises StopValidation where nothing was chosen."""
        self.message = translated(STAYS_NEEDED)
        super().__call__(form, field)


class Needed(InputRequired):
    """Something was typed; the sentence says what is wanted."""

    def __init__(self, sentence: str) -> None:
        super().__init__()
        self.sentence = sentence

    def __call__(self, form: Any, field: Any) -> None:
        """Raises StopValidation where nothing was."""
        self.message = translated(self.sentence)
        super().__call__(form, field)


class MergeForm(Form):
    """Which of the two stays, and why; `read` holds the version of each that the page showed."""

    read = HiddenField()
    stays = RadioField(N_("Which one stays?"), [Chosen()])
    because = Text(N_("Why are they one organisation?"), [Needed(REASON_NEEDED), *SHORT], words=WORDS_MOST)

    def __init__(self, *both: Organisation) -> None:
        super().__init__()
        self.stays.choices = [SelectChoice(each.ref, which(each)) for each in both]

    def show(self, *both: Organisation) -> None:
        """Say which versions this page was made of."""
        self.read.data = " ".join(f"{each.ref}:{each.version}" for each in both)

    def versions(self) -> dict[str, int]:
        """The versions that were read, by reference; fewer where that was tampered with."""
        pairs = [part.partition(":") for part in str(self.read.data or "")[:200].split()]
        return {ref: int(number) for ref, _, number in pairs if number.isascii() and number.isdigit()}


def which(organisation: Organisation) -> str:
    """What tells one of two records from the other, whose name may be the very same."""
    return translated(Say(ONE_OF_TWO, name=organisation.name, day=day(organisation.created_at)))


class ApartForm(VersionForm):
    """Why two records are two organisations after all."""

    because = Text(N_("Why are they two organisations?"), [Needed(APART_NEEDED), *SHORT], words=WORDS_MOST)
