"""The second factor as verbs: what is taken once, what is counted, and what many at once cannot get past."""

import datetime as dt
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import func, select, text

from portal.accounts import limits, second_factor
from portal.accounts.models import Attempt, Authenticator, RecoveryCode, SignIn
from portal.accounts.queries import by_email, second_factor_of
from portal.accounts.second_factor import CODE, NEW, RECOVERY
from portal.accounts.totp import code_at, new_secret, step_at
from portal.db.session import action, db
from portal.demo.apps import USED, recovery_codes
from portal.demo.cast import BY_KEY
from portal.history.models import Deed
from portal.kit.dates import utc_now
from portal.kit.errors import Invalid, NotAllowed, NotThere, WrongState
from portal.mail.models import Letter
from portal.organisations.queries import signed_in
from portal.permissions import PORTAL, Someone
from tests import town
from tests.accounts.apps import code_of, half_person, last_step, together, whole_person, wrong_code
from tests.conftest import Clock

AT_ONCE = 16
UNUSED = recovery_codes(BY_KEY["joyce"])[USED:]
Letters = Callable[[], list[Letter]]


def whole(someone: Someone) -> bool:
    """Whether that sign-in has the second factor."""
    db.session.rollback()
    return db.session.get_one(SignIn, someone.sign_in_id).confirmed_at is not None


def refused(deed: Callable[[], Any], field: str) -> str:
    """The sentence beside a field with which a deed is refused."""
    with pytest.raises(Invalid) as error:
        deed()
    return str(error.value.errors[field])


def attempts() -> list[str]:
    """What was counted."""
    db.session.rollback()
    return list(db.session.scalars(select(Attempt.what)))


def verbs(key: str, number: int) -> list[str]:
    """The newest deeds of one of the cast, newest first."""
    mine = select(Deed.verb).where(Deed.actor_id == whole_person(key).person_id)
    newest = mine.where(Deed.verb != "sign_in").order_by(Deed.id.desc())
    return list(db.session.scalars(newest.limit(number)))


# --- Codes of the app -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("steps", [-1, 0, 1])
def test_the_code_makes_the_sign_in_whole(app: Flask, clock: Clock, steps: int) -> None:
    joyce = half_person("joyce")

    second_factor.confirm(code_of("joyce", steps), by=joyce)

    assert whole(joyce)
    assert verbs("joyce", 1) == ["confirm"]


@pytest.mark.parametrize("steps", [-2, 2])
def test_a_code_two_steps_away_is_refused(app: Flask, clock: Clock, steps: int) -> None:
    joyce = half_person("joyce")

    assert "not the code in your app" in refused(lambda: second_factor.confirm(code_of("joyce", steps), by=joyce), CODE)
    assert not whole(joyce)


def test_a_code_works_once_and_none_before_it_works_after(app: Flask, clock: Clock) -> None:
    first, second = half_person("joyce"), half_person("joyce")
    second_factor.confirm(code_of("joyce"), by=first)

    for steps in (0, -1):
        sentence = refused(lambda steps=steps: second_factor.confirm(code_of("joyce", steps), by=second), CODE)
        assert sentence.startswith("That code was used before.")
    assert not whole(second)
    assert attempts() == [], "who types the same code again has not guessed"
    clock.shift(dt.timedelta(seconds=30))
    second_factor.confirm(code_of("joyce"), by=second)
    assert whole(second)


def test_of_sixteen_with_the_same_code_one_gets_in(app: Flask) -> None:
    people, code = [half_person("joyce") for _ in range(AT_ONCE)], code_of("joyce", 1)

    answers = together(app, [lambda who=who: second_factor.confirm(code, by=who) for who in people])

    assert Counter(answers) == {None: 1, Invalid: AT_ONCE - 1}
    assert sum(map(whole, people)) == 1


def test_of_sixteen_presses_in_one_browser_one_counts(app: Flask) -> None:
    joyce, code = half_person("joyce"), code_of("joyce", 1)

    answers = together(app, [lambda: second_factor.confirm(code, by=joyce)] * AT_ONCE)

    assert Counter(answers) == {None: 1, Invalid: AT_ONCE - 1}


def test_the_step_itself_is_used_up_by_one_alone(app: Flask) -> None:
    """Without the turns that tries wait for: the one statement that uses a step up is enough."""
    joyce, step = half_person("joyce"), step_at(utc_now())

    def use() -> bool:
        with action() as session:
            return second_factor.use(session, step, joyce)

    assert Counter(together(app, [use] * AT_ONCE)) == {True: 1, False: AT_ONCE - 1}


def test_a_thousand_wrong_codes_are_looked_at_ten_times_and_a_recovery_code_still_works(app: Flask) -> None:
    thief, wrong = half_person("joyce"), wrong_code("joyce")
    for _ in range(1_000):
        refused(lambda: second_factor.confirm(wrong, by=thief), CODE)
    joyce = half_person("joyce")

    assert Counter(attempts()) == {"wrong_codes_of_app": 10}
    tried = select(func.count()).where(Deed.verb == "wrong_code_of_app", Deed.actor_id == joyce.person_id)
    assert db.session.scalar(tried) == 10, "each is written down, and none that nobody looked at"
    assert "Use a recovery code" in refused(lambda: second_factor.confirm(code_of("joyce"), by=joyce), CODE)
    assert second_factor.recover(UNUSED[0], by=joyce) == len(UNUSED) - 1
    assert whole(joyce)


