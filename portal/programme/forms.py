"""What an administrator types about the council, its colours and its words."""

import re
from collections.abc import Mapping
from typing import Any

from wtforms import Field, HiddenField, RadioField, SelectChoice
from wtforms import Form as WTForm
from wtforms.validators import StopValidation

from portal.kit.text import N_
from portal.programme import colours
from portal.programme.rules import ASKED, NUMBERS, PARTS, PRIORITY, WordList
from portal.web.forms import Form, Line, Needed, Text
from portal.web.words import translated

EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
EMAIL_SENTENCE = N_("Type a whole e-mail address, like digital@example.org.")
PHONE = re.compile(r"[+\d][\d\s()-]{4,}")
PHONE_SENTENCE = N_("Type a telephone number, like 01632 960 100.")
NAME, CONTACT, ABOUT = (PARTS[code].fields for code in ("name", "contact", "about"))
SENTENCES_AT_ONCE = 3


class Matches:
    """A value of this form, or the sentence that says what is expected."""

    def __init__(self, pattern: re.Pattern[str], sentence: str) -> None:
        self.pattern, self.sentence = pattern, sentence

    def __call__(self, form: WTForm, field: Field) -> None:
        """Raises StopValidation for anything else."""
        if field.data and not self.pattern.fullmatch(field.data):
            raise StopValidation(translated(self.sentence))


class IsColour:
    """A colour, kept as # and six digits."""

    def __call__(self, form: WTForm, field: Field) -> None:
        """Raises StopValidation for anything else."""
        colour = colours.normal(field.data or "")
        if colour is None:
            raise StopValidation(translated(colours.NOT_A_COLOUR))
        field.data = colour


class PartForm(Form):
    """Some facts about the council, with the mark of what the page was filled from."""

    read = HiddenField()

    def typed(self) -> dict[str, str]:
        """What was typed, by the facts' names."""
        return {name: field.data for name, field in self._fields.items() if name != "read"}

    def questions(self) -> list[Field]:
        """The fields that people see, in order."""
        return [field for name, field in self._fields.items() if name != "read"]


class NameForm(PartForm):
    """What the council and its programme are called."""

    name = Line(NAME["name"], [Needed(N_("Type the name of the council."))])
    programme = Line(NAME["programme"], [Needed(N_("Type the name of the programme."))])
    team = Line(
        NAME["team"],
        [Needed(N_("Type what the team calls itself."))],
        description=N_("As it stands in a sentence, such as “the digital team”"),
    )
    place = Line(NAME["place"], [Needed(N_("Type the name of the place."))])


class ContactForm(PartForm):
    """How people reach the team."""

    email = Line(CONTACT["email"], [Needed(N_("Type an e-mail address.")), Matches(EMAIL, EMAIL_SENTENCE)], most=254)
    phone = Line(CONTACT["phone"], [Needed(N_("Type a telephone number.")), Matches(PHONE, PHONE_SENTENCE)], most=40)
    phone_hours = Line(CONTACT["phone_hours"], description=N_("Such as “Monday to Friday, 9am to 5pm”"))


class AboutForm(PartForm):
    """What the portal says about the council."""

    about = Text(ABOUT["about"])
    credit = Text(ABOUT["credit"])


FORMS: Mapping[str, type[PartForm]] = {"name": NameForm, "contact": ContactForm, "about": AboutForm}


class ColoursForm(PartForm):
    """The six colours that a council chooses."""

    main, deep, now, done, stopped, ground = (
        # The id “main” is the page's own.
        Line(label, [IsColour()], most=20, id=f"colour-{name}", description=colours.ABOUT[name])
        for name, label in colours.CHOSEN.items()
    )

    def validate(self, extra_validators: Any = None) -> bool:
        """Whether these are colours, and everything drawn in them can be read; what cannot be is said in full."""
        if not super().validate(extra_validators):
            return False
        names = {name: translated(text) for name, text in colours.NAMES.items()}
        said: dict[str, list[str]] = {}
        for fault in colours.faults(self.typed()):
            said.setdefault(fault.blamed, []).append(translated(fault.sentence(names)))
        for name, sentences in said.items():
            self._fields[name].errors = [" ".join(sentences[:SENTENCES_AT_ONCE])]
        return not said


class UseForm(Form):
    """The press that puts a sample's colours onto every page."""

    read = HiddenField()


class WordForm(PartForm):
    """One word of a list: only what the list asks of its words."""

    label = Line(ASKED["label"], [Needed(N_("Type the word."))])
    phrase = Line(ASKED["phrase"], [Needed(N_("Type the word as it stands in a sentence."))])
    heading = Line(ASKED["heading"], [Needed(N_("Type the heading that it stands under."))])
    number = RadioField(
        ASKED["number"],
        [Needed(N_("Choose which number it has."))],
        choices=[SelectChoice(code, text) for code, text in NUMBERS.items()],
    )
    priority = RadioField(
        ASKED["priority"],
        [Needed(N_("Say whether you start with it."))],
        choices=[SelectChoice(code, text) for code, text in PRIORITY.items()],
        description=N_("The panel sees which applications reach your priority communities"),
    )

    def __init__(self, one: WordList, **kept: Any) -> None:
        super().__init__(**kept)
        for name in ("phrase", "heading", "number", "priority"):
            if name not in one.asks:
                del self[name]


class MoveForm(Form):
    """Which way a word is moved, with the mark of the order that the page showed."""

    read = HiddenField()
    way = HiddenField()
