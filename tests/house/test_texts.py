"""The catalogue for translators holds every text of the portal, and none that is gone; no sentence hides from it."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from portal.desk import deeds

ROOT = Path(__file__).resolve().parents[2]
KEPT = ROOT / "portal" / "translations" / "messages.pot"


def msgids(path: Path) -> set[str]:
    """Every text of a catalogue."""
    with path.open("rb") as file:
        return {str(message.id) for message in read_po(file) if message.id}


def test_the_catalogue_is_what_the_code_says(tmp_path: Path) -> None:
    fresh = tmp_path / "messages.pot"
    extract = ["extract", "-F", "babel.cfg", "-k", "Say", "--omit-header", "-o", str(fresh), "."]
    subprocess.run([sys.executable, "-m", "babel.messages.frontend", "--quiet", *extract], cwd=ROOT, check=True)
    assert msgids(KEPT) == msgids(fresh), "portal/translations/messages.pot is out of date: make texts"
    assert len(msgids(KEPT)) > 500


# --- No sentence hides from it ------------------------------------------------------------------------------

AT_THE_CONSOLE = {
    *("demo", "cli", "backups"),
    *("config.py", "assets.py", "commands.py", "vocabulary.py", "toml.py", "soundness.py"),
}
"""Rooms and files that speak to whoever runs the portal, in English."""
CONSOLE_TOO = {("places", "tables.py"), ("places", "actions.py"), ("mail", "sender.py")}
NAMES = {"Join the Dots", "Samsung Internet", "Your council", "Digital inclusion programme"}
"""What is called so in every language, or stands in for the council's own words until they are loaded."""
MARKED = {"N_", "Say", "_", "gettext", "ngettext"}
FOR_MACHINES = {"RuntimeError", "ValueError", "KeyError", "Misconfigured", "AlreadyDone", "AssertionError", "Fault"}
SENTENCE = re.compile(r"[A-Z][a-z’']*[ ,.?!:]+\S.*|[A-Z][a-z]+ [a-z]+[.?!]?")


def called(node: ast.AST) -> str:
    """The name of what is called; nothing for anything else."""
    function = node.func if isinstance(node, ast.Call) else None
    return getattr(function, "id", getattr(function, "attr", ""))


def unmarked(node: ast.AST) -> Iterator[str]:
    """The sentences below a node that no gettext holds, docstrings and machines' own words aside."""
    if called(node) in MARKED | FOR_MACHINES:
        return
    is_remark = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and SENTENCE.fullmatch(node.value):
        yield node.value
    for child in () if is_remark else ast.iter_child_nodes(node):
        yield from unmarked(child)


def rooms_for_people() -> list[Path]:
    """Every Python file whose sentences reach a page or a letter."""
    found = [path.relative_to(ROOT) for path in (ROOT / "portal").rglob("*.py")]
    return sorted(path for path in found if not AT_THE_CONSOLE & set(path.parts) and path.parts[-2:] not in CONSOLE_TOO)


@pytest.mark.parametrize("path", rooms_for_people(), ids=str)
def test_no_sentence_in_python_hides(path: Path) -> None:
    assert set(unmarked(ast.parse((ROOT / path).read_text(encoding="utf-8")))) - NAMES == set()


@pytest.mark.parametrize("path", sorted((ROOT / "static" / "src").glob("*.js")), ids=lambda path: path.name)
def test_script_has_no_sentence_of_its_own(path: Path) -> None:
    code = re.sub(r"(?m)^\s*//.*$|(?<=\s)// .*$", "", path.read_text(encoding="utf-8"))
    texts = [found[1] for found in re.finditer(r"\"([^\"\n]*)\"|`([^`]*)`|'([^'\n]*)'", code) if found[1]]
    assert [text for text in texts if re.match(r"[A-Z][a-z]+( |$)", text)] == []


@pytest.mark.parametrize("path", sorted((ROOT / "static" / "src").glob("*.js")), ids=lambda path: path.name)
def test_script_puts_text_in_as_text(path: Path) -> None:
    risky = r"\.(inner|outer)HTML\s*=|insertAdjacentHTML|document\.write|\beval\(|new Function|setTimeout\(\s*[\"'`]"
    assert re.findall(risky, path.read_text(encoding="utf-8")) == []


def test_every_template_can_be_gathered_from() -> None:
    """Jinja's tags that Babel is not told of make it pass over a whole file, with all its texts."""
    words = (ROOT / "babel.cfg").read_text(encoding="utf-8")
    assert words.count("silent = false") == words.count("[jinja2:")


# --- History is told one way ---------------------------------------------------------------------------------


def told_deeds() -> dict[str, str]:
    """Every sentence of history, as it is written anywhere in the portal, with its file and line."""
    return {
        node.value: f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in sorted((ROOT / "portal").rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.startswith("{who} ")
    }


def test_no_deed_ends_with_a_full_stop() -> None:
    gathered = {saying.sentence for kind in deeds.KINDS for saying in (*kind.sayings, *kind.veiled)}
    written = dict.fromkeys(gathered, "gathered in desk/deeds.py") | told_deeds()
    assert len(written) > 100
    assert [f"{where}: {sentence}" for sentence, where in written.items() if sentence.endswith(".")] == []
