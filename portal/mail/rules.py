"""What the council reads of a letter: its kind, where it stands, why it may not go again; never what it says."""

from dataclasses import dataclass

from portal.kit.states import Dot
from portal.kit.text import N_, Say

KINDS = {
    "accounts/mail/role_given": N_("Word that somebody was given a role"),
    "accounts/mail/role_taken": N_("Word that a role was taken away"),
    "accounts/mail/second_factor": N_("Word that a second factor changed"),
    "accounts/mail/sign_in": N_("Code and link to sign in"),
    "applications/mail/asked": N_("Wish that a lead sends an application"),
    "applications/mail/file_stopped": N_("Word that a file did not pass our check"),
    "applications/mail/changes_asked": N_("Word that the council asks for changes"),
    "applications/mail/changes_due": N_("Reminder of changes that are due soon"),
    "applications/mail/changes_moved": N_("Word that changes are due on another day"),
    "applications/mail/changes_sent": N_("Receipt for changes"),
    "applications/mail/changes_taken_back": N_("Word that no changes are needed any more"),
    "applications/mail/closing": N_("Reminder of a draft whose round closes soon"),
    "applications/mail/closing_moved": N_("Word that a draft’s round closes at another time"),
    "applications/mail/guest_changed": N_("Word to a guest that they may do something else"),
    "applications/mail/guest_ended": N_("Word to a guest that their access has ended"),
    "applications/mail/guest_invitation": N_("Invitation to one application"),
    "applications/mail/guest_joined": N_("Word that a guest has come to an application"),
    "applications/mail/handed_on": N_("Word that somebody looks after a draft now"),
    "applications/mail/receipt": N_("Receipt for an application"),
    "applications/mail/typing_taken": N_("Word that a colleague goes on with what was being typed in"),
    "applications/mail/withdrawn": N_("Word that an application was withdrawn"),
    "assessments/mail/called_off": N_("Word to a reviewer that an application needs no scores any more"),
    "assessments/mail/decision": N_("Decision on an application"),
    "assessments/mail/turned_down": N_("Word that an offer was turned down, or the reserve list left"),
    "assessments/mail/eligible": N_("Word that an application goes on"),
    "assessments/mail/not_eligible": N_("Word that an application cannot go on"),
    "assessments/mail/shared": N_("Word to a reviewer of applications to score"),
    "desk/mail/handed_over": N_("Word that a colleague handed something over"),
    "messages/mail/answer": N_("Answer to a message"),
    "messages/mail/receipt": N_("Receipt for a message"),
    "organisations/mail/accepted": N_("Word that somebody may join a team"),
    "organisations/mail/asked": N_("Word to a lead that somebody asks to join"),
    "organisations/mail/declined": N_("Word that somebody may not join a team"),
    "organisations/mail/document_ends": N_("Word that a document ends soon"),
    "organisations/mail/document_stopped": N_("Word that a document did not pass our check"),
    "organisations/mail/expired": N_("Word that a request to join has run out"),
    "organisations/mail/identity_changed": N_("Word that an organisation is checked again"),
    "organisations/mail/invitation": N_("Invitation to a team"),
    "organisations/mail/left": N_("Word to a lead that somebody left"),
    "organisations/mail/merged": N_("Word that two records are one organisation"),
    "organisations/mail/more_needed": N_("Word that a check needs more"),
    "organisations/mail/refused": N_("Word that an organisation is not verified"),
    "organisations/mail/reminder": N_("Reminder of an invitation"),
    "organisations/mail/removed": N_("Word that somebody is no longer in a team"),
    "organisations/mail/reopened": N_("Word that a check was opened again"),
    "organisations/mail/role_changed": N_("Word that a role in a team changed"),
    "organisations/mail/taken_apart": N_("Word that one organisation is two again"),
    "organisations/mail/verified": N_("Word that an organisation is verified"),
}
"""By its template. A letter says what was decided or answered, which administrators do not read: its kind must do."""
OTHER = N_("Letter of the portal")


@dataclass(frozen=True, slots=True)
class Status:
    """Where a letter stands: how it is drawn, its word, and what that means."""

    code: str
    dot: Dot
    word: str
    meaning: str


STATUSES = {
    status.code: status
    for status in (
        Status("waiting", Dot.NOW, N_("Waiting"), N_("It has not gone yet. The portal tries by itself.")),
        Status("sent", Dot.DONE, N_("Sent"), N_("The mail server has taken it.")),
        Status("failed", Dot.STOPPED, N_("Failed"), N_("It did not go, and the portal has stopped trying.")),
    )
}


def kind_of(template: str) -> str:
    """What kind of letter a template makes."""
    return KINDS.get(template, OTHER)


def why_not_again(status: str, *, secret: bool) -> str:
    """Why a letter cannot be sent again; an empty text where it can."""
    if status == "waiting":
        return N_("This e-mail waits already. The portal sends it by itself.")
    if status != "failed":
        return N_("This e-mail has gone. It is not sent twice.")
    if secret:
        return N_("It held a code or a link, which the portal has forgotten. The person has to ask for a new one.")
    return ""


def in_words(error: str) -> Say | str:
    """What went wrong as a sentence: our own as it is, a server's answer as what the server said."""
    code = error.partition(" ")[0]
    if not (code.isascii() and code.isdigit() and len(code) == 3):
        return error
    if code.startswith("5") or code in {"400", "413"}:
        return Say(N_("The mail server refuses it for good. It said: “{words}”"), words=error)
    return Say(N_("The mail server does not take it now. It said: “{words}”"), words=error)
