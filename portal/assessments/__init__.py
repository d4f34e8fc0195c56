"""Triage, conflicts, scores, panel, decisions and their letters."""
