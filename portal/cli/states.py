"""The drawing of every state machine, from the tables themselves."""

from portal.applications.rules import MACHINE as APPLICATION
from portal.assessments.alike import SUSPICION
from portal.assessments.reserve import PROMOTION
from portal.assessments.rules import ASSESSMENT, DECISION
from portal.files.rules import SCANNING
from portal.funds.rules import PLAN
from portal.kit.states import Machine
from portal.messages.rules import MESSAGE
from portal.organisations.joining import JOINING
from portal.organisations.verification import VERIFICATION
from portal.permissions import Permission

MACHINES: tuple[Machine, ...] = (
    VERIFICATION,
    JOINING,
    PLAN,
    APPLICATION,
    ASSESSMENT,
    SUSPICION,
    DECISION,
    PROMOTION,
    MESSAGE,
    SCANNING,
)

HEAD = """# States

Drawn from the tables in the code by `make states`; a test compares the two. A diagram shows the ways from state to
state; the table says whose turn each state is, and the words that both sides read.
"""


def drawing() -> str:
    """docs/states.md, whole."""
    return "\n".join([HEAD, *(section(machine) for machine in MACHINES)])


def section(machine: Machine) -> str:
    """One machine: its diagram, its states and its moves."""
    lines = [f"## {machine.name.capitalize()}", "", "```mermaid", "stateDiagram-v2", f"    [*] --> {machine.start}"]
    lines += [f"    {origin} --> {move.to}: {move.name}" for move in machine.moves for origin in move.from_]
    lines += ["```", "", "| state | whose turn | the partner reads | the council reads |", "|---|---|---|---|"]
    lines += [f"| {s.code} | {s.turn.value} | {s.partner} | {s.council} |" for s in machine.states]
    lines += ["", "| move | from | to | who may |", "|---|---|---|---|"]
    lines += [f"| {m.name} | {', '.join(m.from_)} | {m.to} | {who(m.needs)} |" for m in machine.moves]
    return "\n".join([*lines, ""])


def who(needs: object) -> str:
    """Who may take a move: what their role must include, or the portal itself."""
    return f"whoever may {needs.value}" if isinstance(needs, Permission) else "the portal itself"
