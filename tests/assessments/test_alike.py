"""Applications that look like others are found, by who sent them and by their words; and nobody else is."""

from random import Random

import pytest

from portal.assessments.alike import Reason
from tests.assessments import builders, voices
from tests.assessments.alikes import between, look, reasons, sent, suspicions, waiting, write


def test_a_near_copy_is_found_among_others_and_nothing_else(app) -> None:
    rng, round_ = Random(4), builders.the_round()
    texts = [voices.written(rng) for _ in range(30)]
    applications = [sent(round_, each) for each in texts]
    copies = [sent(round_, voices.near_copy(rng, each)) for each in texts[:4]]
    look()
    found = {(each.first_id, each.second_id) for each in suspicions()}
    assert found == {(one.id, copy.id) for one, copy in zip(applications, copies, strict=False)}
