"""Messages for tests."""

from portal.messages import actions
from portal.messages.actions import Asked
from portal.messages.models import Message

CONTACT = "/contact"
TYPED = {"topic": "grant", "text": "May we send it on paper?", "email": "ada@example.org"}


def message(number: int = 0, **more: str) -> Message:
    """A message from somebody without an account."""
    asked = {"topic": "grant", "text": f"Question {number}?", "email": f"ada.{number}@example.org", **more}
    return actions.send(Asked(**asked), client=f"192.0.2.{number}", by=None)
