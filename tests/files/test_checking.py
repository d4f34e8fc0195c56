"""Every kind of file that is taken, and for each hostile one its own plain sentence."""

import subprocess
import sys
import time
from contextlib import suppress
from tempfile import TemporaryFile

import pytest

from portal.config import ROOT
from portal.files.checking import check
from portal.files.faults import FAULTS, Fault
from portal.files.rules import FORMATS, SIZE_MOST, in_words, kept_name
from tests.files.samples import GOOD, HOSTILE, packed, word


def checked(name: str, content: bytes) -> str:
    """The code of what is inside."""
    with TemporaryFile() as file:
        file.write(content)
        return check(file, name).code


@pytest.mark.parametrize("code", GOOD)
def test_what_is_taken(code: str) -> None:
    name, make = GOOD[code]
    assert checked(name, make()) == code


@pytest.mark.parametrize("what", HOSTILE)
def test_what_is_refused_and_why(what: str) -> None:
    code, name, make = HOSTILE[what]
    with pytest.raises(Fault) as refused:
        checked(name, make())
    assert refused.value.code == code
    assert str(refused.value.sentence)


def test_every_sentence_has_a_file_that_earns_it() -> None:
    assert {code for code, _, _ in HOSTILE.values()} | {"none"} == set(FAULTS)
    assert len(set(FAULTS.values())) == len(FAULTS) > 17


def test_a_chart_in_a_document_is_no_smuggled_file() -> None:
    table = GOOD["xlsx"][1]()
    assert checked("a.docx", word({"word/embeddings/Sheet1.xlsx": table})) == "docx"
    with pytest.raises(Fault) as refused:
        checked("a.docx", word({"word/embeddings/Sheet1.xlsx": word({"xl/vbaProject.bin": b"x"})}))
    assert refused.value.code == "macros"
    with pytest.raises(Fault) as refused:
        checked("a.docx", word({"word/embeddings/Sheet1.xlsx": word({"word/embeddings/b.xlsx": table})}))
    assert refused.value.code == "packed"
    with pytest.raises(Fault) as refused:
        checked("a.docx", word({"word/embeddings/Sheet1.xlsx": packed({"a.txt": "a"})}))
    assert refused.value.code == "packed"


def test_exactly_ten_megabytes_are_taken() -> None:
    name, make = GOOD["jpeg"]
    content = make()
    assert checked(name, content + b"\0" * (SIZE_MOST - len(content))) == "jpeg"
    with pytest.raises(Fault):
        checked(name, content + b"\0" * (SIZE_MOST - len(content) + 1))


def test_a_bomb_costs_less_than_a_second() -> None:
    content = HOSTILE["a bomb"][2]()
    began = time.process_time()
    with pytest.raises(Fault):
        checked("rules.docx", content)
    assert time.process_time() - began < 1


@pytest.mark.parametrize("cut", range(0, 700, 7))
def test_no_piece_of_a_file_breaks_the_look(cut: int) -> None:
    for name, make in GOOD.values():
        content = make()
        for broken in (content[:cut], content[: -cut or None], content[cut:], content[:cut] + content[cut + 3 :]):
            with suppress(Fault):
                checked(name, broken)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("../../etc/passwd.pdf", "passwd.pdf"),
        ("C:\\Users\\Amina\\Our rules.PDF", "Our rules.pdf"),
        ("invoice\u202efdp.pdf", "invoicefdp.pdf"),
        ("Zażółć gęślą – 規則.pdf", "Zażółć gęślą – 規則.pdf"),
        (".pdf", "file.pdf"),
        ("a\r\nSet-Cookie: x.pdf", "a Set-Cookie: x.pdf"),
        ("long " * 50 + ".pdf", "long " * 19 + "long…" + ".pdf"),
    ],
)
def test_what_a_file_is_called(typed: str, kept: str) -> None:
    assert kept_name(typed, FORMATS["pdf"]) == kept


def test_a_picture_keeps_its_ending_and_a_size_its_words() -> None:
    assert kept_name("IMG_1.JPEG", FORMATS["jpeg"]) == "IMG_1.jpeg"
    assert kept_name("IMG_1.heic", FORMATS["jpeg"]) == "IMG_1.jpg"
    assert [in_words(size) for size in (1, 240 * 1024, 1_500_000)] == ["1 KB", "240 KB", "1.4 MB"]


def test_web_processes_load_none_of_what_opens_files() -> None:
    heavy = "{'PIL', 'pillow_heif', 'pikepdf', 'boto3', 'botocore'}"
    program = f"import sys; import portal.site; sys.exit(len({heavy} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=False).returncode == 0
