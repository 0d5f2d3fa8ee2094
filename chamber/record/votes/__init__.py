"""Votes: one question, one rule, one form, one method; in rounds; by ballots or by counted totals.

A vote belongs to the proceeding whose act opened it (an appointment, a sitting), and is told by
that proceeding's acts. What all votes share is here.
"""
