"""The council's own settings and words."""
