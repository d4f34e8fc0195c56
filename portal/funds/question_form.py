"""What an officer types to make a question, and which form is whose list's."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from flask import request
from wtforms import RadioField, SelectChoice, SelectField

from portal.funds import fields as f
from portal.funds.answers import Lists
from portal.funds.boxes import YES_NO, Reads
from portal.funds.checks import FEWER_CHARACTERS
from portal.funds.item_forms import (
    CriterionForm,
    Earlier,
    EligibilityForm,
    ItemForm,
    PaperForm,
    ReturnForm,
    SectionForm,
)
from portal.funds.parts import INSIDE
from portal.funds.plans import code_from
from portal.funds.questions import LISTED, MANY, MARKS, Format, Kind
from portal.funds.reading import KIND_WORDS
from portal.funds.soundness import is_a_day_for_all, possible_answers, question_faults
from portal.funds.toml import LIMITS
from portal.funds.written import Document
from portal.kit.money import pounds
from portal.kit.text import N_, Say, one_line
from portal.web.forms import LINE_MOST, Line, Needed, Text
from portal.web.words import translated

CHOICES_MOST, HINT_MOST, LINES_MORE = 200, 500, 3
WORDS_SENTENCE = N_("Type a whole number from 1 to 2,000.")
UP = re.compile(r"up-(\d{1,3})")
MARK_WORDS = {
    "title": N_("The title of the project"),
    "amount": N_("The amount that is asked for"),
    "summary": N_("The short summary"),
    "people": N_("The number of people helped"),
}
FORMAT_WORDS = (
    (Format.EMAIL, N_("An e-mail address")),
    (Format.PHONE, N_("A telephone number")),
)
GONE_DAY = N_("A day that is no longer asked for")
GONE = N_("An answer that is no longer there")
PAIR = N_("“{answer}” to “{question}”")
USELESS = N_("A question of this kind has no least and no most.")
TOO_MANY = Say(N_("A question offers {most} answers at most."), most=CHOICES_MOST)
NO_ANSWER = Say(N_("Type the answer that this hint belongs to, or empty the hint as well."))


class QuestionForm(ItemForm):
    """A question of the form. What a kind has no use for is refused beside its field, not dropped."""

    by = "label"
    label = Line(N_("The question"), [Needed(N_("Type the question."))], most=500)
    hint = Text(N_("Hint, shown below it"))
    guidance = Text(N_("Guidance, for whoever wants to read more"))
    kind = SelectField(
        N_("What kind of answer?"), choices=[SelectChoice(kind.value, word) for kind, word in KIND_WORDS.items()]
    )
    required = RadioField(N_("Does it have to be answered?"), choices=list(YES_NO), default="yes")
    words = Line(
        N_("Most words"),
        [Reads(lambda text: f.whole(1, 2_000)(whole(text)), WORDS_SENTENCE)],
        description=N_("For text only"),
    )
    format = SelectField(
        N_("What does the text have to be?"),
        choices=[SelectChoice("", N_("Anything")), *(SelectChoice(each.value, word) for each, word in FORMAT_WORDS)],
        description=N_("For short text only"),
        default="",
    )
    not_before = SelectField(
        N_("Which earlier day can it not come before?"),
        description=N_("For dates only"),
        default="",
        validate_choice=False,
    )
    least = Line(N_("The least"), description=N_("For numbers and money only"))
    most = Line(N_("The most"), description=N_("For numbers and money; for short text, how many characters"))
    mark = SelectField(
        N_("Is this answer copied onto the application?"),
        choices=[SelectChoice("", N_("No")), *(SelectChoice(mark, word) for mark, word in MARK_WORDS.items())],
        description=N_("Lists and rankings show these four answers. Each comes from one question"),
        default="",
    )
    show_if = SelectField(N_("Show it only after this answer"), default="", validate_choice=False)
    rows: list[dict[str, str]]
    wrong_rows: Mapping[str, str] = {}
    stands: Mapping[str, Any]

    @classmethod
    def kept(cls, item: Mapping[str, Any]) -> dict[str, Any]:
        """A question as the fields hold it."""
        plain = ("label", "hint", "guidance", "kind", "words", "format", "not_before", "least", "most")
        there = item.get("show_if", {})
        return {
            **{name: str(item[name]) for name in plain if name in item},
            "required": "no" if item.get("required") is False else "yes",
            "mark": next((mark for mark in MARKS if item.get(f"is_{mark}")), ""),
            "show_if": f"{there['question']}={there['is']}" if there else "",
        }

    @classmethod
    def of(cls, item: Mapping[str, Any], earlier: Earlier = (), lists: Lists | None = None) -> "QuestionForm":
        """The form filled with a question, and the answers to earlier ones that it can hang on."""
        form = cls(**cls.kept(item))
        form.stands = item
        offered = list(pairs(earlier, lists or {}))
        if form.show_if.data and form.show_if.data not in {value for value, _ in offered}:
            offered.append((form.show_if.data, translated(GONE)))
        form.show_if.choices = [
            SelectChoice("", N_("Always")),
            *(SelectChoice(value, word) for value, word in offered),
        ]
        days = [(each["code"], each["label"]) for each in earlier if is_a_day_for_all(each)]
        if form.not_before.data and form.not_before.data not in dict(days):
            days.append((form.not_before.data, translated(GONE_DAY)))
        form.not_before.choices = [SelectChoice("", N_("None")), *(SelectChoice(code, label) for code, label in days)]
        form.rows = list(sent_rows()) if request.method == "POST" else rows_of(item)
        return form

    def show(self, item: Mapping[str, Any]) -> None:
        """Fill the form with a question as it stands, its answers too, whatever was sent."""
        super().show(item)
        self.rows = rows_of(item)

    def read_out(self, item: Mapping[str, Any]) -> list[tuple[str, str]]:
        """Another state of the question, in words."""
        form = QuestionForm()
        form.show(item)
        form.show_if.choices, form.not_before.choices = self.show_if.choices, self.not_before.choices
        return form.told()

    def typed(self) -> Document:
        """What was typed, in the words of a round's file."""
        texts = {name: self._fields[name].data for name in ("label", "hint", "guidance") if self._fields[name].data}
        found: Document = {"kind": self.kind.data, **texts}
        if self.words.data:
            found["words"] = int(self.words.data)
        found |= {name: self._fields[name].data for name in ("format", "not_before") if self._fields[name].data}
        if self.required.data == "no":
            found["required"] = False
        if choices := self.choices():
            found["choices"] = choices
        if self.show_if.data:
            question, _, answer = self.show_if.data.partition("=")
            found["show_if"] = {"question": question, "is": answer}
        for name in ("least", "most"):
            if self._fields[name].data:
                found[name] = limit(self.kind.data, self._fields[name].data)
        # A file can mark one answer twice. The field shows the first mark, and the other stays with it.
        held = [mark for mark in MARKS if self.stands.get(f"is_{mark}")]
        marks = held if self.mark.data in held[:1] else [self.mark.data]
        return found | {f"is_{mark}": True for mark in marks if mark}

    def choices(self) -> list[dict[str, str]]:
        """The answers on offer. A code stays with its row."""
        before = {each["code"] for each in self.stands.get("choices", ())}
        taken: set[str] = set()
        found = []
        for row in self.rows:
            code = row["code"] if f.CODE.fullmatch(row["code"]) and row["code"] not in taken else ""
            code = code or code_from(row["label"], taken | before)
            taken.add(code)
            hint = {"hint": row["hint"]} if row["hint"] else {}
            found.append({"code": code, "label": row["label"], **hint})
        return found

    def validate(self, extra_validators: Any = None) -> bool:
        """Whether each field is right, and all of them fit the kind."""
        is_valid = super().validate(extra_validators)
        self.wrong_rows = {id: translated(said) for id, said in row_faults(self.rows)}
        if self.wrong_rows or not is_valid:
            return False
        for name in ("least", "most"):
            typed, kind = self._fields[name].data, self.kind.data
            try:
                if typed:
                    limit(kind, typed)
            except ValueError:
                sentence = N_("Type a whole number, or an amount of money where the answer is one.")
                self._fields[name].errors = [translated(sentence if kind in LIMITS else USELESS)]
        if not self.errors:
            for path, said in question_faults((), {"code": self.stands.get("code", "q"), **self.typed()}):
                self.blame(str(path[0]), said)
        return not self.mistakes()

    def blame(self, name: str, sentence: Say) -> None:
        """Put a fault beside its field; that of the choices stands above their lines."""
        if name in self._fields:
            self._fields[name].errors = [translated(sentence)]
        else:
            self.form_errors.append(translated(sentence))

    def told(self) -> list[tuple[str, str]]:
        """What stands in each field, with the answers on offer."""
        return [
            *super().told(),
            (translated(N_("Answers to choose from")), "\n".join(map(row_in_words, self.rows))),
        ]

    def mistakes(self) -> list[tuple[str, str]]:
        """Each box's id with its first error; what is wrong with the answers as a whole leads to the first of them."""
        found = [(id or "choice-1", sentence) for id, sentence in super().mistakes()]
        return found + list(self.wrong_rows.items())

    def lift(self, pressed: str) -> None:
        """Move the answer whose button was pressed a place up."""
        found = UP.fullmatch(pressed)
        at = int(found[1]) if found else 0
        if 1 < at <= len(self.rows):
            self.rows[at - 2], self.rows[at - 1] = self.rows[at - 1], self.rows[at - 2]

    def lines(self) -> list[dict[str, str]]:
        """The answers, and empty lines to go on with."""
        return [*self.rows, *({"code": "", "label": "", "hint": ""} for _ in range(LINES_MORE))]


