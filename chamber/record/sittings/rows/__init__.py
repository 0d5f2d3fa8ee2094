"""A sitting between its rows and its facts, in both directions."""
