"""Bodies of a chamber: its factions, standing committees, commissions, and its Bureau.

A body is formed on a day and lasts until it is dissolved. Who sits in it is told by the people.
"""
