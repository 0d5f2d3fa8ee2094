"""The seal: the journal's commitments become leaves of one tree, which is signed as it grows."""
