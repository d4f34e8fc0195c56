"""The boxes in which an officer types the parts of a round, and the form that knows what its page was filled from."""

import datetime as dt
import re
from typing import Any

from wtforms import Field, HiddenField, SelectChoice
from wtforms import Form as WTForm
from wtforms.validators import StopValidation

from portal.funds import fields as f
from portal.kit.dates import is_day
from portal.kit.text import N_
from portal.web.forms import Form, Line
from portal.web.words import day, translated

YES_NO = (SelectChoice("yes", N_("Yes")), SelectChoice("no", N_("No")))
CLOCK = re.compile(r"([01]?\d|2[0-3])[:.]([0-5]\d)")


class Reads:
    """A value that a reader of files takes, or the sentence that says what is expected; an empty one is let pass."""

    def __init__(self, read: f.Read, sentence: str) -> None:
        self.read, self.sentence = read, sentence

    def __call__(self, form: WTForm, field: Field) -> None:
        """Raises StopValidation for anything else."""
        try:
            if field.data:
                self.read(field.data)
        except ValueError as error:
            raise StopValidation(translated(self.sentence)) from error


def whole_text(least: int, most: int) -> f.Read:
    """A reader of whole numbers as they are typed."""
    read = f.whole(least, most)
    return lambda text: read(int(text) if re.fullmatch(r"\d{1,9}", text) else text)


def day_text(text: str) -> str:
    """A day as a browser's calendar writes it. Raises ValueError."""
    if not is_day(text):
        raise ValueError(text)
    return text


def clock_text(text: str) -> dt.time:
    """A time of day in figures. Raises ValueError."""
    found = CLOCK.fullmatch(text)
    if not found:
        raise ValueError(text)
    return dt.time(int(found[1]), int(found[2]))


class Day(Line):
    """A day, chosen in the browser's calendar or typed."""

    shown = "calendar"

    def __init__(self, label: str, **more: Any) -> None:
        super().__init__(label, [Reads(day_text, N_("Type a day like 2027-01-22."))], **more)


class Clock(Line):
    """A time of day in figures."""

    shown = "whole"

    def __init__(self, label: str, **more: Any) -> None:
        super().__init__(label, [Reads(clock_text, N_("Type a time like 12:00."))], **more)


class Pounds(Line):
    """An amount of money."""

    shown = "money"

    def __init__(self, label: str, **more: Any) -> None:
        super().__init__(label, [Reads(f.money, N_("Type an amount like £5,000."))], **more)


class Whole(Line):
    """A whole number between two bounds."""

    shown = "whole"

    def __init__(self, label: str, sentence: str, least: int = 0, most: int = 999_999_999, **more: Any) -> None:
        super().__init__(label, [Reads(whole_text(least, most), sentence)], **more)


class Kept(Form):
    """A form with the mark of what its page was filled from."""

    read = HiddenField()

    def questions(self) -> list[Field]:
        """The fields that people see, in order."""
        return [field for name, field in self._fields.items() if name != "read"]

    def filled(self, **kept: Any) -> None:
        """Fill every field with what is kept, whatever was sent."""
        self.process(None, **kept)

    def told(self) -> list[tuple[str, str]]:
        """What is in each field, as people read it."""
        return [(translated(field.label.text), in_words(field)) for field in self.questions()]


def in_words(field: Field) -> str:
    """What stands in a field: by its label where it is a choice, a day in words where it is one."""
    if hasattr(field, "iter_choices"):
        chosen = field.data if isinstance(field.data, list) else [field.data]
        return ", ".join(translated(each.label) for each in field.iter_choices() if each.value in chosen)
    text = str(field.data or "")
    return day(dt.date.fromisoformat(text)) if isinstance(field, Day) and is_day(text) else text
