"""Letters by GOV.UK Notify. Only a process that sends by it imports this room: its library weighs 13 MB."""

from typing import Any

from notifications_python_client.errors import APIError
from notifications_python_client.notifications import NotificationsAPIClient
from requests import RequestException

from portal.kit.text import N_, one_line
from portal.mail.carriers import Away, Broke, Parcel, Refused
from portal.postage import Notify as Account

TIMEOUT_SECONDS = 20
SAID_MOST = 500
FAULT, SERVER_FAULT, BAD_REQUEST, TOO_LARGE = 400, 500, 400, 413
OURS = ("template", "personalisation")
"""What a refusal speaks of that is the council's to mend, and no fault of the letter."""
NOT_THERE = N_("GOV.UK Notify could not be reached, or had a fault of its own.")


class Notify:
    """The council's account, through the library of Notify's makers."""

    def __init__(self, account: Account) -> None:
        self.template, self.where = account.template, account.url
        self.client = NotificationsAPIClient(account.key, base_url=account.url, timeout=TIMEOUT_SECONDS)

    def open(self) -> None:
        """Nothing to do: each letter is a request of its own."""

    def carry(self, letter: Parcel) -> None:
        """Hand over one letter. Raises Refused, Broke or Away.

        Notify takes a reference twice, so before any but the first try it is asked whether it has this one already.
        """
        try:
            if letter.tries > 1 and self.has(letter.ref):
                return
            self.client.send_email_notification(
                email_address=letter.to_address,
                template_id=self.template,
                personalisation={"subject": letter.subject, "text": letter.text},
                reference=letter.ref,
            )
        except (APIError, RequestException) as error:
            raise trouble(error) from error
        except (TypeError, ValueError) as error:
            raise Refused(N_("This letter cannot be put together as an e-mail.")) from error

    def has(self, ref: str) -> bool:
        """Whether Notify took a letter of ours before."""
        return bool(self.client.get_all_notifications(reference=ref)["notifications"])

    def close(self) -> None:
        """Hang up; the next letter connects again."""
        self.client.request_session.close()


def trouble(error: APIError | RequestException) -> Refused | Broke | Away:
    """What an answer means: a fault of the letter's, a fault on Notify's side, or that nothing can go just now."""
    status = getattr(error, "status_code", SERVER_FAULT)
    if not FAULT <= status < SERVER_FAULT:
        return Broke(NOT_THERE)
    words = said(status, getattr(error, "message", ""))
    is_letters = status == TOO_LARGE or (status == BAD_REQUEST and not any(word in words.lower() for word in OURS))
    return Refused(words) if is_letters else Away(words)


def said(status: int, message: Any) -> str:
    """Notify's own words on one line: each error that it names."""
    found = [str(each.get("message", "")) for each in message] if isinstance(message, list) else [str(message)]
    return one_line(f"{status} {' '.join(found)}")[:SAID_MOST]
