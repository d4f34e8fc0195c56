"""What is typed to ask an applicant for changes, and to give more time for them."""

import datetime as dt

from wtforms import HiddenField, SelectMultipleField

from portal.applications.changing import NOTE_WORDS
from portal.applications.forms import IsDay
from portal.kit.days import day_in
from portal.kit.text import N_
from portal.organisations.forms import InWords
from portal.web.forms import Form, Line, Needed, Text

NO_DAY = N_("Enter the day by which they should answer")


class DueForm(Form):
    """By when they answer, and which request it is."""

    number = HiddenField()
    due = Line(N_("Until when can they answer?"), [Needed(NO_DAY), IsDay()], most=40)

    def day(self) -> dt.date:
        """The day. Only for a form that is valid."""
        day = day_in(self.due.data)
        assert day is not None, "a form that was not valid"
        return day

    def which(self) -> int:
        """The number of the request; 0 for anything that is none."""
        number = self.number.data or ""
        return int(number) if number.isdecimal() and len(number) < 6 else 0


class AskForm(DueForm):
    """Which questions are opened again, what is wanted in words, and by when."""

    questions = SelectMultipleField(
        N_("Which answers should they look at again?"),
        [Needed(N_("Choose at least one question"))],
        validate_choice=False,
    )
    note = Text(
        N_("What do you need?"),
        [Needed(N_("Say in your own words what you need. The partner reads them.")), InWords(NOTE_WORDS)],
        words=NOTE_WORDS,
    )
