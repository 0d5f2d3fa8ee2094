"""A chamber on a day: its seats, who is in office, who leads it, its factions and committees."""