def test_of_sixteen_wrong_codes_at_once_ten_are_looked_at(app: Flask) -> None:
    joyce, wrong = half_person("joyce"), wrong_code("joyce")

    together(app, [lambda: second_factor.confirm(wrong, by=joyce)] * AT_ONCE)

    assert Counter(attempts()) == {"wrong_codes_of_app": 10}


def test_tries_outlive_a_restart_and_are_forgotten_after_an_hour(app: Flask, clock: Clock) -> None:
    joyce = half_person("joyce")
    with action() as session:
        for _ in range(limits.WRONG_CODES_OF_APP.most):
            limits.count(session, limits.WRONG_CODES_OF_APP, str(joyce.person_id))
    db.engine.dispose()

    refused(lambda: second_factor.confirm(code_of("joyce"), by=joyce), CODE)
    clock.shift(dt.timedelta(minutes=61))
    second_factor.confirm(code_of("joyce"), by=half_person("joyce"))


def test_a_sign_in_that_has_ended_meanwhile_is_not_made_whole(app: Flask) -> None:
    joyce = half_person("joyce")
    with action() as session:
        session.get_one(SignIn, joyce.sign_in_id).ended_at = utc_now()

    with pytest.raises(WrongState):
        second_factor.confirm(code_of("joyce"), by=joyce)
    assert not whole(joyce)


def test_the_secret_is_sealed_in_the_database(app: Flask) -> None:
    rows = db.session.execute(text("SELECT secret FROM authenticators")).scalars().all()
    secrets = {member.secret for member in town.CAST}

    assert rows
    assert all(row.startswith("gAAAA") and not any(secret in row for secret in secrets) for row in rows)


# --- Recovery codes -------------------------------------------------------------------------------------------------


def test_a_recovery_code_works_once_and_a_letter_says_so(app: Flask, letters: Letters) -> None:
    assert second_factor.recover(UNUSED[0].lower(), by=half_person("joyce")) == 6
    again = half_person("joyce")

    assert "used before" in refused(lambda: second_factor.recover(UNUSED[0], by=again), RECOVERY)
    assert not whole(again)
    assert [(letter.to_address, "6 recovery codes left" in letter.text) for letter in letters()] == [
        (BY_KEY["joyce"].email, True)
    ]


def test_of_sixteen_with_the_same_recovery_code_one_gets_in(app: Flask) -> None:
    people = [half_person("joyce") for _ in range(AT_ONCE)]

    answers = together(app, [lambda who=who: second_factor.recover(UNUSED[0], by=who) for who in people])

    assert Counter(answers) == {6: 1, Invalid: AT_ONCE - 1}


def test_nobody_gets_in_with_the_recovery_code_of_another(app: Flask) -> None:
    martin = half_person("martin")

    refused(lambda: second_factor.recover(UNUSED[0], by=martin), RECOVERY)
    assert second_factor_of(half_person("joyce").person_id).codes_left == 7  # type: ignore[union-attr]


def test_wrong_recovery_codes_are_limited_by_sign_in_so_that_nobody_locks_another_out(app: Flask) -> None:
    thief, joyce = half_person("joyce"), half_person("joyce")
    for _ in range(15):
        refused(lambda: second_factor.recover("2" * 12, by=thief), RECOVERY)

    assert Counter(attempts()) == {"wrong_recovery_codes": 10}
    assert "too many" in refused(lambda: second_factor.recover(UNUSED[0], by=thief), RECOVERY)
    assert second_factor.recover(UNUSED[0], by=joyce) == 6


def test_new_codes_need_a_fresh_code_and_end_the_old_ones(app: Flask, letters: Letters) -> None:
    joyce = whole_person("joyce")
    refused(lambda: second_factor.make_codes(wrong_code("joyce"), by=joyce), CODE)

    codes = second_factor.make_codes(code_of("joyce"), by=joyce)

    assert len(codes) == 10
    refused(lambda: second_factor.recover(UNUSED[0], by=half_person("joyce")), RECOVERY)
    assert second_factor.recover(codes[9], by=half_person("joyce")) == 9
    assert "New recovery codes were made" in letters()[0].text
    kept = db.session.scalars(select(RecoveryCode.digest)).all()
    assert not set(codes) & set(kept)
    assert {len(digest) for digest in kept} == {64}


# --- Setting up, changing, resetting --------------------------------------------------------------------------------


def bare(key: str) -> None:
    """Take somebody's app away, as if they had just been given their first role."""
    with action() as session:
        person = by_email(BY_KEY[key].email)
        session.query(RecoveryCode).where(RecoveryCode.person_id == person.id).delete()
        session.query(Authenticator).where(Authenticator.person_id == person.id).delete()


def first_code(secret: str) -> str:
    """What a new app shows."""
    return code_at(secret, step_at(utc_now()))


