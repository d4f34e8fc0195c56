"""What people type about an organisation, and whom they invite. Choices that need the database are handed in."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from wtforms import BooleanField, Field, HiddenField, RadioField, SelectChoice, SelectMultipleField
from wtforms import Form as WTForm
from wtforms.validators import Optional, StopValidation

from portal.accounts.forms import EMAIL_NEEDED, NAME_MOST, NO_EMAIL, IsEmail
from portal.kit.addresses import is_phone, normal_email
from portal.kit.errors import Invalid
from portal.kit.text import N_, Say, count_words
from portal.organisations.contacts import why_not
from portal.organisations.numbers import charity_number, company_number, is_tax_reference
from portal.organisations.profile import FIELDS
from portal.organisations.rules import WHAT_WORDS, Details, normal_website
from portal.permissions import TEAM_ROLES, Role
from portal.places.rules import normal_postcode
from portal.web.forms import Form, Line, Needed, Text
from portal.web.words import translated

Offered = Mapping[str, Sequence[tuple[str, str]]]
"""For each field with choices, its codes and labels."""

KEPT = Details.__dataclass_fields__
"""The fields that are kept of an organisation; a form holds some of them, and others that are not kept."""
EMAIL_MOST, PHONE_MOST = 254, 40
TAX_REFERENCE = N_("That looks like a reference from HMRC. The charity number is on the charity register.")


class InForm:
    """A value with a form of its own: kept as `normal` has it, or refused with the sentence when that is None."""

    def __init__(self, normal: Callable[[str], str | None], sentence: str) -> None:
        self.normal, self.sentence = normal, sentence

    def __call__(self, form: WTForm, field: Field) -> None:
        """Raises StopValidation for what is in no form."""
        if not field.data:
            return
        value = self.normal(field.data)
        if value is None:
            raise StopValidation(translated(self.sentence))
        field.data = value


class NoTaxReference:
    """A charity number and not HMRC's reference, which many charities know better."""

    def __call__(self, form: WTForm, field: Field) -> None:
        """Raises StopValidation for a reference."""
        if field.data and is_tax_reference(field.data):
            raise StopValidation(translated(TAX_REFERENCE))


class InWords:
    """No more than so many words; what is over is kept, and said."""

    def __init__(self, most: int) -> None:
        self.most = most

    def __call__(self, form: WTForm, field: Field) -> None:
        """Raises StopValidation for more."""
        there = count_words(field.data or "")
        if there > self.most:
            sentence = N_("Please shorten this to {most} words. There are {there} now.")
            raise StopValidation(translated(Say(sentence, most=self.most, there=there)))


CHARITY_SENTENCE = N_("A charity number has 6 or 7 digits. In Scotland it is SC and 6 digits.")
SOUND_EMAIL = InForm(normal_email, NO_EMAIL)
SOUND_PHONE = InForm(lambda text: text if is_phone(text) else None, N_("Type a phone number of 10 digits or more."))
MAY_LACK = ("charity_number", "company_number", "income_band")
COMPANY_SENTENCE = N_("A company number has 8 characters, like 09506232 or CE012345.")


class AboutForm(Form):
    """Some of what an organisation says about itself, with the choices handed in."""

    def __init__(self, offered: Offered, **kept: Any) -> None:
        super().__init__(**kept)
        for name, choices in offered.items():
            if name in self._fields:
                self._fields[name].choices = [SelectChoice(code, label) for code, label in choices]

    def typed(self) -> dict[str, Any]:
        """What was typed, as it is kept, by the fields of `Details`; an empty number is no number."""
        found = {name: field.data for name, field in self._fields.items() if name in KEPT}
        return {name: None if name in MAY_LACK and not value else value for name, value in found.items()}


