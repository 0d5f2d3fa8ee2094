"""The tables of a sitting: as it is planned, and as it is held."""
