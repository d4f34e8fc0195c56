"""The second factor of council people: an authenticator app, and recovery codes for the day the telephone is lost."""

from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.orm import Session

from portal.accounts import limits, notices
from portal.accounts.actions import end_all
from portal.accounts.models import Authenticator, Person, RecoveryCode, SignIn
from portal.accounts.rules import (
    CODE_WAS_USED,
    CODES_OF_APP_USED_UP,
    NO_RECOVERY_CODE,
    NOT_THE_CODE,
    NOT_THIS_CODE,
    NOT_YOUR_OWN,
    RECOVERY_USED_UP,
    THERE_IS_ONE,
    signed_in_until,
    typed_code,
)
from portal.accounts.totp import matching_step, new_recovery_codes, typed_recovery_code
from portal.db.session import action, locked
from portal.history.actions import note
from portal.kit.dates import utc_now
from portal.kit.errors import Invalid, NotAllowed, NotThere, WrongState
from portal.kit.text import Say
from portal.permissions import PORTAL, Permission, Someone

CODE, RECOVERY, NEW = "authenticator_code", "recovery_code", "new_code"
"""The fields that people type codes into, by which refusals name them."""


def confirm(typed: str, *, by: Someone) -> None:
    """Finish signing in with the app's code. Raises Invalid for a wrong one and for one that was used before."""
    with action() as session:
        why_not = why_not_code_of_app(session, typed_code(typed), by)
        if why_not is None:
            complete(session, by=by)
            return
    raise Invalid({CODE: why_not})


def recover(typed: str, *, by: Someone) -> int:
    """Finish signing in with a recovery code, which is used up; how many are left. Raises Invalid."""
    with action() as session:
        why_not = why_not_recovery_code(session, typed_recovery_code(typed), by)
        if why_not is None:
            complete(session, by=by)
            return codes_left(session, by)
    raise Invalid({RECOVERY: why_not})


def set_up(secret: str, typed: str, *, by: Someone) -> list[str]:
    """Take an app into use with its first code, which finishes signing in; the recovery codes, for this once.

    Raises Invalid for a code that is not of this secret, and WrongState for somebody who has an app already.
    """
    with action() as session:
        limits.one_at_a_time(session, turn_of(by))
        if secret_of(session, by) is not None:
            raise WrongState(THERE_IS_ONE)
        step = step_of(secret, typed)
        person = session.get_one(Person, by.person_id)
        app = {"person_id": person.id, "secret": secret, "set_up_at": utc_now(), "last_step": step}
        session.execute(insert(Authenticator).values(app))
        complete(session, by=by)
        note(person, "set_up_authenticator", by=by)
        notices.second_factor(person, notices.SET_UP)
        return fresh_codes(session, person)


def change(secret: str, typed: str, current: str, *, by: Someone) -> None:
    """Take another app into use instead; the one before (or a recovery code) says that it is them.

    Their other sign-ins end. Raises Invalid; a wrong code of the new app uses nothing up.
    """
    with action() as session:
        step = step_of(secret, typed)
        why_not = why_not_current(session, current, by)
        if why_not is None:
            person = session.get_one(Person, by.person_id)
            anew = {"secret": secret, "set_up_at": utc_now(), "last_step": step}
            session.execute(update(Authenticator).where(Authenticator.person_id == person.id).values(anew))
            end_all(session, person, "authenticator", by=by, but=by.sign_in_id)
            note(person, "change_authenticator", by=by)
            notices.second_factor(person, notices.CHANGED)
            return
    raise Invalid({CODE: why_not})


def make_codes(typed: str, *, by: Someone) -> list[str]:
    """Ten recovery codes instead of those that were there, for a fresh code of the app. Raises Invalid."""
    with action() as session:
        why_not = why_not_code_of_app(session, typed_code(typed), by)
        if why_not is None:
            person = session.get_one(Person, by.person_id)
            note(person, "make_recovery_codes", by=by)
            notices.second_factor(person, notices.NEW_CODES)
            return fresh_codes(session, person)
    raise Invalid({CODE: why_not})


def reset(person: Person, *, by: Someone) -> None:
    """Forget somebody's app and recovery codes and end their sign-ins; they set up anew when they next sign in.

    An administrator does this for somebody else. Raises NotAllowed, and NotThere where there is no app.
    """
    if by is not PORTAL and not by.may(Permission.SETTINGS_EDIT):
        raise NotAllowed()
    if person.id == by.person_id:
        raise NotAllowed(NOT_YOUR_OWN)
    with action() as session:
        kept = locked(person)
        gone = session.execute(delete(Authenticator).where(Authenticator.person_id == kept.id))
        if not gone.rowcount:  # type: ignore[attr-defined]
            raise NotThere()
        session.execute(delete(RecoveryCode).where(RecoveryCode.person_id == kept.id))
        end_all(session, kept, "authenticator", by=by)
        note(kept, "reset_authenticator", by=by)
        notices.second_factor(kept, notices.RESET)


