"""The commands of the `chamber` program, one module for each."""
