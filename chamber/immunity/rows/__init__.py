"""Rows of immunity: facts written and read back, and the list of matters."""
