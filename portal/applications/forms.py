"""The forms that are the same in every round; a round's own questions are drawn from its data."""

from wtforms import BooleanField, Field, HiddenField, RadioField, SelectChoice
from wtforms import Form as WTForm
from wtforms.validators import Optional, StopValidation

from portal.accounts.forms import EMAIL_NEEDED, IsEmail
from portal.applications.guesting import CHOOSE_ROLE, END, ENDS, ROLES
from portal.applications.keying import WAYS_IN
from portal.applications.rules import DECLARATIONS
from portal.applications.typing_in import Came
from portal.kit.addresses import is_phone
from portal.kit.days import day_in
from portal.kit.text import N_
from portal.organisations.forms import InForm, InWords
from portal.web.forms import Form, Line, Needed, Text
from portal.web.words import translated

TICK = N_("Tick this to go on, or stop here and talk to us first")

WHY_WORDS = 100


class IsDay:
    """A day of the calendar."""

    def __call__(self, form: WTForm, field: Field) -> None:
        """Raises StopValidation for what is none."""
        if field.data and day_in(field.data) is None:
            raise StopValidation(translated(N_("Enter a day, month and year, like 1 February 2027")))


class SendForm(Form):
    """What whoever sends an application declares, the name they sign with, and the mark of what they have read."""

    right = BooleanField(DECLARATIONS["right"], [Needed(TICK)])
    speaks = BooleanField(DECLARATIONS["speaks"], [Needed(TICK)])
    purpose = BooleanField(DECLARATIONS["purpose"], [Needed(TICK)])
    signed_name = Line(N_("Your full name"), [Needed(N_("Enter your full name"))])
    read = HiddenField()


class HandInForm(Form):
    """What whoever types an application in has read out or seen signed, and the name of who speaks for them."""

    agreed = BooleanField(
        N_("I have read these three out and they agreed to each, or they have signed them on paper"), [Needed(TICK)]
    )
    signed_name = Line(
        N_("Full name of the person who agreed or signed"), [Needed(N_("Enter the full name of who agreed or signed"))]
    )
    read = HiddenField()


class WithdrawForm(Form):
    """Why an application is taken back; nobody has to say."""

    because = Text(N_("Why do you withdraw it?"), [InWords(WHY_WORDS)], words=WHY_WORDS)


class GuestInvitationForm(Form):
    """Whom to invite to one application, and what they may do there."""

    email = Line(N_("E-mail address"), [Needed(EMAIL_NEEDED), IsEmail()], most=254)
    role = RadioField(
        N_("What may they do?"),
        [Needed(CHOOSE_ROLE)],
        choices=[SelectChoice(code, label) for code, label in ROLES.items()],
    )


class GuestForm(Form):
    """What a guest may do from now on."""

    role = RadioField(
        N_("What may they do?"),
        [Needed(CHOOSE_ROLE)],
        choices=[SelectChoice(code, label) for code, label in (*ROLES.items(), (END, ENDS))],
    )


class KeyForm(Form):
    """How an application came that is typed in for somebody, and who speaks for the organisation."""

    came_by = RadioField(
        N_("How did it come?"),
        [Needed(N_("Choose how it came"))],
        choices=[SelectChoice(code, label) for code, label in WAYS_IN.items()],
    )
    came_on = Line(N_("On which day did it come?"), [Needed(N_("Enter the day on which it came")), IsDay()], most=40)
    contact_name = Line(
        N_("Full name of the person who speaks for the organisation"), [Needed(N_("Enter the name of the person"))]
    )
    contact_email = Line(N_("Their e-mail address"), [Optional(), IsEmail()], most=254)
    contact_phone = Line(
        N_("Their phone number"),
        [InForm(lambda text: text if is_phone(text) else None, N_("Type a phone number of 10 digits or more."))],
        most=40,
    )

    def came(self) -> Came:
        """How it came. Only for a form that is valid."""
        day = day_in(self.came_on.data)
        assert day is not None, "a form that was not valid"
        by, name, email, phone = (
            self.came_by.data,
            self.contact_name.data,
            self.contact_email.data,
            self.contact_phone.data,
        )
        return Came(by, day, name, email, phone)
