"""Looking up what the chambers decided: votes, who voted how, and each deputy's whole record.

Everything here is read through views of what is public, a page at a time, and no page costs more
than the first: it begins where the one before it ended, and nothing is counted to the end.
"""
