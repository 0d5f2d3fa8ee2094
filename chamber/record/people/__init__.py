"""People: deputies with their mandates, those the chamber elects or appoints, their names."""
