"""Reports: on the initiative of a third of its deputies the Chamber hears a member of the
Government, and takes note of the report or appeals to the President (Constitution, art. 57(6))."""
