"""People: their names, and as deputies their mandates, posts, and memberships of bodies.

A person is entered once. A mandate makes a deputy, from its first day to the first day out; a post
in the chamber or a seat in a faction or committee is held within a mandate, and ends with it.
"""
