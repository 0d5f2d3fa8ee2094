"""Commissions: each Chamber gives one half of the members of the commission on the President's
early release and of the joint commissions of both Chambers (Constitution, art. 57(2), 57(3))."""
