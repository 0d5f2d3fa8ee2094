"""Votes of the past, recorded from their sources.

Such a vote is known by its counts, or not even by them. The official outcome stays beside the
computed one; where counts or seats are unknown nothing is judged; sources that differ are shown
as a conflict, and never settled by us.
"""
