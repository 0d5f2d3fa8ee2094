"""Mandates: the Chamber ends the powers of its own deputies on the grounds that the law lists, and
records those that end by themselves (Constitution, art. 57(4) and 52)."""
