"""Files of applications, for reviewers: without a name where names are hidden, and for nobody with a conflict."""

import pytest
from sqlalchemy import select, update

from portal.assessments.models import Assessment
from portal.db.session import action, db
from portal.files.models import File
from portal.funds.models import Round
from portal.kit.dates import utc_now
from portal.kit.refs import new_id
from tests.applications import drafts
from tests.applications.test_files import QUESTION, attach
from tests.files.steps import look_at_all


@pytest.fixture
def shared(app, cast):
    """Amina's application with a file, sent and given to Daniel to score."""
    with app.test_request_context():
        sent = drafts.filled(cast["amina"])
        attach(sent, cast["amina"])
        look_at_all()
        with action() as session:
            sent = session.merge(sent)
            sent.state, sent.submitted_at = "assessing", utc_now()
            sent.submitted_by, sent.signed_name = cast["amina"].person_id, "Amina Yusuf"
            reading = Assessment(
                ref=new_id(), application_id=sent.id, reviewer_id=cast["daniel"].person_id, shared_at=utc_now()
            )
            session.add(reading)
            found = (sent.ref, reading.ref, sent.round_id)
        yield found


@pytest.mark.parametrize("hidden", [False, True])
def test_a_reviewer_reads_the_file_and_its_name_only_where_names_are_shown(shared, as_, hidden: bool) -> None:
    _, reading, round_id = shared
    with action() as session:
        session.execute(update(Round).where(Round.id == round_id).values(names_hidden=hidden))
    client = as_("daniel")
    page = client.get(f"/review/assessments/{reading}").text
    path = f"/review/assessments/{reading}/files/{QUESTION}"
    assert path in page
    assert ("rules.pdf" in page) is not hidden
    assert "PDF (1 KB)" in page or not hidden
    given = client.get(path)
    assert given.status_code == 200
    assert given.data.startswith(b"%PDF")
    name = db.session.scalar(select(File.name))
    assert name == "rules.pdf"
    assert f'filename="{QUESTION}.pdf"' in given.headers["Content-Disposition"]


def test_nobody_else_opens_it(shared, as_, client) -> None:
    ref, reading, _ = shared
    assert as_("hannah").get(f"/review/assessments/{reading}/files/{QUESTION}").status_code == 404
    assert as_("hannah").get(f"/review/applications/{ref}/files/{QUESTION}").status_code == 404
    assert as_("wei").get(f"/review/applications/{ref}/files/{QUESTION}").status_code == 404
    assert as_("joyce").get(f"/review/applications/{ref}/files/{QUESTION}").status_code == 200
    assert as_("joyce").get(f"/review/applications/{ref}/files/nonsense").status_code == 404
    assert client.get(f"/review/applications/{ref}/files/{QUESTION}").status_code == 303
