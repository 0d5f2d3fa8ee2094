"""Sittings: planned, with an agenda, opened, with those present registered, and closed."""
