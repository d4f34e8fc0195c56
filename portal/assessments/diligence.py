"""The gate before scoring: a few lines that pass or fail, and only then a judgement (domain.md 2.5).

The lines are the round's own rules on who can apply, and CHECKS: what small-grant schemes ask of every recipient, as
far as the portal or an officer can know it before an award. They are the same in every round; a line about a document,
a number or the round's exclusions is there only where the round, or the partner, has one. Whatever the portal knows of
its own stands beside a line, and a person decides.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from portal.assessments import stamps
from portal.funds.questions import EligibilityQuestion
from portal.kit.refs import digest
from portal.kit.text import N_, Say

PASS, FAIL, ASK = "pass", "fail", "ask"
VERDICTS = {PASS: N_("Passes"), FAIL: N_("Fails"), ASK: N_("Ask")}
REASONS = "reasons"
"""The line that holds the reasons why an application cannot go on, while they are written."""
NOTE_MOST = 1000
"""How many characters a note can have."""
REASONS_MOST = 20_000
"""How many characters the reasons can have."""

CHOOSE = N_("Choose one of the three: it passes, it fails, or ask the partner.")
SAY_WHY = Say(N_("Say in a few words why it fails. The partner can read this note."))
SAY_WHAT = Say(N_("Say in a few words what to ask. The partner can read this note."))
TOO_LONG = N_("Use {most} characters or fewer. There are {there} now.")
READ_FIRST = Say(N_("These reasons come from what failed. Read them, change what you like, then send them."))


@dataclass(frozen=True, slots=True)
class Check:
    """One due-diligence check: as the officer reads it, as the partner reads that it failed, and as they are asked.

    `source`: where small-grant schemes have it from. `sort`: the document it is about, if any.
    """

    code: str
    title: str
    fails: str
    asks: str
    source: str
    sort: str = ""


NUMBER, USES = "number", "uses"
CHECKS = (
    Check(
        "organisation",
        N_("Our own check of the organisation does not stand against it"),
        N_("We could not confirm who your organisation is, or who runs it."),
        N_("Please answer what we asked about your organisation. It stands on your organisation’s page."),
        "domain.md 2.5 (due diligence first) and 2.7 (in proportion). Whether it is verified yet is for paying to ask.",
    ),
    Check(
        NUMBER,
        N_("Its number is in the public register, under the same name"),
        N_("We could not find your charity or company number in the public register under your name."),
        N_("Please check your charity or company number. We could not find it in the register under your name."),
        "domain.md 2.3: a number if you have one; eleven of 26 recipients of a real scheme had none (2.1).",
    ),
    Check(
        "people",
        N_("Two people answer for it who are not related and do not live together"),
        N_("Two people have to answer for the grant who are not related and do not live together."),
        N_("Please name a second person who is not related to the first and does not live with them."),
        "domain.md 2.2: two contacts, two signatories, unrelated in blood, marriage and address.",
    ),
    Check(
        USES,
        N_("It asks for nothing that this round does not pay for"),
        N_("You ask for something that this grant does not pay for."),
        N_("Please take out what this grant does not pay for, or tell us what you need it for."),
        "domain.md 2.2: exclusions, among them what was spent before the award and grants passed on.",
    ),
    Check(
        "governing",
        N_("Its governing document says what happens to the money if it closes"),
        N_("We need a governing document that says what happens to the money if your group closes."),
        N_("Please send your governing document. It has to say what happens to the money if your group closes."),
        "domain.md 2.2 and 2.4: a dissolution clause or an asset lock.",
        sort="governing",
    ),
    Check(
        "accounts",
        N_("Its accounts, or its forecast, are its own and fit what it asks for"),
        N_("We need your last accounts. If you are new, we need what you expect to take in and spend in 12 months."),
        N_("Please send your last accounts. If you are new, send what you expect to take in and spend in 12 months."),
        "domain.md 2.2 and 2.4: accounts, or a forecast for twelve months.",
        sort="accounts",
    ),
    Check(
        "safeguarding",
        N_("Its safeguarding policy is in date and fits the people it works with"),
        N_("We need a safeguarding policy that is in date and fits the people you work with."),
        N_("Please send your safeguarding policy. It has to be in date and fit the people you work with."),
        "domain.md 2.4: where children or adults at risk are helped.",
        sort="safeguarding",
    ),
    Check(
        "insurance",
        N_("Its insurance is in date and covers what it plans"),
        N_("We need insurance that is in date and covers what you plan."),
        N_("Please send your insurance certificate. It has to be in date and cover what you plan."),
        "domain.md 2.4: insurance, as a gate in some schemes.",
        sort="insurance",
    ),
)
"""What is left out on purpose: bank details and statements, which are asked for only after an award (domain.md 2.3)."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What an officer found on one line: a verdict (none while nobody has looked), and a note that says why."""

    verdict: str = ""
    note: str = ""

    def content(self) -> str:
        """A short digest of both, by which a page knows whether they are what it showed."""
        return digest(f"{self.verdict}:{self.note}")[:16]


