"""The checklist as a form, and what both sides write to each other about it."""

from collections.abc import Sequence
from typing import Any

from wtforms import HiddenField, RadioField, SelectChoice
from wtforms.validators import Optional

from portal.kit.text import N_
from portal.organisations.check_queries import Line as Found
from portal.organisations.forms import InWords
from portal.organisations.verification import CHECKLIST, DECISIONS, KEEP, OUTCOMES, WORDS_MOST, Mark
from portal.web.forms import Form, Line, Text

ANSWERS = [SelectChoice(code, words) for code, words in OUTCOMES.items()]


class VersionForm(Form):
    """A form about an organisation as it was when the page was made."""

    version = HiddenField()

    def read_version(self) -> int:
        """The version that the page was made of; one that nobody has where that was tampered with."""
        typed = str(self.version.data or "")
        return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 10 else -1


class CheckForm(VersionForm):
    """Every line of the checklist with a note, the decision, and words for the partner."""

    decision = RadioField(
        N_("What do you find?"),
        choices=[SelectChoice(code, words) for code, words in DECISIONS.items()],
        default=KEEP,
    )
    words = Text(N_("What the partner should read"), [InWords(WORDS_MOST)], words=WORDS_MOST)

    def marks(self) -> dict[str, Mark]:
        """What was typed on each line."""
        return {
            item.code: Mark(self[f"check_{item.code}"].data or "", self[f"note_{item.code}"].data or "")
            for item in CHECKLIST
        }


for each in CHECKLIST:
    setattr(CheckForm, f"check_{each.code}", RadioField(each.label, [Optional()], choices=ANSWERS))
    setattr(CheckForm, f"note_{each.code}", Line(N_("Note"), most=500))


class OpenForm(VersionForm):
    """Why a check is opened again."""

    words = Text(N_("Why do you look again?"), [InWords(WORDS_MOST)], words=WORDS_MOST)


class PartnerForm(Form):
    """What the partner answers."""

    words = Text(N_("Your answer"), [InWords(WORDS_MOST)], words=WORDS_MOST)


def as_found(lines: Sequence[Found]) -> dict[str, Any]:
    """What stands on the checklist, for the form; of what does not count any more, the note alone."""
    found: dict[str, Any] = {}
    for line in lines:
        found[f"check_{line.item.code}"] = line.mark.outcome if line.counts else None
        found[f"note_{line.item.code}"] = line.mark.note
    return found
