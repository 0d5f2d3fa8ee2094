"""The law: dated data and pure functions. Nothing here knows a database, the web or the clock."""
