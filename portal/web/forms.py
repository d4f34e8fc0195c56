"""The base of all forms: what was typed is tidied, never cut, and given back with its errors."""

from typing import Any

from flask import request
from wtforms import Field, StringField
from wtforms import Form as WTForm
from wtforms.validators import Length, StopValidation

from portal.kit.errors import Invalid
from portal.kit.text import N_, Say, one_line, tidy
from portal.web.words import translated

LINE_MOST = 200
TEXT_MOST = 20_000


def tidied(value: Any) -> Any:
    """Tidy what is text."""
    return tidy(value) if isinstance(value, str) else value


def on_one_line(value: Any) -> Any:
    """Tidy what is text and put it on one line."""
    return one_line(value) if isinstance(value, str) else value


class Needed:
    """A field that has to be filled in, with the sentence that asks for it."""

    def __init__(self, sentence: str) -> None:
        self.sentence = sentence

    def __call__(self, form: WTForm, field: Field) -> None:
        """Raises StopValidation for an empty field."""
        if not field.data:
            field.errors = []
            raise StopValidation(translated(self.sentence))


class AtMost(Length):
    """No more than so many characters; what is over is kept on the page and said, not cut."""

    def __init__(self, most: int) -> None:
        super().__init__(max=most)

    def __call__(self, form: WTForm, field: Field) -> None:
        """Raises StopValidation for more."""
        if field.data and len(field.data) > (self.max or 0):
            sentence = Say(
                N_("Use {most} characters or fewer. There are {there} now."),
                most=self.max,
                there=len(field.data),
            )
            raise StopValidation(translated(sentence))


class Line(StringField):
    """One line of text; an empty one where none was sent."""

    def __init__(self, label: str, validators: Any = (), most: int = LINE_MOST, **more: Any) -> None:
        super().__init__(label, [*validators, AtMost(most)], filters=[on_one_line], **{"default": "", **more})


class Text(StringField):
    """Several lines of text, with a limit in words where one is given."""

    def __init__(self, label: str, validators: Any = (), words: int | None = None, **more: Any) -> None:
        super().__init__(label, [*validators, AtMost(TEXT_MOST)], filters=[tidied], **{"default": "", **more})
        self.words = words


class Form(WTForm):
    """A form filled from the request; the two keys are checked before any view is reached."""

    def __init__(self, **kept: Any) -> None:
        super().__init__(request.form if request.method == "POST" else None, **kept)

    def refuse(self, error: Invalid) -> None:
        """Put a verb's objections beside their fields; those that name no field stand in the summary alone."""
        for name, sentence in error.errors.items():
            if name in self._fields:
                self._fields[name].errors = [*self._fields[name].errors, translated(sentence)]
            else:
                self.form_errors.append(translated(sentence))

    def mistakes(self) -> list[tuple[str, str]]:
        """Each field's id with its first error, for the summary; an error of the whole form has no id."""
        found = [(field.id, str(field.errors[0])) for field in self if field.errors]
        return found + [("", str(error)) for error in self.form_errors]
