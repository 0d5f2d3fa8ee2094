"""The Bureau: the Chamber forms its Bureau and its working bodies; the Bureau coordinates
committees and decides on hearings (Constitution, art. 57(7))."""
