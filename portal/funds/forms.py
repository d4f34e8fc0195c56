"""What an officer types to make a round. An empty field is a fault only when the round is published."""

import re
from collections.abc import Iterable, Mapping
from typing import Any, ClassVar

from flask import request
from wtforms import FileField, HiddenField, RadioField, SelectChoice, SelectField, SelectMultipleField, StringField

from portal.funds import fields as f
from portal.funds.boxes import Clock, Day, Kept, Pounds, Reads, Whole, clock_text
from portal.funds.parts import LABELS
from portal.kit.money import pounds
from portal.kit.text import N_, one_line, tidy
from portal.organisations.profile import NEEDABLE
from portal.web.forms import Form, Line, Needed, Text
from portal.web.words import translated

NOON, MORNING = "12:00", "09:00"
OPENED = {"prefix": N_("Two to six capitals, such as GC. References look like GC-7K4Q-2M9T-XW")}
NEW_FUND = "new"


def label(name: str, table: str = "round") -> str:
    """What a fact is called."""
    return LABELS[table, name]


class FactsForm(Kept):
    """Some facts of a round. `typed` gives them as the document has them; what is empty is None."""

    @classmethod
    def kept(cls, stands: Mapping[str, Any]) -> dict[str, Any]:
        """What stands, as the fields hold it."""
        return {name: as_typed(value) for name, value in stands.items()}

    @classmethod
    def of(cls, stands: Mapping[str, Any]) -> "FactsForm":
        """The form filled with what stands, or with what was sent."""
        return cls(**cls.kept(stands))

    @classmethod
    def read_out(cls, stands: Mapping[str, Any]) -> list[tuple[str, str]]:
        """What stands, in words."""
        form = cls()
        form.filled(**cls.kept(stands))
        return form.told()

    def typed(self) -> dict[str, Any]:
        """What was typed, under the document's names."""
        return {field.name: field.data or None for field in self.questions()}


def as_typed(value: Any) -> Any:
    """A value of a document as a field holds it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "\n".join(value) if isinstance(value, list) else value if isinstance(value, str) else str(value)


def lines_of(text: str) -> list[str] | None:
    """The lines of a text that say something; None where none does."""
    return [line for line in map(one_line, tidy(text).split("\n")) if line] or None


class AboutForm(FactsForm):
    """What a round is for."""

    title = Line(label("title"), [Needed(N_("Type the name of this round."))])
    fund_name = Line(label("name", "fund"), description=N_("All rounds of a fund share its name and purpose"))
    fund_purpose = Text(label("purpose", "fund"))
    about = Text(
        label("about"), description=N_("Who it is for and what matters to you. An empty line parts paragraphs")
    )
    pays_for = Text(label("pays_for"), description=N_("One thing on each line"))
    does_not_pay_for = Text(label("does_not_pay_for"), description=N_("One thing on each line"))

    def typed(self) -> dict[str, Any]:
        """What was typed, lists as lists."""
        lists = {name: lines_of(self._fields[name].data) for name in ("pays_for", "does_not_pay_for")}
        return super().typed() | lists


class MoneyForm(FactsForm):
    """The amounts of a round."""

    budget = Pounds(label("budget"))
    smallest = Pounds(label("smallest"))
    largest = Pounds(label("largest"))

    def typed(self) -> dict[str, Any]:
        """What was typed, in the portal's own way of writing money."""
        return {name: pounds(f.money(text)) if text else None for name, text in super().typed().items()}


class DatesForm(FactsForm):
    """The days of a round; it opens and closes at a time of day as well."""

    opens = Day(label("opens"))
    opens_time = Clock(N_("At what time?"), default=MORNING, description=N_("As a British clock shows it"))
    closes = Day(label("closes"))
    closes_time = Clock(N_("At what time does it close?"), default=NOON, description=N_("12:00 is noon"))
    grace_minutes = Whole(label("grace_minutes"), N_("Type a number from 0 to 120."), 0, 120)
    checked_by = Day(label("checked_by"))
    assessed_by = Day(label("assessed_by"))
    panel_on = Day(label("panel_on"))
    told_by = Day(label("told_by"))

    @classmethod
    def kept(cls, stands: Mapping[str, Any]) -> dict[str, Any]:
        """What stands, days and times apart."""
        found = super().kept(stands)
        for name in {"opens", "closes"} & stands.keys():
            day, _, time = stands[name].partition("T")
            found |= {name: day, f"{name}_time": time[:5]}
        return found

    def typed(self) -> dict[str, Any]:
        """What was typed, day and time together."""
        found = super().typed()
        for name, usual in (("opens", MORNING), ("closes", NOON)):
            time = clock_text(found.pop(f"{name}_time") or usual)
            found[name] = f"{found[name]}T{time.isoformat()}" if found[name] else None
        grace = found["grace_minutes"]
        return {**found, "grace_minutes": None if grace is None else int(grace)}


