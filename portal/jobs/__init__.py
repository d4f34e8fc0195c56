"""Background work as rows, claimed with a lease."""
