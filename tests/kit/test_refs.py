"""Identifiers that nobody can guess or count."""

import re

from portal.kit.refs import digest, new_code, new_id, new_ref, new_token


def test_references_can_be_read_out_and_do_not_repeat() -> None:
    found = {new_ref("GC") for _ in range(2_000)}
    assert len(found) == 2_000
    assert all(
        re.fullmatch(r"GC-[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{2}", ref) for ref in found
    )


def test_ids_tokens_and_codes() -> None:
    assert re.fullmatch(r"[\w-]{22}", new_id())
    assert re.fullmatch(r"[\w-]{43}", new_token())
    assert re.fullmatch(r"\d{6}", new_code())
    assert digest("x") == "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881"