def test_setting_up_makes_the_sign_in_whole_and_uses_its_code_up(app: Flask, letters: Letters, clock: Clock) -> None:
    bare("joyce")
    joyce, secret = half_person("joyce"), new_secret()

    codes = second_factor.set_up(secret, first_code(secret), by=joyce)

    assert whole(joyce)
    assert len(codes) == 10
    assert last_step("joyce") == step_at(utc_now())
    refused(lambda: second_factor.confirm(first_code(secret), by=half_person("joyce")), CODE)
    assert "An authenticator app was set up" in letters()[0].text
    assert verbs("joyce", 3)[1:] == ["set_up_authenticator", "confirm"]


def test_a_code_of_another_secret_sets_nothing_up(app: Flask) -> None:
    bare("joyce")
    joyce, secret = half_person("joyce"), new_secret()

    refused(lambda: second_factor.set_up(secret, first_code(new_secret()), by=joyce), NEW)
    assert not whole(joyce)
    assert second_factor_of(joyce.person_id) is None


def test_half_a_sign_in_cannot_put_another_app_in_place_of_the_one_there_is(app: Flask) -> None:
    thief, secret = half_person("joyce"), new_secret()

    with pytest.raises(WrongState):
        second_factor.set_up(secret, first_code(secret), by=thief)
    assert not whole(thief)
    second_factor.confirm(code_of("joyce"), by=half_person("joyce"))


def test_of_sixteen_who_set_up_at_once_one_does(app: Flask) -> None:
    bare("joyce")
    people, secrets = [half_person("joyce") for _ in range(AT_ONCE)], [new_secret() for _ in range(AT_ONCE)]

    def deed(number: int) -> Callable[[], Any]:
        return lambda: second_factor.set_up(secrets[number], first_code(secrets[number]), by=people[number]) and True

    answers = together(app, [deed(number) for number in range(AT_ONCE)])

    assert Counter(answers) == {True: 1, WrongState: AT_ONCE - 1}
    assert sum(map(whole, people)) == 1
    assert second_factor_of(people[0].person_id).codes_left == 10  # type: ignore[union-attr]


@pytest.mark.parametrize("current", ["app", "recovery"])
def test_changing_the_app_asks_for_the_one_before_and_ends_other_sign_ins(
    app: Flask, letters: Letters, current: str
) -> None:
    here, elsewhere, secret = whole_person("joyce"), town.sign_in("joyce"), new_secret()
    assert signed_in(elsewhere) is not None

    second_factor.change(secret, first_code(secret), code_of("joyce") if current == "app" else UNUSED[0], by=here)

    assert signed_in(elsewhere) is None
    assert db.session.get_one(SignIn, here.sign_in_id).ended_at is None
    assert "was changed" in letters()[-1].text
    refused(lambda: second_factor.confirm(code_of("joyce", 1), by=half_person("joyce")), CODE)
    second_factor.confirm(code_at(secret, step_at(utc_now()) + 1), by=half_person("joyce"))


def test_a_wrong_code_changes_nothing_and_uses_nothing_up(app: Flask) -> None:
    here, secret, before = whole_person("joyce"), new_secret(), last_step("joyce")

    refused(lambda: second_factor.change(secret, first_code(new_secret()), code_of("joyce"), by=here), NEW)
    refused(lambda: second_factor.change(secret, first_code(secret), wrong_code("joyce"), by=here), CODE)
    assert last_step("joyce") == before
    second_factor.confirm(code_of("joyce"), by=half_person("joyce"))


def test_an_administrator_resets_somebodys_app(app: Flask, letters: Letters, cast: dict[str, Someone]) -> None:
    tokens = [town.sign_in("joyce"), town.sign_in_half(BY_KEY["joyce"].email)]
    joyce = by_email(BY_KEY["joyce"].email)
    assert joyce is not None

    second_factor.reset(joyce, by=cast["wei"])

    assert [signed_in(token) for token in tokens] == [None, None]
    assert second_factor_of(joyce.id) is None
    assert (letters()[-1].to_address, "has reset your" in letters()[-1].text) == (joyce.email, True)
    reset = select(Deed.verb).where(Deed.subject == "person", Deed.subject_id == joyce.id).order_by(Deed.id.desc())
    assert db.session.scalars(reset.limit(1)).one() == "reset_authenticator"
    with pytest.raises(NotThere):
        second_factor.reset(joyce, by=cast["wei"])


def test_nobody_else_resets_and_nobody_resets_their_own(app: Flask, cast: dict[str, Someone]) -> None:
    joyce, wei = by_email(BY_KEY["joyce"].email), by_email(BY_KEY["wei"].email)
    assert joyce is not None
    assert wei is not None

    for key in cast:
        if key != "wei":
            with pytest.raises(NotAllowed):
                second_factor.reset(joyce, by=cast[key])
    with pytest.raises(NotAllowed, match="Another administrator"):
        second_factor.reset(wei, by=cast["wei"])
    second_factor.reset(wei, by=PORTAL)
    assert second_factor_of(wei.id) is None
