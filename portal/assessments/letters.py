"""The first draft of a letter, from what the reviewers wrote. An approver edits it; the partner reads it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from portal.kit.money import pounds
from portal.kit.text import N_, Say

MARK = N_("[the decision]")
"""Stands in the draft where the sentence that says the decision will be."""

GOOD_POINTS = 3
LIKED_MOST, STRONGER_MOST = 3, 2

DECISIONS = {
    "fund": N_("We are glad to say yes. We will fund “{title}” with {amount}, all that you asked for."),
    "part_fund": N_("We are glad to say yes to a part of it. We will give {amount} of {asked} towards “{title}”."),
    "reserve": N_("“{title}” is on our reserve list. We cannot fund it now, but we may if money becomes free."),
    "decline": N_("We are sorry that we cannot fund “{title}” this time."),
}


@dataclass(frozen=True, slots=True)
class Comment:
    """What one reviewer gave on one criterion (0 to 5 points), and why."""

    criterion: str
    points: int
    reason: str


def decision_sentence(outcome: str, title: str, amount: int, asked: int) -> Say:
    """The sentence that says the decision; amounts in pence. It is the portal's own: no letter can say another."""
    return Say(DECISIONS[outcome], title=title, amount=pounds(amount), asked=pounds(asked))


CONDITIONS = N_("The grant comes with these conditions:")


def draft(organisation: str, round_title: str, comments: Sequence[Comment]) -> list[Say | str]:
    """The paragraphs of a first draft: thanks, the decision's place, what was liked, what would make it stronger."""
    liked, stronger = best(comments), weakest(comments)
    paragraphs: list[Say | str] = [
        Say(N_("Dear {organisation},"), organisation=organisation),
        Say(N_("Thank you for applying to {round}. We enjoyed reading about your work."), round=round_title),
        MARK,
    ]
    if liked:
        paragraphs += [N_("What the people who read it liked:"), bullets(liked)]
    if stronger:
        paragraphs += [N_("What would make it stronger:"), bullets(stronger)]
    return [*paragraphs, N_("Thank you for all that you do.")]


def best(comments: Iterable[Comment]) -> list[Comment]:
    """The kindest comment on each of the criteria that did well, best first."""
    tops = [max(group, key=points) for group in by_criterion(comments)]
    return sorted((top for top in tops if top.points >= GOOD_POINTS), key=points, reverse=True)[:LIKED_MOST]


def weakest(comments: Iterable[Comment]) -> list[Comment]:
    """The plainest comment on each of the criteria on which nobody gave good points, weakest first."""
    groups = [group for group in by_criterion(comments) if max(map(points, group)) < GOOD_POINTS]
    return sorted((min(group, key=points) for group in groups), key=points)[:STRONGER_MOST]


def by_criterion(comments: Iterable[Comment]) -> list[list[Comment]]:
    """The comments that say something, gathered by criterion in the order in which they come."""
    order: dict[str, int] = {}
    said = [comment for comment in comments if comment.reason]
    for comment in said:
        order.setdefault(comment.criterion, len(order))
    said.sort(key=lambda comment: order[comment.criterion])
    return [list(group) for _, group in groupby(said, key=lambda comment: comment.criterion)]


def points(comment: Comment) -> int:
    """What a comment is sorted by."""
    return comment.points


def bullets(comments: Iterable[Comment]) -> str:
    """The comments as lines of a list."""
    return "\n".join(f"- {comment.criterion}: {comment.reason}" for comment in comments)


def with_conditions(sentence: str, heading: str, conditions: Sequence[str]) -> str:
    """The decision with its conditions below it, a line each."""
    return "\n".join([sentence, "", heading, *(f"- {each}" for each in conditions)]) if conditions else sentence


def filled(letter: str, mark: str, sentence: str) -> str:
    """The letter with the decision in the mark's place."""
    return letter.replace(mark, sentence)


def opened(letter: str, mark: str, sentence: str) -> str:
    """The letter with the mark in the decision's place again, ready for another decision."""
    return letter.replace(sentence, mark)
