"""The lived-in demonstration town: invented people, organisations and applications, the same every time."""
