"""One deed, one transaction; and a form that counts once."""

import threading
from collections.abc import Callable

import pytest
from flask import Flask
from pysqlite3 import dbapi2
from sqlalchemy import select

from portal.db.models import FormKey
from portal.db.session import AlreadyDone, action, check_sqlite, db, forget_old_forms, form_key, locked
from portal.kit.dates import utc_now
from portal.kit.errors import Misconfigured, WrongState
from portal.programme.models import Council

TOGETHER = 16


def council() -> Council:
    """A row to change."""
    return db.session.get_one(Council, 1)


def at_once(app: Flask, work: Callable[[int], None], number: int = TOGETHER) -> list[BaseException | None]:
    """Run the work in threads that start together, each with a context and a connection of its own."""
    gate, results = threading.Barrier(number), [None] * number

    def run(place: int) -> None:
        with app.app_context():
            gate.wait()
            try:
                work(place)
            except BaseException as error:
                results[place] = error
            finally:
                db.session.remove()

    threads = [threading.Thread(target=run, args=(place,)) for place in range(number)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    return results


def test_a_refused_deed_leaves_nothing(app: Flask) -> None:
    before = council().name
    with pytest.raises(WrongState), action():
        council().name = "Half a council"
        db.session.flush()
        raise WrongState()
    assert council().name == before


def test_a_deed_inside_a_deed_is_part_of_it(app: Flask) -> None:
    before = council().name
    with pytest.raises(WrongState), action():
        with action():
            council().name = "Inner"
        raise WrongState()
    assert council().name == before


def test_what_was_read_before_is_read_again_inside(app: Flask) -> None:
    seen = council()
    assert seen.phone != "changed meanwhile"

    def change(_: int) -> None:
        with action():
            council().phone = "changed meanwhile"

    assert at_once(app, change, 1) == [None]
    with action():
        assert locked(seen).phone == "changed meanwhile"


def test_sixteen_at_once_lose_no_count(app: Flask) -> None:
    with action():
        council().phone = "0"

    def add_one(_: int) -> None:
        with action():
            row = locked(council())
            row.phone = str(int(row.phone) + 1)

    assert at_once(app, add_one) == [None] * TOGETHER
    db.session.rollback()
    assert council().phone == str(TOGETHER)


def test_a_form_counts_once_however_often_it_comes(app: Flask) -> None:
    with action():
        council().phone = "0"

    def press(_: int) -> None:
        token = form_key.set("f" * 64)
        try:
            with action():
                row = locked(council())
                row.phone = str(int(row.phone) + 1)
        finally:
            form_key.reset(token)

    results = at_once(app, press)
    assert [type(result) for result in results].count(AlreadyDone) == TOGETHER - 1
    db.session.rollback()
    assert council().phone == "1"
    assert db.session.scalars(select(FormKey.digest)).all() == ["f" * 64]


def test_a_refused_form_may_come_again(app: Flask) -> None:
    token = form_key.set("a" * 64)
    try:
        with pytest.raises(WrongState), action():
            raise WrongState()
        with action():
            council().phone = "second try"
    finally:
        form_key.reset(token)
    assert council().phone == "second try"


def test_old_forms_are_forgotten(app: Flask, clock: object) -> None:
    with action() as session:
        session.add(FormKey(digest="b" * 64, at=utc_now()))
    assert forget_old_forms() == 0
    clock.shift(4 * 86400)  # type: ignore[attr-defined]
    assert forget_old_forms() == 1


@pytest.mark.parametrize("version", [(3, 40, 1), (3, 51, 2)])
def test_an_sqlite_that_can_spoil_its_file_is_refused(version: tuple[int, ...]) -> None:
    with pytest.raises(Misconfigured, match=r"3\.51\.3 or later"):
        check_sqlite(version)


def test_the_sqlite_that_is_here_is_sound() -> None:
    check_sqlite(dbapi2.sqlite_version_info)
