"""The front page, the partner's home and the council's one inbox."""
