"""Feeds: the open hearings as Atom, iCalendar and JSON Feed, and one small page in each language,
kept as prepared bytes that follow the board."""
