"""The outbox: every letter is a row of the deed that caused it."""
