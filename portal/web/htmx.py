"""What htmx, and other script of ours, says of its requests."""

from flask import has_request_context, request


def is_htmx() -> bool:
    """Whether htmx asks, and not the browser itself."""
    return request.headers.get("HX-Request") == "true"


def is_by_itself() -> bool:
    """Whether a page asks while it lies open, and nobody pressed anything: that is no sign that its reader is there."""
    return has_request_context() and "X-By-Itself" in request.headers


def is_partial() -> bool:
    """Whether htmx wants a part to swap in, and not a whole page."""
    return is_htmx() and request.headers.get("HX-Request-Type") == "partial"
