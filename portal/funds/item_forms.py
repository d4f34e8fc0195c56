"""What an officer types to make one item of a form: a question, a part, a criterion and the like."""

from collections.abc import Mapping, Sequence
from typing import Any

from wtforms import RadioField, SelectChoice, SelectField

from portal.funds.answers import Lists
from portal.funds.boxes import YES_NO, Kept, Whole
from portal.funds.soundness import ONLY_GIVEN
from portal.funds.written import Document
from portal.kit.text import N_
from portal.organisations.papers import SORTS
from portal.web.forms import Line, Needed, Text
from portal.web.words import translated

Earlier = Sequence[Mapping[str, Any]]


class ItemForm(Kept):
    """One item of a list. `typed` gives it as the document has it, without its code; what is empty is left out."""

    by = "title"

    @classmethod
    def kept(cls, item: Mapping[str, Any]) -> dict[str, Any]:
        """An item as the fields hold it."""
        return {name: str(value) for name, value in item.items() if name != "code"}

    @classmethod
    def of(cls, item: Mapping[str, Any], earlier: Earlier = (), lists: Lists | None = None) -> "ItemForm":
        """The form filled with an item as it stands, or with what was sent."""
        return cls(**cls.kept(item))

    def show(self, item: Mapping[str, Any]) -> None:
        """Fill the form with an item as it stands, whatever was sent."""
        self.filled(**self.kept(item))

    def read_out(self, item: Mapping[str, Any]) -> list[tuple[str, str]]:
        """Another state of the item, in words."""
        form = type(self)()
        form.show(item)
        return form.told()

    def typed(self) -> Document:
        """What was typed."""
        return {field.name: field.data for field in self.questions() if field.data}

    @property
    def name(self) -> str:
        """What the item is known by in its list."""
        return str(self._fields[self.by].data)


class EligibilityForm(ItemForm):
    """A question that decides whether somebody can apply."""

    by = "question"
    question = Line(N_("The question"), [Needed(N_("Type the question."))], most=500)
    hint = Line(N_("Hint, shown below it"), most=500)
    right_answer = RadioField(
        N_("Which answer lets somebody apply?"), [Needed(N_("Choose the right answer."))], choices=list(YES_NO)
    )
    why_not = Text(
        N_("What we say to the other answer"),
        [Needed(N_("Type what we say to people who cannot apply."))],
        description=N_("Say why, and what they can do instead"),
    )


class SectionForm(ItemForm):
    """A part of the form: one page for applicants."""

    title = Line(N_("Title of this part"), [Needed(N_("Type a title."))])
    hint = Line(N_("What is said at its top"), most=500)


class CriterionForm(ItemForm):
    """What reviewers score."""

    title = Line(N_("What is scored"), [Needed(N_("Type what is scored."))])
    weight = Whole(N_("Weight, of 100 in all"), N_("Type a number from 1 to 100."), 1, 100)
    about = Text(N_("What reviewers look for"), [Needed(N_("Type what reviewers look for."))])
    zero = Text(N_("A score of 0 means"), [Needed(N_("Type what a score of 0 means."))])
    three = Text(N_("A score of 3 means"), [Needed(N_("Type what a score of 3 means."))])
    five = Text(N_("A score of 5 means"), [Needed(N_("Type what a score of 5 means."))])

    def typed(self) -> Document:
        """What was typed, the weight as a number."""
        return numbered(super().typed(), "weight")


class PaperForm(ItemForm):
    """A document that applicants have to have ready."""

    title = Line(N_("The document"), [Needed(N_("Type what the document is."))])
    hint = Line(N_("Hint, such as what will do instead"), most=500)
    sort = SelectField(
        N_("Is it one that organisations give to the portal once?"),
        choices=[
            SelectChoice("", N_("No. They only have it ready")),
            *(SelectChoice(sort.code, sort.title) for sort in SORTS.values()),
        ],
        description=N_("Then whoever applies sees if it is there, and you read it with the application"),
        default="",
    )
    required = RadioField(
        N_("Does it have to be there before they can send the application?"),
        choices=[SelectChoice("yes", N_("Yes")), SelectChoice("no", N_("No. It can follow later"))],
        description=N_("For documents that organisations give once"),
        default="yes",
    )

    @classmethod
    def kept(cls, item: Mapping[str, Any]) -> dict[str, Any]:
        """A document as the fields hold it."""
        return {**super().kept(item), "required": "no" if item.get("required") is False else "yes"}

    def typed(self) -> Document:
        """What was typed; that it has to be there goes without saying."""
        found = super().typed()
        is_required = found.pop("required", "yes") == "yes"
        return found if is_required else {**found, "required": False}

    def validate(self, extra_validators: Any = None) -> bool:
        """Whether each field is right, and only a document that is given once can follow later."""
        is_valid: bool = super().validate(extra_validators)
        if is_valid and self.required.data == "no" and not self.sort.data:
            self.required.errors = [translated(ONLY_GIVEN)]
        return is_valid and not self.errors


class ReturnForm(ItemForm):
    """A report that a grant will owe."""

    title = Line(N_("What the report is called"), [Needed(N_("Type what the report is called."))])
    months = Whole(N_("How many months after the grant?"), N_("Type a number from 0 to 60."), 0, 60, default="12")
    about = Text(N_("What we will ask"))

    def typed(self) -> Document:
        """What was typed, the months as a number."""
        return numbered(super().typed(), "months")


def numbered(typed: Document, name: str) -> Document:
    """The same with one value as a number."""
    return {**typed, name: int(typed[name])} if name in typed else typed
