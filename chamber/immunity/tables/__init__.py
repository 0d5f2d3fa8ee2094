"""The tables of immunity: the matters, their measures, and what the database refuses by itself."""
