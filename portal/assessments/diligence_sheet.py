"""The gate as an officer sees it: a row for each line, with both marks where two people disagree."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from portal.applications.models import Application
from portal.assessments import diligence
from portal.assessments.diligence import (
    ASK,
    FAIL,
    READ_FIRST,
    REASONS,
    Kept,
    Line,
    Mark,
    Typed,
    begun_with,
    marked,
    questions,
    with_verdict,
)
from portal.assessments.diligence_marks import Saved
from portal.assessments.diligence_queries import Found, begin_reasons, found_on, in_words, known_of, lines_about
from portal.funds.queries import form_of
from portal.kit.text import N_, Say
from portal.organisations.models import Organisation
from portal.permissions import Permission as P
from portal.permissions import Someone
from portal.web.words import translated

CHOOSE = N_("Somebody else saved something too: choose which one counts")


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of what was sent, for the page that is shown again: what is not saved, and what is wrong by field."""

    unsaved: Mapping[str, Typed] = field(default_factory=dict)
    clashes: Mapping[str, Typed] = field(default_factory=dict)
    wrong: Mapping[str, Say] = field(default_factory=dict)

    @classmethod
    def of(cls, saved: Saved) -> "Answer":
        """After saving: what clashes, and what keeps the application from being judged."""
        return cls(clashes=saved.clashes, wrong=saved.wrong)

    @property
    def starts_anew(self) -> bool:
        """Whether the reasons are shown anew, to be read before they are sent."""
        return self.wrong.get(REASONS) == READ_FIRST

    @property
    def words(self) -> list[str]:
        """What somebody wrote that is not saved, for a page on which it cannot be saved any more."""
        changed = (each for each in self.unsaved.values() if each.seen.partition("-")[2] != each.mark.content())
        return [each.mark.note for each in changed if each.mark.note]


NOTHING = Answer()


@dataclass(frozen=True, slots=True)
class Row:
    """One line: what stands in its fields, the stamp of what is kept, who found it, and what is wrong.

    `said` is the partner's answer to a rule, `knows` what the portal has of its own, `before` what stood there first.
    `other` is what somebody else saved, where the person has to choose between the two.
    """

    line: Line
    mark: Mark
    stamp: str
    said: str | None = None
    knows: Sequence[Say] = ()
    last: Found | None = None
    before: Found | None = None
    other: Found | None = None
    wrong_verdict: Say | None = None
    wrong_note: Say | None = None

    @property
    def code(self) -> str:
        """The line's code."""
        return self.line.code


@dataclass(frozen=True, slots=True)
class Sheet:
    """All lines as they stand, and the reasons while they are written."""

    rows: Sequence[Row]
    reasons: Row
    lines: Sequence[Line]
    begins: str

    @property
    def begun(self) -> str:
        """By which a page knows whether anybody has changed the reasons that it began with."""
        return begun_with(self.begins)

    @property
    def rules(self) -> list[Row]:
        """The rows about what the partner said before they started."""
        return [row for row in self.rows if row.said is not None]

    @property
    def checks(self) -> list[Row]:
        """The rows about what is checked after."""
        return [row for row in self.rows if row.said is None]

    @property
    def is_open(self) -> bool:
        """Whether every line passes."""
        return diligence.is_open(self.lines)

    @property
    def counts(self) -> dict[str, int]:
        """How many lines nobody has looked at, how many failed, and how many are to ask about."""
        return {verdict: len(with_verdict(self.lines, verdict)) for verdict in ("", FAIL, ASK)}

    @property
    def asks(self) -> str:
        """What to ask the partner, a paragraph each; empty for nothing."""
        return in_words(questions(self.lines))

    @property
    def found(self) -> Sequence[Row]:
        """What was found, to read; nothing of an application that was judged before there was a gate."""
        return self.rows if any(row.last for row in self.rows) else ()

    def row(self, code: str) -> Row:
        """The row of that line."""
        return next(row for row in (*self.rows, self.reasons) if row.code == code)

    def mistakes(self) -> list[tuple[str, str]]:
        """What stands against the lines: each field's id with its sentence, in the order of the page."""
        found = [
            (f"{part}-{row.code}", sentence)
            for row in (*self.rows, self.reasons)
            for part, sentence in (
                ("verdict", row.wrong_verdict),
                ("note", row.wrong_note),
                ("keep", CHOOSE if row.other else None),
            )
            if sentence
        ]
        return [(id, translated(sentence)) for id, sentence in found]


def sheet_of(application: Application, organisation: Organisation, answer: Answer = NOTHING) -> Sheet:
    """The gate as it stands, with what was typed where that could not be saved or clashes.

    One statement; while it is checked, one more for documents where the round needs any.
    """
    form = form_of(application.round_id, application.form_number)
    found = found_on(application)
    kept = {code: there[0].kept for code, there in found.items()}
    begun = lines_about(application, organisation, form)
    lines, knows = marked(begun, kept), {}
    if application.state == "submitted":
        knows = known_of(application, organisation, form, application.round)
    said = {f"rule-{each.code}": application.eligibility.get(each.code, "") for each in form.eligibility}
    plain = [row_of(line, found.get(line.code, []), answer) for line in lines]
    rows = [replace(row, said=said.get(row.code), knows=knows.get(row.code, ())) for row in plain]
    reasons = row_of(Line(REASONS, "", "", ""), found.get(REASONS, []), answer)
    return Sheet(rows, reasons, lines, begin_reasons(lines, kept))


SHOWN_IN = ("submitted", "changes_asked", "not_eligible", "assessing")
"""The states of an application whose page says what its checks found."""


def gate_for(application: Application, someone: Someone, answer: Answer) -> Sheet | None:
    """The gate for somebody who may read the application; nothing of it for who does not check applications.

    It is shown until the scores take its place: by then each line has passed.
    """
    if not someone.may(P.APPLICATION_TRIAGE) or application.state not in SHOWN_IN:
        return None
    return sheet_of(application, application.organisation, answer)


def row_of(line: Line, found: Sequence[Found], answer: Answer) -> Row:
    """One line with what was found on it, or what was typed where that is not saved."""
    code = line.code
    last = found[0] if found else None
    kept = last.kept if last else Kept(line.mark)
    clash, typed = answer.clashes.get(code), answer.unsaved.get(code)
    shown = clash or typed
    return Row(
        line,
        shown.mark if shown else kept.mark,
        typed.seen if typed else kept.stamp(),
        last=last,
        before=found[1] if len(found) > 1 else None,
        other=last if clash else None,
        wrong_verdict=answer.wrong.get(f"verdict-{code}"),
        wrong_note=answer.wrong.get(f"note-{code}"),
    )