# --- Codes ----------------------------------------------------------------------------------------------------------


def turn_of(by: Someone) -> str:
    """What one person's tries wait for, so that they are counted one by one."""
    return f"second factor of {by.person_id}"


def secret_of(session: Session, by: Someone) -> str | None:
    """The secret that a person's app shares with us."""
    return session.scalar(select(Authenticator.secret).where(Authenticator.person_id == by.person_id))


def step_of(secret: str, typed: str) -> int:
    """The step of the code that a new app shows. Raises Invalid where it is not of this secret."""
    step = matching_step(secret, typed_code(typed), utc_now())
    if step is None:
        raise Invalid({NEW: NOT_THIS_CODE})
    return step


def why_not_current(session: Session, typed: str, by: Someone) -> Say | None:
    """Why this does not show that it is them: neither a code of the app that they use now nor a recovery code."""
    recovery = typed_recovery_code(typed)
    if recovery is not None:
        return why_not_recovery_code(session, recovery, by)
    return why_not_code_of_app(session, typed_code(typed), by)


def why_not_code_of_app(session: Session, code: str | None, by: Someone) -> Say | None:
    """Why this code of the app is not taken, or None where it is, and is used up. A wrong one is written down."""
    limits.one_at_a_time(session, turn_of(by))
    if limits.used_up(session, limits.WRONG_CODES_OF_APP, str(by.person_id)):
        return CODES_OF_APP_USED_UP
    secret = secret_of(session, by)
    step = matching_step(secret, code, utc_now()) if secret else None
    if step is None:
        limits.count(session, limits.WRONG_CODES_OF_APP, str(by.person_id))
        note(session.get_one(Person, by.person_id), "wrong_code_of_app", by=by)
        return NOT_THE_CODE
    if not use(session, step, by):
        note(session.get_one(Person, by.person_id), "code_of_app_again", by=by)
        return CODE_WAS_USED
    return None


def use(session: Session, step: int, by: Someone) -> bool:
    """Use the code of a time step, and of all before it, up; False where somebody has done so already."""
    done = session.execute(
        update(Authenticator)
        .where(Authenticator.person_id == by.person_id, Authenticator.last_step < step)
        .values(last_step=step)
        .execution_options(synchronize_session=False)
    )
    return bool(done.rowcount == 1)  # type: ignore[attr-defined]


def why_not_recovery_code(session: Session, code: str | None, by: Someone) -> Say | None:
    """Why this recovery code is not taken, or None where it is, and is used up. A wrong one is written down."""
    person = session.get_one(Person, by.person_id)
    limits.one_at_a_time(session, turn_of(by))
    if limits.used_up(session, limits.WRONG_RECOVERY_CODES, str(by.sign_in_id)):
        return RECOVERY_USED_UP
    done = session.execute(
        update(RecoveryCode)
        .where(RecoveryCode.person_id == person.id, RecoveryCode.digest == digest_of(person.id, code or ""))
        .where(RecoveryCode.used_at.is_(None))
        .values(used_at=utc_now())
        .execution_options(synchronize_session=False)
    )
    if done.rowcount != 1:  # type: ignore[attr-defined]
        limits.count(session, limits.WRONG_RECOVERY_CODES, str(by.sign_in_id))
        note(person, "wrong_recovery_code", by=by)
        return NO_RECOVERY_CODE
    left = codes_left(session, by)
    note(person, "use_recovery_code", by=by, left=left)
    notices.second_factor(person, notices.RECOVERED, left=left)
    return None


def digest_of(person_id: int, code: str) -> str:
    """What is kept of a recovery code."""
    return limits.keyed("recovery code", str(person_id), code)


def codes_left(session: Session, by: Someone) -> int:
    """How many recovery codes a person has not used yet."""
    unused = select(func.count()).where(RecoveryCode.person_id == by.person_id, RecoveryCode.used_at.is_(None))
    return session.scalar(unused) or 0


def fresh_codes(session: Session, person: Person) -> list[str]:
    """Recovery codes in place of those that were there."""
    session.execute(delete(RecoveryCode).where(RecoveryCode.person_id == person.id))
    codes = new_recovery_codes()
    rows = [{"person_id": person.id, "digest": digest_of(person.id, code), "made_at": utc_now()} for code in codes]
    session.execute(insert(RecoveryCode), rows)
    return codes


def complete(session: Session, *, by: Someone) -> None:
    """Make half a sign-in a whole one. Raises WrongState where it has ended meanwhile."""
    living = select(SignIn).where(SignIn.id == by.sign_in_id, SignIn.ended_at.is_(None))
    row = session.scalar(living.with_for_update())
    if row is None:
        raise WrongState()
    row.confirmed_at = row.last_seen_at = utc_now()
    row.expires_at = signed_in_until(row.at, row.confirmed_at, row.own_device)
    note(row, "confirm", by=by)
