"""The tables of appointments: the cases, and who holds which office until when."""