class DetailsForm(FactsForm):
    """What a round needs to know of an organisation beyond its name."""

    details = SelectMultipleField(
        label("details"),
        choices=[SelectChoice(code, word) for code, word in NEEDABLE.items()],
        description=N_("Tick only what you need: whoever applies is asked for these and nothing else of its profile"),
    )

    @classmethod
    def kept(cls, stands: Mapping[str, Any]) -> dict[str, Any]:
        """What stands, as the boxes hold it."""
        return {name: list(value) for name, value in stands.items()}

    def typed(self) -> dict[str, Any]:
        """What was ticked, in the order of the profile."""
        return {"details": [each for each in NEEDABLE if each in (self.details.data or ())] or None}


class JudgingForm(FactsForm):
    """How applications are read."""

    assessments_needed = Whole(label("assessments_needed"), N_("Type a number from 1 to 5."), 1, 5)
    names_hidden = RadioField(
        label("names_hidden"),
        choices=[SelectChoice("no", N_("They see the name")), SelectChoice("yes", N_("The name is hidden from them"))],
        default="no",
    )
    letters = Line(
        label("prefix"),
        [Reads(f.prefix, N_("Type two to six capitals, such as GC."))],
        id="prefix",
        description=OPENED["prefix"],
    )

    @classmethod
    def kept(cls, stands: Mapping[str, Any]) -> dict[str, Any]:
        """What stands; WTForms has another use for the word prefix."""
        found = super().kept(stands)
        return {"letters" if name == "prefix" else name: value for name, value in found.items()}

    def typed(self) -> dict[str, Any]:
        """What was typed, numbers as numbers."""
        found = super().typed()
        found["prefix"] = found.pop("letters")
        needed = found["assessments_needed"]
        return found | {
            "assessments_needed": None if needed is None else int(needed),
            "names_hidden": found["names_hidden"] == "yes",
        }


FACTS_FORMS: Mapping[str, type[FactsForm]] = {
    "about": AboutForm,
    "money": MoneyForm,
    "dates": DatesForm,
    "details": DetailsForm,
    "judging": JudgingForm,
}


class BeginForm(Form):
    """A new round: of which fund, and what it is called."""

    fund = SelectField(N_("Which fund is it for?"))
    name = Line(N_("Name of the new fund"), description=N_("Only if it is for a new fund"))
    purpose = Text(N_("What is the new fund for?"), description=N_("In a sentence or two"))
    title = Line(
        label("title"),
        [Needed(N_("Type the name of this round."))],
        description=N_("Such as “Getting Connected small grants, spring 2027”"),
    )

    NEEDS: ClassVar[Mapping[str, str]] = {
        "name": N_("Type the name of the new fund."),
        "purpose": N_("Type what the new fund is for."),
    }

    def __init__(self, funds: Iterable[Any]) -> None:
        super().__init__()
        there = [SelectChoice(row.code, row.name) for row in funds]
        self.fund.choices = [*there, SelectChoice(NEW_FUND, N_("A new fund"))]

    def validate(self, extra_validators: Any = None) -> bool:
        """Whether the fund is one that there is, or has a name and a purpose."""
        is_valid: bool = super().validate(extra_validators)
        for name, sentence in self.NEEDS.items():
            if self.fund.data == NEW_FUND and not self._fields[name].data:
                self._fields[name].errors = [translated(sentence)]
                is_valid = False
        return is_valid

    def chosen(self) -> dict[str, str]:
        """The fund: its code, or the name and the purpose of a new one."""
        if self.fund.data == NEW_FUND:
            return {"name": self.name.data, "purpose": self.purpose.data}
        return {"code": str(self.fund.data)}


class FileForm(Form):
    """A round's file."""

    file = FileField(N_("The file"), description=N_("A TOML file, as this portal writes it"))
    text = StringField(N_("Or paste its text here"), default="")

    def sent(self) -> bytes:
        """The file that was chosen, or else the text that was pasted."""
        there = request.files.get("file")
        return there.read() if there else str(self.text.data or "").encode()


class MoveForm(Form):
    """Which way an item is moved, with the mark of the order that the page showed."""

    read = HiddenField()
    way = HiddenField()


class VersionForm(Form):
    """The press that publishes what the page showed."""

    version = HiddenField()

    def number(self) -> int:
        """The version; one that nothing has for anything that is no number."""
        word = self.version.data or ""
        return int(word) if re.fullmatch(r"\d{1,9}", word) else -1
