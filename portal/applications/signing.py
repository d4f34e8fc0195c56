"""What somebody has read of an application when they sign it: under which questions, and at which version each part is.

A page that leads to sending carries a mark of it. Where anything was changed since, nothing is sent, and who signs is
told who changed which part (docs/decisions/0078-what-is-signed-was-read.md).
"""

from collections.abc import Collection, Mapping, Sequence

from portal.accounts.queries import names_of
from portal.applications.merging import marks_in
from portal.applications.models import Application, SectionAnswers
from portal.applications.queries import Written
from portal.funds.typed import whole_number
from portal.history import queries as history
from portal.kit.errors import Clash
from portal.kit.text import N_, Say
from portal.permissions import Someone

THEY_CHANGED = N_("{name} changed “{part}” since you read it.")
YOU_CHANGED = N_("You changed “{part}” on another page since you read it.")
TOOK = N_("{name} took the new questions since you read it.")
CHANGED = N_("The answers may have changed since you read them.")


class ChangedMeanwhile(Clash):
    """The application is not as its signer read it any more. `changes` says who changed which part, a sentence each."""

    default = N_("This application was changed since you read it.")

    def __init__(self, changes: Sequence[Say]) -> None:
        super().__init__()
        self.changes = changes


def read_mark(application: Application, rows: Mapping[str, SectionAnswers]) -> str:
    """What a page that shows the application carries on: the number of its form, and `part:version` for each part."""
    versions = (f"{code}:{row.version}" for code, row in sorted(rows.items()))
    return " ".join((str(application.form_number), *versions))


def changes_since(read: str, application: Application, there: Written, *, by: Someone) -> list[Say]:
    """Who changed what since a page with that mark was read, a sentence each; none where all stands as it did."""
    if read == read_mark(application, there.rows):
        return []
    number, _space, versions = read.partition(" ")
    before = marks_in(versions)
    if whole_number(number) is None:
        return [Say(CHANGED)]
    is_newer = number != str(application.form_number)
    took = [deed.actor_id for deed in history.of(application, 1, ["take_questions"])] if is_newer else []
    wrote = [
        (section.title, who)
        for section in there.form.sections
        for who in writers_since(there.rows.get(section.code), before.get(section.code, ""), took)
    ]
    names = names_of({*took, *(who for _, who in wrote)})
    said = [Say(TOOK, name=names[who]) for who in took]
    said += [
        Say(YOU_CHANGED, part=part) if who == by.person_id else Say(THEY_CHANGED, name=names[who], part=part)
        for part, who in wrote
    ]
    return said or [Say(CHANGED)]


def writers_since(row: SectionAnswers | None, version: str, took: Collection[int | None]) -> list[int | None]:
    """Who wrote in a part after that version; the portal, where nobody did and nobody took newer questions."""
    if row is None or str(row.version) == version:
        return []
    before = whole_number(version) or 0
    wrote: list[int | None] = [*sorted({each.by for each in row.writers().values() if each.version > before})]
    return wrote or ([] if took else [None])


def insist_on_read(read: str, application: Application, there: Written, *, by: Someone) -> None:
    """Raises ChangedMeanwhile where an application that is held is not as the page with that mark showed it."""
    changes = changes_since(read, application, there, by=by)
    if changes:
        raise ChangedMeanwhile(changes)