@dataclass(frozen=True, slots=True)
class Kept(stamps.Kept[Mark]):
    """A mark as it is kept; none where nobody has written."""

    mark: Mark = Mark()


class Typed(stamps.Typed[Mark]):
    """A mark as it was sent."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the gate: what it is called, what the partner reads if it fails or is asked, and what was found.

    `mark` stands as long as nobody has marked it otherwise: a rule's follows from the answer that the partner gave.
    """

    code: str
    title: str
    fails: str
    asks: Say | str
    mark: Mark = Mark()


def lines_of(
    rules: Iterable[EligibilityQuestion],
    answers: Mapping[str, str],
    *,
    sorts: Collection[str] = (),
    has_number: bool = False,
    excludes: bool = False,
) -> tuple[Line, ...]:
    """The lines of one application before anybody has looked: its round's rules, then the checks that concern it.

    `sorts`: the documents that its round needs. `excludes`: whether its round names what it does not pay for.
    """
    there = {NUMBER: has_number, USES: excludes}
    checks = (each for each in CHECKS if (each.sort in sorts if each.sort else there.get(each.code, True)))
    return (
        *(rule_line(each, answers.get(each.code, "")) for each in rules),
        *(Line(f"check-{each.code}", each.title, each.fails, Say(each.asks)) for each in checks),
    )


def rule_line(rule: EligibilityQuestion, answer: str) -> Line:
    """A rule as a line: it passes by the right answer, fails by the wrong one, and is open where nobody was asked."""
    verdict = PASS if answer == rule.right_answer else FAIL if answer else ""
    asks = Say(N_("Please tell us more about this question: {question}"), question=rule.question)
    return Line(f"rule-{rule.code}", rule.question, rule.why_not, asks, Mark(verdict))


def marked(lines: Iterable[Line], kept: Mapping[str, Kept]) -> tuple[Line, ...]:
    """The same lines with what was found on them."""
    return tuple(replace(line, mark=kept[line.code].mark) if line.code in kept else line for line in lines)


def with_verdict(lines: Iterable[Line], verdict: str) -> tuple[Line, ...]:
    """The lines of that verdict, in their order; an empty one stands for those at which nobody has looked."""
    return tuple(line for line in lines if line.mark.verdict == verdict)


def is_open(lines: Iterable[Line]) -> bool:
    """Whether the gate is open: every line passes."""
    return all(line.mark.verdict == PASS for line in lines)


def reasons(lines: Iterable[Line]) -> tuple[tuple[str, str], ...]:
    """Why it cannot go on: for each line that failed the sentence for the partner, and the officer's note."""
    return tuple((line.fails, line.mark.note) for line in with_verdict(lines, FAIL))


def questions(lines: Iterable[Line]) -> tuple[tuple[Say | str, str], ...]:
    """What to ask the partner: for each such line our sentence, and the officer's note."""
    return tuple((line.asks, line.mark.note) for line in with_verdict(lines, ASK))


def begun_with(text: str) -> str:
    """A short digest of reasons, by which a page knows whether anybody has changed those that it began with."""
    return digest(text)[:16]


def missing(lines: Iterable[Line]) -> dict[str, Say]:
    """What has to be said before the partner hears of it: a sentence for each field's name."""
    words = {FAIL: SAY_WHY, ASK: SAY_WHAT}
    return {
        f"note-{line.code}": words[line.mark.verdict]
        for line in lines
        if line.mark.verdict in words and not line.mark.note
    }


def faults(marks: Mapping[str, Mark], codes: Sequence[str]) -> dict[str, Say]:
    """What cannot be kept of marks on the lines of these codes: a sentence for each field's name."""
    found: dict[str, Say] = {}
    for code in codes:
        mark = marks.get(code, Mark())
        if mark.verdict and mark.verdict not in VERDICTS:
            found[f"verdict-{code}"] = Say(CHOOSE)
        if len(mark.note) > NOTE_MOST:
            found[f"note-{code}"] = Say(TOO_LONG, most=NOTE_MOST, there=len(mark.note))
    written = marks.get(REASONS, Mark()).note
    if len(written) > REASONS_MOST:
        found[REASONS] = Say(TOO_LONG, most=REASONS_MOST, there=len(written))
    return found
