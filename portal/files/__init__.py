"""Files: what is taken, where it is kept, how it is cleaned and scanned, and how it is given out."""
