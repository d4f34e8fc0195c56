"""Carrying letters from the outbox to whatever takes them to people."""

import datetime as dt
from collections import deque
from collections.abc import Sequence
from importlib import import_module
from typing import Any

import structlog
from flask import current_app
from sqlalchemy import update

from portal.config import Settings
from portal.db.session import action
from portal.jobs.registry import pump
from portal.kit.dates import utc_now
from portal.mail.carriers import Away, Broke, Carrier, PutOff, Refused, Trouble
from portal.mail.models import Letter
from portal.mail.queries import Claimed, claim, keep
from portal.mail.smtp import Smtp

log = structlog.get_logger()

BATCH = 20
TRIES_MOST = 48
AGE_MOST = dt.timedelta(days=2)
PAUSE = dt.timedelta(seconds=30)
"""How long nothing is sent once the server was found away. A letter's own tries are not used up by that."""
BREAKS_MOST = 2
SHORTLY = dt.timedelta(minutes=1)


def back_off(tries: int) -> dt.timedelta:
    """How long to wait after so many tries: one minute, doubling, never more than an hour."""
    return dt.timedelta(seconds=min(3600, 30 * 2 ** min(tries, 10)))


def carrier_for(settings: Settings) -> Carrier | None:
    """What carries letters by these settings; None where they are only kept."""
    if settings.notify is not None:
        found: Carrier = import_module("portal.mail.notify").Notify(settings.notify)
        return found
    return Smtp(settings) if settings.smtp_url else None


@pump("letters")
def send_due() -> int:
    """Send what is due; how many letters went. Without a mail server they are kept and count as sent."""
    carrier = carrier_for(current_app.extensions["portal_settings"])
    if carrier is not None and is_paused(carrier):
        return 0
    letters = claim(BATCH)
    if carrier is not None:
        return send_all(letters, carrier) if letters else 0
    for letter in letters:
        mark_sent(letter)
    return len(letters)


def send_all(letters: Sequence[Claimed], carrier: Carrier) -> int:
    """Send claimed letters, one after the other; how many went. What goes wrong with one does not hold up the rest."""
    waiting, sent, breaks, is_open = deque(letters), 0, 0, False
    try:
        while waiting:
            if not is_open:
                carrier.open()
                is_open = True
            waiting = deque(keep(waiting))
            if not waiting:
                break
            trouble = send_one(waiting[0], carrier)
            waiting.popleft()
            breaks = breaks + 1 if isinstance(trouble, Broke) else 0
            if isinstance(trouble, Broke):
                carrier.close()
                is_open = False
            if breaks == BREAKS_MOST:
                raise Away(trouble.sentence if trouble else "")
            sent += trouble is None
    except Away as error:
        pause(carrier, error)
        release(waiting, error.sentence)
    finally:
        carrier.close()
    return sent


def send_one(letter: Claimed, carrier: Carrier) -> Trouble | None:
    """Send one letter, and write down what became of it; the trouble that there was. Raises Away."""
    try:
        carrier.carry(letter)
    except Refused as error:
        set_aside(letter, error.sentence)
        return error
    except PutOff as error:
        put_back(letter, error.sentence, back_off(letter.tries))
        return error
    except Broke as error:
        put_back(letter, error.sentence, min(back_off(letter.tries), SHORTLY))
        return error
    mark_sent(letter, forget=letter.secret)
    return None


def is_paused(carrier: Carrier) -> bool:
    """Whether this carrier was found away moments ago."""
    where, until = current_app.extensions.get("portal_mail_pause", ("", utc_now()))
    # A clock that was put back must not make a long pause of a short one.
    return bool(where == carrier.where and dt.timedelta(0) < until - utc_now() <= PAUSE)


def pause(carrier: Carrier, error: Away) -> None:
    """Leave the server alone for a moment."""
    current_app.extensions["portal_mail_pause"] = (carrier.where, utc_now() + PAUSE)
    cause = error.__cause__
    log.warning("mail_away", error=type(cause).__name__ if cause else "Away")


def mark_sent(letter: Claimed, *, forget: bool = False) -> None:
    """Write down that the server took it; `forget` takes away the text, so that no code or link stays readable.

    It is true whoever holds the lease by now.
    """
    gone: dict[str, Any] = {"text": "", "html": ""} if forget else {}
    write(letter, ours=False, status="sent", sent_at=utc_now(), error=None, **gone)


def put_back(letter: Claimed, error: str, wait: dt.timedelta) -> None:
    """Try again later, or set it aside after 48 tries over two days."""
    if letter.tries >= TRIES_MOST and utc_now() - letter.created_at >= AGE_MOST:
        set_aside(letter, error)
    else:
        write(letter, error=error, next_try_at=utc_now() + wait)


def set_aside(letter: Claimed, error: str) -> None:
    """Stop trying: this letter can never go as it is. A code or a link in it is forgotten."""
    gone: dict[str, Any] = {"text": "", "html": ""} if letter.secret else {}
    write(letter, status="failed", error=error, **gone)


def release(letters: Sequence[Claimed], error: str) -> None:
    """Put letters back as if nobody had taken them; they were not to blame."""
    with action():
        for letter in letters:
            write(letter, error=error, tries=letter.tries - 1)


def write(letter: Claimed, *, ours: bool = True, **values: Any) -> None:
    """Let go of a letter and write down what became of it; nothing where somebody else holds it by now."""
    where = [Letter.id == letter.id, Letter.status != "sent"]
    if ours:
        where += [Letter.status == "waiting", Letter.leased_until == letter.leased_until]
    with action() as session:
        session.execute(
            update(Letter)
            .where(*where)
            .values(leased_until=None, **values)
            .execution_options(synchronize_session=False)
        )
