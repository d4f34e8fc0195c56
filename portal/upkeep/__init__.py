"""Keeping the portal going: the outbox, background work, and whether all is well."""
