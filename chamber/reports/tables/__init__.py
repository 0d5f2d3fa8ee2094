"""The tables of reports: the matters, what was done at the sitting, and what is guarded."""
