"""History as a file: written line by line while it is sent, so that its length costs no memory."""

from collections.abc import Iterator
from typing import Any

from flask import current_app
from itsdangerous import BadData, URLSafeTimedSerializer

from portal.db.session import action
from portal.desk import deeds
from portal.desk.deeds import Search, Told
from portal.desk.history_filters import NAMES, Wanted, day_in
from portal.history.actions import is_code, note
from portal.history.telling import Chronicle
from portal.kit.dates import in_london
from portal.kit.sheets import BOM, lines
from portal.kit.text import N_
from portal.permissions import Someone
from portal.web.words import translated

COLUMNS = (
    N_("When (British time)"),
    N_("Who"),
    N_("E-mail"),
    N_("Kind of record"),
    N_("Reference"),
    N_("What happened"),
    N_("From state"),
    N_("To state"),
)
"""The columns are these for everybody; what stands in them is what the person's pages would tell them."""
CHUNK = 1_000
KEY_SECONDS = 600
END, BROKEN = N_("End of the list"), N_("NOT COMPLETE: the portal had trouble here. Take the copy again.")


def begin(wanted: Wanted, *, by: Someone) -> str:
    """Write down that a copy is taken; the key with which this person can fetch it within ten minutes."""
    found = deeds.search(by, wanted)
    narrowed = {name: value for name, value in wanted.chosen().items() if name != "person" and is_code(value)}
    days = {name: str(day) for name in ("since", "until") if (day := day_in(getattr(wanted, name)))}
    with action():
        note(Chronicle(), "export", by=by, **{**narrowed, **days, "people": list(found.people)})
    return str(signer().dumps({"by": by.person_id, **wanted.chosen()}))


def fetched(key: str, someone: Someone) -> Wanted | None:
    """What a key stands for, or None for one that is not this person's or has ended."""
    try:
        found: dict[str, Any] = signer().loads(key, max_age=KEY_SECONDS)
    except BadData:
        return None
    if found.pop("by", None) != someone.person_id:
        return None
    return Wanted(**{name: found[name] for name in NAMES if name in found})


def signer() -> URLSafeTimedSerializer:
    """What signs such keys."""
    return URLSafeTimedSerializer(current_app.extensions["portal_settings"].secret_key, salt="history-export")


def written(found: Search) -> Iterator[str]:
    """The file, a chunk at a time. Its last line says how many deeds it holds, so that a torn file shows."""
    yield BOM + lines([[translated(column) for column in COLUMNS]])
    count = 0
    try:
        for chunk in deeds.chunks(found, CHUNK):
            count += len(chunk)
            yield lines(map(line, chunk))
    except Exception:
        yield lines([[translated(BROKEN)]])
        raise
    yield lines([[translated(END), count]])


def line(told: Told) -> tuple[str, ...]:
    """One deed as a line."""
    return (
        in_london(told.at).strftime("%Y-%m-%d %H:%M:%S"),
        told.who,
        told.email,
        translated(told.kind.title),
        told.ref,
        translated(told.sentence),
        translated(told.before),
        translated(told.after),
    )
