"""What is true of guests: people outside the team who were invited to read, or to write in, one application."""

import datetime as dt
from enum import Enum

from portal.kit.text import N_, Say
from portal.organisations.rules import is_invitation_alive

GUESTS_MOST = 10
"""So many guests and open invitations one application has at most."""
INVITATIONS_MOST = 20
"""So many invitations one person sends in a day."""
DAY = dt.timedelta(days=1)

READ, WRITE = "read", "write"
ROLES = {READ: N_("Read it"), WRITE: N_("Read it and write in it")}
"""What a guest may do, by the code that is kept."""
ROLE_MEANS = {
    READ: N_("They see all answers, and can change none of them."),
    WRITE: N_("They write in every part, as you do. They cannot send it."),
}
CHOOSE_ROLE = N_("Choose what they may do.")
END = "end"
ENDS = N_("Nothing any more")
END_MEANS = N_("They see nothing of it from then on. What they wrote stays. We tell them by e-mail.")

YOU_READ = Say(N_("You were invited to read this application, and not to write in it."))
ACCESS_ENDED = Say(N_("You cannot write in this application any more. Your access to it has ended."))
IN_TEAM = Say(N_("This person is in your team, and can read it and write in it already."))
IS_GUEST = Say(N_("This person has access already. You can change what they may do on the page before."))
TOO_MANY_GUESTS = Say(
    N_("An application can have 10 guests and open invitations. End one first, or ask them to join your team.")
)
TOO_MANY_TODAY = Say(N_("You have sent many invitations today. Go on tomorrow."))
NOT_YOURS = Say(N_("Only a lead, or whoever invited them, can change this."))


class Access(Enum):
    """What an application is to somebody."""

    TEAM = "their team's own"
    TYPING = "typed in by them for somebody else"
    WRITING = "shared with them to write in it"
    READING = "shared with them to read it"
    ENDED = "no longer open to them"
    NONE = "nothing of theirs"

    @property
    def is_own(self) -> bool:
        """Whether they act for the organisation: what guests never do."""
        return self in {Access.TEAM, Access.TYPING}

    @property
    def is_guest(self) -> bool:
        """Whether they see this one application, and nothing else of its organisation."""
        return self in {Access.WRITING, Access.READING}

    @property
    def why_not_write(self) -> Say | None:
        """Why they cannot write in it, whatever its state; None where they can, or where it is nothing of theirs."""
        return {Access.READING: YOU_READ, Access.ENDED: ACCESS_ENDED}.get(self)


class Link(Enum):
    """What has become of an invitation's link, with the sentence for whoever opens it. None says whose it was."""

    LIVING = ""
    OVER = N_(
        "This application was sent or withdrawn before you used the invitation. Ask whoever invited you to show it."
    )
    EXPIRED = N_("This invitation has run out: it works for 7 days. Ask whoever invited you to send you a new one.")
    TAKEN_BACK = N_("This invitation was taken back. Ask whoever invited you, if you think that this is a mistake.")
    USED = N_("This invitation was used already: it works once. Was it you? Sign in: it is listed in your account.")
    UNKNOWN = N_("We do not know this link. Check that it is whole, or ask whoever invited you to send you a new one.")


def link_state(now: dt.datetime, expires_at: dt.datetime, *, is_used: bool, has_ended: bool, is_over: bool) -> Link:
    """Where an invitation stands. `is_over`: the application is no draft any more.

    Nobody comes to an application that was sent: it may be shared out by then, and a guest of it judges it no more.
    """
    if is_used:
        return Link.USED
    if has_ended:
        return Link.TAKEN_BACK
    if is_over:
        return Link.OVER
    return Link.LIVING if is_invitation_alive(now, expires_at, has_ended) else Link.EXPIRED


def guest_access(role: str, *, has_ended: bool) -> Access:
    """What an application is to one of its guests."""
    if has_ended:
        return Access.ENDED
    return Access.WRITING if role == WRITE else Access.READING
