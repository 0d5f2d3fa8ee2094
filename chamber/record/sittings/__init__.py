"""Sittings: planned, with an agenda, opened, with those present registered, and closed.

A sitting is planned for a day, on which the law must be in force. Versions of its agenda are
published; the one that the sitting adopts by show of hands governs. Those present are registered
for the whole sitting, and again for an item where it matters; who comes late, leaves or is excused
is kept. Without a quorum a sitting may be opened, so that people can be registered, but it decides
nothing. Items are opened and closed in turn, speeches keep their order, and minutes end it.
"""
