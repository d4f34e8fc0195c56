"""Who did what to which record, from which state to which, for ever."""
