"""Convocations of a chamber, and the sessions in which it sits.

A convocation begins with its first day and ends when the next is elected or the chamber is
dissolved; sessions are opened and closed within it, one after another.
"""
