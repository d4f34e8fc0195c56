"""How hard a text is to read, and what a page gives somebody to read: its sentences, without what the town wrote.

Reading age is the school grade of Flesch and Kincaid (Kincaid, Fishburne, Rogers and Chissom, 1975; as textstat counts
it) and five years, because American children are six in the first grade. A label, a button or a figure is no sentence.
"""

import re
from dataclasses import dataclass
from html.parser import HTMLParser

import textstat

YEARS_BEFORE_SCHOOL = 5
BLOCKS = {"p", "li", "h1", "h2", "h3", "dt", "dd", "td", "th", "caption", "label", "legend", "summary", "button", "div"}
BLOCKS |= {"small", "figcaption", "option", "form", "section", "fieldset", "ul", "ol", "dl", "br", "table", "details"}
FOREIGN_RUN = re.compile(r"[^\s“”]*[а-яА-Я][^\s“”]*(?:\s+[^\s“”]*[а-яА-Я][^\s“”.,;:?!]*)*")
ADDRESS = re.compile(r"https?://\S+|\S+@\S+")
END = re.compile(r"(?<=[.?!:])[”’)]*\s+(?=[A-Z“(£\d])")
FEWEST_WORDS = 3
BY_LAW = {
    "the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018": "the rules",
    "the Web Content Accessibility Guidelines version 2.2, level AA": "the guide",
    "The Equality and Human Rights Commission": "The team",
    "the Equality Advisory and Support Service": "the team",
    "the Information Commissioner’s Office": "the team",
    "This accessibility statement applies to": "This is for",
    "Article 6(1)(e) of the UK GDPR": "a law",
    "partially compliant": "partly good",
}
"""Names and phrases that the law gives word for word; a short word of ours is counted in their place."""


class Prose(HTMLParser):
    """Gathers the blocks of text in a page's main part, or of a whole letter."""

    def __init__(self, *, whole: bool) -> None:
        super().__init__()
        self.inside = whole
        self.whole = whole
        self.unread = 0
        self.blocks: list[str] = [""]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a block where one begins."""
        self.inside = self.inside or tag == "main"
        self.unread += tag in {"script", "style", "svg", "textarea"}
        if tag in BLOCKS:
            self.blocks.append("")

    def handle_endtag(self, tag: str) -> None:
        """End a block where one ends."""
        self.unread -= tag in {"script", "style", "svg", "textarea"}
        self.inside = self.whole or (self.inside and tag != "main")
        if tag in BLOCKS:
            self.blocks.append("")

    def handle_data(self, data: str) -> None:
        """Go on with the block."""
        if self.inside and not self.unread:
            self.blocks[-1] += data


def blocks_of(html: str, *, whole: bool = False) -> list[str]:
    """The blocks of a page's main part, each on one line."""
    prose = Prose(whole=whole)
    prose.feed(html)
    return [block for block in (" ".join(each.split()) for each in prose.blocks) if block]


def ours_of(block: str) -> str:
    """A block's text with a short name for what the town wrote and a short word for what the law gives."""
    text = ADDRESS.sub("", FOREIGN_RUN.sub("Leeds", block))
    for phrase, short in BY_LAW.items():
        text = text.replace(phrase, short)
    return text


def sentences_of(blocks: list[str]) -> list[str]:
    """The sentences among these blocks; what the town wrote is a short name in them, or left out where it is all."""
    found = []
    for block in blocks:
        for sentence in END.split(ours_of(block)):
            words = sentence.split()
            is_whole = bool(re.search(r"[.?!:][”’)]*$", sentence)) and len(words) >= FEWEST_WORDS
            if is_whole and any(re.search("[A-Za-z]", word) and "Leeds" not in word for word in words):
                found.append(sentence)
    return found


@dataclass(frozen=True, slots=True)
class Measured:
    """What a text came to: its reading age in years, words in a sentence on average, and how many words in all."""

    age: float
    mean: float
    words: int


def measured(sentences: list[str]) -> Measured:
    """Measure some sentences; ValueError for none."""
    words = sum(len(sentence.split()) for sentence in sentences)
    text = " ".join(re.sub(r":$", ".", sentence) for sentence in sentences)
    age = textstat.flesch_kincaid_grade(text) + YEARS_BEFORE_SCHOOL
    return Measured(round(age, 1), round(words / len(sentences), 1), words)
