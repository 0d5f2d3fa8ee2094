"""Matters of mandates to rows and back, and found again in lists."""
