"""The town that every test begins with, and short ways to put more into it."""

from portal.accounts.actions import open_sign_in, sign_in_as
from portal.accounts.queries import by_email
from portal.accounts.requests import Browser
from portal.db.session import action
from portal.demo import ground
from portal.demo.cast import BY_KEY, CAST

__all__ = ["CAST", "KITCHEN_TABLE", "SIGNING_CIRCLE", "TEA_AND_TECH", "build", "sign_in", "sign_in_half"]

TEA_AND_TECH, SIGNING_CIRCLE, KITCHEN_TABLE = (BY_KEY[key].organisation for key in ("amina", "grace", "marcia"))
"""What the cast's organisations are called in Leeds, where the tests are at home."""


def build() -> None:
    """Lay the ground: words, places, the cast with their organisations, one open round."""
    ground.lay()


def sign_in(key: str, *, own_device: bool = False) -> str:
    """Sign one of the cast in, the stranger too; the cookie's value."""
    member = BY_KEY[key]
    if by_email(member.email) is None:
        with action() as session:
            ground.add_person(session, member.name, member.email)
    return sign_in_as(member.email, own_device=own_device, client="Tests")


def sign_in_half(email: str, *, own_device: bool = False) -> str:
    """Sign somebody of the council in by e-mail alone, so that the second factor is still to come; the cookie."""
    with action() as session:
        person = by_email(email)
        assert person is not None
        return open_sign_in(session, person, Browser("", "Tests", own_device), is_half=True, is_confirmed=False)
