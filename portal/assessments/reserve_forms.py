"""The forms around a reserve list."""

from portal.assessments.decision_forms import LETTER_WORDS, REASON_WORDS, WHY_WORDS, Versioned, within
from portal.assessments.promoting import LETTER, REASONS, WHY
from portal.kit.text import N_
from portal.organisations.forms import InWords
from portal.web.forms import Form, Needed, Text

BECAUSE_WORDS = 100


class PromotionForm(Versioned):
    """What the partner will read, where an application on the list is to be funded."""

    reasons = Text(
        N_("Reasons"),
        [Needed(REASONS), within],
        words=REASON_WORDS,
        description=N_("The partner reads them beside the decision"),
    )
    letter = Text(N_("Letter"), [Needed(LETTER), within], words=LETTER_WORDS)


class PassOverForm(Versioned):
    """Why an application stays on the list."""

    why = Text(
        N_("Why does it stay on the list?"),
        [Needed(WHY), within],
        words=WHY_WORDS,
        description=N_("For the panel. The partner never sees it"),
    )


class TurnDownForm(Form):
    """Why an offer is turned down; nobody has to say."""

    because = Text(N_("Why do you turn it down?"), [InWords(BECAUSE_WORDS)], words=BECAUSE_WORDS)