class IdentityForm(AboutForm):
    """What the portal has to know of every organisation. A number is asked for, and never needed."""

    name = Line(N_("Name of the organisation"), [Needed(N_("Type the name of the organisation."))])
    legal_form = RadioField(
        N_("What kind of organisation is it?"), [Needed(N_("Choose what kind of organisation it is."))]
    )
    charity_number = Line(
        FIELDS["charity_number"], [NoTaxReference(), InForm(charity_number, CHARITY_SENTENCE)], most=60
    )
    company_number = Line(FIELDS["company_number"], [InForm(company_number, COMPANY_SENTENCE)], most=60)
    address = Text(FIELDS["address"], [Needed(N_("Type the address where post reaches you."))])
    postcode = Line(
        FIELDS["postcode"],
        [Needed(N_("Type the postcode.")), InForm(normal_postcode, N_("Type a whole postcode, like AB1 2CD."))],
        most=20,
    )


class RegisterForm(IdentityForm):
    """A new organisation; asked only for one with a known name, whether it is another."""

    another = BooleanField(N_("Ours is another organisation with the same name"))
    next = HiddenField()

    def details(self) -> Details:
        """The new organisation."""
        return Details(**self.typed())


class ChangeForm(AboutForm):
    """A change of what is kept, with the mark of what the page was filled from."""

    read = HiddenField()
    next = HiddenField()

    def fields(self) -> list[str]:
        """The fields of `Details` that this form changes."""
        return [name for name in KEPT if name in self._fields]


class ProfileForm(IdentityForm, ChangeForm):
    """Who the organisation is, what it does, and how to get in touch."""

    what = Text(FIELDS["what"], [InWords(WHAT_WORDS)], words=WHAT_WORDS)
    website = Line(
        FIELDS["website"], [InForm(normal_website, N_("Type a web address, like www.example.org."))], most=300
    )
    phone = Line(FIELDS["phone"], [SOUND_PHONE], most=PHONE_MOST)
    income_band = RadioField(FIELDS["income_band"], [Optional()])


class ReachForm(ChangeForm):
    """Whom the organisation reaches: communities, wards, languages."""

    communities = SelectMultipleField(FIELDS["communities"])
    wards = SelectMultipleField(FIELDS["wards"])
    languages = SelectMultipleField(FIELDS["languages"])


def name_line() -> Line:
    """What somebody is called whom the organisation names."""
    return Line(N_("Name"), most=NAME_MOST)


def role_line() -> Line:
    """What they do there."""
    return Line(N_("What they do in the organisation"), most=NAME_MOST)


def email_line() -> Line:
    """Their e-mail address."""
    return Line(N_("E-mail address"), [SOUND_EMAIL], most=EMAIL_MOST)


def phone_line() -> Line:
    """Their telephone number."""
    return Line(N_("Phone number"), [SOUND_PHONE], most=PHONE_MOST)


class ContactsForm(ChangeForm):
    """Whom the organisation names: two contacts and a safeguarding lead, each in full or not at all."""

    main_contact_name = name_line()
    main_contact_role = role_line()
    main_contact_email = email_line()
    main_contact_phone = phone_line()
    second_contact_name = name_line()
    second_contact_role = role_line()
    second_contact_email = email_line()
    second_contact_phone = phone_line()
    safeguarding_lead_name = name_line()
    safeguarding_lead_email = email_line()
    safeguarding_lead_phone = phone_line()

    def validate(self, extra_validators: Any = None) -> bool:
        """Whether all who are named can be reached, the two contacts at two addresses."""
        super().validate(extra_validators)
        self.refuse(Invalid(why_not(self.typed())))
        return not self.mistakes()


class InvitationForm(Form):
    """Whom to invite, and to what role."""

    email = Line(N_("E-mail address"), [Needed(EMAIL_NEEDED), IsEmail()], most=254)
    role = RadioField(
        N_("What will they do?"),
        choices=[SelectChoice(role.code, role.value.title) for role in Role if role in TEAM_ROLES],
        default=Role.MEMBER.code,
    )
