"""Backups: a copy of everything while the portal is in use, and how it is put back on an empty machine."""
