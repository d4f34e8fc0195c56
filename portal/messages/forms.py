"""What people type to ask the team, and what the team types to answer."""

from typing import Any

from wtforms import HiddenField, RadioField, SelectChoice

from portal.accounts.forms import NAME_MOST, NO_EMAIL
from portal.kit.addresses import normal_email
from portal.kit.errors import Invalid
from portal.kit.text import N_
from portal.messages.rules import NO_PHONE, TOPICS, UNREACHABLE, is_phone
from portal.web.forms import Form, Line, Needed, Text

CHOICES = tuple(SelectChoice(code, label) for code, label in TOPICS.items())
NO_TOPIC = N_("Say what it is about.")


class ContactForm(Form):
    """A message to the team. `website` is for machines that fill in everything: people never see it."""

    topic = RadioField(N_("What is it about?"), choices=CHOICES, validate_choice=False)
    text = Text(N_("Your message"), [Needed(N_("Write what you would like to know."))])
    name = Line(N_("Your name"), most=NAME_MOST)
    email = Line(N_("Your e-mail address"), most=254)
    phone = Line(N_("Your telephone number"), most=40)
    website = Line(N_("Leave this box empty"))

    @property
    def is_machine(self) -> bool:
        """Whether the box that nobody sees was filled in."""
        return bool(self.website.data)

    def validate(self, extra_validators: Any = None) -> bool:
        """Whether it can be answered: a topic, a message, and an address or a number that could be one."""
        super().validate(extra_validators)
        if self.topic.data not in TOPICS:
            self.refuse(Invalid({"topic": NO_TOPIC}))
        address, number = normal_email(self.email.data), is_phone(self.phone.data)
        if self.email.data and address is None and not self.email.errors:
            self.refuse(Invalid({"email": NO_EMAIL}))
        if self.phone.data and not number and not self.phone.errors:
            self.refuse(Invalid({"phone": NO_PHONE}))
        if not self.email.data and not self.phone.data:
            self.refuse(Invalid({"email": UNREACHABLE}))
        self.email.data = address or self.email.data
        return not self.mistakes()


class Versioned(Form):
    """A form that knows which version of the message its page showed."""

    version = HiddenField()

    def read(self) -> int:
        """The version; one that nothing has for anything that is no number."""
        word = self.version.data or ""
        return int(word) if word.isascii() and word.isdigit() and len(word) < 10 else -1


class AnswerForm(Versioned):
    """An answer."""

    answer = Text(N_("Your answer"), [Needed(N_("Write the answer."))])


class CloseForm(Versioned):
    """Why a message gets no answer."""

    because = Text(N_("Why does it need no answer?"), [Needed(N_("Say why, for colleagues who read this later."))])
