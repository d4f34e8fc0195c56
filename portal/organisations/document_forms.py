"""What is sent with a document: the file, the day on which it ends, and which document the page showed."""

import datetime as dt

from wtforms import Field, FileField, HiddenField
from wtforms import Form as WTForm
from wtforms.validators import StopValidation

from portal.kit.days import day_in
from portal.kit.text import N_
from portal.organisations.papers import DAY_WRONG
from portal.web.forms import Form, Line
from portal.web.words import translated


class IsDay:
    """A day as people write it."""

    def __call__(self, form: WTForm, field: Field) -> None:
        """Raises StopValidation for anything else."""
        if field.data and day_in(field.data) is None:
            raise StopValidation(translated(DAY_WRONG))


class DocumentForm(Form):
    """A document to give."""

    read = HiddenField()
    next = HiddenField()
    file = FileField(N_("The file"))
    ends = Line(N_("The day on which it ends"), [IsDay()])

    def day(self) -> dt.date | None:
        """The day that was typed, if any was."""
        return day_in(self.ends.data) if self.ends.data else None
