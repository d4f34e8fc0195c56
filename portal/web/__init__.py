"""Flask's side of things: guards, pages, forms, headers; it knows no area."""
