"""Hearings: committees hold parliamentary hearings by decision of the Bureau, announced seven days
ahead and never on a day of a plenary sitting; recommendations follow (Constitution, art. 57(5))."""
