"""Texts and how many words they have: the server and the page's own counter are held to the same table."""

CASES = [
    ("", 0),
    (" \n\t ", 0),
    ("Tea, cake & tablets – on Tuesdays!", 5),
    ("three’s four-five e-mail@example.org", 3),
    ("one\u00a0two\u2007three\u202ffour\u3000five\u2028six\u2029seven", 7),
    ("one\u200btwo\u200dthree\u2060four", 1),
    ("one\ufefftwo \ufeff three", 2),
    ("\u202eone\u202c \u200etwo\u200f", 2),
    ("one\x0btwo\x0cthree\x1cfour\x85five", 1),
    ("one\rtwo\r\nthree", 3),
    ("— – - … • * # / \\ ' \"", 0),
    ("-" * 2000, 0),
    ("____ _ __a", 3),
    ("Ünïcödé Ω 東京都 мир שלום مرحبا", 6),
    ("e\u0301te\u0301 \u0301 \u20dd", 1),
    ("½ ² Ⅷ ٣ ①", 5),
    ("👩🏽‍💻 🇬🇧 ok", 1),
    ("£1,000 50% 3.14 #1", 4),
    ("a" * 5000 + " b", 2),
]
