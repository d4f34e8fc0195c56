"""What reviewers are written. No letter names an applicant, so none can reach a reviewer in conflict."""

from portal.applications.models import Application
from portal.funds.models import Round
from portal.mail.actions import post


def shared(round_: Round, number: int, *, to: str) -> None:
    """Tell a reviewer how many applications wait for them, and by when.

    Who is called because others lie far apart gets this letter too: they are to read as if they were the first.
    """
    post(
        to=to,
        template="assessments/mail/shared",
        about=round_,
        round=round_.title,
        number=number,
        due=round_.assessed_by,
    )


def called_off(application: Application, round_: Round, *, to: str) -> None:
    """Tell a reviewer that an application which they were given has gone on without their scores; not why."""
    post(
        to=to,
        template="assessments/mail/called_off",
        about=round_,
        round=round_.title,
        application=application.ref,
    )
