"""The tables of hearings: the cases, and the board on which the public reads of open ones."""
