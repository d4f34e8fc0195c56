"""The crowd of `bench/rush.py`: what is due when, and how its figures are counted."""

import contextlib
import random
import threading
from collections import Counter

import pytest

from bench.crowd import PEAK, Due, Hands, closing, percentile, plan, shares_of
from bench.uploads import form_of, multipart, pdf
from portal.files.checking import check


@pytest.mark.parametrize("seconds", [20, 50, 600])
def test_nine_in_ten_save_and_the_rest_comes_when_it_should(seconds: int) -> None:
    dues = plan(PEAK, seconds, 200, 300, random.Random(1))
    sending, closes = closing(seconds)
    counts = Counter(due.kind for due in dues)
    assert len(dues) == PEAK * seconds
    assert counts["save"] == pytest.approx(0.9 * len(dues), abs=4)
    assert {kind: counts[kind] for kind in ("start", "file", "submit")} == shares_of(PEAK, seconds)
    assert dues == sorted(dues)
    assert all(due.at >= sending for due in dues if due.kind == "submit")
    assert any(due.at < closes for due in dues if due.kind == "submit")
    assert any(due.at > closes for due in dues if due.kind == "submit")
    assert all(due.at < sending for due in dues if due.kind == "file")
    assert all(due.at < closes for due in dues if due.kind == "start")


def test_nobody_sends_twice_or_writes_once_it_is_sent() -> None:
    dues = plan(PEAK, 50, 10, 22, random.Random(2))
    who = [due.who for due in dues if due.kind == "submit"]
    assert sorted(who) == list(range(22))
    sending, _ = closing(50)
    assert max(due.who for due in dues if due.kind == "save" and due.at < sending) == 31
    assert max(due.who for due in dues if due.kind == "save" and due.at >= sending) == 9


@pytest.mark.parametrize(("part", "value"), [(50, 50), (95, 95), (99, 99), (100, 100), (1, 1)])
def test_percentiles_are_the_nearest_value(part: int, value: int) -> None:
    numbers = list(range(1, 101))
    random.Random(3).shuffle(numbers)
    assert percentile(numbers, part) == value
    assert percentile([7], part) == 7
    assert percentile([], part) == 0


def test_time_is_counted_from_when_it_was_due_and_one_person_does_one_thing_at_a_time() -> None:
    hands, one = Hands(), threading.Lock()
    release = threading.Timer(0.3, one.release)
    one.acquire()
    release.start()
    hands.work([Due(0.0, "save", 0), Due(0.1, "start", 0)], lambda kind, _: 204 if kind == "save" else 303, whose(one))
    took = {each.kind: each.answered for each in hands.times}
    assert took["save"] >= 0.3
    assert took["start"] < 0.2
    assert hands.percentile("save", 95) >= 300
    assert hands.statuses() == {("save", 204): 1, ("start", 303): 1}


def whose(one: threading.Lock):
    """A lock for who saves, and none for anybody else."""
    return lambda kind, _: one if kind == "save" else contextlib.nullcontext()


def test_what_is_never_answered_is_counted() -> None:
    hands = Hands()

    def broken(_kind: str, _who: int) -> int:
        raise ConnectionResetError

    hands.work([Due(0.0, "save", 0)], broken, lambda *_: contextlib.nullcontext())
    assert hands.statuses() == {("save", 0): 1}


def test_its_files_are_taken(tmp_path) -> None:
    path = tmp_path / "rules.pdf"
    path.write_bytes(pdf(100_000))
    assert 100_000 < path.stat().st_size < 101_000
    with path.open("rb") as file:
        assert check(file, "rules.pdf").code == "pdf"


def test_a_form_with_a_file_has_its_hidden_fields() -> None:
    hidden = '<input type="hidden" name="was" value="x">'
    page = f'<form action="/a" method="post" enctype="multipart/form-data" novalidate>{hidden}</form>'
    body, kind = multipart(form_of(page), b"%PDF")
    assert b'name="was"\r\n\r\nx\r\n' in body
    assert b'filename="rules.pdf"' in body
    assert body.endswith(kind.partition("boundary=")[2].encode() + b"--\r\n")
