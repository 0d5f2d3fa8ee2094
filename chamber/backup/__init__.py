"""A copy of the whole database elsewhere: taken, verified, kept up with the house, brought back.

A backup is a folder: `base` is the database as it was, with a manifest of every file in it; `wal`
holds all that was written since, when the house was followed; `slot` is the name under which the
server keeps for us what we have not yet received, and `reached` that of the newest piece of `wal`.

The house's signing key is not in it. Whoever finds a backup must not be able to sign for the house.
"""
