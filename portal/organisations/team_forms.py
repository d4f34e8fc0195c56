"""What people type when they ask to join a team, and what its lead answers."""

from wtforms import HiddenField, RadioField, SelectChoice

from portal.kit.text import N_
from portal.organisations.joining import LINE_MOST
from portal.permissions import TEAM_ROLES, Role
from portal.web.forms import Form, Line, Needed

ROLES = [role for role in Role if role in TEAM_ROLES]


class AskForm(Form):
    """A line to the leads, and what was typed before, so that it can be gone back to."""

    line = Line(N_("Who are you? A line for the leads"), most=LINE_MOST)
    kept = HiddenField()


class AnswerForm(Form):
    """What a lead says to somebody who asks: in, and as what, or not, and perhaps why."""

    answer = RadioField(
        N_("What do you say?"),
        [Needed(N_("Say whether they can join."))],
        choices=[
            SelectChoice(Role.MEMBER.code, N_("Yes, as a member")),
            SelectChoice(Role.LEAD.code, N_("Yes, as a lead")),
            SelectChoice("decline", N_("No")),
        ],
    )
    word = Line(N_("A word to them, if you say no"), most=LINE_MOST)


class CouncilAnswerForm(Form):
    """What the council says to somebody who asks to join a team without a lead."""

    answer = RadioField(
        N_("What do you say?"),
        [Needed(N_("Say whether they can join."))],
        choices=[
            SelectChoice(Role.LEAD.code, N_("Yes. They become its lead")),
            SelectChoice("decline", N_("No")),
        ],
    )
    word = Line(N_("A word to them, if you say no"), most=LINE_MOST)


class RoleForm(Form):
    """What somebody does in the team."""

    role = RadioField(
        N_("What do they do in the team?"),
        [Needed(N_("Choose what they do in the team."))],
        choices=[SelectChoice(role.code, role.value.title) for role in ROLES],
    )