FORMS: Mapping[str, type[ItemForm]] = {
    "eligibility": EligibilityForm,
    "sections": SectionForm,
    "criteria": CriterionForm,
    "documents": PaperForm,
    "returns": ReturnForm,
}


def form_for(where: str) -> type[ItemForm]:
    """The form of a list's items."""
    return QuestionForm if where.startswith(INSIDE) else FORMS[where]


def whole(text: str) -> Any:
    """A whole number from what was typed, or the text again."""
    return int(text) if re.fullmatch(r"\d{1,9}", text) else text


def limit(kind: str, text: str) -> Any:
    """A question's least or most as a round's file writes it. Raises ValueError."""
    if kind not in LIMITS:
        raise ValueError(text)
    if kind in {Kind.MONEY, Kind.BUDGET}:
        return pounds(LIMITS[kind](text))
    return LIMITS[kind](whole(text))


def rows_of(item: Mapping[str, Any]) -> list[dict[str, str]]:
    """The answers on offer as they stand."""
    return [{"hint": "", **each} for each in item.get("choices", ())]


def sent_rows() -> Iterator[dict[str, str]]:
    """The answers on offer as they were sent, up to the first that is too many; a line with nothing in it is none."""
    for number in range(1, CHOICES_MOST + LINES_MORE + 1):
        row = {each: one_line(request.form.get(f"choice-{number}-{each}", "")) for each in ("code", "label", "hint")}
        if row["label"] or row["hint"]:
            yield row


