"""Resolutions: numbered by chamber and convocation without gaps, in Kazakh and in Russian."""
