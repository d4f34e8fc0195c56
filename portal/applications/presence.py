"""Who else writes in an application, for whoever opens it."""

from portal.accounts.queries import names_of
from portal.applications.queries import Written
from portal.applications.rules import is_writing
from portal.kit.dates import utc_now
from portal.kit.text import N_, Say
from portal.permissions import Someone
from portal.web.words import moment, translated


def others_in(there: Written, someone: Someone) -> dict[str, str]:
    """Who else saved a section last, by its code, and whether they seem to be writing in it at this moment."""
    now, saved = utc_now(), {code: row for code, row in there.rows.items() if row.saved_by != someone.person_id}
    names = names_of({row.saved_by for row in saved.values()}) if saved else {}
    told = {True: N_("{who} is writing here just now"), False: N_("{who} wrote here last, on {when}")}
    return {
        code: translated(Say(told[is_writing(row.saved_at, now)], who=names[row.saved_by], when=moment(row.saved_at)))
        for code, row in saved.items()
    }
