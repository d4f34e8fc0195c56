"""Templates: none is an orphan, parts are what they are called, nothing is raw, and every word is translated."""

import ast
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from jinja2 import Environment, nodes

from portal.app import create_app
from tests.houses import settings

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "templates"
TEMPLATES = sorted(str(path.relative_to(FOLDER)) for path in FOLDER.rglob("*.*") if path.suffix in {".html", ".txt"})
NAME = re.compile(r"[a-z_]+(/[a-z_]+)+")
START, WORD = re.compile(r"[a-z_/]+/"), re.compile(r"[a-z_]+")
OWN_NAME = "Join the Dots"

ID_ELSEWHERE = {
    "web/_saved": "macros/forms.html",
    "assessments/_saved": "macros/forms.html",
    "applications/_clash": "applications/section.html",
}
"""Answered alone, but the element with the part's name stands here: in a macro, or around where the part is put."""
TRANSLATORS = {"_", "gettext", "ngettext"}
SPOKEN = {"alt", "aria-label", "placeholder", "title", "label"}
"""Attributes that people read or hear."""


@pytest.fixture(scope="module")
def env() -> Environment:
    """The portal's templates, with all that they can count on."""
    return create_app(settings("sqlite://", Path())).jinja_env


def source(name: str) -> str:
    """A template's text."""
    return (FOLDER / name).read_text(encoding="utf-8")


def is_letter(name: str) -> bool:
    """Whether it is part of an e-mail."""
    return "mail" in Path(name).parent.parts


def python_names() -> set[str]:
    """Everything in Python that could be a template's name."""
    found = set()
    for path in (ROOT / "portal").rglob("*.py"):
        constants = [n.value for n in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(n, ast.Constant)]
        texts = {value for value in constants if isinstance(value, str)}
        found |= {text for text in texts if NAME.fullmatch(text)}
        # In f"applications/mail/{template}" the rest of the name is another text of the same file.
        for start in (text for text in texts if START.fullmatch(text)):
            found |= {start + text for text in texts if WORD.fullmatch(text)}
    return found


def tree_of(env: Environment, name: str) -> nodes.Template:
    """A template as Jinja reads it."""
    return env.parse(source(name))


def named_by(tree: nodes.Template) -> set[str]:
    """The templates that a template includes, imports or extends."""
    kinds = (nodes.Include, nodes.FromImport, nodes.Import, nodes.Extends)
    found = [node.template for kind in kinds for node in tree.find_all(kind)]
    assert all(isinstance(each, nodes.Const) for each in found), "templates are named in full"
    return {each.value for each in found if isinstance(each, nodes.Const)}


def test_no_template_is_an_orphan(env: Environment) -> None:
    used = {name for each in TEMPLATES for name in named_by(tree_of(env, each))}
    called = python_names()
    used |= {each for each in TEMPLATES if each.rsplit(".", 1)[0] in called}
    assert sorted(set(TEMPLATES) - used) == []


def test_no_template_is_missing(env: Environment) -> None:
    named = {name for each in TEMPLATES for name in named_by(tree_of(env, each))}
    assert sorted(name for name in named - set(TEMPLATES) if not name.startswith("govuk_frontend_jinja/")) == []


def test_a_part_that_is_answered_alone_stands_in_an_element_of_its_name() -> None:
    wrong = []
    for called in python_names():
        area, _, noun = called.rpartition("/_")
        if area and f"{called}.html" in TEMPLATES:
            there = source(ID_ELSEWHERE.get(called, f"{called}.html"))
            first = re.search(r"<[a-z]+[^>]*>", there)
            is_there = f'id="{noun}"' in (there if called in ID_ELSEWHERE else first[0] if first else "")
            wrong += [] if is_there else [called]
    assert wrong == []
    assert set(ID_ELSEWHERE) <= python_names()


