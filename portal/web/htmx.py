"""What htmx says of its requests."""

from flask import request


def is_htmx() -> bool:
    """Whether htmx asks, and not the browser itself."""
    return request.headers.get("HX-Request") == "true"


def is_partial() -> bool:
    """Whether htmx wants a part to swap in, and not a whole page."""
    return is_htmx() and request.headers.get("HX-Request-Type") == "partial"
