"""The blueprint that all pages of this area are put on."""

from flask import Blueprint

bp = Blueprint("assessments", __name__)
