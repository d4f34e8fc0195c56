"""The blueprint that all pages of this area are put on."""

from flask import Blueprint

bp = Blueprint("assessments", __name__)


@bp.app_template_filter()
def points(hundredths: int) -> str:
    """Points are kept in hundredths: 460 reads 4.60."""
    return f"{hundredths / 100:.2f}"
