"""What the reviewers' scores and the budget speak for. It stands beside each application, and the panel decides."""

from portal.kit.text import N_, Say

SCORE_PARTS, FURTHEST_PARTS = 4, 1
"""In the ranking with furthest first, so many parts of five are the score, and so many are furthest first."""

APART = 100
"""Reviewers lie far apart where their weighted scores differ by this much or more, in hundredths: one point of five."""

HALF = 250
"""Half of all points, in hundredths."""


def together(points: int, furthest: int) -> int:
    """Score and furthest first together, all in hundredths of a point (0 to 500); a half goes up."""
    parts = SCORE_PARTS + FURTHEST_PARTS
    return (2 * (SCORE_PARTS * points + FURTHEST_PARTS * furthest) + parts) // (2 * parts)


def recommended(points: int, spread: int, asked: int, running: int, budget: int) -> Say:
    """What speaks for or against an application: its mean and its spread (hundredths), and the money (pence).

    `running` is all that is asked down to it, itself included. What the reviewers could not agree on comes first,
    because no sum can settle it; then what they agreed is weak; then the money.
    """
    if spread >= APART:
        return Say(N_("Look closely: scores lie far apart"))
    if points < HALF:
        return Say(N_("Look closely: under half of the points"))
    if running <= budget:
        return Say(N_("Fund: within the budget line"))
    if running - asked < budget:
        return Say(N_("Fund in part: the budget ends here"))
    return Say(N_("Reserve: below the budget line"))
