"""What people type to sign in, and what we call them."""

from wtforms import Field, HiddenField, RadioField, SelectChoice
from wtforms import Form as WTForm
from wtforms.validators import StopValidation

from portal.accounts.rules import normal_email
from portal.kit.text import N_
from portal.web.forms import Form, Line, Needed
from portal.web.words import translated

NAME_MOST = 100
EMAIL_NEEDED = N_("Type your e-mail address.")
NO_EMAIL = N_("Type an e-mail address in full, like name@example.org.")
DEVICES = (
    SelectChoice("shared", N_("This is a shared computer")),
    SelectChoice("own", N_("This is my own device")),
)


class IsEmail:
    """An address that a letter can be sent to; it is kept in its normal form."""

    def __call__(self, form: WTForm, field: Field) -> None:
        """Raises StopValidation for anything else."""
        address = normal_email(field.data)
        if address is None:
            raise StopValidation(translated(NO_EMAIL))
        field.data = address


class DeviceForm(Form):
    """Whose device this is; a shared one unless somebody says otherwise."""

    device = RadioField(N_("Which device is this?"), choices=DEVICES, default="shared")

    @property
    def is_own(self) -> bool:
        """Whether the person says that the device is theirs."""
        return bool(self.device.data == "own")


class EmailForm(DeviceForm):
    """Where to send the code and the link, and where to go afterwards."""

    email = Line(N_("Your e-mail address"), [Needed(EMAIL_NEEDED), IsEmail()], most=254)
    next = HiddenField()


class CodeForm(Form):
    """The six digits."""

    code = Line(N_("Code from the e-mail"), [Needed(N_("Type the 6 digits from the e-mail."))], most=40)


class NameForm(Form):
    """What to call somebody, and where to go afterwards."""

    name = Line(N_("Your name"), [Needed(N_("Type the name that colleagues know you by."))], most=NAME_MOST)
    next = HiddenField()
