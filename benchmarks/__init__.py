"""The speed goals of the house, measured side by side with what is the least that can be done."""
