"""Where in a TOML source each table and value stands, so that a fault can be named by its line."""

import re
from collections.abc import Iterator

Path = tuple[str | int, ...]
Token = tuple[int, str]

TOKEN = re.compile(
    r'"""(?:\\.|[^\\])*?"{3,5}|\'\'\'.*?\'{3,5}|"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\'|#[^\n]*|\n|[\[\]{}=,]|[^\s\[\]{}=,#"\']+',
    re.DOTALL,
)


class Lines:
    """The line of every header, key and array element of a source that tomllib can read."""

    def __init__(self, source: str) -> None:
        self.found: dict[Path, int] = {(): 1}
        self.counts: dict[Path, int] = {}
        table: Path = ()
        for statement in statements(tokens(source)):
            if statement[0][1] == "[":
                table = self.header(statement)
            else:
                self.assignment(table, statement)

    def at(self, path: Path) -> int:
        """The line of a path, or of the nearest thing around it that has one."""
        while path not in self.found:
            path = path[:-1]
        return self.found[path]

    def header(self, statement: list[Token]) -> Path:
        """Note a [table] or a further [[table]] of an array; the path it opens."""
        names = names_in(text for _, text in statement if text not in "[]")
        path: Path = ()
        for name in names[:-1]:
            path = self.newest((*path, name))
        path = (*path, names[-1])
        if statement[1][1] == "[":
            number = self.counts.get(path, 0)
            self.counts[path] = number + 1
            self.found.setdefault(path, statement[0][0])
            path = (*path, number)
        self.found[path] = statement[0][0]
        return path

    def newest(self, path: Path) -> Path:
        """The last table of an array of tables, or the table itself."""
        return (*path, self.counts[path] - 1) if path in self.counts else path

    def assignment(self, table: Path, statement: list[Token]) -> None:
        """Note a key and the elements of the array behind it."""
        equals = next(place for place, (_, text) in enumerate(statement) if text == "=")
        path = (*table, *names_in(text for _, text in statement[:equals]))
        self.found[path] = statement[0][0]
        depth = number = 0
        is_first = True
        for line, text in statement[equals + 1 :]:
            if depth == 1 and text not in ",]" and is_first:
                self.found[(*path, number)] = line
                is_first = False
            depth += (text in "[{") - (text in "]}")
            if depth == 1 and text == ",":
                number, is_first = number + 1, True


def names_in(words: Iterator[str]) -> list[str]:
    """The names of a dotted key, without dots or quotes."""
    return [name.strip("\"'") for word in words for name in ([word] if word[0] in "\"'" else word.split(".")) if name]


def tokens(source: str) -> Iterator[Token]:
    """Every token and newline with its line, comments left out."""
    line = 1
    for found in TOKEN.finditer(source):
        text = found[0]
        if not text.startswith("#"):
            yield line, text
        line += text.count("\n")


def statements(stream: Iterator[Token]) -> Iterator[list[Token]]:
    """Headers and assignments, each as its tokens; a newline within brackets ends none."""
    held: list[Token] = []
    depth = 0
    for line, text in stream:
        if text == "\n":
            if held and depth == 0:
                yield held
                held = []
            continue
        depth += (text in "[{") - (text in "]}")
        held.append((line, text))
    if held:
        yield held
