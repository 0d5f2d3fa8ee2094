"""Appointments under Article 57(1): judges of the Court, members of two commissions.

The Chair of the Chamber submits candidates in writing. The committee in charge discusses them at
its own sitting and gives a conclusion on each, which is announced at the Chamber's sitting. There
the deputies ask, speak, and open a debate if one of them demands it. Each candidate is voted on
alone, openly unless the Chamber decided otherwise before, and needs a majority of all seats. A
resolution of its own fixes each result; a rejection gives its reasons, and the Chair may submit
the same person or another.
"""
