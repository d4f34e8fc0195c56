"""The letters about work in the inbox."""

from portal.desk.beside import Here
from portal.mail.actions import post


def handed_over(email: str, here: Here, *, giver: str) -> None:
    """Tell somebody that a colleague handed them something. What it is, and the word with it, the portal says."""
    post(to=email, template="desk/mail/handed_over", giver=giver, queue=here.work.title, due=here.row.due)