def test_only_parts_begin_with_a_line(env: Environment) -> None:
    included = {
        node.template.value
        for each in TEMPLATES
        for node in tree_of(env, each).find_all(nodes.Include)
        if isinstance(node.template, nodes.Const)
    }
    assert sorted(name for name in included if not Path(name).name.startswith("_")) == []


@pytest.mark.parametrize("name", TEMPLATES)
def test_nothing_is_let_through_raw(env: Environment, name: str) -> None:
    tree = tree_of(env, name)
    raw = {"safe", "forceescape", "markup", "xmlattr"} & {node.name for node in tree.find_all(nodes.Filter)}
    assert raw == set()
    assert list(tree.find_all(nodes.ScopedEvalContextModifier)) == [], "autoescape is never turned off"
    assert "{% raw" not in source(name)


@pytest.mark.parametrize("name", [name for name in TEMPLATES if not is_letter(name)])
def test_no_style_script_or_handler_stands_inline(name: str) -> None:
    text = source(name)
    assert re.findall(r"<style|<script(?![^>]*\bsrc=)|javascript:", text, re.IGNORECASE) == []
    assert re.findall(r"\s(?:style|on[a-z]+)\s*=\s*[\"']", text, re.IGNORECASE) == []


# --- Every word is translated -------------------------------------------------------------------------------


class Visible(HTMLParser):
    """Gathers what people read of a template's own text."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what is spoken of an element."""
        self.hidden += tag in {"style", "script", "svg"}
        self.texts += [value for name, value in attrs if name in SPOKEN and value]

    def handle_endtag(self, tag: str) -> None:
        """Come out of what nobody reads."""
        self.hidden -= tag in {"style", "script", "svg"}

    def handle_data(self, data: str) -> None:
        """Note a text."""
        if not self.hidden:
            self.texts.append(data)


def own_text(env: Environment, name: str) -> str:
    """A template's text with everything that Jinja puts in, or translates, taken out."""
    kept, in_block, first, is_translated = [], False, False, False
    for _, kind, value in env.lexer.tokeniter(source(name), name):
        if kind == "block_begin":
            in_block = first = True
        elif kind == "block_end":
            in_block = False
        elif in_block and first and kind == "name":
            first = False
            is_translated = value == "trans" or (is_translated and value != "endtrans")
        elif kind == "data" and not is_translated:
            kept.append(value)
    return "".join(kept)


@pytest.mark.parametrize("name", TEMPLATES)
def test_every_text_goes_through_gettext(env: Environment, name: str) -> None:
    text = own_text(env, name)
    if name.endswith(".txt"):
        texts = [text.removeprefix("Subject: ")]
    else:
        reader = Visible()
        reader.feed(text)
        texts = reader.texts
    left = [each.strip() for each in texts if re.search(r"[^\W\d_]{2}", each.replace(OWN_NAME, ""))]
    assert left == []


def untranslated(node: nodes.Node) -> Iterator[str]:
    """The sentences that an expression holds outside a call for their translation."""
    if isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name) and node.node.name in TRANSLATORS:
        return
    is_text = isinstance(node, nodes.Const) and isinstance(node.value, str) and node.value != OWN_NAME
    if is_text and re.match(r"[A-Z][a-z]+(\s|$)", node.value):
        yield node.value
    for child in node.iter_child_nodes():
        yield from untranslated(child)


@pytest.mark.parametrize("name", TEMPLATES)
def test_no_sentence_hides_in_an_expression(env: Environment, name: str) -> None:
    tree = tree_of(env, name)
    kinds = {key for entry in tree.find_all(nodes.Assign) for key in keys_of(entry)}
    assert [each for each in untranslated(tree) if each not in kinds] == []


def keys_of(entry: nodes.Assign) -> set[str]:
    """The keys of a table in a template: names of kinds, which nobody reads."""
    return {
        pair.key.value
        for table in entry.find_all(nodes.Dict)
        for pair in table.items
        if isinstance(pair.key, nodes.Const)
    }
