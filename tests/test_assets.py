"""What browsers load: named by content, compressed beside, built only when something changed."""

import gzip
import json

import brotli

from portal import assets


def test_a_name_carries_the_hash_of_its_content() -> None:
    assert assets.hashed("portal.css", b"a") == "portal.ca978112ca1bbdca.css"


def test_a_sheet_names_pictures_by_their_hashed_names_and_leaves_others_alone() -> None:
    sheet = b'a{background:url("logo.svg")}b{background:url(logo.svg)}c{background:url("big-logo.svg")}'

    assert assets.with_hashed_names(sheet, {"logo.svg": "logo.1.svg"}) == (
        b'a{background:url("logo.1.svg")}b{background:url(logo.1.svg)}c{background:url("big-logo.svg")}'
    )


def test_a_second_build_has_nothing_to_do() -> None:
    assets.build()

    assert assets.build() is False


def test_every_asset_lies_there_under_the_hash_of_what_it_holds() -> None:
    assets.build()
    manifest = json.loads((assets.DIST / "manifest.json").read_text())

    assert {"portal.css", "portal.js", "editing.js", "htmx.js"} <= set(manifest)
    for name, hashed_name in manifest.items():
        content = (assets.DIST / hashed_name).read_bytes()
        assert assets.hashed(name, content) == hashed_name


def test_what_is_compressed_unpacks_to_the_same_and_nothing_else_lies_about() -> None:
    assets.build()
    names = set(json.loads((assets.DIST / "manifest.json").read_text()).values())

    for path in assets.DIST.iterdir():
        if path.suffix == ".br":
            assert brotli.decompress(path.read_bytes()) == path.with_suffix("").read_bytes()
        elif path.suffix == ".gz":
            assert gzip.decompress(path.read_bytes()) == path.with_suffix("").read_bytes()
        else:
            assert path.name in names | {"manifest.json", ".built"}
