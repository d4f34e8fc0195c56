"""A lead invites a colleague, who has never been here; they write in the same draft."""

import pytest

from portal.permissions import Someone
from tests.applications import drafts
from tests.journeys import applying, outbox
from tests.journeys.conftest import Come
from tests.journeys.people import Visitor

WAYS = [
    pytest.param("sqlite", (1280, True), id="sqlite-script-1280"),
    pytest.param("postgres", (320, False), id="postgres-plain-320"),
]
EMAIL = "dev.patel@example.net"
TEAM = "Hyde Park Tea and Tech"


@pytest.mark.parametrize(("app", "way"), WAYS, indirect=True)
def test_invitation(come: Come, cast: dict[str, Someone]) -> None:
    draft = drafts.begun(cast["amina"])
    amina, dev = come("amina"), come(name="Dev Patel")
    invites(amina)
    accepts(dev)
    writes_in_the_same_draft(dev)
    finds_the_colleagues_text(amina, draft.ref)


def invites(amina: Visitor) -> None:
    """From the home page to the e-mail."""
    amina.follows("Who is in the team")
    amina.is_on("The team")
    amina.follows("Invite somebody")
    amina.is_on("Invite somebody")
    amina.types("E-mail address", "dev.patel")
    amina.presses("Send the invitation")
    amina.hears_of_errors("Type an e-mail address in full, like name@example.org.")
    amina.has_in("E-mail address", "dev.patel")
    amina.types("E-mail address", EMAIL)
    amina.chooses("What will they do?", "Member")
    amina.presses_twice("Send the invitation")
    amina.is_on("The team")
    amina.reads(f"We have sent an invitation to {EMAIL}.", "Invited, and not here yet")
    assert outbox.subjects_to(EMAIL) == [f"Join the team of {TEAM}"]


def accepts(dev: Visitor) -> None:
    """Open the link, sign in with a code, say a name, and say yes."""
    invitation = outbox.link_in(outbox.newest_to(EMAIL))
    dev.opens(invitation)
    dev.is_on(f"Join the team of {TEAM}")
    dev.reads("Amina Yusuf invites you.", "Works in the organisation")
    dev.follows("Sign in")
    applying.signs_in_by_code(dev, EMAIL)
    applying.says_their_name(dev, "Dev Patel")
    dev.is_on(f"Join the team of {TEAM}")
    dev.presses("Join the team")
    dev.is_on(TEAM)
    dev.reads("You are in the team now.", "Dev Patel joined the team")
    dev.opens(invitation)
    dev.is_on("This link has ended")


def writes_in_the_same_draft(dev: Visitor) -> None:
    """A member writes; only a lead sends."""
    dev.goes_to("Your applications")
    dev.is_on("Your applications")
    dev.follows(applying.ROUND)
    dev.is_on("Your application")
    dev.reads("Who can see and write this", "Dev Patel")
    dev.follows("What stands in their way")
    dev.is_on("What stands in their way")
    dev.ticks("Not knowing how")
    dev.types("What will you do about them?", "One to one, at their pace.")
    dev.presses("Save and come back later")
    dev.reads("Saved. Come back whenever you like.", "1 of 9 parts done")


def finds_the_colleagues_text(amina: Visitor, ref: str) -> None:
    """The lead reads what the colleague wrote, and whose it is."""
    amina.opens(f"/applications/{ref}")
    amina.is_on("Your application")
    amina.follows("What stands in their way")
    amina.is_on("What stands in their way")
    amina.has_in("What will you do about them?", "One to one, at their pace.")
    amina.reads("by Dev Patel")
