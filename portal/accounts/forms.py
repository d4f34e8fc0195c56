"""What people type to sign in, and what we call them."""

from wtforms import Field, HiddenField, RadioField, SelectChoice
from wtforms import Form as WTForm
from wtforms.validators import StopValidation

from portal.kit.addresses import normal_email
from portal.kit.text import N_
from portal.permissions import BY_CODE, COUNCIL_ROLES, Role
from portal.web.forms import Form, Line, Needed
from portal.web.words import translated

NAME_MOST = 100
EMAIL_NEEDED = N_("Type your e-mail address.")
NO_EMAIL = N_("Type an e-mail address in full, like name@example.org.")
ROLE_NEEDED = N_("Choose the role.")
CODE_NEEDED = N_("Type the 6 digits that the app shows.")
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


class AppCodeForm(Form):
    """The code of the authenticator app, and where to go afterwards."""

    authenticator_code = Line(N_("Code from your authenticator app"), [Needed(CODE_NEEDED)], most=40)
    next = HiddenField()


class RecoveryForm(Form):
    """One of the recovery codes, and where to go afterwards."""

    recovery_code = Line(N_("Recovery code"), [Needed(N_("Type one of your recovery codes."))], most=40)
    next = HiddenField()


class NewAppForm(Form):
    """The first code of an app that is being set up, and where to go afterwards."""

    new_code = Line(N_("Code that the app shows now"), [Needed(CODE_NEEDED)], most=40)
    next = HiddenField()


class OtherAppForm(NewAppForm):
    """The same for another app than before: who changes it shows first that they are who they are."""

    authenticator_code = Line(
        N_("Code from the app you use now, or a recovery code"),
        [Needed(N_("Type a code from the app you use now. Without the phone, type a recovery code."))],
        most=40,
    )


class RoleForm(Form):
    """Who gets which of the council's roles."""

    email = Line(N_("Their e-mail address"), [Needed(N_("Type their e-mail address.")), IsEmail()], most=254)
    role = RadioField(
        N_("Role"),
        [Needed(ROLE_NEEDED)],
        choices=[SelectChoice(role.code, role.value.title) for role in Role if role in COUNCIL_ROLES],
        validate_choice=False,
    )

    def validate_role(self, field: Field) -> None:
        """A role that the council gives. Raises StopValidation for every other word."""
        if BY_CODE.get(field.data) not in COUNCIL_ROLES:
            raise StopValidation(translated(ROLE_NEEDED))

    @property
    def chosen(self) -> Role:
        """The role that was chosen."""
        return BY_CODE[str(self.role.data)]
