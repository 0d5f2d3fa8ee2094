"""What keeps an embedded server from running, said to the person at the keyboard."""


class Trouble(Exception):
    """Its text is a plain sentence and needs no traceback beside it."""
