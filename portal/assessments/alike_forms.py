"""What an officer says of two applications that look alike."""

from wtforms import HiddenField, RadioField, SelectChoice

from portal.assessments.alike import SUSPICION
from portal.kit.text import N_
from portal.organisations.forms import InWords
from portal.web.forms import Form, Needed, Text

ANSWERS = ("confirm", "clear")
"""The two moves that settle it."""
WORDS_MOST = 150


class AlikeForm(Form):
    """Whether two applications are the same, and how one knows; `version` is the one that the page showed."""

    version = HiddenField()
    same = RadioField(
        N_("Are they the same?"),
        [Needed(N_("Say whether they are the same"))],
        choices=[SelectChoice(each, SUSPICION.move(each).label) for each in ANSWERS],
    )
    because = Text(N_("How do you know?"), [InWords(WORDS_MOST)], words=WORDS_MOST)

    def read(self) -> int:
        """The version that was read; 0 for none that there could be."""
        typed = str(self.version.data or "")
        return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 10 else 0
