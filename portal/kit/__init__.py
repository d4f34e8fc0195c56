"""Pure Python that every room may use: states, errors, money, dates, text."""