def row_faults(rows: Iterable[Mapping[str, str]]) -> Iterator[tuple[str, Say]]:
    """What stands against single answers on offer, by the id of its box."""
    for number, row in enumerate(rows, 1):
        id = f"choice-{number}"
        if not row["label"] or number > CHOICES_MOST:
            yield id, TOO_MANY if row["label"] else NO_ANSWER
        for box, text, most in ((id, row["label"], LINE_MOST), (f"{id}-hint", row["hint"], HINT_MOST)):
            if len(text) > most:
                yield box, Say(FEWER_CHARACTERS, most=most, there=len(text))


def row_in_words(row: Mapping[str, str]) -> str:
    """One answer on offer with its hint."""
    return f"{row['label']} ({row['hint']})" if row["hint"] else row["label"]


def pairs(earlier: Earlier, lists: Lists) -> Iterator[tuple[str, str]]:
    """Every answer to an earlier question that another can hang on: its value and its words."""
    for question in earlier:
        kind = question.get("kind")
        own = {each["code"]: each["label"] for each in question.get("choices", ())}
        labels = (
            lists.get(str(kind), {})
            if kind in LISTED.keys() & MANY
            else lists.get("yes_no", {})
            if kind == Kind.YES_NO
            else own
        )
        possible = possible_answers(question, lists)
        for code in labels if possible is None else possible:
            words = Say(PAIR, answer=labels.get(code, code), question=question["label"])
            yield f"{question['code']}={code}", translated(words)
