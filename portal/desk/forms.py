"""The forms of the inbox: handing a thing over, and keeping a view."""

from typing import Any

from wtforms import BooleanField, HiddenField, RadioField

from portal.desk.rules import CHOOSE_COLLEAGUE, NAME_MOST, NAME_NEEDED, WORD_MOST
from portal.kit.text import N_
from portal.web.forms import Form, Line, Needed


class TakeForm(Form):
    """Take a thing; `stamp` says who had it on the page that was read."""

    stamp = HiddenField(default="")


class HandOverForm(Form):
    """To which colleague a thing goes, and a word with it."""

    colleague = RadioField(N_("Who takes it?"), [Needed(CHOOSE_COLLEAGUE)], validate_choice=False)
    word = Line(N_("A word with it"), most=WORD_MOST)

    def offer(self, choices: list[tuple[str, str]]) -> None:
        """Offer these colleagues, by reference and name."""
        self.colleague.choices = choices


class ViewForm(Form):
    """The name of a view, and whether it is what its owner sees first."""

    name = Line(N_("Name of the view"), [Needed(NAME_NEEDED)], most=NAME_MOST)
    is_first = BooleanField(N_("Show this first when I open the inbox"), false_values=("", "no"))


def narrowing(args: Any) -> dict[str, str]:
    """What an address or a form says of narrowing the inbox."""
    return {name: args.get(name, "") for name in ("queue", "urgency", "round", "whose")}
