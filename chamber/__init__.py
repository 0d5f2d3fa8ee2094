"""Chamber: the system of record of what a chamber of Parliament decides alone."""
