"""The demonstration: both Chambers as large as they were in spring 2026, with invented people.

Everything is entered through the same acts as a clerk would use, and judged like any other act.
What is told of real people is what public sources tell of them, and is entered as that.
"""
