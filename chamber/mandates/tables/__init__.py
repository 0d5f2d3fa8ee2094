"""The rows of matters of mandates, and what the database itself holds of them."""
