"""The web: the gate, the door, the problems, and the application that knows every room."""
