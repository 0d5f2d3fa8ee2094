"""Regulations: the Chamber adopts its own regulation and decides on its organisation and internal
order (Constitution, art. 57(8))."""
