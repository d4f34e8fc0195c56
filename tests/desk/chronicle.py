"""History read as somebody reads it, and much of it at once."""

import csv
import io
import re
from typing import Any

from sqlalchemy import text

from portal.db.session import action, db
from portal.desk import deeds
from portal.desk.history_filters import Wanted
from portal.kit.sheets import BOM
from portal.permissions import Someone
from tests.reader import Reader, form_to

PAGE = "/history"
COPY = "/history/copy"


def sentences(someone: Someone, **wanted: str) -> list[str]:
    """What somebody is told, newest first, all pages of it."""
    found = deeds.search(someone, Wanted(**wanted))
    return [str(told.sentence) for chunk in deeds.chunks(found, 7) for told in chunk]


def told(someone: Someone, **wanted: str) -> list[deeds.Told]:
    """The same with all that is told of each."""
    found = deeds.search(someone, Wanted(**wanted))
    return [one for chunk in deeds.chunks(found, 7) for one in chunk]


def copied(client: Reader, query: str = "") -> tuple[Any, list[list[str]]]:
    """The file that somebody takes, and its lines."""
    path = f"{PAGE}{query}"
    form = form_to(client.get(path).get_data(as_text=True), COPY)
    sent = client.post(COPY, data=form.fields)
    assert sent.status_code == 303, sent.get_data(as_text=True)
    answer = client.get(sent.location)
    whole = answer.get_data().decode("utf-8")
    assert whole.startswith(BOM)
    return answer, list(csv.reader(io.StringIO(whole.removeprefix(BOM))))


def fill(number: int) -> None:
    """So many deeds more, as a busy portal would have them: most are saves, some are rare."""
    numbers = f"SELECT n FROM generate_series(1, {number}) AS n"
    with action() as session:
        if db.engine.dialect.name == "sqlite":
            numbers = (
                f"WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < {number}) SELECT n FROM c"
            )
            moment = "strftime('%Y-%m-%d %H:%M:%S.000000', '2020-01-01', '+' || (n * 17) || ' minutes')"
            facts = "'{}'"
        else:
            moment = "timestamptz '2020-01-01 00:00:00+00' + n * interval '17 minutes'"
            facts = "'{}'::json"
        session.execute(
            text(
                "INSERT INTO history (at, subject, subject_id, verb, actor_id, facts) "
                f"SELECT {moment}, CASE WHEN n % 997 = 0 THEN 'round' WHEN n % 11 = 0 THEN 'person' "
                "ELSE 'application' END, n % 500 + 1, CASE WHEN n % 5003 = 0 THEN 'withdraw' WHEN n % 997 = 0 THEN "
                "'share_out' WHEN n % 11 = 0 THEN 'rename' ELSE 'save' END, n % 40 + 1, "
                f"{facts} FROM ({numbers}) AS numbers"
            )
        )
    if db.engine.dialect.name != "sqlite":
        with db.engine.connect() as connection:
            connection.execution_options(isolation_level="AUTOCOMMIT").execute(text("VACUUM ANALYZE history"))
    else:
        with db.engine.begin() as connection:
            connection.execute(text("ANALYZE"))


def plan_of(statement: Any) -> str:
    """How the database would find the answer to a question."""
    shown = str(statement.compile(db.engine, compile_kwargs={"literal_binds": True}))
    explain = "EXPLAIN QUERY PLAN" if db.engine.dialect.name == "sqlite" else "EXPLAIN"
    return "\n".join(str(row[-1]) for row in db.session.execute(text(f"{explain} {re.sub(':', chr(92) + ':', shown)}")))
