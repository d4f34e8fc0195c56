"""Sharing out: even, never in conflict, and as many readers as there can be."""

import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

from portal.assessments.sharing import Wanted, least_loaded, readers_missing, share_out


@st.composite
def rounds(draw: st.DrawFn, most_applications: int = 30, most_reviewers: int = 8, conflicts: bool = True):
    """Some applications, some reviewers with something to read already, and their conflicts."""
    reviewers = range(1, draw(st.integers(0, most_reviewers)) + 1)
    load = {who: draw(st.integers(0, 6)) for who in reviewers}
    barred = st.frozensets(st.sampled_from(list(reviewers)) if reviewers else st.nothing())
    needed = draw(st.integers(1, 3))
    wanted = [
        Wanted(100 + number, needed, draw(barred) if conflicts else frozenset())
        for number in range(draw(st.integers(0, most_applications)))
    ]
    return wanted, load


@given(rounds())
def test_nobody_is_given_what_they_have_a_conflict_with(town) -> None:
    wanted, load = town
    shared = share_out(wanted, load)
    assert {each.application for each in wanted if shared[each.application] & each.barred} == set()


@given(rounds())
def test_every_application_gets_as_many_readers_as_there_can_be(town) -> None:
    wanted, load = town
    shared = share_out(wanted, load)
    assert {each.application: len(shared[each.application]) for each in wanted} == {
        each.application: min(each.needed, len(load.keys() - each.barred)) for each in wanted
    }


@given(rounds(conflicts=False), st.integers(0, 5))
def test_without_conflicts_equal_loads_stay_within_one_of_each_other(town, before: int) -> None:
    wanted, load = town
    shared = share_out(wanted, dict.fromkeys(load, before))
    counts = [sum(who in readers for readers in shared.values()) for who in load]
    assert max(counts, default=0) - min(counts, default=0) <= 1


@given(rounds(conflicts=False))
def test_who_has_more_to_read_already_is_given_less(town) -> None:
    wanted, load = town
    shared = share_out(wanted, load)
    new = {who: sum(who in readers for readers in shared.values()) for who in load}
    given_some = [load[who] + new[who] for who in load if new[who]]
    could_take_more = [load[who] + new[who] for who in load if new[who] < len(wanted)]
    assert max(given_some, default=0) <= min(could_take_more, default=99) + 1


@settings(max_examples=60, deadline=None)
@given(rounds(most_applications=4, most_reviewers=4))
def test_no_other_way_of_sharing_out_is_more_even(town) -> None:
    wanted, load = town

    def unevenness(choice: tuple[tuple[int, ...], ...]) -> int:
        return sum((load[who] + sum(who in readers for readers in choice)) ** 2 for who in load)

    every_way = itertools.product(
        *(
            itertools.combinations(free := sorted(load.keys() - each.barred), min(each.needed, len(free)))
            for each in wanted
        )
    )
    shared = share_out(wanted, load)
    ours = tuple(tuple(shared[each.application]) for each in wanted)
    assert unevenness(ours) == min(map(unevenness, every_way))


def test_the_same_two_do_not_read_everything_together() -> None:
    shared = share_out([Wanted(number, 2) for number in range(60)], dict.fromkeys((1, 2, 3, 4), 0))
    pairs = {frozenset(readers) for readers in shared.values()}
    assert len(pairs) == 6


def test_a_hundred_and_fifty_applications_among_twelve() -> None:
    conflicts = {number: frozenset({number % 12 + 1}) for number in range(150)}
    shared = share_out([Wanted(number, 2, conflicts[number]) for number in range(150)], dict.fromkeys(range(1, 13), 0))
    assert {sum(who in readers for readers in shared.values()) for who in range(1, 13)} == {25}


def test_how_many_readers_an_application_still_wants() -> None:
    wants = {
        (reading, finished): readers_missing(2, reading, finished) for reading in range(3) for finished in range(4)
    }
    assert {key: count for key, count in wants.items() if count} == {
        (0, 0): 2,
        (0, 1): 1,
        (1, 0): 1,
        (0, 2): 1,
        (0, 3): 1,
    }


def test_the_least_loaded_who_may() -> None:
    assert least_loaded({1: 3, 2: 1, 3: 1}, frozenset()) == 2
    assert least_loaded({1: 3, 2: 1, 3: 1}, frozenset({2})) == 3
    assert least_loaded({1: 3, 2: 1}, frozenset({1, 2})) is None
    assert least_loaded({}, frozenset()) is None
