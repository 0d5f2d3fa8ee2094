"""Immunity: on the submission of the Prosecutor General, and after the conclusion of the Central
Election Commission, the Chamber gives or refuses its consent within two weeks (Constitution,
art. 57(4) and 52)."""
