"""What the council's people of the demonstration have taken from their inboxes, and how they like to see them."""

import datetime as dt
from typing import Any

from sqlalchemy.orm import Session

from portal.demo.cast import BY_KEY
from portal.demo.sendings import deed
from portal.desk import beside, claiming, saved
from portal.desk.beside import Here
from portal.desk.filters import Filters
from portal.desk.queues import BY_CODE, page_for
from portal.kit.dates import utc_now
from portal.organisations.queries import someone_for
from portal.permissions import Someone

HOUR = dt.timedelta(hours=1)
TAKEN = (("to_triage", "joyce", 4), ("to_propose", "martin", 20), ("to_verify", "priya", 30))
"""The last thing of a queue, who took it, and how many hours ago."""
AWAY = ("to_verify", "martin", 24 * 15)
"""The first thing of a queue, who took it and has not been back, and how many hours ago."""
HANDED = ("to_propose", "martin", "joyce", "You know this part of town better than I do.")
VIEWS = (
    ("joyce", "Overdue and free", Filters(urgency="overdue", whose="free")),
    ("joyce", "Mine", Filters(whose="mine")),
    ("martin", "To propose", Filters(queue="to_propose")),
)
MOST = 100


def lay(session: Session) -> None:
    """Some have taken something, one handed something over, and one has been away for two weeks."""
    people = {key: named(key) for key in ("joyce", "martin", "priya")}
    for queue, who, hours in TAKEN:
        take(session, one(people["joyce"], queue, -1), people[who], hours)
    queue, giver, taker, word = HANDED
    take(session, one(people["joyce"], queue, -2), people[taker], 2, giver=people[giver], word=word)
    queue, who, hours = AWAY
    take(session, one(people["joyce"], queue, 0), people[who], hours)
    for who, name, filters in VIEWS:
        saved.keep(name, filters, first=False, by=people[who])


def named(key: str) -> Someone:
    """One of the cast."""
    found = someone_for(BY_KEY[key].email)
    assert found is not None
    return found


def one(someone: Someone, queue: str, place: int) -> Here:
    """The thing at a place of a queue that nobody has."""
    rows = page_for(someone, Filters(queue, whose="free"), size=MOST).rows
    found = beside.found(someone, [BY_CODE[queue]], next(iter(rows[place].values.values())))
    assert found is not None
    return found


def take(
    session: Session, here: Here, by: Someone, hours: int, *, giver: Someone | None = None, word: str = ""
) -> None:
    """Somebody took a thing so many hours ago, though not before it was there; or was handed it."""
    assert by.person_id is not None
    claim = claiming.put(session, here.work, here.id, by.person_id)
    claim.since = claim.seen_at = max(here.row.since, utc_now() - hours * HOUR)
    verb, actor = "take", by.person_id
    facts: dict[str, Any] = {"queue": here.work.code}
    if giver is not None and giver.person_id is not None:
        claim.handed_by, claim.word = giver.person_id, word
        verb, actor, facts = "hand_over", giver.person_id, {**facts, "to": by.person_id}
    session.add(deed("waiting", here.id, verb, claim.since, actor, **facts))
