"""The plain tables behind this area's records, for questions whose rows are only shown."""

from portal.accounts.models import Person
from portal.applications.change_models import ChangeRequest
from portal.applications.models import Application, Guest, Keyed, SectionAnswers
from portal.assessments.models import (
    Assessment,
    CheckMark,
    Conflict,
    Decision,
    Declaration,
    EarlierScore,
    FurthestFirst,
    Gap,
    Moderation,
    Score,
    Standing,
)
from portal.assessments.reserve_models import FreedOffer, Promotion, ReservePlace
from portal.funds.models import Fund, Round
from portal.organisations.models import Organisation, TeamMember

PEOPLE, TEAMS, ORGANISATIONS = Person.__table__, TeamMember.__table__, Organisation.__table__
FUNDS, ROUNDS = Fund.__table__, Round.__table__
APPLICATIONS, SECTIONS = Application.__table__, SectionAnswers.__table__
KEYED, GUESTS, REQUESTS = Keyed.__table__, Guest.__table__, ChangeRequest.__table__
ASSESSMENTS, SCORES, STANDINGS = Assessment.__table__, Score.__table__, Standing.__table__
FURTHEST = FurthestFirst.__table__
EARLIER, GAPS, MODERATIONS = EarlierScore.__table__, Gap.__table__, Moderation.__table__
CONFLICTS, DECLARATIONS, DECISIONS = Conflict.__table__, Declaration.__table__, Decision.__table__
CHECK_MARKS = CheckMark.__table__
PROMOTIONS, FREED, PLACES = Promotion.__table__, FreedOffer.__table__, ReservePlace.__table__
