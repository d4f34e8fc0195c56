"""The forms that are the same in every round; a round's own questions are drawn from its data."""

from wtforms import BooleanField

from portal.applications.rules import DECLARATIONS
from portal.kit.text import N_
from portal.web.forms import Form, Line, Needed

TICK = N_("Tick this to go on, or stop here and talk to us first")


class SendForm(Form):
    """What whoever sends an application declares, and the name they sign with."""

    right = BooleanField(DECLARATIONS["right"], [Needed(TICK)])
    speaks = BooleanField(DECLARATIONS["speaks"], [Needed(TICK)])
    purpose = BooleanField(DECLARATIONS["purpose"], [Needed(TICK)])
    signed_name = Line(N_("Your full name"), [Needed(N_("Enter your full name"))])
